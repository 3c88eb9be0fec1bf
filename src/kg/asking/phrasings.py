"""How people ask what the named questions answer: the patterns of ``seeds/lexicon/questions.tsv``."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from kg.resources import rows

LONGEST = 200
"""Characters of a question; a longer one is not read."""

_PARTS = re.compile(r"([(|)\[\]]|\{[a-z]+\}| )")
_SYNTAX = {"(": "(?:", "|": "|", ")": ")", "[": "(?:", "]": ")?", " ": " *"}
_QUOTES = str.maketrans("", "", "“”‘’\"'《》")
_GAPS = {
    "year": "(?:19|20)[0-9]{2}|[今本明来去]|(?:this|the current|next|the coming|last) year",
}
"""Gaps that take these alone: 今 of 今年. {act} takes a predicate of ``seeds/lexicon/actions.tsv``, any other gap any
characters."""
_ENDS = " ?!.。;,:、"


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A pattern and the named question that answers what it asks."""

    pattern: str
    language: str
    question: str
    parameters: tuple[tuple[str, str], ...]
    """Name and value of each parameter; ``{name}`` as a value is the gap of that name."""
    example: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A phrasing that fits a text, and what stands in its gaps, normalised."""

    phrasing: Phrasing
    gaps: dict[str, str]
    words: int
    """Characters of the text that are the pattern's own."""


@cache
def phrasings() -> tuple[Phrasing, ...]:
    """All patterns, in the order of the file."""
    found = []
    for pattern, language, question, parameters, example in rows("seeds/lexicon/questions.tsv"):
        pairs = (p.partition("=") for p in parameters.split())
        found.append(Phrasing(pattern, language, question, tuple((n, value) for n, _, value in pairs), example))
    return tuple(found)


def normalised(text: str) -> str:
    """A question as patterns are matched with it: one width, lower case, single spaces, no quotes, no end mark, none
    of the polite words around it."""
    plain = " ".join(unicodedata.normalize("NFKC", text).translate(_QUOTES).lower().split()).strip(_ENDS)
    for word, place, _ in rows("seeds/lexicon/asking-words.tsv"):
        plain = (plain.removeprefix(word) if place == "start" else plain.removesuffix(word)).strip(_ENDS)
    return plain


def plain_name(name: str) -> str:
    """A name as the fillings of gaps are compared with it: as `normalised`, without spaces."""
    return "".join(unicodedata.normalize("NFKC", name).translate(_QUOTES).lower().split())


def readings(text: str) -> tuple[tuple[Reading, ...], ...]:
    """What the text may ask, those that account for most of its words first; equal ones stand together."""
    plain = normalised(text)
    if not plain or len(plain) > LONGEST:
        return ()
    found: dict[int, list[Reading]] = {}
    for phrasing in phrasings():
        said = plain if phrasing.language == "en" else plain.replace(" ", "")
        if match := _expression(phrasing.pattern).fullmatch(said):
            gaps = {name: filling.strip(_ENDS) for name, filling in match.groupdict().items()}
            words = len(plain) - sum(map(len, gaps.values()))
            if all(gaps.values()):
                found.setdefault(words, []).append(Reading(phrasing, gaps, words))
    return tuple(tuple(found[words]) for words in sorted(found, reverse=True))


def nearest(text: str) -> tuple[Phrasing, ...]:
    """The phrasings in the text's language whose examples look most like it, the best of each named question."""
    plain = normalised(text[:LONGEST])
    latin = sum(c.isascii() and c.isalpha() for c in plain)
    language = "en" if latin > sum("\u4e00" <= c <= "\u9fff" for c in plain) else "zh"
    ranked = sorted(
        (p for p in phrasings() if p.language == language),
        key=lambda p: -SequenceMatcher(None, normalised(p.example), plain, autojunk=False).ratio(),
    )
    best = {p.question: p for p in reversed(ranked)}
    return tuple(p for p in ranked if best[p.question] is p)


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    parts = (_SYNTAX.get(part) or _gap(part) or re.escape(part) for part in _PARTS.split(pattern))
    return re.compile("".join(parts))


def _gap(part: str) -> str:
    """As few characters as can be, so that a word that may be missing is the pattern's where it is there."""
    name = part[1:-1]
    taken = _acts() if name == "act" else _GAPS.get(name, ".+?")
    return f"(?P<{name}>{taken})" if part.startswith("{") else ""


@cache
def _acts() -> str:
    return "|".join(re.escape(row[0]) for row in rows("seeds/lexicon/actions.tsv"))
