"""The words of ``seeds/lexicon/structure-words.tsv`` as alternatives of a pattern."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from kg.resources import rows
from kg.words import either


def _read() -> dict[str, list[str]]:
    classes: dict[str, list[str]] = defaultdict(list)
    for word_class, word, _example in rows("seeds/lexicon/structure-words.tsv"):
        classes[word_class].append(word)
    return dict(classes)


WORDS = _read()
"""Class → its words."""


def alternatives(*classes: str) -> str:
    """``a|b|c`` of the words of these classes, the longest first."""
    return either({word for name in classes for word in WORDS[name]})


def answering_words() -> frozenset[str]:
    """What stands behind bodies in a note that they answer: 市商务局|负责."""
    return frozenset(word for word, _role, where, *_ in rows("seeds/lexicon/note-words.tsv") if where == "before")


@cache
def role_words() -> dict[str, str]:
    """What labels bodies that answer (牵头单位) → their role."""
    return {word: role for word, role, where, *_ in rows("seeds/lexicon/note-words.tsv") if where == "after"}
