"""Which section of a report is of the matter of a demand, by all that stands in it and not by its heading alone.

A demand for credit is answered by a section that tells of loans, of meetings of banks and firms and of listings, though
none of its measures says as much.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.asking.acts import Head
from kg.asking.likeness import Likeness, signs_of
from kg.asking.nearness import directions

COVERED = 0.15
"""So much of what a demand says, by rarity, stands in the section too."""
MATTER = 0.28
"""So near are both by the company that their words keep."""
AHEAD = 0.05
"""So much nearer than to the next section."""
HEADING = 0.5
MOSTLY = 0.4
"""A heading that is so like the demand says it where so much of the demand stands in its section too.

These five were chosen on demands to two reports, 27 of which nothing answers; of 22 more to a third, 12 of them
answered, none was told wrongly."""
FEWEST = 3
"""Among fewer sections the first is likest to nearly everything."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Which section, by place among the headings, has most of what a demand says, and how much of it.

    ``likeness`` is None where it is not clearly the nearest in meaning too.
    """

    section: int
    covered: float
    likeness: Likeness | None


def matters(demands: Sequence[str], heads: Sequence[Head], text: str) -> list[Matter | None]:
    """For each demand the section that has most of what it says; None where the report has too few sections."""
    lowest = [i for i, head in enumerate(heads) if not any(head.start < o.start < head.body_end for o in heads)]
    if len(lowest) < FEWEST or not demands:
        return [None for _ in demands]
    bodies = [signs_of(text[heads[i].start : heads[i].body_end]) for i in lowest]
    asked = [signs_of(demand) for demand in demands]
    near = directions(asked) @ directions(bodies).T
    found: list[Matter | None] = []
    for words, row in zip(asked, near, strict=True):
        weights = _weights(words, bodies)
        covered = [_covered(weights, body) for body in bodies]
        best = max(range(len(bodies)), key=lambda k: (covered[k], row[k], -k))
        meaning, next_to = float(row[best]), max(float(value) for k, value in enumerate(row) if k != best)
        likeness = None
        if meaning >= max(MATTER, next_to + AHEAD) and covered[best] >= COVERED:
            parts = (("words", round(covered[best], 3)), ("meaning", round(meaning, 3)))
            likeness = Likeness(round((covered[best] + meaning) / 2, 3), parts, ())
        found.append(Matter(lowest[best], covered[best], likeness))
    return found


def _weights(words: frozenset[str], bodies: Sequence[frozenset[str]]) -> dict[str, float]:
    """Pairs of letters in the words, in order → how much each tells: the more, the fewer bodies have it."""
    pairs = sorted(sign for sign in words if len(sign) > 1)
    return {pair: math.log((len(bodies) + 1) / (sum(pair in body for body in bodies) or 0.5)) for pair in pairs}


def _covered(weights: Mapping[str, float], body: frozenset[str]) -> float:
    """The share of these pairs that stands in the body too, as they weigh."""
    shared = sum(weight for pair, weight in weights.items() if pair in body)
    return shared / sum(weights.values()) if weights else 0.0
