"""Bodies that a sentence names as acting: its subjects and partners, and whose acts are no measures."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from kg.extraction.names.known import standing_committee
from kg.extraction.responsibility.areas import government, undivided
from kg.extraction.responsibility.befalling import EXPLAINS, befalls, stands_for
from kg.extraction.responsibility.persons import does
from kg.extraction.responsibility.side_by_side import in_a_row, parted
from kg.extraction.responsibility.speaking import leaders
from kg.extraction.workers import of_kind
from kg.facts import Agent, Quote
from kg.language.parsed import Act, Name
from kg.register import Register
from kg.words import either, group_of, words_of

LEADS = 0.5
"""Least chance that a body is the subject of a measure."""

PARTNERS = 0.6
BODIES = ("organisation", "site")
"""Types of what acts under its own name: a school or a service centre does what is said of it."""
OWNED = re.compile(r"国有|国企|[中省市区县]央?属|中央|央企|所属|直属|所出资|国控|乡镇|平台")
"""What tells of enterprises that they are the state's or a town's."""
HELPING = ("配合", "协助")
"""What stands before a body that acts with the help of others, which they go on without: 配合市公安局开展检查."""
TOPIC = re.compile("突出|方面[，,要]")
"""What follows those of whom something is told that others do: 龙头企业突出辐射带动,建设产业园."""
BREAKS = frozenset(";；。")
EVER = sys.maxsize
CLAUSE = re.compile(r"[，,；;。]")
JOINTS = "、和及与或以 \u3000"
JOINED = re.compile(rf"[{JOINTS}]*(?:其他?|他)?|[（(]|[，,]?(?:特别|尤其)是(?:[^，,；;。、]{{2,16}}的)?")
"""What stands between the bodies of one subject: 市政府及其各部门, 镇政府(街道办事处), 各部门特别是税务部门."""
AND_SO_ON = "等"
BESIDE = 0.1
"""Least chance that a body is the subject with the one that it stands beside: 党中央、国务院."""
MEMBERS = re.compile(r"代表|委员(?!会)")
"""Members who take part are no body: 邀请人大代表、政协委员."""
APPROVED = re.compile(
    r"(?:经(?![济营费贸开])(?:[\u4e00-\u9fff]{1,10}[与和、及或])?|报(?![告道名刊考警销])[^，,；;。：:由经将\d]{0,12})$"
)
"""What stands before a body without whose word others don't act: 经市财政局审核后,办理登记; 报所在地财政局批准后实施"""
OTHERS = re.compile(r"(?:其他|其它|有关|相关|各)(?:职能|主管|管理|业务|行政|监管)*(?:部门|单位|机构)")
"""What makes a body one of those beside it: 国务院其他部门 are not 国务院."""
ABOUT_YOU = re.compile(r"(?<=[将把对给使])你|你[省市区县州委局部厅办][\u4e00-\u9fff]{2,4}的")
"""Who is spoken to and takes no part: 将|你省|作为重点, 研究|你省|制订的方案."""
BUDGET = re.compile(r"(?:年度)?(?:预算|决算)")
"""What a department has and is not: 纳入年度|部门预算."""
DECIDES = re.compile("(?:常务会议?)?(?:审议|表决)")
"""What a body does that is asked to decide, and so takes part: 提请市人大常委会|审议条例草案."""
LEVEL_ONLY = re.compile(r"[国省市区县州镇乡村]家?级")
"""A level is nobody: 市级安排专项资金."""
OURS = re.compile(r"[^。\n]*?(?P<opens>[，,；;])(?:同时[，,]?)?我[省市区县州](?![委级长直])")
"""A clause that opens with the issuer speaking of its own: …入选试点城市,我省获批建设基地."""
_group = partial(group_of, "who-words")


@dataclass(frozen=True, slots=True)
class Subject:
    """Bodies that stand side by side as the subject of what follows."""

    start: int
    end: int
    agents: tuple[Agent, ...]
    reach: int = EVER
    """Where what it governs ends at the latest."""
    person: bool = False
    """Those whom a rule is for, not a body."""


def subjects(
    characters: str, names: Sequence[Name], register: Register, people: Sequence[Name] = ()
) -> tuple[Subject, ...]:
    """The subjects of a sentence in order; bodies of a coordination are one subject. ``people``: persons whom a rule is
    for and who act."""
    found: list[Subject] = []
    row = in_a_row(characters, sorted((*names, *people), key=lambda n: n.start), LEADS, BESIDE)
    starts = {n.start for n in row}
    for name in row:
        last, person = found[-1] if found else None, name in people
        joined = last is not None and not last.person and not person and _joined(characters, last, name)
        least = BESIDE if joined else LEADS
        if not _may_act(characters, name) or name.lead < least or name.lead < name.partner:
            continue
        if _meant().search(characters, max(0, name.start - 2), name.start):
            continue
        if _chosen().match(characters, name.end) or (name.type != "place" and TOPIC.match(characters, name.end)):
            continue
        rest = None if name.end in starts else OTHERS.match(characters, name.end)
        end = rest.end() if rest else name.end
        if _institution(characters[name.start : end]) and (staff := _staff_words().match(characters, end)):
            end = staff.end()
        whole = replace(name, end=end, type="organisation" if rest else name.type)
        agent = _agent(characters, whole, register, "lead")
        if agent is None:
            continue
        if last is not None and joined:
            bracket = characters.startswith(("(", "（"), last.end) and characters.startswith((")", "）"), end)
            reach = min(last.reach, _reach(characters, name))
            again = any(agent.name == a.name for a in last.agents)
            found[-1] = Subject(last.start, end + bracket, last.agents if again else (*last.agents, agent), reach)
        else:
            found.append(Subject(name.start, end, (agent,), _reach(characters, name), person))
    return tuple(found)


