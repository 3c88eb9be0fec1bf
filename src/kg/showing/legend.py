"""What colours, marks and lines of a picture mean, in words, set in lines of a given width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.asking.view import Node
from kg.showing.labels import label
from kg.showing.layout import width_of

# Okabe and Ito's palette, which colour-blind people tell apart: fill and line.
COLOURS = {
    "body": ("#dcecf8", "#0072b2"),
    "measure": ("#ffffff", "#333333"),
    "site": ("#fde9c8", "#b06a00"),
    "system": ("#d5f0e6", "#007a5a"),
    "programme": ("#f3dfee", "#a0447c"),
    "document": ("#eeeeee", "#666666"),
    "outcome": ("#fdf6c8", "#7a6a00"),
    "target": ("#fdf6c8", "#7a6a00"),
}
MARKS = {
    **{"body": "■", "measure": "▶", "site": "●", "system": "◆", "programme": "★", "document": "▤"},
    **{"outcome": "#", "target": "◎"},
}
PLANNED = "▷"
"""The mark of a measure that is no more than planned, hollow as that of all others is full."""
HEADINGS = ("body", "measure", "thing", "counts")
"""Labels of the four columns."""
INK = "#444444"
WEAK = "#767676"
"""The line to a body that no more than assumed answers: as pale as WCAG 2.2 (1.4.11) lets a line be on white."""
SAMPLE, GAP = 32, 18
"""Pixels that a drawn sample and the blank behind a sign take."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One entry: where it begins, how far its words stand from there, and the sample that is drawn before them."""

    x: float
    line: int
    shape: Literal["", "line", "box"]
    colour: str
    dash: str
    words: str
    ink: str

    @property
    def indent(self) -> float:
        """Pixels from ``x`` to the words."""
        return SAMPLE if self.shape else 0


def mark_of(node: Node) -> str:
    """The mark in a node's box."""
    return PLANNED if node.kind == "measure" and node.note == "planned" else MARKS[node.kind]


def legend(language: str, size: float, width: float) -> tuple[Sign, ...]:
    """The signs in lines no wider than ``width``, kinds in the first, for words of ``size``; all in pixels."""
    blue = COLOURS["body"][1]
    kinds: list[tuple[Literal["", "line", "box"], str, str, str, str]] = [
        ("", line, "", f"{MARKS[kind]} {label(kind, language)}", line) for kind, (_, line) in COLOURS.items()
    ]
    black = COLOURS["measure"][1]
    kinds.insert(2, ("", black, "", f"{PLANNED} {label('legend-planned', language)}", black))
    lines: list[tuple[Literal["", "line", "box"], str, str, str, str]] = [
        ("line", blue, "", label("lead", language), INK),
        ("line", blue, "6 4", label("partner", language), INK),
        ("line", WEAK, "", label("issuer", language), INK),
        ("box", black, "3 3", label("legend-open", language), INK),
    ]
    signs: list[Sign] = []
    line = 0
    for group in (kinds, lines):
        x = 0.0
        for shape, colour, dash, words, ink in group:
            needed = (SAMPLE if shape else 0) + width_of(words, size)
            if x and x + needed > width:
                x, line = 0.0, line + 1
            signs.append(Sign(x, line, shape, colour, dash, words, ink))
            x += needed + GAP
        line += 1
    return tuple(signs)
