"""Bodies within the object of an act, which do what stands right behind them and nothing further: 成立中心加强推介，
|举办活动; 压实部门责任，|提供服务. Whom an act charges goes on: 授权各地组织听证，|做好记录."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.phrases import CLAUSE_ENDS
from kg.extraction.responsibility.subjects import Subject
from kg.language.parsed import Act
from kg.words import group_of


def bounded(characters: str, acts: Sequence[Act], subjects: Sequence[Subject]) -> Iterator[Subject]:
    """The subjects, one in the object of an act with no reach beyond that."""
    for who in subjects:
        ends = (a.end for a in acts if _holds(characters, a, who) and not _charges(characters, a))
        yield replace(who, reach=min([who.reach, *ends]))


def _holds(characters: str, act: Act, who: Subject) -> bool:
    """Whether a subject stands in the object of an act, in the clause of its predicate."""
    if not act.verb_end <= who.start or act.end <= who.end:
        return False
    return not any(c in CLAUSE_ENDS for c in characters[act.verb_end : who.start])


def _charges(characters: str, act: Act) -> bool:
    return characters[act.verb : act.verb_end] in group_of("who-words", "charges")
