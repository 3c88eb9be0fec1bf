"""Who is made to act and on what (鼓励企业应用A), and what is moved somewhere (推动A向B延伸)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.extraction.phrases import (
    ADVERBS,
    CLAUSE_ENDS,
    LINK,
    NOUNS,
    beside,
    describes,
    edges,
    is_object,
    joins,
    known_predicates,
    leads_on,
    outside,
)
from kg.language.parsed import Token
from kg.words import group_of

BODY = 3
"""The names of bodies are longer; what is short and taken for one may be a region (长三角)."""
MEETINGS = ("会", "会议")
CONDITIONS = ("有", "具备", "符合")
"""What the conditions begin with on which somebody is made to act."""
FRONTS = frozenset(("将", "把"))
CLOSE = 5
"""Words that such conditions have at most."""


def made(words: list[Token], body: bool) -> list[Token]:
    """What somebody is made to act on: the words behind the first known verb that has both an actor and an object, and
    behind one that goes on from it (以…方式建设A, 查询政策并使用A). ``body``: the actor must be one of known kind."""
    if at := _past_conditions(words):
        own = words[at:]
        found = _made(own, body=False) or _first_done(own, anybody=True)
        if found and all(t.pos != "v" for t in own[: found - 1]):
            return own[found:]
    found = _made(words, body) or _first_done(words, body=body)
    return words[found:]


def _first_done(words: list[Token], *, body: bool = False, anybody: bool = False) -> int:
    """Where the words begin that somebody does something to right behind whom its verb stands, 0 if nobody does."""
    done = next((i for i in range(1, len(words) - 1) if _done_by(words, i, anybody)), 0)
    return _made(words, body, done) if done else 0


def _past_conditions(words: Sequence[Token]) -> int:
    """How many words tell which actors are meant, before them: 有条件的|幼儿园, 符合规定的|企业."""
    if not words or not words[0].text.startswith(CONDITIONS):
        return 0
    link = next((i for i, t in enumerate(words[:CLOSE]) if t.text == LINK), 0)
    moves = any(t.text in FRONTS for t in words)
    return link + 1 if link and not moves and all(t.pos != "w" for t in words[:link]) else 0


def _made(words: list[Token], body: bool, done: int = 0) -> int:
    """Where the words begin that somebody is made to act on, 0 if nobody is. ``done``: the place of a further verb that
    tells what is done."""
    outer = outside(words)
    found = 0
    for at in range(1, len(words) - 1):
        t, last, rest = words[at], words[at - 1], words[at + 1 :]
        if (
            not outer[at]
            or not (t.pos == "v" or at == done or _by_actor(words, at))
            or not (t.text in known_predicates() | edges("aspire") or beside(t) or _further(words, at) or at == done)
        ):
            continue
        if not (is_object(rest) or _joined_verb(rest)) or (found and last.text not in _goes_on()):
            continue
        if last.pos in ("v", "p") and describes(words[at:]):
            continue
        nouns = [w for w in words[:at] if w.pos in NOUNS]
        if nouns and (not body or _may_act(words[:at], rest) or _aspires(t, rest)):
            found = at + 1
    return found


@cache
def _goes_on() -> frozenset[str]:
    """What a further verb may follow of the one that is made to act."""
    return group_of("stating-words", "way") | {"并", "并且"}


def _may_act(words: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether words end in an actor: one of known kind, or a body by its name where a thing follows the verb."""
    last = next(w for w in reversed(words) if w.pos in NOUNS)
    if last.text.endswith(tuple(edges("actor"))):
        return True
    return last.pos == "ORG" and len(last.text) > BODY and any(w.pos in ("n", "nz", "nw") for w in rest)


def _aspires(t: Token, rest: Sequence[Token]) -> bool:
    """Whether a verb is one that any thing may be made to do: 推动园区|创建A, but 文明|创建行动."""
    if t.text not in edges("aspire") or _of_kind(rest) or rest[-1].text in edges("scheme") | edges("class"):
        return False
    return rest[0].pos != "m" or any(w.pos in NOUNS for w in rest)


def _of_kind(words: Sequence[Token]) -> bool:
    """Whether words only say what kind of thing a word before them makes: 创建|工作."""
    return words[0].text in edges("class")


def _done_by(words: Sequence[Token], at: int, anybody: bool) -> bool:
    """Whether a verb stands right behind an actor of known kind and before a thing: 引导企业|塑造A, 支持银行|放开A.
    ``anybody``: an actor of any kind."""
    before = [w for w in words[:at] if w.pos not in ADVERBS]
    t, rest = words[at], words[at + 1 :]
    thing = rest[0].pos != "vn" or (len(rest) == 2 and rest[1].pos == "n")  # 创新|服务模式
    verbal = t.pos in ("vn", "n") and t.text in edges("made") and len(rest) > 1 and thing
    if not (t.pos == "v" or verbal) or len(t.text) < 2 or _manner(t):
        return False
    acts = bool(before) and not joins(before[-1])
    acts = acts and (before[-1].text.endswith(tuple(edges("actor"))) or (anybody and before[-1].pos in NOUNS))
    return (
        acts
        and not _of_kind(rest)
        and rest[0].pos in (*NOUNS, "a", "m", "w")
        and rest[-1].pos in NOUNS
        and rest[-1].pos != "vn"
    )


def _by_actor(words: Sequence[Token], at: int) -> bool:
    """Whether a further verb that the tagger takes for a noun stands right behind an actor: 企业|塑造|服务品牌."""
    if words[at].pos != "vn" or words[at].text not in edges("further") or words[0].pos == "v":
        return False
    return "".join(w.text for w in words[:at]).endswith(tuple(edges("actor")))


