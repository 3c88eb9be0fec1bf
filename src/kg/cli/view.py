"""``kg view``: a picture or a page of the graph."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.formats import chosen
from kg.cli.help import Command, pick
from kg.cli.options import format_option, options, output_option, store_option
from kg.cli.screen import Screen, put
from kg.cli.stores import open_store

FORMATS = ("html", "svg", "png", "dot", "mmd")


def command(language: str) -> click.Command:
    """The command with its help in this language."""
    return Command(
        "view",
        callback=run,
        params=options(
            language,
            click.Option(
                ["--focus"],
                metavar="TEXT",
                help=pick(language, "只显示与 TEXT 相关的部分。", "Show nothing but what has to do with TEXT."),
            ),
            store_option(language),
            format_option(language, FORMATS),
            output_option(language),
        ),
        help=pick(
            language,
            "把图谱画成图，或生成可离线打开的网页：报告与图并列，点击节点即标出原句。",
            "Draw the graph as a picture or an offline page. The page shows the report beside the graph; a click on a"
            " node marks its sentence.",
        ),
        add_help_option=False,
    )


def run(focus: str | None, store: Path, format_name: str | None, output: Path | None, screen: Screen) -> None:
    """Draw the store, or the part around ``focus``, in the format that is named or that ``-o`` says."""
    form = chosen(format_name, output, FORMATS)
    from kg.asking.view import view
    from kg.showing import show

    with open_store(store, screen) as opened:
        seen = view(opened, focus)
    put(show(seen, form, screen.language), output)
    if output is not None:
        screen.tell("written", path=output)
