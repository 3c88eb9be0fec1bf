"""``kg trace``: who did what where with what result, and the sentence that says it."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.formats import chosen
from kg.cli.options import command_of, format_option, output_option, store_option
from kg.cli.screen import Screen
from kg.cli.stores import open_store

FORMATS = ("table", "json", "csv")


def command(language: str) -> click.Command:
    """The command with its help in this language."""
    return command_of(
        language,
        "trace",
        run,
        click.Argument(["text"], metavar="TEXT"),
        store_option(language),
        format_option(language, FORMATS, "table"),
        output_option(language),
        zh="追溯与 TEXT 相符的举措、机构、服务点、系统或项目：责任单位 → 举措 → 服务点 → 成效 → 原句。",
        en="Trace who did what, where, with what result. TEXT is in the name of a measure, body, site, system or"
        " programme; every row ends with the sentence that says it.",
    )


def run(text: str, store: Path, format_name: str | None, output: Path | None, screen: Screen) -> None:
    """Trace and print. NothingFound, with the nearest names, where nothing matches."""
    from kg.asking.trace import trace
    from kg.showing.table import trace_table

    form = chosen(format_name, output, FORMATS, "table")
    with open_store(store, screen) as opened:
        rows = trace(opened, text)
    screen.put(trace_table(rows, form, screen.language), output)
