"""Notes of responsible units: (责任单位:A、B), 牵头单位:A;配合单位:B, (A牵头,B、C配合), (A、B按职责分工负责)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extraction.responsibility.note_bodies import FIRST_LEADS, NESTED, bodies_of, only_bodies, without
from kg.facts import Agent, Sentence
from kg.language.parsed import Name
from kg.register import Register
from kg.resources import rows

BRACKET = re.compile(
    r"[(（〔\[【][^()（）〔〕【】]*(?:[(（〈〔][^()（）〈〉〔〕]*[)）〉〕][^()（）〔〕【】]*)*[)）〕\]】]"
)
COLON = r"\s*[:：]\s*"
PART = re.compile(r"[^;；。,，]+")
STANDING = re.compile(
    r"(?:以下|各项|均需|均须)[^。]{0,12}?(?:均需|均须|均由|均包括|需)(?P<bodies>[^。]{2,60}?)(?:贯彻|抓好)?(?:落实|负责|配合)?[,，]?\s*(?:以下)?不再(?:单独|一一|逐一)?列出"
)
"""Bodies that every later note means too: 以下措施均需各区政府落实,不再单独列出."""
ROLES = re.compile(r"(?:牵头|配合)(?:负责|落实|实施)?(?=[，,；;。、)）\]】\s]|$)")
"""Words behind bodies that tell roles behind a label too: 责任单位:A牵头,B、C配合."""
CONTACT = re.compile(r"联系(?:单位|部门)\s*[:：][^。]*?(?:联系人|电话)")
"""Whom to ask (联系单位:A,联系人:B) is not who answers."""
TERM = re.compile(r"[^。()（）]{2,40}[，,；;]")
"""What may stand in a note before its bodies: (5月底取得初步成效,牵头单位:A)."""
PERSON = re.compile(
    r"(?:责任|牵头|分管|挂钩|包保)?(?:领导|责任人|县领导|市领导|负责人)\s*[:：][^。；;:：]{1,24}[，,\s]"
)
"""What else a note without brackets may begin with: 责任领导:王某,责任单位:A."""
FIELD = re.compile(
    r"[，,；;。 \u3000][\u4e00-\u9fff]{2,4}(?:范围|时限|期限|时间|日期|电话|要求|目标|进度|对象|依据)[:：]"
)
"""What else a note may tell behind its bodies: (负责部门:A,适用范围:B)."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note: where it stands and whom it names. A note that names nobody whom we know is kept, to be listed."""

    start: int
    end: int
    agents: tuple[Agent, ...]
    standing: tuple[Agent, ...] = ()
    """Bodies that all later notes mean too."""
    alike: frozenset[str] = frozenset()
    """The names of those whom the words tell no role: they lead unless somebody else does."""
    bare: bool = False
    """Nothing but bodies in brackets; one alone may be the source of a text."""
    row: tuple[int, int] | None = None
    """The row of a table whose cells it is, which it governs."""


def completed(characters: str, found: Sequence[Note]) -> tuple[Note, ...]:
    """The notes of a report with what the report says of all of them: bodies that are not listed again, and whether
    the first body of a note leads. Notes with nothing between them (牵头单位:A|责任单位:B, each in a line of its own)
    are one."""
    first_leads = bool(FIRST_LEADS.search(characters))
    standing: tuple[Agent, ...] = ()
    result = []
    bare = sum(note.bare for note in found) > 1
    for note in _joined(characters, [n for n in found if bare or not n.bare]):
        standing = (*standing, *note.standing)
        agents = (*note.agents, *(a for a in standing if all(a.name != b.name for b in note.agents)))
        if first_leads and len(agents) > 1 and all(a.role == "lead" for a in agents):
            agents = (agents[0], *(replace(a, role="partner") for a in agents[1:]))
        result.append(Note(note.start, note.end, agents, row=note.row))
    return tuple(result)


def _joined(characters: str, found: Sequence[Note]) -> list[Note]:
    result: list[Note] = []
    for note in found:
        between = characters[result[-1].end : note.start] if result else ""
        if not result or result[-1].row or note.row or between.strip(" \u3000\n;；,，。"):
            result.append(note)
            continue
        first = result[-1]
        agents = {a.name: a for a in (*note.agents, *first.agents)}
        alike = first.alike | note.alike
        result[-1] = Note(
            first.start,
            note.end,
            _told_apart([agents[name] for name in dict.fromkeys(a.name for a in (*first.agents, *note.agents))], alike),
            first.standing + note.standing,
            alike,
        )
    return result


def _told_apart(agents: Sequence[Agent], alike: frozenset[str]) -> tuple[Agent, ...]:
    """Those whom the words tell no role are partners where another one leads."""
    if not any(a.role == "lead" and a.name not in alike for a in agents):
        return tuple(agents)
    return tuple(replace(a, role="partner") if a.name in alike else a for a in agents)


@cache
def _words(where: str) -> dict[str, str]:
    """Word → role, the longest first."""
    found = [(row[0], row[1]) for row in rows("seeds/lexicon/note-words.tsv") if row[2] == where]
    return dict(sorted(found, key=lambda r: (-len(r[0]), r[0])))


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{_either('after')})(?:和[^:：\n]{{2,6}})?{COLON}")


@cache
def _unclosed() -> re.Pattern[str]:
    """A note whose bracket is never closed."""
    return re.compile(rf"[(（【〔\[]\s*(?:{_either('after')}){COLON}(?:[^()（）】〕\]]|[(（][^()（）]*[)）])*$")


@cache
def _before() -> re.Pattern[str]:
    """What stands behind bodies; one that goes on (市级集团牵头单位和协同发展区县政府负责) is a part of a name."""
    return re.compile(rf"(?:{_either('before')})(?!单位|部门|发展|中心|[小工专]|[组站委办局处司科室])")


