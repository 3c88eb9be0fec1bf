from __future__ import annotations

import re
from datetime import date
from itertools import product

import pytest

from kg.language import find_days
from kg.language.dates import _expression

REPORT = date(2023, 12, 6)


@pytest.mark.parametrize(
    ("text", "quote", "day"),
    [
        ("截至10月底,共办理", "截至10月底", date(2023, 10, 31)),
        ("今年以来,开展", "今年以来", REPORT),
        ("2022年完成", "2022年", date(2022, 12, 31)),
        ("去年上半年", "去年上半年", date(2022, 6, 30)),
        ("2024年2月29日", "2024年2月29日", date(2024, 2, 29)),
        ("前三季度,新增", "前三季度", date(2023, 9, 30)),
        ("力争全年完成", "全年", date(2023, 12, 31)),
        ("年内建成", "年内", date(2023, 12, 31)),
        ("2024年4月上旬,报送", "2024年4月上旬", date(2024, 4, 10)),
        ("即日起至2024年12月31日,发放补贴", "即日起至2024年12月31日", date(2024, 12, 31)),
        ("凡自本通知印发之日起至2024年6月底,购房的", "自本通知印发之日起至2024年6月底", date(2024, 6, 30)),
        ("2.发文之日至2024年3月31日前,减半", "发文之日至2024年3月31日", date(2024, 3, 31)),
        ("截止至2024年8月31日,办理", "截止至2024年8月31日", date(2024, 8, 31)),
        ("在2023年1月1日至6月30日期间", "2023年1月1日至6月30日期间", date(2023, 6, 30)),
        ("在2023年1月1日(含当日)至6月30日", "2023年1月1日(含当日)至6月30日", date(2023, 6, 30)),
        ("自2023年1月1日（含）至2024年6月30日止", "自2023年1月1日（含）至2024年6月30日", date(2024, 6, 30)),
        ("2016年至2020年投入", "2016年至2020年", date(2020, 12, 31)),
        ("２０１６年—２０２０年投入", "２０１６年—２０２０年", date(2020, 12, 31)),
        ("翌年的3月播种", "3月", date(2023, 3, 31)),
        ("去年的3月播种", "去年的3月", date(2022, 3, 31)),
        ("5年来建成", "5年来", REPORT),
        ("过去5年建成", "过去5年", REPORT),
        ("截至目前,已办理", "截至目前", REPORT),
        ("２００３年完成", "２００３年", date(2003, 12, 31)),
        ("2021年以来,共办结", "2021年以来", REPORT),
        ("今年8月以来,各地", "今年8月以来", REPORT),
        ("“十五五”时期,投入", "“十五五”时期", date(2030, 12, 31)),
        ("“十一五”前四年累计下降", "“十一五”前四年", date(2009, 12, 31)),
        ("“十一五”年均增长7.5%", "“十一五”", date(2010, 12, 31)),
        ("今后三年投入100亿元", "今后三年", date(2026, 12, 31)),
        ("2022年与2020年相比,增长", "2022年", date(2022, 12, 31)),
        ("明年一季度", "明年一季度", date(2024, 3, 31)),
        ("于2022年3月5日至9日召开", "2022年3月5日至9日", date(2022, 3, 9)),
        ("到二○三○年建成", "到二○三○年", date(2030, 12, 31)),
        ("二〇二一年以来，新建", "二〇二一年以来", REPORT),
        ("一九九八年十月二十一日", "一九九八年十月二十一日", date(1998, 10, 21)),
        ("“十三五”期末，建成", "“十三五”期末", date(2020, 12, 31)),
        ("“十三五”这五年，建成", "“十三五”这五年", date(2020, 12, 31)),
        ("三年来，新建校舍", "三年来", REPORT),
    ],
)
def test_a_date(text: str, quote: str, day: date) -> None:
    (found,) = find_days(text, REPORT, 2023)
    assert (found.text, found.as_of) == (quote, day)


@pytest.mark.parametrize(
    "text",
    [
        "《2023年工作计划》",
        "静会〔2023〕52号",
        "13月的计划",
        "2023年2月30日发布",
        "比上年增长3%",
        "每年1月31日前公开",
        "10年内完成",
        "利润较去年同期增加",
        "企业一季度、二季度调研",
        "举办2023年行业沙龙活动",
        "超过1979年到1997年的总和",
        "为1961年以来第20低位",
        "较“十三五”时期增长148%",
        "财政部公告2019年第15号",
        "2022年春节前夕",
        "实现2030年远景目标",
        "投产当年的产值",
        "创五年来新高",
        "15年来首次",
        "在提高效益的基础上年均增长7%",
        "新增10个以上年产值百亿元企业",
        "比一九九〇年翻一番",
    ],
)
def test_no_date(text: str) -> None:
    assert find_days(text, REPORT, 2023) == ()


def test_a_month_without_any_year_is_no_date() -> None:
    assert find_days("截至9月底", None, None) == ()


def test_this_year_is_the_report_s_own_year_and_not_that_of_its_part() -> None:
    (found,) = find_days("去年是关键一年", date(2025, 1, 15), 2024, now=2025)
    assert found.as_of == date(2024, 12, 31)
    (found,) = find_days("全年完成", date(2025, 1, 15), 2024, now=2025)
    assert found.as_of == date(2024, 12, 31)


def test_the_past_year_is_the_calendar_year_before_a_report_of_january() -> None:
    for text in ("过去一年", "过去的一年", "一年来", "这一年", "过去五年", "这五年", "五年来"):
        (found,) = find_days(text, date(2025, 1, 15), 2025)
        assert found.as_of == date(2024, 12, 31)
    assert find_days("十一年来", date(2025, 1, 15), 2025) == ()


def test_the_year_before_may_stand_behind_yi() -> None:
    (found,) = find_days("缴费以上年度平均工资为准", REPORT, 2023)
    assert found.as_of == date(2022, 12, 31)


def test_that_year_is_the_year_last_said() -> None:
    found = find_days("到去年底建成5个,当年接待3万人次", REPORT, 2023)
    assert [d.as_of for d in found] == [date(2022, 12, 31)] * 2


def test_the_coming_years_of_a_report_of_spring_begin_with_its_own() -> None:
    (found,) = find_days("今后五年投入100亿元", date(2006, 3, 5), 2006)
    assert found.as_of == date(2010, 12, 31)


def test_periods_are_none_where_the_document_has_no_day() -> None:
    assert find_days("“十五五”时期", None, 2023) == ()


LOOKAHEAD, _, WHOLE = _expression().pattern.partition(")")


PIECES = (*sorted({*WHOLE} - {*"(?P<>)|[]{}"}), " ", "期间", "季度", "5月", "至5月", "以来", "上半年", "2023年")


def _everywhere(text: str) -> list[tuple[int, int]]:
    """Where expressions that say a time stand, sought at every character."""
    found, place = [], 0
    while place < len(text):
        match = re.compile(WHOLE).match(text, place)
        if match and _says_time(match):
            found.append(match.span())
        place = match.end() if match and _says_time(match) else place + 1
    return found


def _says_time(match: re.Match[str]) -> bool:
    return any(match[part] for part in ("year", "relative", "since", "half", "quarter", "whole", "end", "month"))


def test_an_expression_begins_with_nothing_but_what_it_is_sought_at() -> None:
    assert LOOKAHEAD.startswith("(?=[")
    for text in map("".join, product(PIECES, repeat=2)):
        assert [m.span() for m in _expression().finditer(text) if _says_time(m)] == _everywhere(text), text
