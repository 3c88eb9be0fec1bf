"""What a store knows about each of its reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pyoxigraph as ox

from kg.graph import terms as t
from kg.graph.lines import node


@dataclass(frozen=True, slots=True)
class StoredReport:
    """What the store knows about a report; a part that the text has not is None."""

    iri: str
    graph: str
    title: str | None
    number: str | None
    issuer: str | None
    date: date | None
    source: str
    measures: int
    """How many measures were read in it."""
    speaks_for: str | None = None
    """Of a report that names no issuer, the body that was taken to answer for it: the government it speaks for."""

    @property
    def answers(self) -> str | None:
        """Who issued it, else whom it speaks for."""
        return self.issuer or self.speaks_for


def reports(store: ox.Store) -> tuple[StoredReport, ...]:
    """All reports, in order of their IRIs. Looked up part by part, each in the report's own graph: no joins."""
    kinds = store.quads_for_pattern(None, node(t.TYPE), node(t.REPORT), None)
    held = {(q.subject.value, q.graph_name.value) for q in kinds if isinstance(q.graph_name, ox.NamedNode)}  # type: ignore[union-attr]
    return tuple(made for iri, graph in sorted(held) if (made := _report(store, iri, graph)))


def _report(store: ox.Store, iri: str, graph: str) -> StoredReport | None:
    """None where the graph only speaks of the report."""
    report, home = ox.NamedNode(iri), ox.NamedNode(graph)

    def first(subject: ox.NamedNode, predicate: str) -> ox.NamedNode | ox.Literal | None:
        found = (q.object for q in store.quads_for_pattern(subject, node(predicate), None, home))
        return min((o for o in found if isinstance(o, ox.NamedNode | ox.Literal)), key=str, default=None)

    source = first(report, t.SOURCE)
    if source is None:
        return None
    title, number, day = (first(report, p) for p in (t.TITLE, t.IDENTIFIER, t.ISSUED))
    creator = first(report, t.CREATOR)
    issuer = first(creator, t.PREF_LABEL) if isinstance(creator, ox.NamedNode) else None
    return StoredReport(
        iri=iri,
        graph=graph,
        title=title.value if title else None,
        number=number.value if number else None,
        issuer=issuer.value if issuer else None,
        date=date.fromisoformat(day.value) if day else None,
        source=source.value,
        measures=_measures(store, report, home),
        speaks_for=None if issuer else _assumed(store, home),
    )


def _assumed(store: ox.Store, home: ox.NamedNode) -> str | None:
    """The name of the body that answers where nobody is named, of several the first; None where none was taken."""
    found = store.quads_for_pattern(None, node(t.BASIS), node(t.term("kg:basis-issuer")), home)
    agents = {q.object for said in found for q in store.quads_for_pattern(said.subject, node(t.AGENT), None, home)}
    names = (q for agent in agents for q in store.quads_for_pattern(agent, node(t.PREF_LABEL), None, home))  # type: ignore[arg-type]
    return min((q.object.value for q in names), default=None)  # type: ignore[union-attr]


def _measures(store: ox.Store, report: ox.NamedNode, home: ox.NamedNode) -> int:
    # Counted by the engine: a thousand reports have two hundred thousand.
    counted = store.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {home} {{ ?m {t.REPORTED_IN} {report} }} }}")
    return int(next(iter(counted))["n"].value)  # type: ignore[arg-type]
