"""A view cut into sheets of paper: each is a picture of its own, so that no edge leaves it and no box is cut.

What belongs to measures of several sheets stands on each of them, with the numbers of the others.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kg.asking.view import Edge, Node, View
from kg.showing.labels import label
from kg.showing.layout import NOTE_LINE, Layout, Shape, columns_in, layout, rows_of
from kg.showing.panels import Panel, listed, notes, panels, title_of
from kg.showing.trunk import CROWD, FAN, is_doing

SHEET = Shape(widths=(176, 296, 212, 154), gap_x=34, top=0, margin=0, most=6)
TITLE = 30
"""Pixels that a report's name takes above what it says."""
NOTE_COLUMNS = 22
"""Half-width characters that a note in the column of bodies has room for."""
BETWEEN = 14
"""Pixels between two reports on a sheet."""


@dataclass(frozen=True, slots=True)
class Block:
    """What stands on a sheet of one report; ``title`` is empty where the sheet's own title says it."""

    report: str
    title: str
    first: bool
    """Whether the report begins here."""
    view: View
    drawn: Layout
    top: float
    """Pixels from where the sheet's picture begins to its boxes."""
    crowded: bool
    """Whether its measures have the same bodies, so many that a trunk is drawn instead of single edges."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A measure with its body, and as much of what it is linked to as stands on one sheet."""

    measure: str
    body: str
    ends: frozenset[str] | None = None
    """None is all of it."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Consecutive measures of one report on one sheet."""

    report: _Report
    goes_on: bool
    titled: bool
    pieces: tuple[_Piece, ...]

    @property
    def head(self) -> float:
        """Pixels that the title takes."""
        return TITLE if self.titled and self.report.title else 0


class _Report:
    """A panel with its edges by measure, and the height that some of its measures need."""

    def __init__(self, panel: Panel, titled: bool, shape: Shape) -> None:
        self.name = panel.title
        self.title = panel.title if titled else ""
        self.rows = rows_of(panel.view)
        self._shape = shape
        self._whole = panel.view
        self._nodes: dict[str, Node] = {node.id: node for node in panel.view.nodes}
        self._edges: dict[str, list[tuple[Edge, str]]] = {}
        for edge in panel.view.edges:
            ends = (
                (edge.source, edge.target) if self._nodes[edge.source].kind == "measure" else (edge.target, edge.source)
            )
            self._edges.setdefault(ends[0], []).append((edge, ends[1]))
        runs = [list(run) for _, run in groupby((measure for measure, _ in self.rows), key=self.company)]
        self._fanned = frozenset(measure for run in runs if len(run) >= FAN for measure in run)

    def company(self, measure: str) -> frozenset[tuple[str, str, str]]:
        """Who does it and how."""
        doing = (edge for edge, _ in self._edges.get(measure, ()) if is_doing(edge))
        return frozenset((edge.source, edge.kind, edge.basis) for edge in doing)

    def is_crowded(self, measure: str) -> bool:
        """Whether single edges from its bodies can't be told apart: many bodies, or two that fan out side by side."""
        bodies = len({body for body, *_ in self.company(measure)})
        return bodies >= CROWD or (bodies > 1 and measure in self._fanned)

    def apart(self, before: str, after: str) -> bool:
        """Whether two measures can't stand in one block: one is crowded, and by others than do the other."""
        crowded = self.is_crowded(before) or self.is_crowded(after)
        return crowded and self.company(before) != self.company(after)

    def ends(self, measure: str) -> list[str]:
        """What the measure is linked to."""
        return list(dict.fromkeys(end for _, end in self._edges.get(measure, ())))

    def view(self, pieces: Iterable[_Piece]) -> View:
        """These measures with what stands beside them."""
        nodes: dict[str, None] = {}
        edges = []
        for piece in pieces:
            nodes[piece.measure] = None
            for edge, end in self._edges.get(piece.measure, ()):
                if piece.ends is None or end in piece.ends:
                    edges.append(edge)
                    nodes[end] = None
        return replace(self._whole, nodes=tuple(self._nodes[i] for i in nodes), edges=tuple(edges))

    def drawn(self, pieces: Sequence[_Piece], said: dict[str, str]) -> Layout:
        """Their boxes."""
        return layout(self.view(pieces), self._shape, said, [(piece.measure, piece.body) for piece in pieces])


