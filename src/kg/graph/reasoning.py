"""What follows from a store's statements, in a graph of its own, each with the rule and the premises that drew it.

Rules are asked round by round until nothing new comes. A statement keeps the first way it was found: the earliest
round, then the first rule and premises in order of their text, so that the graph is the same every time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

import pyoxigraph as ox

from kg.graph import terms as t
from kg.graph.lines import Graph, node
from kg.graph.names import inferred_graph
from kg.graph.ontology import schemes
from kg.graph.quads import ENGINE
from kg.graph.rules import Rule, Statement, rules
from kg.graph.standing import standing
from kg.graph.store import Store
from kg.graph.terms import PREFIXES, path


@dataclass(frozen=True, slots=True)
class Inference:
    """A statement, the rule that drew it and what it was drawn from."""

    statement: Statement
    rule: str
    """IRI of the rule."""
    premises: tuple[Statement, ...]


def infer(quads: Iterable[ox.Quad]) -> tuple[Inference, ...]:
    """Everything that follows from these statements, in order; what was inferred before is left aside."""
    before = ox.NamedNode(inferred_graph())
    work = ox.Store()
    work.bulk_extend(ox.Quad(*_triple(quad)) for quad in quads if quad.graph_name != before)
    return tuple(_run(work))


def reason(store: Store) -> dict[str, int]:
    """Puts what follows into the store in place of what was inferred before; how many statements by rule."""
    found = infer(store.quads())
    store.put_graph(inferred_graph(), graph_lines(found))
    return dict(sorted(Counter(one.rule for one in found).items()))


def graph_lines(inferences: Iterable[Inference]) -> list[str]:
    """The graph of the inferences as sorted N-Quads lines."""
    graph = Graph(inferred_graph())
    graph.add(inferred_graph(), t.ENGINE, f'"{ENGINE}"')
    for one in inferences:
        subject, predicate, value = one.statement
        graph.add(subject[1:-1], predicate, value)
        iri = _reified(graph, "inference", t.INFERENCE, one.statement)
        graph.link(iri, t.BY_RULE, one.rule)
        for premise in one.premises:
            graph.link(iri, t.HAS_PREMISE, _reified(graph, "premise", t.PREMISE, premise))
    return graph.sorted()


def _reified(graph: Graph, folder: str, kind: str, statement: Statement) -> str:
    """The IRI under which a statement is spoken of: it is made from the statement alone."""
    iri = path(folder, sha256(" ".join(statement).encode()).hexdigest()[:32])
    for predicate, value in zip((t.TYPE, t.SUBJECT, t.PREDICATE, t.OBJECT_OF), (kind, *statement), strict=True):
        graph.add(iri, predicate, value)
    return iri


def _run(work: ox.Store) -> Iterator[Inference]:
    """Round by round; what the register adds stands in the first."""
    asserted = {str(quad.predicate) for quad in work}
    work.bulk_extend(ox.Quad(*_triple(triple)) for triple in schemes())
    fresh = {s: Inference(s, rule, premises) for s, rule, premises in standing(work)}
    fresh = {s: one for s, one in fresh.items() if _quad(s) not in work}
    changed = asserted | {s[1] for s in fresh}
    while True:
        for one in sorted(fresh.values(), key=lambda i: i.statement):
            work.add(_quad(one.statement))
            yield one
        fresh = {}
        for rule in rules():
            if changed.isdisjoint(predicate for _, predicate, _ in rule.when):
                continue
            for one in _drawn(rule, work):
                known = fresh.get(one.statement)
                if known is None or (one.rule, one.premises) < (known.rule, known.premises):
                    fresh[one.statement] = one
        if not fresh:
            return
        changed = {s[1] for s in fresh}


def _drawn(rule: Rule, work: ox.Store) -> Iterator[Inference]:
    result = work.query(rule.select, prefixes=PREFIXES)
    assert isinstance(result, ox.QuerySolutions)
    names = [v.value for v in result.variables]
    for row in result:
        values = {name: str(row[name]) for name in names}
        statement = rule.statement(values)
        if _quad(statement) not in work:
            yield Inference(statement, rule.iri, rule.premises(values))


def _triple(quad: ox.Quad | ox.Triple) -> tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode]:
    return quad.subject, quad.predicate, quad.object  # type: ignore[return-value]


def _quad(statement: Statement) -> ox.Quad:
    """A statement between things as a quad of the default graph."""
    subject, predicate, value = statement
    return ox.Quad(node(subject), node(predicate), node(value))
