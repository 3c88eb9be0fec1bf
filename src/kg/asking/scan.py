"""Reading a store a predicate at a time, where a whole report or all of them are wanted."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from kg.graph import terms as t

if TYPE_CHECKING:
    from kg.graph.store import Store


class Scan:
    """The graph of one report (its IRI), or all. For whole reports this is faster than queries that join."""

    def __init__(self, store: Store, graph: str | None) -> None:
        self._store, self._graph = store, graph

    def pairs(self, predicate: str) -> Iterator[tuple[str, str]]:
        """Subject and value of every statement, in no fixed order."""
        for quad in self._store.matching(predicate, graph=self._graph):
            yield quad.subject.value, quad.object.value  # type: ignore[union-attr]

    def one(self, predicate: str, of: Container[str] | None = None) -> dict[str, str]:
        """The value of each subject; where it has several, the same one every time."""
        found: dict[str, str] = {}
        for subject, value in self.pairs(predicate):
            if (of is None or subject in of) and value <= found.get(subject, value):
                found[subject] = value
        return found

    @cached_property
    def places(self) -> dict[str, tuple[str, int, int]]:
        """Evidence, start and end of whatever has them."""
        starts, ends = self.one(t.START), self.one(t.END)
        return {part: (e, int(starts[e]), int(ends[e])) for part, e in self.one(t.HAS_EVIDENCE).items()}

    def members(self, kind: str) -> Iterator[str]:
        """The things of a class, in no fixed order."""
        for quad in self._store.matching(t.TYPE, kind, self._graph):
            yield quad.subject.value  # type: ignore[union-attr]
