"""All graphs of a store together: each statement once, whatever was added, replaced and removed."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.asking.questions import ask, questions
from kg.asking.results import rows
from kg.asking.stats import stats
from kg.graph.calling import TOGETHER
from kg.graph.place import APART, FORMAT, MARKER
from kg.graph.reasoning import reason
from kg.graph.store import Store
from kg.graph.terms import term
from tests.support import example_facts, numbered

BODY = "SELECT ?name WHERE { ?body a kg:Body ; skos:prefLabel ?name FILTER(STR(?name) = '江川县税务局') }"


def is_together(store: Store) -> bool:
    """True where the default graph holds what the named graphs hold, and no more."""
    named = {quad.triple for quad in store.quads()}
    return named == {quad.triple for quad in store.inner.quads_for_pattern(None, None, None, TOGETHER)}


def test_a_part_of_all_reports_answers_as_the_whole() -> None:
    with Store.in_memory() as store:
        for i in range(3):
            store.put(numbered(f"江府报〔2024〕{i}号"))
        part = store.part(*store.reports())
        for question in questions():
            assert rows(ask(part, question.name, {})).cells == rows(ask(store, question.name, {})).cells
        assert stats(part) == stats(store)
        kind = term("rdf:type"), term("kg:Body")
        assert {q.triple for q in part.matching(*kind)} == {q.triple for q in store.matching(*kind)}
        assert len(list(part.matching(*kind))) == len(list(store.matching(*kind)))
        (first, *_), one = store.reports(), store.part(store.reports()[0])
        assert one.reports() == (first,)
        assert one.is_a(first.iri, term("kg:Report"))
        assert not one.is_a(store.reports()[1].iri, term("kg:Report"))
        named = one.select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?x a kg:Report } }")
        assert [row["g"] for row in named] == [first.graph]


def test_a_name_of_many_reports_is_met_once() -> None:
    with Store.in_memory() as store:
        for i in range(5):
            store.put(numbered(f"江府报〔2024〕{i}号"))
        assert len(store.reports()) == 5
        assert len(store.select(BODY)) == 1
        assert is_together(store)


def test_it_follows_what_is_replaced_removed_and_inferred() -> None:
    with Store.in_memory() as store:
        for number in ("1号", "2号"):
            store.put(numbered(number))
        assert sum(reason(store).values()) > 0
        assert is_together(store)
        fewer = dataclasses.replace(numbered("2号"), measures=())
        assert store.put(fewer) == "replaced"
        assert not store.has_inferences()
        assert is_together(store)
        assert len(store.select(BODY)) == 1
        store.remove("1号")
        assert is_together(store)
        store.remove("2号")
        assert len(store.inner) == 0


def test_exports_do_not_show_it() -> None:
    with Store.in_memory() as store:
        store.put(example_facts())
        lines = list(store.lines())
        assert lines == store.graph_lines(store.reports()[0].graph)


def test_a_store_of_the_layout_before_is_brought_to_this_one(tmp_path: Path) -> None:
    path = tmp_path / "kg.store"
    with Store.open(path, create=True) as store:
        for number in ("1号", "2号"):
            store.put(numbered(number))
        lines, reports = list(store.lines()), store.reports()
        store.inner.update("CLEAR DEFAULT")
    marker = json.loads((path / MARKER).read_text("utf-8"))
    assert marker["format"] == FORMAT
    (path / MARKER).write_text(json.dumps(marker | {"format": APART}), "utf-8")
    seen: list[str] = []

    def steps(graphs: Sequence[str]) -> list[str]:
        seen.extend(graphs)
        return seen

    with Store.open(path, steps=steps) as store:
        assert len(seen) == 2
        assert is_together(store)
        assert (list(store.lines()), store.reports()) == (lines, reports)
    assert json.loads((path / MARKER).read_text("utf-8")) == marker
    with Store.open(path, steps=lambda _: [][1]) as store:  # nothing is left to do
        assert len(store.select(BODY)) == 1


def test_a_store_of_the_layout_before_that_cannot_be_written_answers_all_the_same() -> None:
    with Store.in_memory() as made:
        made.put(example_facts())
        apart = ox.Store()
        apart.extend(made.quads())
        old = Store(Path("old"), apart, writable=False, together=False)
        assert old.select(BODY) == made.select(BODY)
        assert old.reports() == made.reports()
        assert sorted(map(str, old.matching("<http://www.w3.org/2004/02/skos/core#prefLabel>"))) != []
