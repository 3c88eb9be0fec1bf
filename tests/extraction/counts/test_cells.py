"""Which indicator of a table a target is of."""

from __future__ import annotations

import pytest

from kg.extraction.counts.cells import cell, indicator


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1.签约居民续约率 | 较上一年增加。2035年", "签约居民续约率"),
        ("服务效果 | 12. 签约居民续约率 | 较上一年", "签约居民续约率"),
        ("1.签约居民续约率 | 较上一年增加 | 核查", ""),
        ("签约数量\n1.重点人群签约覆盖率\n较上一年增加。2035年", "重点人群签约覆盖率"),
        ("1.完善签约服务。\n2035年", ""),
        ("1.完善签约服务\n2035年", ""),
        ("2035年", ""),
    ],
)
def test_the_indicator_of_a_row_or_of_the_line_above(text: str, name: str) -> None:
    assert indicator(text + "达到80%", len(text)) == name


def test_a_stretch_over_a_border_is_the_cell_with_a_word() -> None:
    assert cell("号源的比例 | 到", last=True) == "号源的比例"
    assert cell("数据 | 市平台", last=False) == "数据"
    assert cell(" | 到", last=True) == ""
