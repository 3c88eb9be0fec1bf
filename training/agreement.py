"""How far two readers of the same passages agree, and the program with each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from kg.facts import to_gold
from kg.pipeline import read_facts
from training import readings
from training.tallies import of_passages, rows, table

KINDS = ("entities", "quantities", "dates", "measures")
Gold = Mapping[str, Any]


def agreement(score: ModuleType, shared: Path) -> str:
    """A table: F1 of the two readers, the mean of both ways, then of the program measured by each of them."""
    one, other, found = [], [], []
    for (_, text, first), (_, _, second) in zip(
        readings.sources(shared, readings.FIRST), readings.sources(shared, readings.SECOND), strict=True
    ):
        one.append(readings.load(first, text))
        other.append(readings.load(second, text))
        found.append(to_gold(read_facts(text)))
    ways = [rows(score, a, _answers(a, b)) for a, b in ((one, other), (other, one))]
    ours = [rows(score, gold, found) for gold in (one, other)]
    body = []
    for layer in of_passages(score):
        agree = sum(way[layer].row()[2] for way in ways) / len(ways)
        body.append([layer, f"{agree:.2f}", *(f"{tallies[layer].row()[2]:.2f}" for tallies in ours)])
    head = ["layer", "the two readers", "program by the first", "program by the second"]
    return f"{len(one)} passages.\n\n" + table(head, body)


def _answers(gold: Sequence[Gold], other: Sequence[Gold]) -> list[dict[str, Any]]:
    """What the other reader says, as if a program had: without what it calls optional and the first has nothing of."""
    return [_without(b, {kind: a[kind] for kind in KINDS}) for a, b in zip(gold, other, strict=True)]


def _without(reading: Gold, gold: Mapping[str, Sequence[Gold]]) -> dict[str, Any]:
    kept = {
        kind: [row for row in reading[kind] if not row["optional"] or any(_meet(row, g) for g in gold[kind])]
        for kind in KINDS
    }
    kept["measures"] = [m | {"outcomes": [o for o in m["outcomes"] if not o["optional"]]} for m in kept["measures"]]
    return {**reading, **kept}


def _meet(one: Gold, other: Gold) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])
