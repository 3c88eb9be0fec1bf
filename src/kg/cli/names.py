"""``kg names``: what the store's things are called, what stays open, what might be one, and what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from kg.cli.anew import failed, made_anew
from kg.cli.formats import chosen
from kg.cli.help import pick
from kg.cli.options import PATH, command_of, format_option, output_option, store_option
from kg.cli.screen import Screen
from kg.cli.stores import open_store

FORMATS = ("table", "csv", "tsv", "json")


def command(language: str) -> click.Command:
    """The command with its help in this language."""
    return command_of(
        language,
        "names",
        run,
        store_option(language),
        click.Option(
            ["--open", "unresolved"],
            is_flag=True,
            help=pick(
                language, "只列名称尚未解析的机构。", "Only bodies for whose name nothing fuller could be found."
            ),
        ),
        click.Option(
            ["--suggest"],
            is_flag=True,
            help=pick(
                language,
                "列出可能是同一事物的名称及理由；tsv 格式可改作决定文件。",
                "List names that might be of one thing, with the reason; as tsv it is a draft for --decide.",
            ),
        ),
        click.Option(
            ["--decide"],
            metavar="FILE",
            type=PATH,
            help=pick(
                language,
                "采用此文件中的决定：存入图库，重建有关报告，以后每次 kg build 都沿用。",
                "Take the decisions of this file: they are kept in the store, reports they concern are made anew,"
                " and every later build follows them.",
            ),
        ),
        format_option(language, FORMATS, "table"),
        output_option(language),
        zh="列出机构、服务点、系统、项目的名称：别名、提及次数、报告数、名称依据。",
        en="List the names of bodies, sites, systems and programmes: aliases, mentions, reports, how they were found.",
    )


def run(
    store: Path,
    unresolved: bool,
    suggest: bool,
    decide: Path | None,
    format_name: str | None,
    output: Path | None,
    screen: Screen,
) -> int:
    """List names or suggestions, or take decisions."""
    form = chosen(format_name, output, FORMATS, "table")
    if decide is not None:
        return _decide(decide, store, screen)
    from kg.asking import names as asked
    from kg.showing.table import table

    with open_store(store, screen) as opened:
        if suggest:
            columns: tuple[str, ...] = ("verdict", "kind", "division", "name", "keep", "reason")
            rows: list[Sequence[object]] = [
                ("same", s.kind, s.division or "*", s.name, s.keep, s.reason) for s in asked.suggestions(opened)
            ]
        else:
            columns = ("kind", "name", "division", "aliases", "mentions", "reports", "bases")
            listed = asked.unresolved(opened) if unresolved else asked.names(opened)
            rows = [
                (n.kind, n.name, n.division, "、".join(n.aliases), n.mentions, n.reports, " ".join(n.bases))
                for n in listed
            ]
    text = table(columns, rows, form, screen.language, screen.heads(columns), screen.widest(output))
    screen.put("# " + text if suggest and form == "tsv" else text, output)
    return 0


def _decide(path: Path, store: Path, screen: Screen) -> int:
    """Keeps the decisions and makes the reports anew that they, or those before them, concern."""
    from kg.graph.decided import decisions_of, keep_decisions
    from kg.graph.store import Store
    from kg.register.decisions import read_decisions

    decisions = read_decisions(path)
    with Store.open(store) as opened:
        before = decisions_of(opened)
        keep_decisions(opened, decisions)
        anew = made_anew(opened, decisions, screen)
    screen.tell("names-decided", count=len(decisions), before=len(before), reports=anew.changed)
    for orphan in (d for d in decisions if d.same and d not in anew.used):
        screen.tell("decision-orphaned", name=orphan.name, kind=orphan.kind, division=orphan.division)
    return failed(anew.failures, screen)
