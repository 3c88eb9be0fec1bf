"""The workbook as LibreOffice reads it: every sheet, every text as text, filters, links and what is printed."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from kg.asking.rows import Row
from kg.showing.responsibilities import BOOK_COLUMNS, Shown
from tests.showing.tables import hostile, responsibility_table


def converted(workbook: bytes, form: str, folder: Path) -> list[Path]:
    """What LibreOffice makes of the workbook."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        if os.environ.get("CI"):
            pytest.fail("the workbook is tested with LibreOffice: make system")
        pytest.skip("LibreOffice is not installed: make system")
    (folder / "t.xlsx").write_bytes(workbook)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    done = subprocess.run(
        [office, profile, "--headless", "--convert-to", form, "--outdir", "made", "t.xlsx"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=180,
        check=True,
    )
    said = done.stdout + done.stderr
    assert not [word for word in ("Error", "corrupt", "failed to load") if word in said], said
    return sorted((folder / "made").iterdir())


def test_libreoffice_reads_every_sheet(rows: Sequence[Row], tmp_path: Path) -> None:
    extra = tuple(hostile(i, name) for i, name in enumerate(("it's", "a&b", "=1+1")))
    every_sheet_in_utf8 = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    made = converted(responsibility_table(Shown((*rows, *extra), "zh"), "xlsx"), every_sheet_in_utf8, tmp_path)
    read = {path.stem: list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline=""))) for path in made}
    assert {"t-举措", "t-缺口", "t-江川县税务局", "t-it's", "t-a&b", "t-=1+1"} <= set(read)
    assert [line["举措"] for line in read["t-举措"]] == [row.measure for row in (*rows, *extra)]
    (handled,) = [line for line in read["t-江川县税务局"] if line["举措"] == "受理2048件办件"]
    assert (handled["数值"], handled["截至或到期日期"]) == ("2048", "2024-10-31")
    assert handled["依据"] == "承前主语"
    assert read["t-=1+1"][0]["报告"] == "=HYPERLINK(0)", "text stays text"


def test_libreoffice_keeps_what_the_workbook_has(rows: Sequence[Row], tmp_path: Path) -> None:
    (path,) = converted(responsibility_table(Shown(rows, "zh", page="p.html"), "xlsx"), "xlsx", tmp_path)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet.auto_filter.ref == f"A1:V{len(rows) + 1}"
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")
    assert sheet.page_setup.fitToWidth == 1
    links = [line[-1].hyperlink for line in sheet.iter_rows(min_row=2)]
    assert all(link.target.endswith("p.html") or "p.html#" in link.target for link in links)
    assert sheet.cell(2, BOOK_COLUMNS.index("sentence") + 1).alignment.wrap_text
    assert sheet.print_area.endswith(f"$N${len(rows) + 1}")
    assert sheet["C2"].value == rows[0].measure
