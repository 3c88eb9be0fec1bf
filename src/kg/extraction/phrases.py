"""The words of a stretch: what stands outside of quotes, which verbs share an object, how a subject ends."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from kg.language.clauses import OPENING
from kg.language.parsed import Token
from kg.resources import rows
from kg.words import group_of, words_of

CLAUSE_ENDS = frozenset("，,；;。:：\n")
JOINTS = frozenset(["、", "和", "与", "及", "或", "并", "以及", "并且", "或者", "而"])
LIST_JOINTS = frozenset(("、", "和", "及", "与", "以及"))
"""What stands between the members of a list."""
ASIDE = re.compile(r"[（(][^（()）\n]{0,80}[)）]")
"""What tells more of a member of a list behind it: A平台（www.a.cn）、B平台."""
LINK = "的"
SEVERAL = frozenset(["一批", "一大批", "一系列", "一揽子"])
RELATING = frozenset(["与", "同"])
RATES = ("率", "度", "量")
ADVERBS = frozenset({"d", "ad", "TIME"})
VERBS = frozenset({"v", "vd"})
NOUNS = frozenset({"n", "nz", "nw", "nt", "nr", "ns", "vn", "an", "s", "r", "PER", "LOC", "ORG"})


def side_by_side(characters: str, end: int, start: int) -> bool:
    """Whether what ends at ``end`` and what begins at ``start`` stand in one list; quoted names need no joint there:
    “春风行动”“就业援助月”."""
    if aside := ASIDE.match(characters, end, start):
        end = aside.end()
    quoted = end == start and characters[end - 1 : end + 1] == "”“"
    return quoted or characters[end:start] in LIST_JOINTS


def stretch(tokens: Sequence[Token], start: int, end: int) -> list[Token]:
    """The words of a stretch; those over its edges are cut there."""
    found = []
    for t in tokens:
        if t.end <= start or end <= t.start:
            continue
        a, b = max(t.start, start), min(t.end, end)
        if a < b:
            whole = (a, b) == (t.start, t.end)
            found.append(t if whole else Token(a, b, t.text[a - t.start : b - t.start], t.pos))
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


def past_verbs(verb: str, words: list[Token], named: Collection[int] = ()) -> list[Token]:
    """The words without the verbs that share their object with the predicate: 和完善A, 实施A, 、培养和服务A. ``named``:
    where names begin, whose first word is no such verb."""
    whole = words
    while words and words[0].start not in named:
        if words[0].text == LINK:
            return whole
        if len(words) > 1 and _paired(verb, words):  # 开工|改造A, 加快|布局|建设A
            verb, words = words[0].text, past_particles(words[1:])
            continue
        joined = joins(words[0])
        at = 1 if joined else 0
        while at < len(words) - 1 and _leads_to_verb(words, at, joined):
            at += 1
        while joined and at < len(words) and words[at].pos == "p":  # 或以合理价格收购A
            at = next((i for i in range(at, len(words)) if words[i].pos == "v"), len(words))
        if at < len(words) and (first := _in_two(words[at:])):  # 做|细A
            words = past_particles(words[at + first :])
            continue
        rest = words[at + 1 :]
        listed = joined and at < len(words) and words[at].pos == "vn" and bool(rest) and joins(rest[0])
        if at == len(words) or (words[0].text == "、" and words[at].pos not in VERBS and not listed):
            return [] if joined else words
        if not joined and words[at].start in named:
            return words
        if not joined and not (_shares(words[at], verb, rest) and not _tells_of(words[at], verb, rest)):
            return words
        words = past_particles(rest)
    return words


def _paired(verb: str, words: Sequence[Token]) -> bool:
    """Whether words begin with a verb that goes with the predicate before it, and its object stands behind."""
    if verb[-2:] + words[0].text not in edges("pair") or not is_object(words[1:]):
        return False
    if words[0].text in edges("weak") and words[-1].text.endswith(tuple(edges("scheme"))) and describes(words):
        return False  # 探索|发展A的机制
    counted = words[1].pos == "m" and (len(words) < 3 or words[2].text in edges("class"))
    based = words[1].pos != "p" or (words[1].text == "以" and describes(words[1:]))  # 探索|建设以A为支撑的B
    return words[1].text not in edges("class") and words[1].pos != "f" and not counted and based


def _leads_to_verb(words: Sequence[Token], at: int, joined: bool) -> bool:
    t = words[at]
    if joined and t.text in edges("behind") and words[at + 1].pos in VERBS:  # 、动态优化A
        return True
    return t.pos in ("d", "ad", "vd") and not beside(t)


def _in_two(words: Sequence[Token]) -> int:
    """How many words the verb is that they begin with, where it was cut in two before an object: 用|好A; else 0."""
    if len(words) < 3 or words[0].pos != "v" or words[1].text not in edges("ending") or not is_object(words[2:]):
        return 0
    return 2 if len(words[0].text) == 1 else 0


def _shares(t: Token, verb: str, rest: Sequence[Token]) -> bool:
    """Whether a word is a further verb of the object that follows it, or of one that a next verb has (健全和执行A); any
    verb is before a number of things (引进转化|一批A)."""
    if t.pos in VERBS and rest and rest[0].text in SEVERAL:
        return True
    if not is_object(rest):
        if not _listed(t) or len(rest) < 3 or not joins(rest[0]):
            return False
        return (
            rest[1].text in edges("behind") or rest[1].pos in ADVERBS or (rest[0].text != "、" and rest[1].pos in VERBS)
        )
    if verb in edges("pivot") and (t.text in edges("pivot") or t.text in edges("spur")):
        return True
    return beside(t) or (t.pos == "vn" and rest[0].text == "“" and _listed(t)) or _alike(t, verb)


def _listed(t: Token) -> bool:
    return t.text in edges("second") or t.text in edges("weak")


def _alike(t: Token, verb: str) -> bool:
    """Whether a word is the predicate again or built as it is: 细化实化A, 备足备好A."""
    if t.text == verb:
        return True
    if t.pos not in (*VERBS, "vn", "a", "ad", "an"):
        return False
    ends = (t.text[-1], verb[-1])
    return len(t.text) == len(verb) == 2 and (ends == ("化", "化") or set(ends) <= edges("ending"))


def beside(t: Token) -> bool:
    """Whether a word is a verb that may share the object of the predicate before it."""
    return _listed(t) and t.pos in (*VERBS, "a", "ad", "nz")


def is_object(words: Sequence[Token]) -> bool:
    """Whether words may be what a verb before them acts on."""
    return bool(words) and words[0].text != LINK and words[0].text not in CLAUSE_ENDS and words[0].text not in JOINTS


def _tells_of(t: Token, verb: str, rest: Sequence[Token]) -> bool:
    """Whether a verb tells what the thing behind it is for: 健全推动发展机制, 支持开展培训的企业."""
    weak = t.text in edges("weak")
    if t.pos == "a" and len(rest) > 1 and rest[0].pos == "a" and rest[1].text == LINK:  # 规范有序的A
        return True
    if rest[0].text in edges("before") or _quoted(rest):
        return False
    if rest[-1].text.endswith(tuple(edges("chance"))):  # 用好举办运动会的机遇
        return True
    if weak and rest[-1].text.endswith(tuple(edges("scheme"))):
        return True
    outer = outside(rest)
    described = any(outer[i] and rest[i].text == LINK and rest[i - 1].pos in NOUNS for i in range(1, len(rest)))
    return described and (weak or verb in edges("pivot"))


def _quoted(words: Sequence[Token]) -> bool:
    """Whether words are a quoted name, with at most one word behind it: “…”行动."""
    return words[0].text == "“" and any(t.text == "”" for t in words[-2:])


def is_sum(words: Sequence[Token]) -> bool:
    """Whether words name a sum or a ratio: A与B之和, A与B之比."""
    return [t.text for t in words[-2:]] in (["之", "和"], ["之", "比"])


def subject_of(words: list[Token]) -> list[Token]:
    """The subject without the phrase or modal verb that follows it: A由B, A应."""
    outer = outside(words)
    if words and words[0].text in edges("light"):  # 进行医疗制度改革|试点, but 进行形式|审查
        plain = all(t.pos in NOUNS or t.pos == "a" or t.text == LINK for t in words[1:])
        nouns = all(t.pos in NOUNS for t in words[1:])
        return words[1:] if (len(words) > 2 and nouns) or (len(words) > 4 and plain) else []
    if is_sum(words):
        return words
    for at in range(1, len(words)):
        if outer[at] and _ends_subject(words[at], words[at + 1 :]) and not describes(words[at:]):
            return words[:at]
    return words


def _ends_subject(t: Token, rest: Sequence[Token]) -> bool:
    if rest and t.text in RELATING and rest[-1].pos in NOUNS and rest[-1].text.endswith(tuple(edges("relation"))):
        return False
    if t.text in edges("light") or (t.text in edges("less") and any(w.text in edges("factor") for w in rest)):
        return True
    if t.text in edges("modal"):
        return _adverbial(rest) and not (rest and rest[-1].text.endswith(RATES))  # 零跑动|可办率
    return t.text in edges("cut") and t.pos != "c"


def _adverbial(words: Sequence[Token]) -> bool:
    """Whether words hold no thing outside of a phrase with a preposition, as they do in 人均可支配收入."""
    first = next((t for t in words if t.pos not in ADVERBS), None)
    return first is None or first.pos == "p" or all(t.pos not in NOUNS for t in words)


def idle(words: Sequence[Token]) -> bool:
    """Whether the first word names nothing: 一批; 相应 does where it describes (相应等级的奖励)."""
    if len(words) > 1 and (words[1].text == "、" or words[1].text.startswith("范围")):
        return False  # 全市、区县两级
    return words[0].text in edges("before") and not (words[0].pos in ("v", "a", "vn") and describes(words))


def past_scope(words: list[Token]) -> list[Token]:
    """The words without those that tell where something holds: 全国首个|A, 本辖区统一的|A."""
    if len(words) < 3:
        return words
    first = words[0].text in edges("span") and words[1].text in edges("first")
    own = words[0].text + words[1].text in edges("before")
    if not (first or own) or not is_object(words[2:]) or words[2].pos == "f":
        return words
    return words[4:] if own and [t.text for t in words[2:4]] == ["统一", LINK] and len(words) > 4 else words[2:]


def leads_on(t: Token) -> bool:
    """Whether a word at the end of a subject belongs to the predicate."""
    if t.pos in ADVERBS or t.pos == "p":
        return True
    return any(t.text in known for known in (edges("behind"), edges("modal"), words_of("counting-words")))


@cache
def known_predicates() -> frozenset[str]:
    """Predicates that may be acts."""
    return frozenset(row[0] for row in rows("seeds/lexicon/verbs.tsv") if row[1] in ("act", "light"))


def edges(where: str) -> frozenset[str]:
    """The words at the edges of an object that stand in this place (``seeds/lexicon/object-edges.tsv``)."""
    return group_of("object-edges", where)


def compares(verb: str, behind: Sequence[Token]) -> bool:
    """Whether a predicate sets its subject beside another thing and describes none (超过5万吨的港口, 用于A的支出)."""
    if verb.removeprefix("不").removeprefix("得") not in edges("compared"):
        return False
    figure = bool(behind) and behind[0].pos == "m" and describes(behind)
    spent = verb == "用于" and describes(behind) and any(t.text in edges("spent") for t in behind)
    return not figure and not spent
