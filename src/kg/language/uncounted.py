"""Numbers that are no counts: ordinals, dates, numbers inside names and idioms."""

from __future__ import annotations

import re
from functools import cache

from kg.language.numerals import HALF
from kg.words import either, group_of, words_of

MINUS = ("-", "－", "−", "–")
"""The sign before a growth that is a fall: 增长|-3.2%; before any other number it makes no count."""
NAMED = re.compile(r"[“\"][^“”\"\n]{0,12}$")
MARKS = ("〔", "﹝", "[", "【", "“", "+", *MINUS, "—", "/")
"""Right before a number that is no count."""
LETTER = re.compile("[A-Za-z]$")
NEW = re.compile(r"(?<![更创革翻])新$")
"""新一轮; but 更新6.5万台."""
YEAR = re.compile("[0-9０-９]{4}")
AHEAD = re.compile(r"(?:[日满期提]|之月)前$")
"""Before a time that something is ahead of, no rank: 期满前|3个月内, 提前|30日; but 前3个月."""
LISTED = re.compile(r"[一二三四五六七八九]、$")
"""Before the last of several ranks: 二、|三级医院."""
DAY_BEFORE = re.compile(r"[月至日号\-—~]$")
LASTS = frozenset(["内", "以内", "之内", "以上", "及以上", "以下"])
"""Behind a time they bound it: 五年内, 三十日内."""
YEARS = re.compile("[二三四五六七八九两]|[二三四五六七八九]?十[二三四五六七八九]?")
LEAST = re.compile("至少|[至最]多|不少于|不超过")
SECTORS = re.compile("产业(?![^，,；;。、]{0,6}(?:会|活动|招商|对接|推介|培训|调研|论坛|交流))")
"""三次产业结构: the sectors of the economy; not 三次产业对接会."""
HOME = re.compile("[^，,；;。、]{0,6}[房宅]")
"""Behind 拥有一套; not 已有一套办法."""
CLOCK = re.compile(r"[上下中]午|[早晚]上|凌晨|傍晚")
"""Before a time of day: 下午|3点."""
RATES = frozenset(["%", "％", "个百分点", "百分点"])
ITEM_AND_YEAR = re.compile("[0-9]{1,2}[.．][12][0-9]{3}")
"""The number of an item before a year: 3.2023年."""
BEFORE_HALF = re.compile("(?:[上下大后今每]|(?<!提)前)$")
"""上半年 is a part of a year, 每半年 tells how often."""
RECENT = re.compile("(?:近|突破|的)$")
"""近|三年 tells since when, 收获最多的|一年 which."""
AFTER_YEARS = ("度", "期", "一遇", "行动", "计划", "规划")
"""上一年|度, 一年|期贷款, 五年|一遇: no time that lasts."""
OFTEN = re.compile("[每哪多〇○零]$")
"""每一年 tells how often; 二〇〇|五年 is a date."""
LIST_OF_ORDINALS = re.compile(r"第[0-9０-９]+(?:[、和与及至][0-9０-９]+)*[、和与及至]$")
"""Before the last of several ordinals: 第1、|2条."""
ORDERED = frozenset("条款项批期类章次届位名")
HARDLY = {
    "成": tuple("新不为立员果长倍功群熟品型就都套本分"),
    "层": ("架构", "体系", "结构", "网络", "联动", "级", "次", "面", "含义", "意思"),
    "人": ("制", "转"),
    "折": ("不", "腰", "叠", "子", "扇", "线", "射", "戏"),
}
"""Classifier → what behind it shows that it is a part of a word: 九|成新, 二|人转."""
A_CLASS = re.compile(r"级(?![别差次])")
"""万亩级, 千万吨级 tell of which class a thing is."""


def words_beside(group: str) -> frozenset[str]:
    """The words beside numbers of this group (``seeds/lexicon/number-words.tsv``)."""
    return group_of("number-words", group)


@cache
def around() -> dict[str, re.Pattern[str]]:
    """Group → what its words stand before, behind or between."""
    frames = {
        "vague": "一(?:{})",
        "rank": "[一二三四五六七八九十百千两]+(?:{})",
        "once": "(?:{})$",
        "limited": "一(?:{})(?:内|以内|之内|以上)",
        "gathering": "(?:、[二三四五六七八九十]+[次届])*(?:{})",
        "lasting": "(?:{})$",
        "owned": "(?:{})$",
        "through": "(?:{})(?![同建享治赢创商接隔断歇])",
        "later": "(?:{})",
        "gained": "(?:{})了?$",
        "held": "(?:{})了?$",
        "pair": "(?:^|(?<=[十百千]))(?:{})(?=[十百千万亿]*$)",
        "reached": "(?:{})",
        "behind": "(?:{})$",
    }
    return {group: re.compile(frame.format(either(words_beside(group)))) for group, frame in frames.items()}


@cache
def _signed() -> re.Pattern[str]:
    """A word of growth with the sign of a fall behind it."""
    words = either([*group_of("changes", "amount"), *group_of("changes", "rate")])
    return re.compile(rf"(?:{words})(?:为|达到?)?[{''.join(map(re.escape, MINUS))}]$")


@cache
def _ordinal() -> tuple[str, ...]:
    return (*MARKS, *words_beside("ordinal"))


