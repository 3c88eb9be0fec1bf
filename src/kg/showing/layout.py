"""A layered layout that reads as a sentence: body → measure → site, system, programme, document → outcome."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from kg.asking.view import Edge, Node, View

COLUMNS: dict[str, int] = {
    "body": 0,
    "measure": 1,
    **dict.fromkeys(("site", "system", "programme", "document"), 2),
    "outcome": 3,
}
WIDTHS = (160, 330, 230, 140)
GAP_X, GAP_Y, GAP_GROUP, TOP, MARGIN = 48, 10, 26, 96, 20
FONT, LINE, PAD = 14, 20, 8
ANCHOR = 18
"""How far below its top an edge meets a box: the middle of the first line, so that a row is one straight line."""
CLOSING = frozenset("》〉”’」』）】〕，。；：、！？,.;:!?)]}")
"""What no line begins with."""
BASES = ("explicit", "inherited", "issuer")


@dataclass(frozen=True, slots=True)
class Box:
    """A node with its place in pixels and its label cut into lines; a body's box is as high as its measures."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def least(self) -> float:
        """The height that the label needs."""
        return len(self.lines) * LINE + 2 * PAD


@dataclass(frozen=True, slots=True)
class Layout:
    """All boxes by column and row, and the size of the picture in pixels."""

    boxes: tuple[Box, ...]
    width: float
    height: float
    columns: tuple[tuple[float, float], ...]
    """x and width of each column."""
    rows: tuple[tuple[str, str], ...]
    """Each measure from top to bottom with the body that it stands beside ('' where it has none), by id."""


def layout(view: View) -> Layout:
    """Each body beside its measures, in the order of the text; a measure's things and outcomes in its row.

    What several measures share stands in the row of the first. Nothing overlaps.
    """
    xs = [MARGIN + sum(WIDTHS[:i]) + GAP_X * i for i in range(len(WIDTHS))]
    nodes = {node.id: node for node in view.nodes}
    rows = _rows(view)
    heads = {body for _, body in rows}
    bodies: dict[str, list[str]] = {}
    reached: dict[str, list[str]] = {}
    for edge in view.edges:
        if edge.kind in ("lead", "partner"):
            bodies.setdefault(edge.target, []).append(edge.source)
        else:
            reached.setdefault(edge.source, []).append(edge.target)
    boxes: dict[str, Box] = {}

    def stack(ids: Iterable[str], column: int, y: float) -> float:
        """Puts those of ``ids`` that are still to be placed below each other; the y after the last."""
        for node in (nodes[i] for i in ids if i not in boxes and COLUMNS[nodes[i].kind] == column):
            boxes[node.id] = _box(node, xs[column], y, WIDTHS[column])
            y += boxes[node.id].height + GAP_Y
        return y

    y: float = TOP
    for head, group in groupby(rows, key=lambda row: row[1]):
        top, measures = y, [measure for measure, _ in group]
        for measure in measures:
            y = max(stack([measure], 1, y), *(stack(reached.get(measure, ()), column, y) for column in (2, 3)))
        others = [b for m in measures for b in bodies.get(m, ()) if b not in heads and b not in boxes]
        low = stack(others, 0, top)
        if head:
            made = _box(nodes[head], xs[0], top, WIDTHS[0])
            height = max(made.height, y - GAP_Y - low)
            boxes[head] = Box(made.node, made.x, top, made.width, height, made.lines)
            for other in dict.fromkeys(others):
                box = boxes[other]
                boxes[other] = Box(box.node, box.x, box.y + height + GAP_Y, box.width, box.height, box.lines)
            low += height + GAP_Y
        y = max(y, low) + GAP_GROUP - GAP_Y
    bottom = max(stack(nodes, column, y) for column in range(len(WIDTHS)))
    height = max((b.y + b.height for b in boxes.values()), default=bottom) + MARGIN
    ordered = tuple(boxes[node.id] for node in view.nodes)
    columns = tuple((float(x), float(width)) for x, width in zip(xs, WIDTHS, strict=True))
    return Layout(ordered, xs[-1] + WIDTHS[-1] + MARGIN, height, columns, rows)


def ends(a: Box, b: Box) -> tuple[float, float, float, float]:
    """x and y of the two ends of an edge: level where the higher box allows it."""
    y2 = b.y + min(ANCHOR, b.height / 2)
    room = min(ANCHOR, a.height / 2)
    y1 = min(max(y2, a.y + room), a.y + a.height - room) if a.node.kind == "body" else a.y + room
    return a.x + a.width, y1, b.x, y2


def _rows(view: View) -> tuple[tuple[str, str], ...]:
    """The measures with their first body, bodies in the order of their first measure, measures in that of the text."""
    best: dict[str, Edge] = {}
    for edge in view.edges:
        if edge.kind in ("lead", "partner"):
            best[edge.target] = min(best.get(edge.target, edge), edge, key=_nearness)
    measures = sorted((node for node in view.nodes if node.kind == "measure"), key=_first)
    beside = {node.id: best[node.id].source if node.id in best else "" for node in measures}
    order = {body: i for i, body in enumerate(dict.fromkeys(beside.values()))}
    return tuple(sorted(beside.items(), key=lambda row: order[row[1]]))


def _nearness(edge: Edge) -> tuple[bool, int]:
    return (edge.kind != "lead", BASES.index(edge.basis) if edge.basis in BASES else len(BASES))


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
            at = _break(line, character)
            lines.append(line[:at])
            line, used = line[at:], sum(map(columns_of, line[at:]))
            if len(lines) == most:
                return (*lines[:-1], lines[-1][:-1] + "…")
        line, used = line + character, used + width
    return (*lines, line) if line or not lines else tuple(lines)


def _break(line: str, character: str) -> int:
    """Where ``line`` ends so that the next, which ``character`` goes into, begins with no closing mark."""
    at = len(line)
    if character not in CLOSING:
        return at
    at -= 1
    while at > 0 and line[at] in CLOSING:
        at -= 1
    return at if at > 0 else len(line)
