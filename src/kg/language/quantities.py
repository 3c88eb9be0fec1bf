"""Counts: a number with the unit or classifier after it and its approximation words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import cast

from kg.facts import Modifier, Quantity
from kg.language.numerals import value_of
from kg.language.uncounted import around, is_none, words_beside
from kg.resources import rows
from kg.words import either, words_of

THOUSAND = r"(?:[十百]|千(?![克米升]))?"
ARABIC = rf"[0-9０-９]+(?:[,，][0-9０-９]{{3}})*(?:[.．·][0-9０-９]+)?{THOUSAND}[万亿]*(?:[0-9]+(?:[百千]万?|万))?"
"""19·5％: older reports write the decimal point as a middle dot; 1亿2000万, 1万6千; 0.5|千克."""
POINT = r"点[零〇一二三四五六七八九]+"
HALF_OF = "半(?=年|个月|天|个?小时|个?工作日)"
FIGURES = "[一二三四五六七八九十百千两]+"
JOINED = rf"{FIGURES}(?:(?:[万亿]+[零〇]?|(?<=[百千])[零〇]){FIGURES})*"
"""一万二千, 一百零八, 一亿三千万: one numeral, however many scales stand in it."""
CHINESE = rf"(?:{HALF_OF}|{JOINED}(?:{POINT}(?=[万亿]|个?百分点|倍)|(?:[万亿][百千万亿]*)?))"
"""五点三个百分点; but not 八点三十分."""
SHARE = rf"[零一二三四五六七八九十百两]+(?:{POINT})?|[0-9０-９]+(?:[.．·][0-9０-９]+)?"
"""Behind 百分之: 百分之十三点四."""
SHARE_TO = rf"(?:{SHARE})(?:至|——?)(?:百分之)?(?={SHARE})"
"""百分之八至九."""
SCALE_ALONE = (
    r"(?:[百千]?[万亿]{1,2}(?=元|人次|斤|吨|美元|千瓦|亩|[名人户家场件台辆]次?以上)"
    r"|(?:(?<=[超逾])|(?<=(?<![附最临邻])近)|(?<=突破)|(?<=超过))[万亿](?=[列名人户家场件台辆箱套册条项]))"
)
"""突破万亿元, 亿元以上, 超万亿斤, 万场以上, 超万列, 近万家."""
WORDED = rf"(?<![零〇一二三四五六七八九十百千万亿两])(?:{CHINESE}|{SCALE_ALONE})"
"""A numeral in words, never the rest of one."""
RANGE = rf"(?:[0-9０-９]+(?:[.．][0-9０-９]+)?[万亿]?[%％]?\s*(?:[-－—–~～至]|——)\s*(?={ARABIC}))?"
GAP = r"[^0-9０-９，,。；;：:、（()）“”《》\n为是]{0,8}"
"""What may stand between 不低于, 最高, 至少 and the number they qualify."""
WORD = GAP.replace("8", "3")
"""The same for 最高, 至少, twice with 或 between: 最高给予500万元, 最高资助或奖励500万元."""
WHOLE = r"(?!(?<=[A-Za-z])[A-Za-z0-9])"
"""A unit in Latin letters ends where they end."""
PER = "(?<![%％])[/／]"
"""Between a unit and what it is reckoned by: 3分/千瓦时以上."""
BLANK = r"(?:(?<=[0-9]) (?=[万亿]*(?:元|平方米|人次|家|个|人|名|公里|吨|[%％])))?"
"""What a blank may part from its number: 100 万元; most others are columns of a table or numbers of items."""
MORE = r"(?<=倍)多|(?<=[年月])多(?=[，,。；;来的]|时间)"
"""Behind a unit: 增长2倍多, 两年多来."""
INCLUSIVE = r"(?:[（(]含[^（()）]{0,3}[)）])?"
LEAST = re.compile(r"至少|不少于")
SIDE_BY_SIDE = re.compile(r"[^，,。；;：:\d]{0,20}[、和及]$")
RESPECTIVE = re.compile(r"分别[^，,。；;]*$")
JOINTS = ("、", "和", "与", "及")
DISCOUNT = "折"
TENTHS = 10
POINTS = frozenset(["百分点", "个百分点", "千分点", "个千分点"])
BEFORE_POINTS = re.compile(
    r"(?<![第0-9０-９.．])[0-9０-９]+(?:[.．][0-9０-９]+)?(?=[、和与及](?:[0-9０-９.．]+[、和与及])*$)"
)
"""Numbers that share the unit of the last: 提高|3.9、2.0、|2.9个百分点."""
SCALES = ("万", "亿")
FARTHEST = 30
"""Characters looked at before a ratio."""
PARTED = r"(?:[^，,；;。：:（()）\n\d０-９]|[（(][^（()）\n]*[)）]){2,40}的\s*$"
"""What stands between a bound and the share that it bounds: 不超过|该套型总建筑面积的|5%."""
SHARES = frozenset(["%", "‰", "倍", "成"])
PARTS = r"[二三四五六七八九十]{1,2}分之[一二三四五六七八九]"
"""三分之一."""
SLASHED = r"(?<![0-9０-９/／.．A-Za-z\-])[1-9][/／](?:[2-9]|1[0-9]|20)(?![0-9０-９/／.．倍A-Za-z])"
"""占全国1/4."""
RATIO = r"(?<![0-9０-９.．∶:：])[0-9]+(?:[.．][0-9]+)?(?=\s?[∶:：])"
TO_ONE = r"\s?[∶:：]\s?1(?![0-9０-９.．∶:：])"
COMPARING = re.compile(r"比(?:[^，,；;。：:、]{0,16}(?:[至到为达约由于]|突破|超过))?$")
"""Before a ratio that an indicator has: 城乡居民收入比缩小至|2.1∶1; not 按|1∶1的比例."""
NO_ABOUT = "(?!(?<=[签条节预违契履])约)"
"""签约|30个项目, 条约, 节约, 预约: no word of approximation."""
AGED = r"[0-9０-９]{1,2}周?岁"
"""People of an age that a number in 万 counts: 390万|65岁以上老年人."""
TOLD = r"[^，,。；;、：:的了\d０-９\s]{1,7}"
"""Between a number in 万 or 亿 and the people that it counts: 新增510万|沼气用户."""
NEXT = r"和(?=[0-9０-９.．]+[万亿](?![元吨斤千平立美]))"
"""Before the next of several numbers without a unit: 1753万|和2028万."""
MEDALS = r"(?<=[0-9０-９])[金银铜](?=[、，,。；;）)的和好\s0-9０-９]|$)"
"""4金1银1铜."""
AGES = frozenset(["岁", "周岁"])
ITEM = re.compile(r"[0-9]{1,2}[.．](?=[0-9]{2})")
"""The number of an item before a whole number: 1.80周岁及以上的."""


@cache
def _approximators() -> dict[str, frozenset[str]]:
    """Where a word of approximation stands by its number (before, far, near, inside, after) → such words."""
    listed = [(word, where) for word, _, where, *_ in rows("seeds/lexicon/approximators.tsv")]
    places = {where for _, where in listed}
    return {place: frozenset(word for word, where in listed if where == place) for place in places}


@cache
def pattern() -> re.Pattern[str]:
    """The grammar: word? range? number 余? unit (含)? word? or word? 百分之 number 多? word? or a part or ratio."""
    units = either(words_of("units"))
    alt = {where: either(words) for where, words in _approximators().items()}
    people = either(words_of("people"))
    told = rf"{TOLD}(?:{either(words_beside('people'))})"
    word = rf"(?!{either(words_beside('named'))}){WORD}(?:或{WORD})?"
    rises = rf"(?:{either(words_of('changes'))}|调整)[到至为]?(?=[0-9０-９])|{NEXT}"
    return re.compile(
        rf"(?P<before>{NO_ABOUT}(?:(?:{alt['far']}){GAP}|(?:{alt['near']}){word}|(?:{alt['before']})[的为]?)*?)"
        rf"(?:百分之(?:{SHARE_TO})?(?P<share>{SHARE})(?P<some>(?:{alt['inside']})?)(?P<beyond>{alt['after']})?"
        rf"|(?:(?P<parts>{PARTS}|{SLASHED})|(?P<ratio>{RATIO}){TO_ONE})(?P<past>{alt['after']})?"
        rf"|(?P<range>{RANGE})(?P<number>{ARABIC}|{WORDED}){BLANK}(?P<inside>(?:{alt['inside']})?)"
        rf"(?P<scale>[万亿]*)(?:(?P<unit>{MEDALS}|(?:{units})(?<!周(?=[年岁]))(?<!方(?=面))(?<!台(?=阶)){WHOLE}(?:[（(](?:{units})[)）]|{PER}(?:{units}){WHOLE})?)"
        rf"(?:{INCLUSIVE}(?P<after>{alt['after']}|{MORE}))?"
        rf"|(?P<bare>(?:(?<=[万亿])|(?<=[万亿][多余]))(?:(?P<beyond_all>{alt['after']})(?=[，,。；;、的）)]|$)|(?=[，,。；;、的）)]|$|{people}|{told}|{AGED}|{rises})))))"
    )


@cache
def modifiers() -> dict[str, Modifier]:
    """Approximation word → modifier."""
    return {row[0]: cast(Modifier, row[1]) for row in rows("seeds/lexicon/approximators.tsv")}


def find_quantities(text: str, offset: int = 0) -> tuple[Quantity, ...]:
    """The counts in ``text``; ``offset`` is where it begins in the whole text."""
    found = list(_with_points(list(_found(text)), text))
    _share_units(found, text)
    _say_at_least(found, text)
    _say_for_all(found, text)
    _say_bounds(found, text)
    return tuple(replace(q, start=offset + q.start, end=offset + q.end) for q in found)


def _share_units(found: list[Quantity], text: str) -> None:
    """The unit behind the last of several numbers holds for each: 分别达到1409万、1305万|人次."""
    for at in range(len(found) - 1, 0, -1):
        one, other = found[at - 1], found[at]
        if not one.unit and one.text[-1] in SCALES and text[one.end : other.start] in JOINTS:
            found[at - 1] = replace(one, unit=other.unit)


def _with_points(found: list[Quantity], text: str) -> Iterator[Quantity]:
    """The counts, and before a difference those beside it that leave its unit out: 分别提高3.9、2.0、|2.9个百分点."""
    end = 0
    for q in found:
        for match in BEFORE_POINTS.finditer(text, end, q.start) if q.unit in POINTS else ():
            if (value := value_of(match.group())) is not None:
                yield Quantity(match.start(), match.end(), match.group(), value, q.unit, "exact")
        yield q
        end = q.end


def _say_at_least(found: list[Quantity], text: str) -> None:
    """至少 before the predicate holds for the counts side by side: 至少建设1家机构、1所医院."""
    least = False
    for at in range(len(found) - 1):
        one, other = found[at], found[at + 1]
        beside = SIDE_BY_SIDE.match(text[one.end : other.start])
        least = bool((least or LEAST.match(one.text)) and beside and other.modifier == "exact")
        if least:
            found[at + 1] = replace(other, modifier="over")


def _say_for_all(found: list[Quantity], text: str) -> None:
    """A word behind the last of several counts holds for each, and one before the first: 分别控制在5%和3%以内."""
    said: Modifier | None = None
    for at in range(len(found) - 1, 0, -1):
        one, other = found[at - 1], found[at]
        between = text[one.end : other.start]
        said = other.modifier if around()["behind"].search(other.text) else said
        if one.modifier != "exact" or one.unit != other.unit or between not in JOINTS:
            said = None
        elif said and RESPECTIVE.search(text, 0, one.start):
            found[at - 1] = replace(one, modifier=said)
    said = None
    for at in range(1, len(found)):
        one, other = found[at - 1], found[at]
        said = one.modifier if around()["reached"].match(one.text) and RESPECTIVE.search(text, 0, one.start) else said
        if other.modifier != "exact" or one.unit != other.unit or text[one.end : other.start] not in JOINTS:
            said = None
        if said:
            found[at] = replace(other, modifier=said)


def _say_bounds(found: list[Quantity], text: str) -> None:
    """A bound holds for the share at the end of its phrase: 不得大于套内建筑面积的20%."""
    end = 0
    for at, q in enumerate(found):
        start = q.start
        parted = q.modifier == "exact" and q.unit in SHARES and text[start - 1 : start] in ("的", " ")
        if parted and (bound := _bound().search(text, end, start)):
            found[at] = replace(q, modifier=modifiers()[bound["word"]])
        end = q.end


@cache
def _bound() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{either(_approximators()['far'])}){PARTED}")


def _found(text: str) -> Iterator[Quantity]:
    for match in pattern().finditer(text):
        if match["share"]:
            if (share := value_of(match["share"])) is not None and match["share"] != "百":
                at, end = match.start(), match.end()
                yield Quantity(at, end, match.group(), share, "%", _modifier(match))
            continue
        if match["parts"] or match["ratio"]:
            yield from _part_or_ratio(match, text)
            continue
        number, unit = match["number"], match["unit"] or ""
        start = match.start()
        if unit in AGES and start == 0 and (item := ITEM.match(number)):  # the number of an item, then the age
            start, number = item.end(), number[item.end() :]
        if is_none(match, text, text[: match.start()], unit):
            continue
        some = around()["pair"].search(number)
        figure = number[: some.start()] + number[some.end() - 1 :] if some else number
        value = value_of(("1" if figure[0] in "万亿" else "") + figure + match["scale"])
        if value is None:
            continue
        if unit == DISCOUNT and value > TENTHS:  # 八五折
            value /= 10
        yield Quantity(
            start,
            match.end(),
            text[start : match.end()],
            value,
            "%" if unit == "％" else unit,
            "about" if some and _modifier(match) == "exact" else _modifier(match),
        )


def _part_or_ratio(match: re.Match[str], text: str) -> Iterator[Quantity]:
    """A part (三分之一 → 0.3333), less than the whole (6/3 is none), or a ratio to one (2.1∶1 → 2.1, unit ∶1)."""
    if match["parts"]:
        whole, part = (value_of(said) or Decimal(0) for said in _whole_and_part(match["parts"]))
        value, unit = (part / whole).quantize(Decimal("0.0001")).normalize() if part < whole else None, ""
    else:
        comparing = COMPARING.search(text, max(0, match.start("ratio") - FARTHEST), match.start("ratio"))
        value, unit = value_of(match["ratio"]) if comparing else None, "∶1"
    if value is not None:
        yield Quantity(match.start(), match.end(), match.group(), value, unit, _modifier(match))


def _whole_and_part(parts: str) -> list[str]:
    """三分之一 and 1/3 alike as 3 and 1."""
    return parts.split("分之") if "分之" in parts else re.split("[/／]", parts)[::-1]


def _modifier(match: re.Match[str]) -> Modifier:
    """Where two words stand, the one nearest the number's end wins (guidelines, *Quantities and dates*)."""
    nearest = (
        match["after"]
        or match["beyond"]
        or match["beyond_all"]
        or match["past"]
        or match["inside"]
        or match["some"]
        or _last(match["before"])
    )
    if nearest == "起":
        nearest = match["inside"] or _last(match["before"]) or "起"
    return modifiers()[nearest] if nearest else "exact"


def _last(before: str) -> str:
    """The approximation word before a number that stands nearest it; 余 in 不超过剩余部分的10% is none."""
    leading = (w for where in ("before", "far", "near") for w in _approximators()[where])
    found = [(before.rfind(w) + len(w), len(w), w) for w in leading if w in before]
    return max(found)[2] if found else ""
