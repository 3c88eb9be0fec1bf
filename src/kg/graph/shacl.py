"""pyshacl over small graphs. Imports rdflib and pyshacl: import it only where it is used.

Shapes and data are loaded the same way, from Oxigraph's parser into rdflib's memory store: rdflib tells a plain
literal from an xsd:string one, Oxigraph does not.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from contextlib import redirect_stderr
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from pyparsing import ParseException
from pyshacl.entrypoints import validate as pyshacl_validate
from pyshacl.errors import ConstraintLoadError, ReportableRuntimeError, ShapeLoadError
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF, SH
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Node

from kg.errors import UnreadableInput
from kg.graph.binding import in_outer_group
from kg.graph.shape_files import NAMESPACE
from kg.graph.terms import PREFIXES
from kg.resources import folder

_STRING = PREFIXES["xsd"] + "string"
_ACROSS = URIRef(NAMESPACE + "acrossReports")


class PreparedGraph(Graph):
    """A graph that parses a query once: pyshacl asks the same ones again for every focus node, and of every report."""

    def __init__(self) -> None:
        super().__init__(bind_namespaces="none")
        self._prepared: dict[str, Query] = {}

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> Result:
        """As rdflib's, with the parsed form of a query kept."""
        if isinstance(query_object, str):
            prepared = self._prepared.get(query_object)
            if prepared is None:
                prepared = self._prepared[query_object] = _parsed(query_object, tuple(self.namespaces()))
            query_object = prepared
        return super().query(query_object, *args, **kwargs)


@lru_cache(maxsize=256)
def _parsed(query: str, namespaces: tuple[tuple[str, URIRef], ...]) -> Query:
    return prepareQuery(query, initNs=dict(namespaces))


@dataclass(frozen=True, slots=True)
class ShapeResult:
    """One sh:ValidationResult with the text that its shape has for it."""

    focus: str
    severity: str
    shape: str
    component: str
    path: str
    value: str
    named: str = field(default="", compare=False)
    """What the constraint's ?measure is: the label that its message names."""
    said: tuple[str, str] = field(default=("", ""), compare=False)
    """The message of a shape of the user's own, Chinese and English; one without a language is both."""


def load(triples: Iterable[ox.Triple | ox.Quad]) -> PreparedGraph:
    """An rdflib graph in memory; graph names are left aside."""
    graph = PreparedGraph()
    known: dict[Any, Node] = {}
    store = graph.store

    def term(value: Any) -> Any:
        found = known.get(value)
        if found is None:
            found = known[value] = _convert(value)
        return found

    for triple in triples:
        store.add((term(triple.subject), term(triple.predicate), term(triple.object)), graph)
    return graph


def _convert(value: Any) -> Node:
    if isinstance(value, ox.NamedNode):
        return URIRef(value.value)
    if isinstance(value, ox.BlankNode):
        return BNode(value.value)
    if value.language:
        return Literal(value.value, lang=value.language)
    kind = value.datatype.value
    return Literal(value.value) if kind == _STRING else Literal(value.value, datatype=URIRef(kind))


@cache
def shapes() -> PreparedGraph:
    """All shapes of the project in one graph."""
    files = sorted(folder("shapes").rglob("*.ttl"))
    return load(t for path in files for t in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE))


@cache
def _core_shapes() -> PreparedGraph:
    """The shapes without their SPARQL constraints."""
    graph = PreparedGraph()
    for triple in shapes():
        if triple[1] != SH.sparql:
            graph.add(triple)
    return graph


def run(lines: Iterable[str], across: bool | None = None) -> tuple[Graph, list[ShapeResult]]:
    """N-Quads lines as a graph, and the results of the project's shapes on it in no fixed order; ``across`` as for
    `sparql`.

    Nothing is inferred. pyshacl checks the core constraints. A SPARQL constraint, which pyshacl asks once a focus
    node, is asked once for the whole graph; `run_reference` leaves both to pyshacl and finds the same.
    """
    quads = list(ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS))
    graph = load(quads)
    store = ox.Store()
    store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
    return graph, _pyshacl(graph, _core_shapes()) + sparql(store, across)


