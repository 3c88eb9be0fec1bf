"""``kg reports``: what the store holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.formats import chosen
from kg.cli.options import command_of, format_option, output_option, store_option
from kg.cli.screen import Screen
from kg.cli.stores import open_store

if TYPE_CHECKING:
    from kg.graph.held import StoredReport

FORMATS = ("table", "csv", "tsv", "json")


def command(language: str) -> click.Command:
    """The command with its help in this language."""
    return command_of(
        language,
        "reports",
        run,
        store_option(language),
        format_option(language, FORMATS, "table"),
        output_option(language),
        zh="列出图库中的报告。",
        en="List the reports that the store holds.",
    )


def run(store: Path, format_name: str | None, output: Path | None, screen: Screen) -> None:
    """Print a row a report: number, title, issuer, date, measures, source file."""
    from kg.showing.table import table

    form = chosen(format_name, output, FORMATS, "table")
    with open_store(store, screen) as opened:
        held = opened.reports()
    columns = ("number", "title", "issuer", "date", "measures", "source")
    rows = [(r.number or "", r.title or "", _issuers(r), str(r.date or ""), str(r.measures), r.source) for r in held]
    heads, widest = screen.heads(columns), screen.widest(output)
    screen.put(table(columns, rows, form, screen.language, heads, widest), output)


def _issuers(report: StoredReport) -> str:
    return "、".join(report.all_answer) if report.issuer else ""
