"""Bodies that stand right before what they do: places (厦门、宁德入选试点城市), and those made to act besides the first
one (支持甲市打造A、乙市打造B,丙市建设C)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from operator import attrgetter

from kg.extraction.phrases import ADVERBS, LIST_JOINTS
from kg.extraction.responsibility.subjects import BREAKS, LEADS, PARTNERS, Subject
from kg.extraction.workers import of_kind, own_topic, works
from kg.facts import Agent
from kg.language.parsed import Act, Name, Parsed
from kg.register import Register
from kg.words import either, group_of, words_of

OPENS = "，,；;。：:\n"
COMMAS = "，,、"
COMMA = re.compile("[，,；;。]")
NEAR = 16
"""Characters between a body behind 被 and what it does."""
FRONTS = "将把对"
"""How an act begins whose object stands before its predicate."""
TOGETHER = re.compile(r"(?:联合|会同|协同)(?:[\u4e00-\u9fff]{2,12}、)*")
"""What stands between a body and the first one seen of those that act together with it."""
ACTORS = ("organisation", "site", "place")
WITH = ("与", "和", "同")
JOINING = re.compile(
    r"(?:深入|深度|密切|紧密|进一步|积极|主动|全面|开展|进行|战略)*(?:合作|协作|携手|联手|结对|共建|签约)[，,]"
)
"""How a clause goes on that only tells that two work together."""
BESIDE = re.compile("(?:会同|联合|配合|协同|[与和同])$")
"""Who stands right behind one of these acts beside who answers: 负责会同乙局开展检查."""
DEICTIC = ("全", "我", "本", "该", "各")
WHOSE = re.compile(r"(?:[、和及与][\u4e00-\u9fff]{2,8}){0,6}(?:等(?:地区?|城?市|[省县区州])?)?的")
"""Behind a place, and behind others in a row with it, that only tells where what acts is: 甲市、乙市等地|的数据中心."""

OPENERS = ("其中", "如", "例如", "比如", "此外", "同时", "目前")
"""What may open a clause before who acts in it: 其中|甲镇打造品牌."""
TOWN = re.compile(
    r"(?!各|每|全|我|本|该|其他|建制|中心|重点|试点|示范|特色|部分|所有|[城乡集村]镇)[\u4e00-\u9fff]{2,8}(?:街道(?:办|办事处)?|(?<!小)(?<!古)镇|乡)"
)
"""Towns and streets, of which no list has the governments: 甲镇、乙街道|引进服务机构."""
WHEN = re.compile(
    r"(?:等[\d一二三四五六七八九十]{0,3}个?[\u4e00-\u9fff]{0,2}(?:单位|部门|地区|乡镇|镇街|街道|[镇乡市县区地])(?!入选|获|荣获|被|列|跻身))?(?:[也均都已将拟正共]|全部)*(?:[于在]?(?:今年|明年|20\d\d年)?\d{1,2}月\d{0,2}[日底初]?[之以]?前)?"
)
"""When or how many of them do it, between who acts and the act: 甲镇|将于6月底前|完成改造, 甲镇|等6个单位|上缴租金."""
AMONG = re.compile("各|境?内|辖[内区]")
"""The same where others among those that are there act: 甲市|各金融机构."""


def placed(characters: str, one: Parsed, acts: Sequence[Act], names: Sequence[Name], register: Register) -> list[Name]:
    """The names of a sentence; divisions that open a clause and stand right before the predicate of one of its acts,
    alone or side by side, are subjects even where the reader doubts it; so are zones and the like that do it."""
    before = {at for a in acts for at in ((a.verb, a.start) if characters[a.start] in FRONTS else (a.verb,))}
    found = names = spurred(characters, acts, allied(characters, names))
    for at, name in enumerate(names):
        doubted = max(name.lead, name.partner) < LEADS
        if doubted and any(works(characters, one.tokens, name, a) or _suffered(characters, name, a) for a in acts):
            found[at] = replace(name, lead=LEADS, partner=0.0)
    run: list[int] = []
    for at, name in enumerate(names):
        joined = bool(run) and characters[names[run[-1]].end : name.start] in LIST_JOINTS
        opens = name.start == one.sentence.start or characters[name.start - 1] in OPENS
        opens = opens or characters.endswith(OPENERS, one.sentence.start, name.start)
        if not _division(characters, name, register) or not (joined or opens):
            run = []
            continue
        run = [*run, at] if joined else [at]
        when = WHEN.match(characters, name.end)
        if before & {_leads_to(one, name.end), when.end() if when else name.end}:
            for place in run:
                if names[place].lead < LEADS:
                    found[place] = replace(names[place], lead=LEADS, partner=0.0)
    return _joining(characters, found)


def _suffered(characters: str, name: Name, act: Act) -> bool:
    """Whether an act is what a body does to the subject: 7项经验被|市财政局|向全市推广."""
    near = name.end <= act.verb <= name.end + NEAR and not COMMA.search(characters, name.end, act.verb)
    named = name.type == "organisation" and name.thing >= name.generic
    return near and named and characters.startswith("被", name.start - 1)


def _joining(characters: str, names: Sequence[Name]) -> list[Name]:
    """The names; one that opens a clause which only tells with whom it works together is the subject of what follows,
    and the other one its partner: 甲街道与乙医院合作,|开设门诊."""
    found = list(names)
    for at, (left, right) in enumerate(pairwise(names)):
        both = left.type in ACTORS and right.type in ACTORS and max(left.lead, left.partner) < LEADS
        opens = left.start == 0 or characters[left.start - 1] in OPENS
        if both and opens and characters[left.end : right.start] in WITH and JOINING.match(characters, right.end):
            found[at] = replace(left, lead=LEADS, partner=0.0)
            found[at + 1] = replace(right, lead=0.0, partner=max(PARTNERS, right.partner))
    return found


def with_topics(one: Parsed, said: Sequence[Subject]) -> tuple[Subject, ...]:
    """The subjects of a sentence; zones, companies and the like govern no further than to a clause that tells of
    something else."""
    return tuple(_bounded(one, s) for s in said)


def _bounded(one: Parsed, who: Subject) -> Subject:
    if not who.agents or not all(a.quote and of_kind(a.quote.text) for a in who.agents):
        return who
    topic = own_topic(one, who.end)
    return replace(who, reach=min(who.reach, topic)) if topic < one.sentence.end else who


def allied(characters: str, names: Sequence[Name]) -> list[Name]:
    """The names; a body right behind another one that acts together with it is a partner, and so are those in a row
    with it: 市财政局联合市教育局、市民政局|检查."""
    found = list(names)
    row = -1
    for at, (left, right) in enumerate(pairwise(names), start=1):
        opens = TOGETHER.fullmatch(characters, left.end, right.start) and left.lead >= LEADS
        beside = opens or (left.end == row and characters[left.end : right.start] in LIST_JOINTS)
        if not beside or not left.type == right.type == "organisation":
            continue
        row = right.end
        if right.lead > right.partner:
            found[at] = replace(right, lead=0.0, partner=max(PARTNERS, right.lead))
    return found


def spurred(characters: str, acts: Sequence[Act], names: Sequence[Name]) -> list[Name]:
    """The names; a body right behind a predicate that makes it act is a partner, not the subject of what it is to do:
    推动、监督各级执法机关|规范执法."""
    found = []
    for name in names:
        act = next((a for a in acts if a.verb_end <= name.start and name.end <= a.end), None)
        moved = act is not None and characters[act.verb : act.verb_end] in _moving()
        if (
            act is not None
            and moved
            and name.type == "organisation"
            and name.lead >= max(LEADS, name.partner)
            and moves().fullmatch(characters, act.verb_end, name.start)
        ):
            name = replace(name, lead=0.0, partner=max(PARTNERS, name.lead))
        found.append(name)
    return found


def _whose(characters: str, act: Act, name: Name, names: Sequence[Name]) -> bool:
    """Whether a body, or the last one of a row in which it stands, only tells whose that is which is moved: 推动甲局和
    乙局的|系统互通; or what somebody answers for: 负责甲局的人员审核."""
    verb = characters[act.verb : act.verb_end]
    if verb in group_of("who-words", "answers-for"):
        return BESIDE.search(characters, act.verb_end, name.start) is None
    if verb not in _moving():
        return False
    end = name.end
    for other in names[bisect_left(names, end, key=attrgetter("start")) :]:
        if characters[end : other.start] not in LIST_JOINTS:
            break
        end = other.end
    return characters.startswith("的", end)


def _where(characters: str, one: Parsed, name: Name) -> bool:
    """Whether a place only tells where those are who are made to act: 支持甲市符合条件的企业申报, 支持甲市企业上市,
    支持甲市、乙市等地的数据中心提供服务."""
    if WHOSE.match(characters, name.end) or AMONG.match(characters, name.end):
        return True
    those = _those().match(characters, name.end)
    if those is None:
        return False
    return not any(t.pos in ("v", "vd") for t in one.tokens if those.start("who") <= t.start < those.start("named"))


def _division(characters: str, name: Name, register: Register) -> bool:
    text = characters[name.start : name.end]
    known = register.government_of(text) is not None or TOWN.fullmatch(text) is not None
    return name.type == "place" and name.partner < PARTNERS and not text.startswith(DEICTIC) and known


def _leads_to(one: Parsed, end: int) -> int:
    """Where the word begins that follows, adverbs aside."""
    for token in one.tokens:
        if token.start >= end and token.pos not in ADVERBS:
            return token.start
    return -1


def pushed(characters: str, one: Parsed, acts: Sequence[Act], names: Sequence[Name]) -> list[Name]:
    """The names of a sentence; those that stand beside one who is made to act, or behind him right before an act of
    their own, are made to act too: 支持甲市、乙市打造A、丙市打造B. What somebody becomes is not made to act."""
    found = []
    verbs = {t.start: t.end for t in one.tokens if t.pos in ("v", "vd")}
    for name in spurred(characters, acts, _joining(characters, allied(characters, names))):
        act = next((a for a in acts if a.verb_end <= name.start and name.end <= a.end), None)
        whose = act is not None and name.type == "organisation" and _whose(characters, act, name, names)
        if act is not None and (whose or (name.type == "place" and _where(characters, one, name))):
            found.append(replace(name, partner=0.0))
        elif act is None or characters[act.verb : act.verb_end] not in _pivots():
            found.append(name)
        elif _becomes().search(characters, act.verb, name.start):
            found.append(replace(name, partner=0.0))
        else:
            others = any(n.partner >= PARTNERS and act.verb_end <= n.start < name.start for n in found)
            behind = name.start == act.verb_end and _encourages(characters, act)
            beside = others and characters[found[-1].end : name.start] in LIST_JOINTS
            opens = behind or beside or (others and characters[name.start - 1] in COMMAS)
            does = verbs.get(_leads_to(one, _row_end(characters, name, names)), act.end)
            acting = opens and name.type in ("organisation", "place") and does < act.end
            found.append(replace(name, partner=max(name.partner, PARTNERS)) if acting else name)
    for left, right in pairwise(range(len(found))):
        doubted = found[right].partner >= PARTNERS > found[left].partner > LEADS
        if doubted and characters[found[left].end : found[right].start] in LIST_JOINTS:
            found[left] = replace(found[left], partner=PARTNERS)
    return found


def _row_end(characters: str, name: Name, names: Sequence[Name]) -> int:
    """Where a row of names of one type ends in which this one stands: 支持|甲市、乙市和丙市|打造A."""
    end = name.end
    for other in names[bisect_left(names, end, key=attrgetter("start")) :]:
        if other.type != name.type or characters[end : other.start] not in LIST_JOINTS:
            break
        end = other.end
    return end


def with_pushed(
    characters: str, one: Parsed, acts: Sequence[Act], subjects: Sequence[Subject], agents: Sequence[tuple[Agent, ...]]
) -> Iterator[tuple[Agent, ...]]:
    """The agents of each act; who stands right before an act behind one that makes others act, and so on, is made to
    act as well: 支持甲市打造A,|乙市打造B."""
    leads: tuple[Agent, ...] | None = None
    made: tuple[Agent, ...] = ()
    """Who was made to act last: what follows that is not his any more."""
    for place, (act, own) in enumerate(zip(acts, agents, strict=True)):
        after = leads is not None and _next_one(characters, one, acts[place - 1], act, subjects)
        if leads is not None and after:
            made = after.agents
            yield (*leads, *(replace(a, role="partner") for a in made))
            continue
        if leads is not None and made and own[: len(made)] == made:
            own = (*leads, *own[len(made) :])
        elif _encourages(characters, act) and any(a.role == "partner" for a in own):
            leads, made = tuple(a for a in own if a.role == "lead"), ()
        else:
            leads = None
        yield own


def _encourages(characters: str, act: Act) -> bool:
    return characters[act.verb : act.verb_end] in group_of("object-edges", "encourage")


def _next_one(characters: str, one: Parsed, before: Act, act: Act, subjects: Sequence[Subject]) -> Subject | None:
    """The subject right before an act, where nothing but a comma, or others who do something, stand before it."""
    who = next((s for s in subjects if before.end <= s.start and s.end <= act.verb), None)
    if who is None or _leads_to(one, who.end) != act.verb:
        return None
    between = characters[before.end : who.start]
    opened = {n.start for n in one.names if n.type in ("organisation", "place")}
    starts = [before.end + at + 1 for at, c in enumerate(between) if c in COMMAS]
    joined = between[:1] in tuple(COMMAS) and between[-1:] in tuple(COMMAS) and not BREAKS & set(between)
    return who if joined and all(start in opened for start in starts) else None


@cache
def _those() -> re.Pattern[str]:
    """Enterprises or people, perhaps some of them, right behind a place."""
    return re.compile(
        rf"(?:符合条件的?)?(?P<who>[^，,；;。的等]{{0,6}}?)(?P<named>{either(words_of('private-actors'))})"
    )


@cache
def _pivots() -> frozenset[str]:
    return group_of("object-edges", "pivot") | group_of("object-edges", "spur")


@cache
def _moving() -> frozenset[str]:
    """Predicates that make others act, without those by which one acts for them."""
    return _pivots() - group_of("who-words", "serving")


@cache
def moves() -> re.Pattern[str]:
    """What may stand between a predicate that makes somebody act and him: other such predicates."""
    return re.compile(rf"(?:[、和与及并]?(?:{either(_pivots() | {'监督', '要求', '协调', '支持'})}))*+(?:和|与)?")


@cache
def _becomes() -> re.Pattern[str]:
    """What stands before the name that somebody is given: 支持某学院更名|某大学."""
    return re.compile(rf"(?:{either(group_of('who-words', 'becomes'))})[为成]?$")
