"""Things that are one in the whole country, and hotlines that have one name everywhere."""

from __future__ import annotations

import re
from functools import cache

from kg.register.document import LEVELS, QUOTES
from kg.resources import rows

HOTLINE = re.compile(rf"(?P<level>[{LEVELS}]?)(?P<number>\d{{5}})\w{{0,8}}热线")
SPREAD = re.compile(r"[两二三四五]级(?=.{6})")
"""How many levels a thing is spread over is no part of its name: 三级数字化城市运行和治理中心."""
STATE_WIDE = re.compile(r"全国.+|国家(?!级).+(?:系统|平台|数据库)")
"""What a local report names after the whole country belongs to no place: 全国文明城区, 国家人口基础信息库管理系统."""


@cache
def national() -> dict[str, str]:
    """A name without quotes → the name of the one thing in the country that it means (``national.tsv``)."""
    listed = rows("seeds/gazetteer/national.tsv")
    return {name.translate(QUOTES): row[0] for row in listed for name in row[:2]}


@cache
def _hotlines() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("seeds/gazetteer/hotlines.tsv")}


@cache
def _called_hotlines() -> dict[str, str]:
    """Names that tell a hotline without its number."""
    return {name: row[1] for row in rows("seeds/gazetteer/hotlines.tsv") for name in row[2].split()}


def national_name(text: str) -> str | None:
    """The name of the national system or programme that is meant, also where a level is said before it."""
    plain = text.translate(QUOTES)
    return national().get(plain) or national().get(plain[1:] if plain[:1] in LEVELS else plain)


def hotline(text: str) -> tuple[str, str] | None:
    """The level said before a hotline's number (empty where none is) and its standard name."""
    plain = text.translate(QUOTES)
    if (name := _called_hotlines().get(plain)) is not None:
        return "", name
    found = HOTLINE.fullmatch(plain)
    name = _hotlines().get(found["number"]) if found else None
    return (found["level"], name) if found and name else None


def is_state_wide(text: str) -> bool:
    """True for what bears the country's name before it."""
    return STATE_WIDE.fullmatch(text.translate(QUOTES)) is not None


def without_levels(text: str) -> str:
    """The name without the number of levels said before it."""
    return text[2:] if SPREAD.match(text) else text


@cache
def local_groups() -> dict[str, str]:
    """How a local state-owned group is called, in short or with its field in full → its short name."""
    forms = ("集团", "集团公司", "集团有限公司", "集团有限责任公司")
    listed = rows("seeds/gazetteer/local-groups.tsv")
    return {stem + form: row[0] + "集团" for row in listed for stem in row[:2] for form in forms}
