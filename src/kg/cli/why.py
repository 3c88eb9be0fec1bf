"""``kg why``: the words and readers, or the rule and premises, behind what the graph says."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.formats import chosen
from kg.cli.options import command_of, format_option, output_option, store_option
from kg.cli.screen import Screen
from kg.cli.stores import open_store

FORMATS = ("text", "json")


def command(language: str) -> click.Command:
    """The command with its help in this language."""
    return command_of(
        language,
        "why",
        run,
        click.Argument(["text"], metavar="IRI|TEXT"),
        store_option(language),
        format_option(language, FORMATS, "text"),
        output_option(language),
        zh="说明图谱为何这样说：原句（标出字句）、位置、由何规则或模型读出；推论则给出规则与前提。",
        en="Say why the graph says something: the sentence with the words marked, its place and what read it; for what"
        " was inferred, the rule and its premises. IRI or TEXT names a measure, body, site or other thing.",
    )


def run(text: str, store: Path, format_name: str | None, output: Path | None, screen: Screen) -> None:
    """Print the reasons. NothingFound where the store has nothing of it."""
    from kg.asking.why import why
    from kg.showing.reasons import reasons_table

    form = chosen(format_name, output, FORMATS, "text")
    with open_store(store, screen) as opened:
        reasons = why(opened, text)
    screen.put(reasons_table(reasons, form, screen.language), output)
