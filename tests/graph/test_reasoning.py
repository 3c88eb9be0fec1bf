"""What follows, from what, and the same as other reasoners find."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import owlready2
import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from kg.graph import terms
from kg.graph.ontology import ESCAPED, consistent, rules_path, world_of
from kg.graph.quads import quads
from kg.graph.reasoning import Inference, graph_lines, infer, reason
from kg.graph.rules import rules
from kg.graph.store import Store
from kg.graph.terms import term
from tests.support import example_facts

java = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java")

Triple = tuple[str, str, str]
"""Subject, predicate, object: local names of example.org and prefixed names of terms."""

CHAINS: list[Triple] = [
    ("窗口", "kg:partOf", "大厅"),
    ("大厅", "kg:partOf", "中心"),
    ("中心", "kg:siteOf", "政府"),
    ("举措", "kg:leadBody", "旧局"),
    ("旧局", "kg:succeededBy", "新局"),
    ("新局", "kg:succeededBy", "今局"),
    ("科", "kg:subBodyOf", "局"),
    ("局", "kg:subBodyOf", "政府"),
]


def token(name: str) -> str:
    return term(name) if ":" in name else f"<http://example.org/{name}>"


def lines(triples: list[Triple]) -> list[str]:
    return [f"{token(s)} {token(p)} {token(o)} <http://example.org/g> ." for s, p, o in triples]


def inferred(lines: Iterable[str]) -> tuple[Inference, ...]:
    return infer(ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS))


def drawn(triples: list[Triple]) -> set[tuple[str, str, str]]:
    return {one.statement for one in inferred(lines(triples))}


def entailed(lines: Iterable[str]) -> set[tuple[str, str, str]]:
    """The links between things that owlready2 with HermiT draws from the ontology and these N-Quads lines.

    N-Triples tokens; only what was not said, by properties of our own.
    """
    lines = list(lines)
    said = {tuple(map(str, q.triple)) for q in ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS)}
    with world_of(lines, False) as world:
        owlready2.sync_reasoner_hermit(world, infer_property_values=True, debug=0, ignore_unsupported_datatypes=True)
        found = set()
        for property_ in world.object_properties():
            wider = [p for p in property_.ancestors() if isinstance(p, owlready2.ObjectPropertyClass)]
            inverse = property_.inverse_property  # owlready2 leaves wider properties and inverses to its look-up
            for subject, value in property_.get_relations():
                found |= {(subject.iri, p.iri, value.iri) for p in wider}
                if inverse is not None:
                    found.add((value.iri, inverse.iri, subject.iri))
    ours = {
        tuple(f"<{original(iri)}>" for iri in triple) for triple in found if triple[1].startswith(terms.PREFIXES["kg"])
    }
    return {(s, p, o) for s, p, o in ours - said if not s.startswith(f"<{terms.PREFIXES['kg']}")}


def original(iri: str) -> str:
    return bytes.fromhex(iri.removeprefix(ESCAPED)).decode() if iri.startswith(ESCAPED) else iri


def follows(triples: list[Triple], *expected: Triple) -> bool:
    return drawn(triples) >= {(token(s), token(p), token(o)) for s, p, o in expected}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("m", "kg:leadBody", "b")], ("b", "kg:leads", "m")),
        ([("m", "kg:leadBody", "b")], ("m", "kg:answeredBy", "b")),
        ([("m", "kg:partnerBody", "b")], ("b", "kg:takesPartIn", "m")),
        ([("m", "kg:deliveredAt", "s")], ("s", "kg:hosts", "m")),
        ([("m", "kg:uses", "s")], ("s", "kg:usedBy", "m")),
        ([("m", "kg:establishes", "s")], ("s", "kg:establishedBy", "m")),
        ([("m", "kg:issues", "d")], ("d", "kg:issuedBy", "m")),
        ([("m", "kg:basedOn", "d")], ("d", "kg:basisOf", "m")),
        ([("m", "kg:hasOutcome", "o")], ("o", "kg:outcomeOf", "m")),
        (
            [("m", "kg:responsibility", "r"), ("r", "prov:hadRole", "kg:role-host"), ("r", "prov:agent", "b")],
            ("m", "kg:leadBody", "b"),
        ),
        (
            [("m", "kg:responsibility", "r"), ("r", "prov:hadRole", "kg:role-adviser"), ("r", "prov:agent", "b")],
            ("m", "kg:partnerBody", "b"),
        ),
        (
            [
                ("m", "kg:deliveredAt", "c"),
                ("m", "kg:establishes", "w"),
                ("c", "rdf:type", "kg:Site"),
                ("w", "rdf:type", "kg:Site"),
            ],
            ("w", "kg:partOf", "c"),
        ),
        (CHAINS, ("窗口", "kg:siteOf", "政府")),
        (CHAINS, ("举措", "kg:answeredBy", "今局")),
        (CHAINS, ("科", "kg:subBodyOf", "政府")),
        (CHAINS, ("旧局", "kg:succeededBy", "今局")),
    ],
)
def test_each_rule_draws_what_it_is_for(given: list[Triple], expected: Triple) -> None:
    assert follows(given, expected)
    if given is not CHAINS:
        assert not follows(given[:-1], expected)


def test_a_site_belongs_to_who_is_said_to_set_it_up_and_not_to_a_signatory() -> None:
    said = [
        ("m", "kg:establishes", "w"),
        ("w", "rdf:type", "kg:Site"),
        ("m", "kg:responsibility", "r"),
        ("r", "prov:hadRole", "kg:role-lead"),
        ("r", "prov:agent", "b"),
        ("b", "rdf:type", "kg:Body"),
    ]
    assert follows([*said, ("r", "kg:basis", "kg:basis-explicit")], ("w", "kg:siteOf", "b"))
    assert not follows([*said, ("r", "kg:basis", "kg:basis-issuer")], ("w", "kg:siteOf", "b"))


def test_what_the_register_knows() -> None:
    """A department is its government's, a tax office is not; 2018 made one bureau of three."""

    def named(name: str, kind: str, iri: str) -> list[str]:
        place = "<https://w3id.org/reformkg/id/division/310106>"
        facts = [(terms.TYPE, term(kind)), (terms.PREF_LABEL, f'"{name}"@zh'), (terms.SPATIAL, place)]
        return [
            *(f"<{iri}> {p} {o} <http://example.org/g> ." for p, o in facts),
            f'{place} {terms.NOTATION} "310106" <http://example.org/g> .',
        ]

    def body(name: str) -> str:
        return terms.path("body", "310106", name)

    centre = terms.path("site", "310106", "静安区行政服务中心")
    bodies = ("静安区人民政府", "静安区市场监督管理局", "静安区工商行政管理局", "静安区税务局")
    given = [line for name in bodies for line in named(name, "kg:Body", body(name))]
    given += named("静安区行政服务中心", "kg:Site", centre)
    found = {one.statement: one for one in inferred(given)}
    government, old, new, tax = (
        f"<{body(n)}>" for n in ("静安区人民政府", "静安区工商行政管理局", "静安区市场监督管理局", "静安区税务局")
    )
    assert (new, terms.SUB_BODY_OF, government) in found
    assert (old, terms.SUCCEEDED_BY, new) in found
    assert (tax, terms.SUB_BODY_OF, government) not in found
    assert (f"<{centre}>", terms.SITE_OF, government) in found
    assert found[old, terms.SUCCEEDED_BY, new].premises[0][1] == terms.PREF_LABEL


