"""The measures of one report with all that a comparison looks at, each question to the store asked once a report."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from kg.asking.periods import Heading, Periods, report_year

if TYPE_CHECKING:
    from kg.graph.held import StoredReport
    from kg.graph.store import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Count:
    """An outcome: its wording, value, unit ('' where none), counted thing and ISO as-of day ('' where not said).

    ``modifier`` is ``over`` where the text says more than the value, and so on: `kg.facts.Modifier`.
    """

    text: str
    value: Decimal
    unit: str
    counted: str
    as_of: str
    modifier: str = "exact"
    change: str = ""
    """``increase`` or ``decrease``, '' where it tells how much there is."""
    told: str = ""
    """Its wording with the word for its change: 下降50%."""
    years: bool = False
    """True where it is told of several years: 五年来新增141座."""


@dataclass(frozen=True, slots=True)
class Act:
    """A measure. ``status`` done, ongoing or planned; ``line`` counts from 1, ``start`` and ``end`` are code points."""

    iri: str
    text: str
    verb: str
    action: str
    """The kind of act (``set-up``), '' where the list of verbs has it not."""
    object: str
    status: str
    heading: str
    sentence: str
    line: int
    start: int
    end: int
    leads: tuple[str, ...]
    """Lead bodies that the text names; none where only the signatory answers."""
    things: tuple[tuple[str, str], ...]
    """(class, name) of each site, system, programme and document that the measure is linked to."""
    counts: tuple[Count, ...]
    years: bool = False
    """True where it is told of several years, as its sentence has it, else the passage: `kg.asking.periods`."""


@dataclass(frozen=True, slots=True)
class Head:
    """A heading of a report: number, words, line (from 1), span in code points, and where what stands under it ends."""

    number: str
    text: str
    line: int
    start: int
    end: int
    body_end: int


# All of a report stands in its own graph: asked there, the rest of the store costs nothing. An OPTIONAL chain would be
# looked up in the whole graph, so that each is a question of its own.
_MEASURES = """
SELECT ?m ?text ?verb ?object ?status ?start ?end WHERE { GRAPH <%s> {
  ?m a kg:Measure ; rdfs:label ?text ; kg:verb ?verb ; kg:object ?object ; kg:status ?status ; kg:evidence ?e .
  ?e oa:start ?start ; oa:end ?end } }"""
_ACTIONS = "SELECT ?m ?value WHERE { GRAPH <%s> { ?m kg:action ?value } }"
_HEADINGS = "SELECT ?m ?value WHERE { GRAPH <%s> { ?m kg:inSection ?s . ?s dcterms:title ?value } }"
_SENTENCES = """
SELECT ?m ?value WHERE { GRAPH <%s> { ?m kg:inSentence ?s . ?s kg:evidence ?e . ?e oa:exact ?value } }"""
_LEADS = """
SELECT DISTINCT ?m ?name WHERE { GRAPH <%s> {
  ?m kg:responsibility ?r . ?r prov:hadRole kg:role-lead ; kg:basis ?basis ; prov:agent ?body .
  ?body skos:prefLabel ?name . FILTER(?basis != kg:basis-issuer) } } ORDER BY ?m ?name"""
_THINGS = """
SELECT DISTINCT ?m ?class ?name WHERE { GRAPH <%s> {
  VALUES ?class { kg:Site kg:System kg:Programme kg:PolicyDocument }
  ?m kg:deliveredAt|kg:uses|kg:establishes|kg:issues|kg:basedOn ?x . ?x a ?class ; skos:prefLabel ?name } }