def _either(where: str) -> str:
    """Any of the words."""
    return "|".join(map(re.escape, _words(where)))


def _role(word: str, where: str) -> str:
    return _words(where)[word]


def opening_words(text: str) -> tuple[tuple[int, int], ...]:
    """Where words that open a note (责任单位:) stand in a sentence."""
    return tuple(m.span() for m in _after().finditer(text) if "单位" in m["word"] or "部门" in m["word"])


def notes(characters: str, sentence: Sentence, names: Sequence[Name], register: Register) -> tuple[Note, ...]:
    """The notes in a sentence, in order."""
    return tuple(_notes(characters, sentence, names, register))


def _notes(characters: str, sentence: Sentence, names: Sequence[Name], register: Register) -> Iterator[Note]:
    end = sentence.start
    for match in BRACKET.finditer(characters, sentence.start, sentence.end):
        if match.start() < end:
            continue
        stop = match.end() - 1
        standing: tuple[Agent, ...] = ()
        if always := STANDING.search(characters, match.start(), stop):
            standing = tuple(bodies_of(characters, *always.span("bodies"), names, register))
            stop = always.start()
        said = _read(characters, match.start() + 1, stop, names, register)
        if said is not None:
            yield Note(match.start(), match.end(), said[0], standing, said[1])
            end = match.end()
        elif only_bodies(characters, match.start(), match.end(), register):
            agents = tuple(bodies_of(characters, match.start() + 1, match.end() - 1, names, register))
            yield Note(match.start(), match.end(), agents, (), frozenset(a.name for a in agents), True)
            end = match.end()
    if unclosed := _unclosed().search(characters, end, sentence.end):
        said = _read(characters, unclosed.start() + 1, sentence.end, names, register)
        if said is not None:
            yield Note(unclosed.start(), sentence.end, said[0], (), said[1])
        return
    opening = _after().search(characters, end, sentence.end)
    told = PERSON.fullmatch(characters, end, opening.start()) if opening else None
    if opening and (told or opening.start() == sentence.start or characters[opening.start() - 1] in "。；; \u3000】"):
        said = _read(characters, opening.start(), sentence.end, names, register)
        if said is not None:
            yield Note(end if told else opening.start(), sentence.end, said[0], (), said[1])


def _read(
    characters: str, start: int, end: int, names: Sequence[Name], register: Register
) -> tuple[tuple[Agent, ...], frozenset[str]] | None:
    """Whom the words of a note name, in order, and whom of them without a role; None where they are no note."""
    if CONTACT.search(characters, start, end):
        return None
    openings = list(_after().finditer(characters, start, end))
    agents: list[tuple[Agent, str]] = []
    if openings:
        before = characters[start : openings[0].start()].strip(" 【")
        if before and not TERM.fullmatch(before):
            return None
        for place, opening in enumerate(openings):
            stop = openings[place + 1].start() if place + 1 < len(openings) else end
            stop = other.start() if (other := FIELD.search(characters, opening.end(), stop)) else stop
            agents += _labelled(characters, (opening.end(), stop, _role(opening["word"], "after")), names, register)
    else:
        if not _before().search(characters, start, end) or not any(
            start <= n.start and n.end <= end and n.type == "organisation" for n in names
        ):
            return None
        agents = _told(characters, start, end, names, register)
    return _once(agents)


def named_in(
    characters: str, cells: Sequence[tuple[int, int, str]], names: Sequence[Name], register: Register
) -> tuple[Agent, ...]:
    """Whom the cells of a row name, which have the roles of their columns."""
    return _once([agent for cell in cells for agent in _labelled(characters, cell, names, register)])[0]


def _labelled(
    characters: str, stretch: tuple[int, int, str], names: Sequence[Name], register: Register
) -> list[tuple[Agent, str]]:
    """The bodies behind a label that tells a role; those behind one that tells none may have words that do."""
    start, end, role = stretch
    if role == "all" and ROLES.search(characters, start, end):
        return _told(characters, start, end, names, register)  # 责任单位:A牵头,B配合
    return [(a, role) for a in bodies_of(characters, start, end, names, register)]


def _once(agents: Sequence[tuple[Agent, str]]) -> tuple[tuple[Agent, ...], frozenset[str]]:
    """Each of these once, with its first role, in order; and whom the words tell no role."""
    found: dict[str, Agent] = {}
    alike: set[str] = set()
    for agent, said in agents:
        if agent.name not in found:
            found[agent.name] = replace(agent, role="partner" if said == "partner" else "lead")
            alike |= {agent.name} if said == "all" else set()
    return _told_apart(list(found.values()), frozenset(alike)), frozenset(alike)


def _told(characters: str, start: int, end: int, names: Sequence[Name], register: Register) -> list[tuple[Agent, str]]:
    """The bodies with the roles that the words behind them tell: A牵头,B、C配合."""
    agents: list[tuple[Agent, str]] = []
    waiting: list[Agent] = []
    for opens, closes in _parts(characters, start, end):
        word = _before().search(characters, opens, closes)
        waiting += bodies_of(characters, opens, word.start() if word else closes, names, register)
        if word is not None:
            role = _role(word.group(), "before")
            agents += [(a, role) for a in waiting]
            rest = bodies_of(characters, word.end(), closes, names, register)
            agents += [(a, "partner" if role != "all" else "all") for a in rest]
            waiting = []
    return [*agents, *((a, "all") for a in waiting)]


def _parts(characters: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a note between its marks; those in brackets (区县〈自治县，下同〉政府负责) part nothing."""
    for part in PART.finditer(without(NESTED, characters[start:end])):
        yield start + part.start(), start + part.end()
