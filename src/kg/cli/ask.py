"""``kg ask``: a question in plain Chinese or English, answered by a named question."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.formats import chosen
from kg.cli.options import command_of, format_option, output_option, report_options, store_option
from kg.cli.screen import Screen
from kg.cli.stores import asked_of, open_store

if TYPE_CHECKING:
    from kg.asking.meant import Asked

FORMATS = ("table", "json", "csv")
SHOWN = 5
"""Names that are told where a question reaches several."""


def command(language: str) -> click.Command:
    """The command with its help in this language."""
    return command_of(
        language,
        "ask",
        run,
        click.Argument(["question"], metavar="QUESTION"),
        *report_options(language),
        store_option(language),
        format_option(language, FORMATS, "table"),
        output_option(language),
        zh="用中文或英文提问，如“哪个单位负责一业一证？”。所用的 kg query 命令写在标准错误上，每行答案附原句。"
        "地区的名称指其政府。读不懂的问题会说明，并给出用词最接近的句子和可问的问题；不是名称而原文写到的，"
        "列出其句子。没有答案时退出码为 1。",
        en="Ask in plain Chinese or English, as in 'Which measures name no body?'. The kg query command that answers"
        " it is shown on standard error; every row ends with its sentence. A region's name means its government."
        " What it can't read it says, with the nearest sentences and questions; of what is no name and stands in a"
        " text it shows the sentences. Where there is no answer, the exit status is 1.",
    )


def run(
    question: str,
    report: str | None,
    issuer: str | None,
    store: Path,
    format_name: str | None,
    output: Path | None,
    screen: Screen,
) -> int:
    """Say which named question it is and print its answer; 1 where it has no row."""
    from kg.asking.asked import answered, other_years, otherwise, understood
    from kg.asking.closest import closest
    from kg.asking.filling import Names
    from kg.asking.questions import headings
    from kg.showing.table import table

    form = chosen(format_name, output, FORMATS, "table")
    with open_store(store, screen) as whole:
        opened = asked_of(whole, report, issuer, screen)
        known = Names(opened)
        asked = understood(opened, question, known)
        of = "".join(f" {o} {shlex.quote(v)}" for o, v in (("--report", report), ("--issuer", issuer)) if v is not None)
        _tell(screen, asked, of)
        answer = answered(opened, asked)
        if not answer.cells and (other := otherwise(opened, question, asked, known)):
            asked, answer = other, answered(opened, other)
            screen.tell("ask-otherwise")
            _tell(screen, asked, of)
        years = () if answer.cells else other_years(opened, asked)
        near = {} if answer.cells else closest(opened, known, question).values
    heads = headings(asked.question, answer.columns, screen.language)
    screen.put(table(answer.columns, answer.cells, form, screen.language, heads, screen.widest(output)), output)
    if not answer.cells:
        screen.tell("ask-empty")
        if years:
            screen.tell("ask-other-years", years="、".join(years) if screen.language == "zh" else ", ".join(years))
        if near:
            screen.tell("ask-near", **near)
    return int(not answer.cells)


def _tell(screen: Screen, asked: Asked, of: str) -> None:
    """Say which named question it is and what was taken for what; ``of`` are the options that chose the reports."""
    from kg.asking.regions import governments

    screen.tell("ask-query", command=asked.command() + ("" if asked.of else of))
    if asked.taken and len(asked.names) == 1:
        code = "ask-region" if governments(asked.taken, asked.names) else "ask-taken"
        screen.tell(code, said=asked.taken, name=asked.names[0])
    if len(asked.names) > 1:
        more = " …" if len(asked.names) > SHOWN else ""
        screen.tell("ask-several", count=len(asked.names), names="、".join(asked.names[:SHOWN]) + more)
    if asked.unread:
        screen.tell("ask-not-told", words="、".join(asked.unread))
    if asked.year:
        screen.tell("ask-year", year=asked.year)
    if asked.day:
        screen.tell("ask-day", day=asked.day)
