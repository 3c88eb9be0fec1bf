"""The store as the asking commands open it: who made it with another ontology is told how to make it anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.screen import Screen

if TYPE_CHECKING:
    from kg.graph.held import StoredReport
    from kg.graph.store import Store

SHOWN = 3


@contextmanager
def open_store(path: Path, screen: Screen) -> Iterator[Store]:
    """The store of this folder, open. Tells on stderr where some of its reports are of another ontology."""
    from kg.graph.store import Store

    with Store.open(path, steps=partial(screen.steps, code="gathering")) as store:
        if outdated := store.outdated():
            screen.tell("store-outdated", count=len(outdated), sources=_first(outdated), store=path)
        yield store


def asked_of(store: Store, report: str | None, issuer: str | None, screen: Screen) -> Store:
    """The store, or as much of it as ``--report`` and ``--issuer`` choose. Raises and tells as `chosen_of`."""
    if report is None and issuer is None:
        return store
    return store.part(*chosen_of(store, report, issuer, screen))


def chosen_of(store: Store, report: str | None, issuer: str | None, screen: Screen) -> tuple[StoredReport, ...]:
    """The reports that ``--report`` and ``--issuer`` choose. Tells on stderr how many of an issuer's do not name it.

    Raises as `kg.graph.named.those`.
    """
    from kg.graph.named import those

    found = those(store.reports(), report, issuer)
    unsigned = [one.source for one in found if one.issuer is None]
    if issuer is not None and unsigned:
        screen.tell("issuer-assumed", count=len(unsigned), sources=_first(unsigned))
    return found


def _first(sources: Sequence[str]) -> str:
    return ", ".join(sources[:SHOWN]) + (" …" if len(sources) > SHOWN else "")
