"""Words that are no name of a store and yet stand in its texts: in which sentences."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from kg.asking.matching import called, loose
from kg.asking.phrasings import language_of, plain_name
from kg.asking.sentences import sentences_with
from kg.errors import Part
from kg.graph import terms as t

if TYPE_CHECKING:
    from kg.graph.store import Store

SHOWN = 3
"""Sentences that are shown."""
LONGEST = 80
"""Characters of a sentence that is shown."""
SHORTEST = 2
"""Characters; one alone stands in nearly every text."""
_ASKED = {"zh": "哪些举措涉及{}？", "en": "Which measures concern {}?"}


def mentioned(store: Store, words: str) -> tuple[int, Part]:
    """How many sentences hold the words, and what is told of them: the first of these, and what shows more."""
    if len(plain_name(words)) < SHORTEST:
        return 0, Part()
    found = sentences_with(store, words)
    lines = "".join(f"\n  {_around(sentence, words)} [{title}]" for title, sentence in found[:SHOWN])
    more = Part("ask-trace", {"command": f"kg trace {shlex.quote(words)}"}) if in_measures(store, words) else Part()
    return len(found), Part("ask-mentioned", {"count": len(found), "sentences": lines, "more": more})


def in_measures(store: Store, words: str) -> bool:
    """Whether a measure's wording has the words."""
    return bool(called(store, (t.LABEL,), loose(words), t.MEASURE))


def about(store: Store, words: str, text: str) -> tuple[str, ...]:
    """The question that looks for the words in the measures, in the language of the text; none where they hold none."""
    asked = _ASKED[language_of(text)].format(words)
    return (asked,) if len(plain_name(words)) >= SHORTEST and in_measures(store, words) else ()


def _around(sentence: str, words: str) -> str:
    """A sentence that is shown, or what of a long one stands around the words."""
    if len(sentence) <= LONGEST:
        return sentence
    at = max(sentence.find(words), 0)
    start = max(0, min(at - LONGEST // 2, len(sentence) - LONGEST))
    end = start + LONGEST
    return f"{'…' if start else ''}{sentence[start:end]}{'…' if end < len(sentence) else ''}"
