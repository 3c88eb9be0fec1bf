"""The measures and what they are linked to as a property graph."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, BinaryIO

from kg.graph.held import StoredReport
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

_NODES = f"""
SELECT ?n ?class ?label WHERE {{
  VALUES ?class {{ {" ".join(f"kg:{name}" for name in _KIND)} }} ?n a ?class . ?n rdfs:label|skos:prefLabel ?label }}"""
_EDGES = f"VALUES ?p {{ {' '.join(f'kg:{name}' for name in _EDGE)} }} ?m a kg:Measure ; ?p ?x"
_LINKS = "?s rdf:subject ?m ; rdf:predicate ?p ; rdf:object ?x ; kg:evidence ?e"
_BODIES = "?m kg:responsibility ?a . ?a prov:agent ?x ; prov:hadRole ?role ; kg:evidence ?e"

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

    edges: list[tuple[str, str, str, int]] = []
    linked: dict[str, set[str]] = {}
    for report in store.reports():
        said = _said(store, report)
        for measure, relation, target in within(store, report, _EDGES, "m p x"):
            kind = _EDGE[_local(relation)]
            ends = (target, measure) if kind in ("lead", "partner") else (measure, target)
            edges.append((*ends, kind, said.get((measure, kind, target), 1)))
            for end in ends:
                linked.setdefault(end, set()).add(measure)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, class_, label in sorted(store.tuples(_NODES)):
        kind = _KIND[_local(class_)]
        if node not in graph and (node in linked or kind == "measure"):
            label = _UNWRITABLE.sub("\ufffd", label)
            graph.add_node(node, label=label, kind=kind, measures=len(linked.get(node, {node})))
    for source, target, kind, weight in sorted(edges):
        if source in graph and target in graph:
            graph.add_edge(source, target, key=kind, kind=kind, weight=weight)
    return graph


def _said(store: Store, report: StoredReport) -> dict[tuple[str, str, str], int]:
    """In how many places the text says each link: measure, kind, what it is linked to."""
    links = set(within(store, report, _LINKS, "m p x e"))
    bodies = within(store, report, _BODIES, "m role x e")
    told = [(m, _EDGE.get(_local(p), ""), x) for m, p, x, _ in links]
    told += [(m, _local(role).removeprefix("role-"), x) for m, role, x, _ in set(bodies)]
    return Counter(told)


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]


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
