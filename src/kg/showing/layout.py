"""A layered layout that reads as a sentence: body → measure → site, system, programme, document → outcome or target."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from kg.asking.view import Edge, Node, View

COLUMNS: dict[str, int] = {
    "body": 0,
    "measure": 1,
    **dict.fromkeys(("site", "system", "programme", "document"), 2),
    "outcome": 3,
    "target": 3,
}
GAP_X, GAP_Y, GAP_GROUP, TOP, MARGIN = 48, 10, 26, 96, 20
FONT, LINE, PAD = 14, 20, 8
INDENT = 14
"""What the mark of its kind takes of a box's first line, and blank of the others."""
NOTE, NOTE_LINE = 12.5, 16
"""Size and line of the small words in a box, pixels."""
ANCHOR = 18
"""How far below its top an edge meets a box: the middle of the first line, so that a row is one straight line."""
CLOSING = frozenset("》〉”’」』）】〕，。；：、！？,.;:!?)]}%％‰℃")
"""What no line begins with."""
OPENING = frozenset("《〈“‘「『（【〔([{")
"""What no line ends with."""
_WIDE = frozenset("%@&mwMW")
_NARROW = frozenset(" .,;:'!|()[]{}-/ijlftrI")
_IN_WORD = re.compile(r"[0-9A-Za-z.,][0-9A-Za-z]")
BASES = ("explicit", "inherited", "issuer")


@dataclass(frozen=True, slots=True)
class Shape:
    """What the page, a picture and a sheet of paper have each their own of: pixels, and lines that a label may take."""

    widths: tuple[int, ...] = (160, 330, 230, 140)
    gap_x: int = GAP_X
    top: int = TOP
    margin: int = MARGIN
    most: int = 3


SCREEN = Shape()
PICTURE = Shape(widths=(160, 330, 230, 156), top=22)


@dataclass(frozen=True, slots=True)
class Box:
    """A node with its place in pixels and its label cut into lines; a body's box is as high as its measures.

    The small ``note`` stands at the right of the last line where there is room, else on a line of its own.
    """

    node: Node
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    note: str = ""
    note_below: bool = False

    @property
    def least(self) -> float:
        """The height that label and note need."""
        return len(self.lines) * LINE + 2 * PAD + (NOTE_LINE if self.note_below else 0)

    @property
    def note_y(self) -> float:
        """The line that the note stands on: the last of the label's, or the one below it."""
        return self.y + self.least - PAD - (4 if self.note_below else 6)


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


def layout(
    view: View,
    shape: Shape = SCREEN,
    notes: Mapping[str, str] | None = None,
    rows: Sequence[tuple[str, str]] | None = None,
) -> Layout:
    """Each body beside its measures, in the order of the text; a measure's things and outcomes in its row.

    What several measures share stands in the row of the first. An outcome stands beside the thing that it counts, else
    below the things of its row, so that no edge runs behind one. Nothing overlaps. ``notes`` by id are the small words
    in the boxes; ``rows``, where given, are the measures with their bodies in the order wanted.
    """
    widths = shape.widths
    xs = [shape.margin + sum(widths[:i]) + shape.gap_x * i for i in range(len(widths))]
    nodes = {node.id: node for node in view.nodes}
    rows = rows_of(view) if rows is None else tuple(rows)
    said = notes or {}
    heads = {body for _, body in rows}
    bodies: dict[str, list[str]] = {}
    reached: dict[str, list[str]] = {}
    counts: dict[str, list[str]] = {}
    for edge in view.edges:
        if edge.kind in ("lead", "partner"):
            bodies.setdefault(edge.target, []).append(edge.source)
        else:
            beginning = edge.via if edge.via in nodes else edge.source
            (reached if beginning == edge.source else counts).setdefault(beginning, []).append(edge.target)
    boxes: dict[str, Box] = {}

    def stack(ids: Iterable[str], column: int, y: float) -> float:
        """Puts those of ``ids`` that are still to be placed below each other; the y after the last."""
        for node in (nodes[i] for i in ids if i not in boxes and COLUMNS[nodes[i].kind] == column):
            boxes[node.id] = _box(node, xs[column], y, widths[column], said.get(node.id, ""), shape.most)
            y += boxes[node.id].height + GAP_Y
        return y

    def row(measure: str, y: float) -> float:
        """Puts a measure with what it reaches beside each other; the y after the last."""
        own, low, last = reached.get(measure, ()), y, y
        for thing in own:
            top, low = low, stack([thing], 2, low)
            if counts.get(thing):
                last = stack(counts[thing], 3, max(last, top))
                low = max(low, last)
        return max(stack([measure], 1, y), low, stack(own, 3, max(low, last)))

    y: float = shape.top
    for head, group in groupby(rows, key=lambda row: row[1]):
        top, measures = y, [measure for measure, _ in group]
        for measure in measures:
            y = row(measure, y)
        others = [b for m in measures for b in bodies.get(m, ()) if b not in heads and b not in boxes]
        low = stack(others, 0, top)
        if head:
            made = _box(nodes[head], xs[0], top, widths[0], said.get(head, ""), shape.most)
            height = max(made.height, y - GAP_Y - low)
            boxes[head] = replace(made, height=height)
            for other in dict.fromkeys(others):
                boxes[other] = replace(boxes[other], y=boxes[other].y + height + GAP_Y)
            low += height + GAP_Y
        y = max(y, low) + GAP_GROUP - GAP_Y
    bottom = max(stack(nodes, column, y) for column in range(len(widths)))
    height = max((b.y + b.height for b in boxes.values()), default=bottom) + shape.margin
    ordered = tuple(boxes[node.id] for node in view.nodes)
    columns = tuple((float(x), float(width)) for x, width in zip(xs, widths, strict=True))
    return Layout(ordered, xs[-1] + widths[-1] + shape.margin, height, columns, rows)


