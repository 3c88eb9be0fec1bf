"""What every command says where its output can't be written, and where its store is empty, missing or in use."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.cli.program import program
from kg.graph.store import Store
from tests.cli.conftest import Ran

WRITING = {
    "validate": ("findings.html",),
    "query": ("answer.csv", "who-leads-what"),
    "ask": ("asked.json", "哪个单位负责一业一证？"),
    "trace": ("trace.json", "一业一证"),
    "table": ("table.xlsx",),
    "compare": ("compared.html", "7号", "7号"),
    "answers": ("answers.json", "demands.txt", "7号"),
    "why": ("why.json", "一业一证"),
    "names": ("names.csv",),
    "stats": ("stats.svg",),
    "export": ("all.ttl",),
    "view": ("view.html",),
}
"""A file that the command writes, and its arguments."""
NO_FILE = {"build": ("demands.txt",), "reason": (), "reports": (), "remove": ("7号",)}
EMPTY = {"validate": 0, "query": 0, "names": 0, "export": 0, "reason": 0, "reports": 0}
"""Commands that have an answer where there is nothing: that there is nothing. To all others that is a failure."""


@pytest.fixture(autouse=True)
def demands(tmp_path: Path) -> None:
    (tmp_path / "demands.txt").write_text("要推进“一业一证”改革。", "utf-8")


def test_no_command_is_left_out() -> None:
    assert {*WRITING, *NO_FILE, "facts"} == set(program("en").commands)


@pytest.mark.parametrize("command", WRITING)
def test_an_output_that_exists_is_replaced_whole(
    kg: Callable[..., Ran], store: Path, tmp_path: Path, command: str
) -> None:
    name, *arguments = WRITING[command]
    (tmp_path / name).write_text("old", "utf-8")
    options = ("--fail-on", "none") if command == "validate" else ()
    ran = kg(command, *arguments, *options, "--store", store, "-o", name)
    assert (ran.status, ran.out) == (0, "")
    assert len((tmp_path / name).read_bytes()) > 20
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize("command", WRITING)
@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        ("{name}", "是文件夹，不是文件", "is a folder, not a file"),
        ("missing/{name}", "找不到文件或文件夹", "no such file or folder"),
        ("demands.txt/{name}", "路径的上级不是文件夹", "a parent of the path is not a folder"),
    ],
)
def test_an_output_that_cannot_be_written_is_told_in_the_readers_language(
    kg: Callable[..., Ran], store: Path, tmp_path: Path, command: str, place: str, zh: str, en: str
) -> None:
    name, *arguments = WRITING[command]
    (tmp_path / name).mkdir()
    for language, reason in (("zh", zh), ("en", en)):
        path = place.format(name=name)
        ran = kg(command, *arguments, "--store", store, "-o", path, "--lang", language)
        assert (ran.status, ran.out) == (3, "")
        assert path in ran.err
        assert reason in ran.err
    assert not [p for p in tmp_path.rglob("*") if p.is_file() and p.name != "demands.txt"]


@pytest.mark.parametrize("command", [*WRITING, *NO_FILE])
def test_a_store_that_is_missing_empty_or_in_use(
    kg: Callable[..., Ran], store: Path, tmp_path: Path, command: str
) -> None:
    arguments = NO_FILE.get(command, WRITING.get(command, ())[1:])
    form = {"table": ("--format", "csv"), "export": ("--format", "ttl"), "view": ("--format", "svg")}.get(command, ())
    if command != "build":
        missing = kg(command, *arguments, *form, "--store", "none.store", "--lang", "en")
        assert (missing.status, missing.out) == (3, "")
        assert "no store at none.store" in missing.err
        with Store.open(tmp_path / "empty.store", create=True):
            pass
        empty = kg(command, *arguments, *form, "--store", "empty.store")
        assert empty.status == EMPTY.get(command, 1)
        assert empty.err or empty.out
    used = Path(shutil.copytree(store, tmp_path / "used.store"))
    with Store.open(used, create=True):
        ran = kg(command, *arguments, *form, "--store", used, "--lang", "en")
    assert (ran.status, ran.out) == (3, "")
    assert "in use by another program" in ran.err


def test_a_focus_without_a_word_is_no_picture_of_everything(
    kg: Callable[..., Ran], store: Path, tmp_path: Path
) -> None:
    ran = kg("view", "--focus", "", "-o", "v.svg", "--store", store)
    assert ran.status == 1
    assert not (tmp_path / "v.svg").exists()
