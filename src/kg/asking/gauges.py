"""What the figures of a measure measure: of which thing, and whether a level, a growth, what was added or the whole.

Two figures stand side by side only where they measure the same thing in the same way: 新增141座 is no 累计达到973座.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.asking.acts import Act, Count
from kg.asking.indicators import KINDS, bare, name_of, near, one_thing, telling
from kg.words import group_of, pattern

MOST_KEPT = 4_096
"""Measures whose gauges are kept: each is held against all of the other report."""

Places = set[tuple[int, int]]
"""Of a measure of the first report and one of the second."""

_NO_LETTER = re.compile(r"[\W\d_]")
_CLAUSE = re.compile(r"[，,；;。：:]")
_ITEMS = re.compile(r"[、和与及]")
_FROM = re.compile(r"[从由][^从由]*$")
_JOINT = re.compile(r"^[、和与及，,]*$")
_WHOLE = re.compile("[额率量数值度积重]$")
"""So ends a name that is whole though others of its list stand behind it: 网络零售额、出口额."""
ALIKE = 0.4
"""So alike is what stands in front of figures of one matter whose own words say little."""
TAIL = 2
"""Letters that two lists must end on alike for one thing of each to be the same: 水利、能源投资."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """A count and what it measures: ``thing`` is '' where the text names none."""

    count: Count
    thing: str
    kind: str
    mean: bool
    behind: bool
    """True where the thing stands behind the figure."""
    last: str = ""
    """The last of the things that share their figures, where this is another of them: of 城镇、农村居民收入分别增长4%、
    6% 农村居民收入, whose end is that of 城镇 too."""
    lost: bool = False
    """True where the figure shares a word 分别 with others whose things are told elsewhere."""

    def names(self, other: Gauge) -> bool:
        """Whether both name one thing."""
        if self.lost or other.lost:
            return False
        if self.last and other.last:
            return self.thing == other.thing and self.last[-TAIL:] == other.last[-TAIL:]
        for one, whole in ((self, other), (other, self)):
            if one.last and whole.thing.startswith(one.thing):
                return bool(one.thing) and one.last.endswith(whole.thing[len(one.thing) :])
        return not self.last and not other.last and one_thing(self.thing, other.thing)


def paired_counts(one: Act, other: Act) -> list[tuple[Count, Count]]:
    """The figures of two measures that measure the same, each once, in the order of the first; a like name goes before
    one that is only near."""
    ours, theirs = gauges(one), gauges(other)
    same = one.verb == other.verb and name_of(one.object) == name_of(other.object)
    fits = [
        (ours[i].thing != theirs[j].thing, _rank(ours[i]), _rank(theirs[j]), i, j)
        for i in range(len(ours))
        for j in range(len(theirs))
        if _comparable(one, other, ours[i], theirs[j], same)
    ]
    taken: dict[int, int] = {}
    for *_, i, j in sorted(fits):
        if i not in taken and j not in taken.values():
            taken[i] = j
    return [(ours[i].count, theirs[j].count) for i, j in sorted(taken.items())]


def told_figures(first: Sequence[Act], second: Sequence[Act]) -> tuple[Places, Places, Places]:
    """The places of figures planned in the first that the second tells as reached; of those that it plans again; those
    of measures that tell figures of different things, or of one year and of several."""
    ones, others = ([(k, act) for k, act in enumerate(acts) if act.counts] for acts in (first, second))
    reached: Places = set()
    again: Places = set()
    apart: Places = set()
    for i, one in ones:
        for j, other in others:
            if one.status == "planned" and same_indicator(one, other):
                (reached if other.status == "done" else again).add((i, j))
            elif other_period(one, other) or (other.status == "done" and other_indicator(one, other)):
                apart.add((i, j))
    return reached, again, apart


def same_indicator(one: Act, other: Act) -> bool:
    """Whether a figure of both measures one thing in one way, and both tell of as long a time."""
    return any(_comparable(one, other, a, b, False) for a in gauges(one) for b in gauges(other))


def other_indicator(one: Act, other: Act) -> bool:
    """Whether both only tell figures of things (生产总值增长5%), and none of these is a thing of both, or near one."""
    if not (is_indicator(one) and is_indicator(other)):
        return False
    ours, theirs = gauges(one), gauges(other)
    return all(a.thing and b.thing and not a.names(b) and not near(a.thing, b.thing) for a in ours for b in theirs)


def other_period(one: Act, other: Act) -> bool:
    """Whether both tell figures of one thing, all of which are of one year in the one and of several in the other."""
    if {count.years for count in one.counts} == {count.years for count in other.counts}:
        return False
    told = [(a, b) for a in gauges(one) for b in gauges(other) if a.count.unit == b.count.unit and a.names(b)]
    return bool(told) and not any(
        _comparable(one, other, a, b, False) or a.count.years == b.count.years for a, b in told
    )


def is_indicator(act: Act) -> bool:
    """Whether it begins with the thing that its first figure is of, and says no more of it than its figures."""
    found = gauges(act)
    return bool(found) and not found[0].behind and not _acts(act)


@lru_cache(MOST_KEPT)
def gauges(act: Act) -> tuple[Gauge, ...]:
    """What each figure of the measure measures, in their order; those that are not in its text measure nothing."""
    found: list[Gauge] = []
    items: list[str] = []
    at, shared, first = 0, 0, 0
    for place, (start, end, count) in enumerate(known := _places(act)):
        before = act.text[at:start]
        until = known[place + 1][0] if place + 1 < len(known) else len(act.text)
        joined = bool(found) and bool(_JOINT.match(before))
        clause = _CLAUSE.split(before)[-1]
        kind = _kind(clause) or ("level" if pattern("gauge-words", "^{level}").match(count.text) else "")
        mean = bool(pattern("gauge-words", "{mean}").search(clause))
        goes_on = joined or (not kind and before.startswith("、") and bool(found))
        if goes_on and (count.unit == "%") == (found[-1].count.unit == "%"):
            kind, mean = kind or found[-1].kind, mean or found[-1].mean
        lost = False
        if "分别" in clause:
            listed = _FROM.sub("", clause).split("分别")[0]
            items = [name for part in _ITEMS.split(listed) if (name := name_of(part, _verb(act)))] or items
            shared = _shared(act.text, known, place)
            first = place
            lost = not items
        elif joined and found:
            lost = found[-1].lost
        after = act.text[end:until]
        behind = (
            not joined
            and bool(re.match(r"[^\W\d]", after))
            and not pattern("gauge-words", "^(?:{up}|{down}|{level}|{total}|{new})").match(after)
        )
        if behind and not kind and not _acts(act):
            kind = "new" if pattern("gauge-words", "{new}").search(after) else ""
        last = ""
        if items and shared > 1 and first <= place < first + shared:
            listed_all = len(items) == shared
            thing = items[place - first] if listed_all else f"{''.join(items)}{place - first}"
            parted = listed_all and place < first + shared - 1 and not _WHOLE.search(thing)
            last = items[-1] if parted else ""
        elif behind:
            thing = name_of(re.split(r"[，,；;、]", after)[0])
        else:
            thing = name_of(_FROM.sub("", clause).lstrip("、和与及"), _verb(act))
        thing = thing or (found[-1].thing if found else name_of(re.split(r"[0-9]", act.text)[0]))
        found.append(Gauge(count, thing, kind, mean, behind, last, lost))
        at = end
    return tuple(found)


def _shared(text: str, known: Sequence[tuple[int, int, Count]], place: int) -> int:
    """How many figures from this one on are told in one row: 分别增长5%、6%."""
    number = 1
    for (_, end, _), (start, _, _) in zip(known[place:], known[place + 1 :], strict=False):
        if not re.fullmatch("[、和与及]+", text[end:start]):
            break
        number += 1
    return number


def _places(act: Act) -> list[tuple[int, int, Count]]:
    """The counts that stand in the measure's text, and where."""
    found, at = [], 0
    for count in act.counts:
        match = re.compile(rf"(?<![0-9.]){re.escape(count.text)}").search(act.text, at) if count.text else None
        if match:
            at = match.end()
            found.append((match.start(), at, count))
    return found


