"""Who answers for each act of a report: whom its sentence names, a note, a subject or heading before, the issuer."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extraction.counts.indicators import indicator
from kg.extraction.letters import title_of
from kg.extraction.responsibility.articles import UNSAID, articles_of, goes_on_in
from kg.extraction.responsibility.helping import helped_by, helpers, helps, only_help
from kg.extraction.responsibility.notes import Note
from kg.extraction.responsibility.others import made_to_act
from kg.extraction.responsibility.placed import pushed, with_pushed
from kg.extraction.responsibility.reach import Reach, governed
from kg.extraction.responsibility.subjects import (
    BREAKS,
    EVER,
    Subject,
    broken,
    governing,
    institution,
    partners,
    private,
)
from kg.extraction.responsibility.within import bounded, in_later_clause, of_others
from kg.facts import Agent, Sentence
from kg.language.context import setting_of
from kg.language.parsed import Act, Name, Parsed
from kg.register import Register
from kg.structure.numbering import number_of
from kg.structure.report import Report
from kg.words import either, group_of

WITH = re.compile(r"会同[^，,；;。]{0,36}$")
"""A body with which another does all that its sentence tells: 会同县财政局开展检查,提出建议."""
DUTIES = re.compile(r"(?:职责|任务|(?:下列|以下)(?:主要|具体|管理)?(?:工作|事项|事务))[：:]\s*$")
"""A sentence that opens a list of what somebody does: 办公室承担以下职责:(1)…, 数据机构负责下列工作：（一）…"""
FORBIDDEN = re.compile(r"(?:不(?:得(?!不)|应|宜|能(?!不)|准|许|要|予)|严禁|禁止|勿)[^，,；;。]{0,8}$")
"""What stands before what must not be done."""
DELIVERED = re.compile(r"我(?:谨?代表|受)[^。]{0,40}[向作][^。]{0,24}报告")
"""How a report opens that is delivered to a congress, where no title says what it is."""
DEMANDS = re.compile(r"(?:提出|作出|明确)(?:如下|以下)(?:几点|几项|[一二三四五六七八]点|工作|具体)?要求[：:]\s*$", re.M)
"""From where on a circular gives orders that has told what happened."""
BEGINNING = 600
"""Characters of a text that are its opening."""
ASSUMED = 0.8
"""The chance given to the issuer where no body is said; what it is worth the calibration tells."""

UNSIGNED = 0.5
"""The same where nobody signed either."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a report says once of who answers for all of it."""

    issuers: tuple[Agent, ...]
    headings: Mapping[int, Subject]
    """Section → the body that its heading consists of."""
    notes: Sequence[Note]
    register: Register


def responsible(
    report: Report,
    parsed: Sequence[Parsed],
    acts: Sequence[Sequence[Act]],
    said: Sequence[Sequence[Subject]],
    frame: Frame,
) -> Iterator[list[tuple[Agent, ...]]]:
    """For each sentence the agents of each of its acts. ``said``: the subjects of each sentence."""
    characters = report.text.characters
    noted = governed(frame.notes, report.sentences, report.sections)
    articles = articles_of(characters)
    delivered = DELIVERED.search(characters, 0, BEGINNING) is not None
    demands = DEMANDS.search(characters)
    subject: Subject | None = None
    article: Subject | None = None
    duties: Subject | None = None
    paragraph = -1
    for at, (one, own) in enumerate(zip(parsed, acts, strict=True)):
        if one.sentence.paragraph != paragraph:
            paragraph = one.sentence.paragraph
            subject = _heading_subject(report, one.sentence.section, frame.headings)
            duties = duties if number_of(one.sentence.text.lstrip()) else None
            subject = duties or subject
        meant = subject is not None and (subject is duties or still_meant(characters, subject, one.sentence, own))
        before = subject if meant else None
        if article is not None and not goes_on_in(articles, article.start, one.sentence):
            article = None
        names = outside_notes(one.names, frame.notes)
        who = acting(characters, one, own, said[at])
        made = made_to_act(characters, own, one.tokens, pushed(characters, one, own, names))
        beside = partners(characters, list(made), frame.register)
        plan = setting_of(report, one.sentence.start, one.sentence.section)
        ordered = demands is not None and plan.account and demands.end() <= one.sentence.start
        orders = ((plan.plan and not plan.account) or plan.planned) and not (plan.work_report or delivered)
        orders = orders or ordered
        others = () if orders else of_others(characters, one, own)
        agents = assigned(characters, own, who, beside, before or article, orders, frame.issuers, others)
        yield [
            _with_note(
                () if title_of(one, act) else bodies,
                _note_of(act, noted.get(at, ())),
                _else(characters, act, bodies, frame.issuers),
            )
            for bodies, act in zip(with_pushed(characters, one, own, who, agents), own, strict=True)
        ]
        named = [w for w in who if w.reach == EVER and any(n.start == w.start for n in names)]
        named = [w for w in named if not _aside(characters, one.sentence.start, w.start)]
        if who and DUTIES.search(one.sentence.text):
            duties = who[-1]
        if named:
            article = None if private(characters, named[-1]) else named[-1]
            if orders:
                # where tasks are given, whom a sentence addresses is meant by the next ones too
                subject = None if private(characters, named[-1]) else named[-1]


