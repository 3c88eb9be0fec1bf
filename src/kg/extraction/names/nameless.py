"""What the reader takes for a name by its quotes or its last word and that names nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from kg.facts import EntityType
from kg.language.parsed import Name, Token
from kg.resources import rows
from kg.words import either, group_of, words_of

LONGEST_BEFORE = 60
NUMBER_OPENS = re.compile("[（(《][\u4e00-\u9fff]{0,16}$")
SEVERAL = ("一系列", "一批", "一大批")
"""A name that begins so is a class of things."""
ALL = "各项"
"""A name that holds this word is one of a class: 农村各项改革."""
PLATFORMS = re.compile("(?:设备|观景)平台$")
"""Parts of buildings."""
SYSTEM = re.compile(r"(?:全[国省市区县州]|我[省市区县])?(?P<sector>.{2,8})系统")
SAID_OF_LAWS = re.compile("[\u4e00-\u9fff]法(?!等)[\u4e00-\u9fff]法")
"""What is done with laws, and good ones, are no law: 带头尊法学法; but 遵守教育法|等法律."""
SOLUTION = "解决方案"
"""What is offered to customers and no paper: of 50 in annotated passages none is named as one."""
LAYS_OUT = "规划"
"""Before 布局 it is what is done: 优质资源规划|布局."""
HEADS = ("制度", "机制", "体制")
HEAD_GOES_ON = re.compile("匹配|创新(?!型)")
"""What follows 制度 or 机制 where these are no end of a name: 制度匹配, 体制机制创新."""
SLOGAN = re.compile(r"“(?:[应能可愿当](?P<all>.)尽(?P=all)、?)+”")
"""All of it, and no name: “应贷尽贷”."""
QUOTED = re.compile(r"[“\"](?P<said>[^“”\"]+)[”\"](?P<behind>工作)?")
"""What is all in quotes, and the work with it: “法拍房”工作."""
SERIES = re.compile(r"“[\d一二三四五六七八九十]{1,3}连[增优丰冠涨升降]”")
"""How often in a row something was so is no name: 粮食“八连增”."""
VISITS = re.compile("[\u4e00-\u9fff]{2,}进(?:社区|校园|企业|乡村|农村|机关|家庭|课堂|园区|基层)$")
"""What comes to somewhere is no site: 推进|家政服务进社区."""
UPWARDS = re.compile("(?:思想|政治)上.*行动$")
"""在思想上政治上行动上."""
NUMBER = re.compile(r"[\u4e00-\u9fff]{0,12}(?:[〔﹝［\[【](?:19|20)\d\d[〕﹞］\]】]第?|公告(?:19|20)\d\d年第)\d+号")
"""How the number of a document goes on behind a name that it seems to begin with: （渝|建住保〔2022〕46号）,
（财政部税务总局|公告2023年第12号）."""
AS_A_WHOLE = ("施治", "治理", "布局", "推进", "谋划", "集成", "设计", "重塑")
"""What is done 系统 is done as a whole, and no system: 加强公共安全系统|施治."""
STAFF = ("干警", "民警")
"""Who serves there is no body: 公安|干警."""
MEANS = re.compile("用(?![能水地工户电气林海])|通过|使|让")
"""How a phrase begins that is no name, as words of their own: 用人工智能改革招投标机制."""
MOVES = re.compile("行动(?:不便|不自如|能力|困难|迟缓|障碍|受限|自如|轨迹)")
"""How people move is no campaign: 失能失智行动不便的老人."""
CLASSES: dict[EntityType, tuple[str, ...]] = {
    "site": ("kind", "scheme"),
    "system": ("kind", "scheme"),
    "programme": ("scheme",),
}
"""The groups of words for classes by type; what is awarded is a programme (获评省级智能工厂)."""
SURE = 0.6
"""From this chance on, what ends as a class does is a thing: 某某大数据中心科创平台."""
TREATY = re.compile("[A-Z]{3,}")
"""What a treaty is called for short."""
_group = partial(group_of, "nameless-words")


def without_others(characters: str, tokens: Sequence[Token], names: Sequence[Name]) -> tuple[Name, ...]:
    """The names of a sentence without what names nothing; the bodies of a sector are a group of bodies."""
    words = {t.start: t.text for t in tokens}
    return tuple(_named(characters, words, names))


def _named(characters: str, words: dict[int, str], names: Sequence[Name]) -> Iterator[Name]:
    for name in names:
        text = characters[name.start : name.end]
        if name.type in ("programme", "organisation") and text in _group("nothing"):
            continue
        if name.type == "organisation" and text == "公安" and characters.startswith(STAFF, name.end):
            continue
        if name.type == "system":
            if PLATFORMS.search(text) or (text.endswith("系统") and characters.startswith(AS_A_WHOLE, name.end)):
                continue
            sector = SYSTEM.fullmatch(text)
            if sector and sector["sector"] in _sectors():
                yield replace(name, type="organisation", generic=name.thing + name.generic)
                continue
        if name.type == "site" and VISITS.search(text):
            continue
        if name.type in CLASSES and name.thing < SURE and "“" not in text and text.endswith(_classes(name.type)):
            continue
        if name.type == "document" and "《" not in text and _no_paper(text, characters[name.end : name.end + 2]):
            continue
        if name.type == "document" and TREATY.fullmatch(text) and _parties().match(characters, name.end):
            continue
        if name.type == "event" and text.endswith("会") and (_may().search(text) or _will(characters, name, text)):
            continue
        if opens_number(characters, name):
            continue
        if name.type in ("programme", "system") and _names_nothing(characters, words, name, text):
            continue
        yield name


def opens_number(characters: str, name: Name) -> bool:
    """Whether a name is only the beginning of a document's number."""
    before = characters[max(0, name.start - LONGEST_BEFORE) : name.start]
    return NUMBER.match(characters, name.end) is not None and NUMBER_OPENS.search(before) is not None


