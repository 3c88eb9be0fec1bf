"""Which figures of a report are told of several years."""

from __future__ import annotations

import pytest

from kg.asking.acts import acts
from kg.asking.periods import Heading, Periods, report_year
from kg.graph.store import Store
from kg.pipeline import facts_of
from kg.reading.text import Text

REPORT = """2026年某省政府工作报告

一、“十四五”时期和2025年工作回顾
“十四五”时期是极不平凡的五年。
——改造老旧小区1万个。
2025年人均生产总值达到7万元。
建成污水处理厂90座。2025年新增公园20座。研发投入创十年来新高。
各位代表！刚刚过去的2025年，是“十四五”收官之年。
（一）城市建设
新建绿道30公里，五年累计新建绿道200公里。
事故起数比2020年下降40%，比2024年下降5%。
2025年与2020年相比，进出口增长57.3%。2025年与2024年相比，出口增长3.1%。
近三年来首次下降，案件下降6%。
二、“十五五”时期的主要目标
生产总值年均增长4%。
三、2026年重点工作
生产总值增长5%。到2030年研发投入占3%。
2021—2025年累计培训9万人。
"""
HEADINGS = [("一、“十四五”时期", 1), ("（一）", 2), ("二、“十五五”", 1), ("三、2026", 1)]


@pytest.mark.parametrize(
    ("figure", "several"),
    [
        ("1万个", True),
        ("7万元", False),
        ("90座", True),
        ("20座", False),
        ("30公里", False),
        ("200公里", True),
        ("40%", True),
        ("5%。\n", False),
        ("57.3%", True),
        ("3.1%", False),
        ("6%", False),
        ("4%", True),
        ("5%。到", False),
        ("3%", True),
        ("9万人", True),
    ],
)
def test_a_word_for_a_period_holds_for_its_sentence_or_opens_a_passage(figure: str, several: bool) -> None:
    heads = [Heading(at := REPORT.index(words), REPORT.index("\n", at), level) for words, level in HEADINGS]
    at = REPORT.index(figure)
    begins = max(REPORT.rfind(mark, 0, at) for mark in "。\n") + 1
    assert Periods(REPORT, heads, 2026).several(begins, at) is several


def test_the_year_of_a_report_is_in_its_title_or_its_date() -> None:
    assert report_year("万载县2022年统计公报", None) == 2022
    assert report_year("2024年总结和2025年计划", None) == 2025
    assert report_year("2017政府工作报告", None) == 2017
    assert report_year(None, None) == 0


def test_figures_know_their_period() -> None:
    text = "关于工作情况的报告\n\n一、工作\n五年来，建设社区食堂120家。今年建设公园20座。\n"
    with Store.in_memory() as store:
        store.put(facts_of(Text("a.txt", text)))
        found = acts(store, store.reports()[0])
    assert [(count.text, count.years) for act in found for count in act.counts] == [("120家", True), ("20座", False)]
