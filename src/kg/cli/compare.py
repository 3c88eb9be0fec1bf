"""``kg compare``: two reports side by side."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.comparing import form_of, print_comparison, shared_options
from kg.cli.options import command_of
from kg.cli.reading import reports_named
from kg.cli.screen import Screen


def command(language: str) -> click.Command:
    """The command with its help in this language."""
    return command_of(
        language,
        "compare",
        run,
        click.Argument(["first"], metavar="A"),
        click.Argument(["second"], metavar="B"),
        *shared_options(language),
        zh="比较两份报告（两个年度、两个区，或计划与其落实报告）：哪些举措已报告完成、延续、新增、未见回应、不再提及，"
        "成效如何变化，责任单位是否易手；两个地方的报告，则列出两者都有的和各自独有的。"
        "A、B 是文件，或图库中的报告：用发文字号、标题、IRI 或文件名指明，写出其中一部分亦可。",
        en="Compare two reports (two years, two districts, a plan and the report on it): measures"
        " reported as done, continued, new, unanswered, dropped; outcomes side by side; responsibility that moved;"
        " of two places, what both have and what only one has."
        " A and B are files, or reports of the store, named by number, title, IRI, file name or a part of them.",
    )


def run(first: str, second: str, store: Path, format_name: str | None, output: Path | None, screen: Screen) -> None:
    """Compare and print, and tell where both are the same. NothingFound where no report has a name, UsageMistake where
    several have it."""
    from kg.asking.compare import compare
    from kg.showing.comparison import title

    form = form_of(format_name, output)
    with reports_named((first, second), store, screen) as (opened, named):
        comparison = compare(opened, *named)
    if comparison.same:
        screen.tell("compare-same", first=first, second=second, source=comparison.first.source)
    elif empty := [one for one in (comparison.first, comparison.second) if not one.measures]:
        screen.tell("compare-nothing", report="、".join(title(one) for one in empty))
    elif comparison.backwards:
        screen.tell("compare-backwards", first=comparison.first.date, second=comparison.second.date)
    print_comparison(comparison, form, screen, output)
