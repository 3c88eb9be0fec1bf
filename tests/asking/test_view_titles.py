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
