"""Which day governs a sentence: periods without a year in a look back, and how far a day reaches."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction.times.parts import parts
from kg.extraction.times.periods import governing_days, looking_back
from kg.facts import Sentence
from kg.language import find_days
from kg.language.context import year_of
from kg.language.parsed import Parsed
from kg.reading.text import Text
from kg.structure import structure

FRAME = "甲省政府工作报告\n——{}在甲省第九届人民代表大会第一次会议上\n省长 张三\n各位代表：\n"


def days(day: str, body: str) -> list[tuple[str, date]]:
    report = structure(Text("a.txt", FRAME.format(day) + body))
    own = report.header.day
    assert own is not None
    parsed = [
        Parsed(s, (), (), (), find_days(s.text, own, year_of(report, s.section), s.start, own.year))
        for s in report.sentences
    ]
    found = looking_back(report, parsed, list(parts(report)))
    return [(d.text, d.as_of) for one in found for d in one.days]


def test_a_period_without_a_year_in_a_look_back_of_january_is_of_the_year_before() -> None:
    found = days(
        "2026年1月20日",
        "一、去年工作回顾\n全年新增企业3家。2027年建成。\n二、今年工作安排\n全年新增企业4家。\n",
    )
    assert found == [("全年", date(2025, 12, 31)), ("2027年", date(2027, 12, 31)), ("全年", date(2026, 12, 31))]


def test_a_period_that_lies_behind_or_that_a_heading_dates_stays() -> None:
    assert days("2026年3月5日", "一、工作回顾\n1月新增企业3家。\n") == [("1月", date(2026, 1, 31))]
    assert days("2026年1月20日", "一、2024年工作回顾\n全年新增企业3家。\n") == [("全年", date(2024, 12, 31))]
    assert days("2026年12月2日", "一、工作回顾\n全年新增企业3家。\n") == [("全年", date(2026, 12, 31))]


@pytest.mark.parametrize(
    ("text", "reaches"),
    [("去年5月12日,发生地震", False), ("截至10月8日,共办理", True), ("2025年,办理", True), ("去年5月,办理", True)],
)
def test_the_day_of_an_event_governs_no_other_sentence(text: str, reaches: bool) -> None:
    one = Parsed(Sentence(0, len(text), text, None, 0), (), (), (), find_days(text, date(2025, 12, 1), 2025))
    after = "改造桥梁3座。"
    start = len(text)
    beside = [Parsed(Sentence(start, start + 7, after, None, at), (), (), (), ()) for at in (0, 1)]
    day, same, other = governing_days([one, *beside])
    assert day is not None
    assert same == (day if reaches else None)
    assert other is None
