"""What a picture or page shows: the part of the graph that is asked for, with the texts it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar, cast

from kg.asking.gaps import Gap, gaps_of
from kg.asking.matching import matching, meant
from kg.asking.published import ReportText, report_texts
from kg.errors import NothingFound, UsageMistake
from kg.graph.terms import local_name

if TYPE_CHECKING:
    from kg.graph.store import Store

V = TypeVar("V")
NodeKind = Literal["body", "measure", "site", "system", "programme", "document", "outcome", "target"]
EdgeKind = Literal[
    "lead", "partner", "deliveredAt", "uses", "establishes", "issues", "basedOn", "hasOutcome", "hasTarget"
]

COUNTS: tuple[NodeKind, ...] = ("outcome", "target")
"""What was reached, and what a planned measure is to reach."""
MOST = 5_000
"""Measures of a picture or page; the seed has 128. A browser takes its time over more, and nobody reads them."""


@dataclass(frozen=True, slots=True)
class Location:
    """A stretch of a report's text."""

    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """An outcome's number as a decimal in words of digits, its unit ('' where the text has none), how exact it is."""

    value: str
    unit: str
    modifier: str = "exact"
    change: Literal["", "increase", "decrease"] = ""
    """Whether it tells how much something grew or fell; the value has no sign."""


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of the picture; ``id`` is its IRI, ``note`` a measure's status, an outcome's as-of day or a target's due
    day."""

    id: str
    kind: NodeKind
    label: str
    places: tuple[Location, ...]
    note: str = ""
    figure: Figure | None = None
    """Of outcomes and targets alone."""
    due: str = ""
    """ISO day by which a planned measure shall be done, beside the days of its targets; '' where that is not said."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Runs body → measure → site, system, programme, document, outcome or target."""

    source: str
    target: str
    kind: EdgeKind
    basis: str = ""
    """How we know who did it: explicit, inherited or issuer; of lead and partner edges alone."""
    via: str = ""
    """The thing that an outcome counts, where it is the measure's alone: a picture draws the outcome behind it."""