ORDER BY ?m ?class ?name"""
_COUNTS = """
SELECT DISTINCT ?m ?text ?told ?change ?value ?unit ?modifier ?counted ?asOf ?start WHERE { GRAPH <%s> {
  ?m kg:hasOutcome ?o . ?o rdfs:label ?told ; sosa:hasResult ?f ; kg:evidence ?e . ?e oa:start ?start .
  ?f rdfs:label ?text ; qudt:numericValue ?value ; kg:modifier ?modifier . OPTIONAL { ?o kg:change ?change }
  OPTIONAL { ?f kg:unit ?unit } OPTIONAL { ?o kg:counted ?counted } OPTIONAL { ?o kg:asOf ?asOf }
} } ORDER BY ?m ?start ?text ?unit ?counted"""


_HEADS = """
SELECT ?title ?number ?level ?start ?end WHERE { GRAPH <%s> {
  ?s a kg:Section ; dcterms:title ?title ; kg:number ?number ; kg:level ?level ; kg:evidence ?e .
  ?e oa:start ?start ; oa:end ?end } } ORDER BY ?start"""


def heads(store: Store, report: StoredReport) -> tuple[Head, ...]:
    """The headings of the report by place; what stands under those of a lower level stands under theirs too."""
    text = store.text(report)
    rows = list(store.select(_HEADS % report.graph))
    starts = [(int(row["start"] or 0), int(row["level"] or 0)) for row in rows]
    found = []
    for i, row in enumerate(rows):
        start, level = starts[i]
        body_end = next((s for s, other in starts[i + 1 :] if other <= level), len(text))
        line = text.count("\n", 0, start) + 1
        found.append(Head(row["number"] or "", row["title"] or "", line, start, int(row["end"] or 0), body_end))
    return tuple(found)


def acts(store: Store, report: StoredReport) -> tuple[Act, ...]:
    """The measures of the report by place."""
    leads = _grouped((row["m"] or "", row["name"] or "") for row in store.select(_LEADS % report.graph))
    things = _grouped(
        (row["m"] or "", ((row["class"] or "").rpartition("#")[2], row["name"] or ""))
        for row in store.select(_THINGS % report.graph)
    )
    counts = _grouped(
        (
            row["m"] or "",
            (
                int(row["start"] or 0),
                Count(
                    row["text"] or "",
                    Decimal(row["value"] or 0),
                    row["unit"] or "",
                    row["counted"] or "",
                    row["asOf"] or "",
                    (row["modifier"] or "").rpartition("#modifier-")[2],
                    (row["change"] or "").rpartition("#change-")[2],
                    row["told"] or "",
                ),
            ),
        )
        for row in store.select(_COUNTS % report.graph)
    )
    actions, headings, sentences = (
        {row["m"] or "": row["value"] or "" for row in store.select(query % report.graph)}
        for query in (_ACTIONS, _HEADINGS, _SENTENCES)
    )
    text = store.text(report)
    periods = Periods(text, _headings(store, report), report_year(report.title, report.date))
    breaks = [i for i, c in enumerate(text) if c == "\n"]
    found: dict[str, Act] = {}
    for row in store.select(_MEASURES % report.graph):
        iri, start = row["m"] or "", int(row["start"] or 0)
        sentence = sentences.get(iri, row["text"] or "")
        begins = max(text.rfind(sentence, 0, start + len(sentence)), 0)
        found[iri] = Act(
            iri=iri,
            text=row["text"] or "",
            verb=row["verb"] or "",
            action=actions.get(iri, "").rpartition("#action-")[2],
            object=row["object"] or "",
            status=(row["status"] or "").rpartition("#status-")[2],
            heading=headings.get(iri, ""),
            sentence=sentence,
            line=bisect_left(breaks, start) + 1,
            start=start,
            end=int(row["end"] or 0),
            leads=tuple(leads.get(iri, ())),
            things=tuple(things.get(iri, ())),
            counts=tuple(replace(count, years=periods.several(begins, at)) for at, count in counts.get(iri, ())),
            years=periods.several(begins, start),
        )
    return tuple(sorted(found.values(), key=lambda a: (a.start, a.end, a.iri)))


def _headings(store: Store, report: StoredReport) -> list[Heading]:
    rows = store.select(_HEADS % report.graph)
    return [Heading(int(row["start"] or 0), int(row["end"] or 0), int(row["level"] or 1)) for row in rows]


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
