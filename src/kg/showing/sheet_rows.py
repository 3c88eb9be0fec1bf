"""Rows of a workbook as its file has them (Office Open XML, 18.3.1), made once for all the sheets that they stand in.

XlsxWriter takes a cell at a time and makes its text anew in each sheet, which is most of the work on a large workbook.
Cells here have no address: each stands behind the one before it (18.3.1.4), so that it is the same in every row.
Imports XlsxWriter: import it only where it is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from html import escape
from typing import Any

from xlsxwriter.worksheet import Worksheet

from kg.showing.responsibilities import Cell, text

_MOST_UNITS = 32_767
_EXACT_DIGITS = 15
_FIRST_DAY = date(1900, 3, 1)
"""Excel takes 1900 for a leap year, so that a number means the same day everywhere only from here on."""
_DAY_BEFORE = date(1899, 12, 30)
"""Days are counted from here."""
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f]|_(?=x[0-9a-fA-F]{4}_)")
"""Characters that XML can't hold, and what looks like the form in which a sheet has them (22.9.2.19)."""


TEXT, _OPENING, _DAY = 1, 2, 3
"""Numbers of the styles that every workbook has, in the order in which `Looks` makes them."""
_MARK = "\x00"
"""Stands around the decimals of a number, for the number of their style; no text has it."""
_DECIMALS = re.compile(f"{_MARK}(\\d+){_MARK}")


def cell(value: Cell) -> str:
    """The cell, an empty one too, whichever workbook it is for: `Looks.styled` makes it one of that.

    Text is written as text: none of it is ever a formula.
    """
    if isinstance(value, date) and value >= _FIRST_DAY:
        return f'<c s="{_DAY}"><v>{(value - _DAY_BEFORE).days}</v></c>'
    if isinstance(value, int):
        return f'<c s="{TEXT}"><v>{value:.16G}</v></c>'
    if isinstance(value, Decimal) and len(value.as_tuple().digits) <= _EXACT_DIGITS:
        return f'<c s="{_MARK}{_decimals(value)}{_MARK}"><v>{value:.16G}</v></c>'
    return words(text(value, "\n"), TEXT)


def words(said: str, style: int) -> str:
    """A cell of text in this style."""
    said = _allowed(said)
    if not said:
        return f'<c s="{style}"/>'
    kept = ' xml:space="preserve"' if said[0].isspace() or said[-1].isspace() else ""
    return f'<c s="{style}" t="inlineStr"><is><t{kept}>{said}</t></is></c>'


def opening(said: str) -> str:
    """A cell of a link that is called so."""
    return words(said, _OPENING)


class Looks:
    """The formats of a workbook's cells."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._common = {"valign": "top", "text_wrap": True, "font_size": 10}
        self._numbers: dict[int, int] = {}
        self.plain = book.add_format(self._common)
        self.link = book.add_format({**self._common, "font_color": "#0563C1", "underline": 1})
        self.bold = book.add_format({**self._common, "bold": True, "bg_color": "#E7ECF3", "bottom": 1})
        day = book.add_format({**self._common, "num_format": "yyyy-mm-dd", "align": "left"})
        if (_style(self.plain), _style(self.link), _style(day)) != (TEXT, _OPENING, _DAY):
            raise ValueError("a workbook's styles begin with ours")

    def styled(self, made: str) -> str:
        """Cells (`cell`) as this workbook has them."""
        return _DECIMALS.sub(lambda m: str(self._number(int(m[1]))), made) if _MARK in made else made

    def _number(self, decimals: int) -> int:
        """A format with as many decimals as the value has: without one Excel shows large sums as powers of ten."""
        if decimals not in self._numbers:
            form = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._numbers[decimals] = _style(self._book.add_format({**self._common, "num_format": form}))
        return self._numbers[decimals]


class RowSheet(Worksheet):  # type: ignore[misc]
    """A worksheet that takes its rows whole, as bytes, when the file is made: they go into it and are nowhere else."""

    made_rows: Iterable[tuple[float, bytes]] = ()

    def put_rows(self, rows: Iterable[tuple[float, bytes]], count: int, columns: int) -> None:
        """So many rows below the first: the height of each in points, and as many cells (`Looks.styled`) as there are
        columns."""
        self.made_rows = rows
        self._check_dimensions(count, columns - 1)

    def _write_rows(self) -> None:
        """The first row as XlsxWriter has it; it would look for each of the others."""
        last: int = self.dim_rowmax  # type: ignore[has-type]
        self.dim_rowmax = 0
        super()._write_rows()
        self.dim_rowmax = last
        self.fh.flush()
        for number, (height, made) in enumerate(self.made_rows, 2):
            self.fh.buffer.write(b'<row r="%d" ht="%g" customHeight="1">%b</row>' % (number, height, made))

    def link_cell(self, row: int, column: int, url: str) -> None:
        """Makes a link of a cell of `put_rows`."""
        self.ignore_write_string = True
        self.write_url(row, column, url)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _style(look: Any) -> int:
    number: int = look._get_xf_index()
    return number


def _allowed(said: str) -> str:
    """A cell's text as XML has it, without what no file can hold, cut to what Excel takes."""
    if not said.isprintable() or "_x" in said:
        said = said.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
        said = _NOT_XML.sub(lambda m: f"_x{ord(m[0]):04X}_", _cut(said))
    else:
        said = _cut(said)
    return escape(said, quote=False)


def _cut(said: str) -> str:
    if len(said) * 2 > _MOST_UNITS and len(said.encode("utf-16-le")) // 2 > _MOST_UNITS:
        return said.encode("utf-16-le")[: 2 * (_MOST_UNITS - 1)].decode("utf-16-le", "ignore") + "…"
    return said