def _aside(characters: str, start: int, place: int) -> bool:
    """Whether who is named at a place of a sentence is meant by no further one: there in brackets, or whoever it be
    (任何部门不得修改规划)."""
    closed = max(characters.rfind(mark, start, place) for mark in ")）")
    bracketed = any(characters.find(mark, max(start, closed), place) >= 0 for mark in "(（")
    return bracketed or characters.startswith("任何", place)


def still_meant(characters: str, subject: Subject, sentence: Sentence, acts: Sequence[Act]) -> bool:
    """Whether a sentence without a subject means the last one. A public body is; schools and firms are where it says
    what they must, or opens with what they do (并加强现场管理), which is none of what only governments do."""
    if any(a.quote and len(a.quote.text) > 2 and a.quote.text in spoken_of(characters, acts) for a in subject.agents):
        return False
    if not institution(characters, subject) or UNSAID.search(sentence.text) is not None:
        return True
    if not acts or characters[acts[0].verb : acts[0].verb_end] in group_of("institutions", "governs"):
        return False
    lead = _opened(characters[sentence.start : acts[0].verb], True)
    return not lead or _how().match(lead) is not None


def spoken_of(characters: str, acts: Sequence[Act]) -> str:
    """What the acts of a sentence are about. Whom it names again is not meant as its subject: 医疗机构应及时结算。
    严查医疗机构拖欠问题。"""
    fronted = [characters[a.start : a.verb] for a in acts if characters[a.start] in "对给向把将"]
    return ",".join(t for t in (*fronted, *(characters[a.verb_end : a.end] for a in acts)) if "由" not in t)


def acting(characters: str, parsed: Parsed, acts: Sequence[Act], said: Sequence[Subject]) -> list[Subject]:
    """The subjects of a sentence without those in the name of an indicator: 中央财政|赤字1.4万亿元. One in the object
    of an act does nothing beyond it."""
    told_by = [a for a in acts if a.start < a.verb and indicator(characters, parsed, a)]
    said = [who for who in said if not any(a.start <= who.start < a.verb for a in told_by)]
    return list(bounded(characters, acts, said))


def _heading_subject(report: Report, section: int | None, headings: Mapping[int, Subject]) -> Subject | None:
    while section is not None and section not in headings:
        section = report.sections[section].parent
    return headings[section] if section is not None else None


def outside_notes(names: Sequence[Name], notes: Sequence[Note]) -> list[Name]:
    """The names that no note of responsible units holds."""
    return [n for n in names if not any(note.start <= n.start < note.end for note in notes)]


def _note_of(act: Act, noted: Sequence[Reach]) -> tuple[Agent, ...]:
    return next((note.agents for start, end, note in noted if start <= act.start < end), ())


def _with_note(own: tuple[Agent, ...], note: tuple[Agent, ...], issuers: tuple[Agent, ...]) -> tuple[Agent, ...]:
    """A note's bodies stand beside those that the sentence says; the issuer only where no body leads."""
    said = tuple(a for a in own if a.basis == "explicit" or not note)
    agents = (*said, *(a for a in note if all(_plain(a.name) != _plain(b.name) for b in said)))
    if not any(a.role == "lead" for a in agents):
        agents = (*issuers, *(a for a in agents if all(a.name != b.name for b in issuers)))
    return tuple(dict.fromkeys(agents))


def _else(characters: str, act: Act, bodies: Sequence[Agent], issuers: tuple[Agent, ...]) -> tuple[Agent, ...]:
    """Who leads where nobody is said to: whoever signed, but nobody where the text tells who helps."""
    said = tuple(replace(a, role="lead") for a in bodies)
    return () if only_help(characters, act, said) else issuers


def _plain(name: str) -> str:
    """A name by which a body that is written in two ways is known: 各县(市、区)政府, 各县(市、区)人民政府."""
    return name.replace("人民政府", "政府")


