"""Acts that the reader cut in two, or whose predicate it took for another word, put right: pivots (组织A|开展B),
predicates in a row (停止|发放补贴), what a figure is said of (新增装机占比|达到75%), adverbs (减半|征收)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from kg.extraction.counts.indicators import endings
from kg.extraction.denial import NEGATION, adjoins, denial, negations
from kg.extraction.phrases import ADVERBS, known_predicates
from kg.language.parsed import Act, Parsed, Token
from kg.words import group_of, pattern

LINKS = frozenset({"", "并", "或", "和", "或者"})
"""What may stand between two predicates of one act."""
APART = re.compile(r"[，,；;。:：、！？\n]")
LONGEST_GAP = 4
AMID = re.compile(r"(?:前提|情况|条件)下$|(?:基础上|过程中)$")
"""An adverbial phrase that ends before a comma: 组织A在…的前提下,开展B."""
MANNER = (
    "(?:(?:以(?![^，,；;]{0,60}?为[^，,；;]{2,6}的)|通过|借助|利用)(?:(?!{manner}|[；;]).){2,60}?{manner}"
    "|(?:结合|立足)(?:(?!{fit}|[；;]).){1,30}?{fit}"
    "|(?:按照?|依照|根据|遵循)(?:(?!{rule}|[；;]).){2,60}?{rule})$"
)
"""So does one that tells how or by which rule: 鼓励A通过租赁等方式,|开展B; 督促A按照标准要求,|开展B."""
HALTS = re.compile(r"(?<!前提下)(?<!情况下)(?<!条件下)(?<!基础上)(?<!过程中)[，,；;]")
PREPOSITIONS = frozenset("在对向由将把从按以")
SHARE = "{share}$"
SHARE_VERB = r"[^，,；;。、\d]{2,24}?{share}(?P<verb>{reaches})[约了]?[\d０-９一二三四五六七八九十]"
"""What is new is part of what the figure is said of: 新增劳动力平均受教育年限达到14.2年."""
FROM_TO = "由[^，,；;。由]{1,24}?(?P<verb>{alter}[为到至])"
"""Nothing between 由 and the change is a predicate: 由不应大于1.8米调整为不应大于2.4米."""
LIGHT_END = "(?:予以|给予|加以|进行){readily}?$"
"""What leads to the predicate that follows: 对A新增需求予以大力|支持."""
STRIVING = "争取"
"""This tells the phase before a predicate alone, not in 争取|到A, 争取|超长期国债."""
INTENDS = ("计划", "打算", "拟")
"""This is no predicate of its own before what is done to a thing: 计划|将出入口向东|改至西侧."""
ROUGHLY = frozenset(("约", "近", "超"))
"""What opens a count and is no predicate: 更新设备|约15万台."""
SERVES = frozenset(("提供", "创造", "奠定", "注入"))
"""What is done for somebody's act: 为A申请补贴|提供便利."""
FOR_WHOM = re.compile(r"(?<![认作成行因视较更最转])为[^，,；;。：:的\d]{2,16}$")
"""The phrase before the predicate of such an act: 为机构|开展工作提供条件."""
ALL = ("全部", "均", "都", "全")
"""What is new is here what the next predicate is said of: 500辆新增公交车全部|采用电力."""
TIMES = frozenset(("n", "TIME"))
WITH_VERB = ("共", "已", "均", "并", "新")
"""Adverbs that the tagger joins with the first half of a predicate: 共盘|活."""
ALL_OF = re.compile(r"应([一-鿿])尽\1")
"""A predicate of its own: 应保尽保."""


_group = partial(group_of, "joining-words")
_form = partial(pattern, "joining-words")


def joined(characters: str, parsed: Parsed, acts: Sequence[Act]) -> list[Act]:
    """The acts of a sentence, in order, those in two halves as one."""
    found: list[Act] = []
    for act in acts:
        own = _own_verb(characters, parsed, act)
        together = _together(characters, parsed, found[-1], own) if found else None
        if together is None:
            found.append(own)
        else:
            found[-1] = together
    return [_whole(parsed, _completed(characters, parsed, _cut(parsed, act), found)) for act in found]


def _whole(parsed: Parsed, act: Act) -> Act:
    """An act with all of the count that it ends in: 产值增长百分之三点|五."""
    return replace(act, end=max([act.end, *(q.end for q in parsed.quantities if act.start < q.start < act.end)]))