def _will(characters: str, name: Name, text: str) -> bool:
    """Whether the 会 that a name ends in is a verb."""
    return characters.startswith(tuple(_group("will-behind")), name.end) and not text.endswith(
        tuple(words_of("event-words"))
    )


def _no_paper(text: str, after: str) -> bool:
    if text.endswith(LAYS_OUT) and after == "布局":
        return True
    return text.endswith(("良法", "行政规范性文件", SOLUTION)) or (
        text.endswith("法") and SAID_OF_LAWS.search(text + after) is not None
    )


def _names_nothing(characters: str, words: dict[int, str], name: Name, text: str) -> bool:
    if SLOGAN.fullmatch(text) or SERIES.fullmatch(text) or text.startswith(SEVERAL):
        return True
    if UPWARDS.search(text) and characters.startswith("上", name.end):
        return True
    if text.endswith("行动") and MOVES.match(characters, name.end - len("行动")):
        return True
    quoted = QUOTED.fullmatch(text)
    if quoted and quoted["said"] in words_of("plain-quotes"):
        return True
    if quoted and not quoted["behind"]:
        before = characters[max(0, name.start - LONGEST_BEFORE) : name.start]
        return bool(_vices().match(characters, name.end) or _against().search(before))
    if ALL in text or ((word := words.get(name.start)) and MEANS.match(text) and MEANS.fullmatch(word)):
        return True
    return text.endswith(HEADS) and bool(HEAD_GOES_ON.match(characters, name.end))


@cache
def _classes(kind: EntityType) -> tuple[str, ...]:
    """The last words of what is only told by its class: 建设一批高能级创新平台, 完善体制机制."""
    return tuple(word for group in CLASSES[kind] for word in _group(group))


@cache
def _sectors() -> frozenset[str]:
    return frozenset(row[0] for row in rows("seeds/lexicon/sector-systems.tsv"))


@cache
def _parties() -> re.Pattern[str]:
    """Who a treaty binds, and where it holds: RCEP|成员国."""
    return re.compile(either(_group("parties")))


@cache
def _vices() -> re.Pattern[str]:
    """What follows words in quotes that name a fault or a harm: “形象工程”、“政绩工程”等问题."""
    named = rf"等?(?:突出|各类)?(?:问题(?!项目)|{either(_group('vice'))})"
    return re.compile(rf"(?:[、和及]?“[^“”\n]{{1,20}}”)*(?:{named}|等(?:现象|灾害))")


@cache
def _against() -> re.Pattern[str]:
    """What stands before such words."""
    return re.compile(rf"(?:{either(_group('against'))})(?:“[^“”\n]{{1,20}}”[、和及]?)*$")


@cache
def _may() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(_group('will-before'))})会$")
