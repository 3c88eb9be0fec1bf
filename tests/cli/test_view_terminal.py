from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran


def test_a_pipe_gets_the_plain_tree(kg: Callable[..., Ran], store: Path) -> None:
    ran = kg("view", "--terminal", "--store", store, "--focus", "反映窗口")
    assert ran.status == 0
    assert "\033" not in ran.out
    assert "  ▶ 设立“办不成事”反映窗口" in ran.out
    assert "    ● 设立 “办不成事”反映窗口" in ran.out


def test_a_terminal_gets_colours_unless_told_otherwise(
    kg: Callable[..., Ran], store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\033[34m■ " in kg("view", "--terminal", "--store", store).out
    monkeypatch.setenv("NO_COLOR", "1")
    out = kg("view", "--terminal", "--store", store).out
    assert "\033" not in out
    assert "└─" in out


def test_the_tree_goes_into_a_file_too(kg: Callable[..., Ran], store: Path) -> None:
    shown = kg("view", "--terminal", "--store", store).out
    assert kg("view", "--terminal", "--store", store, "-o", "tree.txt").status == 0
    assert Path("tree.txt").read_text("utf-8") == shown


def test_a_tree_has_no_other_format(kg: Callable[..., Ran], store: Path) -> None:
    ran = kg("view", "--terminal", "--format", "svg", "--store", store)
    assert (ran.status, ran.out) == (2, "")
    assert "--terminal" in ran.err
    ran = kg("view", "--terminal", "-o", "tree.SVG", "--store", store)
    assert (ran.status, ran.out) == (2, "")
    assert "tree.SVG" in ran.err
    assert not Path("tree.SVG").exists()


def test_one_report_is_drawn_and_a_name_of_several_is_told_as_tables_tell_it(kg: Callable[..., Ran], two: Path) -> None:
    whole = kg("view", "--terminal", "--store", two).out
    one = kg("view", "--terminal", "--store", two, "--report", "8号").out
    assert len(whole.splitlines()) > len(one.splitlines()) > 5
    assert set(one.splitlines()) <= set(whole.splitlines())
    page = kg("view", "--format", "html", "--store", two, "--report", "8号").out
    assert ("黄府〔2024〕8号" in page, "黄府〔2024〕7号" in page) == (True, False)
    window = kg("view", "--terminal", "--store", two, "--report", "8号", "--focus", "反映窗口")
    assert 0 < len(window.out.splitlines()) < len(one.splitlines())
    for name, status in (("营商环境", 2), ("没有这份", 1)):
        drawn = kg("view", "--terminal", "--store", two, "--report", name, "--lang", "en")
        listed = kg("table", "--format", "md", "--store", two, "--report", name, "--lang", "en")
        assert (drawn.status, drawn.out, drawn.err) == (status, "", listed.err)
