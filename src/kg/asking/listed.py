"""The names of everything in a store, kept beside its graphs (`kg.graph.beside`): a question is read by them, and to
look them up takes as long as to answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.asking.matching import THINGS
from kg.graph.beside import NAMES, keep, kept

if TYPE_CHECKING:
    from kg.graph.store import Store

FORM = 1
"""Of what is kept. It counts up with every change of kinds or of which names they have."""

_NAMES = "SELECT DISTINCT ?x ?value WHERE { ?x a kg:%s ; skos:prefLabel ?value }"
_OTHERS = "SELECT DISTINCT ?x ?value WHERE { ?x a kg:%s ; skos:altLabel ?value }"
_REPORTS = "SELECT DISTINCT ?x ?value WHERE { ?x a kg:Report ; dcterms:title ?value }"
_NUMBERS = "SELECT DISTINCT ?x ?value WHERE { ?x a kg:Report ; dcterms:identifier ?value }"
_SECTIONS = "SELECT DISTINCT ?value (?value AS ?x) WHERE { ?s a kg:Section ; dcterms:title ?value }"
KINDS = {kind: (_NAMES % of, _OTHERS % of) for kind, of in THINGS.items()} | {
    "report": (_REPORTS, _NUMBERS),
    "section": (_SECTIONS, ""),
}
"""How everything of a kind is called, and how else. Measures' wordings are too many to be read."""

Ways = dict[str, list[str]]
"""Name → the other ways it is written, both in order."""


class Listed:
    """The names of a store by kind. Those of a whole store are looked up together and kept, those of a part of it each
    when they are first needed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read: dict[str, list[tuple[str, str]]] = {}
        self._kept: dict[str, Ways] | None = None

    def of(self, kind: str) -> list[tuple[str, str]]:
        """(name, a way it is written) of everything of this kind, in order."""
        if kind not in self._read:
            ways = self._ways(kind)
            self._read[kind] = [(name, way) for name, others in ways.items() for way in sorted((name, *others))]
        return self._read[kind]

    def _ways(self, kind: str) -> Ways:
        store = self._store
        if store.chosen:
            return _looked_up(store, kind)
        if self._kept is None:
            self._kept = _as_kept(kept(store.path, NAMES, FORM))
        if self._kept is None:
            self._kept = {one: _looked_up(store, one) for one in KINDS}
            if store.writable:
                keep(store.path, NAMES, FORM, self._kept)
        return self._kept[kind]


def _looked_up(store: Store, kind: str) -> Ways:
    names, others = (_pairs(store, query) if query else [] for query in KINDS[kind])
    name_of = dict(reversed(names))
    found: dict[str, set[str]] = {name: set() for name in sorted(name_of.values())}
    for thing, way in (*names, *others):
        if thing in name_of and way != name_of[thing]:
            found[name_of[thing]].add(way)
    return {name: sorted(ways) for name, ways in found.items()}


def _pairs(store: Store, query: str) -> list[tuple[str, str]]:
    return sorted((thing, value) for thing, value in store.tuples(query))


def _as_kept(told: Any) -> dict[str, Ways] | None:
    """The names that were written; None where none were, or they are broken."""
    try:
        return {kind: {name: [*map(str, others)] for name, others in told[kind].items()} for kind in KINDS}
    except (AttributeError, KeyError, TypeError):
        return None
