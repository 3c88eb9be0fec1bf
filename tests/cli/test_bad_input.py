"""Bad files, stores and outputs: a message in both languages, the contract's exit status, nothing half-written."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Ran

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
ERROR = {"zh": "错误：", "en": "Error: "}


def told(ran: Ran, status: int, language: str, *parts: str) -> None:
    """The run ended with this status and said these things on stderr alone."""
    assert ran.status == status, ran
    assert ERROR[language] in ran.err
    assert "Traceback" not in ran.err
    for part in parts:
        assert part in ran.err


def inputs(folder: Path) -> dict[str, Path]:
    """Name of a bad input → its path."""
    (folder / "empty.txt").write_text("", "utf-8")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "nothing").mkdir()
    (folder / "nothing" / "notes.dat").write_text("x", "utf-8")
    return {
        "missing path": folder / "missing.txt",
        "empty file": folder / "empty.txt",
        "binary file": folder / "binary.txt",
        "unreadable format": folder / "picture.png",
        "folder without documents": folder / "nothing",
    }


@LANGUAGES
@pytest.mark.parametrize("command", ["build", "facts"])
@pytest.mark.parametrize(
    "name", ["missing path", "empty file", "binary file", "unreadable format", "folder without documents"]
)
def test_bad_source(kg: Callable[..., Ran], tmp_path: Path, command: str, name: str, language: str) -> None:
    source = inputs(tmp_path)[name]
    before = sorted(tmp_path.rglob("*"))
    ran = kg(command, source, "--lang", language)
    told(ran, 3, language, source.name)
    assert ran.out == ""
    assert sorted(tmp_path.rglob("*")) == before


@LANGUAGES
def test_a_bad_source_stops_none_of_the_others(
    kg: Callable[..., Ran], tmp_path: Path, report: Path, language: str
) -> None:
    bad = inputs(tmp_path)["empty file"]
    ran = kg("build", bad, report, "--lang", language)
    told(ran, 3, language, "empty.txt")
    assert "黄府〔2024〕7号" in ran.out
    assert "黄府〔2024〕7号" in kg("reports").out


@LANGUAGES
@pytest.mark.parametrize(
    "arguments",
    [("reports",), ("query", "--lang", "zh", "x"), ("trace", "x"), ("export", "--format", "csv"), ("validate",)],
    ids=" ".join,
)
@pytest.mark.parametrize("kind", ["missing", "folder of other things", "file"])
def test_bad_store(
    kg: Callable[..., Ran], tmp_path: Path, arguments: tuple[str, ...], kind: str, language: str
) -> None:
    path = tmp_path / "other"
    if kind == "file":
        path.write_text("x", "utf-8")
    elif kind == "folder of other things":
        path.mkdir()
        (path / "letter.txt").write_text("x", "utf-8")
    ran = kg(*arguments, "--store", path, "--lang", language)
    told(ran, 3, language, str(path))
    assert ran.out == ""
    assert path.exists() == (kind != "missing")


@LANGUAGES
def test_build_leaves_a_folder_of_other_things_alone(
    kg: Callable[..., Ran], tmp_path: Path, report: Path, language: str
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("x", "utf-8")
    told(kg("build", report, "--store", tmp_path / "other", "--lang", language), 3, language, "other")
    assert [p.name for p in (tmp_path / "other").iterdir()] == ["letter.txt"]


FORMATS = {
    "export": ("export", "--format", "docx"),
    "query": ("query", "SELECT * {?s ?p ?o}", "--format", "docx"),
    "trace": ("trace", "一业一证", "--format", "docx"),
    "view": ("view", "--format", "docx"),
    "view by name": ("view", "-o", "x.docx"),
    "reports": ("reports", "--format", "docx"),
    "validate": ("validate", "--format", "docx"),
    "query --list": ("query", "--list", "--format", "docx"),
}


@LANGUAGES
@pytest.mark.parametrize("name", FORMATS)
def test_unknown_format(kg: Callable[..., Ran], store: Path, tmp_path: Path, name: str, language: str) -> None:
    if name == "query":
        (tmp_path / "all.rq").write_text("SELECT * {?s ?p ?o}", "utf-8")
    arguments = ["all.rq" if a.startswith("SELECT") else a for a in FORMATS[name]]
    ran = kg(*arguments, "--store", store, "--lang", language)
    told(ran, 2, language, "docx")
    assert ran.out == ""
    assert not (tmp_path / "x.docx").exists()


@LANGUAGES
@pytest.mark.parametrize("query", ["SELECT * { ?s ?p", "INSERT DATA { <a:a> <a:b> <a:c> }", ""])
def test_broken_query(kg: Callable[..., Ran], store: Path, tmp_path: Path, query: str, language: str) -> None:
    (tmp_path / "broken.rq").write_text(query, "utf-8")
    ran = kg("query", "broken.rq", "--store", store, "--lang", language)
    told(ran, 2, language, {"zh": "查询语句有误", "en": "query is broken"}[language])
    assert ran.out == ""


@LANGUAGES
def test_unknown_question_names_where_to_look(kg: Callable[..., Ran], store: Path, language: str) -> None:
    told(kg("query", "no-such-question", "--store", store, "--lang", language), 2, language, "no-such-question")


@LANGUAGES
def test_missing_query_file(kg: Callable[..., Ran], store: Path, language: str) -> None:
    told(kg("query", "gone.rq", "--store", store, "--lang", language), 3, language, "gone.rq")


@LANGUAGES
def test_unknown_parameter(kg: Callable[..., Ran], store: Path, language: str) -> None:
    name = kg("query", "--list", "--format", "csv").out.splitlines()[1].split(",")[0]
    told(kg("query", name, "-p", "nosuch=1", "--store", store, "--lang", language), 2, language, "nosuch")


@LANGUAGES
@pytest.mark.parametrize("given", ["state=finished", "state=done,finished", "state=Done"])
def test_a_code_that_a_parameter_does_not_take(kg: Callable[..., Ran], store: Path, language: str, given: str) -> None:
    asked = ("query", "measures-of-status", "--store", store)
    told(kg(*asked, "-p", given, "--lang", language), 2, language, "done、ongoing、planned")
    assert kg(*asked, "-p", "state=done, planned", "--lang", language).status == 0


@LANGUAGES
def test_nothing_found_gives_the_nearest_names(kg: Callable[..., Ran], store: Path, language: str) -> None:
    told(kg("trace", "一业一执照改革", "--store", store, "--lang", language), 1, language, "一业一证")


@LANGUAGES
def test_removing_what_is_not_there(kg: Callable[..., Ran], store: Path, language: str) -> None:
    told(kg("remove", "无此报告", "--store", store, "--lang", language), 1, language, "无此报告")


def test_ambiguous_removal_lists_the_reports_and_removes_none(
    kg: Callable[..., Ran], tmp_path: Path, report: Path
) -> None:
    second = tmp_path / "second.txt"
    second.write_text(REPORT.replace("7号", "8号"), "utf-8")
    assert kg("build", report, second).status == 0
    ran = kg("remove", "上海市黄浦区人民政府关于优化营商环境情况的报告")
    told(ran, 2, "zh", "7号", "8号")
    assert len(kg("reports", "--format", "csv").out.splitlines()) == 3


@LANGUAGES
@pytest.mark.parametrize(
    "arguments", [("facts", "a.txt"), ("table", "a.txt", "-o", "t.csv"), ("reports", "--store", "s")]
)
def test_what_may_not_be_read_is_told_by_who_opens_it(
    kg: Callable[..., Ran], tmp_path: Path, arguments: tuple[str, ...], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As for a user without the right to read, whom the tests may not be."""
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    assert kg("build", "-q", "a.txt", "--store", "s").status == 0

    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr(Path, "read_text", refuse)
    ran = kg(*arguments, "--lang", language)
    told(ran, 3, language, {"zh": "没有权限", "en": "ermission"}[language])
    assert ran.out == ""