def _manner(t: Token) -> bool:
    """Whether a verb only tells how or where somebody goes."""
    return any(t.text in edges(where) for where in ("manner", "landing", "goal"))


def _further(words: Sequence[Token], at: int) -> bool:
    """Whether a word is one more verb that somebody may be made to do, not one behind a joint or an unnamed actor's."""
    apart = joins(words[at - 1]) and words[at - 1].text not in _goes_on()
    return words[at].text in edges("further") and not apart and words[0].pos != "v"


def with_what_follows(words: list[Token], clauses: Sequence[list[Token]], body: bool) -> list[Token]:
    """The words with the clauses behind the first, up to the one that tells what somebody is made to do, where that one
    only names him and how he acts: 鼓励企业依托A|,开发B."""
    if not words or words[-1].end != clauses[0][-1].end or words[0].pos == "v" or not _tells_how(words):
        return words
    if acted_on(words) or made(words, body) != words:
        return words
    more = list(words)
    for clause in clauses[1:]:
        more += clause
        if acted_on(more) or _made(more, body):
            return more
    return words


def _tells_how(words: Sequence[Token]) -> bool:
    """Whether words name somebody and how or on what he acts: 企业依托A, 银行对A."""
    return any(
        o and (t.pos == "p" or t.text in edges("manner") or t.text in edges("resort")) and t.text != "与"
        for t, o in zip(words, outside(words), strict=True)
    )


def acted_on(words: list[Token]) -> list[Token]:
    """What somebody is made to treat: 对|A|进行评估, 对|A|定期开展调查; [] where nothing says so."""
    outer = outside(words)
    start = next((i for i, t in enumerate(words) if outer[i] and t.text == "对" and t.pos == "p"), None)
    if start is None:
        return []
    treated = next((i for i in range(start + 2, len(words) - 1) if outer[i] and words[i].text in edges("treats")), None)
    if treated is None or describes(words[treated:]):
        return []
    if (ends := next((i for i in range(start + 1, treated) if words[i].text in CLAUSE_ENDS), 0)) and outer[ends]:
        return [] if words[treated].text in ("开展", "实施") else words[start + 1 : ends]
    while treated > start + 1 and leads_on(words[treated - 1]):
        treated -= 1
    return words[start + 1 : treated]


def _joined_verb(words: Sequence[Token]) -> bool:
    """Whether words begin with a further verb that has the object: 建立|和缴存A."""
    return len(words) > 2 and joins(words[0]) and words[1].pos == "v" and is_object(words[2:])


def moved(words: list[Token]) -> list[Token]:
    """What is moved, without where it goes or what becomes of it: A|向B延伸, A|纳入B, A|落地见效."""
    outer = outside(words)
    for at in range(1, len(words) - 1):
        if not outer[at] or not _leads_away(words[at:]):
            continue
        end = at
        while end > 1 and (leads_on(words[end - 1]) or words[end - 1].pos in ("a", "an")):
            end -= 1
        landed = words[at].text in edges("landing") and words[end - 1].pos == "v" and words[end - 2].pos in NOUNS
        if (words[end - 1].pos not in (*NOUNS, "w") and not landed) or joins(words[end - 1]):
            continue
        before = [w.text for w in words[:at]]
        fronted = max((before.index(mark) + 1 for mark in ("将", "把") if mark in before), default=0)
        if fronted:
            return words[fronted:at]
        return words if "由" in before or "从" in before or describes(words[at:]) else words[:end]
    return words


def _leads_away(words: Sequence[Token]) -> bool:
    """Whether words tell where something goes; a phrase before a verb that has an object doesn't (在B购买A)."""
    if words[0].text in edges("landing"):
        return all(w.pos not in NOUNS or w.pos in ("vn", "LOC", "ORG") for w in words)
    acts = words[0].pos == "p" and words[-1].pos in NOUNS and any(w.pos == "v" for w in words[:-1])
    return words[0].text in edges("tail") and not acts


def without_aim(verb: str, words: list[Token]) -> list[Token]:
    """The words without what a means or a meeting is for: 运用A方法|提升B, 召开A会|推进B."""
    ends = tuple(edges("means")) if verb in edges("use") else MEETINGS if verb in edges("hold") else ()
    outer = outside(words)
    for at in range(1, len(words) - 1):
        t = words[at]
        spends = words[at - 1].text.endswith(tuple(edges("fund")))
        if outer[at] and t.text == "用于" and not spends and words[at - 1].pos in NOUNS:
            return words if any(w.text == LINK for w in words) else words[:at]  # 收购土地|用于住房建设
        if outer[at] and _for_whom(words, at):
            return words[:at]
        last = next((w for w in reversed(words[:at]) if w.pos != "m"), t)
        acts = beside(t) or (t.text in known_predicates() and len(t.text) > 1)
        if outer[at] and t.pos == "v" and last.text.endswith(ends) and acts and not describes(words[at:]):
            return words[:at]
    return words


def _for_whom(words: Sequence[Token], at: int) -> bool:
    """Whether words tell from here for whom something is done and to what end: 整治形式主义|为基层减负."""
    if words[at].text != "为" or words[at].pos not in ("p", "v") or words[at - 1].pos not in NOUNS:
        return False
    return words[-1].pos == "v" and at < len(words) - 2 and all(t.pos in NOUNS for t in words[at + 1 : -1])


def without_day(words: list[Token]) -> list[Token]:
    """The words without the day that something is put off or brought forward to: 缴费期限|至3月底."""
    at = next((i for i, t in enumerate(words) if i and t.text in ("至", "到") and t.pos == "p"), None)
    if (
        at is None
        or at == len(words) - 1
        or any(t.pos not in ("TIME", "p", "f") and t.text != "到" for t in words[at:])
    ):
        return words
    return words[:at]
