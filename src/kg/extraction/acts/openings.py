"""Where an act begins whose subject the reader took in: 政府应在交房前|完成建设; 由市政府|向省政府提出申请."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from kg.extraction.phrases import NOUNS
from kg.extraction.workers import works
from kg.language.parsed import Act, Parsed
from kg.words import either, group_of

FRONTED = re.compile(r"[对把将为][^，,；;。]|[向][^，,；;。]|[^，,；;。]*[\d０-９]")
"""What begins an act before its predicate: what it acts on, to whom it is done, or its count."""
CHARGED = "负责"
"""What tells with a predicate whose task something is: 由管委会|负责解释."""
CASE = re.compile(r"(?![对将把])[^；;。]*的(?:[（(][^（()）]*[)）])?[，,]")
"""In which case something is done, in front of it: 夫妻双方缴存公积金的,|最高限额调整为60万元; 购房的(以备案为准),
|给予补贴; not 对情节严重的,."""
AGAIN = re.compile(r"对[^；;。]*[，,](?=对其)")
"""For whom, in front of what of theirs it is done to: 对换购住房的纳税人,|对其已缴纳的税款予以退税."""


HEREBY = re.compile(r"(?:现|再|特|应|将)予以?")
"""What only says that it is done now: 现予|印发."""


def past_case(characters: str, parsed: Parsed, act: Act) -> Act:
    """The act without the case in front of it that it holds for, and without the body after that (…的,政府|给予奖励).
    Where no object follows, those of the case are it: 逾期不缴的,应当处理."""
    case = CASE.match(characters, act.start, act.verb) if act.end > act.verb_end else None
    case = case or AGAIN.match(characters, act.start, act.verb)
    if case is None:
        return act
    named = any(n.type == "organisation" and (n.start, n.end) == (case.end(), act.verb) for n in parsed.names)
    return replace(act, start=act.verb if named else case.end())


def past_subject(characters: str, parsed: Parsed, act: Act) -> Act:
    """The act without a body in front of its predicate, where an object follows that: else what was acted on stands in
    front too (回购的住房,由住建局统筹|使用)."""
    charged = _bodies().match(characters, act.start, act.verb)
    if charged is not None and characters[charged.end() : act.verb] == CHARGED:
        return replace(act, start=charged.end())
    if HEREBY.fullmatch(characters, act.start, act.verb):
        return replace(act, start=act.verb)
    if any(n.start == act.start and works(characters, parsed.tokens, n, act) for n in parsed.names):
        return replace(act, start=act.verb)
    asked = _asked().match(characters, act.start, act.verb)
    things = (t for t in parsed.tokens if act.verb_end <= t.start < act.end and t.pos in NOUNS)
    if asked is None and next(things, None) is None:
        return act
    opened = asked or _bodies().match(characters, act.start, act.verb)
    if opened is None:
        return act
    start = opened.end() if FRONTED.match(characters, opened.end(), act.verb) else act.verb
    return replace(act, start=start)


@cache
def _ends() -> str:
    return either(group_of("who-words", "beside-end") | group_of("who-words", "body-end"))


@cache
def _bodies() -> re.Pattern[str]:
    """A body with what it shall do, or whom something is done by."""
    return re.compile(
        rf"(?:(?![对把将为由经向在按])[^，,；;。]{{0,30}}?(?:{_ends()})(?:应当?|须|必须|要)(?![对急用求点素件])"
        rf"|(?:[^，,；;。由]{{2,40}}[，,])?由[^，,；;。由]{{0,30}}?(?:{_ends()})(?!的|[、和与及或]|(?:{_ends()})))"
    )


@cache
def _asked() -> re.Pattern[str]:
    return re.compile(rf"请[^，,；;。]{{0,30}}(?:{_ends()})(?!的)")
