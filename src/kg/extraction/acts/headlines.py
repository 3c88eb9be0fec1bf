"""Headings without a number that close with a full stop: over each paragraph of a plan (健全统计监测体系。), or as the
first sentence of what tells the work that they name (政府管理创新扎实推进。)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.facts import Sentence
from kg.words import pattern

LONGEST = 24
SHORTEST_BODY = 60
"""Characters of the first sentence of what stands below, or of it and the next one."""
SIBLINGS = 5
"""How many of them a document has at least."""
LONGEST_TOPIC = 18
"""Characters of a first sentence that only names the work told behind it."""
TOPIC = "(?!坚持|要|将|我|继续)[一-鿿]{2,12}?{briskly}{underway}。"
NO_HEADLINE = re.compile(r"[，,；;：:！？!?“”《》（(\d０-９]|^第?[一二三四五六七八九十]+[、是条]|^[-—]")


def headlines(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The places of the sentences that are headings."""
    found = list(_likely(sentences))
    return frozenset([*(found if len(found) >= SIBLINGS else ()), *_topics(sentences)])


def _topics(sentences: Sequence[Sentence]) -> Iterator[int]:
    """First sentences of a paragraph of which the further ones tell what was done: 依法行政深入推进。"""
    for at, one in enumerate(sentences):
        if len(one.text) > LONGEST_TOPIC or not pattern("stating-words", TOPIC).fullmatch(one.text):
            continue
        told = sentences[at + 1 : at + 4]
        size = sum(len(s.text) for s in told if s.paragraph == told[0].paragraph)
        if size >= SHORTEST_BODY and (at == 0 or sentences[at - 1].paragraph != one.paragraph):
            yield at


def _likely(sentences: Sequence[Sentence]) -> Iterator[int]:
    for at in range(len(sentences) - 2):
        before = sentences[at - 1].paragraph if at else -1
        one, body, after = sentences[at : at + 3]
        if before == one.paragraph or one.paragraph == body.paragraph:
            continue
        if not one.text.endswith("。") or len(one.text) > LONGEST or NO_HEADLINE.search(one.text):
            continue
        size = len(body.text) + (len(after.text) if after.paragraph == body.paragraph else 0)
        if size >= SHORTEST_BODY:
            yield at
