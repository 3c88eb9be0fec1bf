"""Figures that a noun tells without a verb: 城镇调查失业率5.5%左右, 中央财政赤字1.4万亿元. The noun stands for the
predicate, and with what it is said of it is the object."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from operator import attrgetter

from kg.extraction.phrases import NOUNS, known_predicates
from kg.facts import Quantity
from kg.language.parsed import Act, Parsed, Token
from kg.words import group_of

BRACKETS = frozenset("（）()")
MARKS = re.compile("[，,；;。：:、\n（(]")
LEAST = 0.5
"""Least chance that the figure of an indicator without an act is an outcome."""
LONGEST = 60
"""Characters of the name of an indicator and the mark before it."""
WITHIN = frozenset(["a", "b", "ad", "w"])
"""What a name of an indicator holds beside nouns."""
ALONE = Act(0, 0, 0, 0, LEAST, 1.0, (0.8, 0.1, 0.1))
"""What an act is made from in a sentence of indicators alone: 就业率98.6%，失业率1.78%."""
SURE = 0.6
"""From this chance on the reader knows a predicate that the tagger takes for a noun: 减收保险费62亿元."""


@cache
def endings() -> tuple[str, ...]:
    """What the names of indicators end in."""
    return tuple(group_of("number-words", "indicator"))


def told(parsed: Parsed, acts: Sequence[Act]) -> Iterator[Act]:
    """The acts of a sentence: where the reader took a part of an indicator's name for a predicate, its last word stands
    there; where it took a part of another noun phrase with a figure (高校|毕业生749万人), there is none."""
    for act in acts:
        noun = _noun(parsed, act)
        if noun is None:
            yield act
        elif noun.text.endswith(endings()):
            start = noun.start if len(noun.text) > 1 else max(act.start, noun.start - 2)  # 授权|量
            yield replace(act, verb=start, verb_end=noun.end)
        elif act.start < act.verb or act.sure >= SURE or _in_all(parsed, act):
            yield act


def untold(characters: str, parsed: Parsed, acts: Sequence[Act]) -> tuple[Act, ...]:
    """The acts, and one for each clause beside them that an indicator and its figure make up and the reader left out:
    进出口增长5%以上，|粮食产量1300亿斤以上|; also where there is no other act."""
    if acts and not any(c.outcome >= SURE and a.start <= c.quantity.start < a.end for c in parsed.counts for a in acts):
        return tuple(acts)
    found = list(acts)
    for count in parsed.counts:
        q = count.quantity
        if count.outcome + count.optional < LEAST or (not acts and count.outcome < SURE):
            continue
        far = max(parsed.sentence.start, q.start - LONGEST)
        start = max((m.end() for m in MARKS.finditer(characters, far, q.start)), default=0)
        first, last = (bisect_left(parsed.tokens, place, key=attrgetter("start")) for place in (start, q.start))
        words = parsed.tokens[first:last]
        free = start > 0 and not any(a.start < q.end and start < a.end for a in acts)
        if free and _is_indicator(characters, words, q):
            near = min(acts or [ALONE], key=lambda a: abs(a.start - start))
            verb = words[-1].start if len(words[-1].text) > 1 else max(start, words[-1].start - 2)
            found.append(replace(near, start=start, end=q.end, verb=verb, verb_end=words[-1].end, sure=LEAST))
    return tuple(sorted(found, key=lambda a: a.start))


def _is_indicator(characters: str, words: Sequence[Token], q: Quantity) -> bool:
    """Whether the words name an indicator alone and its figure ends the clause."""
    if not words or words[-1].end != q.start or not words[-1].text.endswith(endings()):
        return False
    nouns = all(t.pos in NOUNS | WITHIN for t in words) and words[0].text not in known_predicates()
    return nouns and (q.end == len(characters) or MARKS.match(characters, q.end) is not None)


def _in_all(parsed: Parsed, act: Act) -> bool:
    """Whether a word in front tells that a verb follows: 其中清付|工资330亿元."""
    return any(t.end == act.start and t.text in group_of("number-words", "all") for t in parsed.tokens)


def _noun(parsed: Parsed, act: Act) -> Token | None:
    """The last word before the figure of a phrase that holds no verb from the predicate on."""
    figure = next((q for q in parsed.quantities if act.verb < q.start < act.end), None)
    if figure is None:
        return None
    words = [t for t in parsed.tokens if act.verb < t.end and t.start < figure.start]
    if not words or words[-1].end != figure.start or words[0].text in known_predicates():
        return None
    modifies = words[0].pos == "vn" and act.start < act.verb and len(words) > 1
    if not (modifies or words[0].pos in NOUNS - {"vn"}) or any(t.pos not in NOUNS for t in words[1:]):
        return None
    return words[-1]


def indicator(characters: str, parsed: Parsed, act: Act) -> str:
    """The indicator that stands for an act's predicate, with what it is said of; '' where the predicate is a verb."""
    if all(q.start != act.verb_end for q in parsed.quantities):
        return ""
    words = [t for t in parsed.tokens if act.start <= t.start and t.end <= act.verb_end]
    own = [t for t in words if t.start >= act.verb]
    if not own or own[-1].pos not in NOUNS - {"vn"} or not own[-1].text.endswith(endings()):
        return ""
    while words[0].pos in ("d", "TIME") or words[0].text == "对":
        words = words[1:]
    if any(t.pos in ("p", "v") or (t.pos == "w" and t.text not in BRACKETS) for t in words):
        return ""
    return characters[words[0].start : act.verb_end]
