"""Counts over a store: bodies, pairs of bodies, kinds of action, reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from kg.asking.central import Centrality, centrality
from kg.errors import NothingFound

if TYPE_CHECKING:
    from kg.graph.store import Store


@dataclass(frozen=True, slots=True)
class BodyCount:
    """The measures that a body leads or partners in; groups (各部门) are no bodies."""

    body: str
    division: str
    """Six-digit code, '' where unknown."""
    measures: int
    led: int
    shared: int
    """Those that another body takes part in too."""
    with_outcome: int
    without_outcome: int
    reports: int
    degree: int
    """Measures that it is linked to in the graph body – measure – thing."""
    betweenness: float
    """How often it lies on shortest ways between others, from 0 to 1, with four decimals."""


@dataclass(frozen=True, slots=True)
class PairCount:
    """How many measures two bodies take part in together, in whatever role."""

    one: str
    other: str
    measures: int


@dataclass(frozen=True, slots=True)
class ActionCount:
    """Measures of a kind of action (its code, '' where the kind is unknown) by status."""

    action: str
    measures: int
    done: int
    ongoing: int
    planned: int


@dataclass(frozen=True, slots=True)
class ReportCount:
    """Measures of a report by status, how many have an outcome, and how many bodies take part in them."""

    report: str
    measures: int
    done: int
    ongoing: int
    planned: int
    with_outcome: int
    without_outcome: int
    bodies: int


@dataclass(frozen=True, slots=True)
class Stats:
    """The most first; what is equal by name."""

    bodies: tuple[BodyCount, ...]
    pairs: tuple[PairCount, ...]
    actions: tuple[ActionCount, ...]
    reports: tuple[ReportCount, ...]
    estimated: bool
    """True where betweenness was estimated from some of the nodes, the graph being too large for all."""


# Each asks for one property: a thing stands in the graph of every report that names it, and joins over all graphs
# would multiply these.
_REPORTED = "SELECT ?m ?x WHERE { ?m kg:reportedIn ?x }"
_STATUS = "SELECT ?m ?x WHERE { ?m kg:status ?x }"
_ACTION = "SELECT ?m ?x WHERE { ?m kg:action ?x }"
_LED = "SELECT ?m ?x WHERE { ?m kg:leadBody ?x }"
_JOINED = "SELECT ?m ?x WHERE { ?m kg:partnerBody ?x }"
_COUNTED = "SELECT DISTINCT ?m WHERE { ?m kg:hasOutcome ?o }"
_THINGS = """
SELECT ?m ?x WHERE { VALUES ?p { kg:deliveredAt kg:uses kg:establishes kg:issues kg:basedOn } ?m ?p ?x }"""
_BODIES = "SELECT DISTINCT ?m WHERE { ?m a kg:Body }"
_NAMES = "SELECT DISTINCT ?m ?x WHERE { ?m skos:prefLabel ?x }"
_PLACES = "SELECT DISTINCT ?m ?x WHERE { ?m dcterms:spatial ?x }"
_CODES = "SELECT DISTINCT ?m ?x WHERE { ?m skos:notation ?x }"
_REPORTS = """
SELECT ?r ?title ?source WHERE { ?r a kg:Report ; dcterms:source ?source OPTIONAL { ?r dcterms:title ?title } }"""


@dataclass(frozen=True, slots=True)
class _Measure:
    report: str
    status: str
    action: str


def stats(store: Store) -> Stats:
    """The counts. Raises NothingFound where the store has no measure."""
    status, action = _one(store, _STATUS), _one(store, _ACTION)
    measures = {
        m: _Measure(report, _local(status.get(m)), _local(action.get(m)))
        for m, report in _one(store, _REPORTED).items()
    }
    if not measures:
        raise NothingFound("stats-empty", store=store.path)
    names = _bodies_named(store)
    led = _links(store, _LED, among=names)
    taking_part = _links(store, _LED, _JOINED, among=names)
    counted = {row["m"] or "" for row in store.select(_COUNTED)}
    things = ((m, x) for m, found in _links(store, _THINGS).items() for x in found)
    graph = [(m, b) for m, bodies in taking_part.items() for b in bodies]
    central = centrality(measures, (*graph, *things), {b for _, b in graph})
    return Stats(
        _bodies(measures, led, taking_part, counted, names, central),
        _pairs(taking_part, names),
        _actions(measures),
        _reports(store, measures, taking_part, counted),
        central.estimated,
    )


def _bodies(
    measures: dict[str, _Measure],
    led: dict[str, list[str]],
    taking_part: dict[str, list[str]],
    counted: set[str],
    names: dict[str, tuple[str, str]],
    central: Centrality,
) -> tuple[BodyCount, ...]:
    of: dict[str, list[str]] = {}
    for measure, bodies in taking_part.items():
        for body in bodies:
            of.setdefault(body, []).append(measure)
    leads = Counter(body for bodies in led.values() for body in bodies)
    found = []
    for body, mine in of.items():
        outcomes = sum(m in counted for m in mine)
        found.append(
            BodyCount(
                *names[body],
                measures=len(mine),
                led=leads[body],
                shared=sum(len(taking_part[m]) > 1 for m in mine),
                with_outcome=outcomes,
                without_outcome=len(mine) - outcomes,
                reports=len({measures[m].report for m in mine}),
                degree=central.degree[body],
                betweenness=central.betweenness[body],
            )
        )
    return tuple(sorted(found, key=lambda b: (-b.measures, -b.led, b.body, b.division)))


def _pairs(taking_part: dict[str, list[str]], names: dict[str, tuple[str, str]]) -> tuple[PairCount, ...]:
    """By IRI, so that two bodies of one name in different divisions are not one."""
    together = Counter(pair for bodies in taking_part.values() for pair in combinations(bodies, 2))
    found = []
    for (a, b), count in together.items():
        one, other = sorted((names[a][0], names[b][0]))
        found.append(PairCount(one, other, count))
    return tuple(sorted(found, key=lambda p: (-p.measures, p.one, p.other)))


def _actions(measures: dict[str, _Measure]) -> tuple[ActionCount, ...]:
    kinds: dict[str, Counter[str]] = {}
    for measure in measures.values():
        kinds.setdefault(measure.action, Counter())[measure.status] += 1
    found = [ActionCount(kind, n.total(), n["done"], n["ongoing"], n["planned"]) for kind, n in kinds.items()]
    return tuple(sorted(found, key=lambda a: (-a.measures, a.action)))


def _reports(
    store: Store, measures: dict[str, _Measure], taking_part: dict[str, list[str]], counted: set[str]
) -> tuple[ReportCount, ...]:
    titles = {row["r"] or "": row["title"] or row["source"] or "" for row in store.select(_REPORTS)}
    of: dict[str, list[str]] = {iri: [] for iri in titles}
    for iri, measure in measures.items():
        of.setdefault(measure.report, []).append(iri)
    found = []
    for report, mine in sorted(of.items()):
        states = Counter(measures[m].status for m in mine)
        outcomes = sum(m in counted for m in mine)
        found.append(
            ReportCount(
                report=titles.get(report, report),
                measures=len(mine),
                done=states["done"],
                ongoing=states["ongoing"],
                planned=states["planned"],
                with_outcome=outcomes,
                without_outcome=len(mine) - outcomes,
                bodies=len({b for m in mine for b in taking_part.get(m, ())}),
            )
        )
    return tuple(sorted(found, key=lambda r: (-r.measures, r.report)))


def _bodies_named(store: Store) -> dict[str, tuple[str, str]]:
    """IRI of each body → its name and the code of its division."""
    names, places, codes = _one(store, _NAMES), _one(store, _PLACES), _one(store, _CODES)
    bodies = sorted(row["m"] or "" for row in store.select(_BODIES))
    return {body: (names.get(body, body), codes.get(places.get(body, ""), "")) for body in bodies}


def _links(store: Store, *queries: str, among: Container[str] | None = None) -> dict[str, list[str]]:
    """Measure → what it is linked to (``among`` these), each once and in order."""
    found: dict[str, set[str]] = {}
    for query in queries:
        for row in store.select(query):
            if among is None or (row["x"] or "") in among:
                found.setdefault(row["m"] or "", set()).add(row["x"] or "")
    return {m: sorted(found[m]) for m in sorted(found)}


def _one(store: Store, query: str) -> dict[str, str]:
    """The value of a property of each thing; of several the first in order."""
    found: dict[str, str] = {}
    for row in store.select(query):
        thing, value = row["m"] or "", row["x"] or ""
        found[thing] = min(value, found.get(thing, value))
    return found


def _local(iri: str | None) -> str:
    """kg:status-done → done, kg:action-set-up → set-up."""
    return (iri or "").rpartition("#")[2].partition("-")[2]
