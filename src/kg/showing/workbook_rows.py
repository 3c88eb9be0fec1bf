"""Rows of the responsibility table as its workbook wants them, made where reports are read: processes share the work.

Imports XlsxWriter: import it only where it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from kg.asking.gaps import Gap
from kg.asking.responsibilities import Key, keys
from kg.asking.rows import Row
from kg.showing.responsibilities import (
    BOOK_COLUMNS,
    COLUMNS,
    OUTCOME_COLUMNS,
    Cell,
    Shown,
    cells,
    outcome_cells,
    text,
)
from kg.showing.sheet_rows import TEXT, cell, words
from kg.showing.sheet_sizes import height, lines_of, rooms

Keys = tuple[tuple[str, str, str], ...]
"""As `kg.asking.responsibilities.keys` has them."""

_IN_BOOK = [COLUMNS.index(column) for column in BOOK_COLUMNS]
_KNOWN = 500
"""Cells that are remembered: most of a report's say again what others of it said shortly before."""


class Line(NamedTuple):
    """A row of a sheet."""

    cells: str
    """One behind the other (`kg.showing.sheet_rows.cell`)."""
    height: float
    """Points."""
    widest: tuple[int, ...]
    """How wide the longest line of each cell is."""


class MadeRow(NamedTuple):
    """A row for every workbook."""

    report: str
    """What its report is called."""
    line: Line
    link: str
    keys: Keys
    """What it stands under where rows are grouped; () where they are not."""
    bodies: Keys
    gaps: tuple[Gap, ...]
    status: str
    outcomes: tuple[Line, ...]


def made_rows(language: str, key: Key | None, page: str | None, rows: Iterable[Row]) -> list[MadeRow]:
    """These rows in a reader's language, grouped by this key and linked to this page."""
    return list(each_made(Shown((), language, key, page), rows))


def each_made(shown: Shown, rows: Iterable[Row]) -> Iterator[MadeRow]:
    """The `made_rows`, one after the other."""
    known = lru_cache(_KNOWN, typed=True)(_made_cell)
    for row in rows:
        said = cells(row, shown.language)
        bodies = tuple(keys(row, "body"))
        yield MadeRow(
            report=row.report,
            line=_line(BOOK_COLUMNS, [said[at] for at in _IN_BOOK], known),
            link=shown.link(row, readable=True) if shown.page is not None else "",
            keys=() if shown.key is None else bodies if shown.key == "body" else tuple(keys(row, shown.key)),
            bodies=bodies,
            gaps=row.gaps,
            status=row.status,
            outcomes=tuple(_line(OUTCOME_COLUMNS, one, known) for one in outcome_cells(row, shown.language)),
        )


_MadeCell = tuple[str, tuple[int, ...], int]
"""A cell as the file has it, how wide its lines are, and the longest of them."""


def _made_cell(value: Cell) -> _MadeCell:
    if isinstance(value, str | tuple):
        said = text(value, "\n")
        lines = lines_of(said)
        return words(said, TEXT), lines, max(lines, default=0)
    wide = len(f"{value:,}" if isinstance(value, Decimal) else str(value))
    return cell(value), (wide,), wide


def _line(columns: tuple[str, ...], values: Iterable[Cell], known: Callable[[Cell], _MadeCell]) -> Line:
    made, lines, widest = zip(*map(known, values), strict=True)
    return Line("".join(made), height(columns, rooms(columns), lines), widest)
