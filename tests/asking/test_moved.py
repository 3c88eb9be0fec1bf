"""Whether responsibility moved: the names of bodies without the place that a report is of, in pairs that are sure."""

from __future__ import annotations

import pytest

from kg.asking.compare import _paired, _place
from kg.asking.likeness import UNCERTAIN, Likeness, Pair
from kg.graph.held import StoredReport
from tests.asking.measures import act


@pytest.mark.parametrize(
    ("issuer", "place"),
    [
        ("静安区人民政府", "静安区"),
        ("上海市黄浦区人民政府", "黄浦区"),
        ("宝鸡市人民政府办公室", "宝鸡市"),
        ("屏山县房地产市场调控协调工作机制办公室", "屏山县"),
        ("义乌市城市管理局", "义乌市"),
        ("江川县前卫镇人民政府", "江川县前卫镇"),
        ("某某市市场监督管理局", "某某市"),
        ("国务院办公厅", ""),
        (None, ""),
    ],
)
def test_the_place_of_who_issued_a_report(issuer: str | None, place: str) -> None:
    assert _place(StoredReport("urn:r", "urn:g", None, None, issuer, None, "r.txt", 1)) == place


def test_a_report_that_names_no_issuer_is_of_the_place_that_it_speaks_for() -> None:
    report = StoredReport("urn:r", "urn:g", None, None, None, None, "r.txt", 1, "宝鸡市人民政府")
    assert _place(report) == "宝鸡市"


@pytest.mark.parametrize(("score", "moved"), [(UNCERTAIN, True), (UNCERTAIN - 0.01, False)])
def test_of_an_uncertain_pair_no_move_is_told(score: float, moved: bool) -> None:
    one, other = (act(0, "建设食堂", "建设", leads=(body,)) for body in ("江川县民政局", "江川县教育局"))
    row = _paired(one, other, Pair(Likeness(score, (), ()), 0, 0, False), "江川县", "江川县")
    assert row.moved is moved
