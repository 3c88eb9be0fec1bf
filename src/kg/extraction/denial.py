"""Negations: what is denied or forbidden was not done. The negation is part of the predicate (不再收取), also
over a phrase between them (不得向A报送B)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from kg.extraction.phrases import LINK, stretch
from kg.language.parsed import Act, Parsed, Token
from kg.words import group_of

NEGATION = re.compile(
    r"[决绝]不(?:能|会)?|暂[不未免]|[无毋不][需须]要?|不必"
    r"|不(?:得(?!不)|再|予|应|宜|能(?!不)|可(?!不)|准|许|要)|[切请]?勿|[不未]"
)
"""How a negation begins a word, 决不 and 绝不 with it, and what frees somebody from it (暂免征收, 无需提供); 不得不 and
the like affirm."""
AFFIRMED = re.compile(r"不[得能可]$")
WITHIN = frozenset("并而但后时者")
"""Behind one of these begins what a negation does not reach, behind 的 what one does not that doesn't forbid:
对不按规定停放的车辆进行清理."""
ADVERBS = frozenset({"d", "ad", "vd"})
FARTHEST = 40
"""Characters between a negation and its predicate at most."""


_group = partial(group_of, "joining-words")


@cache
def negations() -> frozenset[str]:
    """Words that are a negation, whether it forbids or only denies."""
    return _group("forbidding") | _group("negation")


def denial(characters: str, parsed: Parsed, act: Act) -> tuple[int, int] | None:
    """Where the negation stands that denies the act's predicate, if there is one in front of it in its clause."""
    opens = next((c.start for c in parsed.clauses if c.start <= act.verb < c.end), act.verb)
    opens = max(opens, act.verb - FARTHEST)
    linked = False
    for at in range(len(parsed.tokens) - 1, -1, -1):
        t = parsed.tokens[at]
        if t.start >= act.verb:
            continue
        if t.start < opens or t.text in WITHIN:
            return None
        linked = linked or t.text == LINK
        found = NEGATION.match(characters, t.start + t.text.startswith("可不"), act.verb)
        if found is None or AFFIRMED.search(characters, opens, t.start):
            continue
        if t.end > found.end() or (linked and at and parsed.tokens[at - 1].pos == "p"):
            return None  # 不断, 不足, 未来; 对不得公开的信息
        forbids = found[0] in _group("forbidding")
        if (forbids or not linked) and _reaches(stretch(parsed.tokens, found.end(), act.verb), forbids):
            return found.span()
        if forbids:
            return None
    return None


def _reaches(between: Sequence[Token], forbids: bool) -> bool:
    """Whether a negation reaches over these words to the predicate; what forbids does so over verbs too
    (不得在A对B区别|对待)."""
    rest = list(between)
    while rest and rest[0].pos in ADVERBS and rest[0].text not in _group("fronting"):
        rest = rest[1:]
    if not rest or rest[0].text in _group("denied"):
        return True
    ends = {"p", "u", "c", "w"} if forbids else {"v", "p", "u", "c", "w"}
    return (rest[0].pos == "p" or rest[0].text in _group("fronting")) and rest[-1].pos not in ends


def adjoins(parsed: Parsed, act: Act, negation: tuple[int, int]) -> bool:
    """Whether nothing but adverbs stands between a negation and the predicate."""
    return all(t.pos in ADVERBS for t in stretch(parsed.tokens, negation[1], act.verb))


def predicate(characters: str, parsed: Parsed, act: Act) -> tuple[int, str]:
    """Where the predicate begins and its words, from a negation on that stands further in front: 不得向A报送."""
    far = denial(characters, parsed, act)
    start = far[0] if far is not None and far[0] >= act.start else act.verb
    return start, characters[start : act.verb_end]