def assigned(
    characters: str,
    acts: Sequence[Act],
    subjects: Sequence[Subject],
    partners: Sequence[Agent],
    before: Subject | None,
    orders: bool = False,
    issuers: Sequence[Agent] = (),
    others: Collection[int] = (),
) -> list[tuple[Agent, ...]]:
    """The agents said or governing for each act of a sentence; none where nothing is said, as for ``others`` in a
    later clause, whose subject is another thing.

    A subject governs what follows it up to the next semicolon, and what stands behind that too where it opens with an
    act; else ``before``, a subject of an earlier sentence, takes over again. A partner belongs to the act around it,
    else to the one after it.
    """
    found: list[tuple[Agent, ...]] = []
    for place, act in enumerate(acts):
        subject = helped_by(characters, act, subjects) or governing(characters, act, subjects)
        own = subject is None or {a.name for a in subject.agents} <= {a.name for a in issuers}
        if subject and not own and place in others and in_later_clause(characters, act, subject):
            found.append(tuple(replace(a, basis="inherited") for a in before.agents) if before else ())
            continue
        agents: tuple[Agent, ...] = subject.agents if subject else ()
        earlier = _carried(characters, act, acts, subjects, orders) or (
            next((s for s in reversed(subjects) if s.start < act.verb < s.reach and not s.person), before)
            if orders and before
            else before
        )
        if not agents and earlier is not None:
            agents = tuple(replace(a, basis="inherited") for a in earlier.agents)
        if subject is not None and helps(characters, subject):
            agents = (*agents, *helpers(characters, act, subject, subjects, before, issuers))
        elif only_help(characters, act, agents):
            agents = tuple(replace(a, role="partner") for a in agents)
        found.append(agents)
    for partner in partners:
        for at in _shared(characters, acts, partner, found, subjects):
            if all(partner.name != a.name for a in found[at]):
                found[at] = (*found[at], partner)
    return found


def _shared(
    characters: str,
    acts: Sequence[Act],
    partner: Agent,
    agents: Sequence[tuple[Agent, ...]],
    subjects: Sequence[Subject],
) -> Iterator[int]:
    """The places of the acts that a partner takes part in: the act around him, else the one after him, and with 会同
    all that its leading bodies do up to the next semicolon or to where they are named again; nobody takes part in what
    must not be done."""
    quote = partner.quote
    if quote is None:
        return
    around = (i for i, a in enumerate(acts) if a.start <= quote.start < a.end)
    after = (i for i, a in enumerate(acts) if a.start >= quote.end and not broken(characters, quote.end, a.start))
    place = next(around, None)
    place = next(after, None) if place is None else place
    if place is None or FORBIDDEN.search(characters[max(0, acts[place].start - 8) : acts[place].verb_end]):
        return
    yield place
    made = characters[acts[place].verb : acts[place].verb_end] in group_of("object-edges", "pivot")
    if made or WITH.search(characters, max(0, quote.start - 40), quote.start) is None:
        return
    named = next((s.start for s in subjects if s.start >= quote.end), EVER)
    for at in range(place + 1, len(acts)):
        if acts[at].verb > named or broken(characters, quote.end, acts[at].start):
            return
        if _leads(agents[at]) != _leads(agents[place]):
            return
        yield at


def _leads(agents: Sequence[Agent]) -> list[str]:
    return [a.name for a in agents if a.role == "lead"]


def _carried(
    characters: str, act: Act, acts: Sequence[Act], subjects: Sequence[Subject], orders: bool
) -> Subject | None:
    """The subject before the semicolon where nobody else is named between it and the first act behind it."""
    subject = next((s for s in reversed(subjects) if s.start < act.verb < s.reach), None)
    if subject is None or subject.person:
        return None
    opens = max(characters.rfind(mark, subject.end, act.start) for mark in BREAKS) + 1
    first = next(a for a in acts if a.end > opens)
    lead = _opened(characters[opens : first.verb], orders)
    return subject if not lead or _phrase().match(lead) else None


def unsaid(issuers: Sequence[str], chance: float = ASSUMED) -> tuple[Agent, ...]:
    """Nobody is said: whoever signed answers for it."""
    return tuple(Agent(name, "lead", "issuer", None, chance) for name in issuers)


def _opened(lead: str, orders: bool) -> str:
    """What stands before an act without the words that may stand between a semicolon and an act whose subject stands
    before it: ；并|及时|报告. Where tasks are given more of them do (；严格|执行制度); a report goes on with what
    its issuer does."""
    return _opening(orders).sub("", lead, count=1)


@cache
def _opening(orders: bool) -> re.Pattern[str]:
    more = group_of("who-words", "urge-on") if orders else frozenset()
    return re.compile(rf"(?:[要应并须 \u3000、，,]|{either(group_of('who-words', 'urge') | more)})*")


@cache
def _phrase() -> re.Pattern[str]:
    """How phrases begin that are no subject."""
    with_whom = either(group_of("phrase-words", "with"))
    return re.compile(rf"[对将把为在向与]|[从自][^，,；;。]{{2,12}}起|{_phrases()}|(?:{with_whom})(?![会品])")


@cache
def _how() -> re.Pattern[str]:
    """How phrases begin that tell how and where something is done, not of whom or what."""
    return re.compile(rf"[在以]|{_phrases()}|{either(group_of('phrase-words', 'stressed'))}")


@cache
def _phrases() -> str:
    return either(group_of("phrase-words", "by") | group_of("phrase-words", "after"))
