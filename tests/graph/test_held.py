"""What a store knows about a report whose bodies are more than one."""

from __future__ import annotations

from itertools import permutations

import pyoxigraph as ox
import pytest

from kg.graph import terms as t
from kg.graph.held import reports

HOME = ox.NamedNode("https://example.org/graph")
REPORT = ox.NamedNode("https://example.org/report")


def node(token: str) -> ox.NamedNode:
    return ox.NamedNode(token[1:-1])


@pytest.mark.parametrize("names", list(permutations(["乙市人民政府", "甲市人民政府", "丙委员会"])))
def test_of_several_bodies_that_answer_the_first_by_name_does(names: tuple[str, ...]) -> None:
    store = ox.Store()
    said: list[tuple[ox.NamedNode, str, ox.NamedNode | ox.Literal]] = [
        (REPORT, t.TYPE, node(t.REPORT)),
        (REPORT, t.SOURCE, ox.Literal("a.txt")),
    ]
    for at, name in enumerate(names):
        responsibility, body = (ox.NamedNode(f"https://example.org/{kind}{at}") for kind in ("said", "body"))
        said += [
            (responsibility, t.BASIS, node(t.term("kg:basis-issuer"))),
            (responsibility, t.AGENT, body),
            (body, t.PREF_LABEL, ox.Literal(name, language="zh")),
        ]
    for subject, predicate, value in said:
        store.add(ox.Quad(subject, node(predicate), value, HOME))
    (found,) = reports(store)
    assert (found.issuer, found.answers) == (None, "丙委员会")
