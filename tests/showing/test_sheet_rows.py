"""Rows that are made once say in the file what XlsxWriter itself would have written."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
import xlsxwriter

from kg.showing.responsibilities import Cell, text
from kg.showing.sheet_rows import Looks, RowSheet, cell, opening

CELLS: list[Cell] = [
    *(
        "受理2048件",
        " 前后有空 ",
        "两\n行",
        "=1+1",
        "<b>&\"'</b>",
        "\x07 \x1f\t",
        "_x0041_ _x12 _xabcd_",
        "😀",
        "\u3000全角",
    ),
    *(0, 7, 1_048_576, Decimal("9.2"), Decimal("12345678901.50"), Decimal("-0.001"), Decimal("1234567890123456789")),
    *(date(2024, 10, 31), date(1900, 3, 1), date(1850, 1, 1), ("甲", "乙"), "", ("", "")),
]
NOT_COMPARED = re.compile(r'(?<=<c)(?: r="[A-Z]+\d+")?(?: s="\d+")?(?=[ />])|(?<=<row r="\d") spans="[\d:]+"')
"""Addresses, which ours leave out, and numbers of styles."""


def rows_in(out: io.BytesIO) -> str:
    with zipfile.ZipFile(out) as file:
        written = file.read("xl/worksheets/sheet1.xml").decode()
    return NOT_COMPARED.sub("", written[written.index("<sheetData>") : written.index("</sheetData>")])


def test_cells_are_written_as_xlsxwriter_writes_them() -> None:
    ours, theirs = io.BytesIO(), io.BytesIO()
    book = xlsxwriter.Workbook(ours, {"strings_to_urls": False})
    sheet, looks = book.add_worksheet("a", RowSheet), Looks(book)
    made = looks.styled("".join(map(cell, CELLS))).encode()
    sheet.put_rows(((21 + 0.75 * row, made) for row in range(1, 4)), 3, len(CELLS))
    book.close()

    book = xlsxwriter.Workbook(theirs, {"constant_memory": True, "strings_to_urls": False})
    sheet, look = book.add_worksheet("a"), book.add_format({"bold": True})
    for row in range(1, 4):
        sheet.set_row(row, 21 + 0.75 * row)
        for column, value in enumerate(CELLS):
            if isinstance(value, date) and value.year >= 1900:
                sheet.write_datetime(row, column, value, look)
            elif isinstance(value, int) or (isinstance(value, Decimal) and len(value.as_tuple().digits) < 16):
                sheet.write_number(row, column, value, look)
            elif said := text(value, "\n"):
                sheet.write_string(row, column, said, look)
    book.close()
    assert rows_in(ours).replace("<c/>", "") == rows_in(theirs)
    assert rows_in(ours).count("<row ") == 3


@pytest.mark.parametrize("long", ["长" * 40_000, "😀" * 20_000])
def test_a_text_longer_than_excel_takes_is_cut(long: str) -> None:
    made = cell(long)
    said = made[made.index("<t>") + 3 : made.index("</t>")]
    assert len(said.encode("utf-16-le")) // 2 <= 32_767
    assert said.endswith("…")
    assert long.startswith(said[:-1])


def test_rows_follow_what_xlsxwriter_wrote_and_are_taken_when_the_file_is_made() -> None:
    out, taken = io.BytesIO(), []

    def rows() -> Iterator[tuple[float, bytes]]:
        for row in range(1, 100):
            taken.append(row)
            yield 20, (cell("甲") + opening("打开")).encode()
            sheet.link_cell(row, 1, f"external:p.html#{row}")

    book = xlsxwriter.Workbook(out, {"strings_to_urls": False})
    sheet, _ = book.add_worksheet("a", RowSheet), Looks(book)
    sheet.write_string(0, 0, "头")
    sheet.put_rows(rows(), 99, 2)
    assert (taken, len(sheet.row_info), len(sheet.table)) == ([], 0, 1)
    book.close()
    (read,) = openpyxl.load_workbook(out).worksheets
    assert read.dimensions == "A1:B100"
    assert [c.value for c in read["A"]] == ["头", *["甲"] * 99]
    assert [(c.value, c.hyperlink.location) for c in read["B"][1:]] == [("打开", str(i)) for i in range(1, 100)]
