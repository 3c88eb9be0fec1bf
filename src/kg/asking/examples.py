"""Questions that could be asked of a store: examples of the phrasings nearest to a text, with the store's own names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from kg.asking.filling import Names, named_in
from kg.asking.matching import called, loose
from kg.asking.phrasings import Phrasing, in_example, nearest
from kg.asking.questions import has_answer
from kg.asking.regions import ways as ways_of_region
from kg.graph import terms as t
from kg.words import either

if TYPE_CHECKING:
    from kg.graph.held import StoredReport
    from kg.graph.store import Store

COUNT = 3
LOOKED_INTO = 5
"""Reports whose names and answers are looked at, the newest: all of a large store would take longer than an answer."""
TRIED = 6
"""Names of a kind that are tried before a question is taken for one that the store can't answer."""
_LONG = 16
"""Characters; a longer name makes an example hard to read."""

_THING = "?x a kg:{} . ?m ?property ?x ; a kg:Measure"
_NAME, _TITLE = "skos:prefLabel", "dcterms:title"
_NAMED = {
    "body": ("?m kg:leadBody ?x", _NAME),
    "site": (_THING.format("Site"), _NAME),
    "system": (_THING.format("System"), _NAME),
    "programme": (_THING.format("Programme"), _NAME),
    "document": (_THING.format("PolicyDocument"), _NAME),
    "event": ("?x a kg:Event . ?m kg:mentions ?x", _NAME),
    "place": ("?x a kg:Place . ?m kg:mentions ?x", _NAME),
    "report": ("?m kg:reportedIn ?x", _TITLE),
}
"""Where the things of a kind stand beside what they are counted by, and what names them."""
_VALUES = {
    "unit": "?m kg:unit ?name",
    "day": "?m kg:asOf ?name",
    "due": "?o kg:asOf ?name . ?m kg:hasOutcome ?o ; kg:status kg:status-planned",
    "issued": "?m dcterms:issued ?name",
}
"""The same for what is no thing."""
# Things are counted before they are named: a name is looked up once, not for each measure.
_COMMON = """
SELECT ?name (SUM(?k) AS ?n) WHERE {
  { SELECT ?x (COUNT(?m) AS ?k) WHERE { %s } GROUP BY ?x }
  ?x %s ?name
} GROUP BY ?name ORDER BY DESC(?n) ?name LIMIT 200"""
_COMMON_VALUES = "SELECT ?name (COUNT(?m) AS ?n) WHERE { %s } GROUP BY ?name ORDER BY DESC(?n) ?name LIMIT 200"


_FILLED = {"name", "year", "day", "until", "unit"}
"""Gaps that what the store has fills."""
_YEAR = re.compile("(?:19|20)[0-9]{2}(?=年|$|[^0-9])")
_NAMING = "SELECT DISTINCT ?report WHERE { ?m ?property ?x ; kg:reportedIn ?report }"
"""The reports with measures that a thing has to do with."""


def examples(store: Store, text: str, names_of: Names | None = None) -> tuple[str, ...]:
    """The questions nearest to the text, each of another kind, for which the store has an answer: first those about
    what the text names, then others.

    Names that the text has not are those that the most measures of the newest report have to do with. Only names fill a
    gap: a heading, a measure's wording or what is counted reads ill in a question that it was not written for.
    """
    stored = sorted(store.reports(), key=lambda r: (r.date or date.min, r.iri), reverse=True)
    parts = [store.part(report) for report in stored[:LOOKED_INTO]]
    known = names_of or Names(store)
    names = named_in(known, text)
    near = nearest(text, _said(known, names, text))
    others = (next((e for part in parts for e in _filled(part, phrasing)), "") for phrasing in near)
    found: dict[str, None] = {}
    for example in chain(_about(store, stored, text, names, near), others):
        found |= {example: None} if example else {}
        if len(found) == COUNT:
            break
    return tuple(found)


def _said(known: Names, names: dict[str, str], text: str) -> list[str]:
    """The names of the text in every way that they are written."""
    ways = [way for kind, name in names.items() for of, way in known.of(kind) if of == name]
    return [*ways, *(short for name in names.values() for short in ways_of_region(name)), *_YEAR.findall(text)]


def _about(
    store: Store, stored: Sequence[StoredReport], text: str, names: dict[str, str], near: Sequence[Phrasing]
) -> Iterator[str]:
    """The nearest questions about what the text names, where the newest reports that name it have an answer."""
    found = [called(store, (t.PREF_LABEL, t.TITLE), loose(name)) for name in set(names.values())]
    things = {thing for one in found for thing, exact in one.items() if exact}
    naming = {row["report"] for thing in things for row in store.select(_NAMING, x=thing)}
    parts = [store.part(report) for report in [r for r in stored if r.iri in naming][:LOOKED_INTO]]
    years = _YEAR.findall(text)
    for phrasing in near if names else ():
        gaps = {value: parameter for parameter, value in phrasing.parameters if value.startswith("{")}
        if gaps.get("{name}") not in names or not set(gaps) <= {"{name}", *(("{year}",) if years else ())}:
            continue
        fillings = {"{name}": names[gaps["{name}"]], "{year}": next(iter(years), "")}
        values = {p: fillings.get(value, value) for p, value in phrasing.parameters}
        if any(has_answer(part, phrasing.question, values) for part in parts):
            yield _with(phrasing, fillings)


def _with(phrasing: Phrasing, fillings: Mapping[str, str]) -> str:
    """The phrasing's example with these in its gaps."""
    meant = {said: fillings[f"{{{gap}}}"] for gap, said in in_example(phrasing).items() if f"{{{gap}}}" in fillings}
    return re.sub(either(meant), lambda m: meant[m[0]], phrasing.example) if meant else phrasing.example


def common(store: Store, kind: str) -> list[str]:
    """The names of a kind, those of the most measures first; long ones last."""
    if kind in ("since", "until"):
        days = sorted(common(store, "day"))
        return days[:1] if kind == "since" else days[-1:]
    if kind == "year":
        return list(dict.fromkeys(day[:4] for day in (*common(store, "due"), *common(store, "issued"))))
    query = _COMMON % _NAMED[kind] if kind in _NAMED else _COMMON_VALUES % _VALUES[kind]
    names = [row["name"] or "" for row in store.select(query)]
    return sorted((name for name in names if name), key=lambda name: len(name) > _LONG)


def _filled(store: Store, phrasing: Phrasing) -> Iterator[str]:
    """The phrasing's example with names of the store in its gaps, where that question has an answer."""
    gaps = {value.strip("{}"): parameter for parameter, value in phrasing.parameters if value.startswith("{")}
    gaps.pop("number", None)
    if not (set(gaps) <= _FILLED and (gaps.get("name", "body") in _NAMED)):
        return
    given = {parameter: value for parameter, value in phrasing.parameters if not value.startswith("{")}
    if not gaps:
        if has_answer(store, phrasing.question, given):
            yield phrasing.example
        return
    for names in zip(*(common(store, kind)[:TRIED] for kind in gaps.values()), strict=False):
        if has_answer(store, phrasing.question, given | dict(zip(gaps.values(), names, strict=True))):
            yield _with(phrasing, {f"{{{gap}}}": name for gap, name in zip(gaps, names, strict=True)})
