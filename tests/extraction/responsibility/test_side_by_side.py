"""Bodies that stand side by side."""

from __future__ import annotations

import pytest

from kg.extraction.responsibility.subjects import partners, subjects
from kg.language.parsed import Name
from kg.register import register_for

REGISTER = register_for("武汉市人民政府", None)


def names(text: str, chances: dict[str, tuple[float, float]]) -> list[Name]:
    return [
        Name(text.index(n), text.index(n) + len(n), "organisation", 0.0, 0.9, lead, partner, 0.0)
        for n, (lead, partner) in chances.items()
    ]


@pytest.mark.parametrize(
    ("text", "name", "who"),
    [
        ("各地区各部门要落实责任", "各地区各部门", ["各地区", "各部门"]),
        ("各地各有关部门要落实责任", "各地各有关部门", ["各地", "各有关部门"]),
        ("各级各类学校要落实责任", "各级各类学校", ["各级各类学校"]),
    ],
)
def test_two_bodies_without_a_mark_between_are_two(text: str, name: str, who: list[str]) -> None:
    (subject,) = subjects(text, names(text, {name: (0.9, 0.0)}), REGISTER)
    assert [a.name for a in subject.agents] == who
    asked = f"要求{text}"
    assert [a.name for a in partners(asked, names(asked, {name: (0.0, 0.9)}), REGISTER)] == who


@pytest.mark.parametrize(
    ("text", "first", "who"),
    [
        ("镇政府（办事处）、村委会要落实责任", 0.2, ["镇政府", "办事处", "村委会"]),
        ("镇政府（办事处）、村委会要落实责任", 0.0, ["村委会"]),
        ("镇政府（办事处）的村委会要落实责任", 0.2, ["村委会"]),
    ],
)
def test_who_stands_in_a_row_before_a_subject_is_one_too(text: str, first: float, who: list[str]) -> None:
    seen = names(text, {"镇政府": (first, 0.0), "办事处": (first, 0.0), "村委会": (0.9, 0.0)})
    assert [a.name for s in subjects(text, seen, REGISTER) for a in s.agents] == who


def test_who_acts_together_with_another_is_told_from_it() -> None:
    text = "市残联联合市财政局举办招聘会"
    seen = names(text, {"市残联联合市财政局": (0.9, 0.0)})
    assert [a.name for s in subjects(text, seen, REGISTER) for a in s.agents] == ["武汉市残疾人联合会"]
    assert [a.name for a in partners(text, seen, REGISTER)] == ["武汉市财政局"]
