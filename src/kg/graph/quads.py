"""Facts → N-Quads: the one place where RDF is made from facts.

No blank nodes; the same facts give the same bytes. Lines are sorted by code point.
"""

from __future__ import annotations

from kg import __version__
from kg.facts import Facts
from kg.graph.frame import Frame
from kg.graph.lines import Graph
from kg.graph.measures import write_measures
from kg.graph.names import Names
from kg.graph.terms import ONTOLOGY_VERSION

ENGINE = f"{__version__}+ontology.{ONTOLOGY_VERSION}"
"""Which reader made a graph: a graph of another one is made again though its text is unchanged."""


def report_iri(facts: Facts) -> str:
    """The IRI of the report."""
    return Names(facts).report


def graph_iri(facts: Facts) -> str:
    """The IRI of the report's named graph."""
    return Names(facts).graph


def quads(facts: Facts) -> list[str]:
    """The report's graph as sorted N-Quads lines without line ends."""
    names = Names(facts)
    graph = Graph(names.graph)
    frame = Frame(facts, names, graph)
    frame.write(ENGINE)
    write_measures(facts, names, graph, frame)
    return graph.sorted()
