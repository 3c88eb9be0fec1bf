"""The measures and what they are linked to as a property graph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, BinaryIO

from kg.graph.held import StoredReport
from kg.graph.named import called
from kg.graph.store import Store
from kg.graph.within import within

if TYPE_CHECKING:
    import networkx as nx

_EDGE = {
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

_CLASSES = " ".join(f"kg:{name}" for name in _KIND)
_NODES = "SELECT ?n ?class ?label WHERE { VALUES ?class { %s } %s ?n a ?class . ?n rdfs:label|skos:prefLabel ?label }"
_HOMES = "SELECT DISTINCT ?r WHERE { %s ?m kg:reportedIn ?r }"
_MEASURES = "?m a kg:Measure ; kg:status ?status"
_EDGES = f"VALUES ?p {{ {' '.join(f'kg:{name}' for name in _EDGE)} }} ?m ?p ?x"
_LINKS = "?s rdf:subject ?m ; rdf:predicate ?p ; rdf:object ?x ; kg:evidence ?e"
_BODIES = "?m kg:responsibility ?a . ?a prov:agent ?x ; prov:hadRole ?role ; kg:basis ?basis"
_SAID = f"{_BODIES} ; kg:evidence ?e"
_OUTCOMES = """
  ?m kg:hasOutcome ?o . OPTIONAL { ?o kg:asOf ?day }
  OPTIONAL { ?o sosa:hasResult ?f . ?f qudt:numericValue ?value . OPTIONAL { ?f kg:unit ?unit } }"""

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML 1.0 does not allow."""

Told = dict[str, str | int | float]
"""What a node or an edge has beside its ends."""


def network(store: Store, measures: Collection[str] | None = None) -> nx.MultiDiGraph[str]:
    """Bodies, measures, sites, systems, programmes, documents and outcomes with their links; of all measures, or of
    those with these IRIs.

    Nodes have ``label``, ``kind`` and ``measures``, the number of measures that they are linked to (1 for a measure);
    measures ``status`` and ``report``, outcomes the ``status`` of their measure (those of what is planned are targets)
    and ``value``, ``unit`` and ``as_of`` where the text tells them.
    Edges run body → measure → the rest and have ``kind`` and ``weight``: in how many places of the text the link is
    said, 1 where it is not said but follows (a signatory's responsibility). Those of bodies have ``basis``: how we
    know, explicit before inherited before issuer. Things that no measure is linked to are left out. Order is that of
    the IRIs.
    """
    import networkx as nx

    told: dict[str, Told] = {}
    edges: list[tuple[str, str, str, Told]] = []
    reports = store.reports()
    names = called(reports)
    homes = None if measures is None else set(store.tuples(_HOMES % _values("m", measures)))
    for report in reports:
        if homes is None or (report.iri,) in homes:
            statuses = {m: _local(status) for m, status in within(store, report, _MEASURES, "m status")}
            statuses = {m: status for m, status in statuses.items() if measures is None or m in measures}
            told |= {m: {"status": status, "report": _written(names[report.iri])} for m, status in statuses.items()}
            told |= _outcomes(store, report, statuses)
            edges += _edges(store, report, statuses)
    linked: dict[str, set[str]] = {}
    for source, target, kind, _ in edges:
        for end in (source, target):
            linked.setdefault(end, set()).add(target if kind in ("lead", "partner") else source)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    among = "" if measures is None else _values("n", told.keys() | linked.keys())
    for node, class_, label in sorted(store.tuples(_NODES % (_CLASSES, among))):
        if node not in graph and (node in linked or node in told):
            counted = len(linked.get(node, {node}))
            more = told.get(node, {})
            graph.add_node(node, label=_written(label), kind=_KIND[_local(class_)], measures=counted, **more)
    for source, target, kind, more in sorted(edges, key=lambda edge: edge[:3]):
        if source in graph and target in graph:
            graph.add_edge(source, target, key=kind, **more)
    return graph


def _edges(store: Store, report: StoredReport, measures: Collection[str]) -> list[tuple[str, str, str, Told]]:
    """The edges of these measures of a report: source, target, kind, and what it has."""
    said = _said(store, report)
    known = sorted(within(store, report, _BODIES, "basis m role x"), key=lambda row: _BASES.index(_local(row[0])))
    bases = {(m, _local(role), x): _local(basis) for basis, m, role, x in known}
    edges: list[tuple[str, str, str, Told]] = []
    for m, relation, x in within(store, report, _EDGES, "m p x"):
        if m in measures:
            kind = _EDGE[_local(relation)]
            told: Told = {"kind": kind, "weight": said.get((m, kind, x), 1)}
            if basis := bases.get((m, kind, x)):
                told["basis"] = basis
            source, target = (x, m) if kind in ("lead", "partner") else (m, x)
            edges.append((source, target, kind, told))
    return edges


def _said(store: Store, report: StoredReport) -> Counter[tuple[str, str, str]]:
    """In how many places the text says each link: measure, kind, what it is linked to."""
    links = set(within(store, report, _LINKS, "m p x e"))
    bodies = set(within(store, report, _SAID, "m role x e"))
    told = [(m, _EDGE.get(_local(relation), ""), x) for m, relation, x, _ in links]
    return Counter([*told, *((m, _local(role), x) for m, role, x, _ in bodies)])


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


def _local(iri: str) -> str:
    """kg:role-lead → lead, kg:leadBody → leadBody."""
    name = iri.rpartition("#")[2]
    return name.partition("-")[2] or name


def _written(words: str) -> str:
    return _UNWRITABLE.sub("\ufffd", words)


def write_graphml(store: Store, out: BinaryIO, measures: Collection[str] | None = None) -> None:
    """GraphML 1.0 in UTF-8; ids of keys and of edges are numbers, so that each stands once in the file."""
    import networkx as nx

    made = network(store, measures)
    numbered: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    numbered.add_nodes_from(made.nodes(data=True))
    for number, (source, target, said) in enumerate(made.edges(data=True)):
        numbered.add_edge(source, target, key=f"e{number}", **said)
    for line in nx.generate_graphml(numbered):
        out.write(line.encode("utf-8") + b"\n")


def write_gexf(store: Store, out: BinaryIO, measures: Collection[str] | None = None) -> None:
    """GEXF 1.2 in UTF-8, without the day of writing, so that the same store gives the same bytes."""
    import networkx as nx

    for line in nx.generate_gexf(network(store, measures)):
        line = re.sub(r' lastmodifieddate="[^"]*"', "", line) if line.lstrip().startswith("<meta") else line
        out.write(line.encode("utf-8") + b"\n")


WRITERS: dict[str, Callable[[Store, BinaryIO, Collection[str] | None], None]] = {
    "graphml": write_graphml,
    "gexf": write_gexf,
}
