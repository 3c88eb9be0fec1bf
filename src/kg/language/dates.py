"""Time expressions that date facts, each with the last day of its period."""

from __future__ import annotations

import calendar
import re
from datetime import date

from kg.facts import Day

N = r"[0-9０-９]{1,2}"
EXPRESSION = re.compile(
    rf"(?:截至|截止|到|至)?(?:(?P<year>(?:19|20)[0-9]{{2}})年度?|(?P<relative>今年|去年|本年|明年|当年))?"
    rf"(?:(?P<since>以来)|(?P<half>上半年|下半年)|(?P<quarter>第?[一二三四1-4]季度|前三季度)|(?P<end>年底前?|年末)|"
    rf"(?:(?P<first>{N})月?\s*[-—–~至]\s*)?(?P<month>{N})月(?:份)?(?:(?P<day>{N})日|(?P<part>底前?|末|初|中旬|上旬|下旬))?)?"
)
NAME = re.compile(r"《[^》\n]*》|“[^”\n]*”|〔[^〕\n]*〕")
QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}
SHIFT = {"去年": -1, "明年": 1}


def find_days(text: str, reference: date | None, year: int | None, offset: int = 0) -> tuple[Day, ...]:
    """The dates in ``text``. ``reference`` is the document's own day, ``year`` the year where none is said."""
    found = []
    names = [m.span() for m in NAME.finditer(text)]
    for match in EXPRESSION.finditer(text):
        if (
            not match["year"]
            and not match["relative"]
            and not any(match[g] for g in ("half", "quarter", "end", "month"))
        ):
            continue
        if any(start < match.start() < end for start, end in names):
            continue
        if (
            match["quarter"]
            and match.group() == match["quarter"]
            and match.start()
            and text[match.start() - 1] not in ",，;；。:： "
        ):
            # 一季度 inside a noun phrase (增加一季度生产安排) dates nothing
            continue
        day = _last_day(match, reference, year)
        if day is not None:
            found.append(Day(offset + match.start(), offset + match.end(), match.group(), day))
    return tuple(found)


def _last_day(match: re.Match[str], reference: date | None, year: int | None) -> date | None:
    if match["relative"] and match["since"]:
        return reference
    own = int(match["year"]) if match["year"] else year
    if own is None:
        return None
    own += SHIFT.get(match["relative"] or "", 0)
    if match["half"]:
        return date(own, 6, 30) if match["half"] == "上半年" else date(own, 12, 31)
    if match["quarter"]:
        month = 9 if match["quarter"] == "前三季度" else QUARTERS[match["quarter"].lstrip("第")[0]]
        return _end_of(own, month)
    if match["month"]:
        month = int(match["month"])
        if not 1 <= month <= 12:
            return None
        if match["day"]:
            day = int(match["day"])
            return date(own, month, day) if 1 <= day <= calendar.monthrange(own, month)[1] else None
        return _end_of(own, month)
    return date(own, 12, 31)


def _end_of(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
