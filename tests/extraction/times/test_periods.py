"""Which day governs a sentence: periods without a year in a look back, and how far a day reaches."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction.times.parts import parts
from kg.extraction.times.periods import governing_days, looking_back, title_day
from kg.facts import Sentence
from kg.language import find_days, find_quantities
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
    [
        ("这五年,建成桥梁", False),
        ("初步核算,全年产值", True),
        ("去年5月12日,发生地震", False),
        ("3月5日至9日,召开会议", False),
        ("截至10月8日,共办理", True),
        ("2025年,办理", True),
        ("去年5月,办理", True),
    ],
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


def governing(*sentences: str) -> list[str | None]:
    parsed, start = [], 0
    for text in sentences:
        sentence = Sentence(start, start + len(text), text, None, 0)
        counts, found = find_quantities(text, start), find_days(text, date(2025, 2, 1), 2024, start)
        parsed.append(Parsed(sentence, (), (), counts, found))
        start += len(text)
    return [day.text if day else None for day in governing_days(parsed)]


def test_a_day_behind_the_topic_of_a_paragraph_governs_it_up_to_the_next_topic() -> None:
    assert governing("主要指标稳中有进。", "全年产值增长5%。", "新建桥梁3座。") == [None, "全年", "全年"]
    assert governing("新建桥梁3座。", "全年产值增长5%。", "新建道路3条。") == [None, None, None]
    assert governing("各位代表!", "全年产值增长5%。", "新建道路3条。") == [None, None, None]
    listed = governing("一是投资提速增效。", "全年投资5亿元。", "二是园区加快建设。", "新建道路3条。")
    assert listed == [None, "全年", None, None]


def test_the_year_in_the_title_of_a_statistical_bulletin_governs_its_figures() -> None:
    text = "全市共有学校3所。"
    one = Parsed(Sentence(0, len(text), text, None, 0), (), (), (), ())
    body = f"\n{text}\n甲市统计局\n2023年3月2日\n"
    told = title_day(structure(Text("a.txt", "甲市2022年国民经济和社会发展统计公报" + body)))
    assert told is not None
    assert told.as_of == date(2022, 12, 31)
    assert list(governing_days([one], told)) == [told]
    assert title_day(structure(Text("a.txt", "甲市2022年工作报告" + body))) is None
