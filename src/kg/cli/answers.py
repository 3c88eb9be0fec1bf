"""``kg answers``: the demands of a text with the measures of a report that answer them."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.comparing import form_of, print_answers, shared_options
from kg.cli.options import PATH, command_of
from kg.cli.reading import reports_named
from kg.cli.screen import Screen


def command(language: str) -> click.Command:
    """The command with its help in this language."""
    return command_of(
        language,
        "answers",
        run,
        click.Argument(["demands"], metavar="DEMANDS", type=PATH),
        click.Argument(["report"], metavar="REPORT"),
        *shared_options(language),
        zh="把文本文件 DEMANDS 中的意见（如人大常委会审议意见）逐条对照报告 REPORT"
        "（文件，或图库中的报告）的举措：哪些有回应（整个部分的标题或内容与意见相合的，由该部分的举措回应），"
        "哪些没有。一项都没有回应时，退出码为 1。",
        en="Line up the demands of a text file DEMANDS (such as a congress's review opinions) with the measures of"
        " REPORT, a file or a report of the store: which answer what (where a section's heading or matter is what"
        " is demanded, the measures under it), and what nothing answers. Where none is answered, the exit status is"
        " 1.",
    )


def run(demands: Path, report: str, store: Path, format_name: str | None, output: Path | None, screen: Screen) -> int:
    """Line up and print; 1 where no demand is answered. NothingFound where nothing is demanded or no report has the
    name."""
    from kg.asking.answers import answers
    from kg.pipeline import read_facts
    from kg.showing.comparison import title

    form = form_of(format_name, output)
    facts = read_facts(demands)
    with reports_named((report,), store, screen) as (opened, (named,)):
        found = answers(opened, facts, named)
    print_answers(found, form, screen, output)
    if found.answered():
        return 0
    screen.tell("answers-none", source=found.source, report=title(found.report), count=len(found.demands))
    return 1
