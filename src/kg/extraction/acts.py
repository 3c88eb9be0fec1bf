"""What the reader saw as measures, put right: which stand, where their spans begin and end, and their status."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from kg.facts import Status
from kg.language.parsed import Act, Parsed
from kg.language.reader import STATUSES

SURE = 0.5
"""Least chance that there is a predicate of a measure."""

NEEDED = 0.12
"""Least chance that it is one that can't be left out: below it stand praise and bare results."""

GOES_ON = re.compile(
    r"(?:(?:同比|环比|较|比|累计|共计?|总|合计|分别|平均)[^，,；;。]{0,8}?)?"
    r"(?:增长|下降|提高|提升|增加|减少|上升|回落|降低|缩短|达到?|超过?|居|占|完成)[^，,；;。、]{0,8}?[\d０-９一二三四五六七八九十百千万]"
)
"""A change, a share or a sum with its figure and no thing of its own: 、同比增长11.81%; ,累计达到70个."""
BELONGS = re.compile(r"(?:共|累计)?(?:涉及|惠及|覆盖|共计|累计)")
"""A count after these opens no act of its own (guidelines, *Measures*)."""
ADVERBS = re.compile(r"(?:其中|累计|共计?|合计|总计|分别|已|现|均|约|较上年|比上年|同比|环比|[、，,\s])*$")
JOINTS = " 　、,，"
LONGEST_JOINT = 8
OWN_OBJECT = re.compile(r"[为给向针围以]")
"""A phrase in front that begins so doesn't hold the object: 为企业|提供指导."""

TOGETHER = 0.5
"""How much the other measures of a part weigh beside a measure's own words."""


def standing(characters: str, parsed: Parsed) -> tuple[Act, ...]:
    """The acts of a sentence that are measures, in order."""
    acts = [_trimmed(characters, act) for act in parsed.acts if act.sure >= SURE and act.sure * act.needed >= NEEDED]
    joined: list[Act] = []
    for act in acts:
        last = joined[-1] if joined else None
        if last is not None and _continues(characters, last, act):
            joined[-1] = replace(last, end=act.end)
        else:
            joined.append(act)
    return tuple(joined)


def _continues(characters: str, last: Act, act: Act) -> bool:
    """Whether an act only adds a figure to the one before it."""
    between = characters[last.end : act.start]
    if len(between) > LONGEST_JOINT or not ADVERBS.fullmatch(between) or act.start != act.verb:
        return False
    words = characters[act.start : act.end]
    if not any(c.isdecimal() for c in words):
        return False
    if BELONGS.match(words) or between.strip(JOINTS + "其中"):
        return True
    return bool(GOES_ON.match(words)) and any(c.isdecimal() for c in characters[last.start : last.end])


def _trimmed(characters: str, act: Act) -> Act:
    """The act without marks at its edges, and without a phrase in front that holds neither object nor count."""
    start, end = act.start, act.end
    while end > act.verb_end and characters[end - 1] in JOINTS + "；;。":
        end -= 1
    front = characters[start : act.verb]
    if front and end > act.verb_end and OWN_OBJECT.match(front) and not any(c.isdecimal() for c in front):
        start = act.verb
    return replace(act, start=start, end=end)


def statuses(acts: Sequence[Sequence[Act]], parts: Sequence[object]) -> list[list[tuple[Status, float]]]:
    """Status and its chance for each act of each sentence. ``parts`` tells which part of the report each sentence
    stands in: what is planned is planned throughout a part, so its measures support each other."""
    totals: dict[object, list[float]] = {}
    for sentence, part in zip(acts, parts, strict=True):
        totals.setdefault(part, []).extend(_odds(act.status[2]) for act in sentence)
    mean = {part: sum(odds) / len(odds) for part, odds in totals.items() if odds}
    return [[_status(act, mean[part]) for act in sentence] for sentence, part in zip(acts, parts, strict=True)]


def _status(act: Act, around: float) -> tuple[Status, float]:
    own = _odds(act.status[2])
    planned = 1 / (1 + math.exp(-(own + TOGETHER * around) / (1 + TOGETHER) * 1.3))
    done, ongoing, _ = act.status
    rest = done + ongoing or 1.0
    chances = ((1 - planned) * done / rest, (1 - planned) * ongoing / rest, planned)
    best = max(range(3), key=lambda i: chances[i])
    return STATUSES[best], chances[best]  # type: ignore[return-value]


def _odds(chance: float) -> float:
    bounded = min(max(chance, 0.01), 0.99)
    return math.log(bounded / (1 - bounded))
