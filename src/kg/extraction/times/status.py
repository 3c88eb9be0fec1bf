"""Status of acts (done, ongoing, planned): what the reader saw of each, weighed with the part of the report."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from kg.facts import Status
from kg.language.features import Setting
from kg.language.parsed import Act
from kg.language.reader import STATUSES
from kg.words import words_of

INTENDED = re.compile(
    r"(?<![虚模草比对和及、以在选的])拟(?![定订购]|建(?![设成立造])|上市|出让)"
    r"|争取(?![了到]|[^，,；;。]{0,12}(?:资金|补助|经费|国债|债券|投资|支持|指标|[\d０-９]))"
)
"""拟 before a predicate looks ahead, not in 清理在建和拟建项目, 虚拟电厂; so does 争取, not in 争取资金."""
TITLE = 6.0
"""What title and headings weigh."""
ACCOUNT = 9.0
"""What the title of an account weighs: what shall be done says so there (下一步…)."""
TOGETHER = 2.0
"""How much the other measures of a part weigh beside a measure's own words."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a report in which status is of one piece, and what its title and headings say of it: the odds (natural
    logarithm) that its measures are planned."""

    place: int | None
    odds: float


def part_of(place: int | None, setting: Setting, ahead: bool, told: int = 0) -> Part:
    """The part at this place: an account tells what was done unless a heading says otherwise, a plan what shall be.
    Where a paragraph looks ahead (下一步…) the title says nothing; ``told`` is the `direction` of what stands above."""
    if told and not (ahead and told < 0):
        return Part(place, told * TITLE)
    if setting.work_report or (ahead and not setting.plan and not setting.planned):
        return Part(place, 0.0)
    if setting.planned or setting.plan:
        return Part(place, TITLE)
    return Part(place, -ACCOUNT if setting.account else 0.0)


def looks_ahead(text: str) -> bool:
    """Whether a sentence opens a look ahead."""
    return INTENDED.search(text) is not None or any(word in text for word in words_of("ahead"))


def statuses(acts: Sequence[Sequence[Act]], parts: Sequence[Part]) -> list[list[tuple[Status, float]]]:
    """Status and its chance for each act of each sentence. What is planned is planned throughout a part of the report,
    so its measures support each other."""
    totals: dict[Part, list[float]] = {}
    for sentence, part in zip(acts, parts, strict=True):
        totals.setdefault(part, []).extend(_odds(act.status[2]) for act in sentence)
    mean = {part: sum(odds) / len(odds) + part.odds for part, odds in totals.items() if odds}
    return [[_status(act, mean[part]) for act in sentence] for sentence, part in zip(acts, parts, strict=True)]


def _status(act: Act, around: float) -> tuple[Status, float]:
    own = _odds(act.status[2])
    planned = 1 / (1 + math.exp(-(own + TOGETHER * around) / (1 + TOGETHER)))
    done, ongoing, _ = act.status
    rest = done + ongoing or 1.0
    chances = ((1 - planned) * done / rest, (1 - planned) * ongoing / rest, planned)
    best = max(range(3), key=lambda i: chances[i])
    return cast(Status, STATUSES[best]), chances[best]


def _odds(chance: float) -> float:
    bounded = min(max(chance, 0.01), 0.99)
    return math.log(bounded / (1 - bounded))
