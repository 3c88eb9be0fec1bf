"""What a store knows about each of its reports."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import astuple, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.graph import terms as t
from kg.graph.beside import REPORTS, keep, kept
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
    joined_by: tuple[str, ...] = ()
    """Who issued it together with the issuer, in the order in which they sign."""

    @property
    def answers(self) -> str | None:
        """Who issued it, else whom it speaks for."""
        return self.issuer or self.speaks_for

    @property
    def all_answer(self) -> tuple[str, ...]:
        """All that issued it, in order, else whom it speaks for."""
        return (*((self.answers,) if self.answers else ()), *self.joined_by)


FORM = 2
"""Of what is kept of them. It counts up with every change of `StoredReport`."""


def remembered(folder: Path, store: ox.Store, keeping: bool, part: Container[str] = ()) -> tuple[StoredReport, ...]:
    """All reports, or those of these graphs, from beside the graphs in this folder, else from the store; what it gave
    is kept if it may be."""
    found = _read(kept(folder, REPORTS, FORM))
    if found is None:
        found = reports(store)
        if keeping:
            keep(folder, REPORTS, FORM, [_written(one) for one in found])
    return tuple(one for one in found if one.graph in part) if part else found


def _written(report: StoredReport) -> list[Any]:
    return [value.isoformat() if isinstance(value, date) else value for value in astuple(report)]


def _read(told: Any) -> tuple[StoredReport, ...] | None:
    """The reports that were written; None where none were, or they are broken."""
    try:
        made = [StoredReport(*one) for one in told]
        return tuple(
            replace(one, date=one.date and date.fromisoformat(one.date), joined_by=tuple(one.joined_by))  # type: ignore[arg-type]
            for one in made
        )
    except (ValueError, TypeError):
        return None


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
    labels = (first(creator, t.PREF_LABEL) for creator in _creators(store, report, home))
    issuers = tuple(label.value for label in labels if label)
    return StoredReport(
        iri=iri,
        graph=graph,
        title=title.value if title else None,
        number=number.value if number else None,
        issuer=issuers[0] if issuers else None,
        date=date.fromisoformat(day.value) if day else None,
        source=source.value,
        measures=_measures(store, report, home),
        speaks_for=None if issuers else _assumed(store, home),
        joined_by=issuers[1:],
    )


def _creators(store: ox.Store, report: ox.NamedNode, home: ox.NamedNode) -> list[ox.NamedNode]:
    """Who issued the report, in the order in which they sign: that of what says so."""
    found = [q.object for q in store.quads_for_pattern(report, node(t.CREATOR), None, home)]
    creators = sorted((o for o in found if isinstance(o, ox.NamedNode)), key=str)
    if len(creators) < 2:
        return creators

    def values(subject: Any, predicate: str) -> list[Any]:
        return [q.object for q in store.quads_for_pattern(subject, node(predicate), None, home)]

    signed: dict[Any, int] = {}
    for said in store.quads_for_pattern(None, node(t.SUBJECT), report, home):
        if values(said.subject, t.PREDICATE) == [node(t.CREATOR)]:
            starts = [int(at.value) for e in values(said.subject, t.HAS_EVIDENCE) for at in values(e, t.START)]
            signed |= {creator: min(starts) for creator in values(said.subject, t.OBJECT_OF) if starts}
    return sorted(creators, key=lambda creator: signed.get(creator, 0))


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
