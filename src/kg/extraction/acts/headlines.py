"""Headings without a number that close with a full stop, as plans have them over each paragraph: 健全统计监测体系。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.facts import Sentence

LONGEST = 24
SHORTEST_BODY = 60
"""Characters of the first sentence of what stands below, or of it and the next one."""
SIBLINGS = 5
"""How many of them a document has at least."""
NO_HEADLINE = re.compile(r"[，,；;：:！？!?“”《》（(\d０-９]|^第?[一二三四五六七八九十]+[、是条]|^[-—]")


def headlines(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The places of the sentences that are headings."""
    found = list(_likely(sentences))
    return frozenset(found) if len(found) >= SIBLINGS else frozenset()


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
