"""Names that the reader saw → entities: which of them name things, and what a register would call them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extraction.names.known import OVERLOOKED, standing_committee
from kg.extraction.phrases import side_by_side
from kg.facts import Entity, EntityType
from kg.language.parsed import Name
from kg.register import Register, introduced, levelled, shortened, tailed
from kg.register.document import QUOTES
from kg.words import group_of, words_of

THING = 0.34
"""Least chance that a name names a thing: about where F1 is best on annotated reports left out in turn."""

KNOWN = 0.12
"""The same for a name that the report uses for a thing elsewhere."""

LISTED = 0.2
"""The same for a name in a list beside one of its type that surely names a thing."""

UNREFERRED = 0.15
LEAST_UNREFERRED = 0.6
"""A programme outside of quotes to which hardly an act can refer is one from this chance on: of those below it that the
reader saw in annotated passages eleven of thirteen were none, as 毛泽东思想."""

NUMBERED = re.compile("“[一二两三四五六七八九十双]")
CLASS = 0.5
LEAST_NUMBERED = 0.15
"""What is quoted and begins with how many things it sums up is a programme's name, though the reader takes it for a
class of them with these chances at least: “三大经济”."""

SURE = 0.6
"""From this chance on, a mention vouches for the others of the same words."""

SURELY_LINKED = 0.8
LEAST_SITE = 0.15
"""Least chances that an act refers to a site of a class, and that it names a thing."""

ACTS = 0.5
"""A service place that leads or takes part in a measure is a body there."""

TELLING = 5
"""Characters that a name has at least where words before its last one tell which thing is meant."""

CLOSING: tuple[tuple[EntityType, str, tuple[EntityType, ...]], ...] = (
    ("document", "title-words", ("programme", "place")),
    ("event", "event-words", ("programme", "organisation")),
    ("site", "site-words", ("place", "programme", "system")),
    ("system", "system-words", ("site", "place", "programme")),
)
"""Type, the list of words that close its names, and the types that the reader takes such names for."""

PACKAGE = "一揽子"
"""What is told as a package of policies is a scheme and no paper: 一揽子化债方案."""

EXPLAINED: tuple[EntityType, ...] = ("organisation", "site", "system", "programme")
"""Types whose short mentions may stand for longer ones of the same type; of programmes only quoted ones, since
长效机制 and 重大工程 are words and no names."""

CALLED_BY_THEIR_TAIL: tuple[EntityType, ...] = ("document", "event")
"""《建议》 after 《…规划的建议》, 奥运会 after 北京奥运会."""

DRAWN_UP = ("制定", "制订", "编制", "制定实施")

DECIDED_BY = ("根据", "按照")

CONFERENCE = "联席会议"
HELD = re.compile("召开|举行|举办|召集|列席|参加|出席")
NEAR = 8
"""Characters before a conference in which stands that it is held."""

OFFICE = "办公室"
HAS_OFFICE = ("下设办公室", "设办公室", "设立办公室")

PHASE = re.compile("(?:[一二三四五六七八九十]+期)?$")
"""Which part of a site: 物流园|一期."""

TITLE = re.compile(r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》")


def entities(characters: str, names: Sequence[Name], register: Register) -> tuple[Entity, ...]:
    """The entities among the names of a report, in order."""
    names = [_named(characters, name) for name in names]
    vouched = {(n.type, characters[n.start : n.end]) for n in names if n.thing >= SURE}
    listed = _listed(characters, names)
    return tuple(
        entity(characters, name, register)
        for place, name in enumerate(names)
        if _worth(characters, name)
        >= _least(characters, name, place in listed, (name.type, characters[name.start : name.end]) in vouched)
    )


def _worth(characters: str, name: Name) -> float:
    """The chance that a name names a thing, or a definite class of sites that an act surely refers to."""
    if name.type != "site" or name.linked < SURELY_LINKED or name.thing < LEAST_SITE:
        return name.thing
    known = characters.endswith(tuple(group_of("site-classes", "class")), name.start, name.end)
    return name.thing + name.generic if known else name.thing


def _least(characters: str, name: Name, listed: bool, vouched: bool) -> float:
    if vouched or listed:
        return KNOWN if vouched else LISTED
    unreferred = name.type == "programme" and name.linked < UNREFERRED
    return LEAST_UNREFERRED if unreferred and "“" not in characters[name.start : name.end] else THING


def _listed(characters: str, names: Sequence[Name]) -> set[int]:
    """The places of names beside one of their type in a list that names a thing surely."""
    found: set[int] = set()
    for at, (one, other) in enumerate(pairwise(names)):
        if one.type == other.type and side_by_side(characters, one.end, other.start):
            if one.thing >= SURE:
                found.add(at + 1)
            if other.thing >= SURE:
                found.add(at)
    return found


def explanations(characters: str, names: Sequence[Name], register: Register) -> dict[str, str]:
    """Mentions that the document itself explains → the fuller name: 以下简称, short forms of what it named in full."""
    names = sorted(names, key=lambda n: n.start)
    said = _office(characters, names) | introduced(characters, [(n.start, n.end) for n in names])
    for kind in EXPLAINED:
        texts = [characters[n.start : n.end] for n in names if n.type == kind and n.thing >= max(THING, n.generic)]
        texts = [text for text in texts if kind != "programme" or text.startswith("“")]
        called = register.body_name if kind == "organisation" else register.thing_name
        known = {text: said.get(text, text) for text in texts if text in said or called(text).found == "register"}
        said |= shortened(texts, known) | levelled(texts, known)
    for kind in CALLED_BY_THEIR_TAIL:
        texts = [characters[n.start : n.end] for n in names if n.type == kind and n.thing >= max(THING, n.generic)]
        said |= tailed([t for t in texts if t.startswith("《") or (kind == "event" and not t.endswith("中全会"))], said)
    return said


def _office(characters: str, names: Sequence[Name]) -> dict[str, str]:
    """The office of the one body that has one: 指挥部下设办公室 → 办公室 is 指挥部办公室."""
    whose = {characters[n.start : n.end] for n in names if characters.startswith(HAS_OFFICE, n.end)}
    named = whose - words_of("coordinating-bodies")
    return {OFFICE: named.pop() + OFFICE} if len(whose) == len(named) == 1 else {}


def _named(characters: str, name: Name) -> Name:
    """The name, as that of a thing where its last word ends such names and something stands before it."""
    text = characters[name.start : name.end]
    ends = len(text) >= TELLING and text.endswith(tuple(words_of("naming-words")))
    law = name.type == "document" and text in words_of("laws")
    if ends or law or text in group_of("definite-words", name.type) or _sums_up(name, text):
        return replace(name, thing=name.thing + name.generic, generic=0.0)
    return name


def _sums_up(name: Name, text: str) -> bool:
    """Whether a name is all in quotes, begins with a number and may be a programme's."""
    whole = NUMBERED.match(text) and text.find("”") == len(text) - 1
    return bool(whole) and name.type == "programme" and name.thing >= LEAST_NUMBERED and name.generic >= CLASS


