"""Which counts tell how much of a measure was done or reached, and the day they hold on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extraction.counts.changes import compared
from kg.extraction.counts.indicators import endings
from kg.facts import Day, Outcome, Quantity, Quote
from kg.language.counted import measuring_units
from kg.language.parsed import Act, Count, Parsed
from kg.words import either, group_of, words_of

GOES_ON = re.compile(r"[，,、\s]*(?:总[^，,；;。]{0,6}|[^，,；;。、]{0,6})(?:达到?|为|超过?)?")
"""What may stand between an act and a count of it."""

OF_WHICH = "其中"
"""A part is told of what has the same unit: 赤字8000亿元，赤字率下降到1.5%，其中中央赤字5500亿元."""
MORE = r"(?:[、和及与][^，,；;。、\d０-９]{0,12}+[\d０-９][\d０-９.．]*+[^，,；;。、\d０-９.．和及与到至为达]{1,6}+)*+"
"""Further counts that a change starts from: 分别从771家|、481家|增加到1076家、636家."""
FROM = re.compile(
    r"[从由](?:[^，,；;。从由]{0,14}|[^，,；;。从由、和及与]{1,30}[、和及与][^，,；;。、从由\d０-９]{0,12})$"
)
ONWARDS = re.compile(
    MORE + r"[^，,；;。、\d０-９]{0,12}[到至为达](?:[^，,；;。、\d０-９]|(?:19|20)\d\d年){0,10}[\d０-９]"
)
"""What stands before and behind the count that a change starts from: 从|40个|减少到29个."""
SERIES = re.compile(r"[从由](?:[上去前同现过]|(?:19|20)\d\d年)[^，,；;。从由]{0,40}$")
TURNED = re.compile(
    r"(?:[、和与及]\s*[\d０-９.．·]+[^，,；;。、\d０-９和与及到至为]{1,4})*[，,]?"
    r"(?:转|变|改|减|降|增|升|提高|下降|上升|增长|回落|扩大|收窄|缩小)[到至为成](?:[^，,；;。、\d０-９]){0,10}[\d０-９]"
)
"""The same for several in a row: 由|前三年分别上升4.9%、5.5%|，转为下降1.2%."""
VOLTAGE = frozenset(["千伏"])
"""It tells of which kind a thing is: 330千伏电网工程16个."""
FARTHEST = 16
"""Characters looked at before it."""

SHARE = "%"
JOINTS = ("、", "和", "与", "及")

BASED = re.compile(
    r"的?[^，,；;。、\d０-９]{0,10}[\d０-９][\d０-９.．]*"
    r"(?:[^，,；;。、\d０-９]{0,8}[、和与及][^，,；;。、\d０-９]{0,12}[\d０-９][\d０-９.．]*){0,3}[^，,；;。、\d０-９]{0,16}[到至为达]"
)
"""Between the day of a base and what the change reaches: 由2003年|的77%提高到|96%, 从上年|的3元和2元提高到|5元和4元."""
ONWARD, ONWARDS_FROM = "起", ("起", "开始")
"""从今年起每年减少5% is not yet so at the end of this year, nor tells 从3月初|开始 when it was done."""

AGES = frozenset(["岁", "周岁"])
"""They tell no time: 人均预期寿命达到78岁."""

CLASS = re.compile(r"的?[\u4e00-\u9fff][^，,；;。、：:\n]{0,30}?[\d０-９]")
"""Behind an amount with a bound that tells which things are counted: 开工10亿元以上|重大产业项目47个."""
ONE_OF = re.compile(r"[^，,；;。、：:\n\d]{0,14}之一")
"""Behind the size of a class: 全国首批5个|国家公园之一."""
COMPARISON = re.compile(r"[比较][^，,；;。]{0,10}$")
LIFE = re.compile(r"寿命|年龄")
IN = re.compile(r"在[^，,；;。]*$")
AMID = re.compile(r"[^，,；;。\d]{0,12}(?:情况|前提|条件)下")
"""Around the count of a circumstance: 在出口下降|3成|的情况下增长12%."""
WHOM = re.compile(r"[对为向给](?!外)[^，,；;。、的\d０-９]{2,16}$")
WHOSE = re.compile(r"[^，,；;。\d０-９]{0,20}的")
"""Around the size of those for whom something is done: 为人数|超百人|、地处城郊的学校配备保安."""
SPAN = re.compile(r"[\d０-９]+(?:周?岁)?[-—–~～至]")
"""16—24岁|失业青年."""
BOUNDS = ("以上", "以下", "及以上", "及以下")
CHANGES = tuple("增降下提达占用建支改实")
"""With these begins what is told of the amount itself."""
ROUND_THE_CLOCK = "24小时"
"""全天: it tells a manner (24小时开放)."""
FACTORS = frozenset("×*＊✕每")
"""Before 100% in the formula of a share, before what a rate is reckoned by: 每10万人口."""

IN_YEARS = re.compile(r"[两二三四五六七八九十几]年(?:之内|以内|内|左右|时间)")
"""三年内提高到90% is not due this year."""

DAYS = frozenset(["天"])
HOW_MANY = "天数"
"""Nor do these where days are what is counted: 优良天数达到338天."""

YEAR, SO_FAR = "年", "来"
"""创10|年来新高 tells since when it is so."""

LIKELY = 0.5
"""Least chance that a count is an outcome at all."""

NEEDED = 0.25
"""Least chance that it is one that can't be left out."""


