"""Sites, systems, programmes and documents that an act sets up, issues, uses, rests on or takes place at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from kg.extraction.acts.formulas import purposes_of
from kg.extraction.letters import title_of
from kg.extraction.phrases import side_by_side
from kg.extraction.relations import ADDS, NEAR, REVISES, comes_about, is_object, relation_in
from kg.extraction.thing_subjects import done_by_site, told_by_title
from kg.facts import Entity, Quote, Reference, Relation
from kg.language.parsed import Act, Name, Parsed
from kg.words import either, group_of, words_of

LINKED = 0.5
"""Least chance that a measure refers to a thing."""

SETS_UP = ("establishes", ADDS)
BREAKS = "；;。"
COMMAS = "，,"
APPROVED = re.compile(r"(?:正式)?获[^，,；;。]{0,10}?(?:批复|批准|批|通过)[，,]")
"""A document that is told to be approved is no basis of what comes next: 规划获国务院批复,剧院开工建设."""
RESTED_ON = re.compile("[将把按][^，,]{0,12}$|(?:凭|(?<![支保维坚])持)[^，,]*$")
"""Before a paper: 将合同|纳入档案 treats of it, 按合同|付款 and 凭合同|办理登记 rest on it."""
INSIDE = ("中", "内", "里", "上")
"""Behind one in which something is done: 在合同|中约定, 在申请表|注明."""
SETTLED = re.compile("[^，,]{0,4}(?:签订|签署|备案|网签|取得|生效|之日|日期|[前后时])")
"""Behind one that tells when: 在合同|签订后."""
LONGEST_CLAUSE = 400
AFTERWARDS = re.compile(r"[，,](?:并|再|及时|按程序)?")
"""What stands between what is issued and the act that hands it on."""
THEN = re.compile(r"[，,]?(?:并|再|及时|[^，,；;。由]{1,14}[后前]|提前|定期|统一|依法|按规定|同时)*+")
"""What stands between what is drawn up and the act that makes it public: 制定规划,|报市政府批准后|向社会公布."""
OWN_THING = re.compile("[将把对]")
AWAY = re.compile("上门|居家|线上|游客|旅客")
"""What is done so is not done at the site: 建成助餐点,|提供上门服务; 建成博物馆,|接待游客2亿人次."""


OPENED = re.compile(
    "(?:已|正式|相继|陆续|顺利|全面|基本)*(?:建成|落成|竣工|开工|获批|启用|揭牌|挂牌|投运|投用)[^，,；;。的]{0,4}[，,]"
)
"""Behind a thing of which a clause of its own tells: 省外的基地|建成投运，产值居首位."""
BY_WHOM = ("由", "，由", ",由")
"""Behind what is issued by whom stands behind it: 评估办法|由市民政局制定."""


@cache
def _phrase() -> re.Pattern[str]:
    """Words of phrases that say where, how and by what an act is done."""
    groups = (group_of("phrase-words", group) for group in ("by", "after", "toward"))
    return re.compile(rf"[在到于以用按经据对将把为与同由从]|{either(frozenset().union(*groups))}")


@cache
def _ground() -> re.Pattern[str]:
    """Words that tell by what something is done."""
    return re.compile(either(group_of("phrase-words", "by")) + "|依据|结合")


@cache
def _paper() -> re.Pattern[str]:
    """The end of a name of a paper that settles a single case."""
    return re.compile(f"(?:{either(group_of('thing-words', 'paper'))})》?$")


def references(
    characters: str, parsed: Parsed, acts: Sequence[Act], things: Mapping[tuple[int, int], Entity]
) -> list[tuple[Reference, ...]]:
    """For each act the things named in its span or in the phrases before it; a site that an act sets up serves later
    ones."""
    found: list[tuple[Reference, ...]] = [() for _ in acts]
    for name in _shared(characters, parsed.names, things):
        thing = things.get((name.start, name.end))
        if thing is None or name.type not in ("site", "system", "programme", "document"):
            continue
        if name.type == "document" and (letter := _issued(parsed, name, acts)) is not None:
            quote = Quote(name.start, name.end, thing.text)
            found[letter] = (*found[letter], Reference(thing.name, name.type, "issues", quote))
            if (approved := _around(name, acts)) is not None and approved != letter:
                found[approved] = (*found[approved], Reference(thing.name, name.type, "basedOn", quote))
            continue
        place = _act_of(characters, name, acts)
        if name.type == "document" and (_aimed_at(parsed, name) or _is_brought(characters, name, place, acts)):
            continue
        if name.linked < LINKED and not (name.type == "site" and place is not None and _within(name, acts[place])):
            continue
        if place is not None and not (name.type == "site" and _only_counted(characters, name, acts[place])):
            relation = _relation(characters, parsed, name, acts[place])
            quote = Quote(name.start, name.end, thing.text)
            reference = Reference(thing.name, name.type, relation, quote)
            found[place] = (*found[place], reference)
    for place in range(len(acts)):
        if not any(r.type == "site" for r in found[place]):
            found[place] = (*_done_at(characters, acts, found, place), *found[place])
        if not any(r.type == "document" for r in found[place]):
            found[place] = (*found[place], *_handed_on(characters, acts, found, place))
    for place, done, first in done_by_site(characters, parsed, acts, things):
        sites = [r.name for r in found[place] if r.type == "site"]
        if not sites or (first and done.name not in sites):
            found[place] = (done, *found[place])
    for place, told in told_by_title(characters, parsed, acts, things):
        if all(r.name != told.name for r in found[place]):
            found[place] = (*found[place], told)
    return found


def _issued(parsed: Parsed, name: Name, acts: Sequence[Act]) -> int | None:
    """The act of a cover letter that issues this document; another may approve it before: 《办法》已经市政府同意."""
    titles = ((place, title_of(parsed, act)) for place, act in enumerate(acts))
    return next((place for place, title in titles if title and title[0] <= name.start < title[1]), None)


def _aimed_at(parsed: Parsed, name: Name) -> bool:
    """Whether a preamble names a document only as its purpose, which is no basis: 为落实《规划》,制定本办法."""
    before = parsed.sentence.text[: name.start - parsed.sentence.start]
    return len(before) < purposes_of(parsed.sentence.text) and _ground().search(before) is None


def _is_brought(characters: str, name: Name, place: int | None, acts: Sequence[Act]) -> bool:
    """Whether a paper of a single case stands in a phrase before the act, where it tells to whom or when it is done:
    取得证书的,给予补贴; 签订合同之日起,分期缴纳; but 根据合同约定,提供服务."""
    if place is None or name.start >= acts[place].verb or not _paper().search(characters, name.start, name.end):
        return False
    if characters.startswith(INSIDE, name.end) or (
        characters.endswith("在", 0, name.start) and not SETTLED.match(characters, name.end)
    ):
        return False
    opens = _clause(characters, name)
    return _ground().search(characters, opens, name.start) is None and not RESTED_ON.search(
        characters, opens, name.start
    )


def _shared(characters: str, names: Sequence[Name], things: Mapping[tuple[int, int], Entity]) -> Iterator[Name]:
    """The names that stand for things; those of one type in a list are referred to together: 建成A馆、B馆和C馆."""
    listed: list[Name] = []
    end = 0
    for name in names:
        beside = side_by_side(characters, end, name.start)
        if (name.start, name.end) in things:
            if not beside:
                yield from _together(listed)
                listed = []
            listed.append(name)
            end = name.end
        elif beside:
            end = name.end
    yield from _together(listed)


def _together(listed: Sequence[Name]) -> Iterator[Name]:
    """The names of a list, each as surely referred to as any of its kind there."""
    for name in listed:
        yield replace(name, linked=max(n.linked for n in listed if _kin(n, name)))


def _kin(one: Name, other: Name) -> bool:
    return one.type == other.type or {one.type, other.type} == {"programme", "system"}


def _done_at(
    characters: str, acts: Sequence[Act], found: Sequence[Sequence[Reference]], place: int
) -> tuple[Reference, ...]:
    """The site of an earlier act at which this one is done: that of any before it up to a semicolon (设立窗口,受理
    57件), or of the one right before it (建成驿站,提供法律服务; 利用文化站,举办讲座)."""
    verb = _verb(characters, acts[place])
    if verb in group_of("serving", "later"):
        return _served_at(characters, acts, found, place)
    if not place or _parted(characters, acts[place - 1].end, acts[place].start):
        return ()
    last, act = acts[place - 1], acts[place]
    uses = _verb(characters, last) in group_of("serving", "uses")
    if verb not in group_of("serving", "used" if uses else "next") or AWAY.search(characters, act.start, act.end):
        return ()
    return _first([r for r in found[place - 1] if last.start <= r.quote.start < last.end and r.type == "site"])


def _served_at(
    characters: str, acts: Sequence[Act], found: Sequence[Sequence[Reference]], place: int
) -> tuple[Reference, ...]:
    """The site that the acts before this one, up to a semicolon, set up first, else name first."""
    before: list[Reference] = []
    parted = max(characters.rfind(mark, acts[0].start, acts[place].start) for mark in BREAKS)
    for earlier in range(place - 1, -1, -1):
        if acts[earlier].end <= parted:
            break
        before = [*(r for r in found[earlier] if r.type == "site"), *before]
    return _first(before)


def _first(sites: Sequence[Reference]) -> tuple[Reference, ...]:
    """The site that is set up first, else the one that is named first, as that of a later act."""
    chosen = next((r for r in sites if r.relation == "establishes"), sites[0] if sites else None)
    return () if chosen is None else (replace(chosen, relation="deliveredAt"),)


def _handed_on(
    characters: str, acts: Sequence[Act], found: Sequence[Sequence[Reference]], place: int
) -> Iterator[Reference]:
    """The document that the act right before issues and this one hands to a body (编制《规划》,提交大会审查), or that
    it treats of and this one makes public (建立清单,并向社会公布)."""
    if not place:
        return
    last, act = acts[place - 1], acts[place]
    if _hands(characters, act) and AFTERWARDS.fullmatch(characters, last.end, act.start):
        yield from (replace(r, relation="basedOn") for r in found[place - 1] if r.relation == "issues")
    elif _publishes(characters, act) and THEN.fullmatch(characters, last.end, act.start):
        own = (r for r in found[place - 1] if r.type == "document" and last.start <= r.quote.start < last.end)
        yield from (replace(r, relation="issues") for r in own)


def _hands(characters: str, act: Act) -> bool:
    handing = group_of("thing-words", "handing")
    return characters.startswith(tuple(handing), act.start) and (
        _verb(characters, act) in handing | group_of("thing-words", "deciding")
    )


def _publishes(characters: str, act: Act) -> bool:
    """Whether an act makes something public that it doesn't name."""
    bare = act.end - act.verb_end < NEAR and not OWN_THING.search(characters, act.start, act.verb)
    return bare and _verb(characters, act) in group_of("thing-words", "publishing")


