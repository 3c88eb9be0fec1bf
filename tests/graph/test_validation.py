"""Every shape finds what it is for and nothing else; a finding tells where."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import UnreadableInput
from kg.graph.quads import quads
from kg.graph.store import Store
from kg.graph.terms import compact, term
from kg.graph.validation import (
    Finding,
    read_rdf,
    report_turtle,
    validate,
    validate_files,
    validate_store,
    worst,
)
from tests.support import example_facts, facts_from_gold

Lines = list[str]
Change = Callable[[Lines], Lines]
GRAPH = " <http://example.org/g> ."


def of_class(lines: Lines, name: str) -> list[str]:
    """Subjects of a class as tokens, in order."""
    mark = f"> {term('rdf:type')} {term(name)} "
    return [line.split(" ")[0] for line in lines if mark in line]


def without(name: str, predicate: str) -> Change:
    """Takes a property away from the first member of a class."""

    def change(lines: Lines) -> Lines:
        start = f"{of_class(lines, name)[0]} {term(predicate)} "
        assert any(line.startswith(start) for line in lines)
        return [line for line in lines if not line.startswith(start)]

    return change


def adding(name: str, predicate: str, value: str) -> Change:
    """Gives the first member of a class one more value."""
    return lambda lines: [*lines, f"{of_class(lines, name)[0]} {term(predicate)} {value}{GRAPH}"]


def instead(name: str, predicate: str, value: str) -> Change:
    """Gives the first member of a class another value."""
    return lambda lines: adding(name, predicate, value)(without(name, predicate)(lines))


def other_class(predicate: str) -> Change:
    """Makes the value of a property a site instead of a body."""

    def change(lines: Lines) -> Lines:
        body = next(line.split(" ")[2] for line in lines if f" {term(predicate)} " in line)
        kind = f"{body} {term('rdf:type')} "
        return [line for line in lines if not line.startswith(kind)] + [f"{kind}{term('kg:Site')}{GRAPH}"]

    return change


def shifted(lines: Lines) -> Lines:
    """The first evidence one character on."""
    first = of_class(lines, "kg:Evidence")[0]

    def move(line: str) -> str:
        if line.startswith((f"{first} {term('oa:start')}", f"{first} {term('oa:end')}")):
            return re.sub(r'"(\d+)"', lambda m: f'"{int(m[1]) + 1}"', line, count=1)
        return line

    return [move(line) for line in lines]


def typed(value: str, kind: str) -> str:
    return f'"{value}"^^{term(kind)}'


def orphan(lines: Lines) -> Lines:
    outcome = of_class(lines, "kg:Outcome")[0]
    return [line for line in lines if f"{term('kg:hasOutcome')} {outcome} " not in line]


INTEGRITY: list[tuple[str, Change]] = [
    *(
        (f"{name.lower()}-evidence", without(f"kg:{name}", "kg:evidence"))
        for name in ("Section", "Sentence", "Measure", "Responsibility", "Outcome", "Figure", "Mention", "Statement")
    ),
    ("report-title", without("kg:Report", "dcterms:title")),
    ("report-text", without("kg:Report", "kg:text")),
    ("report-digest", instead("kg:Report", "kg:digest", '"abc"')),
    ("report-source", without("kg:Report", "dcterms:source")),
    ("report-issued-day", instead("kg:Report", "dcterms:issued", '"2024年"')),
    ("section-part", without("kg:Section", "dcterms:isPartOf")),
    ("section-position", without("kg:Section", "kg:position")),
    ("section-title", without("kg:Section", "dcterms:title")),
    ("section-level", instead("kg:Section", "kg:level", typed("5", "xsd:integer"))),
    ("sentence-part", without("kg:Sentence", "dcterms:isPartOf")),
    ("sentence-position", instead("kg:Sentence", "kg:position", typed("0", "xsd:integer"))),
    ("measure-verb", adding("kg:Measure", "kg:verb", '"另"')),
    ("measure-verb", without("kg:Measure", "kg:verb")),
    ("measure-status", instead("kg:Measure", "kg:status", term("kg:status-dreamt"))),
    ("measure-report", adding("kg:Measure", "kg:reportedIn", "<http://example.org/other>")),
    ("measure-sentence", without("kg:Measure", "kg:inSentence")),
    ("measure-label", without("kg:Measure", "rdfs:label")),
    ("measure-responsibility", without("kg:Measure", "kg:responsibility")),
    ("measure-flat-bodies", without("kg:Measure", "kg:leadBody")),
    ("measure-flat-bodies", without("kg:Measure", "kg:partnerBody")),
    ("measure-flat-bodies", adding("kg:Measure", "kg:leadBody", "<http://example.org/body>")),
    ("responsibility-agent", without("kg:Responsibility", "prov:agent")),
    ("responsibility-role", instead("kg:Responsibility", "prov:hadRole", term("kg:role-guest"))),
    ("responsibility-basis", adding("kg:Responsibility", "kg:basis", term("kg:basis-issuer"))),
    ("body", other_class("kg:leadBody")),
    ("named-label", without("kg:Site", "skos:prefLabel")),
    ("outcome-figure", without("kg:Outcome", "sosa:hasResult")),
    ("outcome-day", instead("kg:Outcome", "kg:asOf", '"2024-10"')),
    ("outcome-measure", orphan),
    ("figure-value", without("kg:Figure", "qudt:numericValue")),
    ("figure-unit", without("kg:Figure", "kg:unit")),
    ("figure-modifier", instead("kg:Figure", "kg:modifier", term("kg:modifier-perhaps"))),
    ("evidence-source", without("kg:Evidence", "dcterms:source")),
    ("evidence-start", without("kg:Evidence", "oa:start")),
    ("evidence-end", without("kg:Evidence", "oa:end")),
    ("evidence-exact", without("kg:Evidence", "oa:exact")),
    ("evidence-quote", instead("kg:Evidence", "oa:exact", '"别的"')),
    ("evidence-quote", instead("kg:Evidence", "oa:end", typed("99999", "xsd:integer"))),
    ("evidence-quote", shifted),
    ("mention-thing", without("kg:Mention", "kg:mentions")),
    ("statement-subject", without("kg:Statement", "rdf:subject")),
    ("statement-predicate", without("kg:Statement", "rdf:predicate")),
    ("statement-object", without("kg:Statement", "rdf:object")),
]


def percent(value: str) -> Change:
    """Makes the share of the example another one."""
    return lambda lines: [line.replace('"99.5"', f'"{value}"') for line in lines]


def dated(lines: Lines) -> Lines:
    """Gives every outcome an as-of day."""
    day = typed("2024-12-31", "xsd:date")
    return [*lines, *(f"{o} {term('kg:asOf')} {day}{GRAPH}" for o in of_class(without_days(lines), "kg:Outcome"))]


def without_days(lines: Lines) -> Lines:
    return [line for line in lines if f" {term('kg:asOf')} " not in line]


def said(lines: Lines) -> Lines:
    """Makes every body an explicit one."""
    return [line.replace(term("kg:basis-issuer"), term("kg:basis-explicit")) for line in lines]


ACCOUNTABILITY: list[tuple[str, str, Change, Change]] = [
    ("report-number-missing", "info", without("kg:Report", "dcterms:identifier"), list),
    ("report-date-missing", "info", without("kg:Report", "dcterms:issued"), list),
    ("measure-body-unnamed", "warning", list, said),
    ("planned-without-due", "info", list, lambda lines: dated(without_days(lines))),
    ("outcome-undated", "warning", list, lambda lines: dated(without_days(lines))),
    ("percentage-above-hundred", "info", percent("127"), list),
]


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
    assert worst(findings) == "warning"
    assert worst([]) is None


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
    assert finding.message("zh") == "成效没有截止日期。"
    assert finding.message("en") == "The outcome has no as-of date."
    assert finding.place
    assert finding.place.section == "(一) 设立专门窗口"
    assert finding.place.line == 7
    assert facts.characters[finding.place.start : finding.place.end] == "3个"
    assert compact(finding.path) == "kg:asOf"


def test_a_finding_on_a_responsibility_names_its_measure(good: Lines) -> None:
    (finding,) = found(instead("kg:Responsibility", "prov:hadRole", term("kg:role-guest"))(good))["responsibility-role"]
    assert finding.measure == "设立“企业开办”专窗"
    assert finding.sentence.startswith("县市场监管局会同")


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
    assert {f.shape for f in validate_files([path])} >= {"report-text", "report-title"}
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
