"""All graphs of a store together, each statement once: the default graph, which every question is asked of.

A body, site or programme of a division is one thing, and its name stands again in the graph of every report that names
it. An engine that reads all graphs as one meets that name once a graph, and every join multiplies it. So the default
graph holds what the named graphs say, each statement once, and is kept in the transaction that changes one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.graph import terms as t
from kg.graph.calling import Naming
from kg.graph.lines import without_graph


def added(graph: str) -> str:
    """SPARQL that puts what a graph says to the rest."""
    return f"INSERT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"


def dropped(graphs: Iterable[str]) -> str:
    """SPARQL that drops these graphs, and of all together what no other graph says; ends with a semicolon."""
    return "".join(
        f"DELETE {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} FILTER NOT EXISTS {{\n"
        f"  GRAPH ?other {{ ?s ?p ?o }} FILTER(?other != <{graph}>) }} }} ;\nDROP SILENT GRAPH <{graph}> ;\n"
        for graph in graphs
    )


def whole(lines: Sequence[str], things: Iterable[Naming]) -> Iterator[str]:
    """The N-Quads lines of a graph, and what they add to all together, where ``things`` are called otherwise."""
    yield from lines
    otherwise = set()
    for naming in things:
        otherwise |= {f"{naming.thing} {t.PREF_LABEL} ", f"{naming.thing} {t.ALT_LABEL} "}
        yield from naming.lines
    for line in lines:
        if not otherwise or line[: line.index(" ", line.index(" ") + 1) + 1] not in otherwise:
            yield without_graph(line)
