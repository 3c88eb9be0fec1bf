"""Whether a count tells how much something grew or fell (死亡人数下降50%), or how much of it there is (下降到50人).

The word that says so stands right before the count, or is the predicate whose object is counted (减少碳排放5万吨). Of
several counts side by side it stands before the first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

from kg.facts import Change, Direction, Quantity, Quote
from kg.language.counted import measuring_units
from kg.language.parsed import Act, Parsed
from kg.language.quantities import JOINTS, POINTS, SHARES
from kg.language.uncounted import MINUS
from kg.resources import rows
from kg.words import either, group_of, words_of

MOST = 24
"""Characters looked at before a count."""
REACHING = r"(?:高?达到?|约?为|是|[定设]为|(?:保持|稳定|控制|维持|定)在)?"
"""Between a noun that tells a rate and its share: 增速达到|9%, 增长目标为|5%."""
BY = rf"(?:了|高?达|(?:保持|稳定|控制|维持)在|(?:的?(?:幅度|速度|比例|率)|(?:预期|预定)?目标){REACHING})?"
"""Between a verb of change and its count: 下降幅度达|50%, 增长预期目标为|5%; but not 下降到, 减少为."""
PACED = "比年期月初末别均各再净际"
"""Before a word of one character: 同比|增3.2%, 分别|降3.2%."""
LEVEL = re.compile(r"[到至达]|[为成在]$")
"""Behind a predicate it tells that the count is a level: 提高覆盖率至|90%, 提高到当地标准的|2倍."""
BREAKS = re.compile(r"[，,；;。：:（(\n]")
JOINED = re.compile(r".*[、和与及]")
GOES_ON = frozenset("和与及并且等左右至到而后")
"""What may stand behind the change of a quality; a noun there is what was acted on: 提升500公里|农村公路."""
PLACES = frozenset(["位"])
LASTING = "连续"
MADE = re.compile("[新净]增[^，,；;。]*$")
"""新增院士3位 tells how many persons came."""
MONEY, WEIGHT, PER = "元", "吨", "/"


def change_of(characters: str, parsed: Parsed, act: Act, q: Quantity) -> Change | None:
    """The change that a count of an act tells, None where it tells none: places in a list are no amount (上升4位), nor
    is how long something lasted (连续37年)."""
    if characters.endswith(LASTING, 0, q.start):
        return None
    if q.unit in PLACES and not MADE.search(characters, max(0, q.start - MOST), q.start):
        return None
    first = _first_beside(characters, parsed.quantities, q)
    return _right_before(characters, first) or _predicate(characters, parsed, act, first)


def _first_beside(characters: str, quantities: Sequence[Quantity], q: Quantity) -> Quantity:
    """The first of the counts with one unit that only joints part: 分别下降|16.8%、15.7%."""
    for one in reversed([other for other in quantities if other.end <= q.start]):
        if one.unit != q.unit or characters[one.end : q.start] not in JOINTS:
            break
        q = one
    return q


def _right_before(characters: str, q: Quantity) -> Change | None:
    found = _before().search(characters, max(0, q.start - MOST), q.start)
    if found is None:
        return None
    group = next(name for name, word in found.groupdict().items() if word and name != "fall")
    start, end = found.span(group)
    direction = _directions()[characters[start:end]]
    if found["fall"]:  # 增长|-3.2%
        return Change("decrease", _quote(characters, start, found.end("fall"))) if direction == "increase" else None
    if group == "rate" and q.unit not in SHARES:
        return None
    if group == "quality" and (not _measures(q) or _has_noun(characters, q)):
        return None
    return Change(direction, _quote(characters, start, end))


def _predicate(characters: str, parsed: Parsed, act: Act, q: Quantity) -> Change | None:
    """The change that the predicate tells of its object, where no other verb and no other count stands between."""
    word, between = characters[act.verb : act.verb_end], characters[act.verb_end : q.start]
    amount = word in group_of("changes", "amount")
    if not between or not (amount or (word in group_of("changes", "quality") and _is_amount(q))):
        return None
    if BREAKS.search(between) or LEVEL.search(between) or not _goes_on(characters, parsed, act.verb_end, q, amount):
        return None
    return Change(_directions()[word], _quote(characters, act.verb, act.verb_end))


def _goes_on(characters: str, parsed: Parsed, start: int, q: Quantity, amount: bool) -> bool:
    """Whether the words between a predicate and a count are its object, or objects with counts and joints between.

    A verb right before the count of an ``amount`` names what is counted: 新增光伏装机|214万千瓦.
    """
    before = [other for other in parsed.quantities if start <= other.start and other.end <= q.start]
    counts = [other.end for other in before]
    verbs = [t for t in parsed.tokens if start <= t.start and t.end <= q.start and t.pos == "v"]
    if any(t.end < q.start or counts or not amount for t in verbs):
        return False
    if counts and (q.unit in SHARES | POINTS) != (before[-1].unit in SHARES | POINTS):
        return False  # 新增就业47万人、失业率|5.5%
    return not counts or JOINED.match(characters, counts[-1], q.start) is not None


def _quote(characters: str, start: int, end: int) -> Quote:
    return Quote(start, end, characters[start:end])


def _has_noun(characters: str, q: Quantity) -> bool:
    behind = characters[q.end : q.end + 1]
    return "\u4e00" <= behind <= "\u9fff" and behind not in GOES_ON


def _measures(q: Quantity) -> bool:
    return _is_amount(q) or q.unit in measuring_units()


def _is_amount(q: Quantity) -> bool:
    """Whether a count is a share, money, time, weight or a rate, which is never what was made better."""
    return (
        q.unit in SHARES | POINTS | words_of("durations") or MONEY in q.unit or q.unit.endswith(WEIGHT) or PER in q.unit
    )


@cache
def _directions() -> dict[str, Direction]:
    return {row[0]: cast(Direction, row[2]) for row in rows("seeds/lexicon/changes.tsv")}


@cache
def _before() -> re.Pattern[str]:
    """A word of change with what may stand between it and its count."""
    words = {group: either(group_of("changes", group)) for group in ("amount", "quality", "rate", "short")}
    short = f"(?<=[{PACED}])(?P<short>{words['short']})"
    fall = f"(?P<fall>[{''.join(map(re.escape, MINUS))}]?)"
    return re.compile(
        rf"(?:(?:(?P<amount>{words['amount']})|(?P<quality>{words['quality']})|{short})"
        rf"{BY}|(?P<rate>{words['rate']})(?:预期|预定)?(?:目标)?{REACHING}){fall}\s*$"
    )


@cache
def compared() -> re.Pattern[str]:
    """Between how much there is of something and its change: 346亿元|，比年初增加|38亿元."""
    bases = either(group_of("number-words", "base"))
    words = either(words_of("changes"))
    return re.compile(rf"[，,](?:同比|[比较](?:{bases}|[0-9０-９]{{4}}年)[年末底初]*)(?:净|又)?(?:{words})了?")
