"""Mistakes in what is typed: a message in the reader's language that names the mistake, exit status 2."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.cli.running import language_of
from tests.cli.conftest import Ran

MISTAKES = {
    ("blid",): ("没有命令 blid。是否指：build？", "There is no command blid. Did you mean: build?"),
    ("trace", "x", "--stor", "y"): ("没有选项 --stor。是否指：--store？", "no option --stor. Did you mean: --store?"),
    ("trace",): ("缺少参数 TEXT", "TEXT is missing"),
    ("build",): ("缺少参数 SOURCE...", "SOURCE... is missing"),
    ("trace", "a", "b"): ("kg trace 的参数过多：b", "kg trace got more arguments than it takes: b"),
    ("validate", "--fail-on", "x"): ("选项 --fail-on 的值不对", "--fail-on has no such value"),
    ("reports", "--store"): ("选项 --store 需要一个值", "--store needs a value"),
    ("reports", "--quiet=yes"): ("选项 --quiet 不带值", "--quiet takes no value"),
    ("query",): ("请给出问题名称", "Name a question"),
    ("query", "x", "-p", "name"): ("应写作 名称=值", "should read name=value"),
    ("export",): ("请用 --format 指明格式", "Name a format with --format"),
    ("view",): ("请用 --format 指明格式", "Name a format with --format"),
}


@pytest.mark.parametrize("arguments", MISTAKES, ids=" ".join)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_mistake(kg: Callable[..., Ran], arguments: tuple[str, ...], language: str) -> None:
    ran = kg("--lang", language, *arguments)
    assert ran.status == 2
    assert ran.out == ""
    assert MISTAKES[arguments][language == "en"] in ran.err
    assert ("错误：" in ran.err) == (language == "zh")


def test_an_unknown_language_is_told_in_the_default_one(
    kg: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    ran = kg("--lang", "fr", "reports")
    assert ran.status == 2
    assert "Use one of: zh en" in ran.err


def test_language_is_found_before_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert language_of(["--lang", "en", "x"]) == "en"
    assert language_of(["trace", "x", "--lang=en"]) == "en"
    assert language_of(["trace", "--", "--lang=en"]) == "zh"
    assert language_of(["--lang"]) == "zh"
    assert language_of(["--lang", "zh", "trace", "--lang", "en"]) == "en"
    assert language_of([]) == "zh"
