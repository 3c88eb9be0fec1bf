"""``kg view``: a picture or a page of the graph."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from kg.cli.formats import chosen
from kg.cli.help import pick
from kg.cli.options import command_of, format_option, output_option, sources_argument, store_option
from kg.cli.reading import reports_of
from kg.cli.screen import STDOUT, Screen
from kg.errors import UsageMistake

if TYPE_CHECKING:
    from kg.asking.view import View
    from kg.graph.store import Store
    from kg.showing.paper import Paper

NETWORKS = ("graphml", "gexf")
"""For programs that draw or measure networks."""
FORMATS = ("html", "pdf", "svg", "png", "dot", "mmd", *NETWORKS)


def command(language: str) -> click.Command:
    """The command with its help in this language."""
    return command_of(
        language,
        "view",
        run,
        sources_argument(required=False),
        click.Option(
            ["--focus"],
            metavar="TEXT",
            help=pick(language, "只显示与 TEXT 相关的部分。", "Show nothing but what has to do with TEXT."),
        ),
        click.Option(
            ["--report"],
            metavar="TEXT",
            help=pick(
                language,
                "只画一份报告，用发文字号、标题、文件名或其中一部分指明。",
                "Only the report with this number, title or file name, or with TEXT in one of them.",
            ),
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
        click.Option(
            ["--outline"],
            is_flag=True,
            help=pick(
                language,
                "SVG 中的文字画成轮廓，供没有中文字体的程序（Word、LibreOffice、Inkscape）使用；"
                "不加时嵌入字体，浏览器都能显示。",
                "Draw the words of an SVG as outlines, for programs without a Chinese font (Word, LibreOffice,"
                " Inkscape). Without it the font is embedded, which browsers show.",
            ),
        ),
        store_option(language),
        format_option(language, FORMATS),
        output_option(language),
        zh="把图库，或所写文件、文件夹中的报告（SOURCE，不需要图库），画成图或做成可离线打开的网页：报告与图并列，点击节点即标出原句。"
        "graphml、gexf 供 Gephi、networkx 等网络分析程序读取。",
        en="Draw the store, or the reports in the files and folders SOURCE, which need none, as a picture or an"
        " offline page. The page shows the report beside the graph; a click on a"
        " node marks its sentence. graphml and gexf are for programs such as Gephi and networkx.",
    )


def run(
    sources: tuple[Path, ...],
    focus: str | None,
    report: str | None,
    terminal: bool,
    outline: bool,
    store: Path,
    format_name: str | None,
    output: Path | None,
    screen: Screen,
) -> None:
    """Draw the store, one report of it, or the part around ``focus``, in the format that is named or ``-o`` says.

    NothingFound where there is no such report, UsageMistake where several fit, and where a PNG would show no words.
    """
    drawn = output is not None and output.suffix.removeprefix(".").lower() in FORMATS
    if terminal and (format_name or drawn):
        raise UsageMistake("terminal-or-format", format=format_name or output)
    form = "" if terminal else chosen(format_name, output, FORMATS)
    if outline and form != "svg":
        raise UsageMistake("outline-without-svg", format=form or "--terminal")
    from kg.asking.view import view
    from kg.graph.named import named
    from kg.showing import show
    from kg.showing.paper import on_paper

    with reports_of(sources, store, screen) as opened:
        asked = opened if report is None else opened.part(named(opened.reports(), report))
        seen = view(asked, focus)
        if len(seen.meant) > 1:
            _tell_meant(seen, screen)
        if form in NETWORKS:
            screen.put(_network(asked, seen, form), output)
            return
    if terminal:
        screen.put(_tree(seen, output, screen), output)
    else:
        paper = on_paper(seen) if form in ("svg", "png") else None
        if form == "png" and paper and paper.vanishes:
            raise UsageMistake("picture-too-tall", path=output or STDOUT, percent=paper.percent)
        screen.put(show(seen, form, screen.language, outline), output)
        if paper:
            _tell_size(paper, form, output, screen)


def _network(store: Store, seen: View, form: str) -> Callable[[BinaryIO], None]:
    """What is seen as a property graph, as ``kg export`` writes it of the whole store."""
    from kg.graph.network_files import WRITERS

    measures = tuple(node.id for node in seen.nodes if node.kind == "measure")
    return lambda out: WRITERS[form](store, out, measures)


def _tell_meant(seen: View, screen: Screen) -> None:
    """Says that what was asked for has several names, or is the name of several things, all of which are shown."""
    from kg.showing.labels import label
    from kg.showing.panels import listed

    language, count = screen.language, len(seen.meant)
    distinct = list(dict.fromkeys(seen.meant))
    kinds = [label(kind, language) for kind, _ in distinct]
    first = distinct[0][1]
    if len(distinct) == 1 and len(titles := _reports_of(seen, *distinct[0])) > 1:
        shown = listed(titles[:8], language) + ("…" if len(titles) > 8 else "")
        screen.tell("focus-reports", count=count, name=first, reports=shown)
    elif len({name for _, name in distinct}) == 1:
        screen.tell("focus-same", count=count, name=first, kinds=listed(kinds, language))
    else:
        told = [f"{name} ({kind})" for (_, name), kind in zip(distinct, kinds, strict=True)]
        shown = listed(told[:8], language) + ("…" if len(told) > 8 else "")
        screen.tell("focus-several", text=seen.title, count=len(told), names=shown)


def _reports_of(seen: View, kind: str, name: str) -> list[str]:
    """Titles of the reports that name such a thing."""
    places = {p.report for n in seen.nodes if (n.kind, n.label) == (kind, name) for p in n.places}
    return [report.title for report in seen.reports if report.iri in places]


def _tell_size(paper: Paper, form: str, output: Path | None, screen: Screen) -> None:
    """Warns of a picture that was made smaller to be drawn at all, or is too large for a sheet of paper."""
    from kg.showing.paper import LEGIBLE

    path = output or STDOUT
    if form == "png" and paper.percent < 100:
        screen.tell("picture-shrunk", path=path, percent=paper.percent)
    elif not paper.fits:
        screen.tell("picture-large", path=path, points=LEGIBLE, width=paper.width, height=paper.height)


def _tree(seen: View, output: Path | None, screen: Screen) -> str:
    """Cut to the window and coloured (unless NO_COLOR says otherwise) for a terminal, else plain."""
    from kg.showing.tree import tree

    if output is not None or not sys.stdout.isatty():
        return tree(seen, screen.language)
    return tree(seen, screen.language, shutil.get_terminal_size().columns, not os.environ.get("NO_COLOR"))
