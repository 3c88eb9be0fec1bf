"""From what the reader's chances look like to what they are worth: a score that means what it says.

``seeds/model/calibration.tsv`` holds, for each kind of fact, points of a rising line from chance to score: how often
facts with this chance are right in annotated reports that the reader's heads were not tuned to.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from kg.facts import Facts, Measure
from kg.resources import rows

Line = Sequence[tuple[float, float]]
KINDS = ("entity", "measure", "status", "said", "governed", "assumed", "outcome")


@cache
def shipped_lines() -> Mapping[str, Line]:
    """Kind of fact → its line."""
    lines: dict[str, list[tuple[float, float]]] = {}
    for kind, chance, score in rows("seeds/model/calibration.tsv"):
        lines.setdefault(kind, []).append((float(chance), float(score)))
    return lines


def scored(facts: Facts, lines: Mapping[str, Line] | None = None) -> Facts:
    """The facts with scores for chances."""
    known = shipped_lines() if lines is None else lines
    return replace(
        facts,
        entities=tuple(replace(e, score=score(known, "entity", e.score)) for e in facts.entities),
        measures=tuple(_measure(m, known) for m in facts.measures),
    )


def _measure(m: Measure, known: Mapping[str, Line]) -> Measure:
    return replace(
        m,
        score=score(known, "measure", m.score),
        status_score=score(known, "status", m.status_score),
        agents=tuple(replace(a, score=score(known, a.evidence, a.score)) for a in m.agents),
        outcomes=tuple(replace(o, score=score(known, "outcome", o.score)) for o in m.outcomes),
    )


def score(lines: Mapping[str, Line], kind: str, chance: float) -> float:
    """What a chance is worth: between two points of the line a straight way, beyond its ends the nearest point."""
    line = lines.get(kind)
    if not line:
        return chance
    at = bisect_left([x for x, _ in line], chance)
    if at == 0 or at == len(line):
        return line[min(at, len(line) - 1)][1]
    (left, low), (right, high) = line[at - 1], line[at]
    return round(low + (high - low) * (chance - left) / (right - left), 2)
