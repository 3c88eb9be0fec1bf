"""Time expressions that date facts, each with the last day of its period."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from kg.facts import Day
from kg.language.numerals import value_of
from kg.words import either, group_of

N = r"[0-9０-９]{1,2}"
YEAR = r"(?P<year>(?:19|20|１９|２０)[0-9０-９]{2})(?:年度?|(?=全年))"
PART = (
    r"(?:(?P<since>以来)|(?P<half>上半年|下半年)|第?(?P<quarter>[一二三四1-4])季度"
    r"|前(?P<first_quarters>[一二三])个?季度|(?P<whole>全年)|(?P<same>同期)|(?P<end>年?底前?|年?末)"
    rf"|(?:(?P<first>{N})月?\s*[-—–~至]\s*)?(?P<month>{N})月(?:份)?"
    rf"(?:(?P<day>{N})[日号]|(?P<part>底前?|末|初|[上中下]旬|当月))?)?"
)
INCLUDED = r"(?:[（(]含[^（()）]{0,4}[)）])?"
"""What tells that a day is part of a period: 2023年1月1日|(含当日)|至12月31日."""
LATER = (
    rf"(?<=[年度月份日号末底初旬]){INCLUDED}(?:期间|起)?\s*[-—–~至到]{{1,2}}\s*"
    rf"(?:(?P<year3>(?:19|20|１９|２０)[0-9０-９]{{2}})年(?!\s*[0-9０-９])|(?:(?P<year2>(?:19|20)[0-9]{{2}})年)?"
    rf"(?:(?P<month2>{N})月(?:(?P<day2>{N})[日号]|(?P<part2>底前?|末))?|(?P<day3>{N})[日号])(?:期间)?)"
)
"""The end of a period whose beginning is told by the calendar: 2023年1月1日起|至6月30日, 2016年|至2020年."""
FROM_ACT = re.compile(r"(?:即日|[自从][^自从，,；;。:：\s]{1,14}之日|(?:本[一-鿿]{2,4})?[一-鿿]{2}之日)起?$")
"""A period that begins with the text itself or with an act: 自本通知印发之日起|至2024年12月31日."""
BEGINNING = "0-9０-９截到至自从的以上下第一二三四前全同年底末"
"""What an expression begins with, if not with a word for a year. Each part of it may be left out, so that it would be
tried at every character, and an end of a period without a beginning would be taken for it: 即日|起至2024年12月31日."""
FIVE_YEARS = re.compile(
    r"“?(?P<plan>[八九]|十[一二三四五六七]?)五”?(?:前(?P<years>[二三四两])年|期间|时期|期?末|末期|的?这?五年|(?=年均))"
)
"""The years of a five-year plan, or its first ones."""
COMING = re.compile(r"(?:今后|未来)(?P<years>[一二三四五六七八九十]|\d{1,2})年(?!来)")
FIRST_YEAR = 1900
FIRST_PLAN = 1955
"""The years of the Nth plan end 5 N years after this: 十四五 in 2025."""
HALF = 6
"""A document of the first half of a year counts that year among the coming ones."""
FEW = "[一二两三四五1-5]"
PAST = re.compile(
    rf"(?:过去的?|这){FEW}年(?!前)|(?<![十百千第前0-9]){FEW}年来(?![^，,；;。]{{0,4}}(?:最|第|新[高低]|首|罕见))"
)
"""过去五年, 这5年, 五年来; 五年来新高 tells a rank."""
ALONE = re.compile(r"截至目前|(?<!全)年内")
SPELLED = re.compile(
    r"[到至自从]?(?P<year>[一二][零〇○ＯO一二三四五六七八九]{3})年(?:(?P<month>十[一二]?|[一二三四五六七八九])月"
    r"(?:(?P<day>[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日)?)?(?P<since>以来)?"
)
"""到二○三五年, 一九九七年三月二十日."""
ZEROS = str.maketrans("○ＯO〇", "零零零零")
NUMBERED = re.compile(r"第[\d０-９]+号")
"""Behind a year: the number of an announcement, 公告2019年|第15号."""
NAMED_BY = re.compile(r"“?(?:新年|元旦|春节|元宵|清明|五一|端午|中秋|国庆|远景目标)")
"""Behind a year it is that of a feast, whose day can't be told, or of the aims in the name of a plan."""
NAME = re.compile(r"《[^》\n]*》|“[^”\n]*”|〔[^〕\n]*〕")
COMPARED = re.compile(r"[比较][^\d，,。；;]{0,2}$")
"""比上年增长 compares; it dates nothing."""
COMPARED_TO = re.compile(
    r"(?:相比|比较)|(?:同期|末|底)?(?:基本|大体)?(?:持平|相当|相同|相近)(?!于)|(?<=[与和同]上年)(?:末|底)?(?:增|减|下降|上升)"
    r"|[^，,；;。]{0,14}(?:总和|之和)"
)
"""So do 与2020年相比, 与上年基本持平 and 是2000年到2005年的总和."""
RANKED = re.compile(r"以来[^，,；;。]{0,4}(?:最|第|同期|首)")
"""1961年以来最多 tells a rank."""
EVERY_YEAR = re.compile(r"每年\D{0,2}$|年度$")
SINCE = "以来"
THAT_YEAR = "当年"
"""The year last said: 到去年底建成5个,当年接待3万人次."""
LISTED = re.compile(r"季度[、和]|[、和]第?[一二三四1-4]季度")
"""Quarters in a list (一季度、二季度调研) are part of a name."""
OTHER_WORD = "(?<![础之])(?<![个家户名人岁元万亿年月级]以)"
"""Behind these 上年 and 下年 are no words: 基础上|年均增长7%, 10个以上|年产值超百亿元; but 以上年度为准."""
NOT_A_YEAR = frozenset("候龄制")
"""全年 goes on as another word: 全年候, 全年龄."""
COUNTED_YEARS = frozenset("年半一二三两五十0123456789")
"""Before 年内 these make it a duration: 10年内."""
LAST_MONTH_OF_LOOKING_BACK = 4
"""A report given until April means the calendar year before it by the past year."""
QUARTERS = {c: 3 * n for n, group in enumerate(("一1", "二2", "三3", "四4"), 1) for c in group}
SHIFT = {"last": -1, "this": 0, "next": 1}
"""Years from the report's own by the groups of ``seeds/lexicon/time-words.tsv``."""
TENS = {"上旬": 10, "中旬": 20}
NARROW = str.maketrans("０１２３４５６７８９", "0123456789")