def test_a_store_in_place_of_a_report_is_told_how_to_be_used(kg: Callable[..., Ran], store: Path) -> None:
    for words in (("table", store, "-o", "t.csv"), ("view", store, "-o", "v.svg"), ("build", store), ("facts", store)):
        ran = kg(*words)
        assert (ran.status, ran.out) == (2, "")
        assert f"--store {store}" in ran.err


def test_a_folder_in_place_of_one_report(kg: Callable[..., Ran], report: Path, store: Path) -> None:
    for words in (("compare", report.parent, report), ("answers", report, report.parent)):
        for more in ((), ("--store", store)):
            ran = kg(*words, *more)
            assert (ran.status, ran.out) == (3, "")
            assert f"{report.parent} 是文件夹" in ran.err


def test_a_format_of_another_command_names_that_command(kg: Callable[..., Ran], report: Path) -> None:
    for words, told in (
        (("table", report, "-o", "a.gexf"), "gexf 由 kg export 输出"),
        (("view", report, "-o", "a.ttl"), "turtle 由 kg export 输出"),
        (("table", report, "-o", "a.pdf"), "pdf 由 kg view 输出"),
        (("stats", report, "-o", "a.md"), "md 由 kg table 输出"),
    ):
        ran = kg(*words)
        assert ran.status == 2
        assert told in ran.err
    assert "输出" not in kg("view", report, "-o", "a.jpg").err
