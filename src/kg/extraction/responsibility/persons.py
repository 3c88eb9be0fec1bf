"""Persons whom a rule is for as the subject of a clause. The reader takes only bodies for subjects, so that what they
do would be done by the body before them: 市住房局签订合同,权利人按照约定迁出; 家长登录平台,选择学校."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from kg.extraction.denial import NEGATION
from kg.extraction.responsibility.applicants import MODAL, MODALS, ORDINAL, acted_on, applies
from kg.language.parsed import Act, Name, Parsed
from kg.words import either, group_of, words_of

SPOKEN = 0.9
"""The chance given to a person who opens a clause that he is its subject."""
SUBJECT = 0.5
"""Least chance that the reader itself takes them for a subject."""
ACTORS = ("organisation", "site", "place")
AHEAD = 40
"""Characters behind a clause in which it may stand what he may or must do."""
CLAUSE = re.compile(r"[，,；;。]")
ATTRIBUTES = frozenset({"n", "nz", "a", "vn", "m", "r", "an", "LOC"})
"""Parts of speech of words that tell which persons are meant: 职工|参保人员."""
LEVELS = ("为", "达", "达到", "占", "满")
"""Predicates that tell how much something is: 缴存职工租房提取上限|为1920元."""
LINKS = "并再且也还同时方即则就均都 "
BY = re.compile(r"[在向到按凭持从以将对与于携依]|通过")
"""How a phrase opens that tells of the act and is no subject of it."""
_group = partial(group_of, "who-words")


def persons(characters: str, parsed: Parsed, names: Sequence[Name]) -> list[Name]:
    """The persons who open a clause and of whom it tells what they do, may or must, outside of the bodies that act."""
    found = []
    for clause in parsed.clauses:
        opened = _opens().match(characters, clause.start, min(clause.end + AHEAD, parsed.sentence.end))
        if opened is not None and opened.end() <= clause.end and _only_who(parsed, opened):
            start, end = opened.span("who")
            if all(end <= n.start or n.end <= start or n.lead < SUBJECT or n.type not in ACTORS for n in names):
                found.append(Name(start, end, "organisation", 0.0, SPOKEN, SPOKEN, 0.0, 0.0))
    return found


def _only_who(parsed: Parsed, opened: re.Match[str]) -> bool:
    """Whether what stands in front only tells who they are: 符合条件的|申请人, not 通知|申请人."""
    front = opened["front"].removeprefix("请").lstrip(LINKS)
    if _given().search(front) or (acted_on().search if "的" not in front else acted_on().match)(front):
        return False
    last = opened.start("front") + opened["front"].rfind("的") + 1
    start = last if "的" in front else opened.end("front") - len(front)
    between = [t for t in parsed.tokens if start < t.end and t.start < opened.end("front")]
    return all(t.pos in ATTRIBUTES for t in between)


def does(characters: str, start: int, end: int, act: Act) -> bool:
    """Whether an act is what the person does who stands at ``start``. What comes of it is not (给予补贴), nor what is
    told in a later clause of something else: 职工可提取公积金,账户余额不低于一千元."""
    verb = characters[act.verb : act.verb_end]
    if verb.startswith(tuple(_group("answers"))) or verb in LEVELS or verb in group_of("joining-words", "change"):
        return False
    marks = [m.start() for m in CLAUSE.finditer(characters, end, act.verb)]
    if not marks:
        return True
    if characters[start:end] not in _group("party"):
        return False
    lead = characters[marks[-1] + 1 : act.verb].lstrip(LINKS)
    if MODALS.match(lead) or (lead[:1] in ("", "其") and applies(verb)):
        return True
    if NEGATION.match(verb) or characters[marks[-1] - 1] == "的":
        return False
    return not lead or BY.match(lead) is not None


@cache
def _given() -> re.Pattern[str]:
    """What bodies do with persons."""
    return re.compile(either(_group("given")))


@cache
def _opens() -> re.Pattern[str]:
    """A person at the beginning of a clause, with what shows that he acts: what he may, how, or an act."""
    anybody, party = either(words_of("private-actors")), either(_group("party"))
    shows = f"{either(_group('acting'))}|{either(words_of('applicant-acts'))}"
    must = rf"(?:都|均|也|还|同时)?(?!可贷|需要的){MODAL}"
    return re.compile(
        rf"\s*{ORDINAL}(?:凡|如|若)?(?P<front>[^，,；;。：:]{{0,48}}?)(?P<who>(?:{anybody})(?={must})"
        rf"|(?:{party})(?=(?:[及和或与][^，,；;。：:]{{1,8}}?)?(?:{shows})|[，,](?:在[^，,；;。：:]{{2,24}}[，,])?{must}))"
    )
