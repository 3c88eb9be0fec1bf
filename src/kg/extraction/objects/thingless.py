"""Predicates behind which no thing stands: what is only carried on (组织|实施), handed to a body that decides on it
(报|市政府审批) or brought to a level (控制|在13亿以内)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extraction.phrases import NOUNS, describes, edges, joins
from kg.language.parsed import Token
from kg.words import either, group_of

CARRIED_ON = frozenset(("实施", "完毕", "到位", "并组织实施"))
"""What only completes a predicate: 组织实施, 使用完毕."""
CUT = frozenset(("由", "对", "对于", "对其", "将", "把"))
GIVING = frozenset(("予以", "给予", "加以"))
HELPING = frozenset(("协助", "配合", "支持"))
COMPARING = frozenset(("比", "较", "同比", "环比"))
VERBAL = ("v", "vn")


def thing_words(group: str) -> frozenset[str]:
    """The words of a group of ``seeds/lexicon/thing-words.tsv``."""
    return group_of("thing-words", group)


@cache
def bodies() -> tuple[str, ...]:
    """What those end in who act and are not acted on."""
    return tuple(thing_words("body"))


@cache
def _handing() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(thing_words('handing'))}|报送|送)[省市县区镇州]?(?:同级|上级)?")


@cache
def _handed() -> re.Pattern[str]:
    """Who decides on what is handed over, and what follows then: 报|市政府同意后实施."""
    decides = rf"[^，,；;。、]{{1,16}}?(?:{either(thing_words('deciding'))}|同意|审阅)(?:同意|通过|批准)?"
    return re.compile(rf"{decides}(?:后[^，,；;。]{{0,6}})?")


@cache
def _decided() -> re.Pattern[str]:
    """Before a predicate of deciding: 报区民政部门|审核."""
    return re.compile(rf"(?:{either(thing_words('handing'))})[^，,；;。]{{1,16}}")


def carried_on(words: Sequence[Token]) -> bool:
    """Whether words only go on with the predicate before them: 实施, 和完善."""
    if not words:
        return False
    if "".join(t.text for t in words) in CARRIED_ON:
        return True
    return joins(words[0]) and len(words) == 2 and words[1].pos in VERBAL


def completed(verb: str, words: Sequence[Token]) -> bool:
    """Whether a predicate has only what was done behind it, to the subject: 排污口|完成|整治, 工程|完成|竣工验收."""
    return verb == "完成" and bool(words) and all(t.pos in VERBAL and len(t.text) == 2 for t in words)


def parts_off(front: Sequence[Token]) -> bool:
    """Whether what stands in front tells who acts and on what apart from each other."""
    return any(t.text in CUT for t in front)


def carried(front: Sequence[Token]) -> Sequence[Token]:
    """What is carried on, by what stands in front: not a body that is to do it (各级政府要|落实到位), no bare verbs."""
    if parts_off(front):
        return front
    nouns = [t for t in front if t.pos in NOUNS]
    return [] if not nouns or nouns[-1].text.endswith(bodies()) else front


def handed(verb: str, front: str, behind: str) -> bool:
    """Whether something is handed to a body that decides on it: 报|市政府审批, 报市政府|审批."""
    if _handing().fullmatch(verb) and _handed().fullmatch(behind):
        return True
    return verb in thing_words("deciding") and not behind and _decided().fullmatch(front) is not None


def treated(front: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Whether a light verb has two predicates side by side: 对A进行|改造|提升."""
    return bool(front and behind) and front[-1].text in edges("light") and all(t.pos in VERBAL for t in behind)


def helps(verb: str, front: Sequence[Token]) -> bool:
    """Whether the subject is who helps, not what is helped: 相关单位应当予以|协助."""
    words = [t.text for t in front]
    return verb in HELPING and bool(words) and words[-1] in GIVING and not thing_words("duty").isdisjoint(words)


def at_level(characters: str, start: int, verb: str, behind: str) -> bool:
    """Whether a predicate tells only the figure of the thing before it: ，要控制在14亿以内."""
    beside = verb in thing_words("level") and characters[start - 1 : start] in tuple("，,、；;")
    return beside and any(c.isdecimal() for c in behind)


def in_time(words: Sequence[Token]) -> bool:
    """Whether a time at the start describes the thing behind it: 未来半年内到期的贷款."""
    after = next((t for t in words if t.pos != "TIME"), None)
    return after is not None and after.text in thing_words("within") and describes(words)
