"""When the goals of a year are due that name none."""

from __future__ import annotations

import pytest

from kg.extraction.times.goals import sets_goals
from kg.extraction.times.parts import parts
from kg.reading.text import Text
from kg.structure import structure

FRAME = "乙市政府工作报告\n——2026年1月20日在乙市第九届人民代表大会第一次会议上\n市长 李四\n各位代表：\n"


def due(body: str) -> dict[str, str | None]:
    """Sentence → when its targets are due."""
    report = structure(Text("a.txt", FRAME + body))
    return {
        s.text: above.due.as_of.isoformat() if above.due else None
        for s, above in zip(report.sentences, parts(report), strict=True)
    }


def test_goals_without_a_year_are_due_in_that_of_the_sentences_above() -> None:
    found = due(
        "今年是开局之年，要为“十五五”良好开局打牢基础。\n"
        "主要预期目标是：生产总值增长5%左右。居民收入增长6%左右。\n新增学位9个。\n"
    )
    assert found["主要预期目标是：生产总值增长5%左右。"] == found["居民收入增长6%左右。"] == "2026-12-31"
    assert found["新增学位9个。"] is None


def test_or_in_that_of_the_heading() -> None:
    found = due("一、2026年主要目标\n经济社会发展主要预期目标建议为：生产总值增长5%左右。\n")
    assert list(found.values()) == ["2026-12-31"]


def test_but_no_day_is_made_up() -> None:
    assert set(due("主要预期目标是：生产总值增长5%左右。\n").values()) == {None}


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("全市发展的主要预期目标为：生产总值增长5%。", True),
        ("“十五五”时期主要预期目标是：生产总值年均增长5%。", False),
        ("预期目标完成较好。", False),
        ("主要任务是：抓好生产。", False),
    ],
)
def test_which_sentences_set_the_goals_of_a_year(text: str, so: bool) -> None:
    assert sets_goals(text) is so
