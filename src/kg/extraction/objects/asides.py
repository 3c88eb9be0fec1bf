"""What stands in or beside the words of a thing and is no part of them: brackets, numbers, frames of other acts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extraction.counts.outcomes import VOLTAGE
from kg.extraction.objects.thingless import thing_words
from kg.facts import Quantity
from kg.language.parsed import Token
from kg.words import either

ASIDE = re.compile(r"[(（](?:以下|下称|简称|统称)[^()（）]*[)）]|[(（][^()（）]*[〔﹝\[][^()（）]*号[)）]")
"""A short name or a number of a document in brackets."""
ARTICLE = re.compile("^第[零〇一二三四五六七八九十百]+条(?![、和至款项规的])[\\s　]*")
"""The number of an article that runs on into it."""
OPEN = re.compile("(?<=[、，])[、，]+")
"""Joints between which a count stood."""
FIGURE = re.compile(
    r"[在至到为了]?[一二三四五六七八九十百]+分之[零〇一二三四五六七八九十百点]+(?:以上|左右|以内)?"
    r"|[\d０-９.．]+[A-Za-z]{2,}(?:以上|左右|以下)?"
)
"""A figure that is no count of a thing: 百分之十三点四, 38GWh."""
UNCLOSED = re.compile("[(（][^()（）]*$")
"""What a bracket opens that the act ends in: 养老床位|（牵头单位."""


@cache
def _frame() -> re.Pattern[str]:
    """What makes an act the frame of another: 编制预算|的同时."""
    return re.compile(f"(?:在.*)?的?(?:{either(thing_words('frame'))})$")


@cache
def _hanging() -> re.Pattern[str]:
    """What is left at the end of a thing where its counts stood: 项目|9个|、总投资|2亿元, 支出为|3亿元|、|4亿元."""
    return re.compile(f"(?:[、，](?:{either(thing_words('sum'))}|[和及与]|以及)?)+$")


@cache
def _level() -> re.Pattern[str]:
    """Where something stands among others or to what it came: 全国第4位, 历史新高, 5连增, 5万关口."""
    ranks, heights = (either(thing_words(group)) for group in ("among", "height"))
    number = r"[\d一二三四五六七八九十两]+"
    return re.compile(
        rf"(?:{ranks})?(?:第{number}[位名]?|{heights})|{number}连[增升丰降]|{number}[百千万亿]*关口|\d+/\d+(?:以上|左右)?"
    )


def is_figure(said: str) -> bool:
    """Whether words are a figure, or a level or rank as good as one, and no thing."""
    return bool(FIGURE.fullmatch(said) or _level().fullmatch(said))


def closed(text: str) -> str:
    """The words of a thing that counts were taken from, without the joints between those."""
    return _hanging().sub("", OPEN.sub("", text))


def without_asides(text: str) -> str:
    """The words of a thing alone."""
    return _frame().sub("", ARTICLE.sub("", UNCLOSED.sub("", ASIDE.sub("", text)))).strip()


def bracketed(characters: str, words: Sequence[Token]) -> list[tuple[int, int]]:
    """The brackets that end a stretch: 建设项目127个|（住房项目107个、产业项目20个）."""
    if not words or words[-1].text[-1] not in "）)":
        return []
    at = max(characters.rfind(mark, words[0].start + 1, words[-1].end) for mark in "（(")
    return [(at, words[-1].end)] if at > 0 else []


def tells_kind(q: Quantity, words: Sequence[Token]) -> bool:
    """Whether a figure tells of which kind the thing behind it is: 330千伏|电网工程."""
    return q.unit in VOLTAGE and q.end < words[-1].end
