"""A reader sees whether a figure tells a rise or a fall, in every form."""

from __future__ import annotations

import subprocess
import sys
from csv import DictReader
from pathlib import Path

import pytest

TEXT = (
    "某县人民政府2024年工作报告\n一、安全生产\n"
    "县应急管理局开展排查，火灾死亡人数下降50%。县农业农村局推广良种，粮食产量增长2%。\n"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("directions")
    (folder / "a.txt").write_text(TEXT, "utf-8")
    later = TEXT.replace("2024", "2025").replace("50%", "40%").replace("增长2%", "下降1%")
    (folder / "b.txt").write_text(later, "utf-8")
    run("build", str(folder / "a.txt"), str(folder / "b.txt"), "--store", str(folder / "store"))
    return str(folder / "store")


def run(*words: str) -> str:
    return subprocess.run([sys.executable, "-m", "kg", *words], capture_output=True, check=True, text=True).stdout


def test_the_table_has_the_word_and_the_number_apart(store: str) -> None:
    told = run("--lang", "zh", "table", "--store", store, "--format", "csv")
    assert '"下降50% (火灾死亡人数), 未写日期",减少,50,%' in told
    assert '"增长2% (粮食产量), 未写日期",增加,2,%' in told


def test_a_picture_and_a_trace_have_the_word(store: str, tmp_path: Path) -> None:
    run("view", "--store", store, "-o", str(tmp_path / "p.mmd"))
    assert "下降50%" in (tmp_path / "p.mmd").read_text("utf-8")
    assert "下降50% = 减少 50 %" in run("--lang", "zh", "trace", "死亡人数", "--store", store)
    assert "下降50% = fell 50 %" in run("--lang", "en", "trace", "死亡人数", "--store", store)
    assert "# outcome 下降50% (火灾死亡人数) (fell, no date)" in run(
        "--lang", "en", "view", "--terminal", "--store", store
    )


def test_rows_of_outcomes_have_a_column_of_their_own_for_it(store: str) -> None:
    rows = list(DictReader(run("export", "--store", store, "--format", "csv").lstrip("\ufeff").splitlines()))
    told = {(row["change"], row["value"]) for row in rows if row["unit"]}
    assert told == {("decrease", "50"), ("increase", "2"), ("decrease", "40"), ("decrease", "1")}


def test_a_comparison_takes_no_difference_of_a_rise_and_a_fall(store: str) -> None:
    told = run("--lang", "en", "compare", "2024", "2025", "--store", store)
    assert "下降50% → 下降40% (of the fall -10 points)" in told
    assert "粮食产量 增长2% → 下降1%\n" in told


@pytest.mark.parametrize("question", ["percentages", "outcomes-of-report", "outcomes-of-unit", "figures-about"])
def test_answers_have_the_column_too(store: str, question: str) -> None:
    rows = list(DictReader(run("query", question, "--store", store, "--format", "csv").splitlines()))
    assert sorted({row["change"] for row in rows}) == ["decrease", "increase"]
    assert "fell  " in run("--lang", "en", "query", question, "--store", store)
    assert "减少" in run("--lang", "zh", "query", question, "--store", store)
