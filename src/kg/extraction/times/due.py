"""By which day a planned act shall be done, where its own clause says it: 6月底前|建成新院区."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from kg.facts import Day
from kg.language.parsed import Act, Parsed
from kg.words import group_of, pattern

BEFORE = re.compile("之前|以前|前|之?内")
"""Behind a day it is a limit: 12月31日|前."""
EXACT = ("日", "号", "旬", "底", "末")
"""How a limit ends that is a day: whether 10月前 counts that month can't be told."""
WITHIN = ("年", "月")
"""How a period ends within which something shall be done: 2025年|内."""
REACHED = tuple("到至")
"""到2025年 tells what there shall be then."""
AT_END = ("底", "末", "年内")
LASTING = re.compile("^[自从]|起$|期间|以来|(?<=.)[-—–~～至]")
"""Such a period tells how long a rule holds, not when an act is due: 自1月1日起至12月31日."""
GOES_ON = ("起", "开始", "以来", "以后", "之后", "后", "的", "期间", "止", "当")
"""So does what follows a day with one of these: 12月31日|后, 12月31日|的."""
WHICH = ("对", "为", "凡", "由", "从")
"""Before a day these tell of which thing it is: 对|12月31日前供应的土地."""
COMMA = ("，", ",")
CLAUSE = re.compile(r"[，,；;：:。！？\n]")
APART = re.compile(r"[；;。！？\n：:（()）]")
"""What ends the reach of a day that a comma parts from its acts."""
PART = re.compile(r"[，,、；;。！？\n：:（()）的]")
"""What may not stand between a day and the act of its own clause."""
AND = re.compile(r"[^，,；;。！？\n：:（()）]*[，,]并[^，,、；;。！？\n：:（()）的]{0,12}")
"""Nor does what goes on with 并 need the day again: 3月底前制定方案，并|报备案."""
LEAD = (
    r"[\s　]*(?:[（(]?[一二三四五六七八九十\d]+[、.．）)]|[一二三四五六七八九十]是)?"
    r"(?:[^，,；;。：:的]{0,16}(?:{towards})|)"
)
"""What stands before a day in its clause, if anything: 二是|力争|, 全市|要于|."""
PERMITTED = re.compile(r"(?<![许认])可(?:以|不)?[^，,；;。持再]{0,4}$|不再?$")


def due_day(characters: str, parsed: Parsed, act: Act, own: date | None) -> Day | None:
    """The day by which an act shall be done; its quote is the limit (6月底前). ``own``: the report's own day, which
    lies before it.

    A day in the clause of the act holds for it; one that a comma sets apart holds for the acts that follow it too."""
    verb = characters[act.verb : act.verb_end]
    if verb in group_of("time-words", "holding") or PERMITTED.search(characters, parsed.sentence.start, act.verb):
        return None
    for day in reversed(parsed.days):
        limit = _limit(characters, parsed, day) if own is None or day.as_of > own else None
        if limit is None:
            continue
        stop, bare = limit
        if bare and not (verb in group_of("time-words", "reaching") and "的" not in characters[stop : act.verb]):
            continue
        ahead = act.start if stop <= act.start else act.verb
        if (stop <= ahead and _reaches(characters[stop:ahead])) or _inside(characters, act, day.start, stop):
            return Day(day.start, stop, characters[day.start : stop], day.as_of)
    return None


def _limit(characters: str, parsed: Parsed, day: Day) -> tuple[int, bool] | None:
    """Where the words end that make a day a limit, and whether it is no more than a period (2025年|建成), which says so
    only of what is reached; None where it is none."""
    behind = BEFORE.match(characters, day.end)
    stop = behind.end() if behind else day.end
    if LASTING.search(day.text) or characters.startswith(GOES_ON, stop) or characters.endswith(WHICH, 0, day.start):
        return None
    if day.text.endswith("前"):
        return stop, False
    if behind:
        ends = WITHIN if behind.group().endswith("内") else EXACT
        return (stop, False) if day.text.endswith(ends) else None
    who = next((n.start for n in parsed.names if n.type == "organisation" and n.end == day.start), day.start)
    if not _lead().fullmatch(characters, _clause(characters, parsed, day), who):
        return None
    return stop, not (day.text.startswith(REACHED) or day.text.endswith(AT_END))


def _clause(characters: str, parsed: Parsed, day: Day) -> int:
    start = parsed.sentence.start
    return max((m.end() for m in CLAUSE.finditer(characters, start, day.start)), default=start)


def _reaches(between: str) -> bool:
    """Whether a day holds for an act behind these words."""
    if between.startswith(COMMA):
        return APART.search(between) is None
    return PART.search(between) is None or AND.fullmatch(between) is not None


def _inside(characters: str, act: Act, start: int, stop: int) -> bool:
    """Whether a day stands in what an act makes others do: 督促企业|于6月底前|登记."""
    if not act.verb_end <= start < stop < act.end or CLAUSE.search(characters, act.verb_end, start):
        return False
    return characters[act.verb : act.verb_end] in group_of("time-words", "causing")


@cache
def _lead() -> re.Pattern[str]:
    return pattern("time-words", LEAD)
