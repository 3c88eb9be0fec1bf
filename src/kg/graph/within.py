"""Questions to the graph of one report, which take as long in a store of a thousand reports as in one of one."""

from __future__ import annotations

from kg.graph.held import StoredReport
from kg.graph.store import Store


def within(store: Store, report: StoredReport, pattern: str, columns: str, besides: str = "") -> list[tuple[str, ...]]:
    """The values of these variables in a report's graph, '' where one has none, in order of their characters.

    ``besides`` is a pattern for all graphs together. Sorted here: the engine would look up each term at every
    comparison, which takes a hundred times as long.
    """
    wanted = " ".join(f"?{name}" for name in columns.split())
    return sorted(store.tuples(f"SELECT {wanted} WHERE {{ GRAPH <{report.graph}> {{ {pattern} }} {besides} }}"))
