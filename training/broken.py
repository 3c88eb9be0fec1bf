"""Annotated reports as a copy from pages has them: every line ends where the page does, also inside of words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.structure.hard_breaks import width

NEVER_FIRST = frozenset("，。；：！？、）)”》】〕,.;:!?")
"""No line begins with one of these."""
PAGE = 60
"""Halves of a Chinese character in a line: thirty characters."""


def broken(characters: str, page: int = PAGE) -> tuple[str, list[int]]:
    """The text with lines of this width; of each of its characters, and of the end, where it stands now."""
    out: list[str] = []
    places: list[int] = []
    used = 0
    for c in characters:
        wide = width(c)
        if c == "\n":
            used = -wide
        elif used + wide > page and c not in NEVER_FIRST:
            out.append("\n")
            used = 0
        used += wide
        places.append(len(out))
        out.append(c)
    return "".join(out), [*places, len(out)]


def in_places(row: Any, places: Sequence[int]) -> Any:
    """An annotation, or a part of one, at the places where its characters stand now."""
    if isinstance(row, list):
        return [in_places(one, places) for one in row]
    if not isinstance(row, dict):
        return row
    told = {key: in_places(value, places) for key, value in row.items()}
    if isinstance(row.get("start"), int) and row["end"] > row["start"]:
        told |= {"start": places[row["start"]], "end": places[row["end"] - 1] + 1}
    return told
