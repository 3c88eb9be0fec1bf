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
    links: dict[N, list[N]] = {node: [] for node in sorted(nodes)}
    for one, other in sorted({(min(edge), max(edge)) for edge in edges}):
        links[one].append(other)
        links[other].append(one)
    parts = _parts(links)
    costs = [len(part) * sum(len(links[n]) for n in part) // 2 for part in parts]
    step = -(-sum(costs) // budget) or 1
    size = len(links)
    scale = 1 / ((size - 1) * (size - 2)) if size > 2 else 0.0
    between: dict[N, float] = {}
    for part in parts:
        if len(part) < 3:
            continue
        at = {node: number for number, node in enumerate(part)}
        found = _between([[at[other] for other in links[node]] for node in part], step)
        share = scale * len(part) / len(range(0, len(part), step))
        between |= {node: share * count for node, count in zip(part, found, strict=True)}
    chosen = sorted(wanted)
    return Centrality(
        {node: len(links[node]) for node in chosen},
        {node: round(between.get(node, 0.0), DECIMALS) for node in chosen},
        step > 1,
    )


def _parts(links: Mapping[N, list[N]]) -> list[list[N]]:
    """The connected parts, each in order, by their first node."""
    found = []
    seen: set[N] = set()
    for first in links:
        if first not in seen:
            seen.add(first)
            part = [first]
            for node in part:
                new = [other for other in links[node] if other not in seen]
                seen.update(new)
                part += new
            found.append(sorted(part))
    return found


def _between(links: list[list[int]], step: int) -> list[float]:
    """How many shortest ways from every ``step``-th node to any other lead over each (Brandes 2001, algorithm 1).

    Nodes are numbers, those linked to each in its list. Ways that are equally short count as shares of one.
    """
    found = [0.0] * len(links)
    for first in range(0, len(links), step):
        far, ways = [-1] * len(links), [0.0] * len(links)
        far[first], ways[first] = 0, 1.0
        order = [first]
        before: list[list[int]] = [[] for _ in links]
        for node in order:
            next_far, mine = far[node] + 1, ways[node]
            for other in links[node]:
                if far[other] < 0:
                    far[other] = next_far
                    order.append(other)
                if far[other] == next_far:
                    ways[other] += mine
                    before[other].append(node)
        shares = [0.0] * len(links)
        for node in reversed(order[1:]):
            share = (shares[node] + 1.0) / ways[node]
            for other in before[node]:
                shares[other] += ways[other] * share
            found[node] += shares[node]
    return found