def test_every_statement_has_a_rule_that_is_defined_and_premises_that_hold() -> None:
    given = [*quads(example_facts()), *lines(CHAINS)]
    defined = {str(s) for s in rdflib.Graph().parse(rules_path()).subjects()}
    known = {tuple(map(str, q.triple)) for q in ox.parse("\n".join(given), format=ox.RdfFormat.N_QUADS)}
    for one in inferred(given):
        assert one.rule in defined
        assert one.premises
        assert set(one.premises) <= known
        assert one.statement not in known
        known.add(one.statement)


def test_the_graph_is_the_same_whatever_the_order_and_has_no_blank_node() -> None:
    given = [*quads(example_facts()), *lines(CHAINS)]
    shuffled = random.Random(3).sample(given, len(given))
    written = graph_lines(inferred(given))
    assert written == graph_lines(inferred(shuffled))
    assert not any(re.search(r"(^| )_:", line) for line in written)


def test_pyshacl_draws_the_same_from_the_rules_as_they_stand() -> None:
    """The rules are SHACL's: another engine reads the same file."""
    given = [*quads(example_facts()), *lines(CHAINS)]
    graph = rdflib.Graph()
    for quad in ox.parse("\n".join(given), format=ox.RdfFormat.N_QUADS):
        graph.parse(data=f"{quad.triple} .", format="nt")
    shapes = rdflib.Graph().parse(rules_path())
    everything = rdflib.URIRef("http://example.org/everything")
    shapes.add((everything, rdflib.RDF.type, rdflib.SH.NodeShape))
    shapes.add((everything, rdflib.SH.targetNode, rdflib.RDF.type))
    for rule in rules():
        shapes.add((everything, rdflib.SH.rule, rdflib.URIRef(rule.iri)))
    before = set(graph)
    pyshacl.validate(graph, shacl_graph=shapes, advanced=True, iterate_rules=True, inplace=True, do_owl_imports=False)
    theirs = {(s.n3(), p.n3(), o.n3()) for s, p, o in set(graph) - before}
    register = ("rule-department", "rule-successor", "rule-service-centre")
    ours = {one.statement for one in inferred(given) if not one.rule.endswith(register)}
    assert theirs == ours


