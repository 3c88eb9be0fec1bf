"""The store as the asking commands open it: who made it with another ontology is told how to make it anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.screen import Screen

if TYPE_CHECKING:
    from kg.graph.store import Store

SHOWN = 3


@contextmanager
def open_store(path: Path, screen: Screen) -> Iterator[Store]:
    """The store of this folder, open. Tells on stderr where some of its reports are of another ontology."""
    from kg.graph.store import Store

    with Store.open(path, steps=partial(screen.steps, code="gathering")) as store:
        if outdated := store.outdated():
            sources = ", ".join(outdated[:SHOWN]) + (" …" if len(outdated) > SHOWN else "")
            screen.tell("store-outdated", count=len(outdated), sources=sources, store=path)
        yield store
