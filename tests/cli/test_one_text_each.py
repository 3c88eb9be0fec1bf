"""A report has one text in a store: none is lost or replaced without a word, and what fails stops nothing else."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.register.decisions import parse_decisions
from kg.showing.table import table
from tests.cli.conftest import REPORT, Ran

OTHER = REPORT.replace("57件", "61件")


@pytest.fixture
def mine(store: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(store, tmp_path / "mine.store"))


def texts(kg: Callable[..., Ran], store: Path) -> list[str]:
    """The sources that a store holds."""
    return [
        row["source"] for row in csv.DictReader(io.StringIO(kg("reports", "--format", "csv", "--store", store).out))
    ]


def test_two_texts_of_one_report_are_not_both_built(kg: Callable[..., Ran], tmp_path: Path) -> None:
    folder = tmp_path / "two"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT, "utf-8")
    (folder / "b.txt").write_text(OTHER, "utf-8")
    (folder / "c.txt").write_text(REPORT.replace("7号", "9号"), "utf-8")
    for _ in range(3):  # and the store stays as it is, however often it is built
        ran = kg("build", folder, "--store", "s", "--lang", "en")
        assert ran.status == 2
        assert "a.txt and" in ran.err
        assert "b.txt have one issuer and number" in ran.err
        assert texts(kg, Path("s")) == ["a.txt", "c.txt"]
        assert "57件" in kg("export", "--store", "s", "--format", "nquads").out


def test_a_text_that_takes_the_place_of_another_is_told(kg: Callable[..., Ran], mine: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(OTHER, "utf-8")
    ran = kg("build", "b.txt", "--store", mine, "--lang", "en")
    assert ran.status == 0
    assert "b.txt: took the place of another text of the same report in the store (huangpu-2024-7.txt)" in ran.err
    assert texts(kg, mine) == ["b.txt"]
    assert "took the place" not in kg("build", "b.txt", "--store", mine, "--lang", "en").err


def test_made_anew_no_text_takes_the_place_of_another(
    kg: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where another version of the program tells apart by their texts what are the same report for this one."""
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    (tmp_path / "b.txt").write_text(OTHER, "utf-8")
    with monkeypatch.context() as then:
        then.setattr("kg.graph.names.key", lambda facts: (facts.digest,))
        assert kg("build", "a.txt", "b.txt", "--store", "s").status == 0
    assert sorted(texts(kg, Path("s"))) == ["a.txt", "b.txt"]
    ran = kg("build", "--again", "--store", "s", "--lang", "en")
    assert ran.status == 2
    assert "have one issuer and number" in ran.err
    assert ran.out.startswith("1 report ")
    assert sorted(texts(kg, Path("s"))) == ["a.txt", "b.txt"]


def test_a_text_without_measures_is_told(kg: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "hello.txt").write_text("Hello, world. This is no report.\n", "utf-8")
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    ran = kg("build", "hello.txt", "a.txt", "--store", "s", "--lang", "en")
    assert ran.status == 0
    assert "hello.txt: no measure was read" in ran.err
    assert "a.txt: no measure" not in ran.err


def test_a_source_that_fails_stops_none_of_the_others(kg: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "b.txt").write_text(REPORT.replace("7号", "9号"), "utf-8")
    (tmp_path / "folder" / "loop.txt").symlink_to("loop.txt")
    ran = kg("build", "gone.txt", "folder", "a.txt", "--store", "s", "--lang", "en")
    assert ran.status == 3
    assert "gone.txt does not exist" in ran.err
    assert "loop.txt" in ran.err
    assert "Traceback" not in ran.err
    assert texts(kg, Path("s")) == ["a.txt", "b.txt"]
    assert kg("build", "gone.txt", "--store", "t").status == 3
    assert not Path("t").exists()


@pytest.mark.parametrize("part", ["黄", "2024", "huangpu", "优化营商环境情况的报告"])
def test_a_part_of_a_name_removes_nothing(kg: Callable[..., Ran], mine: Path, part: str) -> None:
    ran = kg("remove", part, "--store", mine, "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert "黄府〔2024〕7号" in ran.err
    assert "Nothing was removed" in ran.err
    assert texts(kg, mine) == ["huangpu-2024-7.txt"]


@pytest.mark.parametrize(
    "change", [("remove", "huangpu-2024-7.txt"), ("names", "--decide", "d.tsv"), ("build", "b.txt")]
)
def test_what_is_no_longer_inferred_is_told(
    kg: Callable[..., Ran], mine: Path, tmp_path: Path, change: tuple[str, ...]
) -> None:
    (tmp_path / "d.tsv").write_text("same\torganisation\t*\t黄浦区市场监督管理局\t黄浦区市监局\n", "utf-8")
    (tmp_path / "b.txt").write_text(OTHER, "utf-8")
    assert kg("reason", "--store", mine).status == 0
    ran = kg(*change, "--store", mine, "--lang", "en")
    assert ran.status == 0
    assert "what was inferred is gone" in ran.err


def test_files_with_a_byte_order_mark(kg: Callable[..., Ran], mine: Path, tmp_path: Path) -> None:
    (tmp_path / "d.tsv").write_text("same\torganisation\t*\t黄浦区市场监督管理局\t黄浦区市监局\n", "utf-8-sig")
    assert kg("names", "--decide", "d.tsv", "--store", mine).status == 0
    (tmp_path / "q.rq").write_text("SELECT ?v WHERE { ?m kg:verb ?v }", "utf-8-sig")
    ran = kg("query", "q.rq", "--store", mine, "--format", "csv")
    assert ran.status == 0
    assert "发放" in ran.out


def test_a_query_that_is_there_and_cannot_be_read(kg: Callable[..., Ran], mine: Path, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_bytes(b"SELECT \xff")
    ran = kg("query", "q.rq", "--store", mine, "--lang", "en")
    assert ran.status == 3
    assert "encoding" in ran.err
    (tmp_path / "folder.rq").mkdir()
    ran = kg("query", "folder.rq", "--store", mine, "--lang", "en")
    assert ran.status == 3
    assert "does not exist" not in ran.err


def test_names_in_straight_quotes_stand_in_tsv_as_they_are() -> None:
    """Tab-separated values know no quotes (IANA, text/tab-separated-values), and decisions are read so."""
    names = table(("name", "keep"), [('"双随机"监管', "“双随机”监管"), ("a\tb", "c\nd")], "tsv", "zh")
    assert names == 'name\tkeep\n"双随机"监管\t“双随机”监管\na b\tc d\n'
    line = "same\tprogramme\t*\t" + names.splitlines()[1]
    (decision,) = parse_decisions(line, Path("d.tsv"))
    assert (decision.name, decision.other) == ('"双随机"监管', "“双随机”监管")


def test_no_cell_of_a_csv_file_is_a_formula(kg: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "=HYPERLINK(1).txt").write_text(REPORT.replace(REPORT.splitlines()[0], "=1+1的报告"), "utf-8")
    assert kg("build", "=HYPERLINK(1).txt", "--store", "s").status == 0
    for command in (("reports",), ("export",)):
        ran = kg(*command, "--store", "s", "--format", "csv")
        cells = [cell for row in csv.reader(io.StringIO(ran.out.removeprefix("\ufeff"))) for cell in row]
        assert ran.status == 0
        assert not any(cell.startswith("=") for cell in cells)
    assert "'=HYPERLINK(1).txt" in kg("reports", "--store", "s", "--format", "csv").out
