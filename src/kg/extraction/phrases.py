"""The words of a stretch: what stands outside of quotes, which verbs share an object, how a subject ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.language.clauses import OPENING
from kg.language.parsed import Token
from kg.language.words import words_of
from kg.resources import rows

CLAUSE_ENDS = frozenset("，,；;。:：\n")
JOINTS = frozenset(["、", "和", "与", "及", "或", "并", "以及", "并且", "或者", "而"])
LINK = "的"
ADVERBS = frozenset({"d", "ad", "TIME"})
VERBS = frozenset({"v", "vd"})
NOUNS = frozenset({"n", "nz", "nw", "nt", "nr", "ns", "vn", "an", "s", "r", "PER", "LOC", "ORG"})
GOES_ON = frozenset(["并", "并且", "方式", "手段", "途径", "渠道", "形式"])
"""What a further verb may follow of the one that is made to act."""


def stretch(tokens: Sequence[Token], start: int, end: int) -> list[Token]:
    """The words of a stretch; those over its edges are cut there."""
    found = []
    for t in tokens:
        a, b = max(t.start, start), min(t.end, end)
        if a < b:
            whole = (a, b) == (t.start, t.end)
            found.append(t if whole else replace(t, start=a, end=b, text=t.text[a - t.start : b - t.start]))
    return found


def outside(words: Sequence[Token]) -> list[bool]:
    """For each word whether it begins outside of quotes, titles and brackets."""
    waiting: list[str] = []
    found = []
    for t in words:
        found.append(not waiting)
        for c in t.text:
            if waiting and c == waiting[-1]:
                waiting.pop()
            elif c in OPENING:
                waiting.append(OPENING[c])
    return found


def joins(t: Token) -> bool:
    """Whether a word joins others: 与 as a preposition doesn't (与企业的对接)."""
    return t.text in JOINTS and t.pos != "p"


def describes(words: Sequence[Token]) -> bool:
    """Whether the words describe a thing; a share is none (按挂牌价的20%)."""
    outer = outside(words)
    return any(outer[i] and t.text == LINK and words[i + 1].pos != "m" for i, t in enumerate(words[:-1]))


def past_particles(words: list[Token]) -> list[Token]:
    """The words without those at the start that only complete the predicate: 了, 好."""
    at = 0
    while at < len(words) and words[at].text in edges("particle"):
        at += 1
    return words[at:]


def past_verbs(verb: str, words: list[Token]) -> list[Token]:
    """The words without the verbs that share their object with the predicate: 和完善A, 实施A."""
    while words:
        joined = joins(words[0])
        at = 1 if joined else 0
        while at < len(words) - 1 and words[at].pos in ("d", "ad", "vd") and not _beside(words[at]):
            at += 1
        while joined and at < len(words) and words[at].pos == "p":  # 或以合理价格收购A
            at = next((i for i in range(at, len(words)) if words[i].pos == "v"), len(words))
        rest = words[at + 1 :]
        if at == len(words) or (words[0].text == "、" and words[at].pos not in VERBS):
            return [] if joined else words
        if not joined and not (_shares(words[at], verb) and _is_object(rest) and not _tells_of(words[at], verb, rest)):
            return words
        words = past_particles(rest)
    return words


def _shares(t: Token, verb: str) -> bool:
    return _beside(t) or (t.text in edges("pivot") and verb in edges("pivot"))


def _beside(t: Token) -> bool:
    return (t.text in edges("second") or t.text in edges("weak")) and t.pos in (*VERBS, "a", "ad")


def _is_object(words: Sequence[Token]) -> bool:
    return bool(words) and words[0].text != LINK and words[0].text not in CLAUSE_ENDS and words[0].text not in JOINTS


def _tells_of(t: Token, verb: str, rest: Sequence[Token]) -> bool:
    """Whether a verb tells what the thing behind it is for: 健全推动发展机制, 支持开展培训的企业."""
    weak = t.text in edges("weak")
    if weak and rest[-1].text.endswith(tuple(edges("scheme"))):
        return True
    outer = outside(rest)
    described = any(outer[i] and rest[i].text == LINK and rest[i - 1].pos in NOUNS for i in range(1, len(rest)))
    return described and (weak or verb in edges("pivot"))


def made(words: list[Token], body: bool) -> list[Token]:
    """What somebody is made to act on: the words behind the first known verb that has both an actor and an object, and
    behind one that goes on from it (以…方式建设A, 查询政策并使用A). ``body``: the actor must be one of known kind."""
    outer = outside(words)
    found = 0
    for at in range(1, len(words) - 1):
        t, last = words[at], words[at - 1]
        if not outer[at] or t.pos != "v" or not (t.text in _predicates() or _beside(t)):
            continue
        if not _is_object(words[at + 1 :]) or (found and last.text not in GOES_ON):
            continue
        if last.pos in ("v", "p") and describes(words[at:]):
            continue
        nouns = [w for w in words[:at] if w.pos in NOUNS]
        if nouns and (not body or nouns[-1].text.endswith(tuple(edges("actor")))):
            found = at + 1
    return words[found:]


def subject_of(words: list[Token]) -> list[Token]:
    """The subject without the phrase or modal verb that follows it: A由B, A应."""
    outer = outside(words)
    for at in range(1, len(words)):
        if outer[at] and _ends_subject(words[at], words[at + 1 :]) and not describes(words[at:]):
            return words[:at]
    return words


def _ends_subject(t: Token, rest: Sequence[Token]) -> bool:
    return (t.text in edges("cut") and t.pos != "c") or (t.text in edges("modal") and _adverbial(rest))


def _adverbial(words: Sequence[Token]) -> bool:
    """Whether words hold no thing outside of a phrase with a preposition, as they do in 人均可支配收入."""
    first = next((t for t in words if t.pos not in ADVERBS), None)
    return first is None or first.pos == "p" or all(t.pos not in NOUNS for t in words)


def idle(words: Sequence[Token]) -> bool:
    """Whether the first word names nothing: 一批; 相应 does where it describes (相应等级的奖励)."""
    return words[0].text in edges("before") and not (words[0].pos in ("v", "a", "vn") and describes(words))


def leads_on(t: Token) -> bool:
    """Whether a word at the end of a subject belongs to the predicate."""
    return t.pos in ADVERBS or t.pos == "p" or t.text in edges("behind") or t.text in words_of("counting-words")


@cache
def _predicates() -> frozenset[str]:
    return frozenset(row[0] for row in rows("seeds/lexicon/verbs.tsv") if row[1] in ("act", "light"))


@cache
def edges(where: str) -> frozenset[str]:
    """The words at the edges of an object that stand in this place (``seeds/lexicon/object-edges.tsv``)."""
    return frozenset(row[0] for row in rows("seeds/lexicon/object-edges.tsv") if row[1] == where)
