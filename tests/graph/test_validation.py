"""Every shape finds what it is for and nothing else; a finding tells where."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import UnreadableInput
from kg.graph import shacl
from kg.graph.quads import quads
from kg.graph.store import Store
from kg.graph.terms import term
from kg.graph.validation import (
    Finding,
    read_rdf,
    report_turtle,
    validate,
    validate_files,
    validate_store,
)
from tests.graph.changes import ACCOUNTABILITY, INTEGRITY, Change, Lines, instead, without
from tests.support import example_facts, facts_from_gold


def found(lines: Lines) -> dict[str, list[Finding]]:
    by_shape: dict[str, list[Finding]] = {}
    for f in validate(lines):
        by_shape.setdefault(f.shape, []).append(f)
    return by_shape


@pytest.fixture(scope="module")
def good() -> Lines:
    return quads(example_facts())


def test_the_example_has_no_violation(good: Lines) -> None:
    findings = validate(good)
    assert {f.severity for f in findings} == {"warning", "info"}


@pytest.mark.parametrize(("shape", "breaking"), INTEGRITY, ids=[shape for shape, _ in INTEGRITY])
def test_integrity(good: Lines, shape: str, breaking: Change) -> None:
    assert shape not in found(good)
    findings = found(breaking(good))[shape]
    assert {f.severity for f in findings} == {"violation"}
    assert all(re.search("[一-鿿]", f.message_zh) and re.match("[A-Z].*[.]$", f.message_en) for f in findings)


@pytest.mark.parametrize(
    ("shape", "severity", "breaking", "mending"), ACCOUNTABILITY, ids=[row[0] for row in ACCOUNTABILITY]
)
def test_accountability(good: Lines, shape: str, severity: str, breaking: Change, mending: Change) -> None:
    findings = found(breaking(good))[shape]
    assert {f.severity for f in findings} == {severity}
    assert all(re.search("[一-鿿]", f.message_zh) and re.match("[A-Z].*[.]$", f.message_en) for f in findings)
    assert shape not in found(mending(good))


def test_pyshacl_alone_finds_the_same(good: Lines) -> None:
    """On every graph that a constraint in SPARQL is tested with; the others are pyshacl's in both ways."""
    asked_in_sparql = ("measure-flat-bodies", "evidence-quote", "evidence-end")
    changes = {id(change): change for shape, change in INTEGRITY if shape in asked_in_sparql}
    changes |= {id(change): change for row in ACCOUNTABILITY for change in row[2:]}
    for change in changes.values():
        lines = change(good)
        assert set(shacl.run(lines)[1]) == set(shacl.run_reference(lines))


def test_every_shape_with_a_message_is_tested_and_has_a_name(root: Path) -> None:
    graph = rdflib.Graph()
    for path in sorted((root / "shapes").rglob("*.ttl")):
        graph.parse(path)
    sh = rdflib.SH
    speaking = set(graph.subjects(sh.message))
    assert all(isinstance(s, rdflib.URIRef) for s in speaking)
    tested = {row[0] for row in INTEGRITY} | {row[0] for row in ACCOUNTABILITY}
    assert {str(s).rpartition("#")[2] for s in speaking} == tested
    for s in speaking:
        assert sorted(m.language or "" for m in graph.objects(s, sh.message) if isinstance(m, rdflib.Literal)) == [
            "en",
            "zh",
        ]
    for kind in (sh.NodeShape, sh.PropertyShape):
        assert all(isinstance(s, rdflib.URIRef) for s in graph.subjects(rdflib.RDF.type, kind))


def test_integrity_is_violation_and_accountability_is_not(root: Path) -> None:
    for folder, allowed in (("integrity", {"Violation"}), ("accountability", {"Warning", "Info"})):
        for path in (root / "shapes" / folder).glob("*.ttl"):
            graph = rdflib.Graph().parse(path)
            assert {str(o).rpartition("#")[2] for o in graph.objects(None, rdflib.SH.severity)} <= allowed


