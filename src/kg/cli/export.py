"""``kg export``: the whole graph in a format of the outside world."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from kg.cli.formats import chosen
from kg.cli.options import command_of, format_option, output_option, store_option
from kg.cli.screen import Screen
from kg.cli.stores import open_store

FORMATS = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml", "graphml", "gexf", "csv", "cpsv-ap")


def command(language: str) -> click.Command:
    """The command with its help in this language."""
    return command_of(
        language,
        "export",
        run,
        store_option(language),
        format_option(language, FORMATS),
        output_option(language),
        zh="导出整个图谱；内容有序，每次输出的字节相同。",
        en="Write the whole graph, sorted, the same bytes every time.",
    )


def run(store: Path, format_name: str | None, output: Path | None, screen: Screen) -> None:
    """Write the store in this format; the output file's extension says which where none is named."""
    form = chosen(format_name, output, FORMATS)
    from kg.graph.export import export
    from kg.sharing import processors

    steps = partial(screen.steps, code="gathering-rows")
    with open_store(store, screen) as opened:
        screen.put(partial(export, opened, form, processes=processors(), steps=steps), output)
