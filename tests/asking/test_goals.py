"""Which results miss their targets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.asking.goals import missed, reached
from tests.asking.measures import figures


@pytest.mark.parametrize(
    ("words", "target", "modifier", "result", "told"),
    [
        ("地区生产总值增长5%", "5%", "about", "3.7%", True),
        ("地区生产总值增长5%", "5%", "about", "4.8%", False),
        ("地区生产总值增长5%", "5%", "about", "8%", False),
        ("地区生产总值增长2%", "2%", "about", "1.6%", False),
        ("地区生产总值增长5.5%", "5.5%", "about", "3.0%", True),
        ("地区生产总值增长5%", "5%", "over", "4.9%", True),
        ("地区生产总值增长5%", "5%", "exact", "3%", True),
        ("地区生产总值增长5%", "5%", "exact", "4.9%", False),
        ("改造老旧小区500个", "500个", "exact", "300个", False),
        ("城镇调查失业率5.5%", "5.5%", "about", "6.3%", True),
        ("城镇调查失业率5.5%", "5.5%", "about", "4%", False),
        ("居民消费价格涨幅3%", "3%", "about", "0.2%", False),
        ("居民消费价格涨幅3%", "3%", "about", "4.1%", True),
        ("居民消费价格涨幅3%", "3%", "at_most", "3.1%", True),
        ("城镇新增就业100万人", "100万人", "about", "70万人", True),
    ],
)
def test_a_result_clearly_beside_what_was_to_be_come_near_misses_it(
    words: str, target: str, modifier: str, result: str, told: bool
) -> None:
    rises = "increase" if "增长" in words or "涨幅" in words else ""
    plan = figures(0, words, "", target, status="planned")
    planned = replace(plan.counts[0], modifier=modifier, change=rises)
    reached = replace(figures(0, result, "", result).counts[0], change=rises)
    assert missed(replace(plan, counts=(planned,)), planned, reached) is told


@pytest.mark.parametrize(
    ("words", "ways", "modifier", "told"),
    [
        ("地区生产总值增长5%", ("increase", "decrease"), "about", True),
        ("地区生产总值增长5%", ("increase", "decrease"), "over", True),
        ("居民消费价格涨幅3%", ("increase", "decrease"), "about", False),
        ("居民消费价格涨幅3%", ("increase", "decrease"), "at_most", False),
        ("单位能耗下降3%", ("decrease", "increase"), "about", True),
        ("地区生产总值增长5%", ("increase", ""), "over", False),
    ],
)
def test_a_fall_where_a_rise_was_planned_misses_it(
    words: str, ways: tuple[str, str], modifier: str, told: bool
) -> None:
    plan = figures(0, words, "", words[-2:], status="planned")
    planned = replace(plan.counts[0], modifier=modifier, change=ways[0])
    reached = replace(figures(0, "1%", "", "1%").counts[0], change=ways[1])
    assert missed(replace(plan, counts=(planned,)), planned, reached) is told


def test_a_fall_that_is_too_small_misses_its_target() -> None:
    plan = figures(0, "单位能耗下降3%", "", "3%", status="planned")
    planned = replace(plan.counts[0], modifier="about", change="decrease")
    reached = replace(figures(0, "2%", "", "2%").counts[0], change="decrease")
    assert missed(replace(plan, counts=(planned,)), planned, reached)
    assert not missed(replace(plan, counts=(planned,)), planned, replace(reached, value=planned.value * 2))


@pytest.mark.parametrize(
    ("words", "target", "modifier", "result", "of_result", "told"),
    [
        ("城镇新增就业110万人", "110万人", "over", "149.4万人", "exact", True),
        ("城镇新增就业110万人", "110万人", "over", "110万人", "exact", True),
        ("城镇新增就业110万人", "110万人", "over", "110万人", "under", False),
        ("城镇新增就业110万人", "110万人", "over", "100万人", "exact", False),
        ("城镇新增就业110万人", "110万人", "exact", "149.4万人", "exact", True),
        ("城镇新增就业110万人", "110万人", "exact", "100万人", "exact", False),
        ("地区生产总值增长5%", "5%", "about", "5.2%", "exact", True),
        ("地区生产总值增长5%", "5%", "about", "4.9%", "exact", False),
        ("地区生产总值增长5%", "5%", "about", "3%", "exact", False),
        ("城镇调查失业率5.5%", "5.5%", "about", "5%", "exact", True),
        ("城镇调查失业率5.5%", "5.5%", "about", "5.6%", "exact", False),
        ("居民消费价格涨幅3%", "3%", "at_most", "0.2%", "exact", True),
        ("居民消费价格涨幅3%", "3%", "about", "0.2%", "exact", False),
    ],
)
def test_a_result_that_the_target_clearly_allows_reaches_it(
    words: str, target: str, modifier: str, result: str, of_result: str, told: bool
) -> None:
    rises = "increase" if "增长" in words or "涨幅" in words else ""
    plan = figures(0, words, "", target, status="planned")
    planned = replace(plan.counts[0], modifier=modifier, change=rises)
    done = replace(figures(0, result, "", result).counts[0], change=rises, modifier=of_result)
    assert reached(replace(plan, counts=(planned,)), planned, done) is told
    assert not reached(plan, planned, replace(done, change="decrease"))
