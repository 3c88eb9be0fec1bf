"""Acts that only add a figure, a share or a limit to the one before them: 举办活动472场,|同比增长20%; 给予补贴,
|每家最高不超过25万元; and acts under the negation of that one."""

from __future__ import annotations

import re
from functools import partial

from kg.extraction.denial import denial, negations
from kg.extraction.phrases import NOUNS, known_predicates
from kg.language.parsed import Act, Parsed
from kg.words import group_of, pattern

JOINTS = " 　、,，"
LONGEST_JOINT = 8
NUMERAL = "[\\d０-９一二三四五六七八九十百千万]"
GOES_ON = (
    r"(?:{reckoned}[^，,；;。]{0,8}?)?"
    rf"(?:(?:{{amount}}|完成(?=[^，,；;。、]{{0,4}}(?:计划|目标|任务|预算)))[^，,；;。、]{{0,8}}?{NUMERAL}"
    r"|(?:{comparison}|高出)[^，,；;。、]{0,10}(?:平均|水平|目标)"
    r"|(?:{turn}|完成)(?:了|[到至为达]|近|约|超过?|分别|全国|全省|[、和])*"
    rf"(?![\d.]+(?:[A-Za-z]|万?[多余]?(?:个(?![百千]分点)|[家项座处所名户条]|公里)[\u4e00-\u9fff]{{2}})){NUMERAL})"
)
"""A change, a share or a sum with its figure and no thing of its own: 、同比增长11.81%; ,累计达到70个; not
，完成投资3亿元, ，提升4G网络水平."""
FIGURE = re.compile(r"[\d０-９]|百分之[一二三四五六七八九十百]|[一二三四五六七八九十两]倍")
BELONGS = r"(?:共|累计)?(?:{concerns}|共计|累计)|总投资(?:额|达到?|为|约)?[\d.．０-９]+[万亿]*元(?!的)"
"""A count after these opens no act of its own (guidelines, *Measures*)."""
BENEFIT = re.compile(r"[约近超逾]?\d[^，,；;。]{0,24}(?:受益|受惠)")
"""So does a count of those who gain by it: 实行税收优惠，|600多万户企业受益."""
COMPARED = re.compile(
    r"[比较](?![例重价照])(?:[^，,；;。：:、\d０-９]|(?:19|20)?\d\d年|[０-９]{4}年){2,20}?[了近约超]{0,2}"
    r"(?:[\d０-９]|百分之|[一二两三四五六七八九十]+[倍成万亿])[^；;]*"
)
"""So does a figure with what it is compared to, and no thing of its own: 安排资金101亿元，|比去年增加58亿元."""
FROM_TO = re.compile(r"由[^，,；;。由]{0,14}?\d[^，,；;。]{0,12}?[至到为]\d[\d.]*[^，,；;。\d]{0,4}")
"""So does from what to what it goes, and no thing of its own: 增加合作银行，|由15家扩大至20家."""
OF_WHICH = "其中"
ENDS = re.compile("[；;。]")
COUNT_NEXT = re.compile(r"[约近超逾]?\d")
LIMIT = "[^，,；;。]{0,8}?(?:{limit}|最低(?!工资|生活|首付))"
"""A limit after what it limits: 给予补贴,每家最高不超过25万元."""
ADVERBS = r"(?:{summed}|{aside}|[\d０-９]+年(?:来|间)?|连续[\d０-９]+个?(?:年|季度|月)|[、，,\s])*"
"""What may stand between an act and a figure that goes on with it."""
OR = frozenset(("", "或", "或者"))
"""What stands between two acts under one negation."""
AMOUNTS = frozenset({"为", "达", "达到", "是", "至", "少于", "超过"})
"""What tells behind a limit how high it is, and nothing more: 最高可|达50万元."""

_group = partial(group_of, "joining-words")
_form = partial(pattern, "joining-words")


def continues(characters: str, last: Act, act: Act) -> bool:
    """Whether an act only adds a figure to the one before it, or sets a limit to what it grants."""
    start = act.verb if _form(ADVERBS).fullmatch(characters[act.start : act.verb]) else act.start
    between = characters[last.end : start]
    words = characters[act.start : act.end]
    if BENEFIT.fullmatch(words) or FROM_TO.fullmatch(words):
        return between in ("，", ",")
    if COMPARED.fullmatch(words) and not between.strip("，,") and FIGURE.search(characters, last.start, last.end):
        return True
    belongs = bool(_form(BELONGS).match(characters, start, act.end))
    if not any(c.isdecimal() for c in words) and not (belongs and COUNT_NEXT.match(characters, act.end)):
        return False
    if len(characters[last.end : act.start].strip(JOINTS)) == 0 and _limits(characters, act):
        return True
    if start != act.verb or len(between) > LONGEST_JOINT or not _form(ADVERBS).fullmatch(between):
        return False
    if belongs:
        return True
    return (
        bool(_form(GOES_ON).match(characters, start, act.end))
        and FIGURE.search(characters, last.start, last.end) is not None
    )


def details(characters: str, parsed: Parsed, last: Act, act: Act) -> bool:
    """Whether an act is no more than a thing with a figure in the same unit, of which the one before is made up:
    新增产业13亩，其中果业9亩，|茶叶4亩."""
    told = characters[last.verb_end : act.start]
    if OF_WHICH not in told or ENDS.search(told, told.rindex(OF_WHICH)) or last.end < act.start - LONGEST_JOINT:
        return False
    tells = known_predicates() | AMOUNTS | _group("change") | _group("sum") | _group("reached") | _group("comparison")
    own = [q for q in parsed.quantities if act.start <= q.start and q.end <= act.end]
    before = {q.unit for q in parsed.quantities if last.start <= q.start < last.end}
    if not own or own[-1].end != act.end or any(q.unit not in before for q in own):
        return False
    tells -= _group("paper")
    if characters[act.verb : act.verb_end] in tells or characters[act.verb_end : own[0].start]:
        return False
    words = [t for t in parsed.tokens if act.start <= t.start and t.end <= own[0].start]
    return all(t.pos in NOUNS | {"a", "vd"} or len(t.text) == 1 or t.text not in tells for t in words)


def denied_too(characters: str, parsed: Parsed, last: Act, act: Act) -> bool:
    """Whether the negation of the act before reaches over this one, which alone would tell the opposite:
    不得核发许可证或者|办理备案, 不得超出范围|出具报告."""
    beside = characters[last.end : act.start] in OR
    return beside and _denied(characters, parsed, last) and not _denied(characters, parsed, act)


def _denied(characters: str, parsed: Parsed, act: Act) -> bool:
    """Whether a negation stands in front of the predicate, or is its first word as the reader sees it."""
    opens = next((t.text for t in parsed.tokens if t.start == act.verb), "")
    return opens in negations() or denial(characters, parsed, act) is not None


def _limits(characters: str, act: Act) -> bool:
    """Whether an act sets a limit to what the one before it grants, and no more: not 三孩家庭最高额度提高20万元."""
    limit, verb = _form(LIMIT).match(characters, act.start, act.end), characters[act.verb : act.verb_end]
    if limit is None:
        return False
    told = AMOUNTS | _group("comparison") | _group("limit") | group_of("formula-words", "grant")
    return act.verb < limit.end() or verb in told
