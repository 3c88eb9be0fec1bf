"""Reports of two places side by side: what one of them did is no answer to the plans of the other."""

from __future__ import annotations

import json
from datetime import date

import pytest

from kg.asking.compare import Comparison, _are_apart, compare
from kg.graph.held import StoredReport
from kg.graph.store import Store
from kg.pipeline import facts_of
from kg.reading.text import Text
from kg.showing.comparison import comparison_json, comparison_text
from kg.showing.comparison_page import comparison_page

PLAN = """青海省人民政府工作报告

2026年1月28日

今年工作安排
力争城镇调查失业率5.5%左右。将建设社区食堂12家。将建设盐湖产业基地。
"""
DONE = """云南省人民政府工作报告

2026年1月27日

去年工作
城镇调查失业率5.2%。建设社区食堂20家。举办茶叶博览会。
"""


def _compared(plan: str, done: str) -> Comparison:
    with Store.in_memory() as store:
        store.put(facts_of(Text("plan.txt", plan)))
        store.put(facts_of(Text("done.txt", done)))
        return compare(store, "plan", "done")


def test_no_plan_of_one_place_is_fulfilled_by_another() -> None:
    found = _compared(PLAN, DONE)
    assert found.apart
    assert {row.kind for row in found.rows} == {"both", "first-only", "second-only"}
    assert not any(change.missed or change.reached for row in found.rows for change in row.changes)
    text, page = comparison_text(found, "zh"), comparison_page(found, "zh")
    for told in ("两份报告属于不同地方", "两者都有", "只在 A", "只在 B"):
        assert told in text
        assert told in page
    for wrong in ("已报告完成", "未见回应", "达到目标", "不再提及", "新增", "延续"):
        assert wrong not in text
    told = json.loads(comparison_json(found))
    assert (told["apart"], set(told["counts"])) == (True, {"both", "first-only", "second-only", "uncertain", "moved"})


def test_of_one_place_it_is() -> None:
    found = _compared(PLAN, DONE.replace("云南", "青海"))
    assert not found.apart
    assert found.of("fulfilled")
    assert "达到目标" in comparison_text(found, "zh")
    assert json.loads(comparison_json(found))["apart"] is False


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("青海省人民政府", "云南省人民政府", True),
        ("上海市黄浦区人民政府", "静安区人民政府", True),
        ("屏山县房地产市场调控协调工作机制办公室", "宝鸡市人民政府", True),
        ("四川省人民政府", "屏山县人民政府", False),
        ("静安区人民政府", "静安区民政局", False),
        ("国务院", "静安区人民政府", False),
        (None, "静安区人民政府", False),
    ],
)
def test_which_places_are_apart(one: str | None, other: str | None, apart: bool) -> None:
    first, second = (StoredReport("urn:r", "urn:g", None, None, i, date(2025, 1, 6), "r", 1) for i in (one, other))
    assert _are_apart(first, second) is _are_apart(second, first) is apart


def test_which_of_two_places_reports_first_does_not_matter() -> None:
    one, other = (StoredReport("urn:r", "urn:g", None, None, None, date(year, 1, 6), "r", 1) for year in (2026, 2025))
    assert Comparison(one, other, (), (), (), False).backwards
    assert not Comparison(one, other, (), (), (), False, apart=True).backwards
