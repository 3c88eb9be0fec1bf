"""What stands in front of a predicate: a thing behind 将, 把 or 对, or how, where and by whom."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.objects.thingless import thing_words
from kg.extraction.phrases import ADVERBS, LINK, NOUNS, edges, leads_on, stretch
from kg.language.parsed import Act, Parsed, Token

TOWARDS = frozenset(["对", "对于", "针对", "对其"])
"""What stands behind these is the object where none follows the predicate: 对A进行解读, but 对A建立退出机制."""
FRONTING = TOWARDS | {"将", "把"}
ADDRESSING = frozenset(["至", "到", "往"])
"""What stands behind these is reached."""


def fronted(front: Sequence[Token]) -> bool:
    """Whether 将 or 把 fronts the object; 将 before an adverb or a predicate only looks ahead."""
    return len(front) > 1 and (front[0].text == "把" or (front[0].text == "将" and front[1].pos not in ("d", "p", "v")))


def said_of(verb: str, behind: Sequence[Token], front: Sequence[Token]) -> Sequence[Token]:
    """What may stand for the object where no thing is said: no goal and no manner (转运到A, 按规定上报), but the
    rule that something follows (按照A执行)."""
    if behind:
        return [] if behind[0].text in ADDRESSING else behind
    words = [t for t in front if t.pos not in ADVERBS and t.pos != "vd"]
    if not words or words[0].text in edges("light"):
        return []
    if words[0].text in thing_words("manner"):
        return words[1:] if verb == "执行" else []
    end = len(front)
    while end > 1 and leads_on(front[end - 1]):
        end -= 1
    return [] if front[end - 1].text in ("后", "时") or leads_on(front[end - 1]) else front[:end]


def opening(words: Sequence[Token]) -> str:
    """The part of speech that words begin with, adverbs aside; a place of one character tells of which thing it is said
    (在沪|金融机构)."""
    first = next((i for i, t in enumerate(words) if t.pos not in ADVERBS), None)
    if first is None:
        return "d"
    near = words[first].text == "在" and first + 2 < len(words) and len(words[first + 1].text) == 1
    return words[first + 1].pos if near and words[first + 1].pos == "LOC" else words[first].pos


def based(words: Sequence[Token]) -> bool:
    """Whether a phrase with 以 tells of the thing behind it: 以社区为基础的|医疗服务体系."""
    said = [t.text for t in words]
    return said[0] == "以" and "为" in said and LINK in said[said.index("为") : -1]


def closes(subject: Sequence[Token]) -> bool:
    """Whether a subject ends in a first predicate, which the one behind it goes on with: 实验室|揭牌|运行."""
    if len(subject) < 2 or subject[-1].pos != "v" or subject[-1].text not in edges("step"):
        return False
    return subject[-2].pos in NOUNS and subject[-2].pos != "vn"


def counted(act: Act, parsed: Parsed) -> str:
    """What the first figure of an act counts."""
    return next((q.counted for q in parsed.quantities if act.start <= q.start < act.end), "")


def before(parsed: Parsed, act: Act) -> list[Token]:
    """The words of the act's clause before it."""
    start = next((c.start for c in parsed.clauses if c.start <= act.start < c.end), act.start)
    return stretch(parsed.tokens, start, act.start)
