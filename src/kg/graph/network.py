"""The measures and what they are linked to as a property graph."""

from __future__ import annotations

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


def network(store: Store) -> nx.MultiDiGraph[str]:
    """Bodies, measures, sites, systems, programmes, documents and outcomes with their links.

    Nodes have ``label`` and ``kind``; edges run body → measure → the rest and have ``kind``. Things that no
    measure is linked to are left out. Order is that of the IRIs.
    """
    import networkx as nx

    edges: list[tuple[str, str, str]] = []
    for row in store.select(_EDGES):
        measure, target = row["m"] or "", row["x"] or ""
        kind = _EDGE.get((row["p"] or "").rpartition("#")[2])
        if kind in ("lead", "partner"):
            edges.append((target, measure, kind))
        elif kind:
            edges.append((measure, target, kind))
    linked = {end for edge in edges for end in edge[:2]}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in store.select(_NODES):
        node, kind = row["n"] or "", _KIND.get((row["class"] or "").rpartition("#")[2])
        if kind and node not in graph and (node in linked or kind == "measure"):
            graph.add_node(node, label=row["label"] or "", kind=kind)
    for source, target, kind in sorted(edges):
        if source in graph and target in graph:
            graph.add_edge(source, target, key=kind, kind=kind)
    return graph


def write_graphml(store: Store, out: BinaryIO) -> None:
    """GraphML 1.0 in UTF-8."""
    import networkx as nx

    for line in nx.generate_graphml(network(store), named_key_ids=True):
        out.write(line.encode("utf-8") + b"\n")
