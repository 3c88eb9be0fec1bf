"""Which measures a text points at: by their own words or by the names of what they are linked to,
or by the heading they stand under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import partial
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from kg.asking.texts import texts_of
from kg.errors import NothingFound, near_names
from kg.graph import terms as t

if TYPE_CHECKING:
    from kg.graph.store import Store

_LINKS = ("leadBody", "partnerBody", "deliveredAt", "uses", "establishes", "issues", "basedOn")

_NAMES = """
SELECT DISTINCT ?x ?name WHERE {
  VALUES ?kind { kg:Body kg:BodyGroup kg:Site kg:System kg:Programme kg:PolicyDocument }
  ?x a ?kind ; skos:prefLabel ?name } ORDER BY ?name ?x"""
"""Of all things: to ask for those alone that a measure is linked to takes an engine thirty times as long."""
_OF_REPORT = {t.TITLE: attrgetter("title"), t.SOURCE: attrgetter("source"), t.IDENTIFIER: attrgetter("number")}
"""What names a report."""
MOST_APART = 50
"""Reports that are looked into one by one: of more it takes less time to look through the whole store."""
_NEAR, _NEAREST = 5, 50
"""Names that are told, of so many that are like the text."""

_KINDS = """
SELECT DISTINCT ?x ?kind ?name WHERE { VALUES ?x { %s }
  VALUES ?kind { kg:Body kg:BodyGroup kg:Site kg:System kg:Programme kg:PolicyDocument }
  ?x a ?kind ; skos:prefLabel ?name } ORDER BY ?name ?x ?kind"""

_DROPPED = re.compile(r'[“”‘’"《》\s]')
_BY_NAME = r"""
SELECT ?thing ?name WHERE { ?thing %s ?name
  FILTER(%sCONTAINS(LCASE(REPLACE(STR(?name), "[“”‘’\"《》\\s]", "")), ?wanted)) }"""
"""Looked through by the engine: to take every name out of it costs four times as much. Before that come conditions
that are cheap to see and that few names meet; of which class the few are is looked up after it, since a join costs more
than all names."""
_BY_WORDS = _BY_NAME.replace("CONTAINS(", "REGEX(").replace("?wanted", "%s")
"""With the pattern in its text: an engine makes a pattern that is a variable anew for every name."""


def matching(store: Store, text: str) -> tuple[str, ...]:
    """IRIs of the measures that ``text`` points at; quotes, 《》 and spaces don't matter.

    Raises NothingFound with the nearest names where there is none.
    """
    wanted = loose(text)
    found = _found(store, wanted) if wanted else {}
    if not found:
        raise NothingFound("trace-nothing", text=text, near=near_names(_nearest(store, text)))
    exact = [measure for measure, is_exact in found.items() if is_exact]
    return tuple(sorted(exact or found))


def meant(store: Store, text: str, measures: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Class and name of each thing that ``text`` names among those these measures are linked to.

    Those of exactly this name where there are any, else those whose names hold it.
    """
    among = set(measures)
    fits = {
        thing: exact
        for thing, exact in called(store, (t.PREF_LABEL, t.ALT_LABEL), loose(text)).items()
        if any(measure in among for measure in _linked(store, thing))
    }
    chosen = [thing for thing, exact in fits.items() if exact] or list(fits)
    rows = store.select(_KINDS % " ".join(f"<{thing}>" for thing in sorted(chosen)))
    found: dict[str, tuple[str, str]] = {}
    for row in rows:
        found.setdefault(row["x"] or "", ((row["kind"] or "").rpartition("#")[2], row["name"] or ""))
    return tuple(found.values())


def _nearest(store: Store, text: str) -> list[str]:
    """The names most like the text, of things that a measure is linked to."""
    things: dict[str, list[str]] = {}
    for row in store.select(_NAMES):
        things.setdefault(row["name"] or "", []).append(row["x"] or "")
    like = get_close_matches(text, things, n=_NEAREST, cutoff=0.2)
    linked = (name for name in like if any(next(_linked(store, thing), None) for thing in things[name]))
    return list(islice(linked, _NEAR))


def _linked(store: Store, thing: str) -> Iterator[str]:
    """The measures that are linked to a thing."""
    for link in _LINKS:
        for quad in store.matching(t.term(f"kg:{link}"), f"<{thing}>"):
            yield quad.subject.value  # type: ignore[union-attr]