def sheets(view: View, language: str, height: float, shape: Shape = SHEET) -> tuple[tuple[Block, ...], ...]:
    """The sheets, each with the blocks on it from top to bottom.

    ``height`` is what a sheet has room for, in pixels; infinity puts all on one.
    """
    said = notes(view, language)
    parted = panels(view)
    title = title_of(view, language)
    reports = [_Report(p, len(parted) > 1 or p.title != title, shape) for p in parted]
    # Room is kept for the note that a box may need once it is known where else its node stands.
    shared = _shared(view)
    cut = list(_cut(reports, said | dict.fromkeys(shared, "＿" * 99), height))
    where: dict[str, dict[int, None]] = {}
    for number, parts in enumerate(cut, 1):
        for node in (node for part in parts for node in part.report.view(part.pieces).nodes):
            where.setdefault(node.id, {})[number] = None
    found = []
    for number, parts in enumerate(cut, 1):
        y, blocks = 0.0, []
        for part in parts:
            report, also = part.report, {}
            for node in report.view(part.pieces).nodes:
                others = _also([n for n in where[node.id] if n != number], language)
                also[node.id] = " · ".join(words for words in (said.get(node.id), others) if words)
            drawn = report.drawn(part.pieces, also)
            title = report.title + (label("went-on", language) if part.goes_on else "") if part.head else ""
            y += part.head
            crowded = report.is_crowded(part.pieces[0].measure)
            blocks.append(Block(report.name, title, not part.goes_on, report.view(part.pieces), drawn, y, crowded))
            y += drawn.height + BETWEEN
        found.append(tuple(blocks))
    return tuple(found)


def _also(numbers: Sequence[int], language: str) -> str:
    """Where else: as many of the sheets as the column of bodies has room to name; '' for none."""
    words = ""
    for most in (4, 3, 2, 1) if numbers else ():
        words = label("also-on", language).format(pages=spans(numbers, language, most))
        if columns_in(words) <= NOTE_COLUMNS:
            break
    return words


def spans(numbers: Sequence[int], language: str, most: int) -> str:
    """1, 2, 3 and 5 as 1–3、5; an ellipsis after so many of these."""
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0])
    ]
    words = listed((str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs[:most]), language)
    return words + ("…" if len(runs) > most else "")


def _shared(view: View) -> list[str]:
    """What may stand on several sheets: all but measures, and what one of them alone is linked to."""
    times: dict[str, int] = {}
    for edge in view.edges:
        for end in (edge.source, edge.target):
            times[end] = times.get(end, 0) + 1
    return [node.id for node in view.nodes if node.kind != "measure" and times.get(node.id, 0) > 1]


def _cut(reports: Sequence[_Report], said: dict[str, str], height: float) -> Iterator[list[_Part]]:
    """The parts of each sheet: as many whole measures as there is room for."""
    sheet: list[_Part] = []
    room = height
    for report in reports:
        part = _Part(report, goes_on=False, titled=True, pieces=())
        for measure, body in report.rows:
            if part.pieces and report.apart(part.pieces[-1].measure, measure):
                sheet.append(part)
                room -= _height(part, said) + BETWEEN
                part = _Part(report, goes_on=True, titled=False, pieces=())
            whole = _Piece(measure, body)
            more = replace(part, pieces=(*part.pieces, whole))
            if room == math.inf or _height(more, said) <= room:
                part = more
                continue
            if part.pieces:
                sheet.append(part)
            if sheet:
                yield sheet
            sheet, room = [], height
            part = _Part(report, goes_on=part.goes_on or bool(part.pieces), titled=True, pieces=())
            *full, last = _split(report, whole, said, room - part.head)
            for piece in full:
                yield [replace(part, pieces=(piece,))]
                part = replace(part, goes_on=True)
            part = replace(part, pieces=(last,))
        if part.pieces:
            sheet.append(part)
            room -= _height(part, said) + BETWEEN
    if sheet:
        yield sheet


def _height(part: _Part, said: dict[str, str]) -> float:
    """Pixels that the part takes."""
    return part.head + part.report.drawn(part.pieces, said).height


def _split(report: _Report, piece: _Piece, said: dict[str, str], room: float) -> Iterator[_Piece]:
    """The measure whole where a sheet holds it, else repeated with a part of what it is linked to."""
    if report.drawn([piece], said).height <= room:
        yield piece
        return
    # The measure, too, then says where else it stands.
    room -= NOTE_LINE
    kept: list[str] = []
    for end in report.ends(piece.measure):
        more = _Piece(piece.measure, piece.body, frozenset((*kept, end, piece.body)))
        if kept and report.drawn([more], said).height > room:
            yield _Piece(piece.measure, piece.body, frozenset((*kept, piece.body)))
            kept = []
        kept.append(end)
    yield _Piece(piece.measure, piece.body, frozenset((*kept, piece.body)))
