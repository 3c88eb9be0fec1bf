"""Where names begin and end, put right by what always holds: quotes stay whole, and deictics, counts and joints are no
part of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.facts import Quantity
from kg.language.parsed import Name
from kg.register import bodies_in, central, departments, first_of_joint, geography
from kg.register.levels import OTHER_WORD
from kg.resources import rows
from kg.words import either

QUOTE = re.compile(r"“[^“”\n]*”")
SIDE_BY_SIDE = re.compile(r"”[、和与及]?(?=“)")
EVENT_YEAR = re.compile(r"(?:19|20)\d\d年度?(?:全[国省市区县])?$")
"""What the name of a meeting may begin with: 2023年全市…大会."""
NUMBERED = re.compile(r"》(?P<number>[（(][^（()）]{2,30}号[)）])$")
"""A title with its number in brackets behind it."""
ARTICLES = re.compile(r"“[\d一二三四五六七八九十百]+条[^“”]{0,4}”")
"""A document is called by the number of its articles: 高水平制度型开放总体方案“80条”."""
TOGETHER = re.compile(
    r"(?<=[局委厅部院会办府司团行署])(?:联合(?![会国体办])|会同|授权|委托)(?=[\u4e00-\u9fff]{2,}[局委厅部院会办府司团行署]$)"
)
"""One body acts with another: what stands before it and behind it are bodies each."""
BESIDE = re.compile(
    r"(?:联合|会同|协同|协助|配合)(?!执法|国)(?=[\u4e00-\u9fff]{2,}(?:[局厅商]|银行|企业|机构|部门|单位|协会|公司|[支大总]队|高校|院校)$|相关|有关)"
)
"""The same where only those stand behind it with whom somebody acts that is not said: 联合|区消防救援支队成立消防科."""
DESCRIBED = re.compile(r"(?P<what>[^《》“”]{1,12})的")
"""What describes a document before its title: 批准的…方案."""
COUNTED = re.compile(r"[\d一二三四五六七八九十百]+[条项](?:政策)?(?:举措|措施|政策|意见)")
"""The last words of a title that tell how many articles it has: 提高行政效能的八条举措."""
SUBJECT = 6
"""Characters of what a document is for, at least, unless an act opens it: 提高行政效能的八条举措; 切实可行的措施."""
MEETS = re.compile(
    "[符适切结][合应].*|.*(?:制定|印发|下发|出台|批准|发布|公布|颁布|通过|提出|有关|相关)|.{1,3}[性化]|.{0,2}(?:统一|可行|具体|详细|明确|完整|新)"
)
"""What tells of a document and not what it is for: 符合本地实际的实施方案, 有针对性的工作方案."""
LEVEL = re.compile(r"(?:(?:国家|自治区|[省市州区县])级(?:第[\d一二三四五六七八九十]+批)?|基层)(?=“)")
"""Who grants an honour or has to do it is no part of its quoted name: 8个市级“美丽街区”, 兜牢基层“三保”底线."""
WITH_OTHERS = re.compile(r"(?<=..)等(?:\d+|[一二三四五六七八九十]+)(?:个|家)?(?:部门|单位|部委)$")
"""How many others a body acts with is no part of its name: 市房产局等7部门."""
LONGEST_YEAR = 8
FOR_GOOD = re.compile("(?<=.{4})(?:(?:常态化|制度化|长效化)+|(?<=行动|双控)收官战|(?<=国债|贷款)资金)$")
"""What becomes of a programme is no part of its name, nor is its money: 推进“双随机、一公开”监管常态化,
打好治本攻坚三年行动收官战, 用好超长期特别国债资金."""
LAYOUT = re.compile("(?<=”战略)布局|(?<=”)总体布局")
"""How the name of a quoted strategy goes on: “四个全面”战略|布局."""
TWICE = re.compile(r"(?P<first>[^、，]{2,4}(?P<where>[\u4e00-\u9fff]{2,3}))[^、，]{2,4}(?P=where)")
"""Two slogans that share the name of the place that each ends with: 平安浙江法治浙江."""
OF_BODIES = ("相关", "相应")
"""Words that stay before a body, which they leave unnamed: 相关法院."""
THERE_IS = re.compile("(?:[\u4e00-\u9fff]?[县市区镇村乡户]|乡镇)有(?=[^限机].{2})")
"""Where a site is stands before it: 乡镇有物流中转站."""
OF_TWO_LEVELS = re.compile("(?<=(?:街道|.乡)[和、])镇(?=.{4})")
"""The second of two levels, of which the first stands outside: 街道和|镇社区事务受理中心."""
COPING = re.compile("应对[^，,；;。、《》]{2,24}?(?:工作机制|联防联控机制|领导小组|指挥部)(?:[\u4e00-\u9fff]{2,10}组)?")
"""What a body was set up to cope with: 国务院|应对疫情联防联控机制物资保障组."""
OF_SO_MANY = "制"
"""A count before it is part of the name: 3人制篮球场."""
WITH = re.compile("同(?!业)")
"""What goes on from the last character of a name that took it in: 国家发展改革委|会同财政部."""
BILL = re.compile("(?:(?<=[法例])|(?<=[法例]》))(?:修订|修正|修改)?草案")
"""A law that is not passed yet is another document than the law: 义务教育法|修订草案."""
SHORTEST = {"programme": 3, "document": 3, "event": 3, "organisation": 2, "system": 2, "site": 2, "place": 1}
"""Characters of a name by type; shorter ones are words."""
BRACKETS = "(（"
PAIRS = (("“", "”"), (BRACKETS, ")）"), ("《", "》"))
MARK = re.compile("[“”()（）《》]")
TAGGED = re.compile("[^【】]*】")
"""The tag of an article stands in front of what it tells: 【管理分工】主管部门."""
LONGEST_QUOTE = 40
LEAST_QUOTE = 4
"""Characters of a quoted name among others, its quotes included."""


def settled(
    characters: str, start: int, end: int, names: Sequence[Name], quantities: Sequence[Quantity]
) -> tuple[Name, ...]:
    """The names of the sentence at ``start:end`` with their edges put right, in order, none over another."""
    quotes = [m.span() for m in QUOTE.finditer(characters, start, end) if m.end() - m.start() <= LONGEST_QUOTE]
    found: list[Name] = []
    for name in names:
        for part in _parts(characters, _with_whole_quotes(name, quotes)):
            trimmed = _stripped(characters, _paired(characters, _trimmed(characters, part, quantities)))
            if trimmed.end - trimmed.start < SHORTEST[trimmed.type]:
                continue
            last = found[-1] if found else None
            if last is not None and trimmed.start < last.end:
                found[-1] = last if last.thing + last.generic >= trimmed.thing + trimmed.generic else trimmed
                found[-1] = replace(found[-1], start=min(last.start, trimmed.start), end=max(last.end, trimmed.end))
            else:
                found.append(trimmed)
    return tuple(found)


def _with_whole_quotes(name: Name, quotes: Sequence[tuple[int, int]]) -> Name:
    """A name that ends or begins inside a quote takes in the whole of it."""
    for a, b in quotes:
        if name.start <= a < name.end < b or a < name.start < b < name.end:
            name = replace(name, start=min(name.start, a), end=max(name.end, b))
    return name


def _paired(characters: str, name: Name) -> Name:
    """The name without a mark whose other half stands outside of it: （含村卫生室）. One that begins within a longer
    quote or within a title is empty."""
    if not MARK.search(characters, name.start, name.end):
        return name
    start, end = name.start, name.end
    for first, last in PAIRS:
        opened: list[int] = []
        for at in range(start, end):
            if characters[at] in first:
                opened.append(at)
            elif characters[at] in last and opened:
                opened.pop()
            elif characters[at] in last:
                if first != BRACKETS and at > start:
                    return replace(name, end=name.start)
                start, end = (start, at) if at == end - 1 else (at + 1, end)
        opened = [at for at in opened if start <= at < end]
        if opened and not (first == "“" and '"' in characters[start:end]):
            if first == "《":
                return replace(name, end=name.start)
            start, end = (start + 1, end) if opened[0] == start else (start, opened[0])
    return replace(name, start=start, end=end)


def _parts(characters: str, name: Name) -> Iterator[Name]:
    """Quoted names side by side are several: “出生一件事”“就业一件事”; single characters are none: “园”“地”融合机制.
    So are bodies of which one acts with another: 区经信局联合区财政局."""
    text = characters[name.start : name.end]
    start = name.start
    if text.startswith("“"):
        for joint in SIDE_BY_SIDE.finditer(text):
            stop = name.start + joint.start() + 1
            if stop - start < LEAST_QUOTE:
                continue
            yield replace(name, start=start, end=stop)
            start = name.start + joint.end()
    if name.type == "programme" and (both := TWICE.fullmatch(text)) and both["where"] in geography():
        yield replace(name, end=name.start + both.end("first"))
        start = name.start + both.end("first")
    while name.type == "organisation" and (first := first_of_joint(characters[start : name.end])):
        yield replace(name, start=start, end=start + first)
        start += first
    for body in _of_the_state(characters[start : name.end]) if name.type == "organisation" else ():
        yield replace(name, start=start, end=start + len(body))
        start += len(body)
    both_act = TOGETHER.search(text) if name.type == "organisation" else None
    if both_act is not None:
        granted = both_act.group() in ("授权", "委托")  # then the second acts, else the second with the first
        yield replace(name, end=name.start + both_act.start(), lead=0.0 if granted else name.lead)
        other = name if granted else replace(name, lead=0.0, partner=max(name.lead, name.partner))
        yield replace(other, start=name.start + both_act.end())
    else:
        yield replace(name, start=start)


@cache
def _of_the_state(text: str) -> tuple[str, ...]:
    """All but the last of several bodies of the state side by side, of which none is the other's: 财政部|税务总局."""
    bodies = bodies_in(text)
    beside = len(bodies) > 1 and bodies[0] != "国务院" and all(body in central() for body in bodies)
    return bodies[:-1] if beside and "".join(bodies) == text else ()