def path(a: Box, b: Box, columns: Sequence[tuple[float, float]]) -> tuple[float, float, float, float, float]:
    """An edge: x and y where it begins, x and y from where on it is level, and x of its end.

    It bends before the next column, so that it passes that between the boxes; it is all level where the higher of the
    two boxes allows it.
    """
    y2 = b.y + min(ANCHOR, b.height / 2)
    room = min(ANCHOR, a.height / 2)
    y1 = min(max(y2, a.y + room), a.y + a.height - room) if a.node.kind == "body" else a.y + room
    return a.x + a.width, y1, columns[COLUMNS[a.node.kind] + 1][0], y2, b.x


def rows_of(view: View) -> tuple[tuple[str, str], ...]:
    """The measures with their first body, bodies in the order of their first measure, measures in that of the text.

    A body that was asked for comes before others of the same measure.
    """
    asked = {name for kind, name in view.meant if kind == "body"}
    wanted = {node.id for node in view.nodes if node.kind == "body" and node.label in asked}
    best: dict[str, Edge] = {}
    for edge in view.edges:
        if edge.kind in ("lead", "partner"):
            known = best.get(edge.target, edge)
            best[edge.target] = min(known, edge, key=lambda e: (e.source not in wanted, *_nearness(e)))
    measures = sorted((node for node in view.nodes if node.kind == "measure"), key=_first)
    beside = {node.id: best[node.id].source if node.id in best else "" for node in measures}
    order = {body: i for i, body in enumerate(dict.fromkeys(beside.values()))}
    return tuple(sorted(beside.items(), key=lambda row: order[row[1]]))


def _nearness(edge: Edge) -> tuple[bool, int]:
    return (edge.kind != "lead", BASES.index(edge.basis) if edge.basis in BASES else len(BASES))


def _first(node: Node) -> tuple[str, int, int, str]:
    place = node.places[0] if node.places else None
    return (place.report, place.start, place.end, node.id) if place else ("", 0, 0, node.id)


def _box(node: Node, x: float, y: float, width: float, note: str, most: int) -> Box:
    room = width - 2 * PAD - INDENT + 4
    lines = wrap(node.label, room / FONT, most, ems)
    note = "".join(wrap(note, room / NOTE, 1, ems))
    taken = width_of(lines[-1], FONT) + NOTE / 2 + width_of(note, NOTE)
    below = bool(note) and taken > room
    return Box(node, x, y, width, len(lines) * LINE + 2 * PAD + (NOTE_LINE if below else 0), lines, note, below)


def width_of(text: str, size: float) -> float:
    """About how wide the words are."""
    return size * sum(map(ems, text))


def ems(character: str) -> float:
    """About how wide a character is, of the size of the font: half-width ones are a little wider than half."""
    if columns_of(character) == 2:
        return 1
    if character in _WIDE:
        return 0.93
    if character in _NARROW:
        return 0.39
    return 0.66 if character.isupper() else 0.57 * columns_of(character)


def columns_of(character: str) -> int:
    """How many half-width columns a character takes (Unicode Standard Annex 11)."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


class _Columns(dict[int, str]):
    """Code point → as many characters as it takes columns; each is looked up once."""

    def __missing__(self, code: int) -> str:
        self[code] = "x" * columns_of(chr(code))
        return self[code]


_COLUMNS = _Columns()
_CHINESE = re.compile("[\u4e00-\u9fa5\u3001-\u3029\uff01-\uff5e]+")
"""Nearly all of a text: two columns each, and sooner told apart than looked up one by one."""


def columns_in(text: str) -> int:
    """How many half-width columns a text takes: `columns_of` of all its characters."""
    if text.isascii():
        return len(text)
    rest = _CHINESE.sub("", text)
    return 2 * (len(text) - len(rest)) + (len(rest) if rest.isascii() else len(rest.translate(_COLUMNS)))


@lru_cache(maxsize=4096)
def wrap(text: str, columns: float, most: int = 3, wide: Callable[[str], float] = columns_of) -> tuple[str, ...]:
    """``text`` in lines of at most so many half-width columns, or whatever ``wide`` tells of a character; an ellipsis
    where ``most`` lines don't hold it."""
    lines, line, used = [], "", 0.0
    for character in " ".join(text.split()):
        width = wide(character)
        if used + width > columns and character != " ":
            at = _break(line, character)
            lines.append(line[:at])
            line, used = line[at:], sum(map(wide, line[at:]))
            if len(lines) == most:
                return (*lines[:-1], lines[-1][:-1] + "…")
        line, used = line + character, used + width
    return (*lines, line) if line or not lines else tuple(lines)


def _break(line: str, character: str) -> int:
    """Where ``line`` ends so that the next, which ``character`` goes into, begins with no closing mark, it ends with no
    opening one, and no number or word is parted."""
    at, following = len(line), character
    while at > 0 and _belong(line[at - 1], following):
        at, following = at - 1, line[at - 1]
    return at if at > 0 else len(line)


def _belong(character: str, following: str) -> bool:
    """Whether no line ends between the two."""
    return following in CLOSING or character in OPENING or bool(_IN_WORD.fullmatch(character + following))