def _completed(characters: str, parsed: Parsed, act: Act, acts: Sequence[Act]) -> Act:
    """An act that ends with the case in which somebody is to do what the reader did not see in the next clause:
    鼓励企业在有条件的情况下,|将泊位向社会开放."""
    if characters[act.verb : act.verb_end] not in _group("pivot"):
        return act
    said = characters[act.verb_end : act.end].rstrip("，,")
    clause = next((c for c in parsed.clauses if c.start == act.verb_end + len(said) + 1), None)
    if clause is None or not _ends_amid(said) or any(clause.start <= a.verb < clause.end for a in acts):
        return act
    return replace(act, end=clause.end)


def _ends_amid(said: str) -> bool:
    """Whether what somebody is made to do breaks off behind how or in which case he does it."""
    return AMID.search(said) is not None or _form(MANNER).search(said) is not None


def _together(characters: str, parsed: Parsed, one: Act, other: Act) -> Act | None:
    """Two acts as one, if they are."""
    between = characters[one.end : other.start]
    verb, rest = characters[one.verb : one.verb_end], characters[one.verb_end : one.end]
    if verb in _group("pivot") and _ends_amid(rest) and _in_next_clause(parsed, one, other):
        return _first(one, other)
    if len(between) > LONGEST_GAP + 1:
        return None
    if len(between) > LONGEST_GAP or APART.search(between):
        return None
    if verb in _group("pivot") and rest and between not in LINKS - {""} and not HALTS.search(rest):
        return _first(one, other)
    if rest.removeprefix("了") in LINKS:
        return _in_a_row(characters, parsed, one, other) if between in LINKS else None
    return None if between else _adjoining(characters, parsed, one, other)


def _in_next_clause(parsed: Parsed, one: Act, other: Act) -> bool:
    """Whether an act stands in the clause behind the comma that another ends at."""
    return any(c.start == one.end + 1 and other.verb < c.end for c in parsed.clauses)


def _adjoining(characters: str, parsed: Parsed, one: Act, other: Act) -> Act | None:
    """An act with an object and one that follows at once."""
    verb, rest = characters[one.verb : one.verb_end], characters[one.verb_end : one.end]
    next_verb, said = characters[other.verb : other.verb_end], characters[other.verb_end : other.end]
    if verb in INTENDS and rest[:1] in PREPOSITIONS:
        return replace(other, start=one.verb_end, needed=max(one.needed, other.needed))
    if next_verb in ROUGHLY and other.start == other.verb:
        return _first(one, other)
    if any(q.start < other.start < q.end for q in parsed.quantities):
        return _first(one, other)  # no act begins within a count
    if verb in _group("adverb") or rest.endswith("的"):
        return _second(one, other)
    if one.start < one.verb and other.start == other.verb and _form(LIGHT_END).search(rest):
        return replace(other, start=one.start, needed=max(one.needed, other.needed))
    if one.start < one.verb and verb == "新增" and _last_word(parsed, one) in ALL:
        return _second(one, other)
    if _last_word(parsed, one) in _group("modal") or (verb in _group("stop") and next_verb == "新增"):
        return _first(one, other)
    if verb in _group("comparison") and "的" in said:
        return _first(one, other)
    if any(c.isdecimal() for c in rest) or not any(c.isdecimal() for c in said):
        return None
    if one.start < one.verb or "的" in rest or _form(SHARE).search(rest):
        return _second(one, other) if next_verb in _group("change") | _group("sum") else None
    return _first(one, other) if next_verb in _group("sum") else None


def _in_a_row(characters: str, parsed: Parsed, one: Act, other: Act) -> Act | None:
    """Two predicates with at most 并 between them: the first is the act's, unless it is no verb there."""
    verb, next_verb = characters[one.verb : one.verb_end], characters[other.verb : other.verb_end]
    linked = one.verb_end < other.verb and characters[one.verb_end : other.verb] in LINKS
    if verb in _group("stop") or linked:
        return _first(one, other)
    if one.start == one.verb:
        return replace(other, start=one.start, verb=one.verb) if verb in negations() else None
    if verb in _group("adverb"):
        return _second(one, other)
    if len(verb) == 1 and other.start == other.verb:
        return replace(other, start=one.start, verb=one.verb)
    pos = next((t.pos for t in parsed.tokens if t.start == one.verb), "")
    figures = _group("change") | _group("sum")
    verbal = pos == "v" or (pos == "vn" and (other.verb_end == other.end or characters[one.start] in PREPOSITIONS))
    if verb not in figures and (not verbal or verb in _group("light") or next_verb in figures):
        return _second(one, other)
    return _first(one, other)