def _act_of(characters: str, name: Name, acts: Sequence[Act]) -> int | None:
    """The act around a name, else the next one before a semicolon, else the last one before it."""
    if (around := _around(name, acts)) is not None:
        return around
    for place, act in enumerate(acts):
        if act.start >= name.end:
            apart = _parted(characters, name.end, act.start) or _elsewhere(characters, name, act)
            return None if apart else place
    return len(acts) - 1 if acts and not any(c in "，,；;。" for c in characters[acts[-1].end : name.start]) else None


def _only_counted(characters: str, name: Name, act: Act) -> bool:
    """Whether an act does nothing at a site: it tells how many there are, as where the site is its predicate too
    (敬老院12家), or restricts what it names."""
    return name.start <= act.verb < name.end or _verb(characters, act) in words_of("siteless")


def _around(name: Name, acts: Sequence[Act]) -> int | None:
    return next((place for place, act in enumerate(acts) if act.start <= name.start < act.end), None)


def _verb(characters: str, act: Act) -> str:
    return characters[act.verb : act.verb_end]


def _clause(characters: str, name: Name) -> int:
    """Where the clause of a name begins; one that is longer than any is cut."""
    far = max(0, name.start - LONGEST_CLAUSE)
    return max(far, *(characters.rfind(mark, far, name.start) + 1 for mark in COMMAS + BREAKS + "\n"))


