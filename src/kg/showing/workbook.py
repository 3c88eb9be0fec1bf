"""The responsibility table as a workbook (Office Open XML): all measures, their gaps, their outcomes, and a sheet a
body."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any

from kg.asking.responsibilities import ByGap, ByKey
from kg.errors import UsageMistake
from kg.kept import KeptBytes
from kg.messages import say
from kg.showing.labels import label
from kg.showing.responsibilities import BOOK_COLUMNS, OUTCOME_COLUMNS, PRINTED, Shown
from kg.showing.sheet_names import SheetNames
from kg.showing.sheet_sizes import height, lines_of, widths

if TYPE_CHECKING:
    from kg.showing.workbook_rows import Line, MadeRow

BODIES = 30
"""Bodies that have a sheet of their own: those with the most measures."""
MOST_ROWS = 1_048_575
"""Rows of an Excel sheet below its header."""

_CREATED = datetime(2000, 1, 1)
"""The file says when it was made: always the same, so that the same store gives the same bytes."""
MOST_LINKS = 65_530
"""Links of an Excel sheet."""
LONGEST_LINK = 2_000
"""Characters of a link."""
_A4 = 9
_PART = 1 << 20


def workbook(shown: Shown, unlinked: Callable[[int], object] | None = None) -> Iterator[bytes]:
    """The file's bytes in parts, the same for the same rows. A row is written as it is read, and not kept.

    Where rows had a link that Excel doesn't take, ``unlinked`` is told once how many they are in all sheets.
    Raises UsageMistake where a sheet would have more rows than Excel takes.
    """
    from kg.showing.workbook_rows import each_made

    return workbook_of(each_made(shown, shown.rows), shown, unlinked)


def workbook_of(
    made: Iterable[MadeRow], shown: Shown, unlinked: Callable[[int], object] | None = None
) -> Iterator[bytes]:
    """The `workbook` of rows that are made already, as ``shown`` wants them."""
    import xlsxwriter

    with TemporaryFile() as out:
        without = _write(made, shown, xlsxwriter.Workbook(out, {"strings_to_urls": False}))
        if without and unlinked is not None:
            unlinked(without)
        out.seek(0)
        while part := out.read(_PART):
            yield part


def _write(made: Iterable[MadeRow], shown: Shown, book: Any) -> int:
    """Writes the book; how many rows have no link though there is one."""
    from xlsxwriter.exceptions import FileCreateError

    title = say("table-title", shown.language)
    book.set_properties({"title": title, "created": _CREATED})
    sheets = _Sheets(book, shown, made)
    for content in sheets.of_measures():
        sheets.add(*content)
    sheets.add_outcomes()
    for content in sheets.of_bodies():
        sheets.add(*content)
    try:
        book.close()
    except FileCreateError as e:
        raise e.args[0] if e.args and isinstance(e.args[0], OSError) else OSError(str(e)) from e
    return sheets.unlinked


_Numbered = Sequence[tuple[str, Sequence[int]]]
"""Groups: the name of each, and which rows it has."""
_Content = tuple[str, str, str, _Numbered]
"""Of a sheet the name as wanted, its heading in print, the name of its first column ('' for none), its rows."""


class _Rows:
    """Rows as the file has them, one below the other."""

    def __init__(self, columns: Sequence[str], has_links: bool) -> None:
        self.widest = [0] * len(columns)
        """How wide the longest line of each column is."""
        self._cells = KeptBytes()
        self._links = KeptBytes() if has_links else None
        self._heights = array("d")

    def append(self, line: Line, cells: str, link: str) -> None:
        """A row with these cells (`Looks.styled`)."""
        self.widest = list(map(max, self.widest, line.widest))
        self._heights.append(line.height)
        self._cells.append(cells.encode())
        if self._links is not None:
            self._links.append(link.encode())

    def __len__(self) -> int:
        return len(self._heights)

    def some(self, numbers: Iterable[int]) -> Iterator[tuple[float, bytes, str]]:
        """Height, cells and link of each of these, '' for none."""
        for number in numbers:
            link = self._links[number].decode() if self._links is not None else ""
            yield self._heights[number], self._cells[number], link


class _Sheets:
    """The sheets of one workbook. Their rows are made once, before them, since on average each stands in several; so
    the columns of all sheets are equally wide."""

    def __init__(self, book: Any, shown: Shown, made: Iterable[MadeRow]) -> None:
        from kg.showing.sheet_rows import Looks

        self.book, self.shown = book, shown
        self.names = SheetNames()
        self.unlinked = 0
        """Rows of all sheets whose links Excel doesn't take."""
        self.looks = Looks(book)
        self.by_body, self.by_gap = ByKey("body"), ByGap()
        self.by_key = self.by_body if shown.key == "body" else ByKey(shown.key) if shown.key else None
        has_links = shown.page is not None
        self.made, self.outcomes = _Rows(BOOK_COLUMNS, has_links), _Rows(OUTCOME_COLUMNS, has_links)
        self.reports: set[str] = set()
        """What the reports are called."""
        for number, row in enumerate(made):
            self._put(number, row)
        self.wide = widths(BOOK_COLUMNS, [shown.head(column) for column in BOOK_COLUMNS], self.made.widest)

    def _put(self, number: int, row: MadeRow) -> None:
        """Puts a row where it belongs."""
        self.reports.add(row.report)
        if self.by_key is not None and self.by_key is not self.by_body:
            self.by_key.add(number, row.keys)
        self.by_body.add(number, row.bodies)
        self.by_gap.add(number, row.gaps, row.status)
        self.made.append(row.line, self.looks.styled(row.line.cells), row.link)
        for line in row.outcomes:
            self.outcomes.append(line, self.looks.styled(line.cells), row.link)

    def of_measures(self) -> Iterator[_Content]:
        """All measures, and those that lack something. Of the groups one without name is called so."""
        shown, language = self.shown, self.shown.language
        every, title = say("column-measures", language), say("table-title", language)
        if self.by_key is None:
            yield every, title, "", [("", range(len(self.made)))]
        else:
            nothing = label("none-named", language)
            yield every, title, shown.head(self.by_key.key), [(n or nothing, r) for n, r in self.by_key.groups()]
        gaps = [(f"{label(gap, language)} ({len(numbers)})", numbers) for gap, numbers in self.by_gap.groups()]
        yield shown.head("gaps"), shown.head("gaps"), shown.head("gap"), gaps

    def of_bodies(self) -> Iterator[_Content]:
        """The bodies with the most measures, and all others together, unless the first sheet has all by body."""
        bodies = sorted((g for g in self.by_body.groups() if g[0]), key=lambda g: (-len(g[1]), g[0]))
        for body in bodies[:BODIES]:
            yield body[0], body[0], "", [body]
        if (rest := bodies[BODIES:]) and self.shown.key != "body":
            others = say("table-others", self.shown.language)
            yield others, others, self.shown.head("body"), rest

    def add(self, name: str, header: str, group_name: str, groups: _Numbered) -> None:
        """A sheet with the groups' rows; a first column for the group where that has a name, a last one for links."""
        count = sum(len(numbers) for _, numbers in groups)
        first = [max((wide for group, _ in groups for wide in lines_of(group)), default=0)] if group_name else []
        columns = [*(["group"] if group_name else []), *BOOK_COLUMNS, *self._last()]
        heads = [group_name if column == "group" else self.shown.head(column) for column in columns]
        wide = widths(columns, heads, first)
        wide[len(first) : len(first) + len(BOOK_COLUMNS)] = self.wide
        sheet = self._begun(name, header, columns, heads, wide, count)
        sheet.print_area(0, 0, count, len(first) + len(PRINTED) - 1)
        sheet.put_rows(self._linked(sheet, self._grouped(groups, columns, wide), len(columns)), count, len(columns))

    def _grouped(
        self, groups: _Numbered, columns: Sequence[str], wide: Sequence[int]
    ) -> Iterator[tuple[float, bytes, str]]:
        """Height, cells and link of each row of the groups."""
        from kg.showing.sheet_rows import cell

        named = columns[0] == "group"
        for group, numbers in groups:
            before = cell(group).encode() if named else b""
            least = height(columns, wide, [lines_of(group)]) if named else 0.0
            for high, made, link in self.made.some(numbers):
                yield max(least, high), before + made, link

    def add_outcomes(self) -> None:
        """A sheet with a row an outcome, whose numbers and days sort and add up."""
        columns, count = [*OUTCOME_COLUMNS, *self._last()], len(self.outcomes)
        heads = [self.shown.head(column) for column in columns]
        name = label("page-outcomes", self.shown.language)
        sheet = self._begun(name, name, columns, heads, widths(columns, heads, self.outcomes.widest), count)
        rows = self.outcomes.some(range(count))
        sheet.put_rows(self._linked(sheet, rows, len(columns)), count, len(columns))

    def _last(self) -> list[str]:
        """The column of links, where there are some."""
        return ["link"] if self.shown.page is not None else []

    def _begun(
        self, name: str, header: str, columns: Sequence[str], heads: Sequence[str], wide: Sequence[int], count: int
    ) -> Any:
        """A sheet of so many rows with its first one."""
        from kg.showing.sheet_rows import RowSheet

        if count > MOST_ROWS:
            raise UsageMistake("table-too-long", rows=count, most=MOST_ROWS)
        sheet = self.book.add_worksheet(self.names.name(name), RowSheet)
        for column, width in enumerate(wide):
            sheet.set_column(column, column, width, self.looks.plain)
        sheet.set_row(0, height(columns, wide, list(map(lines_of, heads))))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, count, len(heads) - 1)
        for_print(sheet, " · ".join((header, *self.reports)) if len(self.reports) == 1 else header)
        for column, head in enumerate(heads):
            sheet.write_string(0, column, head, self.looks.bold)
        return sheet

    def _linked(
        self, sheet: Any, rows: Iterable[tuple[float, bytes, str]], columns: int
    ) -> Iterator[tuple[float, bytes]]:
        """Height and cells of each row, and its link put on the sheet where it has one that Excel takes."""
        for at, (high, made, link) in enumerate(rows, 1):
            linked = self._is_linked(at, link)
            self.unlinked += bool(link) and not linked
            yield high, made + (self.opening if linked else b"")
            if linked:
                sheet.link_cell(at, columns - 1, _told(link))

    def _is_linked(self, row: int, link: str) -> bool:
        return bool(link) and row <= MOST_LINKS and len(link) <= LONGEST_LINK

    @cached_property
    def opening(self) -> bytes:
        """A cell of its own: LibreOffice doesn't wrap the words of a link, and a measure would be cut."""
        from kg.showing.sheet_rows import opening

        return opening(say("table-open", self.shown.language)).encode()


def _told(link: str) -> str:
    """What has no :// in it XlsxWriter takes for a link only if told so, but then it turns / into \\."""
    return link if "://" in link else f"external:{link}"


def for_print(sheet: Any, header: str) -> None:
    """A4 across, as wide as the paper, ruled, the header row on every page, what it is above and the page below."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.3, right=0.3, top=0.6, bottom=0.5)
    sheet.hide_gridlines(0)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header("&C" + header[:100].replace("&", "&&"))
    sheet.set_footer("&C&P / &N")
