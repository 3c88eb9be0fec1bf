"""Questions that could be asked of a store: examples of the phrasings nearest to a text, with the store's own names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from kg.asking.filling import Names, named_in
from kg.asking.matching import called, loose
from kg.asking.phrasings import Phrasing, as_written, nearest, readings
from kg.asking.questions import has_answer
from kg.graph import terms as t

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
    "section": ("?m kg:inSection ?x", _TITLE),
}
"""Where the things of a kind stand beside what they are counted by, and what names them."""
_VALUES = {
    "text": "?m kg:hasOutcome ?o ; rdfs:label ?name",
    "words": "?m kg:counted ?name",
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


_NAMING = "SELECT DISTINCT ?report WHERE { ?m ?property ?x ; kg:reportedIn ?report }"
"""The reports with measures that a thing has to do with."""


def examples(store: Store, text: str) -> tuple[str, ...]:
    """The questions nearest to the text, each of another kind, with names for which the store has an answer.

    Names of those that the most measures of the newest report have to do with come first, by order where there are as
    many.
    """
    stored = sorted(store.reports(), key=lambda r: (r.date or date.min, r.iri), reverse=True)
    parts = [store.part(report) for report in stored[:LOOKED_INTO]]
    others = (next((e for part in parts for e in _filled(part, phrasing)), "") for phrasing in nearest(text))
    found: dict[str, None] = {}
    for example in chain(_about(store, stored, text), others):
        found |= {example: None} if example else {}
        if len(found) == COUNT:
            break
    return tuple(found)


def _about(store: Store, stored: Sequence[StoredReport], text: str) -> Iterator[str]:
    """The nearest questions about what the text names, where the newest reports that name it have an answer."""
    names = named_in(Names(store), text)
    found = [called(store, (t.PREF_LABEL, t.TITLE), loose(name)) for name in set(names.values())]
    things = {thing for one in found for thing, exact in one.items() if exact}
    naming = {row["report"] for thing in things for row in store.select(_NAMING, x=thing)}
    parts = [store.part(report) for report in [r for r in stored if r.iri in naming][:LOOKED_INTO]]

    def example(phrasing: Phrasing) -> str:
        gaps = [(value, parameter) for parameter, value in phrasing.parameters if value.startswith("{")]
        if len(gaps) != 1 or gaps[0][0] != "{name}" or gaps[0][1] not in names:
            return ""
        return phrasing.example.replace(_in_example(phrasing, "name"), names[gaps[0][1]])

    for phrasing in nearest(text, example) if names else ():
        values = {p: names[p] if value == "{name}" else value for p, value in phrasing.parameters}
        if any(has_answer(part, phrasing.question, values) for part in parts):
            yield example(phrasing)


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
    if "act" in gaps:
        return  # a verb and what it is done to would have to be found together
    gaps.pop("number", None)
    given = {parameter: value for parameter, value in phrasing.parameters if not value.startswith("{")}
    if not gaps:
        if not given or has_answer(store, phrasing.question, given):
            yield phrasing.example
        return
    known = [common(store, "words" if gap == "words" else kind)[:TRIED] for gap, kind in gaps.items()]
    for names in zip(*known, strict=False):
        example = phrasing.example
        for gap, name in zip(gaps, names, strict=True):
            example = example.replace(_in_example(phrasing, gap), name)
        if has_answer(store, phrasing.question, given | dict(zip(gaps.values(), names, strict=True))):
            yield example


@cache
def _in_example(phrasing: Phrasing, gap: str) -> str:
    """What stands in the gap of the phrasing's example, as it is written there."""
    said = next(r.gaps[gap] for group in readings(phrasing.example) for r in group if r.phrasing == phrasing)
    return as_written(phrasing.example, said)
