"""Copies of a store: for several processes, each of which reads one that nothing is written to, and of a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from kg.graph.place import COPY
from kg.graph.store import Store


@contextmanager
def copied(store: Store) -> Iterator[Path]:
    """A folder with an open store as it is now, as long as it lasts.

    It is made of links to the store's files, which takes no time and no room. The store itself must not be read by
    others: Oxigraph merges its files while it is open.
    """
    with TemporaryDirectory(prefix=COPY, dir=store.path) as folder:
        copy = Path(folder) / "rdf"
        store.inner.backup(str(copy))
        yield copy


def gathered(part: Store) -> Store:
    """The chosen reports of a store by themselves, in memory, with each statement once in their default graph."""
    made = Store.in_memory()
    for graph in part.chosen:
        for quad in part.inner.quads_for_pattern(None, None, None, graph):
            made.inner.extend((quad, ox.Quad(quad.subject, quad.predicate, quad.object)))
    return made


@cache
def opened(copy: Path, together: bool) -> Store:
    """The `copied` store, ``together`` as it is, opened once by each process."""
    return Store(copy, ox.Store.read_only(str(copy)), writable=False, together=together)