def _kind(before: str) -> str:
    """The kind that the last such word tells; '' where none does."""
    ends = [(m.end(), m.end() - m.start(), kind) for kind in KINDS for m in _words(kind).finditer(before)]
    return max(ends, default=(0, 0, ""))[2]


@cache
def _words(kind: str) -> re.Pattern[str]:
    return telling(group_of("gauge-words", kind))


def _one_kind(one: Act, other: Act, a: Gauge, b: Gauge) -> bool:
    """Whether both tell a level, a growth, what was added or the whole. 取得成果100项 tells what was added too."""
    kinds = {a.kind, b.kind}
    if len(kinds) == 1 or kinds == {"total", "level"}:
        return True
    if kinds == {"up", "down"}:  # of one rate; no difference is told of them
        return True
    if kinds == {"new", ""}:
        return _acts(other if a.kind else one)
    if kinds != {"level", ""} or a.behind or b.behind:
        return False
    return a.count.unit == "%" or not (_acts(other if a.kind else one) and is_indicator(one if a.kind else other))


def _acts(act: Act) -> bool:
    """Whether it begins with what was done: of 茶叶总产量174吨 the first word is no verb, though it was read as one."""
    return bool(_verb(act)) and bare(act.text).startswith(_verb(act))


def _verb(act: Act) -> str:
    """Its verb, '' where the list of verbs has it not."""
    return act.verb if act.action else ""


