"""Counts over a store: bodies, pairs of bodies, kinds of action, reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from sys import intern
from typing import TYPE_CHECKING, Generic, TypeVar

from kg.asking.central import Centrality, centrality
from kg.asking.classes import is_class
from kg.asking.responsibilities import Steps, by_report
from kg.errors import NothingFound
from kg.graph.named import called

if TYPE_CHECKING:
    from kg.asking.rows import Row
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


_BODIES = "SELECT DISTINCT ?m WHERE { ?m a kg:Body }"
_NAMES = "SELECT DISTINCT ?m ?x WHERE { ?m skos:prefLabel ?x }"
_PLACES = "SELECT DISTINCT ?m ?x WHERE { ?m dcterms:spatial ?x }"
_CODES = "SELECT DISTINCT ?m ?x WHERE { ?m skos:notation ?x }"

Numbers = Mapping[str, int]
"""IRIs of bodies and things by their order: a number takes a tenth of the room and sorts as the IRI does."""
N = TypeVar("N")
"""What bodies and things are told by: an IRI, then a number."""


@dataclass(frozen=True, slots=True)
class _Measure(Generic[N]):
    """What is counted of a measure; ``taking_part`` are the bodies that lead and the partners, ``things`` the others
    that it reaches."""

    report: str
    status: str
    action: str
    led: tuple[N, ...]
    named: tuple[N, ...]
    """Those of them that the text names."""
    taking_part: tuple[N, ...]
    things: tuple[N, ...]
    counted: bool


def stats(store: Store, processes: int = 1, steps: Steps = iter) -> Stats:
    """The counts; the store is read a report at a time, as by `by_report`.

    Raises NothingFound where the store has no measure.
    """
    named = _bodies_named(store)
    try:
        told = [measure for part in by_report(store, _told, None, None, processes, steps) for measure in part]
    except NothingFound as e:
        raise NothingFound("stats-empty") from e
    numbers = {iri: at for at, iri in enumerate(sorted({*named, *(x for m in told for x in m.things)}))}
    numbers |= _classes(named, numbers)
    measures = [_numbered(measure, numbers, named) for measure in told]
    names = {numbers[body]: name for body, name in named.items()}
    central = _central([(m.taking_part, m.things) for m in measures])
    bodies = _bodies(measures, names, central)
    return Stats(
        bodies,
        _pairs(measures, names),
        _actions(measures),
        _reports(store, measures),
        central.estimated,
        sum(is_class(body.body, body.division) for body in bodies),
    )


def _told(rows: list[Row]) -> list[_Measure[str]]:
    """What is counted of the measures of a report; the same IRI is one string."""
    return [
        _Measure(
            row.report_iri,
            row.status,
            row.action,
            tuple(intern(b.iri) for b in row.bodies if b.role == "lead"),
            tuple(intern(b.iri) for b in row.bodies if b.role == "lead" and b.basis != "issuer"),
            tuple(intern(b.iri) for b in row.bodies),
            tuple(intern(x.iri) for x in row.things),
            bool(row.outcomes),
        )
        for row in rows
    ]


def _numbered(measure: _Measure[str], numbers: Numbers, named: Container[str]) -> _Measure[int]:
    """The same in numbers, each once and in order; bodies are those that are ``named``, groups of them are not."""

    def bodies(iris: Iterable[str]) -> tuple[int, ...]:
        return tuple(sorted({numbers[iri] for iri in iris if iri in named}))

    return _Measure(
        measure.report,
        measure.status,
        measure.action,
        bodies(measure.led),
        bodies(measure.named),
        bodies(measure.taking_part),
        tuple(sorted({numbers[iri] for iri in measure.things})),
        measure.counted,
    )


def _classes(named: Mapping[str, tuple[str, str]], numbers: Numbers) -> dict[str, int]:
    """The words for classes of bodies under one number each, whichever reports have them."""
    found: dict[str, int] = {}
    for iri in sorted(iri for iri, (name, division) in named.items() if is_class(name, division)):
        found.setdefault(named[iri][0], numbers[iri])
    return {iri: found[name] for iri, (name, division) in named.items() if is_class(name, division)}


def _central(measures: Sequence[tuple[tuple[int, ...], tuple[int, ...]]]) -> Centrality[int]:
    """Of the bodies, in the graph of bodies and things in which those of one measure are linked with each other."""
    together = [sorted({*bodies, *things}) for bodies, things in measures]
    links = {link for found in together for link in combinations(found, 2)}
    bodies = {body for taking_part, _ in measures for body in taking_part}
    return centrality({node for found in together for node in found}, links, bodies)


def _bodies(
    measures: Iterable[_Measure[int]], names: Mapping[int, tuple[str, str]], central: Centrality[int]
) -> tuple[BodyCount, ...]:
    of: dict[int, list[_Measure[int]]] = {}
    for measure in measures:
        for body in measure.taking_part:
            of.setdefault(body, []).append(measure)
    found = []
    for body, mine in of.items():
        reached, missing = _outcomes(mine)
        found.append(
            BodyCount(
                *names[body],
                measures=len(mine),
                led=sum(body in m.led for m in mine),
                assumed=sum(body in m.led and body not in m.named for m in mine),
                shared=sum(len(m.taking_part) > 1 for m in mine),
                with_outcome=reached,
                without_outcome=missing,
                reports=len({m.report for m in mine}),
                degree=central.degree[body],
                betweenness=central.betweenness[body],
            )
        )
    return tuple(sorted(found, key=_rank))


def _rank(body: BodyCount) -> tuple[bool, int, int, str, str, int, float]:
    """The most first, words for classes behind; bodies of one name and division by what they stand with."""
    told = (-body.measures, -body.led, body.body, body.division, -body.degree, -body.betweenness)
    return (is_class(body.body, body.division), *told)


def _pairs(measures: Iterable[_Measure[int]], names: Mapping[int, tuple[str, str]]) -> tuple[PairCount, ...]:
    """By IRI, so that two bodies of one name in different divisions are not one."""
    together = Counter(pair for measure in measures for pair in combinations(measure.taking_part, 2))
    found = []
    for (a, b), count in together.items():
        one, other = sorted((names[a][0], names[b][0]))
        found.append(PairCount(one, other, count))
    return tuple(sorted(found, key=lambda p: (-p.measures, p.one, p.other)))


def _actions(measures: Iterable[_Measure[int]]) -> tuple[ActionCount, ...]:
    kinds: dict[str, Counter[str]] = {}
    for measure in measures:
        kinds.setdefault(measure.action, Counter())[measure.status] += 1
    found = [ActionCount(kind, n.total(), n["done"], n["ongoing"], n["planned"]) for kind, n in kinds.items()]
    return tuple(sorted(found, key=lambda a: (-a.measures, a.action)))


def _reports(store: Store, measures: Iterable[_Measure[int]]) -> tuple[ReportCount, ...]:
    of: dict[str, list[_Measure[int]]] = {report.iri: [] for report in store.reports()}
    for measure in measures:
        of[measure.report].append(measure)
    titles = called(store.reports())
    found = []
    for report, mine in sorted(of.items()):
        states = Counter(m.status for m in mine)
        reached, missing = _outcomes(mine)
        found.append(
            ReportCount(
                report=titles[report],
                measures=len(mine),
                done=states["done"],
                ongoing=states["ongoing"],
                planned=states["planned"],
                with_outcome=reached,
                without_outcome=missing,
                bodies=len({body for m in mine for body in m.taking_part}),
            )
        )
    return tuple(sorted(found, key=lambda r: (-r.measures, r.report)))


def _outcomes(mine: Iterable[_Measure[int]]) -> tuple[int, int]:
    """How many of these are done or under way and have an outcome, and how many are done and have none."""
    reached = sum(m.counted and m.status != "planned" for m in mine)
    missing = sum(not m.counted and m.status == "done" for m in mine)
    return reached, missing


def _bodies_named(store: Store) -> dict[str, tuple[str, str]]:
    """IRI of each body → its name and the code of its division."""
    names, places, codes = _one(store, _NAMES), _one(store, _PLACES), _one(store, _CODES)
    bodies = sorted(body for (body,) in store.tuples(_BODIES))
    return {body: (names.get(body, body), codes.get(places.get(body, ""), "")) for body in bodies}


def _one(store: Store, query: str) -> dict[str, str]:
    """The value of a property of each thing; of several the first in order."""
    found: dict[str, str] = {}
    for thing, value in store.tuples(query):
        found[thing] = min(value, found.get(thing, value))
    return found
