"""How wide the columns of a sheet are and how high its rows, so that Chinese text is read on a screen and on paper."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from kg.showing.layout import columns_in

WIDEST = {
    **{"measure": 25, "lead": 16, "sites": 10, "outcome": 18, "value": 15, "as_of": 11, "sentence": 41},
    **dict.fromkeys(("told", "change", "unit", "modifier", "status"), 7),
}
"""Half-width characters. Those of the columns that are printed are as wide together as a page of A4 across is with
letters of seven points; a column more, for groups or more outcomes, leaves six and a half."""
WIDEST_OF_OTHERS = 12
HIGHEST = 409.0
"""Points; what Excel takes."""

_NARROWEST, _FILTER_BUTTON = 6, 3
_LINE, _EDGES = 14.5, 2.0
"""Points of a line of Chinese text of ten points, and of a row beside its lines."""
_SHARE = 0.95
"""A Chinese character is a little narrower than two of the digits that columns are measured by."""
_CUT = ("report",)
"""Their texts are as long as they are often repeated: they don't decide how high a row is."""


def lines_of(said: str) -> tuple[int, ...]:
    """How many half-width characters each line takes; () where nothing is said."""
    return tuple(map(columns_in, said.split("\n"))) if said else ()


@cache
def rooms(columns: tuple[str, ...]) -> list[int]:
    """How wide the columns become at most. A row is as high with these as with the `widths` of a sheet: a column gets
    less only where all its lines have room."""
    return [WIDEST.get(column, WIDEST_OF_OTHERS) for column in columns]


def widths(columns: Sequence[str], heads: Sequence[str], widest: Sequence[int]) -> list[int]:
    """As wide as the longest line of a column, up to what leaves room for the others; half-width characters.

    ``columns`` are the columns' codes, ``heads`` their names as shown, ``widest`` how wide the longest line of each is,
    0 or nothing where no row says anything.
    """
    most = rooms(tuple(columns))
    found = [max(min(columns_in(head) + _FILTER_BUTTON, m), _NARROWEST) for head, m in zip(heads, most, strict=True)]
    for at, wide in enumerate(widest):
        found[at] = max(found[at], min(wide + 1, most[at]))
    return found


def height(columns: Sequence[str], wide: Sequence[int], row: Sequence[tuple[int, ...]]) -> float:
    """Points that a row needs for all lines of its cells: programs that open the file don't measure it again."""
    high = 1
    for column, room, lines in zip(columns, wide, row, strict=False):
        if lines and (len(lines) > 1 or lines[0] > room) and column not in _CUT:
            needed = 0
            for width in lines:
                needed += math.ceil(width * _SHARE / room) or 1
            high = max(high, needed)
    return min(high * _LINE + _EDGES, HIGHEST)
