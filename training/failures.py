"""What still goes wrong: what was missed and made up in each layer, and names by type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from types import ModuleType
from typing import Any

from training.tallies import rows, table


def failures(score: ModuleType, gold: Sequence[Any], found: Sequence[Any]) -> str:
    """What was missed and made up, with examples."""
    tallies = rows(score, gold, found)
    parts = []
    for layer in ("entities", "measures", "agents", "sites", "programmes", "documents", "outcomes"):
        tally = tallies[layer]
        missed = [str(x) for x in tally.missed]
        made_up = [str(x) for x in tally.spurious]
        parts.append([layer, str(tally.fn), _some(missed), str(tally.fp), _some(made_up)])
    return table(["layer", "missed", "for example", "made up", "for example"], parts)


def entity_failures(score: ModuleType, gold: Sequence[Any], found: Sequence[Any]) -> str:
    """By type: things found; missed altogether, found as another type, found with other edges; made up."""
    counts: Counter[tuple[str, str]] = Counter()
    for one, other in zip(gold, found, strict=True):
        start, end = one.get("range") or (0, float("inf"))
        ours = [e for e in other["entities"] if start <= e["start"] < end]
        wanted = [e for e in one["entities"] if start <= e["start"] < end]
        pairs = score.pair(wanted, ours, lambda a, b: score.overlap(a, b) if a["type"] == b["type"] else 0, 0.5)
        seen = {id(row) for pair in pairs for row in pair}
        for e in wanted:
            if not e.get("optional"):
                over = [x["type"] for x in ours if score.overlap(x, e) > 0]
                miss = "missed" if not over else "other edges" if e["type"] in over else "other type"
                counts[e["type"], "found" if id(e) in seen else miss] += 1
        for e in ours:
            same = [g for g in wanted if g["type"] == e["type"] and score.overlap(g, e) > 0]
            if id(e) not in seen and not any(g.get("optional") for g in same):
                counts[e["type"], "made up"] += 1
    columns = ("found", "missed", "other type", "other edges", "made up")
    kinds = sorted({kind for kind, _ in counts})
    return table(["type", *columns], [[kind, *(str(counts[kind, c]) for c in columns)] for kind in kinds])


def _some(examples: Sequence[str], most: int = 4) -> str:
    common = [x for x, _ in Counter(examples).most_common()]
    step = max(1, len(common) // most)
    return "<br>".join(x.replace("|", "/").replace("\n", " ")[:60] for x in common[::step][:most])
