"""What the program reaches on reports that it did not learn from: ``python -m training.quality SHARED``.

Each annotated report is read with heads of the reader that were tuned to all the others (``tests/gold/folds.npz``) and
scored with the scorer beside the reports. Writes ``docs/quality.md`` and the calibration of scores.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from kg.extraction.confidence import KINDS, Line
from kg.extraction.confidence import score as worth_of
from kg.facts import Facts, to_gold
from kg.language.reader import judge_with, load_heads
from kg.pipeline import raw_facts_of, read_facts
from kg.reading import read
from kg.reading.text import Text
from training import baselines, readings
from training.agreement import agreement
from training.broken import broken, in_places
from training.examples import gold_files, load
from training.failures import entity_failures, failures
from training.objects import likeness
from training.tallies import of_passages, rows, table

ROOT = Path(__file__).resolve().parent.parent
FOLDS = ROOT / "tests" / "gold" / "folds.npz"
UNTUNED = ROOT / "tests" / "gold" / "untuned.npz"
CALIBRATION = ROOT / "seeds" / "model" / "calibration.tsv"
KINDS_OF_REPORT = {
    "reply to a congress": ("jingan",),
    "summary of a department": ("pingtan",),
    "government work report": ("chongqing", "guangdong", "shanghai"),
    "plan or notice": ("guangzhou", "lanzhou", "nanjing", "samr", "shenyang", "statecouncil", "wuhan"),
}
AIMS = {
    "document": 0.97, "sections": 0.97, "quantities": 0.98, "dates": 0.95, "entities": 0.88, "measures": 0.90,
    "status": 0.88, "agents": 0.88, "agents!": 0.85, "others": 0.80, "sites": 0.80, "programmes": 0.75,
    "documents": 0.90, "outcomes": 0.80, "trace": 0.70,
}  # fmt: skip
POINTS = 8
"""Most points of a calibration line."""

Pair = tuple[float, bool]
"""A chance and whether the fact was right."""


def scorer(shared: Path) -> ModuleType:
    """The scorer beside the annotated reports."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def left_out(path: Path) -> Facts:
    """The facts of an annotated report by heads that were tuned to the others; scores are chances."""
    return raw_facts_of(read(path.with_suffix(".txt")), judge_with(load_heads(FOLDS, f"{path.stem}/")))


