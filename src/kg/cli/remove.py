"""``kg remove``: a report out of the store."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import command_of, store_option
from kg.cli.screen import Screen


def command(language: str) -> click.Command:
    """The command with its help in this language."""
    return command_of(
        language,
        "remove",
        run,
        click.Argument(["report"], metavar="REPORT"),
        store_option(language),
        zh="从图库中移除一份报告，可用发文字号、标题、IRI 或文件名指明。",
        en="Remove a report from the store. It is named by its number, title, IRI or file name.",
    )


def run(report: str, store: Path, screen: Screen) -> None:
    """Remove the one report of this name. NothingFound where there is none, UsageMistake where there are several."""
    from kg.graph.store import Store

    with Store.open(store) as opened:
        inferred = opened.has_inferences()
        removed = opened.remove(report)
        if inferred:
            screen.tell("inferred-dropped")
    screen.tell("removed", report=" ".join(filter(None, (removed.number, removed.title, removed.source))))
