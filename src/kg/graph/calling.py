"""What a thing is called where not all reports write its name alike.

Each report's graph calls a thing as that report does. All graphs together (`kg.graph.together`) call it by one of these
names, since a thing has one preferred label a language (SKOS S14), and by the others besides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from kg.graph import terms as t

Thing = ox.NamedNode | ox.BlankNode | ox.Triple
PREFERRED, OTHER = (ox.NamedNode(term[1:-1]) for term in (t.PREF_LABEL, t.ALT_LABEL))


def best_name(names: Iterable[str]) -> str:
    """Of the ways to write the name of one thing the one that says most: the longest, by code points among these."""
    return min(names, key=lambda name: (-len(name), name))


def called(store: ox.Store, old: Sequence[str], lines: Sequence[str]) -> str:
    """SPARQL that names anew, in all graphs together, the things whose name is not written alike in all reports, when
    the graphs ``old`` have given way to N-Quads ``lines``; empty where there are none."""
    gone = {ox.NamedNode(graph) for graph in old} | {ox.DefaultGraph()}
    named = "\n".join(line for line in lines if t.PREF_LABEL in line or t.ALT_LABEL in line)
    coming: dict[tuple[Thing, ox.NamedNode], set[str]] = {}
    for quad in ox.parse(named, format=ox.RdfFormat.N_QUADS):
        coming.setdefault((quad.subject, quad.predicate), set()).add(str(quad.object))
    leaving = {q.subject for graph in old for q in store.quads_for_pattern(None, PREFERRED, None, ox.NamedNode(graph))}
    update = []
    for thing in sorted({thing for thing, _ in coming} | leaving, key=str):
        found = list(store.quads_for_pattern(thing, PREFERRED, None, None))
        preferred = {str(q.object) for q in found if q.graph_name not in gone} | coming.get((thing, PREFERRED), set())
        if preferred and len(preferred | {str(q.object) for q in found}) > 1:
            others = {
                str(q.object) for q in store.quads_for_pattern(thing, OTHER, None, None) if q.graph_name not in gone
            }
            update.append(_named(thing, preferred, others | coming.get((thing, OTHER), set())))
    return "".join(update)


def _named(thing: Thing, preferred: set[str], others: set[str]) -> str:
    best = best_name(preferred)
    said = "".join(f" {thing} {OTHER} {other} ." for other in sorted((preferred | others) - {best}))
    return (
        f" ;\nDELETE WHERE {{ {thing} {PREFERRED} ?name }} ;\nDELETE WHERE {{ {thing} {OTHER} ?name }} ;\n"
        f"INSERT DATA {{ {thing} {PREFERRED} {best} .{said} }}"
    )
