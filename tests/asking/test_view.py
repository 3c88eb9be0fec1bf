"""What the view says of outcomes' figures and of what the text leaves open."""

from __future__ import annotations

import pytest

from kg.asking.questions import ask
from kg.asking.responsibilities import responsibilities
from kg.asking.results import rows
from kg.asking.view import Edge, Figure, Node, View, gaps, view
from kg.graph.store import Store
from kg.graph.validation import validate_store


def test_outcomes_carry_their_figures(example: Store) -> None:
    shown = view(example)
    figures = [node.figure for node in shown.nodes if node.label.startswith("2048件")]
    assert figures == [Figure("2048", "件")]
    assert all(node.figure is None for node in shown.nodes if node.kind not in ("outcome", "target"))


def test_the_status_says_whether_a_figure_is_a_target(example: Store) -> None:
    shown = view(example)
    kinds = {node.label: node.kind for node in shown.nodes if node.figure}
    assert kinds["1.5万平方米 (办理面积)"] == "target"
    assert [label for label, kind in kinds.items() if kind == "target"] == ["1.5万平方米 (办理面积)"]
    assert [edge.kind for edge in shown.edges if edge.kind == "hasTarget"] == ["hasTarget"]


def test_outcomes_say_what_they_count(example: Store) -> None:
    counted = {
        (row["text"], row["counted"])
        for row in example.select(
            "SELECT ?text ?counted WHERE { ?o a kg:Outcome ; rdfs:label ?text ; kg:counted ?counted }"
        )
    }
    labels = {node.label for node in view(example).nodes if node.kind in ("outcome", "target")}
    assert counted
    assert all(f"{text}{thing}" in labels or f"{text} ({thing})" in labels for text, thing in counted)


def test_gaps_are_those_of_the_questions(example: Store) -> None:
    """The page's filter and the named questions agree measure for measure."""
    found = gaps(view(example))
    unnamed = """SELECT ?m WHERE { ?m a kg:Measure
      MINUS { ?m kg:responsibility ?a . ?a prov:hadRole kg:role-lead ; kg:basis ?how FILTER(?how != kg:basis-issuer) }
      MINUS { ?m kg:responsibility/kg:basis kg:basis-explicit
        FILTER NOT EXISTS { ?m kg:responsibility/prov:hadRole kg:role-lead } } }"""
    undated = """SELECT DISTINCT ?m WHERE { ?m kg:hasOutcome ?o FILTER NOT EXISTS { ?o kg:asOf ?day }
      MINUS { ?m kg:status kg:status-planned } }"""
    nodue = """SELECT ?m WHERE { ?m kg:status kg:status-planned
      FILTER NOT EXISTS { ?m kg:hasOutcome/kg:asOf ?day } }"""
    for gap, query in (("nobody-named", unnamed), ("outcome-undated", undated), ("planned-without-due", nodue)):
        asked = {row["m"] for row in example.select(query)}
        assert {measure for measure, open_ in found.items() if gap in open_} == asked
        assert asked


@pytest.mark.parametrize(
    ("gap", "name", "shape"),
    [
        ("nobody-named", "no-named-body", "measure-body-unnamed"),
        ("outcome-undated", "no-date", "outcome-undated"),
        ("planned-without-due", "planned-without-due", "planned-without-due"),
    ],
)
def test_table_questions_and_shapes_find_the_same_open(example: Store, gap: str, name: str, shape: str) -> None:
    of_the_table = {row.measure for row in responsibilities(example) if gap in row.gaps}
    answer = rows(ask(example, name, {}))
    assert {cells[answer.columns.index("measure")] for cells in answer.cells} == of_the_table
    assert {f.measure for f in validate_store(example) if f.shape == shape} == of_the_table
    assert of_the_table


def test_a_named_partner_is_no_named_lead() -> None:
    nodes = (
        Node("b", "body", "甲", ()),
        Node("m", "measure", "办", (), "planned"),
        Node("o", "outcome", "1个", (), "2025-01-01"),
    )
    lead, partner = Edge("b", "m", "lead", "issuer"), Edge("b", "m", "partner", "explicit")
    assert gaps(View("", (), nodes, (lead,))) == {"m": ("nobody-named", "planned-without-due")}
    assert gaps(View("", (), nodes, (lead, partner, Edge("m", "o", "hasOutcome")))) == {"m": ("nobody-named",)}
    assert gaps(View("", (), nodes, (partner,))) == {"m": ("planned-without-due",)}
    assert gaps(View("", (), nodes, (partner, Edge("m", "o", "hasOutcome")))) == {"m": ()}
    undated = (*nodes[:2], Node("o", "outcome", "1个", ()))
    assert gaps(View("", (), undated, (partner, Edge("m", "o", "hasOutcome")))) == {"m": ("planned-without-due",)}
