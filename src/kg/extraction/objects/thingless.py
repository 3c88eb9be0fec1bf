"""Predicates behind which no thing stands: what is only carried on (组织|实施), handed to a body that decides on it
(报|市政府审批) or brought to a level (控制|在13亿以内)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extraction.phrases import NOUNS, describes, edges, joins
from kg.language.parsed import Token

CARRIED_ON = frozenset(("实施", "完毕", "到位", "并组织实施"))
"""What only completes a predicate: 组织实施, 使用完毕."""
REACHED = frozenset(("全覆盖", "翻番", "翻一番", "倍增", "零的突破", "“零的突破”", "“零突破”", "零突破"))
"""What a thing is told to have reached, which is said of the thing in front: 五级网络实现全覆盖."""
DECIDES = r"[^，,；;。、]{1,16}?(?:审议|审查|审定|审批|审核|批准|备案|核准|同意|核实|审阅)(?:同意|通过|批准)?"
HANDED = re.compile(rf"{DECIDES}(?:后[^，,；;。]{{0,6}})?")
"""Who decides on what is handed over, and what follows then: 报|市政府同意后实施."""
HANDING = re.compile(r"(?:报请?|呈报|提请|提交|上报|报送|送)[省市县区镇州]?(?:同级|上级)?")
DECIDED = re.compile(r"(?:报请?|呈报|提请|提交|上报)[^，,；;。]{1,16}")
"""Before a predicate of deciding: 报区民政部门|审核."""
DECIDING = frozenset(("审议", "审查", "审定", "审批", "审核", "批准", "备案", "核准", "核实"))
LEVELS = frozenset(("控制", "保持", "稳定", "维持", "增加", "减少", "降低", "压缩", "扩大", "上升", "回落"))
"""What is said of the thing before, where none stands beside it: ，比去年增加5600亿元."""
CUT = frozenset(("由", "对", "对于", "对其", "将", "把"))
BODIES = ("政府", "部门", "单位", "机构", "委员会", "局", "办", "企业")
MODALS = frozenset(("应", "应当", "须", "必须", "要", "需"))
GIVING = frozenset(("予以", "给予", "加以"))
HELPING = frozenset(("协助", "配合", "支持"))
COMPARING = frozenset(("比", "较", "同比", "环比"))
TIMES = frozenset(("内", "以内", "之内", "以前", "之前", "以来", "以后", "之后"))
VERBAL = ("v", "vn")


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
    return [] if not nouns or nouns[-1].text.endswith(BODIES) else front


def handed(verb: str, front: str, behind: str) -> bool:
    """Whether something is handed to a body that decides on it: 报|市政府审批, 报市政府|审批."""
    if HANDING.fullmatch(verb) and HANDED.fullmatch(behind):
        return True
    return verb in DECIDING and not behind and DECIDED.fullmatch(front) is not None


def treated(front: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Whether a light verb has two predicates side by side: 对A进行|改造|提升."""
    return bool(front and behind) and front[-1].text in edges("light") and all(t.pos in VERBAL for t in behind)


def helps(verb: str, front: Sequence[Token]) -> bool:
    """Whether the subject is who helps, not what is helped: 相关单位应当予以|协助."""
    words = [t.text for t in front]
    return verb in HELPING and bool(words) and words[-1] in GIVING and not MODALS.isdisjoint(words)


def at_level(characters: str, start: int, verb: str, behind: str) -> bool:
    """Whether a predicate tells only the figure of the thing before it: ，要控制在14亿以内."""
    return verb in LEVELS and characters[start - 1 : start] in tuple("，,、；;") and any(c.isdecimal() for c in behind)


def in_time(words: Sequence[Token]) -> bool:
    """Whether a time at the start describes the thing behind it: 未来半年内到期的贷款."""
    after = next((t for t in words if t.pos != "TIME"), None)
    return after is not None and after.text in TIMES and describes(words)
