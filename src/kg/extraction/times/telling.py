"""What headings, periods and words beside the predicate say of the time of an act: whether it lies behind or ahead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from kg.extraction.letters import TO_YOU
from kg.facts import Day, Status
from kg.language.parsed import Act
from kg.words import either, group_of, pattern

ANNOUNCED = re.compile(
    r"(?:^|[，,；;])[^，,；;]{0,12}?(?:(?<![主重需必首])要(?![求点素件])|(?<!现)将|下一?步|力争)[^。]*[：:]$"
)
"""A sentence that says before a colon what shall be done: 今年要着重抓好以下工作：."""
OPENED = re.compile(
    r"(?:今年|20\d\d年)[^。]{0,40}?(?:做好|抓好)(?:以下|下列|下述|[一二三四五六七八九十\d]+[个项大]|几[个项])"
    r"[^。，,；;]{0,12}[。：:]$"
)
"""One that says of which year the numbered sections below it are: 今年要重点做好以下八个方面工作."""
DEEDS = re.compile(
    r"(?:今年|20\d\d年)(?!以?来|开始|起)[，,]?[^。，,；;]{0,24}?(?:办|做|抓|采取|实施|完成|推进)[^。，,；;]{0,24}?"
    r"[一二三四五六七八九十\d]+[件项个大](?:[^。，,；;]{0,4}民生)?(?:实事|工作|任务|措施|举措|工程|事)”?[。：:]$"
)
"""One that says of which year the numbered deeds are that its paragraph goes on with: 今年再办好15件民生实事。一是…"""
LONGEST_HEAD = 30
"""Characters of a heading that has no number."""
NO_HEAD = re.compile(r"[。！？；;：:，,、!?（(|]")
"""What such a heading does not hold."""
PAST_PARAGRAPH = re.compile(r"(?:[一二三四五六七八九十两几\d]+年来|过去的?[一二三四五两几\d]+年|早在|回顾过去)")
"""A paragraph that opens so tells what was done."""
SUBMITTED = re.compile(r"提[请交][^，,；;。]{0,8}审[查议]|了[^，,。]{0,30}纲要[（(]?草案")
DRAFT = re.compile(r"《[^》]{0,30}纲要[^》]{0,6}》")
"""What is said of the draft of a plan before the congress under such a heading is done: 编制了纲要,提请大会审查."""
TURN = re.compile(r"新的一年|(?:我们|今年)[还仍]?要|下一步")
"""From here on such a paragraph looks ahead no less: 新的一年,我们要支持国防建设."""
FINISHED = re.compile(r"(?:[\u4e00-\u9fff]{2}|[到成出至入])?(?<![的和为除])了(?![解如望])")
"""Behind a predicate or the one that follows it: 编制了, 组织编制了, 提高到了; it holds for its own act alone."""
YEAR_OVER = 10
"""From this month on a report that tells of its year looks back."""
CONTINUED = re.compile(r"(?:持续|不断)[^的，,；;。、]{0,3}$")
"""What goes on as a predicate with one of these before it tells: 持续深入|纠治."""
UNDER_WAY = re.compile(r"正在[^的，,；;。]{0,4}$")
DEMANDED = re.compile(r"提出[^。]{0,30}(?<![主重需必首])要(?![求点素件])[^，,；;。]*$")
"""提出,物价涨幅要降到10%以下: what a document demands is not yet done."""
MUST = re.compile(r"(?:^|[，,；;：:。\s])[^，,；;：:。！？\n是]{0,12}(?<![务五个])必须(?![的”])[^。！？\n]*$")
"""必须坚定实施战略，扩大消费: what must be done is not yet done, up to the end of the sentence."""
OUGHT = re.compile(
    r"(?:^|[，,；;。！？\s])(?:[^，,；;：:。！？\n是《“]{0,4}|(?:关键|重点|核心|首先)是)(?<![主重需必首只纲摘概提简若不想])要"
    r"(?![求点素件闻害塞道案务职约么紧强领因是])[^。！？\n了]*$"
)
"""要切实维护权益，解决问题: nor is what a sentence says that is to be done."""
SCHEDULED = re.compile(
    r"(?:^|[，,；;：:。\s])[^，,；;：:。！？\n]{0,24}(?<![超按原照度动程的目])计划(?:总?投资|完成|新建)(?!率)[^。！？\n已]*$"
)
"""今年计划完成加固5座，整治中小河流5公里: what is scheduled is not yet done, up to the end of the sentence."""
MEANT = re.compile(r"(?<![超按原照度动程的目])(?:计划|打算)[将把对于在从][^，,；;。]{0,30}$")
"""What somebody means to do: 计划将出入口向东|改至西侧."""
PROMISED = re.compile(r"(?<!是)我们(?:一定|务必|必须)[^。！？\n]*$")
"""对这些问题,我们一定采取措施加以解决: what a government promises is not yet done."""
WHOLE_YEAR = "全年"
ENDING_YEAR = re.compile(r"\d{4}年|今年")
PASSED = re.compile(r"[已业]经[^，,；;。]{2,40}$")
ALREADY = re.compile(
    r"(?<![早而不业对])已(?:经[^，,；;。的、：:《》“将]{0,12}"
    r"|(?:基本|初步|全部|全面|陆续|正式|先后|相继|累计|优先|提前|如期|顺利|成功|普遍|逐步|又|也|均|都)*"
    r"(?:[将把由对于从以向按][^，,；;。的、：:《》“]{1,12})?)$"
)
"""国务院已|颁布措施, 发展改革委已将你省|纳入试点: what has been done; 已抵押住房 and 对已… tell of something."""
HEREBY = re.compile("(?<![体实表出发呈])现予以?$")
"""Where a cover letter or a decree says 现予|印发 it does what it says, as with 印发|给你们."""
NOW = re.compile(r"[，,]现(?:印发|转发|下发|公布|发布)$")
"""So does it with 现 alone: …，现印发|."""
ITSELF = r"{making}了?(?:本(?:{of_own})*|(?:以下|如下)[^，,；;。：:]{0,10}){kind}(?![\u4e00-\u9fff])"
"""What is made is this text, which is there: 制定本实施办法, 提出以下措施."""
STILL_TO_BE = re.compile("[将要拟][^，,；;。]{0,4}$")
LATELY = re.compile(
    r"[\s　]*(?:[（(]?[一二三四五六七八九十\d]+[、.．）)])?"
    r"(?:近日|日前|前不久|不久前|近几?年来|近期以来|去年(?!同期)|这些年来?|这几年来?|[几多]年来|[一二三四五两几]年多?来|一段时间以来|长期以来|一直以来)"
)
"""How a sentence opens that tells what was done."""
NEXT = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]+[、.．）)])?(?:下一步|下一?阶段|接下来|今后)[^。！？\n]*$")
"""How a sentence opens all of which is still to be done: 下一步,我们将…,督促整改."""
AHEAD = re.compile(
    r"(?<![主重需必首])要(?![求点素件])|应当?(?![对急用])|须|将|拟|今年|下一?步|今后|继续|力争|确保|关于|不[少低]于"
)
"""What looks ahead in it: 去年启动改革,今年继续推进."""
CLAUSE = re.compile(r"[，,；;：:。！？\n]")
LONGEST_SENTENCE = 1000
"""Characters before a predicate in which its sentence opens."""
FARTHEST = 60
"""Characters looked at before a predicate."""
SENTENCE = 200
"""Characters of a sentence at most before the predicates that its 必须 governs."""


@cache
def _back() -> re.Pattern[str]:
    """A heading with one of these opens a look back: 2025年工作回顾, 目标任务完成情况."""
    return re.compile(either(group_of("time-words", "back")))


@cache
def _forward() -> re.Pattern[str]:
    """One with one of these opens a look ahead: “十五五”时期主要目标任务, 对今年工作的建议."""
    opening, course = (either(group_of("time-words", group)) for group in ("forward", "course"))
    return re.compile(rf"(?:{opening})(?!的?(?:{course})(?:情况|成效))")


@cache
def _shall() -> re.Pattern[str]:
    """将 right before the predicate, adverbs aside; with a thing between them it fronts an object: 将事项纳入."""
    return re.compile(rf"(?<!即)将(?:{either(group_of('time-words', 'manner'))})*$")


@cache
def _itself() -> re.Pattern[str]:
    return pattern("time-words", ITSELF)


@cache
def _lightly() -> re.Pattern[str]:
    """A light verb and 了 before the predicate: 进行了较大幅度的|精简."""
    return re.compile(rf"(?:{either(group_of('time-words', 'light'))})了[^，,；;。]{{0,16}}$")


def direction(headings: Iterable[str], sentence: str = "") -> int:
    """1 where the headings above, the nearest first, open a look ahead, -1 a look back, 0 where they don't tell; one
    that tells both (工作回顾和下年任务) tells nothing; a ``sentence`` that presents the draft of a plan looks back."""
    for heading in headings:
        back, ahead = _back().search(heading), _forward().search(heading)
        if back or ahead:
            presented = DRAFT.match(sentence) or SUBMITTED.search(sentence)
            return -1 if ahead and presented else bool(ahead) - bool(back)
    return 0


def heads(paragraph: str) -> bool:
    """Whether a paragraph is a heading without a number that opens a look ahead or back: 2026年重点工作."""
    if len(paragraph) > LONGEST_HEAD or NO_HEAD.search(paragraph):
        return False
    return bool(_back().search(paragraph) or _forward().search(paragraph))


def announces(sentence: str) -> bool:
    """Whether a sentence announces a list of what shall be done."""
    if not sentence.endswith(("：", ":")):
        return False
    return bool(ANNOUNCED.search(sentence) and _forward().search(sentence)) and not FINISHED.search(sentence)


def opens_year(sentence: str) -> bool:
    """Whether a sentence that ends its paragraph says of which year the sections below it are."""
    return bool(OPENED.search(sentence))


def opens_deeds(sentence: str) -> bool:
    """Whether a sentence says of which year the numbered deeds behind it are."""
    return bool(DEEDS.search(sentence))


def looks_back(paragraph: str) -> bool:
    """Whether a paragraph opens with a time that lies behind."""
    return bool(PAST_PARAGRAPH.match(paragraph))


def turns(sentence: str) -> bool:
    """Whether a paragraph that looked back turns to what shall be done."""
    return bool(TURN.search(sentence))


def told(
    characters: str, act: Act, status: Status, days: Sequence[Day], own: date | None, due: Day | None = None
) -> Status:
    """The status of an act that has ``status`` by the report's parts and the reader; ``own`` is the report's day,
    ``due`` the one by which the act's own words want it done."""
    before = characters[max(0, act.verb - FARTHEST) : act.verb]
    if status == "planned" and FINISHED.match(characters, act.verb_end):
        return "done"
    verb = characters[act.verb : act.verb_end]
    if status == "planned" and PASSED.search(before) and verb in group_of("time-words", "approving"):
        return "done"
    hereby = HEREBY.search(before) or NOW.search(before + verb)
    if status == "planned" and (characters.startswith(TO_YOU, act.verb_end) or hereby):
        return "done"
    if status == "planned" and not STILL_TO_BE.search(before) and _itself().match(characters, act.verb):
        return "done"
    if status == "planned" and (ALREADY.search(before) or _lightly().search(before) or _lies_behind(characters, act)):
        return "done"
    if status == "done" and (UNDER_WAY.search(before) or CONTINUED.search(before)):
        return "ongoing"
    if status == "done" and any(words.search(before) for words in (DEMANDED, PROMISED, MEANT, _shall())):
        return "planned"
    if status == "done" and any(w.search(characters, max(0, act.verb - SENTENCE), act.verb) for w in (MUST, OUGHT)):
        return "planned"
    if status == "done" and SCHEDULED.search(characters, max(0, act.verb - SENTENCE), act.verb_end):
        return "planned"
    if status == "done" and NEXT.match(characters[_opening(characters, act) : act.verb]):
        return "done" if FINISHED.match(characters, act.verb_end) else "planned"
    if status == "done" and own is not None and (due or _ahead(characters, act, days, own)):
        return "planned"
    return status


