"""``kg table``."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from kg.graph.store import Store
from kg.showing import workbook
from tests.cli.conftest import REPORT, Ran

FORMS = ("xlsx", "csv", "html", "md", "json")
RUNS = """
import sys
from kg.cli import main

for form in sys.argv[2:]:
    assert main(["table", "-q", "--store", sys.argv[1], "-o", f"t.{form}", "--by", "body"]) == 0
"""


def table(kg: Callable[..., Ran], store: Path, *options: str) -> list[dict[str, str]]:
    out = kg("table", "--store", store, "--format", "csv", *options).out
    return list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("form", FORMS)
def test_every_form_tells_the_same(kg: Callable[..., Ran], store: Path, tmp_path: Path, form: str) -> None:
    ran = kg("table", "--store", store, "-o", f"t.{form}", "--by", "site", "--lang", "en")
    first, *rest = ran.err.splitlines()
    assert (ran.status, ran.out, first) == (0, "", f"Written: t.{form}")
    assert ["--page" in line for line in rest] == ([True] if form in ("xlsx", "html") else [])
    data = (tmp_path / f"t.{form}").read_bytes()
    if form == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(data))
        said = "\n".join(str(c.value) for line in book.worksheets[0].iter_rows() for c in line)
    else:
        said = data.decode()
    for part in ("受理企业诉求57件", "黄浦区市场监督管理局", "2024-10-31", "“办不成事”反映窗口"):
        assert part in said.replace('""', '"').replace('\\"', '"')


def test_a_row_a_measure_with_its_place(kg: Callable[..., Ran], store: Path) -> None:
    rows = table(kg, store, "--lang", "zh")
    (handled,) = [row for row in rows if "受理企业诉求57件" in row["measure"]]
    assert handled["lead"] == "黄浦区市场监督管理局"
    assert (handled["value"], handled["unit"], handled["as_of"]) == ("57", "件", "2024-10-31")
    assert REPORT[int(handled["start"]) : int(handled["end"])] == handled["measure"]
    assert handled["sentence"] in REPORT.splitlines()[int(handled["line"]) - 1]
    (planned,) = [row for row in rows if row["status"] == "计划"]
    assert "计划未写期限" in planned["gaps"]


def test_one_report(kg: Callable[..., Ran], two: Path) -> None:
    every, one = table(kg, two), table(kg, two, "--report", "8号")
    assert len(every) == 2 * len(one)
    assert {row["report"].rpartition(" ")[2] for row in one} == {"黄府〔2024〕8号"}
    assert table(kg, two, "--report", "other") == one
    several = kg("table", "--store", two, "--format", "md", "--report", "营商环境", "--lang", "en")
    assert (several.status, several.out) == (2, "")
    assert "黄府〔2024〕7号、黄府〔2024〕8号" in several.err
    none = kg("table", "--store", two, "--format", "md", "--report", "无此报告")
    assert none.status == 1
    assert "无此报告" in none.err


def test_nothing_to_show(kg: Callable[..., Ran], tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty.store", create=True):
        pass
    ran = kg("table", "--store", "empty.store", "-o", "t.xlsx", "--lang", "en")
    assert ran.status == 1
    assert "kg build" in ran.err
    assert not (tmp_path / "t.xlsx").exists()


@pytest.mark.parametrize("output", ["none/t.xlsx", "folder.xlsx"])
def test_an_output_that_cannot_be_written(kg: Callable[..., Ran], store: Path, tmp_path: Path, output: str) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    ran = kg("table", "--store", store, "-o", output)
    assert ran.status == 3
    assert output in ran.err
    assert [p.name for p in tmp_path.iterdir()] == ["folder.xlsx"]


@pytest.mark.parametrize("options", [["-o", "t.doc"], ["--format", "pdf"], [], ["--by", "day", "-o", "t.md"]])
def test_an_unknown_format_or_key(kg: Callable[..., Ran], store: Path, options: list[str]) -> None:
    ran = kg("table", "--store", store, *options, "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert "xlsx" in ran.err or "programme" in ran.err


def test_a_page_that_is_not_there_yet_is_told(kg: Callable[..., Ran], store: Path, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "there.html").write_text("", "utf-8")
    asked = ("table", "--store", store, "--lang", "en", "-o", "sub/t.xlsx", "--page")
    ran = kg(*asked, "nowhere.html")
    assert (ran.status, "sub/nowhere.html does not exist yet" in ran.err) == (0, True), "links begin where the table is"
    assert "not exist" not in kg(*asked, "there.html").err
    for page in ("../there.html", tmp_path / "there.html", "https://example.org/there.html"):
        assert "not exist" not in kg(*asked, page).err
    assert kg(*asked, "x" * 3000).status == 0
    assert "not exist" not in kg("table", "--store", store, "--page", "no.html", "--format", "csv", "--lang", "en").err


def test_links_that_a_sheet_does_not_take_are_told_once(
    kg: Callable[..., Ran], store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_LINKS", 1)
    told = kg("table", "--store", store, "--lang", "en", "-o", "t.xlsx", "--page", "p.html").err
    assert told.count("rows of the workbook have no link") == 1
    assert "rows of the workbook" not in kg("table", "--store", store, "--lang", "en", "-o", "t.xlsx").err


def test_the_same_bytes_under_other_hash_seeds(store: Path, tmp_path: Path) -> None:
    written = []
    for number in ("0", "4242"):
        folder = tmp_path / number
        folder.mkdir()
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": number}
        command = [sys.executable, "-c", RUNS, str(store), *FORMS]
        subprocess.run(command, cwd=folder, env=environment, check=True)
        written.append({p.name: p.read_bytes() for p in sorted(folder.iterdir())})
    assert len(written[0]) == len(FORMS)
    assert written[0] == written[1]


def test_a_page_is_found_from_here_too_and_without_one_the_way_to_links_is_told(
    kg: Callable[..., Ran], store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "page.html").write_text("x")
    monkeypatch.chdir(tmp_path)
    ran = kg("table", "--store", store, "--page", "out/page.html", "-o", "out/t.html")
    assert "out/page.html" not in ran.err
    assert 'href="page.html#' in (tmp_path / "out" / "t.html").read_text()
    assert "--page" in kg("table", "--store", store, "-o", "out/u.html").err
    later = kg("table", "--store", store, "--page", "out/later.html", "-o", "out/v.html")
    assert "kg view -o out/later.html" in later.err, "it is told where the page will be looked for"
    assert 'href="later.html#' in (tmp_path / "out" / "v.html").read_text()
