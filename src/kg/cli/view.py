"""``kg view``: a picture or a page of the graph."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.formats import chosen
from kg.cli.help import Command, pick
from kg.cli.options import format_option, options, output_option, store_option
from kg.cli.screen import Screen, put
from kg.cli.stores import open_store
from kg.errors import UsageMistake

if TYPE_CHECKING:
    from kg.asking.view import View

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
            click.Option(
                ["--terminal"],
                is_flag=True,
                help=pick(
                    language,
                    "在终端里画成树：单位 → 举措 → 事物与成效；不是终端时输出纯文本。",
                    "Draw a tree in the shell, body → measures → things and outcomes; plain text elsewhere.",
                ),
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


def run(
    focus: str | None, terminal: bool, store: Path, format_name: str | None, output: Path | None, screen: Screen
) -> None:
    """Draw the store, or the part around ``focus``, in the format that is named or that ``-o`` says."""
    if terminal and format_name:
        raise UsageMistake("terminal-or-format", format=format_name)
    form = "" if terminal else chosen(format_name, output, FORMATS)
    from kg.asking.view import view
    from kg.showing import show

    with open_store(store, screen) as opened:
        seen = view(opened, focus)
    if terminal:
        put(_tree(seen, output, screen), output)
    else:
        put(show(seen, form, screen.language), output)
    if output is not None:
        screen.tell("written", path=output)


def _tree(seen: View, output: Path | None, screen: Screen) -> str:
    """Cut to the window and coloured (unless NO_COLOR says otherwise) for a terminal, else plain."""
    from kg.showing.tree import tree

    if output is not None or not sys.stdout.isatty():
        return tree(seen, screen.language)
    return tree(seen, screen.language, shutil.get_terminal_size().columns, not os.environ.get("NO_COLOR"))
