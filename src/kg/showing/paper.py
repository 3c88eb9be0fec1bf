"""Whether a picture can be printed so that it can be read."""

from __future__ import annotations

from dataclasses import dataclass

from kg.asking.view import View
from kg.showing.layout import FONT
from kg.showing.png import zoom
from kg.showing.svg import size

LEGIBLE = 7
"""Points that words must have at least on paper."""
MILLIMETRES = LEGIBLE / FONT * 25.4 / 72
"""A pixel of a picture printed in words of that size."""
LONG, SHORT = 281, 194
"""Millimetres of A4 that a printer reaches."""


LEAST_PERCENT = 50
"""A PNG that is drawn smaller than this shows no words."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What the picture takes, in millimetres; ``percent`` is how large its PNG is drawn, at most 100."""

    width: int
    height: int
    percent: int

    @property
    def vanishes(self) -> bool:
        """Whether its words can't be read in a PNG."""
        return self.percent < LEAST_PERCENT

    @property
    def fits(self) -> bool:
        """Whether one A4 sheet, upright or not, holds it."""
        return max(self.width, self.height) <= LONG and min(self.width, self.height) <= SHORT


def on_paper(view: View) -> Paper:
    """The size of the view's picture where its words can still be read."""
    width, height = size(view)
    return Paper(round(width * MILLIMETRES), round(height * MILLIMETRES), min(100, round(zoom(height) * 100)))
