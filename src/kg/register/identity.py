"""Under which name a site, system or programme is one in all reports of its division."""

from __future__ import annotations

import re
from functools import cache

from kg.facts import EntityType
from kg.register.divisions import by_code
from kg.register.document import QUOTES
from kg.resources import rows
from kg.words import group_of, words_of

BRAND = re.compile(r"“(?P<brand>[^“”]{3,})”(?P<rest>[^“”]*)")
"""A name that begins with a brand in quotes: “鲁惠通”政策兑现平台."""
FIGURES = re.compile(r"[\d一二三四五六七八九十百千万]+[条项个级]?")
PERIOD = re.compile("[一二三四五六七八九十两]年")
APP = re.compile("app", re.IGNORECASE)
WHOLE = re.compile("[总大]平台$")
LEAST_LEFT = 7
"""Characters that a system's or programme's name has at least behind its division where it tells the thing alone."""


def one_name(kind: EntityType, name: str, code: str | None) -> str:
    """What the names of one thing of a division have in common, whichever of them a report uses: its IRI is made of it.

    Quotes around a name or a part of it tell nothing: reports of the same place set and leave them. Nor does the
    name of the division, ``code``, before a system or programme. A brand in quotes is a name by itself: “鲁惠通”政策
    兑现平台 is 鲁惠通 and “满天星”行动计划 the “满天星”行动. The result is its own such name.
    """
    if kind == "site":
        return name.translate(QUOTES) or name
    if kind not in ("system", "programme"):
        return name
    division = by_code()[code].name if code in by_code() else ""
    own = _without(division, name)
    named = BRAND.fullmatch(own)
    if named and _is_brand(named["brand"]) and _tells_nothing(kind, named["rest"]):
        own = named["brand"]
    own = _without(division, own.translate(QUOTES))
    return WHOLE.sub("平台", APP.sub("APP", own)) or name


def _without(division: str, name: str) -> str:
    own = name.removeprefix(division)
    return own if len(own) >= LEAST_LEFT else name


def _tells_nothing(kind: EntityType, rest: str) -> bool:
    """True for what stands behind a brand and only says what kind of thing it is: any words for a system, for a
    programme such as others of the same brand could bear too."""
    if kind == "system":
        return not rest or rest.endswith(tuple(group_of("suffixes", "system")))
    rest = PERIOD.sub("", rest)
    while rest and (word := next((w for w in _weak() if rest.endswith(w)), None)):
        rest = rest.removesuffix(word)
    return not rest


def _is_brand(quoted: str) -> bool:
    """True for what only one province puts in quotes: “十四五” and “一件事” are words of all, “18条” is a figure."""
    return quoted not in words_of("common-quotes") and FIGURES.fullmatch(quoted) is None


@cache
def _weak() -> tuple[str, ...]:
    return tuple(row[0] for row in rows("seeds/lexicon/brand-words.tsv"))