HOUSEHOLDS, PEOPLE = frozenset(("户", "家")), frozenset(("人", "名"))
"""Of those helped both are told: 纳入低保8户|20人."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Group of ``seeds/lexicon/number-words.tsv`` → what its words stand in."""
    frames = {
        "base": r"(?:比|较)(?:{}|[0-9０-９]{{4}}年)的?$",
        "change": r"[^，,；;。、0-9０-９]{{0,4}}(?:{})了?[0-9０-９一二三四五六七八九十]",
        "setter": r"[，,]?(?:{})?(?:提出|确定|承诺|决定)[^。]*[，,；;][^，,；;。]{{0,6}}(?:已|目前)",
        "term": r"(?:{})[^，,；;。：:]{{0,30}}$",
        "sized": r"的?(?!其中)[^，,；;。、：:\n\d０-９]{{0,12}}(?:{})[^，,；;。、：:\n\d０-９]{{0,8}}[\d０-９]",
    }
    return {group: re.compile(frame.format(either(group_of("number-words", group)))) for group, frame in frames.items()}


def is_outcome(count: Count) -> bool:
    """Whether a count is an outcome of some measure; durations limit and are none."""
    if count.outcome + count.optional < LIKELY:
        return False
    return count.outcome >= NEEDED and (count.quantity.unit not in words_of("durations") or count.outcome >= LIKELY)


def outcomes_of(counts: Sequence[Count], acts: Sequence[Act], characters: str) -> list[Count]:
    """The counts that are outcomes, with households or people beside the others of whom one is, and by how much an act
    shortens a time."""
    found = []
    for place, count in enumerate(counts):
        near = [c for c in counts[max(0, place - 1) : place + 2] if c is not count and _both(count, c)]
        shorter = any(_shortens(act, count.quantity, characters) for act in acts)
        level = place + 1 < len(counts) and _is_level(characters, count, counts[place + 1])
        if is_outcome(count) or any(map(is_outcome, near)) or shorter or level:
            found.append(count)
    return found


def _shortens(act: Act, q: Quantity, characters: str) -> bool:
    """Whether an act makes a time shorter by this much, or to this much: 压缩办理时间|5天, 将时限缩短至|3个工作日."""
    if not act.verb_end <= q.start < q.end <= act.end or q.unit not in words_of("durations") or q.modifier == "at_most":
        return False
    behind = characters[q.end : act.end]
    return characters[act.verb : act.verb_end] in group_of("number-words", "shorten") and (
        not behind or behind[0] in "、，,和"
    )


