"""Which indicator a figure in a table is of: rows stand in the text with a border between their cells."""

from __future__ import annotations

import re
from functools import cache

from kg.words import either, group_of

BORDER = "|"
"""Between the cells of a table."""
ROW = re.compile(r"(?:[^|]{0,20}\| ?)?\d{1,2}[.．、] ?(?P<name>[^|。；;]{3,40}[^|。；;\s]) ?\| ?[^|]*")
"""A row up to its second cell, which says what the numbered indicator in the first shall be."""


@cache
def _line() -> re.Pattern[str]:
    """A line that holds nothing but a numbered indicator."""
    endings = either(group_of("number-words", "measure"))
    return re.compile(rf"\d{{1,2}}[.．、] ?(?P<name>[^|。；;，,：:\s]{{3,30}}(?:{endings}))\s*")


def in_cells(characters: str, start: int, end: int) -> bool:
    """Whether a border stands between two places."""
    return characters.find(BORDER, start, end) >= 0


def indicator(characters: str, place: int) -> str:
    """The indicator in whose row ``place`` stands, or under whose line: 1.续约率 | 较上一年增加，2035年|达到80%."""
    begin = characters.rfind("\n", 0, place) + 1
    if in_cells(characters, begin, place):
        found = ROW.fullmatch(characters, begin, place)
    else:
        found = _line().fullmatch(characters, characters.rfind("\n", 0, max(0, begin - 1)) + 1, max(0, begin - 1))
    return found["name"] if found else ""


def cell(text: str, last: bool) -> str:
    """The last or the first cell of a stretch that holds a word."""
    cells = [part.strip() for part in text.split(BORDER) if len(part.strip()) > 1]
    return cells[-1 if last else 0] if cells else ""
