"""Counts over a store: bodies, pairs of bodies, kinds of action, reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from kg.asking.central import Centrality, centrality
from kg.asking.classes import is_class
from kg.errors import NothingFound
from kg.graph.binding import joined

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
    assumed: int
    """Those of the led for which the text names nobody, so that the signatory, or whom it speaks for, was taken."""
    shared: int
    """Those that another body takes part in too."""
    with_outcome: int
    """Those done or under way that have an outcome: the figures of a plan are targets."""
    without_outcome: int
    """Those done for which the text tells no outcome."""
    reports: int
    degree: int
    """Other bodies and things (sites, systems, programmes, documents) that stand with it in a measure."""
    betweenness: float
    """How often it lies on shortest ways between others of these, from 0 to 1, with four decimals."""


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
    """Measures of a report by status, how many have an outcome (as in `BodyCount`), how many bodies take part."""

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
    """Behind them the words for classes of bodies (金融机构), of which no report tells whom it means, each once."""
    pairs: tuple[PairCount, ...]
    actions: tuple[ActionCount, ...]
    reports: tuple[ReportCount, ...]
    estimated: bool
    """True where betweenness was estimated from some of the nodes, the graph being too large for all."""
    classes: int = 0
    """How many of the bodies are such words for classes."""


# A thing stands in the graph of every report that names it, and joins over all graphs would multiply these: but for
# those of a measure, each asks for one property. Most of the time goes into reading IRIs, so none is asked for twice.
_MEASURES = f"""
SELECT ?m ?report ?status ?action WHERE {{
  {joined("?m kg:reportedIn ?report")}
  OPTIONAL {{ {joined("?m kg:status ?status")} }} OPTIONAL {{ {joined("?m kg:action ?action")} }} }}"""
_LED = "SELECT ?m ?x WHERE { ?m kg:leadBody ?x }"
_LED_BY_NAME = """
SELECT ?m ?x WHERE { VALUES ?how { kg:basis-explicit kg:basis-inherited }
  ?r kg:basis ?how ; prov:hadRole kg:role-lead ; prov:agent ?x . ?m kg:responsibility ?r }"""
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

Numbers = Mapping[str, int]
"""IRIs of measures, bodies and things by their order: a number takes a tenth of the room and sorts as the IRI does."""


@dataclass(frozen=True, slots=True, order=True)
class _Measure:
    report: str
    status: str
    action: str


def stats(store: Store) -> Stats:
    """The counts. Raises NothingFound where the store has no measure."""
    told = _measures(store)
    if not told:
        raise NothingFound("stats-empty", store=store.path)
    named = _bodies_named(store)
    reached = list(store.tuples(_THINGS))
    numbers = {iri: at for at, iri in enumerate(sorted({*told, *named, *(x for _, x in reached)}))}
    numbers |= _classes(named, numbers)
    measures = {numbers[iri]: measure for iri, measure in told.items()}
    names = {numbers[body]: name for body, name in named.items()}
    led = _links(store.tuples(_LED), numbers, among=names)
    by_name = _links(store.tuples(_LED_BY_NAME), numbers, among=names)
    joining = _links(store.tuples(_JOINED), numbers, among=names)
    taking_part = {m: sorted({*led.get(m, ()), *joining.get(m, ())}) for m in sorted({*led, *joining})}
    counted = {numbers[m] for (m,) in store.tuples(_COUNTED)}
    central = _central(taking_part, _links(reached, numbers))
    bodies = _bodies(measures, led, by_name, taking_part, counted, names, central)
    return Stats(
        bodies,
        _pairs(taking_part, names),
        _actions(measures),
        _reports(store, measures, taking_part, counted),
        central.estimated,
        sum(is_class(body.body, body.division) for body in bodies),
    )


def _classes(named: Mapping[str, tuple[str, str]], numbers: Numbers) -> dict[str, int]:
    """The words for classes of bodies under one number each, whichever reports have them."""
    found: dict[str, int] = {}
    for iri in sorted(iri for iri, (name, division) in named.items() if is_class(name, division)):
        found.setdefault(named[iri][0], numbers[iri])
    return {iri: found[name] for iri, (name, division) in named.items() if is_class(name, division)}


def _central(taking_part: Mapping[int, list[int]], things: Mapping[int, list[int]]) -> Centrality[int]:
    """Of the bodies, in the graph of bodies and things in which those of one measure are linked with each other."""
    bodies = {body for found in taking_part.values() for body in found}
    together = [{*taking_part.get(m, ()), *things.get(m, ())} for m in {**taking_part, **things}]
    links = {link for found in together for link in combinations(sorted(found), 2)}
    return centrality({node for found in together for node in found}, links, bodies)


def _measures(store: Store) -> dict[str, _Measure]:
    """Those of one report, status and action are one value: there are few. Of several the first in order."""
    values: dict[tuple[str, ...], _Measure] = {}
    found: dict[str, _Measure] = {}
    for iri, *told in store.tuples(_MEASURES):
        key = tuple(told)
        if key not in values:
            report, status, action = told
            values[key] = _Measure(report, _local(status), _local(action))
        made = values[key]
        found[iri] = min(made, found.get(iri, made))
    return found


def _bodies(
    measures: dict[int, _Measure],
    led: dict[int, list[int]],
    by_name: dict[int, list[int]],
    taking_part: dict[int, list[int]],
    counted: set[int],
    names: dict[int, tuple[str, str]],
    central: Centrality[int],
) -> tuple[BodyCount, ...]:
    of: dict[int, list[int]] = {}
    for measure, bodies in taking_part.items():
        for body in bodies:
            of.setdefault(body, []).append(measure)
    leads = Counter(body for bodies in led.values() for body in bodies)
    assumed = Counter(b for m, bodies in led.items() for b in bodies if b not in by_name.get(m, ()))
    found = []
    for body, mine in of.items():
        reached, missing = _outcomes(measures, mine, counted)
        found.append(
            BodyCount(
                *names[body],
                measures=len(mine),
                led=leads[body],
                assumed=assumed[body],
                shared=sum(len(taking_part[m]) > 1 for m in mine),
                with_outcome=reached,
                without_outcome=missing,
                reports=len({measures[m].report for m in mine}),
                degree=central.degree[body],
                betweenness=central.betweenness[body],
            )
        )
    return tuple(sorted(found, key=lambda b: (is_class(b.body, b.division), -b.measures, -b.led, b.body, b.division)))


def _pairs(taking_part: dict[int, list[int]], names: dict[int, tuple[str, str]]) -> tuple[PairCount, ...]:
    """By IRI, so that two bodies of one name in different divisions are not one."""
    together = Counter(pair for bodies in taking_part.values() for pair in combinations(bodies, 2))
    found = []
    for (a, b), count in together.items():
        one, other = sorted((names[a][0], names[b][0]))
        found.append(PairCount(one, other, count))
    return tuple(sorted(found, key=lambda p: (-p.measures, p.one, p.other)))


def _actions(measures: dict[int, _Measure]) -> tuple[ActionCount, ...]:
    kinds: dict[str, Counter[str]] = {}
    for measure in measures.values():
        kinds.setdefault(measure.action, Counter())[measure.status] += 1
    found = [ActionCount(kind, n.total(), n["done"], n["ongoing"], n["planned"]) for kind, n in kinds.items()]
    return tuple(sorted(found, key=lambda a: (-a.measures, a.action)))


def _reports(
    store: Store, measures: dict[int, _Measure], taking_part: dict[int, list[int]], counted: set[int]
) -> tuple[ReportCount, ...]:
    titles = {report: title or source for report, title, source in store.tuples(_REPORTS)}
    of: dict[str, list[int]] = {iri: [] for iri in titles}
    for number, measure in measures.items():
        of.setdefault(measure.report, []).append(number)
    found = []
    for report, mine in sorted(of.items()):
        states = Counter(measures[m].status for m in mine)
        reached, missing = _outcomes(measures, mine, counted)
        found.append(
            ReportCount(
                report=titles.get(report, report),
                measures=len(mine),
                done=states["done"],
                ongoing=states["ongoing"],
                planned=states["planned"],
                with_outcome=reached,
                without_outcome=missing,
                bodies=len({b for m in mine for b in taking_part.get(m, ())}),
            )
        )
    return tuple(sorted(found, key=lambda r: (-r.measures, r.report)))


def _outcomes(measures: Mapping[int, _Measure], mine: Iterable[int], counted: set[int]) -> tuple[int, int]:
    """How many of these are done or under way and have an outcome, and how many are done and have none."""
    reached = sum(m in counted and measures[m].status != "planned" for m in mine)
    missing = sum(m not in counted and measures[m].status == "done" for m in mine)
    return reached, missing


def _bodies_named(store: Store) -> dict[str, tuple[str, str]]:
    """IRI of each body → its name and the code of its division."""
    names, places, codes = _one(store, _NAMES), _one(store, _PLACES), _one(store, _CODES)
    bodies = sorted(body for (body,) in store.tuples(_BODIES))
    return {body: (names.get(body, body), codes.get(places.get(body, ""), "")) for body in bodies}


def _links(
    pairs: Iterable[tuple[str, ...]], numbers: Numbers, among: Container[int] | None = None
) -> dict[int, list[int]]:
    """Measure → what it is linked to (``among`` these), each once and in order."""
    found: dict[int, set[int]] = {}
    for measure, thing in pairs:
        if among is None or numbers.get(thing) in among:
            found.setdefault(numbers[measure], set()).add(numbers[thing])
    return {m: sorted(found[m]) for m in sorted(found)}


def _one(store: Store, query: str) -> dict[str, str]:
    """The value of a property of each thing; of several the first in order."""
    found: dict[str, str] = {}
    for thing, value in store.tuples(query):
        found[thing] = min(value, found.get(thing, value))
    return found


def _local(iri: str | None) -> str:
    """kg:status-done → done, kg:action-set-up → set-up."""
    return (iri or "").rpartition("#")[2].partition("-")[2]