def _parted(characters: str, start: int, end: int) -> bool:
    return any(characters.find(mark, start, end) >= 0 for mark in BREAKS)


def _elsewhere(characters: str, name: Name, act: Act) -> bool:
    """Whether a thing stands in a clause of its own that opens as no phrase does: 服务站作用显现,港口吞吐量增长10%; but
    依托服务站,开展活动."""
    if name.type == "document":
        return APPROVED.match(characters, name.end, act.start) is not None
    if not any(c in COMMAS for c in characters[name.end : act.start]):
        return False
    opens = _clause(characters, name)
    return OPENED.match(characters, name.end) is not None or _phrase().search(characters, opens, name.start) is None


def _within(name: Name, act: Act) -> bool:
    """Whether an act names a thing in its own words; of the sites there annotators leave hardly any out (guidelines,
    *Measures*): 推动A医院竣工, A活动中心对外开放率达90%."""
    return act.start <= name.start < act.end


def _relation(characters: str, parsed: Parsed, name: Name, act: Act) -> Relation:
    made = relation_in(characters, act)
    inside = act.verb_end <= name.start < act.end
    inside = inside or (name.end <= act.verb and characters.startswith(BY_WHOM, name.end))
    whole = inside and is_object(characters, name, act, parsed.quantities)
    if name.type == "document":
        drawn_up = (inside and made == "issues") or (whole and made in (*SETS_UP, REVISES))
        return "issues" if drawn_up else "basedOn"
    if made in SETS_UP and (whole or comes_about(characters, name, act)):
        return "establishes"
    return "deliveredAt" if name.type == "site" else "uses"
