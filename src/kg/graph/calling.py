"""What a thing is called where not all reports write its name alike.

Each report's graph calls a thing as that report does. All graphs together (`kg.graph.together`) call it by one of these
names, since a thing has one preferred label a language (SKOS S14), and by the others besides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.graph import terms as t
from kg.graph.lines import node

Thing = ox.NamedNode | ox.BlankNode | ox.Triple
TOGETHER = ox.DefaultGraph()
PREFERRED, OTHER = node(t.PREF_LABEL), node(t.ALT_LABEL)


def best_name(names: Iterable[str]) -> str:
    """Of the ways to write the name of one thing the one that says most: the longest, by code points among these."""
    return min(names, key=lambda name: (-len(name), name))


@dataclass(frozen=True, slots=True)
class Naming:
    """What all graphs together call a thing; names are N-Triples tokens."""

    thing: Thing
    best: str
    others: tuple[str, ...]

    @property
    def lines(self) -> list[str]:
        """As N-Triples lines."""
        return [f"{self.thing} {PREFERRED} {self.best} .", *(f"{self.thing} {OTHER} {o} ." for o in self.others)]

    def adds_only(self, store: ox.Store) -> bool:
        """True where all graphs together hold no name of the thing that has to go."""
        held = {
            (q.predicate, str(q.object))
            for predicate in (PREFERRED, OTHER)
            for q in store.quads_for_pattern(self.thing, predicate, None, TOGETHER)
        }
        return held <= {(PREFERRED, self.best), *((OTHER, other) for other in self.others)}


def namings(store: ox.Store, old: Sequence[str], lines: Sequence[str]) -> list[Naming]:
    """The things that are to be named anew, in all graphs together, when the graphs ``old`` have given way to N-Quads
    ``lines``: those whose name is not written alike in all reports."""
    gone = {ox.NamedNode(graph) for graph in old} | {TOGETHER}
    named = "\n".join(line for line in lines if t.PREF_LABEL in line or t.ALT_LABEL in line)
    coming: dict[tuple[Thing, ox.NamedNode], set[str]] = {}
    for quad in ox.parse(named, format=ox.RdfFormat.N_QUADS):
        coming.setdefault((quad.subject, quad.predicate), set()).add(str(quad.object))
    leaving = {q.subject for graph in old for q in store.quads_for_pattern(None, PREFERRED, None, ox.NamedNode(graph))}
    update = []
    for thing in sorted({thing for thing, _ in coming} | leaving, key=str):
        new, besides = coming.get((thing, PREFERRED), set()), coming.get((thing, OTHER), set())
        if not old and _called_so(store, thing, new, besides):
            continue
        found = list(store.quads_for_pattern(thing, PREFERRED, None, None))
        preferred = {str(q.object) for q in found if q.graph_name not in gone} | new
        if preferred and len(preferred | {str(q.object) for q in found}) > 1:
            others = {
                str(q.object) for q in store.quads_for_pattern(thing, OTHER, None, None) if q.graph_name not in gone
            }
            best = best_name(preferred)
            update.append(Naming(thing, best, tuple(sorted((preferred | others | besides) - {best}))))
    return update


def _called_so(store: ox.Store, thing: Thing, preferred: set[str], others: set[str]) -> bool:
    """True where a further report changes nothing: it calls the thing as all graphs together do.

    Asked of these, which name a thing once; the graphs of a thousand reports name it a thousand times.
    """
    held = {str(q.object) for q in store.quads_for_pattern(thing, PREFERRED, None, TOGETHER)}
    return len(held) == 1 and preferred <= held and not others & held


def called(things: Iterable[Naming]) -> str:
    """SPARQL that names these things anew, to follow other SPARQL; empty where there are none."""
    return "".join(
        f" ;\nDELETE WHERE {{ {naming.thing} {PREFERRED} ?name }} ;\n"
        f"DELETE WHERE {{ {naming.thing} {OTHER} ?name }} ;\nINSERT DATA {{ {' '.join(naming.lines)} }}"
        for naming in things
    )
