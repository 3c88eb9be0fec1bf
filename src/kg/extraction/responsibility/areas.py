"""Places that act and are no division with a government of that name: 低风险地区要恢复交通, 各县(市、区)建立台账,
某片区简化流程, 自治区下放职权."""

from __future__ import annotations

import re

from kg.extraction.workers import of_kind
from kg.language.parsed import Name
from kg.register import Register
from kg.register.divisions import parted
from kg.register.levels import level_words

NO_DIVISION = re.compile(r"(?!逐).*(?:[区县市州盟旗镇乡村]|街道|[区县市州盟旗][)）]|地方|省份)", re.S)
"""How their names end; 逐县 is no place."""
ABOLISHED = re.compile(r"[\u4e00-\u9fff]{1,5}(?:县|市|旗|(?<![新发城园])区)")
"""How a county's name ends that no list has any more, behind its province or city: 广西壮族自治区|平果县."""
WHERE = frozenset(("辖区", "本辖区", "辖内"))
"""Where something is, which nobody does: 辖区现有组织98个."""
BELONGS = re.compile(r"[内外的中由被]|范围|认定|干部|群众|人民|建设(?=[要应须必工])")
"""What follows a place that only tells where or of which something is: 某高新区范围内, 高新区建设要…, 某镇干部群众."""
REGIONS = re.compile(".*(?:地区|[老苏灾库牧林产湾]区|古镇)", re.S)
"""How regions end, which are helped as a whole and so are no partner: 支持革命老区建设产业园."""
THRIVES = re.compile(r"[^，,；;。：:、的\n]{0,8}?(?:发展|振兴|崛起|繁荣)(?=[，,；;。、\n]|\Z)")
"""What is helped to thrive is no partner either: 支持某某片区|加快发展."""
BOARDS = ("高新区", "经开区")
"""Zones of which each has a board called after it."""


def government(text: str, register: Register) -> str | None:
    """The government of a division that stands beside bodies: 桥东区、桥西区政府. 公安 is no county there."""
    return register.government_of(text) if text.endswith(tuple("省市县区州盟旗")) else None


def undivided(characters: str, name: Name, register: Register, role: str) -> str | None:
    """The name of what acts there: a zone's board where it is known, a level's own government, else the place as the
    text has it. None where the place doesn't act."""
    text = characters[name.start : name.end]
    if text in WHERE:
        return None
    if text in level_words():
        return register.body_name(text + "政府").name
    if not NO_DIVISION.fullmatch(text) and not (role == "lead" and of_kind(text)):
        return None
    helped = role == "partner" and (REGIONS.fullmatch(text) or THRIVES.match(characters, name.end))
    if helped or BELONGS.match(characters, name.end):
        return None
    above, county = parted(text)
    if above is not None and not of_kind(text) and ABOLISHED.fullmatch(county):
        return county + "人民政府"
    board = register.body_name(text + "管委会")
    its_own = text.endswith(BOARDS) and (text in BOARDS or register.place_name(text[: -len(BOARDS[0])]) is not None)
    return board.name if board.found == "register" or (board.found == "rule" and its_own) else text
