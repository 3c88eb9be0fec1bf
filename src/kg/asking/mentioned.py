"""Words that are no name of a store and yet stand in its texts: in which sentences."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Where words stand that are no name."""

    count: int = 0
    """Sentences that hold them."""
    told: Part = field(default_factory=Part)
    """The first of these sentences, and what shows more."""
    question: tuple[str, ...] = ()
    """What looks for the words in the measures, in the language of the question; none where no measure has them."""


def mentioned(store: Store, words: str, text: str) -> Mentioned:
    """Where the words of the question ``text`` stand."""
    if len(plain_name(words)) < SHORTEST:
        return Mentioned()
    found = sentences_with(store, words)
    lines = "".join(f"\n  {around(sentence, words)} [{title}]" for title, sentence in found[:SHOWN])
    held = bool(called(store, (t.LABEL,), loose(words), t.MEASURE))
    more = Part("ask-trace", {"command": f"kg trace {shlex.quote(words)}"}) if held else Part()
    told = Part("ask-mentioned", {"count": len(found), "sentences": lines, "more": more})
    return Mentioned(len(found), told, (_ASKED[language_of(text)].format(words),) if held else ())


def around(sentence: str, words: str) -> str:
    """A sentence that is shown, or what of a long one stands around the words."""
    if len(sentence) <= LONGEST:
        return sentence
    at = max(sentence.find(words), 0)
    start = max(0, min(at - LONGEST // 2, len(sentence) - LONGEST))
    end = start + LONGEST
    return f"{'…' if start else ''}{sentence[start:end]}{'…' if end < len(sentence) else ''}"
