"""``kg validate``: the graph against the shapes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from kg.cli.formats import chosen
from kg.cli.help import pick
from kg.cli.options import PATH, command_of, format_option, output_option, store_option
from kg.cli.screen import Screen
from kg.cli.stores import open_store

LEVELS = ("violation", "warning", "info", "none")
FORMATS = ("text", "json", "turtle", "html")


def command(language: str) -> click.Command:
    """The command with its help in this language."""
    return command_of(
        language,
        "validate",
        run,
        click.Argument(["files"], metavar="[FILE]...", nargs=-1, type=PATH),
        store_option(language),
        click.Option(
            ["--fail-on"],
            type=click.Choice(LEVELS),
            default="violation",
            help=pick(
                language,
                "有此级别或更重的发现时退出码为 1；默认 violation。",
                "Exit with 1 where something of this level or above is found; default violation.",
            ),
        ),
        click.Option(
            ["--shapes"],
            metavar="FILE",
            type=PATH,
            multiple=True,
            help=pick(
                language,
                "另按此文件中自定的 SHACL 形状校验，可多次使用。",
                "Check against the SHACL shapes of this file too; may be given several times.",
            ),
        ),
        format_option(language, FORMATS, "text"),
        output_option(language),
        zh="按 shapes/ 校验图库，或校验指定的 RDF 文件。每项发现都指明举措并引出原句。",
        en="Check the store or RDF files against the shapes. Every finding names its measure and shows the sentence.",
    )


def run(
    files: tuple[Path, ...],
    store: Path,
    fail_on: str,
    shapes: tuple[Path, ...],
    format_name: str | None,
    output: Path | None,
    screen: Screen,
) -> int:
    """Validate and print the findings; 1 where one is at or above ``fail_on``."""
    from kg.cli.findings import show
    from kg.graph.named import called
    from kg.graph.validation import validate_files, validate_store
    from kg.sharing import processors

    form = chosen(format_name, output, FORMATS, "text")
    titles: dict[str, str] = {}
    if files:
        findings = validate_files(files, shapes, lambda path: screen.tell("validate-nothing", path=path))
    else:
        with open_store(store, screen) as opened:
            steps = partial(screen.steps, code="validating")
            findings = validate_store(opened, shapes, processors(), steps)
            titles = called(opened.reports())
            if not titles:
                screen.tell("validate-nothing", path=store)
    screen.put(show(findings, form, screen, titles), output)
    failing = LEVELS[: LEVELS.index(fail_on) + 1]
    return int(fail_on != "none" and any(f.severity in failing for f in findings))
