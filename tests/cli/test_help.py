"""Every command and option is documented in both languages, and help is shown in the one that is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable

import click
import pytest

from kg.cli.help import columns, wrap
from kg.cli.program import program
from tests.cli.conftest import Ran

CHINESE = re.compile(r"[\u4e00-\u9fff]")
NAMES = (
    "build",
    "facts",
    "validate",
    "query",
    "ask",
    "trace",
    "table",
    "compare",
    "answers",
    "why",
    "reason",
    "names",
    "stats",
    "export",
    "view",
    "reports",
    "remove",
)


def helps(language: str) -> dict[str, str]:
    """What is documented → its help text."""
    group = program(language)
    found = {"kg": group.help or ""}
    for command in (group, *group.commands.values()):
        if command is not group:
            found[f"kg {command.name}"] = command.help or ""
        for option in command.params:
            if isinstance(option, click.Option):
                found[f"kg {command.name} {option.opts[0]}"] = option.help or ""
    return found


def test_the_commands_are_those_of_the_contract() -> None:
    assert tuple(program("en").commands) == NAMES


@pytest.mark.parametrize("what", helps("en"))
def test_documented_in_both_languages(what: str) -> None:
    chinese, english = helps("zh")[what], helps("en")[what]
    assert CHINESE.search(chinese), what
    assert len(english) > 10, what
    assert not CHINESE.search(english), what


@pytest.mark.parametrize("name", NAMES)
def test_help_is_in_the_language_asked_for_wherever_it_is_asked(kg: Callable[..., Ran], name: str) -> None:
    before, after = kg("--lang", "zh", name, "--help"), kg(name, "--help", "--lang=zh")
    assert before == after
    assert before.status == 0
    assert before.out.startswith(f"用法：kg {name} [选项]")
    assert "选项：" in before.out
    english = kg(name, "-h", "--lang", "en")
    assert english.out.startswith(f"Usage: kg {name} [OPTIONS]")
    assert not CHINESE.search(english.out)


def test_help_of_the_whole_lists_every_command_in_order(kg: Callable[..., Ran]) -> None:
    shown = kg("--help", "--lang", "en").out.split("Commands:")[1]
    assert tuple(re.findall(r"^  ([a-z]+) ", shown, re.MULTILINE)) == NAMES


def test_no_arguments_show_the_help_as_a_mistake(kg: Callable[..., Ran]) -> None:
    ran = kg()
    assert (ran.status, ran.out) == (2, "")
    assert "kg" in ran.err


@pytest.mark.parametrize(
    ("locale", "start"),
    [("en_GB.UTF-8", "Usage:"), ("zh_CN.UTF-8", "用法："), ("C", "用法："), ("C.UTF-8", "用法："), ("", "用法：")],
)
def test_language_comes_from_the_locale(
    kg: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, locale: str, start: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.delenv("LANG", raising=False)
    assert kg("--help").out.startswith(start)


def test_version(kg: Callable[..., Ran]) -> None:
    assert re.fullmatch(r"kg \d+\.\d+\.\d+\S*\n", kg("--version").out)


def test_chinese_help_fits_a_terminal_of_80_columns(kg: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for name in NAMES:
        for line in kg(name, "--help", "--lang", "zh").out.splitlines():
            assert columns(line) <= 80, line


def test_lines_break_between_characters_and_never_before_a_mark() -> None:
    assert wrap("读取报告，写入图谱。", 8) == ["读取报", "告，写入", "图谱。"]
    assert wrap("见 kg.store 文件夹", 9) == ["见", "kg.store", "文件夹"]
    assert wrap("", 10) == []
    text = "把政府报告读成知识图谱：每一条事实都指向原文 SPARQL 中说出它的字句。"
    assert "".join(wrap(text, 20)).replace(" ", "") == text.replace(" ", "")
