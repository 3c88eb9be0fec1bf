"""The measures and what they are linked to as a property graph."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, BinaryIO

from kg.graph.named import called
from kg.graph.store import Store

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

# Every question may be narrowed to some measures or nodes, which stand in the place of %s.
_NODES = """
SELECT DISTINCT ?n ?class ?label WHERE { %s
  ?n a ?class . ?n rdfs:label|skos:prefLabel ?label . FILTER(STRSTARTS(STR(?class), STR(kg:)))
} ORDER BY ?n ?class ?label"""

_EDGES = """
SELECT DISTINCT ?m ?p ?x WHERE { %s
  ?m a kg:Measure ; ?p ?x . FILTER(STRSTARTS(STR(?p), STR(kg:))) } ORDER BY ?m ?p ?x"""

_SAID = """
SELECT ?m ?p ?x (COUNT(DISTINCT ?e) AS ?times) WHERE { %s
  { ?s rdf:subject ?m ; rdf:predicate ?p ; rdf:object ?x ; kg:evidence ?e . ?m a kg:Measure }
  UNION
  { ?m kg:responsibility ?a . ?a prov:agent ?x ; prov:hadRole ?role ; kg:evidence ?e .
    BIND(IF(?role = kg:role-lead, kg:leadBody, kg:partnerBody) AS ?p) }
} GROUP BY ?m ?p ?x"""

_BASES = """
SELECT DISTINCT ?m ?x ?role ?basis WHERE { %s
  ?m kg:responsibility ?a . ?a prov:agent ?x ; prov:hadRole ?role ; kg:basis ?basis } ORDER BY DESC(?basis)"""

_MEASURES = "SELECT DISTINCT ?m ?status ?r WHERE { %s ?m kg:status ?status ; kg:reportedIn ?r } ORDER BY ?m ?status ?r"

_OUTCOMES = """
SELECT DISTINCT ?o ?status ?value ?unit ?asOf WHERE { %s
  ?m kg:hasOutcome ?o ; kg:status ?status . OPTIONAL { ?o kg:asOf ?asOf }
  OPTIONAL { ?o sosa:hasResult ?f . ?f qudt:numericValue ?value . OPTIONAL { ?f kg:unit ?unit } }
} ORDER BY ?o ?status"""

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML 1.0 does not allow."""


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

    among = "" if measures is None else _values("m", measures)
    said = {(row["m"], row["p"], row["x"]): int(row["times"] or 1) for row in store.select(_SAID % among)}
    bases = {(row["m"], row["x"], _local(row["role"])): _local(row["basis"]) for row in store.select(_BASES % among)}
    edges: list[tuple[str, str, str, dict[str, str | int]]] = []
    linked: dict[str, set[str]] = {}
    for row in store.select(_EDGES % among):
        measure, target = row["m"] or "", row["x"] or ""
        kind = _EDGE.get(_local(row["p"]))
        if not kind:
            continue
        told: dict[str, str | int] = {"kind": kind, "weight": said.get((row["m"], row["p"], row["x"]), 1)}
        if basis := bases.get((measure, target, kind)):
            told["basis"] = basis
        ends = (target, measure) if kind in ("lead", "partner") else (measure, target)
        edges.append((*ends, kind, told))
        for end in ends:
            linked.setdefault(end, set()).add(measure)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    named = "" if measures is None else _values("n", linked.keys() | set(measures))
    more = _more(store, among)
    for row in store.select(_NODES % named):
        node, kind = row["n"] or "", _KIND.get(_local(row["class"]))
        if kind and node not in graph and (node in linked or kind == "measure"):
            counted = len(linked.get(node, {node}))
            graph.add_node(node, label=_written(row["label"]), kind=kind, measures=counted, **more.get(node, {}))
    for source, target, kind, told in sorted(edges, key=lambda edge: edge[:3]):
        if source in graph and target in graph:
            graph.add_edge(source, target, key=kind, **told)
    return graph


def _more(store: Store, among: str) -> dict[str, dict[str, str | float]]:
    """What measures and outcomes have beside their labels, by IRI."""
    found: dict[str, dict[str, str | float]] = {}
    titles = called(store.reports())
    for row in store.select(_MEASURES % among):
        report = _written(titles.get(row["r"] or ""))
        found.setdefault(row["m"] or "", {"status": _local(row["status"]), "report": report})
    for row in store.select(_OUTCOMES % among):
        told: dict[str, str | float] = {"status": _local(row["status"])}
        told |= {"value": float(row["value"])} if row["value"] else {}
        told |= {name: _written(row[key]) for name, key in (("unit", "unit"), ("as_of", "asOf")) if row[key]}
        found.setdefault(row["o"] or "", told)
    return found


def _values(variable: str, iris: Collection[str]) -> str:
    return f"VALUES ?{variable} {{ {' '.join(f'<{iri}>' for iri in sorted(iris))} }}"


def _local(iri: str | None) -> str:
    """kg:role-lead → lead, kg:leadBody → leadBody."""
    name = (iri or "").rpartition("#")[2]
    return name.partition("-")[2] or name


def _written(words: str | None) -> str:
    return _UNWRITABLE.sub("\ufffd", words or "")


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
