"""The decisions about names that a store keeps."""

from __future__ import annotations

from collections.abc import Iterable

from kg.files import write_atomically
from kg.graph.store import Store
from kg.register.decisions import Decision, read_decisions

FILE = "decisions.tsv"
"""In the store's folder."""


def decisions_of(store: Store) -> tuple[Decision, ...]:
    """What was decided; nothing for a store in memory. Raises UnreadableInput where the file was broken by hand."""
    path = store.path / FILE
    return read_decisions(path) if path.is_file() else ()


def keep_decisions(store: Store, decisions: Iterable[Decision]) -> None:
    """Keeps these in place of those before."""
    write_atomically(store.path / FILE, "".join(f"{d.line()}\n" for d in decisions).encode())
