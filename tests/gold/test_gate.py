"""The gate: what the program finds in reports that it did not learn from may get better and never quietly worse.

Each annotated report is read with heads of the reader that were tuned to the fifteen others. Floors are F1 as the
scorer beside the reports measures it. The digest pins the annotations: when they change, the floors are measured anew,
in the open.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest

from kg.facts import to_gold
from kg.pipeline import read_facts
from kg.sharing import processors
from kg.sharing import shared as shared_over
from training import quality, readings
from training.examples import gold_files, load
from training.objects import likeness
from training.tallies import rows

DIGEST = "f281c641de82da05d37713d6d2a7939ea2066d5e82385d5feb7d2d31b60100ad"
FLOORS = {
    "document": 0.98,
    "sections": 0.99,
    "entities": 0.898,
    "entities=": 0.845,
    "names": 0.89,
    "quantities": 0.99,
    "dates": 0.97,
    "measures": 0.93,
    "status": 0.923,
    "agents": 0.912,
    "agents!": 0.942,
    "others": 0.939,
    "sites": 0.83,
    "programmes": 0.775,
    "documents": 0.905,
    "outcomes": 0.873,
    "trace": 0.833,
}
LOST = 0.03
"""Most that a layer may lose where lines end inside of sentences."""
OBJECTS = 0.816
"""Least share of measures whose object is in the reader's own words."""
SETTLED_FLOORS = {
    "entities": 0.92,
    "quantities": 0.955,
    "dates": 0.98,
    "measures": 0.875,
    "status": 0.875,
    "agents": 0.84,
    "agents!": 0.885,
    "others": 0.89,
    "programmes": 0.745,
    "documents": 0.57,
    "trace": 0.595,
}
"""Of the eight plans among the passages that two readers read and a third settled. They have few outcomes and sites;
the reports among the passages are too long to be read in every run."""
SEED_FLOORS = {
    "document": 1.0,
    "sections": 1.0,
    "quantities": 0.98,
    "dates": 0.92,
    "entities": 0.84,
    "measures": 0.89,
    "status": 0.86,
    "agents": 0.88,
    "agents!": 0.66,
    "outcomes": 0.82,
    "trace": 0.81,
}


@pytest.fixture(scope="module")
def left_out(shared: Path) -> tuple[list[Any], list[Any]]:
    """The annotated reports, and what was read of each with the heads that were tuned to the others."""
    paths = gold_files(shared)
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in paths))
    assert digest.hexdigest() == DIGEST, "the annotations changed: measure again"
    return [load(p) for p in paths], [to_gold(facts) for facts in shared_over(quality.left_out, paths, processors())]


@pytest.fixture(scope="module")
def tallies(shared: Path, left_out: tuple[list[Any], list[Any]]) -> dict[str, Any]:
    return rows(quality.scorer(shared), *left_out)


def test_each_report_left_out(tallies: dict[str, Any]) -> None:
    reached = {layer: round(tallies[layer].row()[2], 4) for layer in FLOORS}
    assert {k: v for k, v in reached.items() if v < FLOORS[k]} == {}


def test_hard_line_breaks_cost_next_to_nothing(shared: Path, tallies: dict[str, Any]) -> None:
    pairs = list(shared_over(quality.left_out_broken, gold_files(shared), processors()))
    parted = rows(quality.scorer(shared), [gold for gold, _ in pairs], [found for _, found in pairs])
    lost = {layer: round(tallies[layer].row()[2] - parted[layer].row()[2], 4) for layer in FLOORS}
    assert {layer: loss for layer, loss in lost.items() if loss > LOST} == {}


def test_plans_that_two_readers_read(shared: Path) -> None:
    found = [one for one in readings.sources(shared, readings.SETTLED) if one[0].startswith("plans")]
    assert len(found) == 8
    gold = [readings.load(reading, text) for _, text, reading in found]
    tallies = rows(quality.scorer(shared), gold, [to_gold(read_facts(text)) for _, text, _ in found])
    reached = {layer: round(tallies[layer].row()[2], 4) for layer in SETTLED_FLOORS}
    assert {k: v for k, v in reached.items() if v < SETTLED_FLOORS[k]} == {}


def test_objects_of_measures(shared: Path, left_out: tuple[list[Any], list[Any]]) -> None:
    assert likeness(quality.scorer(shared), *left_out).same >= OBJECTS


def test_the_quality_page_says_what_is_measured(tallies: dict[str, Any], root: Path) -> None:
    page = (root / "docs" / "quality.md").read_text("utf-8").split("## By kind")[0]
    said = {m[1]: float(m[2]) for m in re.finditer(r"^\| (\S+) \| [\d.]{5} \| [\d.]{5} \| ([\d.]{5}) \|", page, re.M)}
    assert said.keys() == tallies.keys()
    assert {k: v for k, v in said.items() if abs(v - tallies[k].row()[2]) > 0.0051} == {}


def test_the_seed_as_it_ships(shared: Path, seed: Path) -> None:
    gold = load(shared / "gold" / "jingan-2023-18.json")
    found = rows(quality.scorer(shared), [gold], [to_gold(read_facts(seed))])
    assert {k: found[k].row()[2] for k, v in SEED_FLOORS.items() if found[k].row()[2] < v} == {}