def left_out_broken(path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """The annotation of a report as a copy from pages has it, and what is read there by heads tuned to the others."""
    characters, places = broken(path.with_suffix(".txt").read_text("utf-8"))
    facts = raw_facts_of(Text(path.stem, characters), judge_with(load_heads(FOLDS, f"{path.stem}/")))
    return in_places(load(path), places), to_gold(facts)


def right_and_wrong(score: ModuleType, gold: dict[str, Any], facts: Facts) -> dict[str, list[Pair]]:
    """For each kind of fact the chances of those found and whether a careful reader found them too. What the reader
    marked optional counts neither way."""
    pairs: dict[str, list[Pair]] = {kind: [] for kind in KINDS}
    bounds = gold.get("range") or (0, len(facts.characters))
    for e in facts.entities:
        if bounds[0] <= e.start < bounds[1]:
            same = [g for g in gold["entities"] if g["type"] == e.type and _overlap(g, e.start, e.end) > 0]
            if any(_overlap(g, e.start, e.end) >= 0.5 and not g.get("optional") for g in same):
                pairs["entity"].append((e.score, True))
            elif not same:
                pairs["entity"].append((e.score, False))
    taken: set[int] = set()
    alias = {score.plain(f): score.plain(g["name"]) for g in gold["entities"] for f in (g["text"], *g.get("also", ()))}
    for m in facts.measures:
        if not bounds[0] <= m.start < bounds[1]:
            continue
        over = [(i, g) for i, g in enumerate(gold["measures"]) if _overlap(g, m.start, m.end) > 0]
        best = max(over, key=lambda p: _overlap(p[1], m.start, m.end), default=None)
        if best is None or (_overlap(best[1], m.start, m.end) < 0.4 and not best[1].get("optional")):
            pairs["measure"].append((m.score, False))
            continue
        place, g = best
        if g.get("optional") or place in taken:
            continue
        taken.add(place)
        pairs["measure"].append((m.score, True))
        pairs["status"].append((m.status_score, g["status"] == m.status))
        wanted = {(alias.get(score.plain(a["name"]), score.plain(a["name"])), a["role"]) for a in g["agents"]}
        for a in m.agents:
            name = alias.get(score.plain(a.name), score.plain(a.name))
            pairs[a.evidence].append((a.score, (name, a.role) in wanted))
        must = {score.outcome_key(o) for o in g["outcomes"] if not o.get("optional")}
        may = {score.outcome_key(o) for o in g["outcomes"] if o.get("optional")}
        for o in m.outcomes:
            key = (score.num(o.value), score.unit(o.unit), o.modifier, o.as_of.isoformat() if o.as_of else None)
            if key not in may:
                pairs["outcome"].append((o.score, key in must))
    return pairs


def _overlap(row: Mapping[str, Any], start: int, end: int) -> float:
    common = min(row["end"], end) - max(row["start"], start)
    return common / (max(row["end"], end) - min(row["start"], start)) if common > 0 else 0.0


def line_of(pairs: Sequence[Pair]) -> Line:
    """A rising line through the pairs: neighbours that would fall are pooled (isotonic regression), then bundled."""
    pools: list[list[float]] = []  # sum of chances, right ones, size
    for chance, right in sorted(pairs):
        pools.append([chance, float(right), 1.0])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    least = max(1.0, len(pairs) / POINTS)
    bundled: list[list[float]] = []
    for pool in pools:
        if bundled and bundled[-1][2] < least:
            bundled[-1] = [a + b for a, b in zip(bundled[-1], pool, strict=True)]
        else:
            bundled.append(list(pool))
    points: dict[float, float] = {}
    highest = 0.0
    for chances, found, size in bundled:  # (found + 1) / (size + 2): a few facts prove little (Laplace's rule)
        highest = max(highest, round((found + 1) / (size + 2), 2))
        points[round(chances / size, 2)] = highest
    return sorted(points.items())


def calibration(found: Sequence[dict[str, list[Pair]]]) -> dict[str, Line]:
    """The lines of all kinds from the pairs of several reports."""
    return {kind: line_of([p for one in found for p in one[kind]]) for kind in KINDS}


def write_calibration(lines: Mapping[str, Line]) -> None:
    """The lines as the file that ships."""
    head = "\n".join(line for line in CALIBRATION.read_text("utf-8").splitlines() if line.startswith("#"))
    body = "".join(f"{kind}\t{x:.2f}\t{y:.2f}\n" for kind in KINDS for x, y in lines[kind])
    CALIBRATION.write_text(f"{head}\n{body}", "utf-8")


def f1(tallies: Mapping[str, Any], layer: str) -> str:
    tally = tallies[layer]
    return "–" if not tally.tp + tally.fn + tally.fp else f"{tally.row()[2]:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    shared = parser.parse_args().shared
    score = scorer(shared)
    paths = gold_files(shared)
    gold = [load(path) for path in paths]
    facts = [left_out(path) for path in paths]
    found = [to_gold(one) for one in facts]
    pairs = [right_and_wrong(score, g, f) for g, f in zip(gold, facts, strict=True)]
    write_calibration(calibration(pairs))
    text = (ROOT / "training" / "quality.md").read_text("utf-8")
    parts = {
        "layers": layers(score, paths, gold, found),
        "objects": objects(score, gold, found),
        "kinds": by_kind(score, paths, gold, found),
        "broken": in_broken_lines(score, paths, gold, found),
        "twice": agreement(score, shared),
        "settled": passages(score, readings.sources(shared, readings.SETTLED)),
        "dense": passages(score, readings.sources(shared, readings.DENSE)),
        "drawn": passages(score, readings.sources(shared, readings.DRAWN)),
        "reviewed": passages(score, readings.sources(shared, readings.REVIEWED)),
        "held": passages(score, readings.sources(shared, readings.HELD)),
        "latest": passages(score, readings.sources(shared, readings.LATEST)),
        "unseen": passages(score, readings.sources(shared, readings.UNSEEN)),
        "baselines": beside(score, paths, gold, facts),
        "calibration": calibrated(pairs),
        "entities": entity_failures(score, gold, found),
        "failures": failures(score, gold, found),
        "networks": networks(),
    }
    for name, part in parts.items():
        text = text.replace(f"<!-- {name} -->\n", f"\n{part}\n")
    (ROOT / "docs" / "quality.md").write_text(re.sub(r"\n{3,}", "\n\n", text), "utf-8")
    print(parts["layers"])


def layers(score: ModuleType, paths: Sequence[Path], gold: Sequence[Any], found: Sequence[Any]) -> str:
    """Precision, recall and F1 of each layer, beside the aim and the reader that never saw an annotated report."""
    judge = judge_with(load_heads(UNTUNED))
    untuned = [to_gold(raw_facts_of(read(p.with_suffix(".txt")), judge)) for p in paths]
    ours, without = rows(score, gold, found), rows(score, gold, untuned)
    body = []
    for layer in score.LAYERS:
        p, r, f = ours[layer].row()
        aim = AIMS.get(layer)
        reached = "" if aim is None else "yes" if f >= aim else f"{f - aim:+.2f}"
        body.append(
            [layer, f"{p:.3f}", f"{r:.3f}", f"{f:.3f}", f"{aim:.2f}" if aim else "", reached, f1(without, layer)]
        )
    return table(["layer", "P", "R", "F1", "aim", "reached", "untuned F1"], body)


def objects(score: ModuleType, gold: Sequence[Any], found: Sequence[Any]) -> str:
    """A sentence on the objects of measures."""
    like = likeness(score, gold, found)
    return (
        f"Objects of measures, which the scorer does not look at: of {like.pairs} measures that both found, "
        f"{like.same:.2f} have the reader's own words; F1 of their characters is {like.characters:.2f}.\n"
    )


def by_kind(score: ModuleType, paths: Sequence[Path], gold: Sequence[Any], found: Sequence[Any]) -> str:
    """F1 by kind of report."""
    columns = []
    for places in KINDS_OF_REPORT.values():
        chosen = [i for i, path in enumerate(paths) if path.stem.startswith(places)]
        columns.append(rows(score, [gold[i] for i in chosen], [found[i] for i in chosen]))
    body = [[layer, *(f1(column, layer) for column in columns)] for layer in score.LAYERS]
    return table(["layer", *KINDS_OF_REPORT], body)


def in_broken_lines(score: ModuleType, paths: Sequence[Path], gold: Sequence[Any], found: Sequence[Any]) -> str:
    """F1 of the reports as they are and with lines that end where a page does."""
    pairs = [left_out_broken(path) for path in paths]
    whole, parted = rows(score, gold, found), rows(score, [g for g, _ in pairs], [f for _, f in pairs])
    body = [[layer, f1(whole, layer), f1(parted, layer)] for layer in score.LAYERS]
    return table(["layer", "as published", "with hard line breaks"], body)


def passages(score: ModuleType, read: Iterable[tuple[str, Path, Path]]) -> str:
    """Precision, recall and F1 on passages that were read (`readings.sources`), by the program as it ships."""
    gold, found = [], []
    for _, text, reading in read:
        gold.append(readings.load(reading, text))
        found.append(to_gold(read_facts(text)))
    tallies = rows(score, gold, found)
    body = [[layer, *(f"{x:.2f}" for x in tallies[layer].row())] for layer in of_passages(score)]
    return f"{len(gold)} passages.\n\n" + table(["layer", "P", "R", "F1"], body)


def beside(score: ModuleType, paths: Sequence[Path], gold: Sequence[Any], facts: Sequence[Facts]) -> str:
    """F1 of the cheap ways beside ours."""
    texts = [path.with_suffix(".txt") for path in paths]
    ways = {
        "tagger's names": [baselines.tagger_names(text) for text in texts],
        "lexicon without model": [baselines.lexicon(text) for text in texts],
        "the issuer did everything": [baselines.issuer_did_it(one) for one in facts],
        "kg": [to_gold(one) for one in facts],
    }
    columns = [rows(score, gold, found) for found in ways.values()]
    body = [[layer, *(f1(column, layer) for column in columns)] for layer in score.LAYERS]
    return table(["layer", *ways], body)


def calibrated(pairs: Sequence[dict[str, list[Pair]]]) -> str:
    """Scores against how often facts with them are right, each report scored with the lines of the others."""
    edges = (0.0, 0.5, 0.7, 0.8, 0.9, 1.01)
    cells: dict[tuple[str, int], list[Pair]] = {}
    for place, one in enumerate(pairs):
        lines = calibration([other for i, other in enumerate(pairs) if i != place])
        for kind in KINDS:
            for chance, right in one[kind]:
                worth = worth_of(lines, kind, chance)
                bin_ = max(i for i, edge in enumerate(edges) if edge <= worth)
                cells.setdefault((kind, bin_), []).append((worth, right))
    body = []
    for kind in KINDS:
        row = [kind]
        for bin_ in range(len(edges) - 1):
            cell = cells.get((kind, bin_), [])
            row.append(
                f"{sum(w for w, _ in cell) / len(cell):.2f} → {sum(r for _, r in cell) / len(cell):.2f} ({len(cell)})"
                if cell
                else ""
            )
        body.append(row)
    names = [f"{a:.1f}–{min(b, 1):.1f}" for a, b in pairwise(edges)]
    return table(["kind", *names], body)


def networks() -> str:
    """What each kind of network gave (``training/compare.py``)."""
    file = ROOT / "training" / "networks.json"
    if not file.is_file():
        return ""
    tried = json.loads(file.read_text("utf-8"))
    layers_ = ("entities", "measures", "status", "agents", "outcomes", "trace")
    return table(["network", *layers_], [[row["name"], *(f"{row[k]:.3f}" for k in layers_)] for row in tried])


if __name__ == "__main__":
    main()
