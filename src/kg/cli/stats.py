"""``kg stats``: counts of bodies, pairs of bodies, kinds of action and reports, as tables or a chart."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from kg.cli.formats import chosen
from kg.cli.help import pick
from kg.cli.options import command_of, format_option, output_option, report_options, sources_argument, store_option
from kg.cli.reading import reports_of
from kg.cli.screen import Screen
from kg.cli.stores import asked_of
from kg.errors import UsageMistake

FORMATS = ("table", "json", "csv", "svg", "png")
KINDS = ("body", "pair", "action", "report")


def command(language: str) -> click.Command:
    """The command with its help in this language."""
    return command_of(
        language,
        "stats",
        run,
        sources_argument(required=False),
        click.Option(
            ["--by"],
            type=click.Choice(KINDS),
            help=pick(
                language,
                "只统计一类：责任单位、共同参与的单位对、行动类别或报告；默认为全部。",
                "Count by body, pair of bodies, kind of action or report only; default is all of them.",
            ),
        ),
        *report_options(language),
        store_option(language),
        format_option(language, FORMATS, "table"),
        output_option(language),
        zh="统计图库，或所写文件、文件夹中报告（SOURCE，不需要图库）的举措：各单位牵头、共同参与、有无成效的数量与中介度，谁与谁共事，各类行动与报告的进度；可输出条形图。",
        en="Count the measures of the store, or of the files and folders SOURCE, which need none:"
        " how many each body leads, shares, with and without outcomes, and how central it is; who works with whom;"
        " kinds of action and reports by status. As tables or a bar chart.",
    )


def run(
    sources: tuple[Path, ...],
    by: str | None,
    report: str | None,
    issuer: str | None,
    store: Path,
    format_name: str | None,
    output: Path | None,
    screen: Screen,
) -> None:
    """Count and print. NothingFound where the store has no measure."""
    form = chosen(format_name, output, FORMATS, "table")
    if form == "csv" and by is None:
        raise UsageMistake("stats-one-table", kinds=" ".join(KINDS))
    from kg.asking.stats import stats
    from kg.sharing import processors
    from kg.showing.counts import counts_chart, counts_table

    kinds = KINDS if by is None else (by,)
    with reports_of(sources, store, screen) as opened:
        steps = partial(screen.steps, code="gathering-rows")
        found = stats(asked_of(opened, report, issuer, screen), processors(), steps)
    if found.estimated and "body" in kinds and form not in ("svg", "png"):
        screen.tell("stats-estimated")
    if form == "table" and "body" in kinds and found.bodies:
        screen.tell("stats-central")
    if found.classes and "body" in kinds:
        screen.tell("stats-classes", count=found.classes)
    if form not in ("svg", "png"):
        screen.put(counts_table(found, kinds, form, screen.language, screen.widest(output)), output)
        return
    picture, height = counts_chart(found, kinds, screen.language)
    if form == "png":
        from kg.showing.png import png

        screen.put(png(picture, height), output)
    else:
        screen.put(picture, output)
