"""What an outcome counts by the object of its act, where the words beside the number alone tell less: the tagger cuts
领|军企业, the reader of acts sees 领军企业."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.extraction.counts.changes import compared
from kg.extraction.phrases import known_predicates
from kg.facts import Outcome
from kg.language.counted import LONGEST, counting
from kg.language.parsed import Act
from kg.language.uncounted import MINUS
from kg.words import either, group_of, words_of

PARTS = re.compile("[、，,；;]")
"""Between the things of one object."""
SHARE_OF = re.compile("占(?!比$)(?!.*(?:比重|比例|份额)$)")
"""An object that holds a predicate is none: 棉花产量占全国."""
GOES_ON = ("的", "在", "用", "于", "由", "被", "将", "为", "按", "开展", "落实", "实现")
"""Behind what the words beside a number name, it begins what is said of it: 世界500强企业|在陕."""
COMPARED = re.compile("[比较][^、，,；;]{1,8}$")
"""比上年|增加3万元."""
RESPECTIVELY = "分别"
LINK = re.compile(r"的?[“\"]?")


def with_things(characters: str, act: Act, thing: str, outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """The outcomes of an act with this object, with what they count; by how much something changed, of which the
    figure before tells how much there is, counts the same: 早稻|109吨，比上年减产|8吨."""
    found: list[Outcome] = []
    for one in outcomes:
        if found and compared().fullmatch(characters[found[-1].end : one.start]):
            found.append(replace(one, counted=found[-1].counted))
        else:
            found.append(replace(one, counted=counted_of(characters, act, thing, one)))
    return tuple(found)


def counted_of(characters: str, act: Act, thing: str, one: Outcome) -> str:
    """What an outcome of an act with this object counts."""
    parts = [p for p in (thing, *PARTS.split(thing)) if 1 < len(p) <= LONGEST and not SHARE_OF.search(p)]
    link = LINK.match(characters, one.end)
    for part in parts:
        if link and characters.startswith(part, link.end()) and not part.startswith(tuple(known_predicates())):
            more = part.removeprefix(one.counted)
            return one.counted if one.counted and more.startswith(GOES_ON) else part
    if one.counted and RESPECTIVELY in characters[act.start : one.start]:
        return one.counted
    before = _without_counting(characters, act.start, one.start)
    for part in sorted(parts, key=len, reverse=True):
        if not PARTS.search(part) and characters.endswith(part, act.start, before) and _no_less(part, one.counted):
            return part
    return one.counted or (thing if thing in parts and _told_of_it(characters, act, thing, one) else "")


def _no_less(part: str, counted: str) -> bool:
    """Whether a name tells no less than another and no predicate more: 高标准农田 for 改造高标准农田."""
    verbs = known_predicates()
    if counted and part.removesuffix(counted) in verbs:
        return False
    return part not in counted or counted.removesuffix(part) in verbs


def _without_counting(characters: str, start: int, end: int) -> int:
    """Where the words end that stand before a number and the predicates and adverbs of counting before it."""
    found = _counting_words().search(characters, max(start, end - LONGEST), end)
    return found.start() if found else end


def _told_of_it(characters: str, act: Act, thing: str, one: Outcome) -> bool:
    """Whether the predicate tells of its object in front how much there is of it: 劳动生产率|提高到|42万元."""
    verb = characters[act.verb : act.verb_end]
    if verb not in words_of("changes") | words_of("target-verbs") or PARTS.search(thing):
        return False
    between = PARTS.split(characters[act.verb_end : one.start])[-1]
    if len(between) > LONGEST:
        return False
    return thing in characters[act.start : act.verb] and not COMPARED.sub("", _counting_words().sub("", between))


@cache
def _counting_words() -> re.Pattern[str]:
    amounts = group_of("changes", "amount") | group_of("changes", "quality")
    return re.compile(rf"(?:{either([*counting(), *amounts, '到', '至', *MINUS, '了', '年均', '均'])}|\\s)++$")
