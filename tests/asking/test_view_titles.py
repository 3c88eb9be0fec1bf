"""What reports are called in a view."""

from __future__ import annotations

from kg.asking.view import view
from kg.graph.store import Store
from kg.pipeline import facts_of
from kg.reading.text import Text


def test_reports_of_one_title_are_told_apart() -> None:
    store = Store.in_memory()
    for number in (1, 2):
        text = f"某县人民政府2024年工作报告\n县应急管理局开展排查{number}次。\n"
        store.put(facts_of(Text(f"{number}.txt", text)))
    assert sorted(report.title for report in view(store).reports) == [
        "某县人民政府2024年工作报告 (1.txt)",
        "某县人民政府2024年工作报告 (2.txt)",
    ]


def test_a_title_that_does_not_say_whose_it_is_is_told_with_its_issuer() -> None:
    store = Store.in_memory()
    store.put(facts_of(Text("1.txt", "政府工作报告\n云南省人民政府\n2026年1月28日\n省应急管理厅开展排查1次。\n")))
    (report,) = view(store).reports
    assert report.title == "政府工作报告 (云南省人民政府)"
