"""Scores rise with chances and mean what they say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.confidence import KINDS, score, scored, shipped_lines
from tests.support import example_facts
from training.quality import line_of

CHANCES = st.floats(0, 1, allow_nan=False)


@given(st.lists(st.tuples(CHANCES, st.booleans()), min_size=1, max_size=60), CHANCES, CHANCES)
def test_a_line_rises_and_stays_between_nought_and_one(pairs: list[tuple[float, bool]], a: float, b: float) -> None:
    lines = {"entity": line_of(pairs)}
    low, high = sorted((a, b))
    assert 0 <= score(lines, "entity", low) <= score(lines, "entity", high) + 0.01 <= 1.01


def test_every_kind_has_a_line_that_ships() -> None:
    for kind in KINDS:
        line = shipped_lines()[kind]
        assert [x for x, _ in line] == sorted(x for x, _ in line)
        assert [y for _, y in line] == sorted(y for _, y in line)


def test_scores_replace_chances_everywhere() -> None:
    half = {kind: [(0.0, 0.5), (1.0, 0.5)] for kind in KINDS}
    facts = scored(example_facts(), half)
    found = [e.score for e in facts.entities]
    for m in facts.measures:
        found += [m.score, m.status_score, *(a.score for a in m.agents), *(o.score for o in m.outcomes)]
    assert set(found) == {0.5}
