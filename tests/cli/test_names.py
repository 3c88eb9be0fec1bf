"""``kg names``."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.graph.store import Store
from tests.cli.conftest import REPORT, Ran


@pytest.fixture
def mine(store: Path, tmp_path: Path) -> Path:
    """A copy of the store that a test may change."""
    return Path(shutil.copytree(store, tmp_path / "mine.store"))


def listed(kg: Callable[..., Ran], store: Path, *options: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(kg("names", "--store", store, "--format", "csv", *options).out)))


def test_names_with_aliases_counts_and_how_they_were_found(kg: Callable[..., Ran], mine: Path) -> None:
    rows = {row["name"]: row for row in listed(kg, mine)}
    bureau = rows["黄浦区市场监督管理局"]
    assert bureau["kind"] == "organisation"
    assert bureau["division"] == "310101"
    assert "区市场监管局" in bureau["aliases"]
    assert int(bureau["mentions"]) >= 1
    assert bureau["bases"] == "register"
    assert "黄浦区市场监督管理局" not in {row["name"] for row in listed(kg, mine, "--open")}


def test_a_decision_is_replayed_on_every_build(kg: Callable[..., Ran], mine: Path, tmp_path: Path) -> None:
    (tmp_path / "d.tsv").write_text(
        "same\tsite\t*\t“办不成事”反映窗口\t黄浦区“办不成事”反映窗口\nsame\tsite\t*\t没有的窗口\t别的窗口\n", "utf-8"
    )
    ran = kg("names", "--store", mine, "--decide", "d.tsv", "--lang", "en")
    assert ran.status == 0
    assert "2 decisions taken (0 before)" in ran.err
    assert "No report names “没有的窗口” (site, *)" in ran.err
    names = {row["name"] for row in listed(kg, mine)}
    assert "黄浦区“办不成事”反映窗口" in names
    assert "“办不成事”反映窗口" not in names
    (tmp_path / "next.txt").write_text(REPORT.replace("7号", "8号"), "utf-8")
    kg("build", "next.txt", "--store", mine)
    row = next(row for row in listed(kg, mine) if row["name"] == "黄浦区“办不成事”反映窗口")
    assert row["aliases"] == "“办不成事”反映窗口"
    with Store.open(mine) as opened:
        before = list(opened.lines())
    kg("build", "--again", "--store", mine)
    with Store.open(mine) as opened:
        assert list(opened.lines()) == before


def test_a_broken_file_of_decisions_changes_nothing(kg: Callable[..., Ran], mine: Path, tmp_path: Path) -> None:
    (tmp_path / "d.tsv").write_text("same\tsite\n", "utf-8")
    ran = kg("names", "--store", mine, "--decide", "d.tsv", "--lang", "zh")
    assert ran.status == 3
    assert "第 1 行不是一项决定" in ran.err
    assert not (mine / "decisions.tsv").exists()
    assert kg("names", "--store", mine, "--decide", "none.tsv").status == 3
    (tmp_path / "b.tsv").write_bytes(b"\xff\xfe\x00\x81")
    ran = kg("names", "--store", mine, "--decide", "b.tsv", "--lang", "en")
    assert (ran.status, "another encoding" in ran.err) == (3, True)


def test_suggestions_can_be_decided_as_they_are(kg: Callable[..., Ran], mine: Path, tmp_path: Path) -> None:
    other = REPORT.replace("7号", "8号").replace("设立“办不成事”反映窗口", "设立办不成事反映窗口")
    (tmp_path / "other.txt").write_text(other, "utf-8")
    kg("build", "other.txt", "--store", mine)
    draft = kg("names", "--store", mine, "--suggest", "--format", "tsv").out
    (tmp_path / "d.tsv").write_text(draft, "utf-8")
    assert kg("names", "--store", mine, "--decide", "d.tsv").status == 0
    assert len(kg("names", "--store", mine, "--suggest", "--format", "tsv").out.splitlines()) == 1
