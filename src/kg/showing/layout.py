"""A layered layout that reads as a sentence: body → measure → site, system, programme, document → outcome."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from kg.asking.view import Node, View

COLUMNS: dict[str, int] = {
    "body": 0,
    "measure": 1,
    **dict.fromkeys(("site", "system", "programme", "document"), 2),
    "outcome": 3,
}
WIDTHS = (190, 400, 260, 150)
GAP_X, GAP_Y, TOP, MARGIN = 90, 12, 96, 28
FONT, LINE, PAD = 14, 20, 8


@dataclass(frozen=True, slots=True)
class Box:
    """A node with its place in pixels and its label cut into lines."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """All boxes by column and row, and the size of the picture in pixels."""

    boxes: tuple[Box, ...]
    width: float
    height: float
    columns: tuple[tuple[float, float], ...]
    """x and width of each column."""


def layout(view: View) -> Layout:
    """Rows follow the text; bodies, things and outcomes stand beside the measures they belong to; nothing overlaps."""
    import networkx as nx

    xs = [MARGIN + sum(WIDTHS[:i]) + GAP_X * i for i in range(len(WIDTHS))]
    linked: nx.Graph[str] = nx.Graph()
    linked.add_nodes_from(node.id for node in view.nodes)
    linked.add_edges_from((edge.source, edge.target) for edge in view.edges)
    columns: list[list[Node]] = [[] for _ in WIDTHS]
    for node in view.nodes:
        columns[COLUMNS[node.kind]].append(node)
    boxes: dict[str, Box] = {}
    y: float = TOP
    for node in sorted(columns[1], key=_first):
        boxes[node.id] = _box(node, xs[1], y, WIDTHS[1])
        y += boxes[node.id].height + GAP_Y
    for column in (0, 2, 3):

        def wish(node: Node) -> tuple[float, str]:
            near = [boxes[i] for i in linked.neighbors(node.id) if i in boxes and boxes[i].node.kind == "measure"]
            return (sum(b.y + b.height / 2 for b in near) / len(near) if near else 0.0, node.id)

        y = TOP
        for node in sorted(columns[column], key=wish):
            made = _box(node, xs[column], 0, WIDTHS[column])
            y = max(y, wish(node)[0] - made.height / 2)
            boxes[node.id] = Box(node, made.x, y, made.width, made.height, made.lines)
            y += made.height + GAP_Y
    height = max((b.y + b.height for b in boxes.values()), default=TOP) + MARGIN
    ordered = tuple(boxes[node.id] for node in view.nodes)
    return Layout(ordered, xs[-1] + WIDTHS[-1] + MARGIN, height, tuple(zip(xs, WIDTHS, strict=True)))


def _first(node: Node) -> tuple[str, int, int, str]:
    place = node.places[0] if node.places else None
    return (place.report, place.start, place.end, node.id) if place else ("", 0, 0, node.id)


def _box(node: Node, x: float, y: float, width: float) -> Box:
    lines = wrap(node.label, int((width - 2 * PAD - 10) / FONT * 2))
    return Box(node, x, y, width, len(lines) * LINE + 2 * PAD, lines)


def columns_of(character: str) -> int:
    """How many half-width columns a character takes (Unicode Standard Annex 11)."""
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 0 if unicodedata.combining(character) else 1


def wrap(text: str, columns: int, most: int = 3) -> tuple[str, ...]:
    """``text`` in lines of at most so many half-width columns; an ellipsis where ``most`` lines don't hold it."""
    lines, line, used = [], "", 0
    for character in " ".join(text.split()):
        width = columns_of(character)
        if used + width > columns:
            lines.append(line)
            line, used = "", 0
            if len(lines) == most:
                return (*lines[:-1], lines[-1][:-1] + "…")
        line, used = line + character, used + width
    return (*lines, line) if line or not lines else tuple(lines)
