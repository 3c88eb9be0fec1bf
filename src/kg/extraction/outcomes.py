"""Which counts tell how much of a measure was done or reached, and the day they hold on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.facts import Day, Outcome, Quote
from kg.language.parsed import Act, Count, Parsed
from kg.language.words import words_of

GOES_ON = re.compile(
    r"[，,、\s]*(?:其中|累计|共计?|合计|总计|分别|已|涉及|惠及|覆盖|带动|包括|总[^，,；;。]{0,6}|[^，,；;。、]{0,6})"
    r"(?:达到?|为|超过?)?"
)
"""What may stand between an act and a count of it."""

FROM = re.compile(r"[从由][^，,；;。从由]{0,14}$")
ONWARDS = re.compile(r"[^，,；;。、\d０-９]{0,12}[到至为达](?:[^，,；;。、\d０-９]|(?:19|20)\d\d年){0,10}[\d０-９]")
"""What stands before and behind the count that a change starts from: 从|40个|减少到29个."""
FARTHEST = 16
"""Characters looked at before it."""

ONWARD = "起"
"""从今年起每年减少5% is not yet so at the end of this year."""

AGES = frozenset(["岁", "周岁"])
"""They tell no time: 人均预期寿命达到78岁."""

LIKELY = 0.5
"""Least chance that a count is an outcome at all."""

NEEDED = 0.25
"""Least chance that it is one that can't be left out."""


def is_outcome(count: Count) -> bool:
    """Whether a count is an outcome of some measure; durations limit and are none."""
    if count.outcome + count.optional < LIKELY:
        return False
    return count.outcome >= NEEDED and (count.quantity.unit not in words_of("durations") or count.outcome >= LIKELY)


def measured_by(count: Count, acts: Sequence[Act], characters: str) -> int | None:
    """The act whose outcome a count is: the one around it; else the one right before it, where only words that go on
    (累计, 其中, 涉及) stand between; else the one that its clause leads to."""
    q = count.quantity
    if FROM.search(characters[max(0, q.start - FARTHEST) : q.start]) and ONWARDS.match(characters, q.end):
        return None  # where a change starts is no result
    for place, act in enumerate(acts):
        if act.start <= q.start < act.end:
            return place
    before = [place for place, act in enumerate(acts) if act.end <= q.start]
    if before and GOES_ON.fullmatch(characters[acts[before[-1]].end : q.start]):
        return before[-1]
    after = [place for place, act in enumerate(acts) if act.start >= q.end]
    if after and not any(mark in characters[q.end : acts[after[0]].start] for mark in "，,；;。"):
        return after[0]
    return None


def due_in(parsed: Parsed, due: Day | None) -> Day | None:
    """The day on which the targets of a sentence are due by what stands above it; None where the sentence tells a time
    of its own: 10年内, 到2030年."""
    if due is None or any(q.unit in words_of("durations") and q.unit not in AGES for q in parsed.quantities):
        return None
    return None if any(day.as_of > due.as_of for day in parsed.days) else due


def sets_target(characters: str, act: Act) -> bool:
    """Whether a planned act tells what is to be reached, not what is worked on."""
    return characters[act.verb : act.verb_end] in words_of("target-verbs")


def outcome(count: Count, days: Sequence[Day], governing: Day | None) -> Outcome:
    """The outcome, dated by the last day before it in its sentence, else by the one that governs the sentence."""
    q = count.quantity
    day = next((d for d in reversed(days) if d.end <= q.start), governing)
    if day is not None and day.text.endswith(ONWARD):
        day = None
    quote = Quote(day.start, day.end, day.text) if day else None
    score = round(count.outcome, 2)
    as_of = day.as_of if day else None
    return Outcome(q.start, q.end, q.text, q.value, q.unit, q.modifier, q.counted, as_of, quote, score)
