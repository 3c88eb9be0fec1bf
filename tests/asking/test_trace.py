"""From a name to who did what, with what result, said where; and the picture of the same."""

from __future__ import annotations

import dataclasses

import pytest

from kg.asking.trace import trace
from kg.asking.view import view
from kg.errors import NothingFound
from kg.graph.store import Store
from tests.support import example_facts


@pytest.mark.parametrize("text", ["“企业开办”专窗", "企业开办", '"企业开办"专窗'])
def test_a_site(example: Store, text: str) -> None:
    set_up, handled = trace(example, text)
    assert [(b.name, b.role, b.basis) for b in handled.bodies] == [
        ("江川县市场监督管理局", "lead", "inherited"),
        ("江川县税务局", "partner", "inherited"),
    ]
    assert set_up.things == (("establishes", "江川县“企业开办”专窗"), ("uses", "“一窗通”系统"))
    (outcome,) = handled.outcomes
    assert (outcome.value, outcome.unit, outcome.modifier, outcome.as_of) == ("2048", "件", "exact", "2024-10-31")
    whole = example_facts().characters
    assert whole[handled.start : handled.end] == "受理2048件办件"
    assert handled.sentence in whole.splitlines()[handled.line - 1]


def test_a_whole_name_is_meant_before_parts_of_others(example: Store) -> None:
    assert [r.measure for r in trace(example, "江川县税务局")] == ["设立“企业开办”专窗", "受理2048件办件"]


def test_an_outcome_without_a_unit_is_traced() -> None:
    facts = example_facts()
    bare = tuple(
        dataclasses.replace(m, outcomes=tuple(dataclasses.replace(o, unit="") for o in m.outcomes))
        for m in facts.measures
    )
    store = Store.in_memory()
    store.put(dataclasses.replace(facts, measures=bare, quantities=()))
    (row,) = trace(store, "受理2048件办件")
    assert [(o.value, o.unit) for o in row.outcomes] == [("2048", "")]


@pytest.mark.parametrize("text", ["不存在之物", "", "http://{x}", "https://example.org/", '") } #', "\\"])
def test_nothing_found_names_what_is_near(example: Store, text: str) -> None:
    with pytest.raises(NothingFound) as caught:
        trace(example, text)
    assert caught.value.code == "trace-nothing"
    assert caught.value.exit_status == 1
    assert caught.value.in_language("zh") != caught.value.in_language("en")


def test_the_seed_measure(gold: Store) -> None:
    found = {r.measure: r for r in trace(gold, "一业一证")}
    row = found["制发2048张行业综合许可证,涉及15个业态"]
    assert ("2048", "张", "2023-10-31") in [(o.value, o.unit, o.as_of) for o in row.outcomes]


def test_a_view_holds_what_is_linked_and_where_it_is_said(example: Store) -> None:
    shown = view(example, "“企业开办”专窗")
    kinds = [n.kind for n in shown.nodes]
    assert {k: kinds.count(k) for k in sorted(set(kinds))} == {
        "body": 2,
        "measure": 2,
        "outcome": 1,
        "site": 1,
        "system": 1,
    }
    known = {n.id for n in shown.nodes}
    assert all(e.source in known and e.target in known for e in shown.edges)
    (report,) = shown.reports
    said = {n.label: report.characters[p.start : p.end] for n in shown.nodes for p in n.places}
    assert {k for k, quote in said.items() if k == quote} >= {"设立“企业开办”专窗", "受理2048件办件", "“一窗通”系统"}
    assert said["2048件办件"] == "2048件"
    assert len(view(example).nodes) > len(shown.nodes)
