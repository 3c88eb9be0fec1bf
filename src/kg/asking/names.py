"""The names of a store's things: with aliases and counts, those that stay open, and which might be the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from kg.graph.binding import joined
from kg.graph.decided import decisions_of
from kg.register.document import abbreviates, edges

if TYPE_CHECKING:
    from kg.graph.store import Store

KIND_OF = {"Body": "organisation", "Site": "site", "System": "system", "Programme": "programme"}
"""Classes whose names are resolved, and the entity type that decisions call them by."""


@dataclass(frozen=True, slots=True)
class NamedThing:
    """A thing with every way it is written."""

    kind: str
    name: str
    division: str
    """Six-digit code, '' where unknown."""
    aliases: tuple[str, ...]
    mentions: int
    reports: int
    bases: tuple[str, ...]
    """How its name was found: register, document, rule, none."""
    registered: bool


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two names that might be of one thing: the shorter or rarer first, the one to keep second."""

    kind: str
    division: str
    name: str
    keep: str
    reason: str
    """``written`` (alike but for quotes and spaces), ``alias`` (one is a wording of the other), ``abbreviation``,
    ``quoted`` (what stands in quotes is the same: “满天星”行动计划 and “满天星”行动)."""


QUOTED = re.compile("“([^”]{2,})”")

_NAMES = f"""
SELECT ?x ?class ?name ?code ?registered (COUNT(DISTINCT ?m) AS ?mentions) (COUNT(DISTINCT ?r) AS ?reports)
  (GROUP_CONCAT(DISTINCT STRAFTER(STR(?how), "name-basis-"); separator=" ") AS ?bases) WHERE {{
  VALUES ?class {{ kg:Body kg:Site kg:System kg:Programme }}
  ?x a ?class . {joined("?x skos:prefLabel ?name")}
  OPTIONAL {{ {joined("?m kg:mentions ?x", "?m dcterms:isPartOf ?r", "?m kg:nameBasis ?how")} }}
  OPTIONAL {{ {joined("?x dcterms:spatial ?place", "?place skos:notation ?code")} }}
  OPTIONAL {{ {joined("?x kg:registered ?registered")} }}
}} GROUP BY ?x ?class ?name ?code ?registered ORDER BY ?class ?name ?code ?x"""

_ALIASES = """
SELECT DISTINCT ?x ?alias WHERE {
  VALUES ?class { kg:Body kg:Site kg:System kg:Programme } ?x a ?class ; skos:altLabel ?alias } ORDER BY ?x ?alias"""


def names(store: Store) -> tuple[NamedThing, ...]:
    """Every body, site, system and programme, by kind and name."""
    aliases: dict[str, list[str]] = {}
    for row in store.select(_ALIASES):
        aliases.setdefault(row["x"] or "", []).append(row["alias"] or "")
    found = []
    for row in store.select(_NAMES):
        found.append(
            NamedThing(
                kind=KIND_OF[(row["class"] or "").rpartition("#")[2]],
                name=row["name"] or "",
                division=row["code"] or "",
                aliases=tuple(aliases.get(row["x"] or "", ())),
                mentions=int(row["mentions"] or 0),
                reports=int(row["reports"] or 0),
                bases=tuple(sorted((row["bases"] or "").split())),
                registered=row["registered"] == "true",
            )
        )
    return tuple(found)


def unresolved(store: Store) -> tuple[NamedThing, ...]:
    """The bodies for whose name nothing fuller could be found, and which the register does not have."""
    return tuple(n for n in names(store) if n.kind == "organisation" and "none" in n.bases and not n.registered)


def suggestions(store: Store) -> tuple[Suggestion, ...]:
    """Pairs of one kind and division that might be one: never two standard bodies of the register, nor what was decided
    to be two."""
    apart = {frozenset((d.name, d.other)) for d in decisions_of(store) if not d.same}
    groups: dict[tuple[str, str], list[NamedThing]] = {}
    for thing in names(store):
        groups.setdefault((thing.kind, thing.division), []).append(thing)
    found = (s for group in groups.values() for pair in _pairs(group) for s in _alike(*pair))
    found = (s for s in found if frozenset((s.name, s.keep)) not in apart)
    return tuple(sorted(found, key=lambda s: (s.kind, s.division, s.keep, s.name)))


def _pairs(group: Sequence[NamedThing]) -> Iterator[tuple[NamedThing, NamedThing]]:
    """The pairs that can be alike at all, each once: those that share something of what `_alike` looks at."""
    sharing: dict[tuple[str, str], dict[int, None]] = {}
    for number, thing in enumerate(group):
        core = QUOTED.match(thing.name)
        marks = [("written", _plain(thing.name)), ("quoted", core[1] if core else "")]
        marks += [("edges", edge) for edge in edges(thing.name)]
        marks += [("called", name) for name in (thing.name, *thing.aliases)]
        for mark in marks:
            if mark[1]:
                sharing.setdefault(mark, {})[number] = None
    pairs = {pair for numbers in sharing.values() for pair in combinations(numbers, 2)}
    return ((group[one], group[other]) for one, other in sorted(pairs))


def _alike(one: NamedThing, other: NamedThing) -> Iterator[Suggestion]:
    if one.name == other.name or (one.registered and other.registered):
        return
    short, full = sorted((one, other), key=lambda n: (n.registered, len(n.name), n.mentions, n.name))
    reason = ""
    if _plain(one.name) == _plain(other.name):
        reason = "written"
    elif short.name in full.aliases or full.name in short.aliases:
        reason = "alias"
    elif abbreviates(short.name, full.name):
        reason = "abbreviation"
    elif (core := QUOTED.match(short.name)) and (other_core := QUOTED.match(full.name)) and core[1] == other_core[1]:
        reason = "quoted"
    if reason:
        yield Suggestion(one.kind, one.division, short.name, full.name, reason)


def _plain(name: str) -> str:
    return name.translate(str.maketrans("（）", "()", '“”‘’"《》 \u3000')).lower()
