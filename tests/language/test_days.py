from __future__ import annotations

from datetime import date

import pytest

from kg.language import find_days, tag

REPORT = date(2023, 12, 6)


@pytest.mark.parametrize(
    ("text", "quote", "day"),
    [
        ("截至10月底,共办理", "截至10月底", date(2023, 10, 31)),
        ("今年以来,开展", "今年以来", REPORT),
        ("2022年完成", "2022年", date(2022, 12, 31)),
        ("去年上半年", "去年上半年", date(2022, 6, 30)),
        ("2024年2月29日", "2024年2月29日", date(2024, 2, 29)),
        ("前三季度,新增", "前三季度", date(2023, 9, 30)),
    ],
)
def test_a_date(text: str, quote: str, day: date) -> None:
    (found,) = find_days(text, REPORT, 2023)
    assert (found.text, found.as_of) == (quote, day)


@pytest.mark.parametrize("text", ["《2023年工作计划》", "静会〔2023〕52号", "13月的计划", "2023年2月30日发布"])
def test_no_date(text: str) -> None:
    assert find_days(text, REPORT, 2023) == ()


def test_a_month_without_any_year_is_no_date() -> None:
    assert find_days("截至9月底", None, None) == ()


def test_words_are_the_text_again() -> None:
    text = "组织7个重点牵头单位对50个配合单位进行了集中培训, 效果 良好。" * 20
    words = tag(text, 5)
    assert "".join(t.text for t in words) == text
    assert all(text[t.start - 5 : t.end - 5] == t.text for t in words)
    assert words == tag(text, 5)
