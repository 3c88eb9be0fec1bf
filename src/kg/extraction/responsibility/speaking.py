"""Subjects that are no name: the issuer speaking of itself (我们设立…), whom it speaks to (你省), who heads the
state or a government (总理批示), a body by its meeting, and those of a kind who can or must (有条件的地方,可…)."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.names.known import CHIEFS, MEETINGS, SESSIONS
from kg.language.parsed import Name, Parsed
from kg.resources import rows
from kg.words import either, group_of, words_of

SPOKEN = 0.9
"""The chance given to 我们 and the like that it is the subject."""
ABLE = re.compile(
    r"(?:有条件的[\u4e00-\u9fff]{1,6}?(?<!项目)|(?!对|在|向|与|把|将|由|按|根据|属于)[^，,；;。：:\n]{2,40}的(?:地方|地区|省份|城市|市县|区县|县区"
    r"|省[(（]区、市[)）]|县[(（]市、区[)）]))(?=[，,]?(?:也|还|同时)?(?:可以?(?![能持再靠行观])|要(?![求点素件])|应当?|必须|须))"
)
"""Those of a kind who can or must: 有条件的地方,可建立补偿机制; 尚未出台政策的地区,要抓紧制定; a project can't."""


ADDRESSED = re.compile(
    r"(?:目前|近日|近年来|由于|鉴于|为此|请|同意)?[，,]?(?P<who>你(?:自治区|[省市区县州委局部厅办]))(?![的有各直属所级])"
)
"""Who is spoken to: 目前|你省|正在开展工作."""

WHEN = r"(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日)?)?[，,]?"
SESSION = re.compile(rf"{WHEN}(?P<who>{SESSIONS.pattern})(?=[，,]?(?:听取|审议|审查|对|就|作出|通过|表决|提出|形成))")
"""A session of a congress or of its committee that does something: 区六届人大常委会第七次会议|听取了报告."""
MEETING = re.compile(rf"{WHEN}(?P<who>{MEETINGS.pattern})(?!的|精神|纪要|议题|议事|组织|室|制度|成员)")
"""A meeting of a government that does something: 区政府常务会议|研究方案."""
CHIEF = re.compile(
    rf"(?P<who>{CHIEFS.pattern})(?![的、和兼热信质办负专奖国任]|[\u4e00-\u9fff]{{2,3}}(?:作|在|代|率|带|出))"
)
"""Who heads a government and does something: 分管副区长|每月调度."""
OWN = re.compile(r"我(?P<who>(?:自治区|[省市区县州旗镇乡])(?:人民)?政府)(?![的采性])")
"""The government that a bureau speaks of as its own: 我区政府|高度重视."""
OTHERS = (ADDRESSED, SESSION, MEETING, CHIEF, OWN)


def spoken(characters: str, one: Parsed) -> tuple[Name, ...]:
    """Where a clause opens with the issuer speaking of itself (我们设立…), whom it speaks to, who heads the state or a
    government (总理批示) or what body meets (区政府常务会议研究…); the reader takes none for a body's name."""
    found = []
    for clause in one.clauses:
        opening = _speaking().match(characters, clause.start, clause.end)
        opening = opening or ABLE.match(characters, clause.start, clause.end + len("，同时可以"))
        if opening is not None and not characters.startswith(_unspoken(), opening.end()):
            found.append(Name(clause.start, opening.end(), "organisation", 0.0, SPOKEN, SPOKEN, 0.0, 0.0))
        other = next((m for words in OTHERS if (m := words.match(characters, clause.start))), None)
        if opening is None and other is not None:
            found.append(Name(*other.span("who"), "organisation", 0.0, SPOKEN, SPOKEN, 0.0, 0.0))
    seen = [n for n in one.names if n.type != "event"]  # a session or meeting may be seen as one
    return tuple(n for n in found if all(n.end <= other.start or other.end <= n.start for other in seen))


@cache
def _speaking() -> re.Pattern[str]:
    itself = either(words_of("speakers"))
    return re.compile(f"{itself}|[\u4e00-\u9fff]{{2,3}}(?:{'|'.join(leaders())})")


@cache
def leaders() -> dict[str, str]:
    """Office → the body that its holder stands for."""
    return {row[0]: row[1] for row in rows("seeds/lexicon/leaders.tsv")}


@cache
def _unspoken() -> tuple[str, ...]:
    """What makes 我们 and the like part of something else: 我们党, 我们的, …总书记重要讲话."""
    return tuple(group_of("who-words", "unspoken"))