def _is_level(characters: str, count: Count, after: Count) -> bool:
    """Whether a count is how much there is of what the next one tells the change of: 余额346亿元|，比年初增加38亿元."""
    between = characters[count.quantity.end : after.quantity.start]
    return is_outcome(after) and compared().fullmatch(between) is not None


def _both(count: Count, other: Count) -> bool:
    """Whether two counts tell of how many households and how many people."""
    one, two = sorted((count.quantity, other.quantity), key=lambda q: q.start)
    return one.end == two.start and one.unit in HOUSEHOLDS and two.unit in PEOPLE


def measured_by(count: Count, acts: Sequence[Act], characters: str) -> int | None:
    """The act whose outcome a count is: the one around it; else the one right before it, where only words that go on
    (累计, 其中, 涉及) stand between; else the one that its clause leads to."""
    q = count.quantity
    if FROM.search(characters[max(0, q.start - 3 * FARTHEST) : q.start]) and ONWARDS.match(characters, q.end):
        return None  # where a change starts is no result
    if TURNED.match(characters, q.end) and SERIES.search(characters[max(0, q.start - 3 * FARTHEST) : q.start]):
        return None
    if _from_base(characters, q):
        return None
    if _describes(count, characters):
        return None
    for place, act in enumerate(acts):
        if act.start < q.end and q.start < act.end:  # 至少|培育1家
            return place
    before = [place for place, act in enumerate(acts) if act.end <= q.start]
    if before and GOES_ON.fullmatch(between := characters[acts[before[-1]].end : q.start]):
        like = (place for place in reversed(before) if _has_unit(characters, acts[place], q.unit))
        return next(like, before[-1]) if OF_WHICH in between else before[-1]
    after = [place for place, act in enumerate(acts) if act.start >= q.end]
    if after and not any(mark in characters[q.end : acts[after[0]].start] for mark in "，,；;。"):
        return after[0]
    return None


def _from_base(characters: str, q: Quantity) -> bool:
    """Whether a change is measured from a count: 比现有的|86个|减少27个."""
    before = characters[max(0, q.start - FARTHEST) : q.start]
    return bool(_patterns()["base"].search(before) and _patterns()["change"].match(characters, q.end))


def _has_unit(characters: str, act: Act, unit: str) -> bool:
    """Whether an act holds a number with this unit."""
    return re.search(rf"[\d０-９百千万亿余多]{re.escape(unit)}", characters[act.start : act.end]) is not None


def _describes(count: Count, characters: str) -> bool:
    """Whether a count tells of which kind something is, or belongs to a formula."""
    q = count.quantity
    before, behind = characters[q.start - 1 : q.start], characters[q.end : q.end + 1]
    if q.unit in VOLTAGE:
        return True
    if before in FACTORS or (q.text == ROUND_THE_CLOCK and "\u4e00" <= behind <= "\u9fff"):
        return True
    if ONE_OF.match(characters, q.end) or (q.unit == YEAR and characters.startswith(SO_FAR, q.end)):
        return True
    if (
        q.unit in AGES
        and (q.text.endswith(BOUNDS) or SPAN.match(q.text))
        and not LIFE.search(characters, max(0, q.start - FARTHEST), q.start)
    ):
        return True
    sized = q.modifier != "exact" and WHOSE.match(characters, q.end)
    if sized and WHOM.search(characters, max(0, q.start - 2 * FARTHEST), q.start):
        return True
    if AMID.match(characters, q.end) and IN.search(characters, max(0, q.start - 2 * FARTHEST), q.start):
        return True
    if q.modifier == "over" and q.unit in measuring_units() and _patterns()["sized"].match(characters, q.end):
        return True  # 产值超10亿元|企业达到100家
    bounded = q.text.endswith(BOUNDS) and q.unit != SHARE and (q.unit in measuring_units() or q.unit in AGES)
    return bounded and not behind.startswith(CHANGES) and CLASS.match(characters, q.end) is not None


