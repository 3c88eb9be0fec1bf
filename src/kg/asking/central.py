"""Which bodies hold a graph of measures together: degree and betweenness."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

BUDGET = 1_000_000
"""Edges looked at for betweenness; about a second. Beyond it evenly chosen nodes stand for all."""
DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Centrality:
    """Of each wanted node: how many others it is linked to, and its betweenness (normalised, rounded)."""

    degree: Mapping[str, int]
    betweenness: Mapping[str, float]
    estimated: bool


def centrality(
    nodes: Iterable[str], edges: Iterable[tuple[str, str]], wanted: Iterable[str], budget: int = BUDGET
) -> Centrality:
    """Of the undirected graph of these nodes and edges, the centrality of the nodes that are wanted.

    Brandes (2001) from every node, or where that would look at more than ``budget`` edges from every k-th of its
    connected part, in order of the names and scaled up: the same figures every time.
    """
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(nodes))
    graph.add_edges_from(sorted(edges))
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: part[0])
    costs = [len(part) * sum(graph.degree(n) for n in part) // 2 for part in parts]
    step = -(-sum(costs) // budget) or 1
    size = len(graph)
    scale = 1 / ((size - 1) * (size - 2)) if size > 2 else 0.0
    between: dict[str, float] = {}
    for part in parts:
        if len(part) < 3:
            continue
        pivots = part[::step]
        found = nx.betweenness_centrality_subset(graph.subgraph(part).copy(), pivots, part)
        share = 2 * scale * len(part) / len(pivots)  # networkx halves what it counts in an undirected graph
        between |= {node: share * value for node, value in found.items()}
    chosen = sorted(wanted)
    return Centrality(
        {node: graph.degree(node) for node in chosen},
        {node: round(between.get(node, 0.0), DECIMALS) for node in chosen},
        step > 1,
    )
