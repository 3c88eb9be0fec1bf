"""Which stretches of a report tell of several years (五年来，…) and which of one (过去一年，…).

A word for a period holds for the rest of its sentence. Where it stands in the first sentence of a paragraph or in a
heading it holds for what follows too, until another such word or a heading that begins something else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kg.words import pattern

LONG = 3
"""A growth since a year that lies so far before the report's own is one of several years."""

_NUMBER = "(?:[两二三四五六七八九十]|(?<![0-9])(?:[2-9]|10))"
_YEAR = "(?:19|20)[0-9]{2}"
_SEVERAL = (
    rf"(?:{{before}}{_NUMBER}年(?![期级])|{_NUMBER}多?年{{after}})(?!来?的?{{record}})"
    r"|“?十[一二三四五]五”?{plan}|{looking}“十[一二三四五]五”"
    rf"|{_YEAR}年?(?:[—–~～-]+|[至到]){_YEAR}年(?!度)"
)
_ONE = re.compile(rf"(?<![比较到自从至前0-9—–~～-])(?P<year>{_YEAR})年(?![—–~～至到-]|以来|[底末]?以?前)")
_SINCE = f"{{than}}(?P<since>{_YEAR})年|{{with}}(?P<from>{_YEAR})年{{compared}}|{{until}}(?P<until>{_YEAR})年"
_SUMMED = f"{_NUMBER}年{{summed}}"
_SENTENCE = re.compile(r"[^。！？!?；;]+[。！？!?；;]*")
_ADDRESS = re.compile(r"[\s—–-]*(?:各位代表)?[，,！!：:\s]*")
_CLAUSE = re.compile("[，,。！？!?；;：:]")
OPENING = 2
"""Clauses of a sentence in which a word for a period opens a passage: 各位代表！刚刚过去的2025年，…."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a heading stands, in code points, and its level from 1."""

    start: int
    end: int
    level: int


class Periods:
    """The periods of one report. ``year`` is its own, 0 where it is not known."""

    def __init__(self, text: str, headings: Sequence[Heading], year: int = 0) -> None:
        self._text, self._year = text, year
        self._passages = passages(text, headings, year)

    def several(self, begins: int, at: int) -> bool:
        """Whether what stands at this place, in a sentence that begins there, is told of several years."""
        told = several(self._text[begins:at], self._year)
        if told is not None:
            return told
        return self._passages[bisect_right(self._passages, (at, True)) - 1][1]


def report_year(title: str | None, day: date | None) -> int:
    """The last year in the title, else that of the day; 0 where there is neither."""
    years = re.findall(f"(?<![0-9]){_YEAR}(?![0-9])", title or "")
    return int(max(years)) if years else day.year if day else 0


def several(words: str, year: int = 0) -> bool | None:
    """Whether the last word for a period among these is of several years; None where there is none.

    ``year`` is the report's own, 0 where it is not known: growth since the year before and a target for this year are
    of one year.
    """
    found = _words(words, year) + _spans(words, year)
    return max(((end, told) for _, end, told in found), default=(0, None))[1]


def passages(text: str, headings: Sequence[Heading], year: int = 0) -> list[tuple[int, bool]]:
    """Where in the text a period begins, by place, and whether it is of several years."""
    heads = {text.count("\n", 0, head.start): head for head in headings}
    found = [(0, False)]
    state, holds, level, bare, at = False, 0, 1, False, 0
    for number, line in enumerate(text.split("\n")):
        body = at
        if head := heads.get(number):
            level, body = head.level, min(head.end, at + len(line))
            told = _one_period(text[at:body], year)
            if told is not None or level <= holds:
                state, holds = bool(told), level
            found.append((at, state))
        words = text[body : at + len(line)]
        opened = [(body + place, told) for place, told in _opened(words, year, state)]
        found += opened or [(body, state)]
        if opened and opened[0][0] - body <= len(_ADDRESS.match(words)[0]):  # type: ignore[index]
            state, holds = opened[-1][1], level if head or bare else 1
        bare = bool(head) and not words.strip()
        at += len(line) + 1
    return found


def _words(words: str, year: int) -> list[tuple[int, int, bool]]:
    """Where each word for a period begins and ends, and whether it is of several years."""
    found = [(m.start(), m.end(), True) for m in pattern("period-words", _SEVERAL).finditer(words)]
    found += [(m.start(), m.end(), False) for m in pattern("gauge-words", "{year}").finditer(words)]
    found += [(m.start(), m.end(), False) for m in _ONE.finditer(words) if not year or int(m["year"]) <= year]
    return found


def _spans(words: str, year: int) -> list[tuple[int, int, bool]]:
    """The same of the words for how long one figure is of: 比2020年, 到2030年, 五年累计. They open no passage."""
    found = [(m.start(), m.end(), True) for m in pattern("period-words", _SUMMED).finditer(words)]
    for m in pattern("period-words", _SINCE).finditer(words) if year else ():
        since = m["since"] or m["from"]
        if since or int(m["until"]) > year:
            found.append((m.start(), m.end(), not since or int(since) <= year - LONG))
    return found


def _one_period(heading: str, year: int) -> bool | None:
    """What a heading tells; None where it tells nothing, or two periods: “十四五”时期和2025年工作回顾."""
    told = {of_several for *_, of_several in _words(heading, year)}
    return told.pop() if len(told) == 1 else None


def _passing(opening: str, word: tuple[int, int, bool]) -> bool:
    """Whether it is a year that a figure has, which ends no passage of several years: 2025年人均生产总值7万元."""
    start, end, several_years = word
    bare = not several_years and bool(_ONE.match(opening, start))
    return bare and opening[end : end + 1] not in ("，", ",", "是", "") and not opening[:start].endswith("过去的")


def _opened(paragraph: str, year: int, state: bool) -> list[tuple[int, bool]]:
    """Where the sentences of a paragraph begin that open with a word for a period: the first may have it within.

    In a paragraph of several years that does not itself begin so, one year (2025年，…) is that of a sentence alone.
    """
    found: list[tuple[int, bool]] = []
    address = len(_ADDRESS.match(paragraph)[0])  # type: ignore[index]
    for sentence in _SENTENCE.finditer(paragraph, address):
        clauses = list(_CLAUSE.finditer(sentence.group()))
        opening = sentence.group()[: clauses[OPENING - 1].start()] if len(clauses) >= OPENING else sentence.group()
        told = min((w for w in _words(opening, year) if not (state and _passing(opening, w))), default=None)
        first = sentence.start() == address
        if told is None:
            continue
        goes_on = told[2] or not state or (found and found[0][0] == address)
        alone = told[0] == 0 and opening[told[1] : told[1] + 1] in ("，", ",", "")
        if first or (alone and goes_on):
            found.append((sentence.start(), told[2]))
    return found
