"""Which bodies hold a graph of measures together: degree and betweenness."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

BUDGET = 1_000_000
"""Edges looked at for betweenness; about a second. Beyond it evenly chosen nodes stand for all."""
DECIMALS = 4


N = TypeVar("N", str, int)


@dataclass(frozen=True, slots=True)
class Centrality(Generic[N]):
    """Of each wanted node: how many others it is linked to, and its betweenness (normalised, rounded)."""

    degree: Mapping[N, int]
    betweenness: Mapping[N, float]
    estimated: bool


def centrality(
    nodes: Iterable[N], edges: Iterable[tuple[N, N]], wanted: Iterable[N], budget: int = BUDGET
) -> Centrality[N]:
    """Of the undirected graph of these nodes and edges, the centrality of the nodes that are wanted.

    Brandes (2001) from every node, or where that would look at more than ``budget`` edges from every k-th of its
    connected part, in their order and scaled up: the same figures every time.
    """
    import networkx as nx

    graph: nx.Graph[N] = nx.Graph()
    graph.add_nodes_from(sorted(nodes))
    graph.add_edges_from(sorted(edges))
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: part[0])
    costs = [len(part) * sum(graph.degree(n) for n in part) // 2 for part in parts]
    step = -(-sum(costs) // budget) or 1
    size = len(graph)
    scale = 1 / ((size - 1) * (size - 2)) if size > 2 else 0.0
    between: dict[N, float] = {}
    for part in parts:
        if len(part) < 3:
            continue
        pivots = part[::step]
        # A copy is quicker to go through than all of a larger graph, but of most of it takes as much room again.
        among = graph if 2 * len(part) > size else graph.subgraph(part).copy()
        found = nx.betweenness_centrality_subset(among, pivots, part)
        share = 2 * scale * len(part) / len(pivots)  # networkx halves what it counts in an undirected graph
        between |= {node: share * found[node] for node in part}
    chosen = sorted(wanted)
    return Centrality(
        {node: graph.degree(node) for node in chosen},
        {node: round(between.get(node, 0.0), DECIMALS) for node in chosen},
        step > 1,
    )
