"""The responsibility table as a workbook (Office Open XML): all measures, a sheet a body, a sheet of gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from tempfile import TemporaryFile
from typing import Any

from kg.asking.responsibilities import Group, by_gap, grouped
from kg.asking.rows import Row
from kg.errors import UsageMistake
from kg.messages import say
from kg.showing.labels import label
from kg.showing.responsibilities import COLUMNS, Cell, Shown, cells, text
from kg.showing.sheet_names import SheetNames
from kg.showing.sheet_sizes import height, lines_of, widths

BODIES = 30
"""Bodies that have a sheet of their own: those with the most measures."""
MOST_ROWS = 1_048_575
"""Rows of an Excel sheet below its header."""

_CREATED = datetime(2000, 1, 1)
"""The file says when it was made: always the same, so that the same store gives the same bytes."""
_MOST_LINKS = 65_530
_LONGEST_LINK = 2_000
_MOST_UNITS = 32_767
_EXACT_DIGITS = 15
_FIRST_DAY = date(1900, 3, 1)
"""Excel takes 1900 for a leap year, so that a number means the same day everywhere only from here on."""
_A4 = 9
_PART = 1 << 20


def workbook(shown: Shown) -> Iterator[bytes]:
    """The file's bytes in parts, the same for the same rows. A row is written as it is read, and not kept.

    Raises UsageMistake where a sheet would have more rows than Excel takes.
    """
    import xlsxwriter

    with TemporaryFile() as out:
        _write(shown, xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_urls": False}))
        out.seek(0)
        while part := out.read(_PART):
            yield part


def _write(shown: Shown, book: Any) -> None:
    from xlsxwriter.exceptions import FileCreateError

    title = say("table-title", shown.language)
    book.set_properties({"title": title, "created": _CREATED})
    sheets = _Sheets(book, shown)
    for name, header, group_name, groups in _contents(shown):
        sheets.add(name, header, group_name, groups)
    try:
        book.close()
    except FileCreateError as e:
        raise e.args[0] if e.args and isinstance(e.args[0], OSError) else OSError(str(e)) from e


def _contents(shown: Shown) -> Iterator[tuple[str, str, str, Sequence[Group]]]:
    """Of each sheet the name as wanted, its heading in print, the name of its first column ('' for none), its rows."""
    language = shown.language
    every = say("column-measures", language)
    yield every, say("table-title", language), shown.head(shown.key) if shown.key else "", shown.groups()
    gaps = [Group(label(gap, language), rows) for gap, rows in by_gap(shown.rows)]
    yield shown.head("gaps"), shown.head("gaps"), shown.head("gap"), gaps
    bodies = sorted((g for g in grouped(shown.rows, "body") if g.name), key=lambda g: (-len(g.rows), g.name))
    for body in bodies[:BODIES]:
        yield body.name, body.name, "", (body,)
    if rest := bodies[BODIES:]:
        others = say("table-others", language)
        yield others, others, shown.head("body"), sorted(rest, key=lambda g: g.name)


class _Sheets:
    """The sheets of one workbook, and their common look."""

    def __init__(self, book: Any, shown: Shown) -> None:
        self.book, self.shown = book, shown
        self.names = SheetNames()
        look = {"valign": "top", "text_wrap": True, "font_size": 10}
        self.plain = book.add_format(look)
        self.numbers: dict[int, Any] = {}
        self.look = look
        self.day = book.add_format({**look, "num_format": "yyyy-mm-dd", "align": "left"})
        self.link = book.add_format({**look, "font_color": "#0563C1", "underline": 1})
        self.bold = book.add_format({**look, "bold": True, "bg_color": "#E7ECF3", "bottom": 1})

    def add(self, name: str, header: str, group_name: str, groups: Sequence[Group]) -> None:
        """A sheet with the groups' rows; a first column for the group where that has a name, a last one for links."""
        linked = self.shown.page is not None
        columns = [*(["group"] if group_name else []), *COLUMNS, *(["link"] if linked else [])]
        heads = [group_name if column == "group" else self.shown.head(column) for column in columns]
        count = sum(len(group.rows) for group in groups)
        if count > MOST_ROWS:
            raise UsageMistake("table-too-long", rows=count, most=MOST_ROWS)
        sheet = self.book.add_worksheet(self.names.name(name))
        wide = widths(columns, heads, (lines for _, _, lines in self._lines(group_name, groups)))
        for column, width in enumerate(wide):
            sheet.set_column(column, column, width, self.plain)
        sheet.set_row(0, height(columns, wide, list(map(lines_of, heads))))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, count, len(heads) - 1)
        _for_print(sheet, header)
        for column, head in enumerate(heads):
            sheet.write_string(0, column, head, self.bold)
        for number, (row, line, lines) in enumerate(self._lines(group_name, groups), 1):
            sheet.set_row(number, height(columns, wide, lines))
            self._write(sheet, number, line)
            if linked:
                self._write_link(sheet, number, len(heads) - 1, row)

    def _lines(
        self, group_name: str, groups: Sequence[Group]
    ) -> Iterator[tuple[Row, tuple[Cell, ...], list[tuple[int, ...]]]]:
        """Each row with its cells and how wide their lines are: read once for the widths and once to be written, since
        kept in memory they would be as many as the store has measures."""
        for group in groups:
            for row in group.rows:
                line = (*([group.name] if group_name else []), *cells(row, self.shown.language))
                yield row, line, [lines_of(_shown(cell)) for cell in line]

    def _write(self, sheet: Any, number: int, line: Sequence[Cell]) -> None:
        """Text is written as text, so that none of it is ever a formula."""
        for column, cell in enumerate(line):
            if isinstance(cell, date) and cell >= _FIRST_DAY:
                sheet.write_datetime(number, column, cell, self.day)
            elif isinstance(cell, int):
                sheet.write_number(number, column, cell, self.plain)
            elif isinstance(cell, Decimal) and len(cell.as_tuple().digits) <= _EXACT_DIGITS:
                sheet.write_number(number, column, cell, self._number(cell))
            elif said := _allowed(cell):
                sheet.write_string(number, column, said, self.plain)

    def _write_link(self, sheet: Any, number: int, column: int, row: Row) -> None:
        """In a cell of its own: LibreOffice doesn't wrap the words of a link, and a measure would be cut."""
        link = self.shown.link(row, readable=True)
        if number <= _MOST_LINKS and len(link) <= _LONGEST_LINK:
            # What has no :// in it XlsxWriter takes for a link only if told so, but then it turns / into \.
            told = link if "://" in link else f"external:{link}"
            sheet.write_url(number, column, told, self.link, say("table-open", self.shown.language))

    def _number(self, value: Decimal) -> Any:
        """A format with as many decimals as the value has: without one Excel shows large sums as powers of ten."""
        decimals = _decimals(value)
        if decimals not in self.numbers:
            form = "#,##0" + ("." + "0" * decimals if decimals else "")
            self.numbers[decimals] = self.book.add_format({**self.look, "num_format": form})
        return self.numbers[decimals]


def _for_print(sheet: Any, header: str) -> None:
    """A4 across, as wide as the paper, ruled, the header row on every page, what it is above and the page below."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.3, right=0.3, top=0.6, bottom=0.5)
    sheet.hide_gridlines(0)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header("&C" + header[:100].replace("&", "&&"))
    sheet.set_footer("&C&P / &N")


def _shown(cell: Cell) -> str:
    """A cell's text as the sheet shows it."""
    return f"{cell:,}" if isinstance(cell, Decimal) else text(cell, "\n")


def _allowed(cell: Cell) -> str:
    """A cell's text without what XML can't hold, cut to what Excel takes."""
    said = text(cell, "\n").replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    if len(said) * 2 > _MOST_UNITS and len(said.encode("utf-16-le")) // 2 > _MOST_UNITS:
        return said.encode("utf-16-le")[: 2 * (_MOST_UNITS - 1)].decode("utf-16-le", "ignore") + "…"
    return said


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