def _stripped(characters: str, name: Name) -> Name:
    """The name without white space at its ends."""
    start, end = name.start, name.end
    while start < end and characters[start].isspace():
        start += 1
    while start < end and characters[end - 1].isspace():
        end -= 1
    return name if (start, end) == (name.start, name.end) else replace(name, start=start, end=end)


def _trimmed(characters: str, name: Name, quantities: Sequence[Quantity]) -> Name:
    name = _stripped(characters, name)
    start, end = name.start, name.end
    if tagged := TAGGED.match(characters, start, end):
        start = tagged.end()
    for word in _words("before"):
        if name.type == "organisation" and word in OF_BODIES:
            continue
        if characters.startswith(word, start) and end - start > len(word) + 1:
            if OTHER_WORD.match(characters, start + len(word) - 1):  # 全市域
                break
            start += len(word)
            break
    if name.type == "organisation":
        if beside := BESIDE.match(characters[start:end]):
            start += beside.end()
            name = replace(name, lead=0.0, partner=max(name.lead, name.partner))
        if made := _made_to_act().match(characters, start, end):
            start = made.end()
        if others := WITH_OTHERS.search(characters[start:end]):
            end = start + others.start()
        if coping := COPING.match(characters, end):
            end = coping.end()
        if WITH.match(characters, end) and _acting().search(characters, start, end):
            end -= 1
    if level := LEVEL.match(characters, start, end):
        start = level.end()
    if name.type == "site":
        if there := THERE_IS.match(characters, start, end):
            start = there.end()
        if level := OF_TWO_LEVELS.match(characters, start, end):
            start = level.end()
    if name.type == "programme":
        if praised := _praised().match(characters, start, end):
            start = praised.end()
        if for_good := FOR_GOOD.search(characters[start:end]):
            end = start + for_good.start()
        if layout := LAYOUT.match(characters, end):
            end = layout.end()
    if name.type in ("programme", "system") and (decided := _decided_about().match(characters, start, end)):
        start = decided.end()
    if name.type == "event" and (year := EVENT_YEAR.search(characters[max(0, start - LONGEST_YEAR) : start])):
        start -= len(year.group())
    if name.type == "document" and characters[start] not in "《“" and (said := DESCRIBED.match(characters[start:end])):
        start += said.end() if _tells_of(characters[start:end], said) else 0
    if name.type == "document" and (bill := BILL.match(characters, end)):
        end = bill.end()
    if name.type == "document" and (number := NUMBERED.search(characters[start:end])):
        end = start + number.start("number")
    if name.type == "document" and (articles := ARTICLES.match(characters, end)):
        end = articles.end()
    changed = True
    while changed:
        changed = False
        for word in _words("behind"):
            if end - start > len(word) and characters[start:end].endswith(word):
                end -= len(word)
                changed = True
    for q in quantities:
        if start < q.start and q.end == end and not characters[q.start].isascii():
            end = q.start
        elif q.start < start < q.end < end and characters.startswith(OF_SO_MANY, q.end):
            start = q.start
        elif q.start <= start < q.end < end - 3 and (start > q.start or _counts(characters, name, q)):
            start = q.end
    return replace(name, start=start, end=end)


