"""``kg table``: the responsibility table, a row a measure, as a workbook, page or text."""

from __future__ import annotations

import os
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.formats import chosen
from kg.cli.help import pick
from kg.cli.options import command_of, format_option, output_option, report_options, sources_argument, store_option
from kg.cli.reading import reports_of
from kg.cli.screen import STDOUT, Screen
from kg.cli.stores import chosen_of

if TYPE_CHECKING:
    from kg.asking.responsibilities import Key

FORMATS = ("xlsx", "csv", "html", "md", "json")
KEYS = ("body", "section", "site", "programme")


def command(language: str) -> click.Command:
    """The command with its help in this language."""
    return command_of(
        language,
        "table",
        run,
        sources_argument(required=False),
        click.Option(
            ["--by", "key"],
            type=click.Choice(KEYS),
            help=pick(
                language,
                "按责任单位、部分、服务点或项目排序分组；一项举措有几个单位，就在每个单位下各列一次。",
                "Sort and group by this; a measure with several bodies stands under each of them.",
            ),
        ),
        *report_options(language),
        click.Option(
            ["--page"],
            metavar="FILE.html",
            help=pick(
                language,
                "每行链接到 kg view 所作的网页；写出从表格到网页的相对路径。",
                "Link each row into the page that kg view made; its path from where the table lies.",
            ),
        ),
        store_option(language),
        format_option(language, FORMATS),
        output_option(language),
        zh="责任清单：图库中的报告，或所写文件、文件夹中的报告（SOURCE，不需要图库）。每项举措一行：责任单位及其依据、服务点、项目、成效、状态、缺口、原句及位置。"
        "一项举措有几个成效，其数值、单位、日期在同一格中各占一行，作文本；只有一个成效，数值为数字。"
        "xlsx 另有缺口表、各单位的工作表，以及成效与目标表：每个成效一行，数值、日期可排序、求和。"
        "打印在 A4 上时印到“行”一列为止；要 csv，用 kg export -o 成效.csv。",
        en="The responsibility table of the store, or of the files and folders SOURCE, which need none. A row a"
        " measure: bodies and how we know, sites, programmes, outcomes, status,"
        " gaps, the sentence and its place. Where a measure has several outcomes, their values, units and days"
        " stand in one cell, a line each, as text; the value of a single one is a number. As xlsx also with a sheet"
        " of gaps, a sheet a body, and a sheet with a row an outcome, whose numbers and days sort and add up; on"
        " A4 paper it is printed as far as the column Line. As csv kg export -o outcomes.csv has these.",
    )


def run(
    sources: tuple[Path, ...],
    key: Key | None,
    report: str | None,
    issuer: str | None,
    page: str | None,
    store: Path,
    format_name: str | None,
    output: Path | None,
    screen: Screen,
) -> None:
    """Write the table. NothingFound where the store, or the report, has no measure."""
    form = chosen(format_name, output, FORMATS)
    from kg.asking.responsibilities import by_report, responsibilities
    from kg.sharing import processors
    from kg.showing.responsibilities import Shown
    from kg.showing.responsibility_parts import FORMS as IN_PARTS
    from kg.showing.responsibility_parts import part, whole
    from kg.showing.responsibility_table import responsibility_table
    from kg.showing.workbook import LONGEST_LINK, MOST_LINKS, workbook_of

    page = _from_table(page, output) if page else page
    steps = partial(screen.steps, code="gathering-rows")

    def unlinked(count: int) -> None:
        screen.tell("table-unlinked", count=count, most=MOST_LINKS, longest=LONGEST_LINK)

    with reports_of(sources, store, screen) as opened:
        if issuer is not None:
            chosen_of(opened, report, issuer, screen)
        by_reports = partial(by_report, opened, report=report, issuer=issuer, processes=processors(), steps=steps)
        if form == "xlsx":
            from kg.showing.workbook_rows import made_rows

            with closing(by_reports(partial(made_rows, screen.language, key, page))) as made:
                shown = Shown((), screen.language, key, page)
                screen.put(workbook_of((row for rows in made for row in rows), shown, unlinked), output)
        elif key is None and form in IN_PARTS:
            with closing(by_reports(partial(part, form, screen.language, page))) as parts:
                lines = whole(form, screen.language, page, parts)
                screen.put(lambda out: out.writelines(lines), output)
        else:
            rows = responsibilities(opened, report, issuer, processors(), steps)
            screen.put(responsibility_table(Shown(rows, screen.language, key, page), form), output)
    if page and (missing := _missing(page, output)):
        screen.tell("table-page-missing", page=missing)
    elif page is None and form in ("xlsx", "html"):
        screen.tell("table-page-unnamed")


def _from_table(page: str, output: Path | None) -> str:
    """The page's path from where the table lies; one that is there as seen from here alone, or whose folder is, is told
    from the table."""
    if output is None or output == STDOUT or "://" in page:
        return page
    from_table = output.parent / page
    here = os.path.exists(page) or (os.path.exists(Path(page).parent) and not os.path.exists(from_table.parent))
    if os.path.exists(from_table) or not here:
        return page
    found, folder = Path(page), os.path.realpath(output.parent)
    return Path(os.path.relpath(Path(os.path.realpath(found.parent)) / found.name, folder)).as_posix()


def _missing(page: str, output: Path | None) -> Path | None:
    """Where the page should be and is not. Links start at the table: where it goes to stdout, nobody knows where."""
    if output is None or output == STDOUT or "://" in page:
        return None
    place = output.parent / page
    return None if os.path.exists(place) else place  # False too for a name that no system takes