def is_none(match: re.Match[str], text: str, before: str, unit: str) -> bool:
    """Whether a number is no count: an ordinal, a date, a part of a name or an idiom."""
    number = match["number"]
    chinese = not any(c.isdecimal() for c in number)
    after = text[match.end() :]
    before = before.rstrip(" ") if " " in match.group() else before
    ahead = unit in words_of("durations") and AHEAD.search(before)
    if not match["before"] and (
        (before.endswith(_ordinal()) and not ahead and not (unit in RATES and _signed().search(before)))
        or (before and (before[-1].isdecimal() or before[-1] in ".．十百千"))
    ):
        return True
    if chinese and len(number) == 1 and LISTED.search(before):
        return True
    if unit == "日" and (
        chinese
        or DAY_BEFORE.search(before)
        or len(number) > 3
        or not (match["after"] or ahead or before[-1:] in "延满期后")
    ):
        return not (chinese and match["after"] in LASTS and not DAY_BEFORE.search(before))
    if not match["before"] and NEW.search(before):
        return True
    if chinese and len(number) == 1 and before.endswith("之"):  # 车之两轮
        return True
    if number == "一" and len(unit) == 1 and after.startswith((unit, "性")):  # 一座座新城, 一次性
        return True
    if chinese and not match["after"] and after.startswith(HARDLY.get(unit, ())):
        return True
    if unit == "级" and LETTER.search(before):  # L3级自动驾驶
        return True
    if unit == "位" and after.startswith("数"):  # 两位数增长
        return True
    if unit in words_beside("measured") and A_CLASS.match(after):
        return True
    if unit in ORDERED and LIST_OF_ORDINALS.search(before):
        return True
    if number == HALF:  # 每半年; 上半年
        return not (unit in words_of("durations") and _is_time(number, before, after, match))
    if number == "二" and not unit.startswith("个"):  # before a classifier 两 counts and 二 orders: 二套住房, 二孩
        return True
    if unit == "届" and YEAR.fullmatch(number):  # 2023届毕业生
        return True
    if unit == "月" or (unit == "年" and (YEAR.fullmatch(number) or ITEM_AND_YEAR.fullmatch(number))):
        return True
    if (
        unit in words_of("durations")
        and number == "一"
        and not match["after"]
        and _is_time(number, before, after, match)
    ):
        return False
    if unit == "年" and chinese and not match["after"]:
        return not (_lasts(number, before, after) or _is_time(number, before, after, match))
    if unit == "级" and (match["range"] or number[-1] in "万亿"):  # 1～3级待遇, 五十亿级产业
        return True
    if unit == "点" and CLOCK.search(before):
        return True
    if unit in ("届", "次", "项", "条") and chinese and around()["gathering"].match(after):
        return True
    if unit == "次" and number.endswith("三") and SECTORS.match(after):
        return True
    if (unit == "条" and before.endswith(("及", "《"))) or (unit == "分" and before.endswith("时")):
        return True
    if chinese and unit == "个" and after.startswith("“"):
        return True
    if NAMED.search(before) and "”" in after[:12] and not before[-1:].isspace():
        return True
    return _is_word(match, text, before, unit, chinese)


def _is_word(match: re.Match[str], text: str, before: str, unit: str, chinese: bool) -> bool:
    """Whether a Chinese number is a word or a part of one (一种, 一级, 千家, 万元): nothing beside it bounds it or
    tells that it counts."""
    number, after = match["number"], text[match.end() :]
    if not chinese or number[0] in "万亿" or (number[0] in "百千" and number[-1] in "万亿"):
        gained = len(number) > 1 and unit in words_beside("measured") and around()["gained"].search(before)
        return number[0] in "百千万亿" and not (match["before"] or match["after"] or gained) and chinese
    if (
        "点" in number
        or match["after"] == "多"  # 两年多
        or (unit in words_of("durations") and match["after"] in LASTS)
        or _bounds_one(number, unit, match)
        or number + unit == "两届"
        or around()["limited"].match(match.group())
        or (number + unit == "一次" and around()["once"].search(text[: match.start("number")]))
        or (number + unit == "一套" and around()["owned"].search(before) and HOME.match(after))
    ):
        return False
    told = match["before"] or match["after"] in LASTS or around()["held"].search(before)
    return any(around()[group].fullmatch(number + unit) for group in ("vague", "rank")) or (
        number in ("百", "千", "万", "百万", "千万") and not told
    )


def _is_time(number: str, before: str, after: str, match: re.Match[str]) -> bool:
    """Whether a Chinese number of years, months or days tells how long something lasts or how long after: 有效期|一年,
    开业|两年|后, 半年以内."""
    if number != HALF and not (number == "一" or YEARS.fullmatch(number)):
        return False
    if (BEFORE_HALF if number == HALF else OFTEN).search(before):
        return False
    bound = match["before"] and not RECENT.search(match["before"]) and not after.startswith(AFTER_YEARS)
    told = bound or match["after"] or around()["later"].match(after)
    return bool(told or around()["lasting"].search(before))


def _lasts(number: str, before: str, after: str) -> bool:
    """Whether a Chinese number of years tells how long something went on: 连续四年, 五年间; not 三年行动."""
    through = around()["lasting"].search(before) or around()["through"].match(after)
    return YEARS.fullmatch(number) is not None and before[-1:] not in ("〇", "○", "零") and through is not None


def _bounds_one(number: str, unit: str, match: re.Match[str]) -> bool:
    """Whether 一 is a bound and so a count: 至少一种, 一名以上; but 一级以上 is a rank."""
    bound = str(match["after"]).endswith("以上") or LEAST.match(match["before"])
    return number == "一" and bool(bound) and unit not in words_beside("rank")