def _opening(characters: str, act: Act) -> int:
    """Where the sentence of an act begins."""
    far = max(0, act.verb - LONGEST_SENTENCE)
    return max(far, *(characters.rfind(c, far, act.verb) + 1 for c in "。！？\n"))


def _lies_behind(characters: str, act: Act) -> bool:
    """Whether the sentence of an act opens with a time that lies behind and nothing in it looks ahead."""
    opened = LATELY.match(characters, _opening(characters, act), act.verb)
    if opened is None:
        return False
    mark = CLAUSE.search(characters, act.verb_end, act.end)
    return AHEAD.search(characters, opened.end(), mark.start() if mark else act.end) is None


def _ahead(characters: str, act: Act, days: Sequence[Day], own: date) -> bool:
    """Whether the clause begins with a period that ends after the report's own day (全年 tells no year, and who tells
    of his year at its end looks back)."""
    days = [
        d for d in days if not (own.month >= YEAR_OVER and ENDING_YEAR.fullmatch(d.text) and d.as_of.year == own.year)
    ]
    start = max((m.end() for m in CLAUSE.finditer(characters, max(0, act.verb - FARTHEST), act.verb)), default=None)
    return start is not None and any(
        d.start == start and d.end <= act.verb and d.as_of > own and d.text != WHOLE_YEAR for d in days
    )