def test_a_finding_names_its_measure_and_shows_the_sentence(good: Lines) -> None:
    facts = example_facts()
    finding = next(f for f in validate(good) if f.shape == "outcome-undated")
    assert finding.measure == "设置3个自助服务区"
    assert finding.sentence == "县政务服务中心设置3个自助服务区。"
    assert finding.message("zh") == "举措“设置3个自助服务区”的成效没有截止日期。"
    assert finding.message("en") == "An outcome of “设置3个自助服务区” has no as-of date."
    assert finding.remedy("zh") == "请报告机关注明数字的截止日期。"
    assert finding.remedy("en") == "Ask the issuer up to which day the figure counts."
    assert finding.place
    assert finding.place.section == "(一) 设立专门窗口"
    assert finding.place.line == 7
    assert facts.characters[finding.place.start : finding.place.end] == "3个"


def test_a_finding_on_a_responsibility_names_its_measure(good: Lines) -> None:
    (finding,) = found(instead("kg:Responsibility", "prov:hadRole", term("kg:role-guest"))(good))["responsibility-role"]
    assert finding.measure == "设立“企业开办”专窗"
    assert finding.sentence.startswith("县市场监管局会同")


def test_a_report_without_issuer_may_leave_a_measure_to_nobody(good: Lines) -> None:
    nobody = without("kg:Report", "dcterms:creator")(without("kg:Measure", "kg:responsibility")(good))
    assert "measure-responsibility" not in found(nobody)
    assert "measure-body-unnamed" in found(nobody)


def test_spans_count_code_points_in_both_engines() -> None:
    text = "“😀𠀀”改革𠮷"
    engines = ox.Store(), rdflib.Graph()
    update = f'INSERT DATA {{ <http://a/r> <http://a/t> "{text}" }}'
    query = 'ASK { ?r <http://a/t> ?t FILTER(SUBSTR(?t, 2, 2) = "😀𠀀" && STRLEN(?t) = 7) }'
    for engine in engines:
        engine.update(update)
        assert bool(engine.query(query))


def test_a_store_is_validated_report_by_report(good: Lines) -> None:
    store = Store.in_memory()
    store.put(example_facts())
    assert validate_store(store) == validate(good)


def test_the_standard_report(good: Lines) -> None:
    findings = validate(without("kg:Measure", "kg:verb")(good))
    graph = rdflib.Graph().parse(data=report_turtle(findings), format="turtle")
    sh = rdflib.SH
    results = list(graph.subjects(rdflib.RDF.type, sh.ValidationResult))
    assert len(results) == len(findings)
    worst_one = next(r for r in results if graph.value(r, sh.resultSeverity) == sh.Violation)
    assert str(graph.value(worst_one, sh.focusNode)) == next(f.focus for f in findings if f.severity == "violation")
    assert {m.language for m in graph.objects(worst_one, sh.resultMessage) if isinstance(m, rdflib.Literal)} == {
        "zh",
        "en",
    }
    empty = rdflib.Graph().parse(data=report_turtle(()), format="turtle")
    assert [str(o) for o in empty.objects(None, sh.conforms)] == ["true"]


def test_files_of_others_are_read_and_told_where_they_are_broken(tmp_path: Path) -> None:
    path = tmp_path / "mine.ttl"
    path.write_text("@prefix kg: <https://w3id.org/reformkg/ontology#> .\n<a> a kg:Report .\n", "utf-8")
    assert {f.shape for f in validate_files([path])} >= {"report-text", "report-title-missing"}
    path.write_text("@prefix a: <http://a> .\n\na:b a:c .\n", "utf-8")
    with pytest.raises(UnreadableInput) as caught:
        read_rdf(path)
    assert caught.value.code == "rdf-broken"
    assert caught.value.values["line"] == 3
    assert "第 3 行" in caught.value.in_language("zh")
    with pytest.raises(UnreadableInput, match="does not exist"):
        read_rdf(tmp_path / "none.ttl")
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadableInput):
        read_rdf(path)


def test_a_graph_read_from_a_file_is_validated_as_the_store_is(tmp_path: Path, good: Lines) -> None:
    path = tmp_path / "graph.nq"
    path.write_text("\n".join(good), "utf-8")
    assert validate_files([path]) == validate(good)


def test_gold_reports_have_no_violation(shared: Path) -> None:
    gold = shared / "gold" / "jingan-2023-18.json"
    findings = validate(quads(facts_from_gold(gold, gold.with_suffix(".txt"))))
    assert {f.severity for f in findings} <= {"warning", "info"}
    assert all(f.sentence for f in findings)
