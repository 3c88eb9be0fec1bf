"""Kinds of acts and documents: every word of the lists leads to a concept that is defined."""

from __future__ import annotations

import pytest
import rdflib

from kg.graph import terms
from kg.graph.concepts import action_of, document_kind_of
from kg.graph.ontology import ontology_path
from kg.graph.quads import quads
from kg.resources import rows
from tests.support import example_facts


@pytest.mark.parametrize(("table", "scheme"), [("actions", "action"), ("document-kinds", "document-kind")])
def test_lists_and_schemes_agree(table: str, scheme: str) -> None:
    graph = rdflib.Graph().parse(ontology_path())
    concepts = {
        str(s).rpartition(f"#{scheme}-")[2]
        for s in graph.subjects(rdflib.SKOS.inScheme, rdflib.URIRef(terms.PREFIXES["kg"] + f"scheme-{scheme}"))
    }
    listed = rows(f"seeds/lexicon/{table}.tsv")
    assert {row[1] for row in listed} == concepts
    assert len({row[0] for row in listed}) == len(listed)
    assert all(row[0] in row[2] for row in listed)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("《江川县帮办工作方案》", "plan"),
        ("“十四五”规划", "plan"),
        ("《博士后创新实践基地建设管理办法（试行）》", "rules"),
        ("关于审议意见落实情况的报告", "report"),
        ("《上海市城市管理轻微违法违规行为免罚清单》", "list"),
        ("《中华人民共和国安全生产法》", "law"),
        ("行业综合许可证", "certificate"),
        ("某某", None),
    ],
)
def test_a_title_tells_its_kind(title: str, kind: str | None) -> None:
    assert document_kind_of(title) == kind


def test_verbs_of_the_example_have_their_kind_of_act() -> None:
    assert (action_of("设立"), action_of("印发"), action_of("受理"), action_of("召开")) == (
        "set-up",
        "issue",
        "serve",
        "hold",
    )
    assert action_of("喜欢") is None
    lines = quads(example_facts())
    assert sum(terms.ACTION in line for line in lines) >= 5
    assert any(terms.DOCUMENT_KIND in line and "document-kind-plan" in line for line in lines)
