"""All that a store says of each measure of one report: the rows of the responsibility table."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from kg.asking.gaps import Gap, gaps_of
from kg.graph.binding import joined
from kg.graph.terms import local_name
from kg.graph.within import within

if TYPE_CHECKING:
    from kg.graph.held import StoredReport
    from kg.graph.store import Store

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Responsible:
    """A body of a measure: ``role`` lead or partner; ``basis`` explicit, inherited or issuer."""

    iri: str
    name: str
    place: str
    """Its division's name, '' where unknown."""
    role: str
    basis: str


@dataclass(frozen=True, slots=True)
class Involved:
    """What a measure reaches: ``kind`` site, system, programme or document; ``relation`` as in the vocabulary."""

    iri: str
    name: str
    kind: str
    relation: str


@dataclass(frozen=True, slots=True)
class Count:
    """An outcome in its wording (下降50%), with decimal value, unit, counted thing, modifier, ISO day and change.

    ``change`` is ``increase`` or ``decrease``; '' stands for what is not said.
    """

    text: str
    value: str
    unit: str
    counted: str
    modifier: str
    as_of: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A measure. ``line`` counts from 1; ``start`` and ``end`` are code points."""

    iri: str
    report_iri: str
    report: str
    """Title and number, so that no two reports have the same."""
    section_iri: str
    section: str
    """Number and heading, '' where it stands under none."""
    measure: str
    status: str
    action: str
    """Code of its kind, '' where that is unknown."""
    bodies: tuple[Responsible, ...]
    things: tuple[Involved, ...]
    outcomes: tuple[Count, ...]
    gaps: tuple[Gap, ...]
    sentence: str
    line: int
    start: int
    end: int
    due: str = ""
    """ISO day by which a plan shall be done, beside the days of its targets; '' where that is not said."""


_KINDS = {"Site": "site", "System": "system", "Programme": "programme", "PolicyDocument": "document"}
_BASES = ("explicit", "inherited", "issuer")

# Asked in the graph of one report, a question a list; the text itself says what its sentences are.
_SECTION_OF = joined("?m kg:inSection ?section")
_ACTION_OF = joined("?m kg:action ?action")
_DUE_OF = joined("?m kg:due ?due")
_SENTENCE_OF = joined("?m kg:inSentence ?in", "?in kg:evidence ?whole", "?whole oa:start ?from", "?whole oa:end ?to")
_MEASURES = f"""
  {joined("?m kg:reportedIn ?r", "?m rdfs:label ?text", "?m kg:status ?status")}
  {joined("?m kg:evidence ?e", "?e oa:start ?start", "?e oa:end ?end")}
  OPTIONAL {{ {_SECTION_OF} }} OPTIONAL {{ {_SENTENCE_OF} }} OPTIONAL {{ {_ACTION_OF} }} OPTIONAL {{ {_DUE_OF} }}"""
_SECTIONS = "?x a kg:Section ; dcterms:title ?title OPTIONAL { ?x kg:number ?number }"
_NAMES = "?x skos:prefLabel ?name"
_DIVISIONS = "?x dcterms:spatial ?place"
_BODIES = joined(
    *("?m kg:responsibility ?p", "?p prov:agent ?x", "?p prov:hadRole ?role", "?p kg:basis ?basis"),
    *("?p kg:evidence ?e", "?e oa:start ?start"),
)
_THINGS = """
  VALUES ?relation { kg:deliveredAt kg:uses kg:establishes kg:issues kg:basedOn } ?m ?relation ?x . ?x a ?class"""
_OUTCOMES = f"""
  {joined("?m kg:hasOutcome ?o", "?o rdfs:label ?text", "?o kg:evidence ?e", "?e oa:start ?start")}
  {joined("?o sosa:hasResult ?f", "?f qudt:numericValue ?value", "?f kg:modifier ?modifier")}
  OPTIONAL {{ {joined("?f kg:unit ?unit")} }} OPTIONAL {{ {joined("?o kg:counted ?counted")} }}
  OPTIONAL {{ {joined("?o kg:asOf ?day")} }} OPTIONAL {{ {joined("?o kg:change ?change")} }}"""


def gathered(store: Store, report: StoredReport, title: str) -> list[Row]:
    """The measures of a report by place; ``title`` is what the rows call it."""
    text = store.text(report)
    ends = [end.start() for end in re.finditer("\n", text)]
    names = _first(within(store, report, _NAMES, "x name"))
    sections = {x: _section(number, said) for x, said, number in within(store, report, _SECTIONS, "x title number")}
    bodies, things, outcomes = _bodies(store, report, names), _things(store, report, names), _outcomes(store, report)
    found: dict[str, Row] = {}
    asked = within(store, report, _MEASURES, "m text status section start end from to action due")
    for iri, said, status, section, start, end, first, last, action, due in asked:
        who, counts = bodies.get(iri, ()), outcomes.get(iri, ())
        made = Row(
            iri=iri,
            report_iri=report.iri,
            report=title,
            section_iri=section,
            section=sections.get(section, ""),
            measure=said,
            status=local_name(status),
            action=local_name(action),
            bodies=who,
            things=things.get(iri, ()),
            outcomes=counts,
            gaps=gaps_of(local_name(status), _leading(who), [o.as_of for o in counts], due),
            sentence=text[int(first) : int(last)] if first else said,
            line=bisect_left(ends, int(start)) + 1,
            start=int(start),
            end=int(end),
            due=due,
        )
        found.setdefault(iri, made)
    return sorted(found.values(), key=lambda row: (row.start, row.end, row.iri))


def _first(pairs: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """What each is paired with, of several the first."""
    found: dict[str, str] = {}
    for thing, value in pairs:
        found.setdefault(thing, value)
    return found


def _bodies(store: Store, report: StoredReport, names: dict[str, str]) -> dict[str, tuple[Responsible, ...]]:
    """Leads first, then in the order in which the text names them; the surest basis of each."""
    divisions = _first(within(store, report, _DIVISIONS, "x place"))
    best: dict[tuple[str, str, str], tuple[int, int]] = {}
    for iri, body, role, basis, start in within(store, report, _BODIES, "m x role basis start"):
        known = (_BASES.index(local_name(basis)), int(start))
        which = (iri, body, local_name(role))
        best[which] = min(best.get(which, known), known)
    found: dict[str, list[tuple[Any, Responsible]]] = {}
    for (iri, body, role), (order, at) in best.items():
        made = Responsible(body, names.get(body, ""), names.get(divisions.get(body, ""), ""), role, _BASES[order])
        found.setdefault(iri, []).append(((role, at, made.name, body), made))
    return _sorted(found)


def _things(store: Store, report: StoredReport, names: dict[str, str]) -> dict[str, tuple[Involved, ...]]:
    found: dict[str, list[tuple[Any, Involved]]] = {}
    for iri, relation, x, kind in within(store, report, _THINGS, "m relation x class"):
        if local_name(kind) in _KINDS:
            made = Involved(x, names.get(x, ""), _KINDS[local_name(kind)], local_name(relation))
            found.setdefault(iri, []).append(((made.name, x, made.relation), made))
    return _sorted(found)


def _outcomes(store: Store, report: StoredReport) -> dict[str, tuple[Count, ...]]:
    found: dict[str, list[tuple[Any, Count]]] = {}
    asked = within(store, report, _OUTCOMES, "m o start text value unit counted modifier day change")
    for iri, outcome, start, said, value, unit, counted, modifier, day, change in asked:
        made = Count(said, value, unit, counted, local_name(modifier), day, local_name(change))
        found.setdefault(iri, []).append(((int(start), outcome), made))
    return _sorted(found)


def _leading(bodies: Sequence[Responsible]) -> list[str]:
    """How those are known who lead, or who take part where nobody leads."""
    return [b.basis for b in bodies if b.role == "lead"] or [b.basis for b in bodies]


def _section(number: str, heading: str) -> str:
    """As official documents write it (GB/T 9704): 一、优化服务; (一)设立窗口; 1.设立窗口."""
    mark = "." if number[-1:].isdigit() else "、" if number[-1:].isalnum() else ""
    return f"{number}{mark}{heading}"


def _sorted(found: dict[str, list[tuple[Any, V]]]) -> dict[str, tuple[V, ...]]:
    """The values of each measure in order of what they are paired with, each once."""
    return {m: tuple(dict.fromkeys(v for _, v in sorted(pairs, key=itemgetter(0)))) for m, pairs in found.items()}
