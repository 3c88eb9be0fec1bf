"""What the figures of a measure measure: of which thing, and whether a level, a growth, what was added or the whole.

Two figures stand side by side only where they measure the same thing in the same way: 新增141座 is no 累计达到973座.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.asking.acts import Act, Count
from kg.resources import rows
from kg.words import either, group_of, pattern, words_of

KINDS = ("total", "up", "down", "level", "new")
"""Kinds of figures that a word tells; of words that end at one place the longest counts: 增加到 is no 增加."""
ALIKE = 0.6
"""Two names that begin alike are of one thing where they have so much of the longer in common."""

MOST_KEPT = 4_096
"""Measures whose gauges are kept: each is held against all of the other report."""

_LETTERS = re.compile(r"[^\w%]|_")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")
_CLAUSE = re.compile(r"[，,；;。：:]")
_ITEMS = re.compile(r"[、和与及]")
_NUMERAL = re.compile(r"[0-9.]+|第?[一二三四五六七八九十]+(?=[产级类本等次])")
_FROM = re.compile(r"[从由][^从由]*$")
_JOINT = re.compile(r"^[、和与及，,]*$")


@dataclass(frozen=True, slots=True)
class Gauge:
    """A count and what it measures: ``thing`` is '' where the text names none."""

    count: Count
    thing: str
    kind: str
    mean: bool
    behind: bool
    """True where the thing stands behind the figure."""
    item: bool = False
    """True where the thing is one of several that share their figures: 城镇 of 城镇、农村居民收入分别增长4%、6%."""

    def measures(self, other: Gauge) -> bool:
        """Whether both measure one thing in one way."""
        return (
            self.count.unit == other.count.unit
            and self.mean == other.mean
            and _one_kind(self, other)
            and bool(self.thing)
            and self.names(other)
        )

    def names(self, other: Gauge) -> bool:
        """Whether both name one thing."""
        shorter, longer = sorted((self.thing, other.thing), key=len)
        if (self.item or other.item) and len(shorter) > 1 and longer.startswith(shorter):
            return True
        return one_thing(self.thing, other.thing)


def paired_counts(one: Act, other: Act) -> list[tuple[Count, Count]]:
    """The figures of two measures that measure the same, each once, in the order of the first; a like name goes before
    one that is only near."""
    ours, theirs = gauges(one), gauges(other)
    same = one.verb == other.verb and _name(one.object) == _name(other.object)
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


def same_indicator(one: Act, other: Act) -> bool:
    """Whether a figure of both measures one thing in one way, and both tell of as long a time."""
    return any(_comparable(one, other, a, b, False) for a in gauges(one) for b in gauges(other))


def other_indicator(one: Act, other: Act) -> bool:
    """Whether both only tell figures of things (生产总值增长5%), and none of these is a thing of both."""
    if not (is_indicator(one) and is_indicator(other)):
        return False
    ours, theirs = gauges(one), gauges(other)
    return all(a.thing and b.thing and not a.names(b) for a in ours for b in theirs)


def is_indicator(act: Act) -> bool:
    """Whether it begins with the thing that its first figure is of, and says no more of it than its figures."""
    found = gauges(act)
    return bool(found) and not found[0].behind and not _bare(act.text).startswith(act.verb or " ")


def one_thing(one: str, other: str) -> bool:
    """Whether two names are of one thing: what stands in front of one alone, or another number, makes it another."""
    if one == other:
        return True
    if not one or not other or _NUMERAL.findall(one) != _NUMERAL.findall(other) or one[0] != other[0]:
        return False
    before = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest = one[before:], other[before:]
    behind = next(
        (i for i, (a, b) in enumerate(zip(rest[0][::-1], rest[1][::-1], strict=False)) if a != b),
        min(map(len, rest)),
    )
    return before > 1 and (before + behind) >= ALIKE * max(len(one), len(other))


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
        kind, mean = _kind(clause), bool(pattern("gauge-words", "{mean}").search(clause))
        if joined or (not kind and before.startswith("、") and found):
            kind, mean = kind or found[-1].kind, mean or found[-1].mean
        if "分别" in clause:
            listed = _FROM.sub("", clause).split("分别")[0]
            items = [_name(part) for part in _ITEMS.split(listed) if _name(part)] or items
            shared = _shared(act.text, known, place)
            first = place
        after = act.text[end:until]
        behind = (
            not joined
            and bool(re.match(r"[^\W\d]", after))
            and not pattern("gauge-words", "^(?:{up}|{down}|{level}|{total}|{new})").match(after)
        )
        item = bool(items) and shared > 1 and first <= place < first + shared
        if item:
            thing = items[place - first] if len(items) == shared else f"{''.join(items)}{place - first}"
        elif behind:
            thing = _name(re.split(r"[，,；;、]", after)[0])
        else:
            thing = _name(_FROM.sub("", clause).lstrip("、和与及"))
        thing = thing or (found[-1].thing if found else _name(re.split(r"[0-9]", act.text)[0]))
        found.append(Gauge(count, thing, kind, mean, behind, item))
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
    return re.compile(either(group_of("gauge-words", kind)))


def _one_kind(one: Gauge, other: Gauge) -> bool:
    kinds = {one.kind, other.kind}
    if len(kinds) == 1 or kinds == {"total", "level"} or kinds == {"new", ""}:
        return True
    if kinds == {"up", "down"}:  # of one rate; no difference is told of them
        return True
    return kinds == {"level", ""} and not one.behind and not other.behind


def _comparable(one: Act, other: Act, a: Gauge, b: Gauge, same: bool) -> bool:
    if a.count.unit != b.count.unit or (one.years != other.years and not {a.kind, b.kind} <= {"level", "total"}):
        return False
    if not a.thing and not b.thing:
        return same and a.kind == b.kind
    return a.measures(b)


def _rank(gauge: Gauge) -> int:
    """Of several levels of one thing the one that is exact goes first: 突破1万亿元、达1.4万亿元."""
    return gauge.kind == "level" and gauge.count.modifier != "exact"


def _bare(text: str) -> str:
    """Without the words in front that make no other thing."""
    return pattern("gauge-words", "^(?:{front})+").sub("", text)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(f"^(?:{either(w for w in words_of('verbs') if len(w) > 1)})+")


@cache
def _name(words: str) -> str:
    """The name of a thing as it is compared."""
    name = _LETTERS.sub("", _ASIDE.sub("", words))
    told = re.compile(either({w for kind in (*KINDS, "mean") for w in group_of("gauge-words", kind) if len(w) > 1}))
    name = pattern("gauge-words", "(?:{front})+$").sub("", told.sub("", _bare(name)))
    name = re.sub("[达超为近约]+$", "", _bare(_verbs().sub("", name) or name)).removeprefix("的")
    for written, meant, *_ in rows("seeds/lexicon/indicator-names.tsv"):
        if meant not in name or written in name:
            name = name.replace(written, meant)
    return name
