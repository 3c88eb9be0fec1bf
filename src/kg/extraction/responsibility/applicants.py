"""What those do whom a rule is for, where no body is named: 申请人可提出申请,选择服务; 有困难的,可到窗口申请."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial

from kg.extraction.denial import NEGATION
from kg.extraction.phrases import ADVERBS, edges, known_predicates
from kg.language.parsed import Act, Clause, Parsed
from kg.words import either, group_of, words_of

ORDINAL = r"(?:第[一二三四五六七八九十百]+条[\s　]*|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．][\s　]*)?"
MODAL = r"(?:可以?(?![能持再靠行观支])|不得(?!不)|不能|应当?(?![对急用收付届])|须|必须|需(?!求))"
"""What somebody may or must."""
UNNAMED = re.compile(
    r"[一-鿿]的[，,]?(?:(?:均|也|还)?(?:应当?(?![对急用收付届])|须|需(?!求))|(?:均|也|还)?可以?(?![能持再靠行观支])[^，,；;。:：]{0,60}|(?:对[^，,；;。:：]{2,16})?按照?[^，,；;。:：]{2,24})$"
)
"""A case and what may be done in it: 线上申请困难的,可以到窗口|提出申请."""
MODALS = re.compile(MODAL)
MAY = re.compile(r"(?<![许不认])可以?(?![能持再靠行观支])[^，,；;。:：]{0,16}$")
REQUESTED = re.compile(
    r"请(?:[^，,；;。]{0,6}?)(?=家长|申请人|考生|市民|居民|群众|企业|用人单位|纳税人|缴费人|参保人|业主)"
)
"""Somebody else is asked to do a thing: 请家长带齐资料."""
OUGHT = re.compile(r"(?:应当?|必须|须)[^，,；;。:：]{0,4}$")
MUST = re.compile(rf"{MODAL}[^；;。:：]{{0,48}}$")
"""What must be done, also with what stands before it: 应提出申请,并|提供证明."""
SPARED = re.compile(r"(?:[免不未]|无需|无须|取消|减少)[^，,；;。:：的]{0,6}$")
GIVES = re.compile(r"(?<![认作成行因视较更最转])为|[给由]")
BRACKETED = re.compile(r"[(（][^()（）]*[)）]?")
BODIES = re.compile(r"由|政府|部门|[局委厅](?![托])")
HANDS_IN = re.compile(r"(?:可以?|应当?|须|必须)?向[^，,；;。:：]{2,48}$")
"""To whom an application is made: 可向镇人民政府(街道办事处)|提出申请."""
BEHIND_SUBJECT = re.compile(rf"(?:[^，,；;。：:、\d]{{0,4}}{MODAL}|[向到于在凭持按])[^，,；;。：:]*")
"""What follows a subject before its predicate, where more than adverbs does."""
LONGEST_FRONT = 48
SETTLES = re.compile(
    r"(?:(?<![许不认])可(?:以|[在到凭按依自]|根据|选择|申请|直接)|自主|自愿|(?<!受理)申请)[^，,；;。]{0,24}$"
)
"""How somebody comes to live in a place who may: 可在就业地|登记落户."""
ANSWERS = "负责"
"""对信息的真实性|负责: whoever hands something in answers for it."""
BY_LAW = frozenset(["依法"])
CLAUSE = re.compile(r"[，,；;。:：]")
_group = partial(group_of, "formula-words")
_whom = partial(group_of, "who-words")


def theirs(characters: str, parsed: Parsed, acts: Sequence[Act]) -> Iterator[bool]:
    """For each act of a sentence, where no body is said to do it, whether it is one of those whom a rule is for."""
    for act in acts:
        yield _only_theirs(characters, act) or _claims(characters, parsed, act) or _in_stretch(characters, parsed, act)


def _only_theirs(characters: str, act: Act) -> bool:
    """Whether nobody but those does such a thing, and it is not told how many did: 可享受同等待遇, 优先入驻."""
    verb = characters[act.verb : act.verb_end]
    denied = NEGATION.match(verb)
    counted = any(c.isdecimal() for c in characters[act.start : act.end])
    return verb[denied.end() if denied else 0 :] in _group("private") and not counted


def _claims(characters: str, parsed: Parsed, act: Act) -> bool:
    """Whether an act is a claim that is made in some case by whom it befalls."""
    start = _stretch(characters, parsed, act)
    if _hands_in(characters, act, start):
        return True
    verb, said = characters[act.verb : act.verb_end], characters[act.verb_end : act.end]
    if verb == ANSWERS and "真实性" in CLAUSE.split(characters[start : act.verb])[-1]:
        return True
    if "落户" in verb + said and SETTLES.search(characters, start, act.verb):
        return True
    if verb not in _group("claim") and not (verb in ("提出", "提交", "递交") and said.endswith("申请")):
        return False
    if UNNAMED.search(characters, max(parsed.sentence.start, act.verb - 80), act.verb):
        return True
    if verb in _group("claim") and (
        MAY.search(characters, start, act.verb) or OUGHT.search(characters, start, act.verb)
    ):
        return True
    asks = MAY.search(characters, start, act.verb) or HANDS_IN.search(characters, start, act.verb)
    return asks is not None and _claimant().search(characters, start, act.verb) is not None


def _hands_in(characters: str, act: Act, start: int) -> bool:
    """Whether an act hands in papers as those do who apply: 应当|提供有效的缴费凭据, |提供营业执照. What is made for
    somebody is none of theirs (为企业提供证明), and what need not be handed in is what bodies grant."""
    if characters[act.verb : act.verb_end] not in _group("hands"):
        return False
    front = characters[start : act.verb]
    if SPARED.search(front) or GIVES.search(CLAUSE.split(front)[-1]):
        return False
    said = BRACKETED.sub("", characters[act.verb_end : act.end])
    if any(word in said for word in _group("own_paper")):
        return True
    must = MUST.search(front) is not None
    return must and said.rstrip(")）").endswith(tuple(_group("paper") | _group("own_paper")))


def in_clause(characters: str, parsed: Parsed, act: Act, behind: int = 0) -> bool:
    """Whether the clause of an act has one of those as its own subject, behind a body of another clause that ends at
    ``behind``: 由住建局发通知,申请人缴纳价款. Without a modal verb that is told by predicates which are theirs alone,
    since how many have done something is a result (83万户居民实现清洁取暖)."""
    clause = next((c for c in parsed.clauses if c.start <= act.verb < c.end), None)
    if clause is None or clause.start < behind:
        return False
    if REQUESTED.match(characters, clause.start, act.verb) and _claimant().search(characters, clause.start, act.verb):
        return True
    topic = next((c for c in parsed.clauses if c.end + 1 == clause.start), None)
    if topic is not None and topic.start >= behind and _must_own(characters, act, clause):
        named = _subject().fullmatch(characters, topic.start, topic.end)
        if named is not None and not acted_on().search(named["front"]):
            return not _moved(parsed, topic.start, named.end("front"))
    denied = NEGATION.match(characters, act.verb)
    opened = _subject().match(characters, clause.start, denied.end() if denied else act.verb)
    if opened is None or acted_on().search(opened["front"]) or _moved(parsed, clause.start, opened.end("front")):
        return False
    rest = characters[opened.end("who") : denied.end() if denied else act.verb]
    if MODALS.search(rest) and BEHIND_SUBJECT.fullmatch(rest):
        return True
    if _alone().fullmatch(rest):
        return True
    verb = characters[act.verb : act.verb_end]
    if not (applies(verb) or verb in _group("chooses")) or any(
        c.isdecimal() for c in characters[clause.start : act.end]
    ):
        return False
    between = [t for t in parsed.tokens if opened.end("who") <= t.start < act.verb]
    return all(t.pos in (*ADVERBS, "vd") for t in between) or BEHIND_SUBJECT.fullmatch(rest) is not None


def _must_own(characters: str, act: Act, clause: Clause) -> bool:
    """Whether a clause has no subject of its own and tells what somebody named before must do that is his alone."""
    verb = characters[act.verb : act.verb_end]
    if not (applies(verb) or verb in _group("private")):
        return False
    front = characters[clause.start : act.verb]
    return MODALS.search(front) is not None and BODIES.search(front) is None


def _moved(parsed: Parsed, start: int, end: int) -> bool:
    """Whether a verb stands in front of somebody that makes him act, or that acts on him: 推动企业参加展会, but not
    原|购买|企业."""
    words = [t for t in parsed.tokens if start <= t.start < end]
    if any(t.text in edges("pivot") | edges("spur") | edges("encourage") for t in words):
        return True
    verb = next((i for i, t in enumerate(words) if t.pos == "v"), None)
    return verb is not None and all(t.text != "的" for t in words) and (verb == 0 or verb + 1 < len(words))


def _in_stretch(characters: str, parsed: Parsed, act: Act) -> bool:
    """Whether an act follows a subject of those whom a rule is for, and no body has come between that answers them."""
    start = _stretch(characters, parsed, act)
    denied = NEGATION.match(characters, act.verb)
    opened = _opens().match(characters, start, denied.end() if denied else act.verb)
    if opened is None:
        verb, said = characters[act.verb : act.verb_end], characters[act.verb : act.end]
        paid = _paid().match(said) is not None
        if not paid and (verb not in _group("claim") or any(c.isdecimal() for c in said)):
            return False
        opened = _claimants().fullmatch(characters, start, act.verb)
        if opened is None:
            return False
    front, behind = opened["front"], characters[opened.end() : act.verb_end]
    if acted_on().search(front) or _answered().search(behind):
        return False
    first = next((t for t in parsed.tokens if t.end > opened.start("front")), None) if front else None
    bare = first is None or first.text in _group("claim") or first.text not in known_predicates()
    return "的" in front or (bare and not opened.groupdict().get("apart"))


def _stretch(characters: str, parsed: Parsed, act: Act) -> int:
    """Where the part of a sentence begins whose subject an act may have."""
    return max(parsed.sentence.start, *(characters.rfind(c, parsed.sentence.start, act.verb) + 1 for c in "；;：:。"))


def owed(characters: str, act: Act) -> bool:
    """Whether an act is what those may or must do whom a rule is for: 职工可提取公积金, 申请人应提交材料."""
    if not applies(characters[act.verb : act.verb_end]):
        return False
    denied = NEGATION.match(characters, act.verb)
    front = characters[max(0, act.verb - LONGEST_FRONT) : denied.end() if denied else act.verb]
    said = _may().search(front)
    return said is not None and not _given().search(CLAUSE.split(front[: said.end("who")])[-1])


def applies(verb: str) -> bool:
    """Whether a predicate, denied or not, is what those do whom a rule is for."""
    acts = words_of("applicant-acts")
    return verb in acts or (NEGATION.match(verb) is not None and verb.endswith(tuple(acts)))


def by_others(characters: str, act: Act) -> bool:
    """Whether it is said that one of those does it: 费用由申请人自行|支付; not 由企业|扩大到家庭."""
    if characters[act.verb_end : act.verb_end + 1] in ("至", "到", "为", "的"):
        return False
    return _self().search(characters, max(0, act.verb - 24), act.verb) is not None


@cache
def _who() -> str:
    return either(words_of("private-actors"))


@cache
def _given() -> re.Pattern[str]:
    """Where a body acts on those whom a rule is for, they are no subject."""
    return re.compile(rf"[对为向给由将]|{either(_whom('given'))}")


@cache
def acted_on() -> re.Pattern[str]:
    """What shows anywhere before them that a body acts on them, where no act stands between."""
    words = either(_whom("given") | _whom("acted-on"))
    return re.compile(rf"[对向给由将把]|(?<![认成作行因视较更最转])为|{words}|服务(?=[^对]{{0,4}}企业)")


@cache
def _answered() -> re.Pattern[str]:
    """What bodies do with it: 购房人应缴清契税,补贴每半年|公示一次."""
    return re.compile(either(_whom("answered")))


@cache
def _paid() -> re.Pattern[str]:
    """How long somebody has done it: 就业人员|缴存公积金满6个月."""
    done = either(_whom("lasting"))
    return re.compile(rf"(?:{done})[^，,；;。\d]{{0,12}}满[\d０-９一二三四五六七八九十]+(?:个|年|周)")


@cache
def _subject() -> re.Pattern[str]:
    """A clause from its start to the last of those in front of its predicate."""
    return re.compile(rf"{ORDINAL}(?P<front>[^，,；;。：:]*)(?P<who>{_who()})(?:(?<!个)人|个人|本人)?(?![的之])")


@cache
def _claimant() -> re.Pattern[str]:
    return re.compile(_who())


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(
        rf"{ORDINAL}(?P<front>[^，,；;。：:、]{{0,48}}?)(?:{_who()})(?:[及和或][^，,；;。：:]{{1,8}})?"
        rf"(?:[^，,；;。：:]{{2,45}}的[，,]?|在[^，,；;。：:]{{2,30}}[时前后间][，,]?|(?P<apart>[，,])(?=可|同时)|(?:申请|办理|购买|缴存)[^，,；;。：:]{{0,12}}?)?(?:都|均|也|还|一定|同时)?{MODAL}"
    )


@cache
def _claimants() -> re.Pattern[str]:
    """A clause with one of those as its subject and no body that acts on them."""
    return re.compile(rf"{ORDINAL}(?P<front>[^，,；;。：:、\d]{{0,48}}?)(?:{_who()})[，,]?[^，,；;。：:]{{0,16}}")


@cache
def _self() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![可许])由(?![^，,；;。]{{0,8}}(?:政府|部门|机构|机关))[^，,；;。的和与及或、]{{0,8}}(?:{_who()})(?:{either(_whom('self'))}|按[^，,；;。]{{1,8}}|在[^，,；;。]{{1,10}}[中内])*$"
    )


@cache
def _alone() -> re.Pattern[str]:
    """How they do it of their own, which 依法 alone does not tell: 企业|自主|选择机构."""
    return re.compile(rf"(?:{either(_whom('self') - BY_LAW)})[^，,；;。]{{0,4}}")


@cache
def _may() -> re.Pattern[str]:
    """Those whom a rule is for, with what they may or must."""
    return re.compile(
        rf"(?P<who>{_who()})[^，,；;。:：、]{{0,12}}(?:可以?|须|必须|应当?|无?需(?!求)|不得|不能)[^，,；;。:：]{{0,16}}$"
    )
