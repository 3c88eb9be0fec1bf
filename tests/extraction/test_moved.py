"""A report whose lines end inside of sentences has the facts of one whose lines do not."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from kg.facts import Facts, Measure
from kg.graph.quads import quads
from kg.pipeline import facts_of
from kg.reading import read
from tests.extraction.test_corpus import broken as what_is_broken
from training.broken import broken


def told(facts: Facts) -> list[tuple[object, ...]]:
    """All that is told of each measure, without places and line ends."""

    def plain(words: str) -> str:
        return words.replace("\n", "")

    def of(m: Measure) -> tuple[object, ...]:
        agents = [(a.name, a.role, a.basis, a.quote and plain(a.quote.text)) for a in m.agents]
        things = [(r.name, r.type, r.relation, plain(r.quote.text)) for r in m.references]
        counts = [(plain(o.text), o.value, o.unit, o.as_of) for o in m.outcomes]
        due = m.due and (plain(m.due.text), m.due.as_of)
        return (plain(m.text), plain(m.verb), m.object, m.status, agents, things, counts, due)

    return [of(m) for m in facts.measures]


@pytest.fixture(scope="module")
def whole(seed: Path) -> Facts:
    return facts_of(read(seed))


@pytest.fixture(scope="module")
def parted(seed: Path) -> Facts:
    text = read(seed)
    return facts_of(replace(text, characters=broken(text.characters)[0]))


def test_every_place_is_one_of_the_text_as_it_is(parted: Facts) -> None:
    assert what_is_broken(parted) == []
    assert sum("\n" in s.text for s in parted.sentences) > len(parted.sentences) / 2


def test_the_same_is_told(whole: Facts, parted: Facts) -> None:
    expected = told(whole)
    assert len(expected) > 100
    assert sum(one in expected for one in told(parted)) >= 0.97 * len(expected)
    assert [s.heading.replace("\n", "") for s in parted.sections] == [s.heading for s in whole.sections]
    assert parted.header.title
    assert whole.header.title
    assert parted.header.title.value == whole.header.title.value


def test_blanks_beside_figures_and_quotes_of_an_editor_change_nothing(seed: Path, whole: Facts) -> None:
    text = read(seed)
    spaced = re.sub(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])", " ", text.characters)
    facts = facts_of(replace(text, characters=spaced.replace("“", '"').replace("”", '"')))
    assert what_is_broken(facts) == []

    def named(facts: Facts) -> list[tuple[object, ...]]:
        return [(m.verb, m.status, *((a.name, a.role, a.basis) for a in m.agents)) for m in facts.measures]

    assert named(facts) == named(whole)
    counted = [(o.value, o.unit, o.as_of) for m in whole.measures for o in m.outcomes]
    assert [(o.value, o.unit, o.as_of) for m in facts.measures for o in m.outcomes] == counted
    assert [e.name for e in facts.entities] == [e.name for e in whole.entities]


def test_labels_in_the_graph_are_of_one_line_and_quotes_as_they_stand(parted: Facts) -> None:
    lines = quads(parted)
    assert [line for line in lines if "rdf-schema#label" in line and "\\n" in line] == []
    assert [line for line in lines if "core#altLabel" in line and "\\n" in line] == []
    assert any("oa#exact" in line and "\\n" in line for line in lines)