def typed_as_listed(characters: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names with places beside a site in a list as sites, where they may be ones: 盘活A跨境电商园及B物流园一期."""
    found = list(names)
    for at, (one, other) in enumerate(pairwise(names)):
        if not side_by_side(characters, one.end, other.start):
            continue
        if (found[at].type, other.type) == ("site", "place") and _may_be_site(characters, other):
            found[at + 1] = replace(other, type="site")
        elif (one.type, other.type) == ("place", "site") and _may_be_site(characters, one):
            found[at] = replace(one, type="site")
    return tuple(found)


def _may_be_site(characters: str, name: Name) -> bool:
    return PHASE.sub("", characters[name.start : name.end]).endswith(tuple(words_of("site-classes")))


def closed(characters: str, names: Iterable[Name]) -> tuple[Name, ...]:
    """The names with the type that their closing word tells, where the reader takes them for one of its neighbours. A
    body that acts stays a body."""
    return tuple(
        _scheme(
            characters,
            _sits(characters, _drawn_up(characters, _closed(characters[n.start : n.end].translate(QUOTES), n))),
        )
        for n in names
    )


def _sits(characters: str, name: Name) -> Name:
    """A joint conference is a body, unless it is told to be held: 召开|部门联席会议."""
    joint = name.type == "event" and characters.endswith(CONFERENCE, name.start, name.end)
    held = HELD.search(characters, max(0, name.start - NEAR), name.start)
    return replace(name, type="organisation") if joint and not held else name


def _drawn_up(characters: str, name: Name) -> Name:
    """A plan that is drawn up is a document: 制定人才引进计划."""
    plan = name.type == "programme" and characters.endswith("计划", name.start, name.end)
    return replace(name, type="document") if plan and characters.endswith(DRAWN_UP, 0, name.start) else name


def _scheme(characters: str, name: Name) -> Name:
    """A list that is called as the scheme under which it is kept, where that is meant: “白名单”|项目."""
    called = name.type == "document" and characters.endswith(
        tuple(group_of("scheme-lists", "list")), name.start, name.end
    )
    meant = called and characters.startswith(tuple(group_of("scheme-lists", "behind")), name.end)
    return replace(name, type="programme") if meant else name


def _closed(text: str, name: Name) -> Name:
    for kind, words, others in CLOSING:
        acts = name.type == "organisation" and max(name.lead, name.partner) >= ACTS
        packed = kind == "document" and PACKAGE in text
        if name.type in others and not (acts or packed) and text.endswith(tuple(words_of(words))):
            return replace(name, type=kind)
    return name


def titles(characters: str, start: int, end: int, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names of a sentence with the titles in 《》 that the reader overlooked; what stands inside one is no name of
    its own (guidelines, *Entities*)."""
    seen = [
        m.span()
        for m in TITLE.finditer(characters, start, end)
        if all(m.start() <= n.start and n.end <= m.end() for n in names if n.start < m.end() and m.start() < n.end)
    ]
    whole = {(n.start, n.end) for n in names}
    outside = [n for n in names if all(n.end <= a or b <= n.start or (n.start, n.end) == (a, b) for a, b in seen)]
    missed = [Name(a, b, "document", OVERLOOKED, 0.0, 0.0, 0.0, OVERLOOKED) for a, b in seen if (a, b) not in whole]
    return tuple(sorted((*outside, *missed), key=lambda n: n.start))


def _of_the_party(characters: str, name: Name) -> bool:
    """Whether 中央 means the party's Central Committee: 中央《…建议》, 根据中央精神; not 中央财政 or 中央和地方."""
    return characters[name.start : name.end] == "中央" and (
        characters.startswith("《", name.end) or characters[max(0, name.start - 2) : name.start] in DECIDED_BY
    )


def entity(characters: str, name: Name, register: Register) -> Entity:
    """The entity that a name stands for."""
    text = characters[name.start : name.end]
    generic = name.generic > name.thing
    if name.type == "place":
        named = register.place_name(text) or register.thing_name(text)
    elif name.type == "organisation":
        meant = "党中央" if _of_the_party(characters, name) else standing_committee(characters, name.start, name.end)
        named = register.body_name(meant or text)
    else:
        named = register.thing_name(text)
    label = text if generic and name.type not in ("place", "organisation") else named.name
    score = round(name.thing, 2)
    return Entity(name.type, label, name.start, name.end, text, named.division, generic, score, named.found)
