"""Counts worked out by hand on the invented report."""

from __future__ import annotations

import dataclasses
from itertools import permutations

import networkx as nx
import pytest

from kg.asking.central import centrality
from kg.asking.classes import is_class
from kg.asking.stats import ActionCount, BodyCount, PairCount, ReportCount, _central, stats
from kg.errors import NothingFound
from kg.graph.store import Store
from kg.pipeline import facts_of
from kg.reading.text import Text
from tests.support import EXAMPLE_TEXT, example_facts

GOVERNMENT, MARKET, TAX, CENTRE = "江川县人民政府", "江川县市场监督管理局", "江川县税务局", "江川县政务服务中心"


def test_bodies(example: Store) -> None:
    """The government answers for the four measures without a named body: one has an outcome, the figure of the planned
    one being a target, and the plan issued and the training have none. Its plan and its scheme
    stand in one measure, so that no way between them leads over it; the two bureaus share a window and a system."""
    assert stats(example).bodies == (
        BodyCount(GOVERNMENT, "530421", 4, 4, 4, 0, 1, 2, 1, 2, 0.0),
        BodyCount(MARKET, "530421", 2, 2, 0, 2, 1, 1, 1, 3, 0.0),
        BodyCount(TAX, "530421", 2, 0, 0, 2, 1, 1, 1, 3, 0.0),
        BodyCount(CENTRE, "530421", 1, 1, 0, 0, 1, 0, 1, 1, 0.0),
    )


def test_a_body_lies_between_what_it_alone_shares_measures_with() -> None:
    """Body 10 has things 20 and 21 in measures of their own; 11 has 21 too. The ways 20 – 21 and 20 – 11 lead over 10,
    two of the three between the others; the way 20 – 11 leads over 21, which is no body."""
    found = _central([((10,), (20,)), ((10,), (21,)), ((11,), (21,))])
    assert found.degree == {10: 2, 11: 1}
    assert found.betweenness == {10: 0.6667, 11: 0.0}


def test_pairs_leave_out_groups(example: Store) -> None:
    """各部门 take part in the training, but are no body."""
    assert stats(example).pairs == (PairCount(MARKET, TAX, 2),)


def test_actions_by_status(example: Store) -> None:
    """设立, 设置 and 建立 set up; 新增 is planned."""
    assert stats(example).actions == (
        ActionCount("set-up", 3, 3, 0, 0),
        ActionCount("achieve", 1, 0, 0, 1),
        ActionCount("coordinate", 1, 1, 0, 0),
        ActionCount("issue", 1, 1, 0, 0),
        ActionCount("serve", 1, 1, 0, 0),
    )


def test_reports(example: Store) -> None:
    title = "关于江川县政务服务改革落实情况的报告"
    assert stats(example).reports == (ReportCount(title, 7, 6, 0, 1, 3, 3, 4),)


def test_what_belongs_together_adds_up(gold: Store) -> None:
    found = stats(gold)
    assert sum(a.measures for a in found.actions) == sum(r.measures for r in found.reports)
    for report in found.reports:
        assert report.measures == report.done + report.ongoing + report.planned
    for body in found.bodies:
        assert body.with_outcome + body.without_outcome <= body.measures
        assert max(body.led, body.shared) <= body.measures
        assert body.assumed <= body.led
    ways = sorted(found.bodies, key=lambda body: -body.betweenness)
    assert ways[0].body == found.bodies[0].body, "who signs a report links nearly all that it tells"
    assert ways[0].betweenness > 0.5 > ways[1].betweenness


def test_a_second_report_adds_to_the_same_bodies() -> None:
    store = Store.in_memory()
    facts = example_facts()
    store.put(facts)
    assert facts.header.number is not None
    number = dataclasses.replace(facts.header.number, value="江府报〔2024〕8号")
    again = dataclasses.replace(facts, digest="other", header=dataclasses.replace(facts.header, number=number))
    store.put(again)
    found = stats(store)
    assert [(b.body, b.measures, b.reports) for b in found.bodies][:2] == [(GOVERNMENT, 8, 2), (MARKET, 4, 2)]
    assert found.pairs == (PairCount(MARKET, TAX, 4),)
    assert [r.measures for r in found.reports] == [7, 7]


def test_words_for_classes_of_bodies_are_one_row_behind_the_bodies() -> None:
    store = Store.in_memory()
    for number, place in enumerate(("江川县", "平山县")):
        text = EXAMPLE_TEXT.replace("江川县", place).replace("〕7", f"〕{number}").replace("县税务局", "金融机构")
        text = text.replace("印发《", "司法机关开展普法活动20场。印发《")
        store.put(facts_of(Text(f"{number}.txt", text)))
    found = stats(store)
    assert found.classes == 2
    assert sorted((b.body, b.reports) for b in found.bodies[-2:]) == [("司法机关", 2), ("金融机构", 2)]
    assert len({(b.body, b.division) for b in found.bodies}) == len(found.bodies)


@pytest.mark.parametrize(
    "name", ["金融机构", "司法机关", "政协委员", "自然资源部门", "新型研发机构", "区域金融机构", "县域医疗机构"]
)
def test_a_word_for_a_class_of_bodies(name: str) -> None:
    assert is_class(name, "")
    assert not is_class(name, "310106")


@pytest.mark.parametrize("name", ["市财政部门", "财政局", "和平区人民政府", "上海市养老服务机构", "江川县税务局"])
def test_a_body_and_what_a_place_has_are_no_class(name: str) -> None:
    assert not is_class(name, "")


def test_an_empty_store_has_nothing_to_count() -> None:
    with pytest.raises(NothingFound) as caught:
        stats(Store.in_memory())
    assert caught.value.code == "stats-empty"


EDGES = [("a", "m"), ("b", "m"), ("b", "n"), ("c", "n"), ("m", "x"), ("n", "x"), ("d", "o"), ("d", "p")]
NODES = "abcdmnopxz"


def test_betweenness_is_that_of_networkx_where_all_nodes_are_looked_from() -> None:
    graph: nx.Graph[str] = nx.Graph(EDGES)
    graph.add_nodes_from(NODES)
    found = centrality(NODES, EDGES, NODES)
    assert not found.estimated
    assert found.degree == dict(graph.degree())
    assert found.betweenness == {n: round(v, 4) for n, v in sorted(nx.betweenness_centrality(graph).items())}


def test_centrality_is_the_same_in_whatever_order_edges_come() -> None:
    told = {str(centrality(NODES, (*order, *EDGES[3:]), "abc")) for order in permutations(EDGES[:3])}
    assert len(told) == 1


def test_a_graph_beyond_the_budget_is_estimated_and_says_so() -> None:
    star = [("hub", f"m{i:03}") for i in range(300)]
    nodes = {n for edge in star for n in edge}
    exact, rough = centrality(nodes, star, ["hub"]), centrality(nodes, star, ["hub"], budget=9_000)
    assert rough.estimated
    assert exact.betweenness["hub"] == 1.0
    assert abs(rough.betweenness["hub"] - 1.0) < 0.15
    assert rough == centrality(sorted(nodes), star[::-1], ["hub"], budget=9_000)


def test_centrality_of_nothing() -> None:
    assert centrality((), (), ()).betweenness == {}
    assert centrality(["a"], (), ["a"]).betweenness == {"a": 0.0}