def _first(one: Act, other: Act) -> Act:
    return replace(one, end=other.end, needed=max(one.needed, other.needed))


def _second(one: Act, other: Act) -> Act:
    return replace(other, start=one.start, needed=max(one.needed, other.needed))


def _last_word(parsed: Parsed, act: Act) -> str:
    return next((t.text for t in parsed.tokens if t.end == act.end and t.start >= act.verb_end), "")


def _cut(parsed: Parsed, act: Act) -> Act:
    """The act without words at its end that open what follows."""
    while (word := _last_word(parsed, act)) in _group("opening"):
        act = replace(act, end=act.end - len(word))
    return act


def _own_verb(characters: str, parsed: Parsed, act: Act) -> Act:
    """The act with its predicate where a negation, a light verb, an attribute or a part of it stands for it."""
    denied = denial(characters, parsed, act)
    if denied is not None:
        act = replace(act, start=min(act.start, denied[0]))
        if adjoins(parsed, act, denied):
            act = replace(act, verb=denied[0])
    verb = characters[act.verb : act.verb_end]
    for said in ALL_OF.finditer(characters, max(0, act.verb - 3), act.verb_end + 3):
        if said.start() <= act.verb < said.end():
            start, end = min(act.start, said.start()), max(act.end, said.end())
            return replace(act, start=start, end=end, verb=said.start(), verb_end=said.end())
    for said in _form("{compound}").finditer(characters, max(0, act.verb - 3), act.verb_end + 3):
        if said.start() <= act.verb < said.end() and said.end() <= max(act.end, act.verb_end):
            return replace(act, start=min(act.start, said.start()), verb=said.start(), verb_end=said.end())
    if verb in negations() or verb in _group("light"):
        return _after(act, verb, [t for t in parsed.tokens if act.verb_end <= t.start < act.end])
    if verb == "新增" and (share := _form(SHARE_VERB).match(characters, act.verb_end, act.end)):
        return replace(act, verb=share.start("verb"), verb_end=share.end("verb"))
    if len(verb) == 1:
        act = _half(characters, parsed, act)
        verb = characters[act.verb : act.verb_end]
    if served := _serves(characters, parsed, act):
        start = act.start if act.start < act.verb or characters.startswith("为", act.verb - 1) else served.start
        return replace(act, start=start, verb=served.start, verb_end=served.end)
    if done := _done_before(parsed, act, verb):
        return replace(act, start=done.start, verb=done.start, verb_end=done.end)
    act = _past_adverb(characters, parsed, act)
    clause = next((c for c in parsed.clauses if c.start <= act.verb < c.end), None)
    change = _form(FROM_TO).search(characters, act.start, clause.end) if clause else None
    if clause and change and _amid(act, change) and change.end() < clause.end:
        return replace(act, verb=change.start("verb"), verb_end=change.end("verb"), end=max(act.end, clause.end))
    return act


def _half(characters: str, parsed: Parsed, act: Act) -> Act:
    """The act with all of its predicate where the tagger cut that in two (补|齐短板, 共盘|活资产), or the verb behind a
    noun that stood for it: 人均|月|补差330元."""
    at = next((i for i, t in enumerate(parsed.tokens) if (t.start, t.end) == (act.verb, act.verb_end)), None)
    if at is not None and parsed.tokens[at].pos in TIMES and act.start < act.verb:
        after = parsed.tokens[at + 1] if at + 1 < len(parsed.tokens) else None
        if after is not None and after.pos == "v" and after.end < act.end:
            return replace(act, verb=after.start, verb_end=after.end)
    whole = _group("whole") | known_predicates()
    if act.verb_end + 1 < act.end and characters[act.verb : act.verb + 2] in whole:
        return replace(act, verb_end=act.verb_end + 1)
    before = next((t.text for t in parsed.tokens if t.end == act.verb), "")
    cut = before[-1:] + characters[act.verb] in whole and before[:-1] in ("", *WITH_VERB)
    if cut and act.start == act.verb:
        return replace(act, start=act.verb - 1, verb=act.verb - 1)
    return act


