"""The measures and what they are linked to as a property graph, read one report after the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg.graph.copies import copied, opened
from kg.graph.held import StoredReport
from kg.graph.named import called
from kg.graph.store import Store
from kg.graph.terms import local_name
from kg.graph.within import within
from kg.kept import Kept
from kg.sharing import shared

if TYPE_CHECKING:
    import networkx as nx

_KIND_OF_EDGE = {
    "leadBody": "lead",
    "partnerBody": "partner",
    **{k: k for k in ("deliveredAt", "uses", "establishes", "issues", "basedOn", "hasOutcome")},
}
_KIND = {
    **{"Body": "body", "BodyGroup": "body", "Measure": "measure", "Site": "site", "System": "system"},
    **{"Programme": "programme", "PolicyDocument": "document", "Outcome": "outcome"},
    **{"Event": "event", "Place": "place"},
}
_BASES = ("issuer", "inherited", "explicit")
"""How we know, the surest last."""

_OWN = ("Measure", "Outcome")
"""Classes of what belongs to one report; the others' things may stand in several."""
_NODES = "VALUES ?class { %s } ?n a ?class . ?n rdfs:label|skos:prefLabel ?label"
_OWN_NODES = _NODES % " ".join(f"kg:{name}" for name in _OWN)
_OTHERS = _NODES % " ".join(f"kg:{name}" for name in _KIND if name not in _OWN)
_HOMES = "SELECT DISTINCT ?r WHERE { %s ?m kg:reportedIn ?r }"
_MEASURES = "?m a kg:Measure ; kg:status ?status"
_EDGES = f"VALUES ?p {{ {' '.join(f'kg:{name}' for name in _KIND_OF_EDGE)} }} ?m ?p ?x"
_LINKS = "?s rdf:subject ?m ; rdf:predicate ?p ; rdf:object ?x ; kg:evidence ?e"
_BODIES = """
  ?m kg:responsibility ?a . ?a prov:agent ?x ; prov:hadRole ?role ; kg:basis ?basis . OPTIONAL { ?a kg:evidence ?e }"""
