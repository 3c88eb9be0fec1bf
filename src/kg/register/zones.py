"""Zones without an entry of their own: what their administrations are called. A zone is called in full by its own name
and its kind: 九江高新区管委会 → 九江高新技术产业开发区管理委员会."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.register.divisions import Division
from kg.register.levels import division_word
from kg.resources import rows
from kg.words import either

BOARD = "管理委员会"
ANY = re.compile("各|所有|有关|相关|其他|国家|全[国省市区县州]|[省市县区](?:级|管)|[一二两三四五六七八九十]+[个家大]")
"""How a word begins that means any zone, not one."""
LEVEL = re.compile("本?[市州盟](?!场|民)")
"""What stands before the kind of the one zone of a city: 市高新区."""


def administration(text: str) -> str | None:
    """The administration of a zone that bears a name: 八里湖新区管委会, 九江经开区. None for any other text."""
    found = _zone().fullmatch(text)
    if found is None or ANY.match(text) or division_word(text) or len(found["name"]) < 2:
        return None
    kind = _kinds()[found["kind"]]
    if not kind.full or not (found["board"] or kind.alone):
        return None  # 文昌湖景区 may be the place alone
    return found["name"] + kind.full + BOARD + (found["office"] or "")


def administration_of(division: Division, text: str) -> str | None:
    """The administration of a division's one zone of a kind with a full name: 高新区管委会, 市高新区. A city's zone
    bears the city's name without 市 (《中国开发区审核公告目录》)."""
    found = _zone().fullmatch(text)
    if found is None or not (found["name"] == "" or LEVEL.fullmatch(found["name"])):
        return None
    kind = _kinds()[found["kind"]]
    if kind.full in ("", found["kind"]):
        return None
    return division.name.removesuffix("市") + kind.full + BOARD + (found["office"] or "")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of zone in full, '' where it may be short for two kinds; whether a zone's name alone can mean its
    administration."""

    full: str
    alone: bool


@cache
def _kinds() -> dict[str, Kind]:
    return {row[0]: Kind(row[1], row[2] == "1") for row in rows("seeds/gazetteer/zone-kinds.tsv")}


@cache
def _zone() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<name>[\u4e00-\u9fff]{{0,14}}?)(?P<kind>{either(_kinds())})(?P<board>管委会|管理委员会)?(?P<office>办公室)?"
    )
