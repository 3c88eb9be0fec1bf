"""The words of ``seeds/lexicon/structure-words.tsv`` as alternatives of a pattern."""

from __future__ import annotations

import re
from collections import defaultdict

from kg.resources import rows


def _read() -> dict[str, list[str]]:
    classes: dict[str, list[str]] = defaultdict(list)
    for word_class, word, _example in rows("seeds/lexicon/structure-words.tsv"):
        classes[word_class].append(word)
    return dict(classes)


WORDS = _read()
"""Class → its words."""


def alternatives(*classes: str) -> str:
    """``a|b|c`` of the words of these classes, the longest first."""
    words = dict.fromkeys(w for c in classes for w in WORDS[c])
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
