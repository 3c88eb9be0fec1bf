"""Acts that a sentence only describes: offences (违规|出具证明), what those do whom the next clause acts on
(对拒不|整改的企业，依法处理), what buyers pay (缴清土地出让价款), what only says when something is
done (执行|中需要注意) or what was done with it (复核|通过的单位), and bare results of work (整治乱象取得成效)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from kg.extraction.phrases import edges
from kg.language.parsed import Act, Clause, Parsed
from kg.words import group_of, pattern

OFFENCE = "(?<![作按以当为])(?:{unlawful}[、，]?)+地?$"
"""How an offence is done: 擅自|拆除设施."""
BEHAVES = re.compile("(?:对于?|针对)(?![口接比外内应标照策话手象待等])")
"""What opens a phrase for those whom the next clause acts on."""
WHOM = r"的[^的，,、]{0,8}?(?:{those}|{dealt})$"
"""What such a phrase ends in: 对拒不整改的|企业."""
AMID = re.compile(
    r"(?:(?:通过|合格)的(?=[^，,；;。]{2,12}[，,])|中(?=[，,需要应须遇遵对])|下(?=对)|之(?=[日前后际时]))"
)
"""What follows a predicate that only tells when or under whom something is done."""
WHEN = frozenset(("时", "期间", "前", "之前", "后", "之后"))
"""So does one of these as a word of its own, without a figure: 发放|时利率的下限; but 筛选后|形成名单."""
SINCE = re.compile("之日起$")
"""What an act ends in that tells from when the next clause holds: 推出便利措施|之日起，."""
WHEN_DONE, AFTER = ("时",), ("后", "之后")
"""The same as words of their own, and what stands behind an act that goes before another: 办理登记|后，转让."""
WITHIN, POSTDOC = "在", "博士后"
"""What opens a phrase that such a word may end, and what the tagger may cut before it: 安排在节|后, 招收博士|后."""
DURING, LISTED = "期间", "的"
"""What an act ends in that tells no more than when, and what shows that it has an object: 清理|整顿期间, but
缩短|修业的期间."""
SIZED = re.compile("[对为向给](?!外)[^，,；;。的]{0,16}$")
"""The phrase for those of a size: 对产值首次|超过5亿元的."""
DATED = re.compile(r"对(?:于|在)?[\d０-９年月日底末初（()）含至]{4,24}(?:之?前|以前|之?后|以后|起|期间)?[已新]?")
"""Nothing but a time of those whom the next clause acts on: 对2024年3月31日之前|供应，尚未开工的土地."""
LATER = re.compile("后(?=[奥冬全亚]?[奥运]|世博|疫情|工业化|危机)")
"""What follows an event is a thing of its own: 发展|后奥运经济."""
DONE_TO = re.compile(r"[对将把][^，,；;。]{1,60}?(?:进行|予以|给予)(?P<verb>[\u4e00-\u9fff]{2})")
"""The act behind it: 在专家指导下|对场所进行消毒."""
GIVEN = re.compile("[将把给对按]|用于")
"""What shows that a body pays somebody, or sets how much is to be paid: 将回购价款|支付给申请人, 保证金按20%|缴纳."""
RESULT = r"取得了?[^，,；;。\d]{0,14}?{success}$"
"""Bare results, which no figure tells: 整顿市场秩序取得明显成效."""
THANKS = r"表示[^，,；;。]{0,8}?{thanks}$"
"""表示诚挚感谢."""
PRAISED = re.compile(r"(?:得到|受到|获得|赢得)了?[^，,；;。]{0,20}(?:肯定|好评|认可|赞誉|称赞|赞扬)$")
"""Praise that was got: 工作|受到上级充分肯定."""
UNTIL = frozenset(("截止", "截至"))
"""What the reader may take for a predicate and tells until when: 截止|12月底."""
AT_POINT = frozenset(("阶段", "之中", "过程中", "当中"))
"""What stands behind 正在实施."""
BASED_ON = frozenset(("结合", "立足"))
"""A clause with one of these opens the next one: 结合扶贫工作，|申请资金."""
FRONT = 8
"""Characters before a predicate in which an offence is told."""

_form = partial(pattern, "stating-words")


def told(characters: str, parsed: Parsed, acts: Sequence[Act]) -> list[Act]:
    """The acts of a sentence without those that it only describes."""
    return [found for act in acts if (found := _told(characters, parsed, act)) is not None]


def _told(characters: str, parsed: Parsed, act: Act) -> Act | None:
    clause = next((c for c in parsed.clauses if c.start <= act.verb < c.end), None)
    if clause is None:
        return act
    before = characters[max(clause.start, act.verb - FRONT) : act.verb]
    whom = _is_whom(characters, parsed, act, clause) or _is_sized(characters, act, clause)
    whom = whom or _is_dated(characters, act, clause)
    tail = _tail(characters, parsed, act) if act.end == clause.end and clause.mark in (",", "，") else ""
    if _is_moment(characters, act, clause) or (tail and tail not in AFTER):
        return None
    if whom or _form(OFFENCE).search(before) or _is_result(characters, act):
        return None
    if AMID.match(characters, act.verb_end) or _is_when(characters, parsed, act):
        return _behind(characters, act)
    if _is_paid(characters, act):
        return None
    return replace(act, end=act.end - len(tail)) if tail else act


def _is_when(characters: str, parsed: Parsed, act: Act) -> bool:
    """Whether an act only tells when something is so."""
    said = characters[act.verb_end : act.end]
    if act.start == act.verb and characters.endswith(DURING, act.verb_end, act.end) and LISTED not in said:
        return True
    at = next((i for i, t in enumerate(parsed.tokens) if t.start == act.verb_end), None)
    if at is None or at + 1 == len(parsed.tokens) or parsed.tokens[at].text not in WHEN or act.start < act.verb:
        return False
    if LATER.match(characters, act.verb_end) or any(c.isdecimal() for c in characters[act.verb_end : act.end]):
        return False
    word, further = parsed.tokens[at], parsed.tokens[at + 1]
    goes_on = word.text.endswith("后") and act.end > word.end and further.pos == "v" and len(further.text) > 1
    return not goes_on


def _tail(characters: str, parsed: Parsed, act: Act) -> str:
    """The words at the end of an act that tell since, when or after what the next clause holds; '' for none."""
    if since := SINCE.search(characters, act.verb_end, act.end):
        return since.group()
    last = next((t for t in reversed(parsed.tokens) if t.end <= act.end), None)
    if last is None or last.start <= act.verb_end or last.text not in WHEN_DONE + AFTER:
        return ""
    inside = WITHIN in characters[act.verb_end : last.start]
    return "" if inside or characters.endswith(POSTDOC, act.verb_end, act.end) else last.text


def _is_paid(characters: str, act: Act) -> bool:
    """Whether an act is what buyers pay: 一年内|缴清土地出让价款."""
    if characters[act.verb : act.verb_end] not in group_of("stating-words", "pays") or GIVEN.search(
        characters, act.start, act.end
    ):
        return False
    return _form("{price}").search(characters, act.start, act.end) is not None


def _is_whom(characters: str, parsed: Parsed, act: Act, clause: Clause) -> bool:
    """Whether an act tells of those whom the next clause acts on."""
    if clause.mark not in (",", "，") or act.end > clause.end:
        return False
    if characters[act.verb : act.verb_end] in edges("treats") | group_of("formula-words", "grant"):
        return False
    opens = [t for t in parsed.tokens if clause.start <= t.start < act.verb and BEHAVES.match(characters, t.start)]
    if not any(t.pos == "p" for t in opens):
        return False
    return _form(WHOM).search(characters, act.verb_end, clause.end) is not None


def _is_sized(characters: str, act: Act, clause: Clause) -> bool:
    """Whether an act tells how large those are for whom another is done: 为人数超百人的学校|配备保安."""
    if characters[act.verb : act.verb_end] not in group_of("stating-words", "sizes"):
        return False
    within = act.end < clause.end or clause.mark in (",", "，")
    opened = SIZED.search(characters, clause.start, act.verb)
    return within and opened is not None and LISTED in characters[act.verb_end : act.end + 1]


def _is_dated(characters: str, act: Act, clause: Clause) -> bool:
    """Whether an act only tells since or until when those are whom the next clause acts on."""
    goes_on = clause.mark in (",", "，") and act.end == clause.end
    return goes_on and DATED.fullmatch(characters, act.start, act.verb) is not None


def _is_moment(characters: str, act: Act, clause: Clause) -> bool:
    """Whether an act only says until when or at what point things are, or how another one begins."""
    verb, rest = characters[act.verb : act.verb_end], characters[act.verb_end : act.end]
    if verb in UNTIL or rest in AT_POINT:
        return True
    goes_on = clause.mark in (",", "，") and act.end <= clause.end and act.start == act.verb
    return goes_on and verb in BASED_ON and not any(c.isdecimal() for c in rest)


def _is_result(characters: str, act: Act) -> bool:
    """Whether an act only says that work bore fruit or was praised, or thanks somebody."""
    if _form(THANKS).search(characters, max(0, act.verb - FRONT), act.end):
        return True
    if characters[act.verb : act.verb_end] in _moves() or any(c.isdecimal() for c in characters[act.start : act.end]):
        return False
    if PRAISED.search(characters, act.start, act.end):
        return True
    return _form(RESULT).search(characters, act.verb_end, act.end) is not None


@cache
def _moves() -> frozenset[str]:
    """Predicates of those who work for a result: 推动改革取得突破."""
    return edges("pivot") | edges("spur") | group_of("joining-words", "pivot") | group_of("formula-words", "brings")


def _behind(characters: str, act: Act) -> Act | None:
    """The act behind what only tells when it is done."""
    found = DONE_TO.search(characters, act.verb_end, act.end)
    if found is None:
        return None
    return replace(act, start=found.start(), verb=found.start("verb"), verb_end=found.end("verb"))
