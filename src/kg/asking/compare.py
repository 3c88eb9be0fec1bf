"""Two reports side by side: what was kept up, came, went, was planned and is reported as done, or got no answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.asking.acts import Act, Count, acts
from kg.asking.gauges import paired_counts
from kg.asking.goals import missed, reached
from kg.asking.likeness import UNCERTAIN, Likeness, Pair, Scale
from kg.graph.named import named
from kg.graph.names import government_division
from kg.graph.standing import successors
from kg.register.divisions import LEVELS, Division, leading

if TYPE_CHECKING:
    from kg.graph.held import StoredReport
    from kg.graph.store import Store

KINDS = ("fulfilled", "continued", "unanswered", "dropped", "new")
"""What became of a measure: planned in the first report and its like reported as done in the second, in both otherwise,
planned in the first and in the second nothing, in the first only otherwise, in the second only.

That a plan was fulfilled is not known: the second report says done of something alike, maybe of a part of it."""
KINDS_APART = ("both", "first-only", "second-only")
"""Of reports of two places of which neither lies in the other, what each has: what one does is no answer to the plans
of the other."""

PLACE = re.compile(r"^(.+?[省市区县旗州盟])(?:人民)?(?:政府|委员会|.*[局委办厅室])")
TOWN = re.compile(r"^(.+[乡镇])(?:人民)?政府")
SHARES = ("%", "‰")
CORE = re.compile("“([^”]{2,})”")


@dataclass(frozen=True, slots=True)
class Change:
    """An outcome of both: its thing and unit, the wording in each and the difference, second less first."""

    counted: str
    unit: str
    before: Count
    after: Count
    difference: Decimal | None
    """None between a rise and a fall, and between a change and a level."""
    percent: Decimal | None
    """Of the first value, one decimal; None where that is 0, and for shares, whose difference is in points."""
    missed: bool = False
    """True where the first is a target and the second, told as its result, none of those that it allows."""
    reached: bool = False
    """True where it is clearly one of these: `kg.asking.goals.reached`."""


@dataclass(frozen=True, slots=True)
class Row:
    """A measure with what became of it: ``first`` or ``second`` is None where only one report has it."""

    kind: str
    first: Act | None
    second: Act | None
    likeness: Likeness | None
    changes: tuple[Change, ...]
    moved: bool
    """True where both reports name lead bodies and none of them leads in both: the name of the place aside, and a body
    that took over from another is the same. One that leads too, or no longer leads alone, is no move, nor is another
    city where another was chosen (鞍山入选试点); and of a pair that is uncertain none is told, since it may be of two
    measures."""
    joined: bool = False
    """True where one of the two stands in a likelier row too: one report tells in one measure what the other tells in
    several."""

    @property
    def uncertain(self) -> bool:
        """True where the two are so little alike that many such pairs are no pairs: `kg.asking.likeness.UNCERTAIN`."""
        return self.likeness is not None and self.likeness.score < UNCERTAIN


@dataclass(frozen=True, slots=True)
class Thing:
    """A programme, system or site of one report: its class, name, and the first line that names it."""

    kind: str
    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports: the rows by kind and place, and the programmes, systems and sites that only one of them names.

    ``same`` is True where both are one report, or have one text.
    """

    first: StoredReport
    second: StoredReport
    rows: tuple[Row, ...]
    went: tuple[Thing, ...]
    came: tuple[Thing, ...]
    same: bool
    apart: bool = False
    """True where they are of two places of which neither lies in the other."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that its rows may be of."""
        return KINDS_APART if self.apart else KINDS

    @property
    def backwards(self) -> bool:
        """True where both have a date and the first is the later one, and the second may answer it."""
        dated = self.first.date and self.second.date and not self.apart
        return bool(dated and self.first.date > self.second.date)  # type: ignore[operator]

    def of(self, kind: str) -> tuple[Row, ...]:
        """The rows of this kind."""
        return tuple(row for row in self.rows if row.kind == kind)

    def uncertain(self) -> tuple[Row, ...]:
        """The rows whose two measures are little alike."""
        return tuple(row for row in self.rows if row.uncertain)

    def moved(self) -> tuple[Row, ...]:
        """The rows that another body leads."""
        return tuple(row for row in self.rows if row.moved)


_THINGS = """
SELECT ?class ?name (MIN(?start) AS ?at) WHERE { GRAPH <%s> {
  VALUES ?class { kg:Programme kg:System kg:Site }
  ?mention kg:mentions ?x ; kg:evidence ?e . ?e oa:start ?start . ?x a ?class ; skos:prefLabel ?name .
} } GROUP BY ?class ?name ORDER BY ?at ?class ?name"""


def compare(store: Store, first: str, second: str) -> Comparison:
    """The comparison of two reports of the store, each named by number, title, IRI, file name or a part that fits one.

    Raises NothingFound where no report has a name, UsageMistake where several have it.
    """
    reports = store.reports()
    one, other = named(reports, first), named(reports, second)
    mine, theirs = _place(one), _place(other)
    same = one.iri == other.iri or store.text(one) == store.text(other)
    apart = _are_apart(one, other)
    before, after = _things(store, one), _things(store, other)
    known = {_key(t, mine) for t in before}, {_key(t, theirs) for t in after}
    return Comparison(
        one,
        other,
        rows(acts(store, one), acts(store, other), mine, theirs, same, apart),
        tuple(t for t in before if _key(t, mine) not in known[1]),
        tuple(t for t in after if _key(t, theirs) not in known[0]),
        same,
        apart,
    )


