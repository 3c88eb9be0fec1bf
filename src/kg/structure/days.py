"""Dates of a frame: 2023年12月6日, ２０２３年１２月６日, 二〇二三年十二月六日, 2023-12-06."""

from __future__ import annotations

import re
from datetime import date

_HAN = {c: n for n, c in enumerate("一二三四五六七八九", start=1)}
_YEAR_DIGITS = _HAN | dict.fromkeys("〇○Ｏ零O0０", 0)

DAY = (
    r"(?:(?:[1１] ?[9９]|[2２] ?[0０]) ?\d ?\d\s*年\s*\d ?\d?\s*月\s*\d ?\d?\s*日"
    r"|[一二][〇○ＯO零九一二三四五六七八]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
"""A day as documents write it (GB/T 9704-2012, 7.3.5.4; Chinese numerals before 2012; copied texts part its digits)."""

NUMERIC_DAY = r"(?:(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2})"
"""A day in figures alone: only where a line has nothing else."""

_PARTS = re.compile(r"\s*[年月日\-./]\s*")


def iso_day(text: str) -> str | None:
    """The ISO form of a day in one of the forms above; None where no such day is in the calendar."""
    year, month, day = ["".join(p.split()) for p in _PARTS.split(text.strip()) if p][:3]
    try:
        return date(_year(year), _small(month), _small(day)).isoformat()
    except (ValueError, KeyError):
        return None


def _year(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return int("".join(str(_YEAR_DIGITS[c]) for c in text))


def _small(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _HAN[text]
    return (_HAN[tens] if tens else 1) * 10 + (_HAN[ones] if ones else 0)
