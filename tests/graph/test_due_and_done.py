"""A plan past its day is found where no later report of its issuer tells in the same words that it was done."""

from __future__ import annotations

import pytest

from kg.graph.store import Store
from kg.graph.validation import validate_store
from kg.pipeline import facts_of
from kg.reading.text import Text

PLAN = "关于2024年工作安排的报告\n到2024年底，{planned}。\n江川县人民政府\n2024年1月15日\n"
RESULT = "关于2024年工作情况的报告\n2024年，{done}。\n江川县人民政府\n2025年1月15日\n"


def unanswered(planned: str, done: str) -> list[str]:
    with Store.in_memory() as store:
        store.put(facts_of(Text("plan.txt", PLAN.format(planned=planned))))
        store.put(facts_of(Text("result.txt", RESULT.format(done=done))))
        return [f.measure for f in validate_store(store) if f.shape == "planned-past-due"]


@pytest.mark.parametrize(
    ("planned", "done"),
    [
        ("建成县城养老院", "已建成县城养老院"),
        ("规模以上工业增加值增长4.5%以上", "规模以上工业增加值增长0.6%"),
    ],
)
def test_what_a_later_report_tells_is_not_past_due(planned: str, done: str) -> None:
    assert unanswered(planned, done) == []


@pytest.mark.parametrize(
    ("planned", "done"),
    [
        ("建成县城养老院", "已建成县城图书馆"),
        ("规模以上工业增加值增长4.5%以上", "城镇新增就业48人"),
        ("实现县县通高速", "实现了“县县通高速”"),  # other words for it, as the message says; kg compare pairs them
    ],
)
def test_what_no_later_report_tells_is_past_due(planned: str, done: str) -> None:
    assert len(unanswered(planned, done)) == 1
