"""Who offers which service where, as a catalogue of services reads it: conforming, complete, and the same bytes."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable

import pyshacl
import pytest
import rdflib
from rdflib.namespace import DCTERMS, ORG, RDF, SH, SKOS

from kg.facts import Facts
from kg.graph.lines import boolean
from kg.graph.services import PREFIXES, write_services
from kg.graph.store import Store
from kg.graph.terms import path, term
from kg.resources import folder
from tests.graph.test_store import numbered
from tests.graph.test_vocabulary import foreign
from tests.support import example_facts

PROFILE = folder("ontology") / "profiles" / "cpsv-ap.ttl"
KGP = rdflib.Namespace("https://w3id.org/reformkg/profiles/cpsv-ap#")
CV, CPSV, ELI = (rdflib.Namespace(PREFIXES[name]) for name in ("cv", "cpsv", "eli"))

GOVERNMENT = rdflib.URIRef(path("body", "530421", "江川县人民政府"))
BUREAU = rdflib.URIRef(path("body", "530421", "江川县市场监督管理局"))
COUNTY = rdflib.URIRef(path("division", "530421"))
WINDOW = rdflib.URIRef(path("site", "530421", "江川县企业开办专窗"))
CENTRE = rdflib.URIRef(path("site", "530421", "江川县政务服务中心"))
SYSTEM = rdflib.URIRef(path("system", "江川县人民政府", "一窗通"))
PROGRAMME = rdflib.URIRef(path("programme", "江川县人民政府", "帮办代办"))
SCHEME = rdflib.URIRef(path("document", "530421", "《江川县帮办工作方案》"))


def written(*reports: Facts, said: str = "") -> bytes:
    """The export of a store with these reports; ``said`` is one more triple."""
    store = Store.in_memory()
    for facts in reports:
        store.put(facts)
    if said:
        store.put_graph("http://example.org/g", [f"{said} <http://example.org/g> ."])
    out = io.BytesIO()
    write_services(store, out)
    return out.getvalue()


def read(*reports: Facts, said: str = "") -> rdflib.Graph:
    return rdflib.Graph().parse(data=written(*reports, said=said), format="turtle")


def changed(verb: str, /, **parts: object) -> Facts:
    """The example with another measure of this predicate."""
    facts = example_facts()
    measures = tuple(dataclasses.replace(m, **parts) if m.verb == verb else m for m in facts.measures)  # type: ignore[arg-type]
    return dataclasses.replace(facts, measures=measures)


def found(graph: rdflib.Graph) -> dict[str, str]:
    """Name of each shape that finds something → its severity."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(PROFILE), do_owl_imports=False)
    assert isinstance(report, rdflib.Graph)
    return {
        str(report.value(result, SH.sourceShape)).removeprefix(KGP): str(
            report.value(result, SH.resultSeverity)
        ).removeprefix(str(SH))
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


def services(graph: rdflib.Graph) -> set[rdflib.term.Node]:
    return set(graph.subjects(RDF.type, CPSV.PublicService))


@pytest.fixture
def graph() -> rdflib.Graph:
    return read(example_facts())


def test_the_example_conforms(graph: rdflib.Graph) -> None:
    assert found(graph) == {}
    assert found(read(example_facts(), numbered(8))) == {}


def test_organisations(graph: rdflib.Graph) -> None:
    assert set(graph.subjects(RDF.type, CV.PublicOrganisation)) == {GOVERNMENT, BUREAU}
    assert set(graph.subjects(RDF.type, ORG.Organization)) == {GOVERNMENT, BUREAU}
    assert graph.value(BUREAU, SKOS.prefLabel) == rdflib.Literal("江川县市场监督管理局", lang="zh")
    assert graph.value(BUREAU, SKOS.altLabel) == rdflib.Literal("县市场监管局", lang="zh")
    assert graph.value(BUREAU, DCTERMS.title) == graph.value(BUREAU, SKOS.prefLabel)
    assert graph.value(BUREAU, DCTERMS.identifier) == rdflib.Literal(str(BUREAU))
    assert graph.value(BUREAU, DCTERMS.spatial) == COUNTY
    assert (COUNTY, RDF.type, DCTERMS.Location) in graph
    assert graph.value(COUNTY, SKOS.notation) == rdflib.Literal("530421")


def test_a_body_is_public_where_the_register_knows_it() -> None:
    tax = path("body", "530421", "江川县税务局")
    graph = read(example_facts(), said=f"<{tax}> {term('kg:registered')} {boolean(True)}")
    assert (rdflib.URIRef(tax), RDF.type, CV.PublicOrganisation) in graph


def test_the_longest_other_name_is_kept() -> None:
    graph = read(example_facts(), said=f'<{BUREAU}> {term("skos:altLabel")} "江川县市场监管局"@zh')
    assert list(graph.objects(BUREAU, SKOS.altLabel)) == [rdflib.Literal("江川县市场监管局", lang="zh")]
    assert found(graph) == {}


def test_a_place_has_its_name_where_the_gazetteer_has_it() -> None:
    said = f'<{COUNTY}> {term("skos:prefLabel")} "江川县"@zh'
    assert read(example_facts(), said=said).value(COUNTY, SKOS.prefLabel) == rdflib.Literal("江川县", lang="zh")


def test_channels(graph: rdflib.Graph) -> None:
    assert set(graph.subjects(RDF.type, CV.Channel)) == {WINDOW, CENTRE}
    assert graph.value(WINDOW, DCTERMS.description) == rdflib.Literal("江川县“企业开办”专窗", lang="zh")
    assert graph.value(WINDOW, DCTERMS.identifier) == rdflib.Literal(str(WINDOW))
    assert not list(graph.objects(None, CV.ownedBy))


def test_the_owner_of_a_channel_is_told_where_the_graph_has_it() -> None:
    graph = read(example_facts(), said=f"<{CENTRE}> {term('kg:siteOf')} <{GOVERNMENT}>")
    assert list(graph.subject_objects(CV.ownedBy)) == [(CENTRE, GOVERNMENT)]
    assert found(graph) == {}


def test_services(graph: rdflib.Graph) -> None:
    assert services(graph) == {SYSTEM, PROGRAMME}
    assert graph.value(SYSTEM, DCTERMS.title) == rdflib.Literal("“一窗通”系统", lang="zh")
    assert graph.value(SYSTEM, DCTERMS.description) == rdflib.Literal("设立“企业开办”专窗", lang="zh")
    assert graph.value(SYSTEM, DCTERMS.identifier) == rdflib.Literal(str(SYSTEM))
    assert list(graph.objects(SYSTEM, CV.hasCompetentAuthority)) == [BUREAU]
    assert list(graph.objects(SYSTEM, CV.hasChannel)) == [WINDOW]
    assert not list(graph.objects(SYSTEM, CV.hasLegalResource))


def test_where_nobody_is_named_the_issuer_is_the_authority(graph: rdflib.Graph) -> None:
    assert list(graph.objects(PROGRAMME, CV.hasCompetentAuthority)) == [GOVERNMENT]
    assert not list(graph.objects(PROGRAMME, CV.hasChannel))


def test_a_service_rests_on_its_document(graph: rdflib.Graph) -> None:
    assert list(graph.objects(PROGRAMME, CV.hasLegalResource)) == [SCHEME]
    assert list(graph.subjects(RDF.type, ELI.LegalResource)) == [SCHEME]
    assert graph.value(SCHEME, DCTERMS.title) == rdflib.Literal("《江川县帮办工作方案》", lang="zh")
    assert graph.value(SCHEME, DCTERMS.identifier) == rdflib.Literal(str(SCHEME))
    numbered_scheme = read(example_facts(), said=f'<{SCHEME}> {term("dcterms:identifier")} "江府发〔2024〕1号"')
    assert list(numbered_scheme.objects(SCHEME, DCTERMS.identifier)) == [rdflib.Literal("江府发〔2024〕1号")]


def test_a_service_has_its_area_where_the_graph_has_it() -> None:
    graph = read(example_facts(), said=f"<{SYSTEM}> {term('dcterms:spatial')} <{COUNTY}>")
    assert graph.value(SYSTEM, DCTERMS.spatial) == COUNTY
    assert found(graph) == {}


def test_an_authority_that_is_said_stands_before_the_issuer() -> None:
    """The system is used once more by a measure that nobody is named for, and by one whose subject goes on."""
    facts = example_facts()
    by_verb = {m.verb: m for m in facts.measures}
    references = by_verb["设立"].references
    for verb, authority in (("印发", BUREAU), ("受理", BUREAU)):
        assert list(read(changed(verb, references=references)).objects(SYSTEM, CV.hasCompetentAuthority)) == [authority]
    alone = dataclasses.replace(facts, measures=(dataclasses.replace(by_verb["印发"], references=references),))
    assert list(read(alone).objects(SYSTEM, CV.hasCompetentAuthority)) == [GOVERNMENT]


def test_a_description_has_each_measure_once_in_order() -> None:
    references = next(m for m in example_facts().measures if m.verb == "设立").references
    both = changed("受理", references=references)
    assert str(read(both).value(SYSTEM, DCTERMS.description)) == "设立“企业开办”专窗；受理2048件办件"
    again = dataclasses.replace(numbered(8), measures=both.measures)
    assert str(read(both, again).value(SYSTEM, DCTERMS.description)) == "设立“企业开办”专窗；受理2048件办件"


def test_a_measure_that_serves_makes_a_service_without_site_or_outcome() -> None:
    used = tuple(r for m in example_facts().measures if m.verb == "设立" for r in m.references if r.relation == "uses")
    assert SYSTEM not in services(read(changed("设立", references=used)))
    assert SYSTEM not in services(read(changed("设立", verb="建设", references=used)))
    for verb in ("受理", "上线", "简化"):
        assert SYSTEM in services(read(changed("设立", verb=verb, references=used)))


def test_what_is_planned_offers_nothing() -> None:
    assert services(read(changed("设立", status="planned"))) == {PROGRAMME}
    assert services(read(changed("建立", status="planned"))) == {SYSTEM}


def test_a_programme_beside_the_measures_words_is_no_service() -> None:
    facts = example_facts()
    programme = next(r for m in facts.measures if m.verb == "建立" for r in m.references if r.type == "programme")
    used = dataclasses.replace(programme, relation="uses")
    serving = next(m for m in facts.measures if m.verb == "受理")
    beside = dataclasses.replace(serving, references=(*serving.references, used))
    assert services(read(dataclasses.replace(facts, measures=(beside,)))) == set()
    within = dataclasses.replace(beside, start=programme.quote.start - 2, end=programme.quote.end)
    assert services(read(dataclasses.replace(facts, measures=(within,)))) == {PROGRAMME}


def test_an_outcome_makes_a_service_only_of_what_is_set_up_and_not_counted() -> None:
    facts = example_facts()
    founding = next(m for m in facts.measures if m.verb == "建立")
    used = tuple(dataclasses.replace(r, relation="uses") if r.type == "programme" else r for r in founding.references)
    assert PROGRAMME not in services(read(changed("建立", references=used)))
    assert PROGRAMME not in services(read(changed("建立", outcomes=())))
    name = next(r.quote for r in founding.references if r.type == "programme")
    beside = dataclasses.replace(founding.outcomes[0], start=name.end, end=name.end + 1)
    assert PROGRAMME not in services(read(changed("建立", outcomes=(beside, founding.outcomes[1]))))


def test_a_service_that_only_a_group_leads_is_left_out() -> None:
    said = example_facts().measures[5].agents[1]
    group = (dataclasses.replace(said, role="lead"),)
    assert said.name == "各部门"
    assert services(read(changed("设立", agents=group))) == {PROGRAMME}


def test_what_only_one_report_can_tell_apart_is_left_out() -> None:
    facts = example_facts()
    generic = {"“一窗通”系统", "江川县政务服务中心"}
    entities = tuple(dataclasses.replace(e, generic=True) if e.name in generic else e for e in facts.entities)
    graph = read(dataclasses.replace(facts, entities=entities))
    assert services(graph) == {PROGRAMME}
    assert set(graph.subjects(RDF.type, CV.Channel)) == {WINDOW}


Breaking = Callable[[rdflib.Graph], object]
TEXT = rdflib.Literal("甲")
OTHER = rdflib.Literal("甲", lang="zh")


def _without(node: rdflib.URIRef, predicate: rdflib.URIRef) -> Breaking:
    return lambda graph: graph.remove((node, predicate, None))


def _instead(node: rdflib.URIRef, predicate: rdflib.URIRef, value: rdflib.term.Node) -> Breaking:
    return lambda graph: graph.set((node, predicate, value))


def _more(node: rdflib.URIRef, predicate: rdflib.URIRef, *values: rdflib.term.Node) -> Breaking:
    return lambda graph: [graph.add((node, predicate, value)) for value in values]


BREAKING: list[tuple[str, Breaking]] = [
    *(
        (f"{name}-identifier", change)
        for name, node in (("service", SYSTEM), ("channel", WINDOW), ("organisation", BUREAU))
        for change in (
            _without(node, DCTERMS.identifier),
            _more(node, DCTERMS.identifier, TEXT),
            _instead(node, DCTERMS.identifier, COUNTY),
        )
    ),
    *(
        (name, change)
        for name, node, predicate in (
            ("service-name", SYSTEM, DCTERMS.title),
            ("service-description", SYSTEM, DCTERMS.description),
            ("organisation-title", BUREAU, DCTERMS.title),
            ("organisation-name", BUREAU, SKOS.prefLabel),
        )
        for change in (_without(node, predicate), _instead(node, predicate, TEXT))
    ),
    ("service-authority", _without(SYSTEM, CV.hasCompetentAuthority)),
    ("service-authority", _instead(SYSTEM, CV.hasCompetentAuthority, WINDOW)),
    ("service-channel", _instead(SYSTEM, CV.hasChannel, BUREAU)),
    ("service-legal-resource", _instead(PROGRAMME, CV.hasLegalResource, BUREAU)),
    ("service-area", _more(SYSTEM, DCTERMS.spatial, WINDOW)),
    ("channel-description", _instead(WINDOW, DCTERMS.description, TEXT)),
    ("channel-owner", _more(WINDOW, CV.ownedBy, SYSTEM)),
    ("organisation-class", lambda graph: graph.remove((BUREAU, RDF.type, ORG.Organization))),
    ("organisation-name", _more(BUREAU, SKOS.prefLabel, OTHER)),
    ("organisation-name", _instead(BUREAU, SKOS.prefLabel, COUNTY)),
    ("organisation-other-name", _more(BUREAU, SKOS.altLabel, OTHER)),
    ("organisation-other-name", _instead(BUREAU, SKOS.altLabel, TEXT)),
    ("organisation-other-name", _instead(BUREAU, SKOS.altLabel, COUNTY)),
    ("organisation-area", _more(BUREAU, DCTERMS.spatial, WINDOW)),
    ("organisation-area", _more(BUREAU, DCTERMS.spatial, TEXT)),
    ("organisation-area-known", _without(BUREAU, DCTERMS.spatial)),
]


@pytest.mark.parametrize(("shape", "breaking"), BREAKING, ids=[shape for shape, _ in BREAKING])
def test_each_constraint_finds_what_breaks_it(graph: rdflib.Graph, shape: str, breaking: Breaking) -> None:
    breaking(graph)
    assert found(graph) == {shape: "Warning" if shape == "organisation-area-known" else "Violation"}


def test_every_shape_is_named_tested_and_speaks_both_languages() -> None:
    profile = rdflib.Graph().parse(PROFILE)
    shapes = set(profile.subjects(SH.targetClass))
    assert {str(shape).removeprefix(KGP) for shape in shapes} == {shape for shape, _ in BREAKING}
    for shape in shapes:
        messages = [m for m in profile.objects(shape, SH.message) if isinstance(m, rdflib.Literal)]
        assert sorted(m.language or "" for m in messages) == ["en", "zh"]


def test_the_same_bytes_in_whatever_order_reports_come() -> None:
    one = written(example_facts(), numbered(8), numbered(9))
    assert (
        one == written(numbered(9), example_facts(), numbered(8)) == written(numbered(8), numbered(9), example_facts())
    )
    head = one.decode().split("\n\n")[0].split("\n")
    assert head == sorted(head)
    assert not any(
        isinstance(node, rdflib.BNode) for node in rdflib.Graph().parse(data=one, format="turtle").all_nodes()
    )


def test_an_empty_store_makes_an_empty_file() -> None:
    assert written().startswith(b"@base ")
    assert len(read()) == 0
    assert found(read()) == {}


def test_every_term_exists(graph: rdflib.Graph) -> None:
    known = foreign()
    profile = rdflib.Graph().parse(PROFILE)
    used = {str(p) for p in {*graph.predicates(), *profile.predicates()}}
    used |= {str(kind) for kind in {*graph.objects(None, RDF.type), *profile.objects(None, RDF.type)}}
    used |= {str(o) for p in (SH.path, SH.targetClass, SH["class"], SH.datatype) for o in profile.objects(None, p)}
    used |= {str(o) for p in (SH.nodeKind, SH.severity) for o in profile.objects(None, p)}
    assert used - known == set()
    assert PREFIXES["cv"] + "hasCompetentAuthority" in used