_OUTCOMES = """
  ?m kg:hasOutcome ?o . OPTIONAL { ?o kg:asOf ?day }
  OPTIONAL { ?o sosa:hasResult ?f . ?f qudt:numericValue ?value . OPTIONAL { ?f kg:unit ?unit } }"""

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML 1.0 does not allow."""

Told = dict[str, str | int | float]
"""What a node or an edge has beside its ends."""
_Link = tuple[str, str, str]
"""Measure, kind, what it is linked to."""
_Edge = tuple[str, str, Told]
"""Source, target and what it has."""
_Part = tuple[dict[str, Told], list[_Edge]]
"""The nodes and the edges of a report."""
_Found = tuple[dict[str, Told], list[_Edge], list[str]]
"""These, and each thing that may stand in several reports as often as a measure is linked to it."""
_Work = tuple[StoredReport, str]
"""A report and what it is called."""
Steps = Callable[[Sequence[_Work]], Iterable[_Work]]
ENOUGH = 20
"""Reports for each further process, which takes about as long to begin as they to read."""


class Network:
    """Bodies, measures, sites, systems, programmes, documents and outcomes with their links; of all measures, or of
    those with these IRIs.

    Nodes have ``label``, ``kind`` and ``measures``, the number of measures that they are linked to (1 for a measure);
    measures ``status`` and ``report``, outcomes the ``status`` of their measure (those of what is planned are targets)
    and ``value``, ``unit`` and ``as_of`` where the text tells them.
    Edges run body → measure → the rest and have ``kind`` and ``weight``: in how many places of the text the link is
    said, 1 where it is not said but follows (a signatory's responsibility). Those of bodies have ``basis``: how we
    know, explicit before inherited before issuer. Things that no measure is linked to are left out.

    Each report is read once, a step of ``steps`` each, shared over ``processes``; what belongs to it alone is kept on
    disk where it is much, so that memory holds no more than the things' names.
    """

    def __init__(
        self, store: Store, measures: Collection[str] | None = None, processes: int = 1, steps: Steps = iter
    ) -> None:
        self._store, self._measures = store, measures if measures is None else frozenset(measures)
        self._processes, self._steps = processes, steps

    def nodes(self) -> Iterator[tuple[str, Told]]:
        """Each node and what it has: things by IRI, then of each report its measures and outcomes by IRI."""
        yield from self._things.items()
        for own, _ in self._read[0]:
            yield from own.items()

    def edges(self) -> Iterator[_Edge]:
        """Source, target and what the edge has, of each report in order of source, target and kind."""
        for own, edges in self._read[0]:
            for source, target, told in edges:
                if all(end in own or end in self._things for end in (source, target)):
                    yield source, target, told

    @cached_property
    def _reports(self) -> tuple[StoredReport, ...]:
        reports = self._store.reports()
        if self._measures is None:
            return reports
        homes = set(self._store.tuples(_HOMES % _values("m", self._measures)))
        return tuple(report for report in reports if (report.iri,) in homes)

    @cached_property
    def _read(self) -> tuple[Sequence[_Part], Counter[str]]:
        """The part of each report; how many measures each thing is linked to that may stand in several."""
        parts: Kept[_Part] = Kept()
        counts: Counter[str] = Counter()
        titles = called(self._store.reports())
        work = [(report, _written(titles[report.iri])) for report in self._reports]
        for own, edges, things in self._shared(self._steps(work), len(work)):
            parts.append((own, edges))
            counts.update(things)
        return parts, counts

    def _shared(self, work: Iterable[_Work], count: int) -> Iterator[_Found]:
        """What each report has, in order; only a store on disk can be read by several processes."""
        processes = min(self._processes, count // ENOUGH)
        if processes < 2 or not self._store.writable:
            yield from (_part(self._store, self._measures, one) for one in work)
            return
        with copied(self._store) as copy:
            yield from shared(partial(_part_of, copy, self._store.together, self._measures), work, processes)

    @cached_property
    def _things(self) -> dict[str, Told]:
        """What may stand in several reports and a measure is linked to, by IRI."""
        _, counts = self._read
        found: dict[str, Told] = {}
        among = "" if self._measures is None else _values("n", counts)
        for node, class_, label in sorted(self._store.tuples(f"SELECT ?n ?class ?label WHERE {{ {among} {_OTHERS} }}")):
            if node in counts and node not in found:
                found[node] = {"label": _written(label), "kind": _KIND[local_name(class_)], "measures": counts[node]}
        return found


def _part_of(copy: Path, together: bool, measures: frozenset[str] | None, work: _Work) -> _Found:
    """What a report has of a store that is read from a copy."""
    return _part(opened(copy, together), measures, work)


def _part(store: Store, measures: frozenset[str] | None, work: _Work) -> _Found:
    """The measures of a report that are asked for and their outcomes, by IRI; their edges in order; what is not the
    report's own, for each measure that is linked to it."""
    report, title = work
    statuses = {
        m: local_name(status)
        for m, status in within(store, report, _MEASURES, "m status")
        if measures is None or m in measures
    }
    found = within(store, report, _EDGES, "m p x")
    links = [(m, _KIND_OF_EDGE[local_name(relation)], x) for m, relation, x in found if m in statuses]
    outcomes = Counter(x for _, kind, x in links if kind == "hasOutcome")
    things = [x for _, x in {(m, x) for m, kind, x in links if kind != "hasOutcome"}]
    return _own(store, report, title, statuses, outcomes), _edges(store, report, links), things


def _own(
    store: Store, report: StoredReport, title: str, statuses: Mapping[str, str], linked: Mapping[str, int]
) -> dict[str, Told]:
    """These measures of a report and their outcomes, by IRI; ``linked`` is how many measures an outcome has."""
    told: dict[str, Told] = {m: {"status": status, "report": title} for m, status in statuses.items()}
    told |= _outcomes(store, report, statuses)
    found: dict[str, Told] = {}
    for node, class_, label in within(store, report, _OWN_NODES, "n class label"):
        if node in told and node not in found:
            kind = _KIND[local_name(class_)]
            made: Told = {"label": _written(label), "kind": kind, "measures": linked.get(node, 1)}
            found[node] = made | told[node]
    return found


def network(store: Store, measures: Collection[str] | None = None) -> nx.MultiDiGraph[str]:
    """The whole of a `Network` for networkx; keys of edges are their kinds."""
    import networkx as nx

    told = Network(store, measures)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, more in told.nodes():
        graph.add_node(node, **more)
    for source, target, more in told.edges():
        graph.add_edge(source, target, key=more["kind"], **more)
    return graph


def _edges(store: Store, report: StoredReport, links: Iterable[_Link]) -> list[_Edge]:
    """The edges of these links of a report, in order of source, target and kind."""
    bodies = [
        (m, local_name(role), x, local_name(basis), e)
        for m, role, x, basis, e in within(store, report, _BODIES, "m role x basis e")
    ]
    said = _said(store, report, bodies)
    bases = {(m, role, x): basis for m, role, x, basis, _ in sorted(bodies, key=lambda body: _BASES.index(body[3]))}
    found = []
    for link in links:
        measure, kind, thing = link
        told: Told = {"kind": kind, "weight": said.get(link, 1)}
        if basis := bases.get(link):
            told["basis"] = basis
        found.append((*((thing, measure) if kind in ("lead", "partner") else (measure, thing)), told))
    return sorted(found, key=lambda edge: (edge[0], edge[1], edge[2]["kind"]))


def _said(store: Store, report: StoredReport, bodies: Iterable[tuple[str, ...]]) -> Counter[_Link]:
    """In how many places the text says each link, of which those of bodies have been read."""
    links = set(within(store, report, _LINKS, "m p x e"))
    by_bodies = {(m, role, x, e) for m, role, x, _, e in bodies if e}
    told = [(m, _KIND_OF_EDGE.get(local_name(relation), ""), x) for m, relation, x, _ in links]
    return Counter([*told, *((m, role, x) for m, role, x, _ in by_bodies)])


def _outcomes(store: Store, report: StoredReport, statuses: Mapping[str, str]) -> dict[str, Told]:
    """What the outcomes of these measures have beside their labels, by IRI."""
    found: dict[str, Told] = {}
    for o, m, value, unit, day in within(store, report, _OUTCOMES, "o m value unit day"):
        if m in statuses:
            told: Told = {"status": statuses[m]} | ({"value": float(value)} if value else {})
            found.setdefault(
                o, told | {name: _written(said) for name, said in (("unit", unit), ("as_of", day)) if said}
            )
    return found


def _values(variable: str, iris: Collection[str]) -> str:
    return f"VALUES ?{variable} {{ {' '.join(f'<{iri}>' for iri in sorted(iris))} }}"


def _written(words: str) -> str:
    return _UNWRITABLE.sub("\ufffd", words)