def run_reference(lines: Iterable[str]) -> list[ShapeResult]:
    """As `run`, by pyshacl alone."""
    return _pyshacl(load(ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS)), shapes())


def run_own(data: Graph, path: Path, triples: Iterable[ox.Quad]) -> list[ShapeResult]:
    """The results of shapes of the user's own on a graph. Raises UnreadableInput where they don't compile."""
    try:
        with redirect_stderr(io.StringIO()):  # pyshacl prints what it also raises
            return _pyshacl(data, load(triples))
    except (ShapeLoadError, ConstraintLoadError, ReportableRuntimeError, ParseException, ValueError) as e:
        reason = getattr(e, "message", None) or str(e)
        raise UnreadableInput("shapes-broken", path=path, reason=" ".join(str(reason).split()).rstrip(".")) from e


def _pyshacl(data: Graph, shapes_graph: Graph) -> list[ShapeResult]:
    _, report, _ = pyshacl_validate(data, shacl_graph=shapes_graph, inplace=True, do_owl_imports=False)
    if not isinstance(report, Graph):
        raise TypeError(str(report))
    return [_result(report, node) for node in report.subjects(RDF.type, SH.ValidationResult)]


def sparql(store: ox.Store, across: bool | None = None, union: bool = True) -> list[ShapeResult]:
    """SHACL, section 5, for constraints without aggregates, subqueries, LIMIT and MINUS.

    All constraints on all graphs of a store, or where ``union`` is False on its default graph; ``across`` chooses
    those that compare reports, or the others.
    """
    found = []
    for shape, constraint in shapes().subject_objects(SH.sparql):
        if across is not None and across != ((constraint, _ACROSS, None) in shapes()):
            continue
        select = str(shapes().value(constraint, SH.select))
        severity = str(shapes().value(shape, SH.severity) or SH.Violation)
        for target in shapes().objects(shape, SH.targetClass):
            for row in _rows(store, in_outer_group(select, f"$this a {target.n3()} ."), union):
                found.append(
                    ShapeResult(
                        focus=row["this"].value,
                        severity=severity.rpartition("#")[2].lower(),
                        shape=str(constraint),
                        component=str(SH.SPARQLConstraintComponent),
                        path="",
                        value=_convert(row["value"]).n3(),
                        named=_value(row, "measure"),
                    )
                )
    return found


def _rows(store: ox.Store, select: str, union: bool) -> list[Any]:
    result = store.query(select, prefixes=PREFIXES, use_default_graph_as_union=union)
    if not isinstance(result, ox.QuerySolutions):
        raise TypeError("a SPARQL constraint must be a SELECT query")
    return list(result)


def _result(report: Graph, node: Node) -> ShapeResult:
    shape = report.value(node, SH.sourceShape)
    constraint = report.value(node, SH.sourceConstraint)
    speaker = constraint if isinstance(constraint, URIRef) else shape
    path = report.value(node, SH.resultPath)
    value = report.value(node, SH.value)
    return ShapeResult(
        focus=str(report.value(node, SH.focusNode)),
        severity=str(report.value(node, SH.resultSeverity)).rpartition("#")[2].lower(),
        shape=str(speaker),
        component=str(report.value(node, SH.sourceConstraintComponent)),
        path=str(path) if isinstance(path, URIRef) else "",
        value=value.n3() if isinstance(value, URIRef | Literal) else "",
        said=_said([o for o in report.objects(node, SH.resultMessage) if isinstance(o, Literal)]),
    )


def _said(messages: list[Literal]) -> tuple[str, str]:
    by_language = {m.language or "": str(m) for m in sorted(messages)}
    plain = next(iter(by_language.values()), "")
    return by_language.get("zh", plain), by_language.get("en", plain)


def _value(row: Any, name: str) -> str:
    try:
        found = row[name]
    except KeyError:
        return ""
    return "" if found is None else str(found.value)