def due_in(parsed: Parsed, due: Day | None) -> Day | None:
    """The day on which the targets of a sentence are due by what stands above it; None where the sentence tells a time
    of its own: 10年内, 到2030年."""
    counted = AGES | DAYS if HOW_MANY in parsed.sentence.text else AGES
    if due is None or any(q.unit in words_of("durations") and q.unit not in counted for q in parsed.quantities):
        return None
    if IN_YEARS.search(parsed.sentence.text):
        return None
    return None if any(day.as_of > due.as_of for day in parsed.days) else due


def is_term(characters: str, act: Act, q: Quantity) -> bool:
    """Whether a count of a planned act is a term that a rule sets, no result: 贷款最高额度提高到|60万元."""
    return _patterns()["term"].search(characters, max(act.start, q.start - 2 * FARTHEST), q.start) is not None


def sets_target(characters: str, act: Act, q: Quantity) -> bool:
    """Whether a count of a planned act tells what is to be reached, not what is worked on: 规模|达到120亿元."""
    verbs = words_of("target-verbs")
    before, verb = characters[act.verb_end : q.start], characters[act.verb : act.verb_end]
    if not before and verb.endswith(endings()):  # 失业率|5.5%左右
        return True
    return verb in verbs or (before.endswith(tuple(verbs)) and not COMPARISON.search(before))


def outcome(characters: str, count: Count, days: Sequence[Day], governing: Day | None) -> Outcome:
    """The outcome, dated by the last day before it in its sentence, else by the one that governs the sentence."""
    q = count.quantity
    day = next((d for d in reversed(days) if d.end <= q.start and not _of_base(characters, d, q.start)), governing)
    if day is not None and (day.text.endswith(ONWARD) or characters.startswith(ONWARDS_FROM, day.end)):
        day = None
    quote = Quote(day.start, day.end, day.text) if day else None
    score = round(count.outcome, 2)
    as_of = day.as_of if day else None
    return Outcome(q.start, q.end, q.text, q.value, q.unit, q.modifier, q.counted, as_of, quote, score)


def _of_base(characters: str, day: Day, place: int) -> bool:
    """Whether a day is that of the count from which a change starts (由2003年的77%提高到|96%), or of what was set out
    then and is by now done (2004年提出三年解决，已解决|98%)."""
    before = characters[max(0, day.start - 1) : day.start]
    starts = before in ("由", "从") or day.text[0] in "由从"
    if starts and BASED.match(characters, day.end, place):
        return True
    return _patterns()["setter"].match(characters, day.end, place) is not None


def dealt(found: list[tuple[Outcome, ...]], acts: Sequence[Act], characters: str) -> list[tuple[Outcome, ...]]:
    """The outcomes of each act, rates side by side given to the acts they belong to: 甲地收入17175元，
    乙地收入5153元，实际增长9.8%和8.5%."""
    for place, own in enumerate(found):
        rates = _side_by_side(own, characters)
        first = place - len(rates) + 1
        if len(rates) < 2 or first < 0 or len(own) != len(rates) + 1 or own[0].unit == SHARE:
            continue
        before = range(first, place)
        if all(_waits(found[i], own[0], characters[acts[i].end : acts[i + 1].start]) for i in before):
            for i, rate in zip(before, rates, strict=False):
                found[i] = (*found[i], rate)
            found[place] = (own[0], rates[-1])
    return found


def _waits(outcomes: Sequence[Outcome], level: Outcome, between: str) -> bool:
    """Whether an act has a level of the same unit alone, and nothing but a mark stands behind it."""
    return len(outcomes) == 1 and outcomes[0].unit == level.unit and between in ("，", ",", "、", "；", ";")


def _side_by_side(outcomes: Sequence[Outcome], characters: str) -> tuple[Outcome, ...]:
    """The last outcomes, as many shares as only joints part."""
    found: list[Outcome] = []
    for one in reversed(outcomes):
        if one.unit != SHARE or (found and characters[one.end : found[0].start] not in JOINTS):
            break
        found.insert(0, one)
    return tuple(found)
