"""Acts whose predicate the reader took from inside a noun phrase, with the one that the clause has: 布局优化和职能|调整
有序推进, 把|实施战略放在优先位置, 通过|评估认定, 居民收入|增长与经济增长同步."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from kg.extraction.phrases import NOUNS, edges, known_predicates, outside
from kg.language.parsed import Act, Clause, Parsed, Token
from kg.words import group_of, pattern

FRONTS = frozenset(("把", "将"))
NEAR = 12
"""Characters from 已 to the predicate that the reader saw, at most."""
FAR = 90
"""Characters from 把 to what the thing is made, at most."""
ALIKE = "{growth}(?:[和与同]|并与)(?!期)[^，,；;。、]{2,14}?(?P<verb>保持|(?:基本)?同步)"
"""What keeps pace is no growth: 居民收入增长与经济增长|同步."""
PACE = re.compile(r"(?:保持)?(?:基本|大体|大致)?同步(?:增长)?")
KEEPS = "(?P<both>[^与同，,]{4,24}和[^，,]{2,14})$|(?P<one>[^，,]{2,24}?{growth})[与同]"
PASSED = "通过"
TRIAL = (
    r"(?:(?!进行|予以|加以)[^，,；;。、的对和由等后]){2,30}?(?<!方式)(?<!系统)(?<!平台)(?<!部门)(?<!单位)(?<!机构)"
    r"{trial}(?=[，,；;。]|$)"
)
"""What is passed: 通过|国家验收."""
ABOUT = re.compile(
    r"(?<![成造早])就(?![近业地读医诊学餐职是要能会可必应])[^，,；;。]{4,60}?(?P<light>进行)了?[^，,；;。]{0,8}$"
)
"""What something was spoken of about: 就如何|做好保洁工作进行了专题研究."""
QUICKENED = frozenset(("加快", "加大", "放慢", "加速"))
ALREADY = frozenset(("已", "已经"))
CONDITIONS = re.compile(r"[^，,；;。的]{0,12}条件的")
"""Whom a rule is for: 具备|条件的县."""
TOGETHER = re.compile("将?会同")
"""With whom something is done is no act: 会同市财政局|研究方案."""
ROLES = ("牵头", "配合")
MEETS = frozenset(("具备", "符合"))

GOES_ON = "继续"
UNDERWAY = "推进"
"""What is told with it goes on."""
WORKS = frozenset(("工作", "试点", "改革", "建设", "行动"))
"""What goes on though it may stand behind a predicate: 完善A试点工作|继续推进, but not 制定方案|稳步推进."""


_group = partial(group_of, "joining-words")
_form = partial(pattern, "joining-words")


def own(characters: str, parsed: Parsed, acts: Sequence[Act]) -> Iterator[Act]:
    """The acts of a sentence with the predicates that their clauses have."""
    end = -1
    for act in acts:
        if act.verb < end:
            continue  # a part of the one before
        if characters[act.verb : act.verb_end] in MEETS and CONDITIONS.match(characters, act.verb_end):
            continue
        if _only_roles(characters, act) and act is not acts[-1]:
            continue
        if beside := TOGETHER.match(characters, act.verb):
            does = _done_together(parsed, beside.end(), act.end)
            if does is None:
                continue  # 会同|市财政局
            act = replace(act, start=does.start, verb=does.start, verb_end=does.end)
        clause = next((c for c in parsed.clauses if c.start <= act.verb < c.end), None)
        found = _found(characters, parsed, act, clause) if clause else None
        if found is not None:
            end = found.end
        yield found or act


def _only_roles(characters: str, act: Act) -> bool:
    """Whether an act only tells who leads or helps with the next one: 由市财政局|牵头,市教育局|配合,制定办法."""
    bare = act.start < act.verb and act.end == act.verb_end and characters[act.verb : act.verb_end] in ROLES
    return bare and characters.startswith((",", "，", "、"), act.end)


def _done_together(parsed: Parsed, start: int, end: int) -> Token | None:
    """What is done with those who stand between: 会同市财政局|研究|方案."""
    names = [n for n in parsed.names if start <= n.start]
    verbs = (t for t in parsed.tokens if start <= t.start < end and t.pos in ("v", "vn"))
    return next((t for t in verbs if not any(n.start <= t.start < n.end for n in names)), None)


def paced(characters: str, act: Act) -> str:
    """What keeps pace with another thing, '' where the act tells nothing like that."""
    if not PACE.fullmatch(characters, act.verb, act.end):
        return ""
    found = _form(KEEPS).match(characters, act.start, act.verb)
    return "" if found is None else found["both"] or found["one"]


def _found(characters: str, parsed: Parsed, act: Act, clause: Clause) -> Act | None:
    return (
        _made(characters, parsed, act)
        or _about(characters, parsed, act, clause)
        or _alike(characters, act, clause)
        or _passed(characters, parsed, act, clause)
        or _quickened(characters, parsed, act)
        or _already(characters, parsed, act)
        or _of_figure(parsed, act)
        or _of_those(parsed, act)
        or _behind_subject(characters, parsed, act, clause)
        or _finished(characters, parsed, act, clause)
    )


def _words(parsed: Parsed, start: int, end: int) -> list[Token]:
    return [t for t in parsed.tokens if start <= t.start and t.end <= end]


def _made(characters: str, parsed: Parsed, act: Act) -> Act | None:
    """What is made something, over commas: 把|实施A，加强B,作为C."""
    if characters[act.verb : act.verb_end] in _group("making"):
        return None
    words = [t for t in parsed.tokens if act.verb - FAR <= t.start < act.verb + FAR]
    place = next(
        (i for i in range(len(words) - 1, -1, -1) if words[i].start < act.verb and words[i].text in FRONTS), None
    )
    if place is None:
        return None
    ends = "；;。" if words[place].text == "把" else "；;。，,"
    for last, t in pairwise(words[place:]):
        if t.text in ends or t.text in FRONTS:
            return None
        if t.text in _group("making") and last.text not in ("不", "慢"):
            clause = next((c for c in parsed.clauses if c.start <= t.start < c.end), None)
            if clause is None or t.end == clause.end or t.start < act.verb_end:
                return None
            if clause.start <= act.verb or clause.start == t.start:
                return replace(act, start=words[place].start, verb=t.start, verb_end=t.end, end=clause.end)
    return None


def _about(characters: str, parsed: Parsed, act: Act, clause: Clause) -> Act | None:
    """What was done about a matter that the reader took a predicate from."""
    found = ABOUT.search(characters, clause.start, clause.end)
    last = next((t for t in parsed.tokens if t.end == clause.end), None)
    if found is None or last is None or not found.start() < act.verb < found.start("light"):
        return None
    if last.pos not in ("v", "vn") or last.start < found.end("light"):
        return None
    return replace(act, start=found.start(), verb=last.start, verb_end=last.end, end=clause.end)


def _alike(characters: str, act: Act, clause: Clause) -> Act | None:
    found = _form(ALIKE).match(characters, act.verb, clause.end)
    if found is None or act.start == act.verb:
        return None
    pace = PACE.match(characters, found.start("verb"), clause.end)
    if pace is None:
        return None
    return replace(act, verb=found.start("verb"), verb_end=found.end("verb"), end=pace.end())


def _passed(characters: str, parsed: Parsed, act: Act, clause: Clause) -> Act | None:
    """What is passed, where nothing else is said with it."""
    t = next((t for t in reversed(parsed.tokens) if clause.start <= t.start < act.verb and t.text == PASSED), None)
    found = _form(TRIAL).match(characters, t.end, clause.end) if t else None
    if t is None or found is None or act.verb >= found.end() or found.end() < clause.end:
        return None
    return replace(act, start=min(act.start, t.start), verb=t.start, verb_end=t.end, end=found.end())


def _quickened(characters: str, parsed: Parsed, act: Act) -> Act | None:
    before = next((t for t in parsed.tokens if t.end == act.start), None)
    if act.start < act.verb or before is None or before.text not in QUICKENED:
        return None
    if "的" in characters[act.verb_end : act.end] or not characters[act.verb : act.end].endswith(tuple(_group("pace"))):
        return None
    return replace(act, start=before.start, verb=before.start, verb_end=before.end)


def _already(characters: str, parsed: Parsed, act: Act) -> Act | None:
    """The verb behind 已: 已|偿还|拖欠工程款, 已|偿还历年|拖欠工程款."""
    front = [t for t in parsed.tokens if act.verb - NEAR <= t.start < act.verb]
    at = next((i for i in range(len(front) - 2, -1, -1) if front[i].text in ALREADY), None)
    if at is None:
        return None
    t, between = front[at + 1], front[at + 2 :]
    if (act.start < act.verb) != bool(between) or any(w.pos not in NOUNS for w in between):
        return None
    if between and characters[act.verb : act.verb_end] in known_predicates() | _group("change") | _group("reaching"):
        return None  # 已开工项目|完成投资3亿元
    if t.pos != "v" or len(t.text) < 2 or t.text in _group("phase") | _group("sum") | _group("light"):
        return None
    return replace(act, start=t.start, verb=t.start, verb_end=t.end)


def _of_figure(parsed: Parsed, act: Act) -> Act | None:
    """The verb of a figure behind a noun of action: 事项|办理|平均减时间83%."""
    words = _words(parsed, act.verb_end, act.end)
    if act.start == act.verb or len(words) < 3 or words[0].text not in _group("level") or words[1].pos != "v":
        return None
    return replace(act, verb=words[1].start, verb_end=words[1].end)


def _of_those(parsed: Parsed, act: Act) -> Act | None:
    """The verb of a figure behind those whom something is done to: 扶持|对象达2288万人."""
    words = _words(parsed, act.verb_end, act.end)
    if len(words) < 3 or words[0].text not in _group("counted"):
        return None
    if words[1].text not in _group("change") | _group("sum") or words[2].pos != "m":
        return None
    return replace(act, verb=words[1].start, verb_end=words[1].end)


def _behind_subject(characters: str, parsed: Parsed, act: Act, clause: Clause) -> Act | None:
    """The bare predicate that the reader cut from its subject: A布局优化和B调整有序|推进, 完善A试点工作继续|推进."""
    words = _words(parsed, act.verb_end, clause.end)
    if len(words) < 3 or characters[act.start] in FRONTS:
        return None
    last = words[-1]
    if last.text not in _group("goes") or words[-2].pos not in ("ad", "d", "vd"):
        return None
    if act.start == act.verb and not _goes_well(words[-3:-1]):
        return None
    if last.start != act.end and (act.start < act.verb or last.end != act.end or words[-3].text not in WORKS):
        return None
    if act.start == act.verb and characters[act.verb : act.verb_end] in edges("pivot") | edges("spur") | group_of(
        "formula-words", "brings"
    ):
        return None
    done, ongoing, ahead = act.status
    if last.text == UNDERWAY and act.start == act.verb and done > ongoing:
        done, ongoing = ongoing, done
    return replace(act, verb=last.start, verb_end=last.end, end=last.end, status=(done, ongoing, ahead))


def _goes_well(words: Sequence[Token]) -> bool:
    """Whether words end a subject and begin how it goes: 试点工作|继续."""
    thing, how = words
    return thing.pos in NOUNS and (how.text == GOES_ON or how.text in group_of("stating-words", "briskly"))


def _finished(characters: str, parsed: Parsed, act: Act, clause: Clause) -> Act | None:
    """What is finished, where the reader saw what describes it: 研究制定的纲要|颁布实施; 覆盖城乡的体系，|建成."""
    if act.start < act.verb or characters[act.verb : act.verb_end] in edges("pivot") | edges("spur"):
        return None
    words = _words(parsed, act.verb_end, clause.end)
    link = next((i for i, (t, o) in enumerate(zip(words, outside(words), strict=True)) if o and t.text == "的"), None)
    if link is None:
        return None
    thing = words[link + 1 :]
    at = next((i for i, t in enumerate(thing) if t.pos == "v" and t.text in _group("finishing")), None)
    if at is not None and at and all(t.pos in ("v", "vn") for t in thing[at:]) and thing[at - 1].pos in (*NOUNS, "d"):
        return replace(act, verb=thing[at].start, verb_end=thing[at].end, end=clause.end)
    if act.end != clause.end or clause.mark not in ("，", ","):
        return None
    more = _words(parsed, clause.end + 1, clause.end + 12)
    stop = next((i for i, t in enumerate(more) if t.pos == "w"), 0)
    more = more[:stop]
    if len(more) < 2 or more[0].text not in ALREADY or more[-1].text not in _group("finishing"):
        return None
    if any(t.pos not in ("d", "ad", "v", "a") for t in more):
        return None
    return replace(act, verb=more[-1].start, verb_end=more[-1].end, end=more[-1].end)