@dataclass(frozen=True, slots=True)
class View:
    """Nodes and edges in a fixed order, and the reports they were read in; ``title`` is what was asked for, or ''."""

    title: str
    reports: tuple[ReportText, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    meant: tuple[tuple[NodeKind, str], ...] = ()
    """Kind and name of each thing that what was asked for names, by name."""


_EVERY = "SELECT ?m WHERE { ?m a kg:Measure }"
_HOW_MANY = "SELECT (COUNT(DISTINCT ?m) AS ?count) WHERE { ?m a kg:Measure }"
_MEASURES = """
SELECT ?m ?label ?status ?r ?start ?end ?due WHERE { VALUES ?m { %s }
  ?m rdfs:label ?label ; kg:status ?status ; kg:reportedIn ?r ; kg:evidence ?e . ?e oa:start ?start ; oa:end ?end .
  OPTIONAL { ?m kg:due ?due } }
ORDER BY ?r ?start ?end ?m"""
_BODIES = """
SELECT DISTINCT ?m ?a ?x ?label ?role ?basis WHERE { VALUES ?m { %s }
  ?m kg:responsibility ?a . ?a prov:agent ?x ; prov:hadRole ?role ; kg:basis ?basis . ?x skos:prefLabel ?label }
ORDER BY ?m ?role ?label ?basis ?a"""
_SAID = """
SELECT DISTINCT ?a ?start ?end WHERE { VALUES ?m { %s }
  ?m kg:responsibility ?a . ?a kg:evidence ?e . ?e oa:start ?start ; oa:end ?end } ORDER BY ?a ?start ?end"""
_THINGS = """
SELECT DISTINCT ?m ?relation ?x ?label ?kind ?start ?end WHERE { VALUES ?m { %s }
  ?m ?relation ?x . FILTER(?relation IN (kg:deliveredAt, kg:uses, kg:establishes, kg:issues, kg:basedOn))
  ?x a ?kind . FILTER(?kind IN (kg:Site, kg:System, kg:Programme, kg:PolicyDocument))
  ?x skos:prefLabel ?label .
  ?s rdf:subject ?m ; rdf:predicate ?relation ; rdf:object ?x ; kg:evidence ?e . ?e oa:start ?start ; oa:end ?end }
ORDER BY ?m ?start ?x ?relation"""
_OUTCOMES = """
SELECT DISTINCT ?m ?o ?label ?value ?unit ?modifier ?change ?counted ?asOf ?start ?end WHERE { VALUES ?m { %s }
  ?m kg:hasOutcome ?o . ?o rdfs:label ?label ; kg:evidence ?e . ?e oa:start ?start ; oa:end ?end .
  OPTIONAL { ?o kg:counted ?counted } OPTIONAL { ?o kg:change ?change }
  OPTIONAL { ?o sosa:hasResult ?f . ?f qudt:numericValue ?value ; kg:modifier ?modifier .
    OPTIONAL { ?f kg:unit ?unit } }
  OPTIONAL { ?o kg:asOf ?asOf } } ORDER BY ?m ?start ?o"""
_Found = Mapping[str, str | None]
_NOWHERE: _Found = {"start": None, "end": None}
_KINDS: dict[str, NodeKind] = {
    "Body": "body",
    "BodyGroup": "body",
    "Site": "site",
    "System": "system",
    "Programme": "programme",
    "PolicyDocument": "document",
}


def view(store: Store, focus: str | None = None) -> View:
    """The whole store, or the measures that ``focus`` points at with what they are linked to.

    Raises NothingFound where nothing matches or the store is empty, UsageMistake where there are more measures than a
    picture can show (`MOST`).
    """
    measures = _every(store) if focus is None else _few(matching(store, focus))
    if not measures:
        raise NothingFound("view-nothing")
    made = _Gathered(store, " ".join(f"<{iri}>" for iri in measures))
    made.measures()
    reports = report_texts(store, sorted(set(made.home.values())))
    made.bodies()
    made.things({report.iri: report.characters for report in reports})
    made.outcomes({report.iri: report.characters for report in reports})
    named = tuple((_KINDS[kind], name) for kind, name in meant(store, focus, measures)) if focus else ()
    return View(focus or "", reports, made.nodes(), tuple(dict.fromkeys(made.edges)), named)


class _Gathered:
    """Nodes and edges of some measures as they are found, measures first."""

    def __init__(self, store: Store, among: str) -> None:
        self._store, self._among = store, among
        self._nodes: dict[str, tuple[NodeKind, str, str]] = {}
        self._places: dict[str, list[Location]] = {}
        self._figures: dict[str, Figure] = {}
        self._due: dict[str, str] = {}
        self._called: dict[tuple[str, str], str] = {}
        """The thing that a measure calls so."""
        self._of: dict[str, set[str]] = {}
        """The measures of each thing."""
        self.edges: list[Edge] = []
        self.home: dict[str, str] = {}
        """The report of each measure."""

    def nodes(self) -> tuple[Node, ...]:
        """What was found, in the order in which it was."""
        return tuple(
            Node(
                iri,
                kind,
                label,
                tuple(dict.fromkeys(sorted(self._places[iri], key=_order))),
                note,
                self._figures.get(iri),
                self._due.get(iri, ""),
            )
            for iri, (kind, label, note) in self._nodes.items()
        )

    def measures(self) -> None:
        for row in self._asked(_MEASURES):
            measure = row["m"] or ""
            self.home[measure], self._due[measure] = row["r"] or "", row["due"] or ""
            self._see(measure, "measure", row["label"], local_name(row["status"]), measure, row)

    def bodies(self) -> None:
        said: dict[str, list[_Found]] = {}
        for row in self._asked(_SAID):
            said.setdefault(row["a"] or "", []).append(row)
        for row in self._asked(_BODIES):
            measure, body = row["m"] or "", row["x"] or ""
            for place in said.get(row["a"] or "", [_NOWHERE]):
                self._see(body, "body", row["label"], "", measure, place)
            self.edges.append(Edge(body, measure, cast(EdgeKind, local_name(row["role"])), local_name(row["basis"])))

    def things(self, texts: Mapping[str, str]) -> None:
        for row in self._asked(_THINGS):
            measure, thing = row["m"] or "", row["x"] or ""
            for words in (row["label"] or "", texts[self.home[measure]][int(row["start"] or 0) : int(row["end"] or 0)]):
                self._called.setdefault((measure, words), thing)
            self._of.setdefault(thing, set()).add(measure)
            self._see(thing, _KINDS[local_name(row["kind"])], row["label"], "", measure, row)
            self.edges.append(Edge(measure, thing, cast(EdgeKind, local_name(row["relation"]))))

    def outcomes(self, texts: Mapping[str, str]) -> None:
        """Behind the things, since they may count one of these."""
        for row in self._asked(_OUTCOMES):
            measure, outcome, counted = row["m"] or "", row["o"] or "", row["counted"] or ""
            follows = texts[self.home[measure]].startswith(counted, int(row["end"] or 0))
            is_plan = self._nodes[measure][2] == "planned"
            words = _counting(row["label"] or "", counted, follows)
            self._see(outcome, "target" if is_plan else "outcome", words, row["asOf"] or "", measure, row)
            if row["value"] is not None:
                change = cast(Literal["", "increase", "decrease"], local_name(row["change"]))
                figure = Figure(row["value"], row["unit"] or "", local_name(row["modifier"]), change)
                self._figures.setdefault(outcome, figure)
            thing = self._called.get((measure, counted), "")
            own = thing if self._of.get(thing) == {measure} else ""
            self.edges.append(Edge(measure, outcome, "hasTarget" if is_plan else "hasOutcome", via=own))

    def _asked(self, question: str) -> Sequence[_Found]:
        return self._store.select(question % self._among)

    def _see(self, iri: str, kind: NodeKind, label: str | None, note: str, measure: str, row: _Found) -> None:
        self._nodes.setdefault(iri, (kind, label or "", note))
        where = self._places.setdefault(iri, [])
        if row["start"] is not None:
            where.append(Location(self.home[measure], int(row["start"]), int(row["end"] or 0)))


def _every(store: Store) -> Sequence[str]:
    """All measures, counted first: to list those of a thousand reports takes a while."""
    _few(range(int(next(store.tuples(_HOW_MANY))[0])))
    return sorted({iri for (iri,) in store.tuples(_EVERY)})


def _few(measures: Sequence[V]) -> Sequence[V]:
    """These measures; UsageMistake where they are more than a picture can show."""
    if len(measures) > MOST:
        raise UsageMistake("view-too-large", measures=len(measures), most=MOST)
    return measures


def gaps(view: View) -> dict[str, tuple[Gap, ...]]:
    """What the text leaves open, by id of the measure: nobody named, an outcome without a day, a plan without one."""
    known: dict[EdgeKind, dict[str, list[str]]] = {"lead": {}, "partner": {}}
    days = {node.id: node.note for node in view.nodes if node.kind in COUNTS}
    counted: dict[str, list[str]] = {}
    for edge in view.edges:
        if edge.kind in known:
            known[edge.kind].setdefault(edge.target, []).append(edge.basis)
        elif edge.kind in ("hasOutcome", "hasTarget"):
            counted.setdefault(edge.source, []).append(days[edge.target])
    return {
        m.id: gaps_of(
            m.note, known["lead"].get(m.id) or known["partner"].get(m.id) or (), counted.get(m.id) or (), m.due
        )
        for m in view.nodes
        if m.kind == "measure"
    }


def _counting(figure: str, counted: str, follows: bool) -> str:
    """An outcome's words with what it counts: 14个街道和镇 where that follows in the text, else 57件 (受理量)."""
    return figure + counted if follows or not counted else f"{figure} ({counted})"


def _order(place: Location) -> tuple[str, int, int]:
    return (place.report, place.start, place.end)
