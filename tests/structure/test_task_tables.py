"""The rows of tables of tasks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reading.text import Text
from kg.structure import structure
from kg.structure.task_tables import task_rows

HEADS = "序号 | 任务 | 牵头单位（部门） | 配合单位"


def rows(text: str) -> list[list[str]]:
    return [[text[a:b] for a, b in row.cells] for row in task_rows(text)]


def test_a_row_is_a_line_or_the_lines_up_to_the_next_number() -> None:
    text = f"说明。\n{HEADS}\n1 | 建泊位 | 甲局 | 乙局\n2\n疏航道\n甲局\n乙局\n3 | 修码头\n丙局\n\n4 | 不属于表"
    assert rows(text) == [["1", "建泊位", "甲局", "乙局"], ["2", "疏航道", "甲局", "乙局"], ["3", "修码头", "丙局"]]
    assert [row.last for row in task_rows(text)] == [False, False, True]
    assert {row.roles for row in task_rows(text)} == {(None, None, "lead", "partner")}


def test_a_last_row_in_one_line_takes_nothing_from_below() -> None:
    assert rows(f"{HEADS}\n1 | 建泊位 | 甲局 | 乙局\n其他事项。") == [["1", "建泊位", "甲局", "乙局"]]


def test_the_head_of_another_table_ends_one() -> None:
    text = f"{HEADS}\n1 | 建泊位\n甲局\n乙局\n{HEADS}\n1 | 疏航道 | 甲局 | 乙局"
    assert rows(text) == [["1", "建泊位", "甲局", "乙局"], ["1", "疏航道", "甲局", "乙局"]]
    sentences = [s.text for s in structure(Text("1.txt", f"工作方案\n{text}\n")).sentences]
    assert sentences.count("疏航道") == 1


def test_a_heading_in_a_row_takes_nothing_else_from_it() -> None:
    found = structure(Text("1.txt", f"工作方案\n{HEADS}\n1 | 一、建泊位。新建泊位5个。 | 甲局 | 乙局\n"))
    told = "".join(s.text for s in found.sentences) + "".join(s.heading for s in found.sections)
    assert all(words in told for words in ("建泊位", "新建泊位5个。", "甲局", "乙局"))


def test_a_table_without_numbers_ends_where_a_line_has_other_cells() -> None:
    text = "任务\t责任单位\t时限\n建泊位\t甲局\t6月\n疏航道\t\t7月\n合计\n修码头\t丙局\t8月"
    assert rows(text) == [["建泊位", "甲局", "6月"], ["疏航道", "", "7月"]]


@pytest.mark.parametrize(
    "head",
    [
        "序号 | 任务",
        "序号 | 任务 | 金额",
        "牵头单位 | 配合单位 | 责任单位",
        "由牵头单位统筹。 | 任务 | 牵头单位",
        "序号 | 任务名称应当与上级下达的任务一致并注明 | 牵头单位",
    ],
)
def test_other_lines_head_no_table(head: str) -> None:
    assert rows(f"{head}\n1 | 建泊位 | 甲局\n") == []


@given(st.text(alphabet="12|\t\n 甲局。", max_size=120), st.text(alphabet="12|\t\n 甲局。", max_size=120))
def test_cells_stand_in_order_and_hold_no_border(below: str, further: str) -> None:
    text = f"{HEADS}\n{below}\n{HEADS}\n{further}"
    found = structure(Text("1.txt", text)).sentences
    assert all(one.end <= other.start for one, other in pairwise(found))
    cells = [cell for row in task_rows(text) for cell in row.cells]
    assert cells == sorted(cells)
    for row in task_rows(text):
        assert all(a <= b for a, b in row.cells)
        assert all(one[1] <= other[0] for one, other in zip(row.cells, row.cells[1:], strict=False))
        for a, b in row.cells:
            assert text[a:b] == text[a:b].strip()
            assert not set("|\t\n") & set(text[a:b])