def rows(
    first: Sequence[Act],
    second: Sequence[Act],
    mine: str = "",
    theirs: str = "",
    same: bool = False,
    apart: bool = False,
) -> tuple[Row, ...]:
    """The rows of two reports' measures; ``mine`` and ``theirs`` are the places whose names tell no bodies apart.

    Where both are the ``same`` text each measure stands beside itself: none of its plans was fulfilled since. Where
    they are of places ``apart`` the rows are of `KINDS_APART`.
    """
    scale = Scale(first, second)
    itself = same and len(first) == len(second)
    pairs: dict[int, list[Pair]] = {}
    for pair in [Pair(scale.likeness(i, i), i, i, False) for i in range(len(first))] if itself else scale.pairs():
        pairs.setdefault(pair.first, []).append(pair)
    answered = {pair.second for several in pairs.values() for pair in several}
    found = []
    for i, act in enumerate(first):
        found += [_paired(act, second[pair.second], pair, mine, theirs, apart) for pair in pairs.get(i, ())]
        if i not in pairs:
            alone = "first-only" if apart else "unanswered" if act.status == "planned" else "dropped"
            found.append(Row(alone, act, None, None, (), False))
    alone = "second-only" if apart else "new"
    found += [Row(alone, None, act, None, (), False) for j, act in enumerate(second) if j not in answered]
    order = KINDS_APART if apart else KINDS
    return tuple(sorted(found, key=lambda row: order.index(row.kind)))


def _paired(one: Act, other: Act, pair: Pair, mine: str, theirs: str, apart: bool = False) -> Row:
    kind = "fulfilled" if (one.status, other.status) == ("planned", "done") else "continued"
    kind = "both" if apart else kind
    counts = paired_counts(one, other)
    changes = tuple(_change(a, b) for a, b in counts)
    if kind == "fulfilled":
        changes = tuple(
            replace(c, missed=missed(one, c.before, c.after), reached=reached(one, c.before, c.after)) for c in changes
        )
    leads = {_heir(name.removeprefix(mine)) for name in one.leads}, {_heir(n.removeprefix(theirs)) for n in other.leads}
    sure = pair.likeness.score >= UNCERTAIN
    moved = (
        sure
        and bool(leads[0] and leads[1])
        and not all(map(government_division, (*one.leads, *other.leads)))
        and not any(_one_body(a, b, mine, theirs) for a in leads[0] for b in leads[1])
    )
    return Row(kind, one, other, pair.likeness, changes, moved, pair.joined)


def _one_body(one: str, other: str, mine: str, theirs: str) -> bool:
    """Whether two names may be of one body: without both issuers 市税务局 may be 宿州市税务局."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    return not (mine and theirs) and longer.endswith(shorter)


def _heir(body: str) -> str:
    """The body that took over from this one in a reform, else itself."""
    return successors().get(body, body)


def _change(before: Count, after: Count) -> Change:
    if before.change != after.change:
        return Change(before.counted or after.counted, before.unit, before, after, None, None)
    difference = after.value - before.value
    percent = round(difference / before.value * 100, 1) if before.value and before.unit not in SHARES else None
    return Change(before.counted or after.counted, before.unit, before, after, difference, percent)


def _things(store: Store, report: StoredReport) -> tuple[Thing, ...]:
    text = store.text(report)
    return tuple(
        Thing((row["class"] or "").rpartition("#")[2], row["name"] or "", text.count("\n", 0, int(row["at"] or 0)) + 1)
        for row in store.select(_THINGS % report.graph)
    )


def _key(thing: Thing, place: str) -> tuple[str, str]:
    """One thing of two reports: by what stands in quotes at the front of its name, else by its name without the
    place."""
    core = CORE.match(name := thing.name.removeprefix(place))
    return thing.kind, core[1] if core else name


def _place(report: StoredReport) -> str:
    """静安区人民政府, 屏山县房地产市场办公室 → 静安区, 屏山县: what the names of its bodies begin with; '' where who
    answers for the report has no place in its name."""
    name = report.answers or ""
    divisions = leading(name)
    found = TOWN.match(name) or (None if divisions else PLACE.match(name))
    return found[1] if found else divisions[-1].name if divisions else ""


def _are_apart(one: StoredReport, other: StoredReport) -> bool:
    """Whether both are of places that the register knows, neither of which lies in the other."""
    mine, theirs = leading(one.answers or ""), leading(other.answers or "")
    if not mine or not theirs:
        return False
    shorter, longer = sorted((_own_digits(mine[-1]), _own_digits(theirs[-1])), key=len)
    return not longer.startswith(shorter)


def _own_digits(division: Division) -> str:
    """The digits of its code that say which it is: two of a province, four of a city, six of a county."""
    return division.code[: 2 * (LEVELS.index(division.level) + 1)]
