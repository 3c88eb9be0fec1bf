"""Commands that are given files: they show what they would show of a store of these, and leave none behind."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Ran

LATER = REPORT.replace("7号", "8号").replace("57件", "63件").replace("2024年", "2025年")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Reports of two years, of one file name; what is made for a while is made in a folder that can be looked at."""
    for year, text in ("2024", REPORT), ("2025", LATER):
        (tmp_path / year).mkdir()
        (tmp_path / year / "report.txt").write_text(text, "utf-8")
    (tmp_path / "while").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "while"))
    return "2024/report.txt", "2025/report.txt"


@pytest.mark.parametrize(
    "words",
    [
        ("table", "--format", "csv"),
        ("table", "--format", "json", "--by", "body"),
        ("view", "--format", "html"),
        ("view", "--terminal", "--focus", "办不成事"),
        ("stats", "--format", "json"),
    ],
)
def test_files_are_shown_as_a_store_of_them_is(
    kg: Callable[..., Ran], files: tuple[str, str], words: tuple[str, ...]
) -> None:
    alone = kg(*words, *files)
    assert not Path("kg.store").exists()
    assert list(Path("while").iterdir()) == []
    assert kg("build", "-q", *files).status == 0
    stored = kg(*words)
    assert (alone.status, alone.out) == (0, stored.out)
    assert kg(*words, files[0]).out != alone.out, "the store has the other too, and was not asked"


def test_two_files_are_compared(kg: Callable[..., Ran], files: tuple[str, str]) -> None:
    alone = kg("compare", *files)
    assert not Path("kg.store").exists()
    assert list(Path("while").iterdir()) == []
    assert "57" in alone.out
    assert "63" in alone.out
    kg("build", "-q", *files)
    assert kg("compare", "7号", "8号").out == alone.out
    (Path("2024") / "report.txt").unlink()
    assert kg("compare", "7号", files[1]).out == alone.out, "a stored report beside a file"


def test_demands_are_answered_by_a_file(kg: Callable[..., Ran], files: tuple[str, str]) -> None:
    Path("d.txt").write_text("一、服务\n组建专员队伍。\n修建海底隧道。\n", "utf-8")
    ran = kg("answers", "d.txt", files[0])
    assert ran.status == 0
    assert "将组建专员队伍" in ran.out


def test_what_is_neither_a_file_nor_in_a_store_is_told(kg: Callable[..., Ran], files: tuple[str, str]) -> None:
    ran = kg("compare", files[0], "2026/report.txt")
    assert ran.status == 3
    assert "没有文件 2026/report.txt" in ran.err
    assert ran.out == ""
    assert kg("table", "2026", "-o", "t.csv").status == 3
    assert not Path("t.csv").exists()
    kg("build", "-q", files[0])
    ran = kg("compare", files[0], "2026/report.txt")
    assert ran.status == 1
    assert "没有报告“2026/report.txt”" in ran.err


def test_two_texts_of_one_report_are_not_taken_for_two(kg: Callable[..., Ran], files: tuple[str, str]) -> None:
    Path("draft.txt").write_text(REPORT.replace("57件", "58件"), "utf-8")
    Path("copy.txt").write_text(REPORT, "utf-8")
    ran = kg("compare", "draft.txt", files[0])
    assert ran.status == 2
    assert "draft.txt" in ran.err
    assert "同一份报告" in ran.err
    assert "是同一份报告，或正文完全相同" in kg("compare", "copy.txt", files[0]).err


def test_a_file_and_a_stored_report_of_one_name_are_not_taken_for_each_other(
    kg: Callable[..., Ran], files: tuple[str, str]
) -> None:
    Path("draft.txt").write_text(REPORT.replace("57件", "58件"), "utf-8")
    kg("build", "-q", files[0])
    for names in ("draft.txt", "7号"), ("7号", "draft.txt"):
        ran = kg("compare", *names)
        assert ran.status == 2, "the stored one would take the place of the file"
        assert "draft.txt 和 7号" in ran.err
        assert ran.out == ""
    assert "是同一份报告，或正文完全相同" in kg("compare", files[0], "7号").err


@pytest.mark.parametrize("words", [("stats",), ("view", "-o", "v.html"), ("table", "-o", "t.csv")])
def test_where_files_tell_nothing_no_store_is_spoken_of(kg: Callable[..., Ran], words: tuple[str, ...]) -> None:
    Path("plain.txt").write_text("今天天气很好。\n", "utf-8")
    ran = kg(*words, "plain.txt")
    assert ran.status == 1
    assert "没有可" in ran.err
    assert "kg facts" in ran.err
    assert "kg build" not in ran.err
    assert "图库" not in ran.err
    assert "kg.store" not in ran.err
    assert not [*Path().glob("v.html"), *Path().glob("t.csv")]


def test_a_report_without_measures_is_told_to_have_nothing_to_compare(
    kg: Callable[..., Ran], files: tuple[str, str]
) -> None:
    Path("plain.txt").write_text("今天天气很好。\n", "utf-8")
    for names in (("plain.txt", files[0]), (files[0], "plain.txt")):
        ran = kg("compare", *names)
        assert ran.status == 0
        assert "plain.txt 中没有读到举措" in ran.err
    assert "没有读到" not in kg("compare", *files).err
