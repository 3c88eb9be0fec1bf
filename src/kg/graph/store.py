"""The store: one named graph a report, kept by Oxigraph in a folder, and all of them together (`kg.graph.together`).

`kg.graph.place` is that folder. A report's graph is replaced in one transaction, so that a build that is interrupted
leaves whole reports only.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeVar, cast

import pyoxigraph as ox

from kg.errors import UnreadableInput, UsageMistake
from kg.facts import Facts
from kg.graph import beside, held, terms
from kg.graph.binding import bind
from kg.graph.calling import TOGETHER, called, namings
from kg.graph.held import StoredReport
from kg.graph.lines import node, without_graph
from kg.graph.named import named
from kg.graph.names import inferred_graph
from kg.graph.place import APART, FORMAT, about_disk, check, make, renew, swept
from kg.graph.quads import ENGINE, graph_iri, quads
from kg.graph.runs import sorted_lines
from kg.graph.terms import ONTOLOGY_VERSION, PREFIXES, base
from kg.graph.together import added, dropped, whole

V = TypeVar("V")
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Result = ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean
Steps = Callable[[Sequence[str]], Iterable[str]]
"""Goes through what is to be done, and may show how far it is."""


class Store:
    """An open store. Use as a context manager: another program can open it only when it is closed."""

    def __init__(self, path: Path, inner: ox.Store, writable: bool = True, together: bool = True) -> None:
        self.path = path
        self.writable = writable
        self.together = together
        """False for a store of the layout before that can't be written: it is read graph by graph."""
        self._inner: ox.Store | None = inner
        self._once: dict[Hashable, Any] = {}
        self.chosen: tuple[ox.NamedNode, ...] = ()
        """The graphs of the reports that this is a `part` of; none where it is all of the store."""

    @classmethod
    def open(cls, path: Path, *, create: bool = False, steps: Steps = iter) -> Self:
        """Opens the store in this folder; ``create`` makes one where there is none.

        A store whose files can't be written is opened for reading. One of the layout before is brought to this one,
        a graph a step of ``steps``. Raises UnreadableInput where there is no store, where the folder is of something
        else, is damaged, or is in use by another program.
        """
        try:
            if create and (not path.exists() or (path.is_dir() and not any(path.iterdir()))):
                make(path)
            layout = check(path)
        except OSError as e:
            raise UnreadableInput("store-unwritable", path=path, reason=e) from e
        rdf = path / "rdf"
        writable = os.access(rdf, os.W_OK) and os.access(rdf / "LOCK", os.W_OK)
        try:
            store = cls(path, ox.Store(rdf) if writable else ox.Store.read_only(str(rdf)), writable, layout != APART)
        except (OSError, RuntimeError, ValueError) as e:
            reason = str(e)
            if "/LOCK" in reason and "lock" in reason.lower():
                raise UnreadableInput("store-locked", path=path) from e
            code = "store-unwritable" if about_disk(reason) else "store-damaged"
            raise UnreadableInput(code, path=path, reason=reason) from e
        if writable:
            swept(path)
            if layout == APART:
                store._bring_together(steps)
            if layout != FORMAT:
                renew(path)
        return store

    def part(self, *reports: StoredReport) -> Self:
        """This store as if it held those reports alone, for questions that are `DISTINCT`: a statement of two is met
        twice (`kg.graph.copies.gathered`: once)."""
        made = type(self)(self.path, self.inner, writable=False, together=self.together)
        made.chosen = tuple(ox.NamedNode(report.graph) for report in reports)
        return made

    @classmethod
    def in_memory(cls) -> Self:
        """A store that lives as long as the program."""
        return cls(Path(":memory:"), ox.Store())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the folder."""
        self._inner = None

    @property
    def _homes(self) -> tuple[ox.NamedNode | ox.DefaultGraph | None, ...]:
        """The graphs that are asked; None for every report's."""
        return self.chosen or (TOGETHER if self.together else None,)

    @property
    def inner(self) -> ox.Store:
        """Oxigraph's own store."""
        if self._inner is None:
            raise ValueError("the store is closed")
        return self._inner

    def put(self, facts: Facts) -> Literal["added", "replaced", "unchanged"]:
        """Stores a report in place of what the store had of it, in one transaction.

        Another graph of the same characters (made by an older reader that named the report otherwise) goes too,
        and what was inferred from the reports as they were.
        """
        graph, lines = graph_iri(facts), quads(facts)
        others = [iri for iri in self._graphs_of(facts.digest) if iri != graph]
        before = self.graph_lines(graph)
        if before == lines and not others:
            return "unchanged"
        self._replace((graph, *others, inferred_graph()), graph, lines)
        return "replaced" if before or others else "added"

    def put_graph(self, graph: str, lines: Sequence[str]) -> None:
        """Stores a graph of N-Quads lines in place of what it had, in one transaction."""
        self._replace((graph,), graph, lines)

    def graphs(self) -> tuple[str, ...]:
        """The IRIs of all graphs, in order."""
        return tuple(sorted(g.value for g in self.inner.named_graphs() if isinstance(g, ox.NamedNode)))

    def graph_lines(self, graph: str) -> list[str]:
        """A graph as sorted N-Quads lines."""
        return sorted(self._dump(graph).decode().split("\n")[:-1])

    def is_current(self, digest: str) -> bool:
        """True where the store has a report of these characters (`Facts.digest`) made by this reader and base."""
        for iri in self._graphs_of(digest):
            made = self.inner.quads_for_pattern(None, node(terms.ENGINE), ox.Literal(ENGINE), ox.NamedNode(iri))
            if iri.startswith(base()) and next(made, None) is not None:
                return True
        return False

    def has_inferences(self) -> bool:
        """True where what follows from the reports was put in and none of them changed since."""
        return next(self.inner.quads_for_pattern(None, None, None, ox.NamedNode(inferred_graph())), None) is not None

    def outdated(self) -> tuple[str, ...]:
        """Sources of the reports whose graph another version of the ontology made."""
        mine = f"+ontology.{ONTOLOGY_VERSION}"
        rows = self.select(
            "SELECT ?source ?engine WHERE { ?r a kg:Report ; dcterms:source ?source ; kg:engine ?engine }"
        )
        return tuple(sorted(row["source"] or "" for row in rows if not (row["engine"] or "").endswith(mine)))

    def text(self, report: StoredReport) -> str:
        """The characters of a report."""
        iri, graph = ox.NamedNode(report.iri), ox.NamedNode(report.graph)
        found = self.inner.quads_for_pattern(iri, node(terms.TEXT), None, graph)
        return next((q.object.value for q in found if isinstance(q.object, ox.Literal)), "")

    def reports(self) -> tuple[StoredReport, ...]:
        """All reports, in order of their IRIs: looked up once, until the store is written to."""
        part = {graph.value for graph in self.chosen}
        return self.once("reports", lambda: held.remembered(self.path, self.inner, self.writable, part))

    def once(self, what: Hashable, made: Callable[[], V]) -> V:
        """What was made of the store under this name: made once, until the store is written to."""
        if what not in self._once:
            self._once[what] = made()
        return cast("V", self._once[what])

    def remove(self, name: str) -> StoredReport:
        """Removes the report with this IRI, number, title or source.

        Raises NothingFound where there is none and UsageMistake where several fit, or a part of the name only.
        """
        found = named(self.reports(), name, whole=True)
        old = self._present((found.graph, inferred_graph()))
        beside.forget(self.path, old)
        self._update(dropped(old) + called(namings(self.inner, old, ())).removeprefix(" ;\n"))
        return found

    def query(self, sparql: str, bindings: Mapping[str, Term] | None = None) -> Result:
        """A SPARQL query over all graphs together; the usual prefixes need no declaration.

        ``bindings`` gives values to variables before the query runs. Raises UsageMistake for a broken query.
        """
        bound = bind(sparql, {name: str(value) for name, value in (bindings or {}).items()})
        try:
            if part := list[Any](self.chosen):
                return self.inner.query(bound, prefixes=PREFIXES, default_graph=part, named_graphs=part)
            return self.inner.query(bound, prefixes=PREFIXES, use_default_graph_as_union=not self.together)
        except (SyntaxError, ValueError, RuntimeError) as e:
            raise UsageMistake("query-broken", reason=e) from e
        except OSError as e:
            raise UnreadableInput("store-damaged", path=self.path, reason=e) from e

    def select(self, sparql: str, **bindings: Term | str) -> list[dict[str, str | None]]:
        """The rows of a SELECT query as plain text by variable name; None where a variable has no value.

        A binding that is text stands for an IRI where it begins with a scheme and ``://``, else for a string.
        """
        values = {k: _term(v) if isinstance(v, str) else v for k, v in bindings.items()}
        result = self._solutions(sparql, values)
        names = [v.value for v in result.variables]
        return [{name: _value(row[name]) for name in names} for row in result]

    def tuples(self, sparql: str) -> Iterator[tuple[str, ...]]:
        """The rows of a SELECT query in the order of its variables, '' where one has no value."""
        return (tuple("" if term is None else term.value for term in row) for row in self._solutions(sparql))

    def _solutions(self, sparql: str, bindings: Mapping[str, Term] | None = None) -> ox.QuerySolutions:
        result = self.query(sparql, bindings)
        if not isinstance(result, ox.QuerySolutions):
            raise UsageMistake("query-broken", reason="SELECT")
        return result

    def lines(self) -> Iterator[str]:
        """Everything as sorted N-Quads lines without line ends."""
        return (line[:-1].decode() for line in sorted_lines(self.dumps()))

    def dumps(self) -> Iterator[bytes]:
        """Every graph as N-Quads with line ends, its lines in no fixed order."""
        for graph in self.graphs():
            yield self._dump(graph)

    def quads(self) -> Iterator[ox.Quad]:
        """Every statement of every graph, in no fixed order."""
        return (quad for quad in self.inner if quad.graph_name != TOGETHER)

    def matching(self, predicate: str, value: str | None = None) -> Iterator[ox.Quad]:
        """The statements with this predicate and value (N-Triples tokens of IRIs), each once, in no fixed order."""
        seen: set[ox.Triple] = set()
        for home in self._homes:
            for quad in self.inner.quads_for_pattern(None, node(predicate), node(value) if value else None, home):
                if quad.triple not in seen:
                    seen.add(quad.triple)
                    yield quad

    def is_a(self, iri: str, kind: str) -> bool:
        """Whether this is of the class (N-Triples token)."""
        pattern = (ox.NamedNode(iri), node(terms.TYPE), node(kind))
        return any(next(self.inner.quads_for_pattern(*pattern, home), None) for home in self._homes)

    def _dump(self, graph: str) -> bytes:
        found = self.inner.quads_for_pattern(None, None, None, ox.NamedNode(graph))
        return ox.serialize(found, format=ox.RdfFormat.N_QUADS) or b""

    def _graphs_of(self, digest: str) -> list[str]:
        found = self.inner.quads_for_pattern(None, node(terms.DIGEST), ox.Literal(digest))
        return sorted(q.graph_name.value for q in found if isinstance(q.graph_name, ox.NamedNode))

    def _present(self, graphs: Iterable[str]) -> list[str]:
        return [iri for iri in graphs if self.inner.contains_named_graph(ox.NamedNode(iri))]

    def _replace(self, old: Sequence[str], graph: str, lines: Sequence[str]) -> None:
        """Puts a graph in place of the old ones, in one transaction.

        Where nothing has to go, the statements are loaded as sorted files, which Oxigraph takes over in one step: a
        third of the work of writing them one by one, and they stand on disk once, not in its log as well.
        """
        present = self._present(old)
        beside.forget(self.path, old)
        things = namings(self.inner, present, lines)
        if not present and all(naming.adds_only(self.inner) for naming in things):
            text = "\n".join(whole(lines, things)).encode()
            self._write(lambda inner: inner.bulk_load(text, ox.RdfFormat.N_QUADS))
            return
        body = "\n".join(map(without_graph, lines))
        inserted = f"INSERT DATA {{ GRAPH <{graph}> {{\n{body}\n}} }} ;\n{added(graph)}"
        self._update(dropped(present) + inserted + called(things))

    def _bring_together(self, steps: Steps) -> None:
        """From the layout before; what an interrupted run did is done again, which changes nothing."""
        try:
            self.inner.bulk_extend(
                ox.Quad(quad.subject, quad.predicate, quad.object)
                for graph in steps(self.graphs())
                for quad in self.inner.quads_for_pattern(None, None, None, ox.NamedNode(graph))
            )
        except (OSError, RuntimeError) as e:
            raise UnreadableInput("store-unwritable", path=self.path, reason=e) from e
        self.together = True

    def _update(self, sparql: str) -> None:
        self._write(lambda inner: inner.update(sparql))

    def _write(self, change: Callable[[ox.Store], None]) -> None:
        if not self.writable:
            raise UnreadableInput(
                "store-unwritable", path=self.path, reason=OSError(errno.EROFS, os.strerror(errno.EROFS))
            )
        self._once.clear()
        try:
            change(self.inner)
        except (OSError, RuntimeError) as e:
            raise UnreadableInput("store-unwritable", path=self.path, reason=e) from e


def _term(text: str) -> Term:
    scheme, mark, _ = text.partition("://")
    return ox.NamedNode(text) if mark and scheme.isalpha() else ox.Literal(text)


def _value(term: Term | None) -> str | None:
    return None if term is None else str(term) if isinstance(term, ox.Triple) else term.value
