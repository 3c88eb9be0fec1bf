"""The year that a part of a report speaks of, and whether a document tells what was done or what shall be."""

from __future__ import annotations

import pytest

from kg.language.context import setting_of, year_of
from kg.reading.text import Text
from kg.structure import structure


def test_the_year_of_a_heading_in_wide_figures() -> None:
    report = structure(Text("a.txt", "1997年政府工作报告\n一、１９９６年国内工作的回顾\n全年增长9%。\n"))
    assert year_of(report, report.sentences[0].section) == 1996


@pytest.mark.parametrize(
    ("title", "plan", "account"),
    [
        ("某县农业农村局2023年工作总结和2024年工作计划", False, True),
        ("某县农业农村局2023年工作情况及2024年工作安排", False, True),
        ("某县农业农村局2024年工作计划", True, False),
        ("关于市政协第三次会议第7号提案的答复函", False, True),
        ("某县农业农村局关于报送工作情况和问题的通知", True, False),
    ],
)
def test_a_title_that_tells_of_both_is_of_an_account(title: str, plan: bool, account: bool) -> None:
    report = structure(Text("a.txt", f"{title}\n\n一、粮食生产\n全年新建大棚3座。\n"))
    setting = setting_of(report, report.sentences[0].start, report.sentences[0].section)
    assert (setting.plan, setting.account) == (plan, account)