@cache
def _relative() -> dict[str, int]:
    """Words for a year by the report's own → how many years they shift it."""
    return {word: shift for group, shift in SHIFT.items() for word in group_of("time-words", group)}


@cache
def _expression() -> re.Pattern[str]:
    year = rf"(?:{YEAR}|(?P<relative>{OTHER_WORD}(?:{either(_relative())}))的?)?"
    begins = rf"(?=[{BEGINNING}{''.join(sorted({word[0] for word in _relative()}))}])"
    return re.compile(rf"{begins}(?:截至|截止至?|到|至|自|从)?{year}{PART}(?:{LATER})?(?:起|(?P<until>以来))?")


@cache
def _issuing() -> re.Pattern[str]:
    """A year right behind these begins the name of what is held or issued: 举办2023年…活动."""
    return re.compile(rf"(?:{either(group_of('time-words', 'issuing'))})了?$")


def find_days(
    text: str, reference: date | None, year: int | None, offset: int = 0, now: int | None = None
) -> tuple[Day, ...]:
    """The dates in ``text``. ``reference`` is the document's own day, ``year`` the year where none is said, ``now`` the
    one that 今年 means (else ``year``)."""
    found: list[Day] = []
    names = [m.span() for m in NAME.finditer(text)]
    for start, end, day in sorted(_spans(text, reference, year, now or year)):
        if any(a < start < b for a, b in names) or (found and start + offset < found[-1].end):
            continue
        found.append(Day(offset + start, offset + end, text[start:end], day))
    return tuple(found)


def _spans(text: str, reference: date | None, year: int | None, now: int | None) -> Iterator[tuple[int, int, date]]:
    said: int | None = None
    for match in _expression().finditer(text):
        if _dates_nothing(match, text) or ((match["relative"] or "").startswith(THAT_YEAR) and said is None):
            continue
        own = said if said and match["relative"] == THAT_YEAR else now if match["relative"] else year
        day = _last_day(match, reference, own)
        if day is not None:
            said = day.year
            yield _opening(text, match), match.end(), day
    yield from _spelled(text, reference)
    if reference is not None:
        yield from _periods(text, reference)
    yield from _alone(text, reference, year)


