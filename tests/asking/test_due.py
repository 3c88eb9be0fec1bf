"""By when plans shall be done: in the graph, in tables and pictures, and asked for."""

from __future__ import annotations

import json

import pytest

from kg.asking.asked import answered, understood
from kg.asking.questions import ask
from kg.asking.results import rows
from kg.asking.rows import gathered
from kg.asking.trace import trace
from kg.asking.view import gaps, view
from kg.asking.why import why
from kg.graph.quads import quads
from kg.graph.store import Store
from kg.graph.tables import COLUMNS
from kg.graph.tables import rows as exported
from kg.pipeline import facts_of
from kg.reading.text import Text
from kg.showing.responsibilities import COLUMNS as SHOWN
from kg.showing.responsibilities import cells
from kg.showing.table import trace_table

TEXT = """关于印发2025年重点任务的通知
各有关单位：
一、重点任务
县住建局6月底前建成新院区。县教育局修缮校舍。县水利局到2026年新增水库3座。
江川县人民政府
2025年1月5日
"""
DUE = {"建成新院区": "2025-06-30", "修缮校舍": "", "新增水库3座": "2026-12-31"}


@pytest.fixture(scope="module")
def store() -> Store:
    made = Store.in_memory()
    made.put(facts_of(Text("plan.txt", TEXT)))
    return made


def test_the_graph_points_at_the_words_that_tell_it() -> None:
    lines = [line for line in quads(facts_of(Text("plan.txt", TEXT))) if "#due" in line]
    assert sum('#due> "2025-06-30"^^' in line for line in lines) == 1
    evidence = next(line.split(" ")[2] for line in lines if "#dueEvidence>" in line)
    at = TEXT.index("6月底前")
    assert evidence.endswith(f"/{at}-{at + 4}>")


def test_a_table_tells_it_and_only_what_names_no_day_is_a_gap(store: Store) -> None:
    found = gathered(store, store.reports()[0], "")
    assert {row.measure: row.due for row in found} == DUE
    assert [row.measure for row in found if "planned-without-due" in row.gaps] == ["修缮校舍"]
    days = {row.measure: str(cells(row, "zh")[SHOWN.index("as_of")] or "") for row in found}
    assert {measure: day for measure, day in days.items() if day != "()"} == DUE


def test_so_do_the_exported_table_the_trace_and_the_page(store: Store) -> None:
    measure, due = COLUMNS.index("measure"), COLUMNS.index("due")
    assert {row[measure]: row[due] for row in exported(store)} == DUE
    traced = trace(store, "新院区")
    assert [row.due for row in traced] == ["2025-06-30"]
    assert "[计划, 期限 2025-06-30]" in trace_table(traced, "text", "zh")
    assert [row["due"] for row in json.loads(trace_table(traced, "json", "zh"))] == ["2025-06-30"]
    seen = view(store)
    assert {node.label: node.due for node in seen.nodes if node.kind == "measure"} == DUE
    assert [node.label for node in seen.nodes if "planned-without-due" in gaps(seen).get(node.id, ())] == ["修缮校舍"]


def test_the_question_which_plans_have_none(store: Store) -> None:
    assert [row[0] for row in rows(ask(store, "planned-without-due", {})).cells] == ["修缮校舍"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("哪些任务要在2025年12月31日前完成？", ["建成新院区"]),
        ("Which tasks are due between 2026-01-01 and 2026-12-31?", ["新增水库3座"]),
        ("各项任务什么时候到期？", ["建成新院区", "新增水库3座"]),
        ("县水利局的任务什么时候到期？", ["新增水库3座"]),
        ("2025年6月到期的任务", ["建成新院区"]),
        ("deadlines in June 2025", ["建成新院区"]),
    ],
)
def test_what_is_due_is_asked_for_by_day(store: Store, question: str, expected: list[str]) -> None:
    found = answered(store, understood(store, question))
    assert [row[found.columns.index("measure")] for row in found.cells] == expected


def test_why_shows_the_words(store: Store) -> None:
    told = {r.predicate.rpartition("#")[2]: r for r in why(store, "建成新院区")}
    assert told["due"].object == "2025-06-30"
    assert told["due"].place
    assert told["due"].place.quote == "6月底前"
    assert told["due"].readers == ("date",)
    assert told["object"].readers == ("model",)
