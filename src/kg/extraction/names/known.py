"""Names that the words tell: programmes and laws of the state and congresses of the party that the reader overlooks,
and plenums that are named together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.facts import EntityType
from kg.language.parsed import Name
from kg.resources import rows
from kg.words import either, words_of

OVERLOOKED = 0.5
"""The chance given to a name that the reader did not see, and to a measure's referring to it."""
PARTY_CONGRESS = re.compile("党的[一二三四五六七八九十]{1,3}大(?=[和、，,。以精报提胜召作确])")
CONSTITUTION = re.compile("宪法(?=法律|权威|规定|[和、，,。；;赋])")
MEMBERS = re.compile("(?:全国|[省市区县州]|自治区)?人大(?=代表(?!大会|票))")
"""The congress that deputies belong to (guidelines, *Entities*: a member is marked as the body)."""
COMMITTEE = re.compile("(?<=(?:人大|大会)及其)(?:常委会|常务委员会)")
"""The standing committee that is named with its congress: 市人大及其|常委会."""
LISTED: tuple[tuple[re.Pattern[str], EntityType], ...] = (
    (PARTY_CONGRESS, "event"),
    (CONSTITUTION, "document"),
    (MEMBERS, "organisation"),
)
NUMBER = "[一二三四五六七八九十]"
PLENUMS = re.compile(
    f"(?:党的|[省市区县州盟旗]委|自治区党委)?{NUMBER}{{1,3}}届(?:{NUMBER}{{1,2}}[中次](?:全会)?[、和]){{1,5}}{NUMBER}{{1,2}}[中次]全会"
)
"""Plenums of one term are named together, since 二十届二中 without the rest of 二十届二中、三中全会 names none."""
SESSIONS = re.compile(
    rf"(?P<whose>全国|自治区|[\u4e00-\u9fff]{{0,8}}[省市区县州旗]|)第?(?:{NUMBER}{{1,3}}|\d{{1,2}})届(?P<of>人大常委会|人大|人民代表大会常务委员会|人民代表大会)"
    rf"第?(?:{NUMBER}{{1,3}}|\d{{1,2}})次(?:主任)?会议"
)
"""A session of a congress or of its standing committee: 区六届人大常委会第七次会议."""
MEETINGS = re.compile(
    rf"(?P<whose>国务院|(?:[省市区县州]|自治区)?(?:人民)?政府)(?:第?(?:{NUMBER}{{1,3}}|\d{{1,3}})次)?(?:党组|常务|全体|专题|工作|扩大|办公){{1,2}}会(?:议|(?!议))"
)
"""A meeting of a government: 区政府第七次常务会议."""
CHIEFS = re.compile("(?:分管|常务)?副?(?P<level>[省市区县州])长")
"""Who heads a government or its deputy: 分管副区长."""
STANDING = ("常委会", "常务委员会")
CONGRESS = re.compile("(?P<whose>全国|[省市区县州]|自治区|)(?:人大|人民代表大会)及其$")
FAR = 24
"""Characters before a standing committee in which its congress stands."""


def with_known(characters: str, start: int, end: int, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names of the sentence at ``start:end`` with these, in order."""
    found = list(names)
    for match in _programmes().finditer(characters, start, end):
        found = _with(found, Name(match.start(), match.end(), "programme", OVERLOOKED, 0.0, 0.0, 0.0, OVERLOOKED))
    for match in _laws().finditer(characters, start, end):
        found = _with(found, Name(match.start(), match.end(), "document", OVERLOOKED, 0.0, 0.0, 0.0, OVERLOOKED))
    for pattern, kind in LISTED:
        for match in pattern.finditer(characters, start, end):
            found = _with(found, Name(match.start(), match.end(), kind, OVERLOOKED, 0.0, 0.0, 0.0, 0.0))
    for match in COMMITTEE.finditer(characters, start, end):
        named = Name(match.start(), match.end(), "organisation", OVERLOOKED, 0.0, 0.0, 0.0, 0.0)
        found = [_surely(n, named) for n in _with(found, named)]
    for match in PLENUMS.finditer(characters, start, end):
        apart = [n for n in found if n.end <= match.start() or match.end() <= n.start]
        sure = max((n.thing for n in found if n not in apart), default=OVERLOOKED)
        found = [*apart, Name(match.start(), match.end(), "event", max(sure, OVERLOOKED), 0.0, 0.0, 0.0, 0.0)]
    return tuple(sorted(found, key=lambda n: n.start))


def _with(names: list[Name], name: Name) -> list[Name]:
    """The names and this one, unless it is part of one; one that holds a part of it gives way, as the place does that a
    programme is for: 京津冀|协同发展."""
    over = [n for n in names if n.start < name.end and name.start < n.end]
    if not over:
        return [*names, name]
    part = len(over) == 1 and name.start <= over[0].start and over[0].end < name.end
    if part and (over[0].type, name.type) == ("place", "programme"):
        return [name if n is over[0] else n for n in names]
    cut = part and over[0].type == name.type
    return [replace(n, start=name.start, end=name.end) if cut and n is over[0] else n for n in names]


def _surely(seen: Name, named: Name) -> Name:
    """A name that the reader saw in this place names a thing at least as likely as this one."""
    same = seen.type == named.type and seen.start >= named.start - len("其") and seen.end == named.end
    return replace(seen, thing=max(seen.thing, named.thing)) if same else seen


def standing_committee(characters: str, start: int, end: int) -> str | None:
    """The congress's standing committee that the second half of 市人大及其常委会 means, 市人大常委会; else the body
    that holds the session or meeting, or that the chief heads, who stands here."""
    if session := SESSIONS.fullmatch(characters, start, end):
        return session["whose"] + session["of"]
    if meeting := MEETINGS.fullmatch(characters, start, end):
        return meeting["whose"]
    if chief := CHIEFS.fullmatch(characters, start, end):
        return chief["level"] + "政府"
    if characters[start:end] not in STANDING:
        return None
    congress = CONGRESS.search(characters[max(0, start - FAR) : start])
    return f"{congress['whose']}人大常委会" if congress else None


@cache
def _laws() -> re.Pattern[str]:
    """The names of laws, where they end: 贯彻公司法|和预算法, but 公司法|人."""
    return re.compile(f"(?:中华人民共和国)?(?:{either(words_of('laws'))})(?![人律定规院庭官治学制])")


@cache
def _programmes() -> re.Pattern[str]:
    listed = sorted((row[0] for row in rows("seeds/lexicon/national-programmes.tsv")), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, listed))})(?:(?:[东中西]线)?工程|战略|制度|体系)?")