def _done_before(parsed: Parsed, act: Act, verb: str) -> Token | None:
    """The predicate with its thing that stands before the one of the figure: 接待|游客突破1亿人次; an indicator of it
    is no such thing (接待|游客量突破1亿人次). It may stand right before: 惠及|超9万名群众."""
    if verb not in _group("reaching"):
        return None
    if act.start == act.verb:
        others = [a for a in parsed.acts if a.start < act.start]
        before = (t for t in parsed.tokens if t.end == act.start and t.pos == "v" and len(t.text) > 1)
        return next((t for t in before if all(a.end <= t.start for a in others)), None)
    words = [t for t in parsed.tokens if act.start <= t.start and t.end <= act.verb]
    while words and words[0].pos in ADVERBS:
        words = words[1:]
    while words and words[-1].pos in ADVERBS:
        words = words[:-1]
    if len(words) < 2 or words[0].pos != "v" or words[0].text not in group_of("verbs", "act"):
        return None
    plain = all(t.pos in ("n", "nz", "a") for t in words[1:])
    return words[0] if plain and not words[-1].text.endswith(endings()) else None


def _serves(characters: str, parsed: Parsed, act: Act) -> Token | None:
    """The verb behind a predicate that stands in a phrase with 为: 为A|申请|补贴提供便利."""
    opens = act.start if act.start < act.verb else act.verb - 1
    if not characters.startswith("为", opens) and not FOR_WHOM.search(characters, max(0, act.verb - 20), act.verb):
        return None
    behind = [t for t in parsed.tokens if act.verb_end < t.start and t.end < act.end]
    return next((t for t in behind if t.text in SERVES and t.pos == "v"), None)


def _amid(act: Act, change: re.Match[str]) -> bool:
    """Whether a predicate stands between 由 and the change, or is only the end of that (上升|为)."""
    return change.start() <= act.verb < change.end("verb") and act.verb != change.start("verb")


def _past_adverb(characters: str, parsed: Parsed, act: Act) -> Act:
    """The act with the verb behind an adverb (不公开|发表, 明确|提出) or one that only tells its phase (开始|建设)."""
    at = next((i for i, t in enumerate(parsed.tokens) if t.end == act.verb_end), None)
    if at is None or at + 1 == len(parsed.tokens):
        return act
    word, after = parsed.tokens[at], parsed.tokens[at + 1]
    laid = word.text + after.text in _group("laid") and not _ends_in_act(parsed, act)
    if (after.pos != "v" and not laid) or after.end >= act.end:
        return act
    if act.verb < word.start:
        denied = word.pos in ("ad", "d", "vd") and NEGATION.match(characters, act.verb)
        return replace(act, verb_end=after.end) if denied else act
    phase = word.text in _group("phase") and (word.text != STRIVING or len(after.text) > 1)
    if phase or laid or word.text + after.text in _group("phase"):
        start = after.start if act.start == act.verb else act.start
        return replace(act, start=start, verb=after.start, verb_end=after.end)
    return act


def _ends_in_act(parsed: Parsed, act: Act) -> bool:
    """Whether the last word of an act names an act: 加快布局|优化."""
    return any(t.end == act.end and t.pos in ("v", "vn") for t in parsed.tokens)


def _after(act: Act, verb: str, words: Sequence[Token]) -> Act:
    """With a negation the predicate takes in what is denied (不收取); a light verb gives way (得到推广)."""
    if not words:
        return act
    if verb in negations():
        if words[0].pos == "p":
            word = next((t for t in words if t.pos == "v" and t.end < act.end), None)
            return replace(act, verb=word.start, verb_end=word.end) if word else act
        denied = words[0].end < act.end and words[0].pos in ("v", "vn", "a", "d")
        return replace(act, verb_end=words[0].end) if denied else act
    word = next((t for t in words if t.pos in ("v", "vn") and len(t.text) > 1 and t.text != "应有"), None)
    if word is None or any(t.pos not in ("v", "vn", "d", "ad", "a") for t in words):
        return act
    return replace(act, verb=word.start, verb_end=word.end)
