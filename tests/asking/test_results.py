"""Answers in every form."""

from __future__ import annotations

import json

import pyoxigraph as ox
import pytest

from kg.asking.questions import ask
from kg.asking.results import rows, serialized
from kg.errors import UsageMistake
from kg.graph.store import Store

SELECT = "SELECT ?verb { ?m kg:verb ?verb ; kg:status kg:status-planned }"
BUILT = "CONSTRUCT { ?m kg:verb ?verb } WHERE { ?m kg:verb ?verb }"


def test_csv_and_tsv(example: Store) -> None:
    assert serialized(ask(example, SELECT, {}), "csv").decode().splitlines() == ["verb", "新增"]
    assert serialized(ask(example, SELECT, {}), "tsv").decode().splitlines() == ["?verb", '"新增"']


def test_json(example: Store) -> None:
    read = json.loads(serialized(ask(example, SELECT, {}), "json"))
    assert read["results"]["bindings"] == [{"verb": {"type": "literal", "value": "新增"}}]


def test_xml_reads_back(example: Store) -> None:
    written = serialized(ask(example, SELECT, {}), "xml")
    read = ox.parse_query_results(written, format=ox.QueryResultsFormat.XML)
    assert isinstance(read, ox.QuerySolutions)
    assert [row["verb"] for row in read] == [ox.Literal("新增")]


@pytest.mark.parametrize(("form", "kind"), [("turtle", ox.RdfFormat.TURTLE), ("jsonld", ox.RdfFormat.JSON_LD)])
def test_constructed_triples_read_back(example: Store, form: str, kind: ox.RdfFormat) -> None:
    written = serialized(ask(example, BUILT, {}), form)
    assert len(list(ox.parse(written, format=kind))) == 7
    assert len(rows(ask(example, BUILT, {})).cells) == 7


def test_yes_or_no(example: Store) -> None:
    assert rows(ask(example, "ASK { ?m a kg:Measure }", {})).cells == (("true",),)
    assert json.loads(serialized(ask(example, "ASK { ?m a kg:None }", {}), "json"))["boolean"] is False


@pytest.mark.parametrize(("query", "form"), [(SELECT, "turtle"), (BUILT, "csv"), (SELECT, "pdf")])
def test_a_form_that_does_not_fit(example: Store, query: str, form: str) -> None:
    with pytest.raises(UsageMistake) as caught:
        serialized(ask(example, query, {}), form)
    assert caught.value.code == "query-form"
