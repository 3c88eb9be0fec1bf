"""Clauses that state something and are no act: what was learned, what is not so, what an act is for or is about, what
is foreseen, how things stand, and what only tells with what or in which case something is done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from kg.extraction.names.edges import QUOTE
from kg.extraction.phrases import ADVERBS
from kg.language.parsed import Act, Clause, Parsed, Token
from kg.words import group_of, pattern

LEARNED = r"{lesson}[^。：:，,]{0,8}[：:，,](?:[^。，,；;]{0,16}[：:，,])?(?:就?必须|只有|只要|唯有)"
"""我们深切感受到：必须落实好任务: a lesson, to the end of its sentence."""
NOT_DONE = r"{undone}[^，,；;。、的]{0,8}$"
"""指标未能如期|完成: what was not done or need not be."""
NOT_REACHED = r"{undone}[^，,；;。、的]{0,4}{attain}[^，,；;。]{0,60}$"
"""What was not reached holds its figures: 没有实现能耗|降低|4%的目标."""
GOALS = "的(?:[^，,；;。的]{0,6})?{goal}$"
FOLLOWING = r"[^，,；;。、]{0,6}?(?:{following}[^，,；;。、的]{0,6}{counsel}|{counsel}{following})"
"""What only opens the list behind it: 提出|以下建议, 制定|措施如下."""
PROVES = r"(?:充分)?(?:突出|体现|彰显)了|{signifies}"
MEANING = r"对于?[^。，,；;]{2,40}(?:具有|有着?)[^。，,；;]{0,16}意义"
ABOUT = (
    r"[，,](?:(?:就|都|也|首先|关键)?(?:必须|要(?![求点素件]))|(?:关键|根本|重点|核心)(?:是|在于)|重在|离不开"
    rf"|{PROVES}|{MEANING}|"
    r"[这也既]*是[^。，,；;]{2,60}{aim}[，,。；;])"
)
"""What follows a topic: 完成任务，必须深入贯彻; 实施战略，对发展具有重要意义."""
LESS = re.compile(r"扣除[^，,；;。\d]{1,40}(?:因素|的?剩余部分)")
"""What a sum or its growth is told without: 扣除价格因素，增长9.6%."""
FORESEEN = re.compile(r"预计(?![划算])")
HELD = frozenset(("稳定", "保持", "控制", "维持"))
"""What is told with these is bare before 在 without a figure: 干流稳定在Ⅱ类."""
NUMERAL = re.compile(r"[\d０-９一二三四五六七八九十百千万半两倍零]")
BODIES = frozenset({"ORG", "LOC"})
REACHED = frozenset(("到位", "完毕", "见效", "到底"))
"""What completes a predicate and is no object: 落实|到位."""
BY = "(?:紧紧|紧密|主动|积极)?{by}{eager}?"
"""What opens a clause that tells by what an act goes: 适应|实施两孩政策，加强服务."""
TOGETHER = re.compile(
    r"(?:(?<![共协会一合如不陪等])(?:同|(?<!参)与)(?P<one>[^。；;，,同与]{2,40}?)(?:有机|紧密)?相?(?:结合|衔接|匹配)"
    r"|把[^。；;，,同与]{2,30}[同与](?P<two>[^。；;同与]{2,60}?)(?:有机|紧密)?结合起来)"
)
"""What something goes together with is no act of its own: 把精简机构同|改善结构|结合起来."""
CASE = (
    r"(?:(?<=[，,；;。])|^)在(?P<one>(?:(?!在)[^。；;]){3,60}?)的?(?:前提|条件|情况)下"
    r"|(?<![现存实正所旨重潜内处])在(?P<five>(?:(?!在)[^。；;，,]){3,60}?)的?(?:前提下|情况下|基础上|帮助下|支持下|配合下|推动下)"
    r"|通过(?P<two>[^。；;，,]{2,40}?)等(?:多种|一系列)?(?:{way}|措施|举措|做法|办法)"
    r"|(?<![未不经已可])通过(?P<seven>[^。；;，,]{4,90})等[，,]"
    r"|(?:按照|根据|依照)(?P<three>[^。；;，,]{2,60}?提出的[^。；;，,]{2,40}?要求)[，,]"
    r"|(?:(?<=[，,；;。\n])|^)(?:期间|其间|[^，,；;。]{0,6}[中后])?(?:如遇|若遇|遇有|遇|如有|若有)(?P<six>[^，,；;。]{2,40})[，,]"
    r"|(?:依托|借助)(?P<four>[^。；;，,]{2,40}?等[^。；;，,]{0,6}(?:渠道|载体))[，,]"
)
"""What tells in which case or how: 在满足功能的前提下, 如遇政策|调整, 通过|完善合同|等方式, 依托班列等|开放渠道."""

WORKS = ("工程", "项目", "段")
PROGRESS = re.compile(r"(?:目前)?(?:(?:总|计划|概算|估算|已)?(?:完成)?投资|已?完成)[约为近]?[\d０-９]")
"""How the clause behind the name of works goes on: 总投资3万元, 已完成97%."""
SPENT = r"{spending}[^，,；;。]{0,40}{money}[^，,；;。]{0,6}[，,]$"
"""Before a clause that tells what for: 投入资金152亿元，主要|用于流域治理."""
FOR = "用于"
LONGEST_SPENDING = 60


_form = partial(pattern, "stating-words")


def none_stated(characters: str, parsed: Parsed, acts: Sequence[Act]) -> list[Act]:
    """The acts of a sentence without those that only state something."""
    if not acts:
        return []
    start, end = parsed.sentence.start, parsed.sentence.end
    learned = _form(LEARNED).search(characters, start, end)
    last = learned.end() if learned else end
    amid = [
        m.span(m.lastgroup or 0) for words in (TOGETHER, _form(CASE)) for m in words.finditer(characters, start, end)
    ]
    found: list[Act] = []
    fronted: Act | None = None
    for act in acts:
        if fronted is not None and fronted.end + 1 == act.start:
            act = replace(act, start=fronted.start)
        fronted = None
        if act.verb >= last or any(a <= act.verb < b for a, b in amid):
            continue
        goes_on = _is_fronted(characters, act) or _is_works(characters, act)
        if goes_on and any(act.end + 1 == a.start for a in acts):
            fronted = act
            continue
        if _is_spent(characters, parsed, act):
            if found and NUMERAL.search(characters, act.verb_end, act.end):
                found[-1] = replace(found[-1], end=act.end)  # what was reached with the money
            continue
        meant = _behind(characters, parsed, act, acts)
        if meant is not None or not _states(characters, parsed, act):
            found.append(meant or act)
    return found


def _is_fronted(characters: str, act: Act) -> bool:
    """Whether an act only describes what the next one is done to: 对企业|提供|的部分,预留40%."""
    return characters.startswith("的", act.verb_end) and characters.startswith("对", act.start)


def _behind(characters: str, parsed: Parsed, act: Act, acts: Sequence[Act]) -> Act | None:
    """The act behind a comma of which the reader saw only what it is for: 对企业|提供|的部分,预留40%."""
    if not _is_fronted(characters, act):
        return None
    clause = next((c for c in parsed.clauses if act.end + 1 == c.start), None)
    verb = next((t for t in parsed.tokens if clause and t.start == clause.start), None)
    if clause is None or verb is None or verb.pos != "v" or any(clause.start <= a.verb < clause.end for a in acts):
        return None
    return replace(act, verb=verb.start, verb_end=verb.end, end=clause.end)


def _states(characters: str, parsed: Parsed, act: Act) -> bool:
    clause = next((c for c in parsed.clauses if c.start <= act.verb < c.end), None)
    if clause is None:
        return False
    before = characters[clause.start : act.verb]
    if _form(NOT_DONE).search(before) or _is_unreached(characters, act, clause):
        return True
    if act.start == act.verb and _opens(characters, act, clause):
        return True
    if characters.startswith("的", act.verb_end) and not NUMERAL.search(_unquoted(characters[act.verb_end : act.end])):
        body = next((t for t in parsed.tokens if t.end == act.start), None)
        if act.end < clause.end or body is None or body.pos not in BODIES:
            return True  # 开发|的土地, but not 省政府|出台|的文件
    if FORESEEN.search(before + characters[act.verb : act.verb_end]) and not _counted(characters, parsed, clause):
        return True
    if act.start == act.verb and characters[act.verb_end : act.end] in REACHED:
        return True
    if LESS.fullmatch(characters, act.verb, act.end):
        return True
    return (
        _is_aim(parsed, act, clause)
        or _is_frame(characters, act, clause)
        or _is_topic(characters, parsed, act, clause)
        or _is_bare(characters, act, clause)
        or _is_aspect(characters, act, clause)
    )


def _counted(characters: str, parsed: Parsed, clause: Clause) -> bool:
    """Whether a clause holds a figure that is no day."""
    found = NUMERAL.finditer(characters, clause.start, clause.end)
    return any(all(not d.start <= m.start() < d.end for d in parsed.days) for m in found)


def _unquoted(text: str) -> str:
    """The text without its quotes, in which no figure counts: 召开|的“2023年座谈会”."""
    return QUOTE.sub("", text)


def _is_unreached(characters: str, act: Act, clause: Clause) -> bool:
    """Whether an act stands within the goal that was not reached."""
    within = _form(GOALS).search(characters, act.verb_end, clause.end)
    return within is not None and _form(NOT_REACHED).search(characters, clause.start, act.verb) is not None


def _opens(characters: str, act: Act, clause: Clause) -> bool:
    """Whether an act only says that a list follows."""
    return act.end == clause.end and _form(FOLLOWING).fullmatch(characters, act.verb_end, act.end) is not None


def _is_spent(characters: str, parsed: Parsed, act: Act) -> bool:
    """Whether an act only tells what the money of the clause before it is for, without a figure of its own."""
    if act.start != act.verb or characters[act.verb : act.verb_end] != FOR:
        return False
    clause = next((c for c in parsed.clauses if c.start <= act.verb < c.end), None)
    if clause is None or NUMERAL.search(characters, act.verb_end, min(act.end, clause.end)):
        return False
    return (
        _form(SPENT).search(characters, max(parsed.sentence.start, clause.start - LONGEST_SPENDING), clause.start)
        is not None
    )


def _is_aim(parsed: Parsed, act: Act, clause: Clause) -> bool:
    """Whether an act is what the next clause is for: 为系统|解决资金问题，发行国债."""
    if clause.mark not in (",", "，") or act.end < clause.end:
        return False
    words = [t for t in parsed.tokens if clause.start <= t.start < act.verb]
    return (
        bool(words)
        and words[0].text == "为"
        and all(t.pos in (*ADVERBS, "vd", "a") or t.text == "系统" for t in words[1:])
    )


def _is_frame(characters: str, act: Act, clause: Clause) -> bool:
    """Whether an act only tells by what the next clause goes: 围绕|建设A，开展B."""
    return (
        clause.mark in (",", "，")
        and act.end == clause.end
        and bool(_form(BY).fullmatch(characters, clause.start, act.verb))
    )


def _is_aspect(characters: str, act: Act, clause: Clause) -> bool:
    """Whether an act only names in which respect the next clause tells something: 规划|建设方面,可分项验收."""
    opens = act.start == act.verb or characters.startswith("在", act.start)
    ends = clause.mark in (",", "，") and act.end == clause.end and characters.endswith("方面", act.verb_end, act.end)
    return opens and ends and not any(c in "在于到" for c in characters[act.verb : act.end])


def _is_works(characters: str, act: Act) -> bool:
    """Whether an act is the name of works whose sum or progress the next one tells: 某河|治理河坝工程，投资3万元."""
    if characters[act.end : act.end + 1] not in (",", "，") or NUMERAL.search(characters, act.start, act.end):
        return False
    named = act.start < act.verb and characters[act.verb : act.end].endswith(WORKS)
    return named and PROGRESS.match(characters, act.end + 1) is not None


def _is_topic(characters: str, parsed: Parsed, act: Act, clause: Clause) -> bool:
    """Whether an act is what the sentence goes on to speak of: 做好工作，要…; 实行开放|是我国的方针."""
    opening = [t for t in parsed.tokens if clause.start <= t.start < act.start]
    if act.start > act.verb or any(t.pos not in ADVERBS for t in opening):
        return False
    verb = characters[act.verb : act.verb_end]
    if verb not in group_of("formula-words", "saying") and any(
        _equates(characters, act, t) for t in parsed.tokens if t.start < clause.end
    ):
        return True
    first = clause.start == parsed.sentence.start
    return first and act.end == clause.end and _form(ABOUT).match(characters, clause.end) is not None


def _equates(characters: str, act: Act, t: Token) -> bool:
    """Whether a word behind a predicate says what its clause is: 是, but not 特别是."""
    return t.text == "是" and t.start > act.verb_end and characters[t.start - 1] not in "别其"


def _is_bare(characters: str, act: Act, clause: Clause) -> bool:
    """Whether an act tells how its subject stands, without a figure."""
    verb, rest = characters[act.verb : act.verb_end], characters[act.verb_end : act.end]
    if act.start == act.verb or not (
        (verb in group_of("formula-words", "changed") and not rest) or (verb in HELD and rest.startswith("在"))
    ):
        return False
    return not NUMERAL.search(characters, act.start, clause.end)
