"""Which figures of two measures stand side by side: those that measure the same."""

from __future__ import annotations

import pytest

from kg.asking.compare import rows
from kg.asking.gauges import paired_counts
from tests.asking.measures import figures


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        (("建成助餐点7800个", "建成", "7800个"), ("建成助餐点、幸福院300个", "建成", "300个"), []),
        (("全国重点实验室达6家", "达", "6家"), ("2家全国重点实验室获批", "获批", "2家"), []),
        (("公园累计达到973座", "达到", "973座"), ("新增公园127座", "新增", "127座"), []),
        (("火灾起数下降8%", "下降", "8%"), ("火灾起数增长5%", "增长", "5%"), [("8%", "5%")]),
        (("生产总值增长5%", "增长", "5%"), ("人均地区生产总值增长4%", "增长", "4%"), []),
        (("第一产业增加值14亿", "增加", "14亿"), ("第二产业增加值12亿", "增加", "12亿"), []),
        (("地区生产总值增长5%", "增长", "5%"), ("全市生产总值增长6%", "增长", "6%"), [("5%", "6%")]),
        (("专利从20件增加到65件", "增加", "65件"), ("专利提高到70件", "提高", "70件"), [("65件", "70件")]),
        (
            ("标准、品牌分别新增11项和27项，累计分别达到52项和204项", "新增", "11项 27项 52项 204项"),
            ("标准、品牌分别新增12项和44项，累计分别达到64项和288项", "新增", "12项 44项 64项 288项"),
            [("11项", "12项"), ("27项", "44项"), ("52项", "64项"), ("204项", "288项")],
        ),
    ],
)
def test_figures_stand_side_by_side_where_they_measure_the_same(
    before: tuple[str, str, str], after: tuple[str, str, str], pairs: list[tuple[str, str]]
) -> None:
    found = paired_counts(figures(0, *before), figures(0, *after))
    assert [(a.text, b.text) for a, b in found] == pairs


def test_a_target_is_first_looked_up_among_what_is_told_as_done() -> None:
    first = [figures(0, "生产总值增长5%", "增长", "5%", status="planned")]
    done = figures(0, "生产总值增长5.2%", "增长", "5.2%")
    planned = figures(40, "生产总值增长5%", "增长", "5%", status="planned")
    found = [(r.kind, r.second) for r in rows(first, [done, planned]) if r.first]
    assert ("fulfilled", done) in found
    each = figures(0, "人均地区生产总值增长5%", "增长", "5%")
    assert "fulfilled" not in {r.kind for r in rows(first, [each])}


def test_what_is_told_of_several_years_is_no_result_of_one() -> None:
    one, other = figures(0, "新增公园120座", "新增", "120座"), figures(0, "新增公园600座", "新增", "600座", years=True)
    assert paired_counts(one, other) == []