def _joined(characters: str, last: Subject, name: Name) -> bool:
    """Whether a body stands beside the subject before it. 等 sums up a list all of whose bodies are seen (省财政厅、
    省审计厅等有关部门); places before it only tell of whom what it sums up is (甲、乙等省主管部门)."""
    if characters[last.end : name.start] != AND_SO_ON:
        return JOINED.fullmatch(characters, last.end, name.start) is not None
    opens = characters[last.start - 1 : last.start] not in tuple(JOINTS)
    return opens and not any(map(stands_for, last.agents))


def _reach(characters: str, name: Name) -> int:
    """Where what a body governs ends at the latest: where the issuer speaks of its own (我省获批建设基地), and with its
    clause where others help it, or where a place is honoured (甲市入选试点城市,新增企业3家), and the next clauses don't
    tell of more honours."""
    ends = CLAUSE.search(characters, name.end)
    if EXPLAINS.match(characters, name.end):
        return name.end + len(characters[name.end :].split("。", 1)[0])
    if ends is None:
        return EVER
    ours = OURS.match(characters, name.end)
    last = ours.start("opens") if ours else EVER
    if characters.endswith(HELPING, 0, name.start):
        return ends.start()
    if name.type != "place" or _honoured().match(characters, name.end) is None:
        return last
    while ends is not None and (more := _honoured().match(characters, ends.end())):
        ends = CLAUSE.search(characters, more.end())
    return min(last, ends.start()) if ends else last


@cache
def _honoured() -> re.Pattern[str]:
    return re.compile(rf"[均都也还成功正式双分别]{{0,4}}(?:{either(group_of('formula-words', 'honour'))})")


def partners(characters: str, names: Sequence[Name], register: Register) -> tuple[Agent, ...]:
    """The partners that a sentence names, in order."""
    names = _untold(characters, list(parted(characters, names)))
    found = (
        _agent(characters, name, register, "partner")
        for name in names
        if name.type != "site"
        and _may_act(characters, name)
        and name.partner >= PARTNERS
        and name.partner > name.lead
        and characters[name.start : name.end] not in words_of("class-words")
        and not ABOUT_YOU.match(characters, name.start)
    )
    return tuple(agent for agent in found if agent is not None)


def _untold(characters: str, names: Sequence[Name]) -> list[Name]:
    """The names without those that stand beside one who is told something: 报发展改革委、|工业和信息化部."""
    found: list[Name] = []
    told = -1
    for name in names:
        beside = told >= 0 and characters[told : name.start] in ("、", "和", "及", "或", "与")
        if beside or _told().search(characters, max(0, name.start - 6), name.start):
            told = name.end
        if not beside:
            found.append(name)
    return found


def _may_act(characters: str, name: Name) -> bool:
    """Bodies, where the public is served, and places that stand for their government; 全市 and the like stand for
    everything in it. A predicate (组织 …) is no body, and one that is told or asked (报区财政局审核) does not act."""
    text = characters[name.start : name.end]
    told = _told().search(characters, max(0, name.start - 6), name.start)
    if text in words_of("verbs") or (told and not DECIDES.match(characters, name.end)):
        return False
    if APPROVED.search(characters, max(0, name.start - 12), name.start) and _approves().match(characters, name.end):
        return False
    if text.endswith("部门") and BUDGET.match(characters, name.end):
        return False
    if LEVEL_ONLY.fullmatch(text):
        return False
    if name.type == "site" and not (text.endswith(_serving()) or (text.endswith(tuple("站所馆")) and of_kind(text))):
        return False
    return len(text) > 1 and (name.type in BODIES or (name.type == "place" and not text.startswith("全")))


def institution(characters: str, subject: Subject) -> bool:
    """Whether the subject is of a kind that holds no public power, as schools and enterprises."""
    texts = [characters[a.quote.start : a.quote.end] for a in subject.agents if a.quote]
    return bool(texts) and all(map(_institution, texts))


def _institution(text: str) -> bool:
    kinds, others = tuple(group_of("institutions", "end")), tuple(group_of("institutions", "public"))
    own = any(word in text for word in group_of("institutions", "private"))
    return text.endswith(kinds) and (own or not text.endswith(others))


