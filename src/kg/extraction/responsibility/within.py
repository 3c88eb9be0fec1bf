"""Bodies within the object of an act, which do what stands right behind them and nothing further: 成立中心加强推介，
|举办活动; 压实部门责任，|提供服务. Whom an act charges goes on: 授权各地组织听证，|做好记录."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.phrases import ADVERBS, CLAUSE_ENDS, NOUNS, known_predicates
from kg.extraction.responsibility.subjects import Subject
from kg.language.parsed import Act, Parsed
from kg.words import group_of

SCOPE = re.compile(
    r"(?:全[省市区县州国年域]|自治区(?!党|政府)|各(?!级|部门|有关|单位)|所有|每个|大批|一批|许多|“"
    r"|[\d０-９]+(?:[.．]\d+)?(?:[%％]的|万?[个家所名户]))"
)
"""How a subject begins that is none of a body named before: 全省|零售额, “十二五”规划, 8个|品种."""
LEVEL = re.compile("[省市区县乡镇村]{1,2}级?")
"""So do those that another level pays: 市级|配套120万元."""
DEMANDED = re.compile(r"要(?![求点素件])|应当?|须|力争|确保|争取")
"""What a body is told to reach is its own: 各地要招商,工业投资|达到3亿元."""
THING = 0.5
"""The chance that a name names a thing, above which it is another subject: more than is asked of a name that is told,
since an act loses its body by it."""


def bounded(characters: str, acts: Sequence[Act], subjects: Sequence[Subject]) -> Iterator[Subject]:
    """The subjects, one in the object of an act with no reach beyond that."""
    for who in subjects:
        ends = (a.end for a in acts if _holds(characters, a, who) and not _charges(characters, a))
        yield replace(who, reach=min([who.reach, *ends]))


def _holds(characters: str, act: Act, who: Subject) -> bool:
    """Whether a subject stands in the object of an act, in the clause of its predicate."""
    if not act.verb_end <= who.start or act.end < who.end:
        return False
    whom = characters[who.start - 1] in "为给对向"  # 创造条件为医院|提供支持
    if act.end == who.end and not whom and characters[act.verb : act.verb_end] not in known_predicates():
        return False
    return not any(c in CLAUSE_ENDS for c in characters[act.verb_end : who.start])


def _charges(characters: str, act: Act) -> bool:
    return characters[act.verb : act.verb_end] in group_of("who-words", "charges")


def of_others(characters: str, parsed: Parsed, acts: Sequence[Act]) -> frozenset[int]:
    """Places of the acts before whose predicate a subject of another scope or name stands: 全省零售额|增长5.1%."""
    found = set()
    for place, act in enumerate(acts):
        words = [t for t in parsed.tokens if act.start <= t.start < act.verb]
        while words and words[0].pos in (*ADVERBS, "f"):
            words = words[1:]
        if not words or words[0].pos == "p":
            continue
        if LEVEL.fullmatch(characters, act.start, act.verb):
            found.add(place)
            continue
        named = any(words[0].start <= n.start and n.end <= act.verb and n.thing >= THING for n in parsed.names)
        if any(t.pos in NOUNS for t in words) and (named or SCOPE.match(characters, act.start, act.verb)):
            found.add(place)
    return frozenset(found)


def in_later_clause(characters: str, act: Act, who: Subject) -> bool:
    """Whether an act stands behind the clause of a body that is not told what to reach."""
    between = characters[who.end : act.start]
    return any(c in CLAUSE_ENDS for c in between) and DEMANDED.search(between) is None
