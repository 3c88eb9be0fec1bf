"""The responsibility table: all that a store says of each measure, one row a measure, and the rows by a key."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from kg.asking.kept import Chosen, Kept
from kg.asking.scan import Scan
from kg.errors import NothingFound
from kg.facts import EntityType
from kg.graph import terms as t
from kg.graph.named import named

if TYPE_CHECKING:
    from kg.graph.held import StoredReport
    from kg.graph.store import Store

V = TypeVar("V")
Steps = Callable[[Sequence["StoredReport"]], Iterable["StoredReport"]]
Key = Literal["body", "section", "site", "programme"]
Gap = Literal["nobody-named", "outcome-undated", "planned-without-due"]
GAPS: tuple[Gap, ...] = ("nobody-named", "outcome-undated", "planned-without-due")
"""What a measure's row may lack, in the order in which it is told."""


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
    """An outcome in its wording, with its decimal value, unit, counted thing, modifier and ISO day ('' for none)."""

    text: str
    value: str
    unit: str
    counted: str
    modifier: str
    as_of: str


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
    bodies: tuple[Responsible, ...]
    things: tuple[Involved, ...]
    outcomes: tuple[Count, ...]
    gaps: tuple[Gap, ...]
    sentence: str
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that share a key; ``name`` is '' for those that have none."""

    name: str
    rows: Sequence[Row]


_KINDS: tuple[EntityType, ...] = ("site", "system", "programme", "document")
_BASES = ("explicit", "inherited", "issuer")

_RELATIONS = ("deliveredAt", "uses", "establishes", "issues", "basedOn")


def responsibilities(store: Store, report: str | None = None, steps: Steps = iter) -> Sequence[Row]:
    """One row a measure of the store, or of the one report that ``report`` names, by report and place.

    The store is read a report at a time, a step of ``steps`` each, and what was read is kept on disk where it is much.
    Raises NothingFound where there is no such report or no measure, UsageMistake where several reports fit.
    """
    held = store.reports()
    chosen = held if report is None else (named(held, report),)
    titles = _titles(held)
    ordered = sorted(chosen, key=lambda r: (titles[r.iri], r.iri))
    found = Kept(row for one in steps(ordered) for row in _rows(store, one, titles[one.iri]))
    if not found:
        raise NothingFound("table-nothing")
    return found


def _rows(store: Store, report: StoredReport, title: str) -> list[Row]:
    """The measures of one report by place."""
    ends = _line_ends(store.text(report))
    scan = Scan(store, report.graph)
    home = scan.one(t.REPORTED_IN)
    texts, status, section_of = map(scan.one, (t.LABEL, t.STATUS, t.IN_SECTION))
    sentence_of = scan.one(t.IN_SENTENCE, home)
    numbers, headings, names = scan.one(t.NUMBER), scan.one(t.TITLE), scan.one(t.PREF_LABEL)
    places = scan.places
    exact = scan.one(t.EXACT, {places[sentence][0] for sentence in sentence_of.values()})
    bodies, things, outcomes = _bodies(scan, names), _things(scan, names), _outcomes(scan, texts)
    found = []
    for iri in home:
        _, start, end = places[iri]
        who, counts, section = bodies.get(iri, ()), outcomes.get(iri, ()), section_of.get(iri, "")
        said = places.get(sentence_of.get(iri, ""))
        made = Row(
            iri=iri,
            report_iri=report.iri,
            report=title,
            section_iri=section,
            section=_section(numbers.get(section, ""), headings.get(section, "")),
            measure=texts[iri],
            status=_local(status[iri]),
            bodies=who,
            things=things.get(iri, ()),
            outcomes=counts,
            gaps=tuple(_gaps(_local(status[iri]), who, counts)),
            sentence=exact.get(said[0], texts[iri]) if said else texts[iri],
            line=bisect_left(ends, start) + 1,
            start=start,
            end=end,
        )
        found.append(made)
    return sorted(found, key=lambda row: (row.start, row.end, row.iri))


def grouped(rows: Sequence[Row], key: Key) -> tuple[Group, ...]:
    """The rows under each body, site or programme (by name) or section (by place); those without one last.

    A row stands under each that it has. Things of one name that are not the same are told apart by their division or
    report.
    """
    members: dict[str, list[int]] = {}
    names: dict[str, tuple[str, str]] = {}
    for number, row in enumerate(rows):
        for iri, name, place in _keys(row, key) or [("", "", "")]:
            names.setdefault(iri, (name, place or row.report))
            members.setdefault(iri, []).append(number)
    labels = _apart(names)
    order = list(members) if key == "section" else sorted(members, key=lambda iri: (labels[iri], iri))
    return tuple(Group(labels[iri], Chosen(rows, members[iri])) for iri in sorted(order, key=lambda iri: iri == ""))


def by_gap(rows: Sequence[Row]) -> tuple[tuple[Gap, Sequence[Row]], ...]:
    """The rows that lack something, under what they lack."""
    lacking: dict[Gap, list[int]] = {}
    for number, row in enumerate(rows):
        for gap in row.gaps:
            lacking.setdefault(gap, []).append(number)
    return tuple((gap, Chosen(rows, lacking[gap])) for gap in GAPS if gap in lacking)


def _keys(row: Row, key: Key) -> list[tuple[str, str, str]]:
    """IRI, name and division of what the row stands under."""
    if key == "section":
        return [(row.section_iri, f"{row.report} · {row.section}", "")] if row.section_iri else []
    if key == "body":
        found = [(b.iri, b.name, b.place) for b in row.bodies]
    else:
        found = [(x.iri, x.name, "") for x in row.things if x.kind == key]
    return list(dict.fromkeys(found))


def _apart(names: dict[str, tuple[str, str]]) -> dict[str, str]:
    """Names that differ where the things do."""
    shared = Counter(name for name, _ in names.values())
    made = {iri: name if shared[name] == 1 else f"{name} ({place})" for iri, (name, place) in names.items()}
    seen: Counter[str] = Counter()
    for iri in sorted(made):
        seen[made[iri]] += 1
        if seen[made[iri]] > 1:
            made[iri] = f"{made[iri]} {seen[made[iri]]}"
    return made


def _titles(reports: Sequence[StoredReport]) -> dict[str, str]:
    """Title and number of each report, with the file where that is not its alone."""
    made = {r.iri: " ".join(filter(None, (r.title or r.source, r.number))) for r in reports}
    shared = Counter(made.values())
    return {r.iri: made[r.iri] if shared[made[r.iri]] == 1 else f"{made[r.iri]} ({r.source})" for r in reports}


def _line_ends(text: str) -> list[int]:
    return [at for at, character in enumerate(text) if character == "\n"]


def _bodies(scan: Scan, names: dict[str, str]) -> dict[str, tuple[Responsible, ...]]:
    """Leads first, then in the order in which the text names them; the surest basis of each."""
    measure = {part: iri for iri, part in scan.pairs(t.HAS_RESPONSIBILITY)}
    agents, roles, divisions = scan.one(t.AGENT), scan.one(t.HAD_ROLE), scan.one(t.SPATIAL)
    best: dict[tuple[str, str, str], tuple[int, int]] = {}
    for part, basis in scan.pairs(t.BASIS):
        which = (measure[part], agents[part], _local(roles[part]))
        known = (_BASES.index(_local(basis)), scan.places[part][1])
        best[which] = min(best.get(which, known), known)
    found: dict[str, list[tuple[Any, Responsible]]] = {}
    for (iri, body, role), (order, start) in best.items():
        place = names.get(divisions.get(body, ""), "")
        made = Responsible(body, names.get(body, ""), place, role, _BASES[order])
        found.setdefault(iri, []).append(((role, start, made.name, body), made))
    return _sorted(found)


def _things(scan: Scan, names: dict[str, str]) -> dict[str, tuple[Involved, ...]]:
    kinds = {x: kind for kind in _KINDS for x in scan.members(t.CLASS_OF[kind])}
    found: dict[str, list[tuple[Any, Involved]]] = {}
    for relation in _RELATIONS:
        for iri, x in scan.pairs(t.term(f"kg:{relation}")):
            if x in kinds:
                made = Involved(x, names.get(x, ""), kinds[x], relation)
                found.setdefault(iri, []).append(((made.name, x, relation), made))
    return _sorted(found)


def _outcomes(scan: Scan, texts: dict[str, str]) -> dict[str, tuple[Count, ...]]:
    figures, values, units = map(scan.one, (t.HAS_RESULT, t.VALUE, t.UNIT))
    counted, modifiers, days = map(scan.one, (t.COUNTED, t.MODIFIER, t.AS_OF))
    found: dict[str, list[tuple[Any, Count]]] = {}
    for iri, outcome in sorted(scan.pairs(t.HAS_OUTCOME)):
        figure = figures[outcome]
        made = Count(
            texts[outcome],
            values[figure],
            units.get(figure, ""),
            counted.get(outcome, ""),
            _local(modifiers[figure]),
            days.get(outcome, ""),
        )
        found.setdefault(iri, []).append(((scan.places[outcome][1], outcome), made))
    return _sorted(found)


def _gaps(status: str, bodies: Sequence[Responsible], outcomes: Sequence[Count]) -> Iterator[Gap]:
    """As ``shapes/accountability`` has them."""
    if all(b.basis == "issuer" for b in bodies):
        yield "nobody-named"
    if any(not o.as_of for o in outcomes):
        yield "outcome-undated"
    if status == "planned" and not any(o.as_of for o in outcomes):
        yield "planned-without-due"


def _section(number: str, heading: str) -> str:
    """As official documents write it (GB/T 9704): 一、优化服务; (一)设立窗口; 1.设立窗口."""
    mark = "." if number[-1:].isdigit() else "、" if number[-1:].isalnum() else ""
    return f"{number}{mark}{heading}"


def _sorted(found: dict[str, list[tuple[Any, V]]]) -> dict[str, tuple[V, ...]]:
    """The values of each measure in order of what they are paired with, each once."""
    return {m: tuple(dict.fromkeys(v for _, v in sorted(pairs, key=itemgetter(0)))) for m, pairs in found.items()}


def _local(iri: str | None) -> str:
    """kg:role-lead → lead, kg:uses → uses."""
    name = (iri or "").rpartition("#")[2]
    return name.partition("-")[2] or name
