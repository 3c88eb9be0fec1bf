"""A thing that reports write in several ways: one node, one preferred name in all of them together, in any order."""

from __future__ import annotations

import dataclasses
from itertools import permutations

import pyoxigraph as ox
import pytest

from kg.facts import Facts
from kg.graph.calling import TOGETHER, Naming, best_name
from kg.graph.store import Store
from kg.graph.terms import path
from tests.graph.test_together import is_together
from tests.support import numbered

NAMES = ("“帮办代办”制度", "“帮办代办”", "帮办代办")
THING = path("programme", "江川县人民政府", "帮办代办")
CALLED = "SELECT ?name WHERE { ?x a kg:Programme ; skos:prefLabel ?name FILTER(CONTAINS(STR(?name), '帮办代办')) }"
BESIDES = "SELECT ?name WHERE { ?x skos:altLabel ?name FILTER(CONTAINS(STR(?name), '帮办代办')) } ORDER BY ?name"


def written(number: str, name: str) -> Facts:
    """The example as a report that calls its programme by this name."""
    facts = numbered(number)

    def so(text: str) -> str:
        return name if text == NAMES[0] else text

    measures = tuple(
        dataclasses.replace(m, references=tuple(dataclasses.replace(r, name=so(r.name)) for r in m.references))
        for m in facts.measures
    )
    entities = tuple(dataclasses.replace(e, name=so(e.name)) for e in facts.entities)
    return dataclasses.replace(facts, measures=measures, entities=entities)


def together(store: Store) -> list[str]:
    """What all graphs together say, sorted."""
    return sorted(str(quad) for quad in store.inner.quads_for_pattern(None, None, None, TOGETHER))


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_reports_that_write_it_otherwise_agree_in_any_order(order: tuple[int, ...]) -> None:
    with Store.in_memory() as store:
        for i in order:
            store.put(written(f"{i}号", NAMES[i]))
        assert [row["name"] for row in store.select(CALLED)] == [NAMES[0]]
        assert {row["name"] for row in store.select(BESIDES)} >= set(NAMES[1:])
        assert {row["thing"] for row in store.select(CALLED.replace("?name WHERE", "(STR(?x) AS ?thing) WHERE"))} == {
            THING
        }
        all_three = together(store)
    with Store.in_memory() as other:
        for i in range(3):
            other.put(written(f"{i}号", NAMES[i]))
        assert together(other) == all_three


def test_what_goes_takes_its_name_along() -> None:
    with Store.in_memory() as store, Store.in_memory() as other:
        for i in (1, 2):
            store.put(written(f"{i}号", NAMES[i]))
            other.put(written(f"{i}号", NAMES[i]))
        store.put(written("0号", NAMES[0]))
        store.remove("0号")
        assert together(store) == together(other)
        store.put(written("1号", NAMES[0]))
        assert [row["name"] for row in store.select(CALLED)] == [NAMES[0]]
        store.put(written("1号", NAMES[1]))
        assert together(store) == together(other)
        store.remove("1号")
        assert [row["name"] for row in store.select(CALLED)] == [NAMES[2]]
        assert is_together(store)


def test_the_longest_name_says_most() -> None:
    assert best_name(NAMES) == NAMES[0]
    assert best_name(["乙", "甲"]) == min("乙", "甲")


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_new_reports_are_stored_alike_in_files_and_in_a_transaction(
    order: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stored() -> list[str]:
        with Store.in_memory() as store:
            for i in (*order, 3):
                store.put(written(f"{i}号", NAMES[i % 3]))
            return sorted(map(str, store.inner))

    loaded: list[bool] = []
    adds_only = Naming.adds_only

    def noted(naming: Naming, store: ox.Store) -> bool:
        loaded.append(adds_only(naming, store))
        return loaded[-1]

    monkeypatch.setattr(Naming, "adds_only", noted)
    by_itself = stored()
    # The second report to come, and the third where its name is neither the first nor the longest yet.
    assert loaded[0] == (order[0] < order[1])
    monkeypatch.setattr(Naming, "adds_only", lambda *_: False)
    monkeypatch.setattr("kg.graph.calling._called_so", lambda *_: False)
    assert stored() == by_itself
