"""The measures and what they are linked to as a property graph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

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

_NODES = """
SELECT DISTINCT ?n ?class ?label WHERE {
  ?n a ?class . ?n rdfs:label|skos:prefLabel ?label . FILTER(STRSTARTS(STR(?class), STR(kg:)))
} ORDER BY ?n ?class ?label"""

_EDGES = """
SELECT DISTINCT ?m ?p ?x WHERE { ?m a kg:Measure ; ?p ?x . FILTER(STRSTARTS(STR(?p), STR(kg:))) } ORDER BY ?m ?p ?x"""

_SAID = """
SELECT ?m ?p ?x (COUNT(DISTINCT ?e) AS ?times) WHERE {
  { ?s rdf:subject ?m ; rdf:predicate ?p ; rdf:object ?x ; kg:evidence ?e . ?m a kg:Measure }
  UNION
  { ?m kg:responsibility ?a . ?a prov:agent ?x ; prov:hadRole ?role ; kg:evidence ?e .
    BIND(IF(?role = kg:role-lead, kg:leadBody, kg:partnerBody) AS ?p) }
} GROUP BY ?m ?p ?x"""

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML 1.0 does not allow."""


def network(store: Store) -> nx.MultiDiGraph[str]:
    """Bodies, measures, sites, systems, programmes, documents and outcomes with their links.

    Nodes have ``label``, ``kind`` and ``measures``, the number of measures that they are linked to (1 for a measure).
    Edges run body → measure → the rest and have ``kind`` and ``weight``: in how many places of the text the link is
    said, 1 where it is not said but follows (a signatory's responsibility). Things that no measure is linked to are
    left out. Order is that of the IRIs.
    """
    import networkx as nx

    said = {(row["m"], row["p"], row["x"]): int(row["times"] or 1) for row in store.select(_SAID)}
    edges: list[tuple[str, str, str, int]] = []
    linked: dict[str, set[str]] = {}
    for row in store.select(_EDGES):
        measure, target = row["m"] or "", row["x"] or ""
        kind = _EDGE.get((row["p"] or "").rpartition("#")[2])
        if not kind:
            continue
        ends = (target, measure) if kind in ("lead", "partner") else (measure, target)
        edges.append((*ends, kind, said.get((row["m"], row["p"], row["x"]), 1)))
        for end in ends:
            linked.setdefault(end, set()).add(measure)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in store.select(_NODES):
        node, kind = row["n"] or "", _KIND.get((row["class"] or "").rpartition("#")[2])
        if kind and node not in graph and (node in linked or kind == "measure"):
            label = _UNWRITABLE.sub("\ufffd", row["label"] or "")
            graph.add_node(node, label=label, kind=kind, measures=len(linked.get(node, {node})))
    for source, target, kind, weight in sorted(edges):
        if source in graph and target in graph:
            graph.add_edge(source, target, key=kind, kind=kind, weight=weight)
    return graph


def write_graphml(store: Store, out: BinaryIO) -> None:
    """GraphML 1.0 in UTF-8; ids of keys and of edges are numbers, so that each stands once in the file."""
    import networkx as nx

    made = network(store)
    numbered: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    numbered.add_nodes_from(made.nodes(data=True))
    for number, (source, target, said) in enumerate(made.edges(data=True)):
        numbered.add_edge(source, target, key=f"e{number}", **said)
    for line in nx.generate_graphml(numbered):
        out.write(line.encode("utf-8") + b"\n")


def write_gexf(store: Store, out: BinaryIO) -> None:
    """GEXF 1.2 in UTF-8, without the day of writing, so that the same store gives the same bytes."""
    import networkx as nx

    for line in nx.generate_gexf(network(store)):
        line = re.sub(r' lastmodifieddate="[^"]*"', "", line) if line.lstrip().startswith("<meta") else line
        out.write(line.encode("utf-8") + b"\n")
