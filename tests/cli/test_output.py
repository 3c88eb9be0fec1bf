"""Output goes where it should, whole or not at all; data on stdout, the rest on stderr."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
FULL = {"zh": "磁盘已满", "en": "no space left"}
WRITERS = {
    "facts": ("facts",),
    "reports": ("reports",),
    "query --list": ("query", "--list"),
    "trace": ("trace", "一业一证"),
    "export": ("export", "--format", "turtle"),
    "view": ("view", "--format", "svg"),
    "validate": ("validate", "--fail-on", "none"),
}


def arguments(name: str, store: Path, report: Path) -> list[str]:
    """The arguments of this writer."""
    place = [str(report)] if name == "facts" else ["--store", str(store)]
    return [*WRITERS[name], *place]


@LANGUAGES
@pytest.mark.parametrize("name", ["export", "view", "trace", "reports", "query --list", "validate"])
@pytest.mark.parametrize("kind", ["below a file", "a folder", "folder missing"])
def test_output_that_cannot_be_written(
    kg: Callable[..., Ran], store: Path, report: Path, tmp_path: Path, name: str, kind: str, language: str
) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    (tmp_path / "folder").mkdir()
    output = tmp_path / {"below a file": "file/x.svg", "a folder": "folder", "folder missing": "no/x.svg"}[kind]
    form = [] if "--format" in WRITERS[name] else ["--format", "text" if name == "validate" else "csv"]
    ran = kg(*arguments(name, store, report), *form, "-o", output, "--lang", language)
    assert ran.status == 3, ran
    assert str(output) in ran.err
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["file", "folder"]


@LANGUAGES
@pytest.mark.parametrize("name", WRITERS)
def test_full_disk(
    kg_process: Callable[..., subprocess.Popen[str]], store: Path, report: Path, name: str, language: str
) -> None:
    with open("/dev/full", "wb") as full:
        process = kg_process("--lang", language, *arguments(name, store, report), stdout=full.fileno())
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 3, errors
    assert FULL[language] in errors
    assert "Traceback" not in errors
    assert "Exception ignored" not in errors


def test_a_reader_that_stops_reading_is_no_failure_to_tell(
    kg_process: Callable[..., subprocess.Popen[str]], store: Path
) -> None:
    process = kg_process("export", "--format", "nquads", "--store", store)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait(60) == 141
    process.stderr.close()


def test_output_replaces_a_file_whole(kg: Callable[..., Ran], store: Path, tmp_path: Path) -> None:
    target = tmp_path / "graph.ttl"
    target.write_text("old", "utf-8")
    ran = kg("export", "-o", target, "--store", store)
    assert (ran.status, ran.out, ran.err) == (0, "", f"已替换 {target}（原有同名文件）\n")
    assert "黄浦区人民政府" in target.read_text("utf-8")
    assert [p.name for p in tmp_path.iterdir()] == ["graph.ttl"]


@pytest.mark.parametrize("name", [name for name in WRITERS if name != "facts"])
def test_what_is_written_and_what_replaced_is_told(kg: Callable[..., Ran], store: Path, name: str) -> None:
    asked = [*arguments(name, store, store), "--lang", "en", "-o"]
    form = {"validate": "text", "view": "svg", "export": "turtle"}.get(name, "csv")
    told = [kg(*asked, place, "--format", form).err.splitlines()[0] for place in ("out", "out", "/dev/null")]
    assert told == ["Written: out", "Replaced: out, a file that was there before", "Written: /dev/null"]
    assert "Written" not in kg(*asked, "-", "--format", form).err
    assert "Replaced" not in kg(*asked, "out", "--format", form, "-q").err


def test_facts_that_replace_others_are_counted(kg: Callable[..., Ran], report: Path) -> None:
    assert "replaced" not in kg("facts", report, "-o", "read", "--lang", "en").err
    assert "1 of these files was there before and is replaced" in kg("facts", report, "-o", "read", "--lang", "en").err
    assert kg("facts", report, "-o", "read", "-q").err == ""


def test_a_dash_is_stdout(kg: Callable[..., Ran], store: Path, tmp_path: Path) -> None:
    dash = kg("export", "--format", "nt", "-o", "-", "--store", store)
    assert dash.out == kg("export", "--format", "application/n-triples", "--store", store).out
    assert "黄浦区人民政府" in dash.out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "gbk"])
def test_stdout_is_utf8_in_every_locale(
    kg_process: Callable[..., subprocess.Popen[str]], store: Path, encoding: str
) -> None:
    out, errors = kg_process("reports", "--store", store, PYTHONIOENCODING=encoding).communicate(timeout=60)
    assert "黄府〔2024〕7号" in out, errors


def test_quiet_says_nothing_but_errors(kg: Callable[..., Ran], report: Path, tmp_path: Path) -> None:
    assert kg("build", "-q", report) == Ran(0, "", "")
    assert kg("-q", "build", report) == Ran(0, "", "")
    assert kg("-q", "view", "-o", "page.html") == Ran(0, "", "")
    assert "missing.txt" in kg("build", "-q", tmp_path / "missing.txt").err


def test_no_escape_codes_where_nobody_looks(kg: Callable[..., Ran], report: Path, store: Path) -> None:
    for ran in (kg("build", report), kg("trace", "一业一证", "--store", store), kg("reports", "--store", store)):
        assert "\x1b" not in ran.out + ran.err
