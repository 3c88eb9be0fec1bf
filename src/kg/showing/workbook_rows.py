"""Rows of the responsibility table as its workbook wants them, made where reports are read: processes share the work.

Imports XlsxWriter: import it only where it is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.asking.responsibilities import Key, keys
from kg.asking.rows import Gap, Row
from kg.showing.responsibilities import BOOK_COLUMNS, COLUMNS, Cell, Shown, cells, outcome_cells, text
from kg.showing.sheet_rows import cell
from kg.showing.sheet_sizes import lines_of

Keys = tuple[tuple[str, str, str], ...]
"""As `kg.asking.responsibilities.keys` has them."""
Lines = tuple[tuple[int, ...], ...]
"""Of each cell of a row how wide its lines are."""


@dataclass(frozen=True, slots=True)
class MadeRow:
    """A row for every workbook."""

    report: str
    """What its report is called."""
    cells: str
    """One behind the other (`kg.showing.sheet_rows.cell`)."""
    link: str
    lines: Lines
    keys: Keys
    """What it stands under where rows are grouped; () where they are not."""
    bodies: Keys
    gaps: tuple[Gap, ...]
    status: str
    outcomes: tuple[tuple[str, Lines], ...]
    """Cells and lines of each, as of the row."""


def made_rows(language: str, key: Key | None, page: str | None, rows: list[Row]) -> list[MadeRow]:
    """These rows in a reader's language, grouped by this key and linked to this page."""
    shown = Shown((), language, key, page)
    return [_made(row, shown) for row in rows]


def _made(row: Row, shown: Shown) -> MadeRow:
    said = dict(zip(COLUMNS, cells(row, shown.language), strict=True))
    line = [said[column] for column in BOOK_COLUMNS]
    return MadeRow(
        report=row.report,
        cells=_cells(line),
        link=shown.link(row, readable=True) if shown.page is not None else "",
        lines=_lines(line),
        keys=tuple(keys(row, shown.key)) if shown.key else (),
        bodies=tuple(keys(row, "body")),
        gaps=row.gaps,
        status=row.status,
        outcomes=tuple((_cells(one), _lines(one)) for one in outcome_cells(row, shown.language)),
    )


def _cells(line: Sequence[Cell]) -> str:
    return "".join(map(cell, line))


def _lines(line: Sequence[Cell]) -> Lines:
    return tuple(lines_of(_shown(value)) for value in line)


def _shown(value: Cell) -> str:
    """A cell's text as the sheet shows it."""
    return f"{value:,}" if isinstance(value, Decimal) else text(value, "\n")