def _comparable(one: Act, other: Act, a: Gauge, b: Gauge, same: bool) -> bool:
    if a.count.unit != b.count.unit or a.mean != b.mean or not _one_period(one, other, a, b):
        return False
    if not a.thing and not b.thing:
        return same and a.kind == b.kind and _alike_before(one, other)
    if not a.thing or not _one_kind(one, other, a, b) or not a.names(b):
        return False
    return not pattern("gauge-words", "^{vague}$").match(a.thing) or _alike_before(one, other)


def _alike_before(one: Act, other: Act) -> bool:
    """Whether the two clauses in front of both in their sentences are alike: of which projects 完成投资12亿元 tells."""
    signs = []
    for act in (one, other):
        before = act.sentence[: max(act.sentence.find(act.text), 0)].rstrip("，,")
        letters = _NO_LETTER.sub("", bare("".join(_CLAUSE.split(before)[-2:])))
        signs.append({letters[i : i + 2] for i in range(len(letters) - 1)})
    return len(signs[0] & signs[1]) >= ALIKE * min(map(len, signs)) and all(signs) == any(signs)


def _one_period(one: Act, other: Act, a: Gauge, b: Gauge) -> bool:
    """Whether both figures are of as long a time: of one year, or of several.

    What several years came to (突破3万亿元, 占40%) stands beside what one came to; what they add up to does not, and no
    target of a plan of years beside that of a year.
    """
    if a.count.years == b.count.years:
        return True
    if (one if a.count.years else other).status == "planned" or not (is_indicator(one) and is_indicator(other)):
        return False
    if a.count.unit == "%":
        return {a.kind, b.kind} <= {"", "level", "total"}
    several, year = (a, b) if a.count.years else (b, a)
    return several.kind == "level" and year.kind in ("level", "total")


def _rank(gauge: Gauge) -> int:
    """Of several levels of one thing the one that is exact goes first: 突破1万亿元、达1.4万亿元."""
    return gauge.kind == "level" and gauge.count.modifier != "exact"
