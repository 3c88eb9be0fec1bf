"""How far the objects of measures are as a careful reader writes them; the scorer beside the annotated reports does not
look at them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any


@dataclass(frozen=True, slots=True)
class Likeness:
    """Measures that both found, the share whose objects are the same, and the mean F1 of the objects' characters."""

    pairs: int
    same: float
    characters: float


def likeness(score: ModuleType, gold: Sequence[dict[str, Any]], found: Sequence[dict[str, Any]]) -> Likeness:
    """Objects of the measures that the scorer pairs, those that may be left out aside; spaces and marks don't count."""
    pairs = []
    for one, other in zip(gold, found, strict=True):
        start, end = one.get("range") or (0, float("inf"))
        ours = [m for m in other["measures"] if start <= m["start"] < end]
        wanted = [m for m in one["measures"] if start <= m["start"] < end]
        for g, p in score.pair(wanted, ours, score.overlap, 0.4):
            if not g.get("optional"):
                pairs.append((_letters(g["object"]), _letters(p["object"])))
    same = sum(a == b for a, b in pairs) / len(pairs)
    return Likeness(len(pairs), same, sum(_f1(a, b) for a, b in pairs) / len(pairs))


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _f1(one: str, other: str) -> float:
    common = (Counter(one) & Counter(other)).total()
    return 2 * common / (len(one) + len(other)) if one or other else 1.0
