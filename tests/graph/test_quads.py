"""Facts → N-Quads."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageMistake
from kg.facts import Entity
from kg.graph.lines import decimal, plain
from kg.graph.names import Names, government_division
from kg.graph.quads import graph_iri, quads, report_iri
from kg.graph.store import Store
from kg.graph.terms import path, segment
from tests.support import example_facts, facts_from_gold

KG = "https://w3id.org/reformkg/ontology#"
REPORT = "https://w3id.org/reformkg/id/report/530421/江川县人民政府/江府报〔2024〕7号"


def dump(lines: list[str]) -> list[str]:
    store = ox.Store()
    store.load(input="\n".join(lines), format=ox.RdfFormat.N_QUADS)
    return sorted((store.dump(format=ox.RdfFormat.N_QUADS) or b"").decode().split("\n")[:-1])


def said(lines: list[str], subject: str, predicate: str) -> list[str]:
    start = f"<{subject}> <{predicate}> "
    end = f" <{graph_iri(example_facts())}> ."
    return [line[len(start) : -len(end)] for line in lines if line.startswith(start)]


def test_report_is_named_by_issuer_and_number() -> None:
    facts = example_facts()
    assert report_iri(facts) == REPORT
    assert graph_iri(facts) == REPORT.replace("/report/", "/graph/")


def test_report_without_number_is_named_by_title_and_day_and_without_issuer_by_digest() -> None:
    facts = example_facts()
    unnumbered = dataclasses.replace(facts, header=dataclasses.replace(facts.header, number=None))
    assert report_iri(unnumbered).endswith("/江川县人民政府/关于江川县政务服务改革落实情况的报告/2024-11-06")
    nameless = dataclasses.replace(facts, issuers=(), header=dataclasses.replace(facts.header, issuer=None))
    assert report_iri(nameless).endswith(f"/id/report/{facts.digest}")


def test_a_measure_says_who_where_what_and_how_much() -> None:
    lines = quads(example_facts())
    start = example_facts().characters.index("受理2048件办件")
    measure = f"{REPORT}/measure/{start}-{start + 9}"
    assert said(lines, measure, KG + "verb") == ['"受理"']
    assert said(lines, measure, KG + "leadBody") == ["<https://w3id.org/reformkg/id/body/530421/江川县市场监督管理局>"]
    assert said(lines, measure, KG + "deliveredAt") == ["<https://w3id.org/reformkg/id/site/530421/江川县企业开办专窗>"]
    outcome = said(lines, measure, KG + "hasOutcome")[0][1:-1]
    assert said(lines, outcome, KG + "asOf") == ['"2024-10-31"^^<http://www.w3.org/2001/XMLSchema#date>']
    figure = said(lines, outcome, "http://www.w3.org/ns/sosa/hasResult")[0][1:-1]
    assert said(lines, figure, "http://qudt.org/schema/qudt/numericValue") == [
        '"2048"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    ]
    assert said(lines, figure, KG + "unit") == ['"件"']


def test_bounds_follow_the_modifier() -> None:
    facts = example_facts()
    lines = quads(facts)
    q = next(q for q in facts.quantities if q.modifier == "under")
    figure = f"{REPORT}/quantity/{q.start}-{q.end}"
    assert said(lines, figure, KG + "upperBound") == ['"300"^^<http://www.w3.org/2001/XMLSchema#decimal>']
    assert said(lines, figure, KG + "lowerBound") == []


def test_units_of_qudt_are_linked() -> None:
    assert any("<http://qudt.org/vocab/unit/M2>" in line for line in quads(example_facts()))


def test_a_group_stays_in_its_report_and_is_no_body() -> None:
    lines = quads(example_facts())
    group = Names(example_facts()).thing("organisation", "各部门")
    assert group.startswith("https://w3id.org/reformkg/id/body/530421/江川县人民政府/江府报〔2024〕7号/")
    assert said(lines, group, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type") == [f"<{KG}BodyGroup>"]


def test_things_of_a_division_have_one_name_in_every_report_of_it() -> None:
    facts = example_facts()
    assert facts.header.number is not None
    number = dataclasses.replace(facts.header.number, value="江府报〔2024〕8号")
    other = dataclasses.replace(facts, header=dataclasses.replace(facts.header, number=number))
    for kind, name in (("organisation", "江川县税务局"), ("site", "江川县政务服务中心")):
        assert Names(facts).thing(kind, name) == Names(other).thing(kind, name)  # type: ignore[arg-type]


def test_a_place_that_is_a_division_is_the_division() -> None:
    facts = example_facts()
    place = Entity("place", "静安区", 0, 0, "", "310106")
    assert Names(dataclasses.replace(facts, entities=(place,))).thing("place", "静安区").endswith("/division/310106")


def test_every_evidence_quotes_its_span() -> None:
    facts = example_facts()
    store = Store.in_memory()
    store.put(facts)
    rows = store.select("SELECT ?s ?e ?x { ?n oa:start ?s ; oa:end ?e ; oa:exact ?x }")
    assert len(rows) > 30
    for row in rows:
        assert facts.characters[int(row["s"] or "") : int(row["e"] or "")] == row["x"]


def test_lines_are_what_the_store_dumps_and_have_no_blank_nodes() -> None:
    lines = quads(example_facts())
    assert dump(lines) == lines
    assert not any("_:" in line.split('"')[0] for line in lines)


def test_gold_reports_come_back_from_the_store_unchanged(shared: Path) -> None:
    for json_path in sorted((shared / "gold").glob("*.json"))[:4]:
        lines = quads(facts_from_gold(json_path, json_path.with_suffix(".txt")))
        assert dump(lines) == lines


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_escaped_as_oxigraph_does(text: str) -> None:
    line = f"<http://a/s> <http://a/p> {plain(text)} <http://a/g> ."
    store = ox.Store()
    store.load(input=line, format=ox.RdfFormat.N_QUADS)
    assert next(iter(store)).object == ox.Literal(text)
    assert store.dump(format=ox.RdfFormat.N_QUADS) == (line + "\n").encode()


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_name_makes_a_valid_iri(text: str) -> None:
    iri = path("body", text)
    assert ox.NamedNode(iri).value == iri
    line = f"<{iri}> <http://a/p> <{iri}> .".encode()
    assert next(iter(ox.parse(line, format=ox.RdfFormat.N_TRIPLES))).subject == ox.NamedNode(iri)


def test_what_a_segment_allows() -> None:
    assert segment("静府议〔2023〕18号") == "静府议〔2023〕18号"
    assert segment("a/b c%<>") == "a%2Fb%20c%25%3C%3E"
    assert segment("..") == "%2E%2E"


@pytest.mark.parametrize(
    ("value", "written"),
    [("0.50", "0.5"), ("43759000000", "43759000000"), ("-0.0", "0"), ("1E+3", "1000"), ("99.50", "99.5")],
)
def test_decimals_are_canonical(value: str, written: str) -> None:
    assert decimal(Decimal(value)) == f'"{written}"^^<http://www.w3.org/2001/XMLSchema#decimal>'


def test_base_can_be_set_and_terms_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_BASE", "https://data.example.org/kg")
    lines = quads(example_facts())
    assert report_iri(example_facts()).startswith("https://data.example.org/kg/id/report/")
    assert not any("https://w3id.org/reformkg/id/" in line for line in lines)
    assert any(f"<{KG}Measure>" in line for line in lines)
    monkeypatch.setenv("KG_BASE", "not an iri")
    with pytest.raises(UsageMistake, match="KG_BASE"):
        quads(example_facts())


_HASHED = """
import hashlib, io
from kg.graph.export import FORMATS, export
from kg.graph.quads import quads
from kg.graph.store import Store
from kg.graph.validation import report_turtle, validate
from tests.support import example_facts
facts = example_facts()
store = Store.in_memory()
store.put(facts)
print(hashlib.sha256("\\n".join(quads(facts)).encode()).hexdigest())
for name in FORMATS:
    out = io.BytesIO()
    export(store, name, out)
    print(name, hashlib.sha256(out.getvalue()).hexdigest())
print(hashlib.sha256(report_turtle(validate(store.lines())).encode()).hexdigest())
"""


def test_same_bytes_under_three_hash_seeds(root: Path) -> None:
    answers = set()
    for seed in ("0", "1", "4242"):
        env = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}"}
        done = subprocess.run([sys.executable, "-c", _HASHED], env=env, capture_output=True, text=True, check=True)
        answers.add(done.stdout)
    assert len(answers) == 1
    assert answers.pop().count("\n") == 12


def test_a_government_named_in_full_is_one_body_whoever_names_it() -> None:
    """A place that acts stands for its government, which no mention of the text is."""
    facts = example_facts()
    other = dataclasses.replace(facts, issuers=("国务院办公厅",), division=None, digest="other")
    assert government_division("武汉市人民政府") == "420100"
    assert government_division("武汉市人民政府办公厅") is None
    made = {Names(f).thing("organisation", "武汉市人民政府") for f in (facts, other)}
    assert len(made) == 1
    assert len({Names(f).thing("organisation", "司法机关") for f in (facts, other)}) == 2