def _tells_of(text: str, said: re.Match[str]) -> bool:
    """Whether what describes a document is no part of its title: 切实可行的|工作方案, but of
    鼓励民间资本参与的项目清单 it says what it is about."""
    what = said["what"]
    meets = MEETS.fullmatch(what) is not None
    if text[said.end() :] not in _words("bare") and not COUNTED.fullmatch(text, said.end()):
        return meets
    return not text.startswith(_words("title")) and (meets or len(what) < SUBJECT)


def _counts(characters: str, name: Name, q: Quantity) -> bool:
    """Whether a count at the front, or its end (5家左右|验证中心), is none of the name: 5个银行服务网点, 两届交流大会;
    but 三项制度改革."""
    if not characters[q.start].isdecimal():
        return name.type == "event" and q.unit in _words("held")
    return q.unit in _words("classifier")


@cache
def _words(where: str) -> tuple[str, ...]:
    return tuple(row[0] for row in rows("seeds/lexicon/name-edges.tsv") if row[1] == where)


@cache
def _made_to_act() -> re.Pattern[str]:
    """A further verb before bodies that are made to act: 组织|动员爱心企业."""
    return re.compile(rf"(?:{either(_words('made'))})(?=[\u4e00-\u9fff]{{4}})")


@cache
def _acting() -> re.Pattern[str]:
    """The last words of a body and the 会 of 会同 behind them; of a commission its short name, since 村委会 is one."""
    return re.compile(rf"(?:[局部厅院]|{either(name for name in departments() if name.endswith('委'))})会$")


@cache
def _decided_about() -> re.Pattern[str]:
    """Whose decision is about a thing is no part of its name: 国务院关于加快|政务服务平台."""
    return re.compile(rf"[^《》“”、，]{{0,12}}关于(?:{either(_words('title'))})(?=.{{4}})")


@cache
def _praised() -> re.Pattern[str]:
    """An adjective, which is no part of a programme's name: 严格的耕地管理制度."""
    return re.compile(rf"(?:更加|更为|较为|比较)?(?:{either(_words('praise'))})的(?=.{{4}})")
