"""Many bodies of the same measures drawn as a tree: each body runs into one trunk, and the trunk into each measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.asking.view import Edge
from kg.showing.layout import ANCHOR, Box

CROWD = 3
"""From so many bodies of a measure on, single edges can't be told apart."""
FAN = 3
"""Nor those from two bodies that do so many measures one after the other."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight piece, in pixels; like ``edge``."""

    x1: float
    y1: float
    x2: float
    y2: float
    edge: Edge


def is_doing(edge: Edge) -> bool:
    """Whether it runs from a body to its measure."""
    return edge.kind in ("lead", "partner")


def trunk(edges: Sequence[Edge], at: Mapping[str, Box]) -> list[Line]:
    """The lines that stand for ``edges``, where each body does each measure; the trunk comes last."""
    bodies = {edge.source: edge for edge in reversed(edges)}
    leading = min(edges, key=lambda edge: edge.kind != "lead")
    right = max(at[body].x + at[body].width for body in bodies)
    x = (right + min(at[edge.target].x for edge in edges)) / 2
    lines = [Line(right, _level(at[body]), x, _level(at[body]), edge) for body, edge in reversed(bodies.items())]
    for measure in dict.fromkeys(edge.target for edge in edges):
        lines.append(Line(x, _level(at[measure]), at[measure].x, _level(at[measure]), leading))
    levels = [line.y1 for line in lines]
    return [*lines, Line(x, min(levels), x, max(levels), leading)]


def _level(box: Box) -> float:
    return box.y + min(ANCHOR, box.height / 2)