def _dates_nothing(match: re.Match[str], text: str) -> bool:
    """Whether an expression tells no day: nothing in it does, or it compares, ranks, or is a part of a name, a list or
    another word."""
    said, year = match.group(), match["year"] or match["relative"]
    before, end = text[: match.start()], match.end()
    if not year and not any(match[g] for g in ("half", "quarter", "first_quarters", "month", "whole", "end", "same")):
        return True
    if match["same"] or COMPARED.search(before) or COMPARED_TO.match(text, end):
        return True
    if match["year"] and RANKED.match(text, end - (len(SINCE) if SINCE in said else 0)):
        return True
    if match["end"] and not (year or match["end"].startswith("年")):
        return True
    if said == f"{match['year']}年" and (
        _issuing().search(before) or NUMBERED.match(text, end) or NAMED_BY.match(text, end)
    ):
        return True
    if EVERY_YEAR.search(before) and not match["year"]:
        return True
    if match["whole"] and not year and text[end : end + 1] in NOT_A_YEAR:
        return True
    return bool(match["quarter"] and said == match["quarter"] + "季度" and LISTED.search(around(text, match)))


def _alone(text: str, reference: date | None, year: int | None) -> Iterator[tuple[int, int, date]]:
    """截至目前 and 年内."""
    for match in ALONE.finditer(text):
        if match.group() == "年内":
            if year is not None and text[match.start() - 1 : match.start()] not in COUNTED_YEARS:
                yield match.start(), match.end(), date(year, 12, 31)
        elif reference is not None:
            yield match.start(), match.end(), reference


def _spelled(text: str, reference: date | None) -> Iterator[tuple[int, int, date]]:
    """Dates in Chinese numerals."""
    for match in SPELLED.finditer(text):
        year = value_of(match["year"].translate(ZEROS))
        month, day = (str(value_of(match[g])) if match[g] else None for g in ("month", "day"))
        if year is None or not FIRST_YEAR <= year < FIRST_YEAR + 200 or COMPARED.search(text[: match.start()]):
            continue
        last = _day(int(year), month, day, None) if month else date(int(year), 12, 31)
        if last is not None:
            yield match.start(), match.end(), reference if match["since"] and reference else last


def _periods(text: str, reference: date) -> Iterator[tuple[int, int, date]]:
    """The years of a five-year plan, the past ones and the coming ones, which only a dated document tells."""
    for match in PAST.finditer(text):
        over = reference.month <= LAST_MONTH_OF_LOOKING_BACK
        yield match.start(), match.end(), date(reference.year - 1, 12, 31) if over else reference
    for match in FIVE_YEARS.finditer(text):
        if COMPARED.search(text[: match.start()]) or COMPARED_TO.match(text, match.end()):
            continue
        last = FIRST_PLAN + 5 * int(value_of(match["plan"]) or 0)
        if match["years"]:
            last += int(value_of(match["years"]) or 0) - 5
        yield match.start(), match.end(), date(last, 12, 31)
    for match in COMING.finditer(text):
        last = reference.year + int(value_of(match["years"]) or 0) - (reference.month <= HALF)
        yield match.start(), match.end(), date(last, 12, 31)


def _opening(text: str, match: re.Match[str]) -> int:
    """Where an expression begins; that of a period's end begins with its beginning."""
    opens = FROM_ACT.search(text[: match.start()]) if match.group()[0] in "至到" else None
    return opens.start() if opens else match.start()


def around(text: str, match: re.Match[str]) -> str:
    """A match with the character on each side of it."""
    return text[max(0, match.start() - 1) : match.end() + 1]


def _last_day(match: re.Match[str], reference: date | None, year: int | None) -> date | None:
    if match["relative"] and match["since"]:
        return reference or (date(year, 12, 31) if year else None)
    if (match["since"] or match["until"]) and reference is not None:
        return reference
    own = int(match["year"].translate(NARROW)) if match["year"] else year
    if own is None:
        return None
    own += _relative().get(match["relative"] or "", 0)
    if match["year3"]:
        return date(int(match["year3"].translate(NARROW)), 12, 31)
    if match["day3"]:
        return _day(own, match["month"], match["day3"], None) if match["day"] else None
    if match["month2"]:
        later = int(match["year2"]) if match["year2"] else own
        return _day(later, match["month2"], match["day2"], None)
    if match["half"]:
        return date(own, 6, 30) if match["half"] == "上半年" else date(own, 12, 31)
    if match["quarter"]:
        return _end_of(own, QUARTERS[match["quarter"]])
    if match["first_quarters"]:
        return _end_of(own, QUARTERS[match["first_quarters"]])
    if match["month"]:
        return _day(own, match["month"], match["day"], match["part"])
    return date(own, 12, 31)


def _day(year: int, month: str, day: str | None, part: str | None) -> date | None:
    number = int(month.translate(NARROW))
    if not 1 <= number <= 12:
        return None
    last = _end_of(year, number)
    if day:
        wanted = int(day.translate(NARROW))
        return date(year, number, wanted) if 1 <= wanted <= last.day else None
    if part == "初":
        return last
    return date(year, number, TENS[part]) if part in TENS else last


def _end_of(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
