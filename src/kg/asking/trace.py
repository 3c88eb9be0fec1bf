"""The responsibility trace: body → measure → site or system → outcome → the sentence that says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.asking.matching import matching
from kg.graph.terms import local_name

if TYPE_CHECKING:
    from kg.graph.store import Store


@dataclass(frozen=True, slots=True)
class TracedBody:
    """A body of a measure: ``role`` lead or partner, ``basis`` explicit, inherited or issuer."""

    name: str
    role: str
    basis: str


@dataclass(frozen=True, slots=True)
class TracedOutcome:
    """An outcome in its wording with value, unit, modifier, ISO as-of day and change ('' where none is said)."""

    text: str
    value: str
    unit: str
    modifier: str
    as_of: str
    change: str = ""
    """``increase`` or ``decrease``."""


@dataclass(frozen=True, slots=True)
class TraceRow:
    """All that the graph says about one measure. ``line`` counts from 1, ``start`` and ``end`` are code points."""

    iri: str
    report: str
    section: str
    measure: str
    status: str
    bodies: tuple[TracedBody, ...]
    things: tuple[tuple[str, str], ...]
    """(relation, name) of each site, system, programme and document."""
    outcomes: tuple[TracedOutcome, ...]
    paths: tuple[tuple[str, ...], ...]
    """Each way through the graph from a body over the measure to what it reaches, by name."""
    sentence: str
    line: int
    start: int
    end: int
    due: str = ""
    """ISO day by which a plan shall be done; '' where that is not said."""


# One question a property that may be missing: as OPTIONAL parts of one they would be joined over all measures of the
# store, not over those that are traced.
_MEASURES = """
SELECT ?m ?text ?status ?r ?source ?start ?end WHERE { VALUES ?m { %s }
  ?m rdfs:label ?text ; kg:status ?status ; kg:reportedIn ?r ; kg:evidence ?e .
  ?r dcterms:source ?source . ?e oa:start ?start ; oa:end ?end }"""
_TITLES = "SELECT ?m ?value WHERE { VALUES ?m { %s } ?m kg:reportedIn ?r . ?r dcterms:title ?value }"
_DUE = "SELECT ?m ?value WHERE { VALUES ?m { %s } ?m kg:due ?value }"
_HEADINGS = "SELECT ?m ?value WHERE { VALUES ?m { %s } ?m kg:inSection ?s . ?s dcterms:title ?value }"
_SENTENCES = """
SELECT ?m ?value WHERE { VALUES ?m { %s } ?m kg:inSentence ?s . ?s kg:evidence ?e . ?e oa:exact ?value }"""
_TEXTS = "SELECT ?m ?value WHERE { VALUES ?m { %s } ?m kg:text ?value }"
_BODIES = """
SELECT DISTINCT ?m ?name ?role ?basis WHERE { VALUES ?m { %s }
  ?m kg:responsibility ?r . ?r prov:agent ?b ; prov:hadRole ?role ; kg:basis ?basis . ?b skos:prefLabel ?name }
ORDER BY ?role ?name ?basis"""
_THINGS = """
SELECT DISTINCT ?m ?relation ?name WHERE { VALUES ?m { %s }
  ?m ?relation ?x . FILTER(?relation IN (kg:deliveredAt, kg:uses, kg:establishes, kg:issues, kg:basedOn))
  ?x skos:prefLabel ?name }
ORDER BY ?relation ?name"""
_OUTCOMES = """
SELECT DISTINCT ?m ?text ?value ?unit ?modifier ?asOf ?change ?start WHERE { VALUES ?m { %s }
  ?m kg:hasOutcome ?o . ?o rdfs:label ?text ; sosa:hasResult ?f ; kg:evidence/oa:start ?start .
  ?f qudt:numericValue ?value ; kg:modifier ?modifier . OPTIONAL { ?f kg:unit ?unit } OPTIONAL { ?o kg:asOf ?asOf }
  OPTIONAL { ?o kg:change ?change } }
ORDER BY ?start ?text"""


def trace(store: Store, text: str) -> tuple[TraceRow, ...]:
    """One row a measure that ``text`` points at, by report and place.

    Raises NothingFound with the nearest names.
    """
    return rows(store, matching(store, text))


def rows(store: Store, measures: Sequence[str]) -> tuple[TraceRow, ...]:
    """The rows of these measures."""
    among = " ".join(f"<{iri}>" for iri in measures)
    bodies: dict[str, list[TracedBody]] = {}
    for row in store.select(_BODIES % among):
        bodies.setdefault(row["m"] or "", []).append(
            TracedBody(row["name"] or "", local_name(row["role"]), local_name(row["basis"]))
        )
    things: dict[str, list[tuple[str, str]]] = {}
    for row in store.select(_THINGS % among):
        things.setdefault(row["m"] or "", []).append((local_name(row["relation"]), row["name"] or ""))
    outcomes: dict[str, list[TracedOutcome]] = {}
    for row in store.select(_OUTCOMES % among):
        said = (row["text"] or "", row["value"] or "", row["unit"] or "", local_name(row["modifier"]))
        made = TracedOutcome(*said, row["asOf"] or "", local_name(row["change"]))
        outcomes.setdefault(row["m"] or "", []).append(made)
    asked = (_TITLES, _HEADINGS, _SENTENCES, _DUE)
    titles, headings, sentences, due = (_values(store, query, among) for query in asked)
    measured = store.select(_MEASURES % among)
    texts = _values(store, _TEXTS, " ".join(f"<{iri}>" for iri in sorted({row["r"] or "" for row in measured})))
    found = []
    for row in measured:
        iri, start = row["m"] or "", int(row["start"] or 0)
        found.append(
            TraceRow(
                iri,
                titles.get(iri) or row["source"] or "",
                headings.get(iri, ""),
                row["text"] or "",
                local_name(row["status"]),
                tuple(bodies.get(iri, ())),
                tuple(things.get(iri, ())),
                tuple(outcomes.get(iri, ())),
                _paths(row["text"] or "", bodies.get(iri, ()), things.get(iri, ()), outcomes.get(iri, ())),
                sentences.get(iri) or row["text"] or "",
                texts.get(row["r"] or "", "").count("\n", 0, start) + 1,
                start,
                int(row["end"] or 0),
                due.get(iri, ""),
            )
        )
    return tuple(sorted(found, key=lambda r: (r.report, r.start, r.end, r.iri)))


def _values(store: Store, query: str, among: str) -> dict[str, str]:
    """What each has of one property."""
    return {row["m"] or "": row["value"] or "" for row in store.select(query % among)}


def _paths(
    measure: str,
    bodies: Sequence[TracedBody],
    things: Sequence[tuple[str, str]],
    outcomes: Sequence[TracedOutcome],
) -> tuple[tuple[str, ...], ...]:
    """Body → measure → site, system, programme or document → outcome."""
    import networkx as nx

    graph: nx.DiGraph[tuple[int, str]] = nx.DiGraph()
    act, named, counts = (1, measure), [(2, name) for _, name in things], [(3, o.text) for o in outcomes]
    graph.add_node(act)
    graph.add_edges_from(((0, body.name), act) for body in bodies)
    graph.add_edges_from((act, thing) for thing in named or counts)
    graph.add_edges_from((thing, count) for thing in named for count in counts)
    starts = [node for node, degree in graph.in_degree() if degree == 0]
    ends = [node for node, degree in graph.out_degree() if degree == 0]
    found = (p for s in starts for e in ends for p in nx.all_simple_paths(graph, s, e))
    return tuple(tuple(name for _, name in path) for path in found)