@java
def test_hermit_draws_the_same_where_the_ontology_says_it_in_owl() -> None:
    """`set-up-site`, `window-of-centre`, the roles and the register are rules of ours that OWL can't say."""
    assert entailed(lines(CHAINS)) == drawn(CHAINS)
    given = quads(example_facts())
    ours = {one.statement for one in inferred(given) if not one.rule.endswith("rule-set-up-site")}
    assert entailed(given) == ours
    assert len(ours) > 20


@java
def test_the_ontology_is_consistent_with_its_alignments_too() -> None:
    assert consistent(quads(example_facts()), aligned=True)


def test_what_was_inferred_goes_when_a_report_changes() -> None:
    store = Store.in_memory()
    store.put(example_facts())
    counts = reason(store)
    assert counts[terms.term("kg:rule-leads")[1:-1]] == 7
    assert store.has_inferences()
    assert reason(store) == counts
    assert store.put(example_facts()) == "unchanged"
    assert store.has_inferences()
    store.remove(store.reports()[0].iri)
    assert not store.has_inferences()
    assert list(store.lines()) == []


def test_rules_are_documented_in_both_languages() -> None:
    graph = rdflib.Graph().parse(rules_path())
    named = set(graph.subjects(rdflib.SKOS.inScheme))
    assert len(named) >= 20
    for rule in named:
        for p in (rdflib.SKOS.prefLabel, rdflib.SKOS.definition):
            assert sorted(o.language or "" for o in graph.objects(rule, p) if isinstance(o, rdflib.Literal)) == [
                "en",
                "zh",
            ]
        assert graph.value(rule, rdflib.SKOS.example)


def test_successors_end_at_bodies_that_exist_and_never_turn_back(root: Path) -> None:
    from kg.resources import rows

    after = {row[0]: row[1] for row in rows("seeds/gazetteer/successors.tsv")}
    for start in after:
        seen = [start]
        while seen[-1] in after:
            seen.append(after[seen[-1]])
            assert len(set(seen)) == len(seen)
    assert all(row[2].isdigit() and row[3] for row in rows("seeds/gazetteer/successors.tsv"))