def private(characters: str, subject: Subject) -> bool:
    """Whether the subject is a class of enterprises or citizens, whose acts are no measures."""
    texts = [characters[a.quote.start : a.quote.end] for a in subject.agents if a.quote]
    return bool(texts) and all(
        text in words_of("private-actors") or text.endswith(tuple(_group("person"))) or _firms(text) or _staff(text)
        for text in texts
    )


def _firms(text: str) -> bool:
    """Whether the words mean a class of enterprises that are not the state's."""
    return text.endswith("企业") and OWNED.search(text) is None


def _staff(text: str) -> bool:
    """Whether the words mean those who belong to a school or the like: 民办学校教师."""
    said = _staff_words().search(text)
    return said is not None and said.end() == len(text) and _institution(text[: said.start()])


def headed(characters: str, name: Name, register: Register) -> Subject:
    """The subject that a heading of nothing but a body's name is for its section."""
    text = characters[name.start : name.end]
    quote = Quote(name.start, name.end, text)
    agent = Agent(register.body_name(text).name, "lead", "inherited", quote, round(name.thing, 2))
    return Subject(name.start, name.end, (agent,))


def _agent(characters: str, name: Name, register: Register, role: str) -> Agent | None:
    text = characters[name.start : name.end]
    called = next((body for office, body in leaders().items() if text.endswith(office)), None)
    if called is None:
        named = standing_committee(characters, name.start, name.end) or text
        called = register.government_of(text) if name.type == "place" else government(text, register)
        called = called or (register.body_name(named).name if name.type in BODIES else None)
    if called is None and name.type == "place":
        called = undivided(characters, name, register, role)
    if called is None:
        return None
    score = round(name.lead if role == "lead" else name.partner, 2)
    if role == "partner" and (members := MEMBERS.match(characters, name.end)):
        whole = characters[name.start : members.end()]
        return Agent(whole, "partner", "explicit", Quote(name.start, members.end(), whole), score)
    return Agent(called, "lead" if role == "lead" else "partner", "explicit", Quote(name.start, name.end, text), score)


def governing(characters: str, act: Act, subjects: Sequence[Subject]) -> Subject | None:
    """The subject before an act's predicate, if no semicolon stands between."""
    before = (s for s in reversed(subjects) if s.start < max(act.verb, act.start + 1) and act.verb < s.reach)
    subject = next((s for s in before if not _aside(characters, s.end, act.verb)), None)
    if subject is None or broken(characters, subject.end, act.start):
        return None
    if subject.person and not does(characters, subject.start, subject.end, act):
        return None
    if characters[act.verb : act.verb_end] in group_of("object-edges", "encourage") and private(characters, subject):
        return None  # 企业自愿参加,鼓励其他企业加入: nobody of them encourages
    return None if befalls(characters, subject.end, subject.agents, act) else subject


def _aside(characters: str, start: int, end: int) -> bool:
    """Whether a bracket closes between that was opened before: what stands in it is no subject of what follows."""
    opened = 0
    for c in characters[start:end]:
        opened += (c in "(（") - (c in ")）")
        if opened < 0:
            return True
    return False


def broken(characters: str, start: int, end: int) -> bool:
    """Whether a mark stands between that ends what a subject governs."""
    return any(c in BREAKS for c in characters[start:end])


@cache
def _serving() -> tuple[str, ...]:
    """How places end that have a staff that acts: 区办幼儿园, not 文化墙."""
    return tuple(group_of("institutions", "end") | group_of("institutions", "serves"))


@cache
def _told() -> re.Pattern[str]:
    """What stands before a body that is told, asked or gone to."""
    return re.compile(
        rf"(?:[报向到]|(?<![送交发还供付])给|{either(_group('told'))})(?:相关|有关|所在地|当地|各级?|上级|同级|本级)?\Z"
    )


@cache
def _meant() -> re.Pattern[str]:
    """What stands before a body of which a phrase tells, so that it is no subject; one that is handed something may
    join in: 移交区纪委立案查处."""
    return re.compile(rf"(?:[从除将把按给]|(?<![现旨存所内潜正实])在|{either(_group('meant'))})$")


@cache
def _approves() -> re.Pattern[str]:
    """What follows a body without whose word others don't act."""
    return re.compile(rf"[^，,；;。:：]{{0,14}}?(?:{either(_group('approves'))})")


@cache
def _staff_words() -> re.Pattern[str]:
    """Who belongs to a school or the like and is not it: 民办学校|教师参加职务评审."""
    return re.compile(either(_group("staff")))


@cache
def _chosen() -> re.Pattern[str]:
    """What follows a body that only tells of which thing another is: 由街道办事处|选定的服务机构提供服务."""
    beside, how, chosen = (either(_group(name)) for name in ("beside-end", "chosen-how", "chosen"))
    return re.compile(
        rf"(?:[、和与及或][\u4e00-\u9fff]{{2,8}}?(?:{beside}))*(?:{how})?(?:{chosen})的[^，,；;。：:、的]{{2,}}"
    )
