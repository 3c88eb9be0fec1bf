"""The picture as a tree for the shell: body → measures → things → outcomes and targets."""

from __future__ import annotations

import re
from itertools import groupby

from kg.asking.view import COUNTS, Node, View
from kg.showing.labels import label
from kg.showing.layout import COLUMNS, columns_in, rows_of
from kg.showing.legend import MARKS
from kg.showing.panels import apart, day, listed, state
from kg.showing.svg import CONTROLS

COLOURS = {
    **{"body": 34, "measure": 1, "site": 33, "system": 32, "programme": 35, "document": 90},
    **{"outcome": 36, "target": 36},
}
"""Codes of ECMA-48, Select Graphic Rendition."""
UNSAFE = re.compile(r"[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal would obey or turn around instead of showing."""


def tree(view: View, language: str, width: int | None = None, colour: bool = False) -> str:
    """A line a node, measures indented under their first body; other bodies stand behind the measure in brackets.

    With ``width`` lines are cut to so many half-width columns and joined by guides: the form for a terminal. Without
    it they are whole and indented by two spaces a level.
    """
    nodes = {node.id: node for node in view.nodes}
    names = apart(view)
    under: dict[str, list[tuple[str, Node]]] = {}
    others: dict[str, list[tuple[str, str]]] = {}
    for edge in view.edges:
        if edge.kind in ("lead", "partner"):
            others.setdefault(edge.target, []).append((edge.source, label(edge.kind, language)))
        else:
            under.setdefault(edge.source, []).append((label(edge.kind, language), nodes[edge.target]))
    # Of a measure whose lead is named, another that is only assumed heads nothing.
    assumed = {edge.target for edge in view.edges if edge.kind == "lead" and edge.basis == "issuer"} - {
        edge.target for edge in view.edges if edge.kind == "lead" and edge.basis != "issuer"
    }
    lines: list[str] = []

    def line(guides: str, kind: str, text: str) -> None:
        text = UNSAFE.sub("\ufffd", CONTROLS.sub("\ufffd", " ".join(text.split())))
        mark = MARKS.get(kind, "·")
        if width is not None:
            text = _cut(text, width - _width(f"{guides}{mark} "))
        text = f"\033[{COLOURS[kind]}m{mark} {text}\033[0m" if colour and kind in COLOURS else f"{mark} {text}"
        lines.append(guides + text)

    for body, group in groupby(rows_of(view), key=lambda row: row[1]):
        measures = [nodes[measure] for measure, _ in group]
        line("", "body" if body else "", names[body] if body else label("none-named", language))
        for i, measure in enumerate(measures):
            last = i == len(measures) - 1
            beside = "、".join(f"{role} {names[b]}" for b, role in others.get(measure.id, ()) if b != body)
            words = state(measure, language) + ([label("assumed", language)] if measure.id in assumed else [])
            told = f" [{listed(words, language)}]" if words else ""
            line(_guide("", last, width), "measure", f"{measure.label}{told}" + (f" ({beside})" if beside else ""))
            below = "  " if last or width is None else "│ "
            leaves = sorted(under.get(measure.id, ()), key=lambda leaf: COLUMNS[leaf[1].kind])
            for j, (relation, node) in enumerate(leaves):
                when = f" ({day(node, language)})" if node.kind in COUNTS else ""
                line(_guide(below, j == len(leaves) - 1, width), node.kind, f"{relation} {node.label}{when}")
    return "".join(text + "\n" for text in lines)


def _guide(before: str, last: bool, width: int | None) -> str:
    return before + ("  " if width is None else "└─" if last else "├─")


def _cut(text: str, width: int) -> str:
    if _width(text) <= width:
        return text
    while text and _width(text + "…") > width:
        text = text[:-1]
    return text + "…"


def _width(text: str) -> int:
    return columns_in(text)