def _found(store: Store, wanted: str) -> dict[str, bool]:
    """The measures that the words point at → whether a name is these very words.

    Every name of the store is looked at once, and only what has one that fits is followed to its measures.
    """
    found: dict[str, bool] = {}

    def follow(predicates: tuple[str, ...], links: tuple[str, ...]) -> None:
        for thing, exact in called(store, predicates, wanted).items():
            for link in links:
                for quad in store.matching(link, f"<{thing}>"):
                    point(quad.subject.value, exact)  # type: ignore[union-attr]

    def point(measure: str, exact: bool) -> None:
        if store.is_a(measure, t.MEASURE):
            found[measure] = found.get(measure, False) or exact

    for measure, exact in called(store, (t.LABEL,), wanted, t.MEASURE).items():
        point(measure, exact)
    follow((t.PREF_LABEL, t.ALT_LABEL), tuple(t.term(f"kg:{link}") for link in _LINKS))
    follow((t.TITLE,), (t.IN_SECTION,))
    return found


THINGS = {
    "body": "Body",
    "site": "Site",
    "system": "System",
    "programme": "Programme",
    "document": "PolicyDocument",
    "event": "Event",
    "place": "Place",
}
"""Kinds of things with names → their classes in the ontology."""


def called(store: Store, predicates: tuple[str, ...], wanted: str, kind: str | None = None) -> dict[str, bool]:
    """What (of the class ``kind``) has a name with these words in it → whether one is these very words."""
    return store.once(("called", predicates, wanted, kind), partial(_called, store, predicates, wanted, kind))


def _called(store: Store, predicates: tuple[str, ...], wanted: str, kind: str | None) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for predicate in predicates:
        for thing, name in _named(store, predicate, wanted, kind):
            found[thing] = found.get(thing, False) or loose(name) == wanted
    return {thing: exact for thing, exact in found.items() if kind is None or store.is_a(thing, kind)}


def labels_with(store: Store, wanted: str) -> tuple[str, ...]:
    """The wordings of measures with these words in them, in order."""
    found = _named(store, t.LABEL, loose(wanted), t.MEASURE)
    return tuple(sorted({name for thing, name in found if store.is_a(thing, t.MEASURE)}))


def _named(store: Store, predicate: str, wanted: str, kind: str | None) -> list[tuple[str, str]]:
    """Things, of the class ``kind`` at least, with names that these words stand in."""
    import pyoxigraph as ox

    if kind == t.REPORT:
        told = ((report.iri, _OF_REPORT[predicate](report) or "") for report in store.reports())
        return [(iri, name) for iri, name in told if wanted in loose(name)]
    among = _among(store, predicate, [wanted], kind)
    rows = among.select(_BY_NAME % (predicate, _holding(wanted)), wanted=ox.Literal(wanted)) if among else ()
    return [(row["thing"] or "", row["name"] or "") for row in rows]


def worded(store: Store, predicates: tuple[str, ...], text: str, kind: str | None = None) -> set[str]:
    """What (of the class ``kind``) has a name with the words of the text in their order, whatever stands between."""
    return store.once(("worded", predicates, text, kind), partial(_worded, store, predicates, text, kind))


def _worded(store: Store, predicates: tuple[str, ...], text: str, kind: str | None) -> set[str]:
    import pyoxigraph as ox

    words = [loose(word) for word in text.split()]
    wanted = str(ox.Literal(".*".join(map(re.escape, words))))
    found: set[str] = set()
    for predicate in predicates:
        if among := _among(store, predicate, words, kind):
            rows = among.select(_BY_WORDS % (predicate, _holding(loose(text)), wanted))
            found |= {row["thing"] or "" for row in rows}
    return {thing for thing in found if kind is None or store.is_a(thing, kind)}


def _among(store: Store, predicate: str, words: Sequence[str], kind: str | None) -> Store | None:
    """Where something may have a name with these words: measures' wordings stand in the texts of their reports, so that
    few reports that have them are looked into alone; None where none has."""
    if (predicate, kind) != (t.LABEL, t.MEASURE):
        return store
    reports = texts_of(store).telling(words)
    return (store.part(*reports) if len(reports) <= MOST_APART else store) if reports else None


def _holding(wanted: str) -> str:
    """The condition that a name holds each character of ``wanted`` that is written in one way only."""
    once = (c for c in dict.fromkeys(wanted) if c.isalnum() and c.upper() == c.lower())
    return "".join(f'CONTAINS(STR(?name), "{c}") && ' for c in once)


def loose(text: str) -> str:
    """As the named questions compare parts of names."""
    return _DROPPED.sub("", text).lower()
