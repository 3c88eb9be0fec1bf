"""``kg query``: a named question, or a SPARQL query of one's own."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.formats import chosen
from kg.cli.help import pick
from kg.cli.options import command_of, format_option, output_option, report_options, store_option
from kg.cli.screen import Screen
from kg.cli.stores import asked_of, open_store
from kg.errors import NothingFound, UsageMistake, near_names

FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle", "jsonld")


def command(language: str) -> click.Command:
    """The command with its help in this language."""
    return command_of(
        language,
        "query",
        run,
        click.Argument(["question"], metavar="[NAME|FILE.rq|-]", required=False),
        click.Option(
            ["-p", "--parameter", "parameters"],
            metavar="NAME=VALUE",
            multiple=True,
            help=pick(language, "问题的参数，可多次使用。", "A parameter of the question; may be given several times."),
        ),
        click.Option(
            ["--list", "listing"],
            is_flag=True,
            help=pick(language, "列出所有问题及其参数。", "List the named questions with their parameters."),
        ),
        *report_options(language),
        store_option(language),
        format_option(language, FORMATS, "table"),
        output_option(language),
        zh="向图谱提问：用问题的名称、SPARQL 文件，或 - 表示从标准输入读取。参数写全名时只指该名称，写一部分时指所有"
        "含有这一部分的名称。图库中没有这样的名称时，退出码为 1。",
        en="Ask the graph a named or written question. NAME is one of --list; a SPARQL query comes from a file or,"
        " with -, from standard input. A parameter that is a name in full means that name alone, a part of one all"
        " that have it; where the store has no such name, the exit status is 1.",
    )


def run(
    question: str | None,
    parameters: tuple[str, ...],
    listing: bool,
    report: str | None,
    issuer: str | None,
    store: Path,
    format_name: str | None,
    output: Path | None,
    screen: Screen,
) -> None:
    """Ask and print the answer, or list what can be asked."""
    form = chosen(format_name, output, FORMATS, "table")
    if listing:
        _list(form, output, screen)
        return
    if question is None:
        raise UsageMistake("query-nothing-asked")
    values = dict(named(p) for p in parameters)
    asked = sys.stdin.read() if question == "-" else question
    from kg.asking.questions import ask, headings, unknown_name
    from kg.asking.results import rows, serialized
    from kg.showing.table import aligned

    with open_store(store, screen) as whole:
        opened = asked_of(whole, report, issuer, screen)
        answer = ask(opened, asked, values)
        if unknown := unknown_name(opened, asked, values):
            from kg.asking.filling import Names

            name, text = unknown
            raise NothingFound("query-name", name=name, text=text, near=near_names(Names(opened).near([name], text)))
        if form == "table":
            found = rows(answer)
            heads = headings(asked, found.columns, screen.language)
            widest = screen.widest(output)
            lines = aligned(found.columns, found.cells, screen.language, heads, widest)
            screen.put((line.encode() for line in lines), output)
        else:
            screen.put(serialized(answer, form), output)


def _list(form: str, output: Path | None, screen: Screen) -> None:
    from kg.asking.questions import questions
    from kg.showing.table import table

    columns = ("name", "question", "parameters")
    listed = [
        (q.name, q.title(screen.language), " ".join(f"{p.name}={p.default or ''}" for p in q.parameters))
        for q in questions()
    ]
    heads, widest = screen.heads(columns), screen.widest(output)
    screen.put(table(columns, listed, form, screen.language, heads, widest), output)


def named(parameter: str) -> tuple[str, str]:
    """``name=value`` in its two parts. Raises UsageMistake."""
    name, equals, value = parameter.partition("=")
    if not equals or not name.strip():
        raise UsageMistake("parameter-form", parameter=parameter)
    return name.strip(), value
