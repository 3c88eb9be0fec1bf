"""The objects of a sentence's acts in their order, and what is carried over from one to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extraction.counts.cells import in_cells, indicator
from kg.extraction.letters import title_of
from kg.extraction.objects.asides import is_figure
from kg.extraction.objects.thingless import at_level, handed, thing_words
from kg.extraction.objects.things import object_of, spent_on, subject_in
from kg.extraction.phrases import CLAUSE_ENDS, edges
from kg.language.parsed import Act, Parsed
from kg.words import either, group_of, words_of

PURSE = "财政"
"""In front of a predicate of spending it is who pays, not what is spent."""
EXPECTED = "预期"
"""Before a change this tells that it is foreseen: 货币供应量|预期增长13%."""
EACH = "分别"
"""Before a change: it is one of each thing before it."""
MEASURES = frozenset(("%", "元"))
"""In these anything may be counted."""
LEADS = re.compile(
    r"(?:提高|提升|增加|增长|降低|下降|扩大|压缩|控制|缩短|缩减|减少|延长)?[至到]$|(?:共|累计|总计)?达到?$"
)
NEAR = 12
"""Characters between two acts that a thing may be carried over."""


@cache
def _standard() -> re.Pattern[str]:
    """What a figure is set beside: 高于|全国平均水平4.9个百分点."""
    words = either(thing_words("standard"))
    return re.compile(rf"[^，,；;。、\d０-９]{{0,14}}(?:{words})[^，,；;。、\d０-９]{{0,3}}[\d０-９]")


def objects(characters: str, acts: Sequence[Act], parsed: Parsed) -> Iterator[str]:
    """The object of each act of a sentence; a change without a thing of its own (，年均增长9.5%) is one of the thing
    before it, and so is one that is set beside a standard (，高于全国平均水平2个百分点) or counts in the same unit (
    清理法规700件，废止71件)."""
    last, end = "", parsed.sentence.start
    counted: dict[str, str] = {}
    for act in acts:
        verb = characters[act.verb : act.verb_end]
        if title := title_of(parsed, act):
            last, end = characters[slice(*title)], act.end
            yield last
            continue
        changes = verb in words_of("counting-words")
        beside = verb in edges("beside") and act.start == act.verb and _standard().match(characters, act.verb_end)
        goes_on = last and beside and characters[act.start - 1] in CLAUSE_ENDS
        own = _own(characters, parsed, act, "" if goes_on else object_of(characters, act, parsed), end)
        if not own and end >= act.start - NEAR and _carries_over(characters, act):
            own = last
        whole = verb in group_of("joining-words", "compound")
        own = "" if whole and own == verb else _before_figure(characters, act, own)
        units = {q.unit for q in parsed.quantities if act.start <= q.start < act.end}
        if not own and len(units) == 1 and not whole and not changes:
            own = counted.get(next(iter(units)), "")
        counted = dict.fromkeys(units - MEASURES, own) if own else counted
        last = own or (last if beside or changes else "")
        end = act.end
        yield last


def _own(characters: str, parsed: Parsed, act: Act, said: str, end: int) -> str:
    """The thing of an act where ``said`` is what stands in its words; the act before ends at ``end``."""
    verb = characters[act.verb : act.verb_end]
    if not said or in_cells(characters, act.start, act.verb):
        said = indicator(characters, act.verb) or said
    if said.endswith(PURSE) and verb in thing_words("spending"):
        return spent_on(characters, parsed, act.end)
    if verb not in words_of("counting-words"):
        return said
    if not said or EACH in characters[act.start : act.verb]:
        said = _passed(characters, parsed, end, act.start) or said
    return said.removesuffix(EXPECTED)


def _before_figure(characters: str, act: Act, thing: str) -> str:
    """The thing without what only leads from it to its figure: 覆盖率|提高到90%, 时间|至1个月."""
    behind = characters.find(thing, act.start, act.end) + len(thing)
    leads = LEADS.search(thing) if characters[behind : behind + 1].isdecimal() else None
    return thing[: leads.start()].rstrip("、，") if leads and leads.start() > 1 else thing


def _carries_over(characters: str, act: Act) -> bool:
    """Whether an act without a thing of its own is one of the thing before it."""
    verb, behind = characters[act.verb : act.verb_end], characters[act.verb_end : act.end]
    if handed(verb, characters[act.start : act.verb], behind) or is_figure(behind):
        return True
    return at_level(characters, act.start, verb, behind)


def _passed(characters: str, parsed: Parsed, start: int, end: int) -> str:
    """The things, if several, whose figures stand before a change and after the act before it: A9422元，B2936元，
    |分别增长7%和6%."""
    passed = [q for q in parsed.quantities if start <= q.start and q.end <= end]
    if len({q.unit for q in passed}) != 1:
        return ""
    things = []
    for q in passed:
        clause = next((c for c in parsed.clauses if c.start <= q.start < c.end), None)
        things.append(subject_in(characters, parsed, clause.start, q.start) if clause else "")
    return "、".join(things) if len(things) > 1 and all(things) else ""
