"""Acts that only add a figure or a limit to the one before them."""

from __future__ import annotations

import pytest

from kg.extraction.acts.continuing import continues, denied_too
from kg.facts import Sentence
from kg.language import split_clauses, tag
from kg.language.parsed import Act, Parsed


def joined(text: str, *spans: tuple[str, str]) -> bool:
    """Whether the second of two spans with their predicates goes on with the first."""
    acts = []
    for span, verb in spans:
        start = text.index(span)
        at = text.index(verb, start)
        acts.append(Act(start, start + len(span), at, at + len(verb), 0.9, 0.9, (0.8, 0.1, 0.1)))
    one, other = acts
    return continues(text, one, other)


@pytest.mark.parametrize(
    ("first", "verb", "second", "further"),
    [
        ("按10%给予补贴", "给予", "每艘最高不超过5万元", "不超过"),
        ("按10%给予补贴", "给予", "每家最高可达50万元", "达"),
        ("按10%给予补贴", "给予", "每艘最高补贴5万元", "补贴"),
        ("按10%给予补贴", "给予", "每户不超2万元", "超"),
        ("举办展会3场", "举办", "同比增长20%", "增长"),
    ],
)
def test_a_limit_goes_on_with_what_it_limits(first: str, verb: str, second: str, further: str) -> None:
    assert joined(f"{first},{second}", (first, verb), (second, further))


@pytest.mark.parametrize(
    ("first", "verb", "second", "further"),
    [
        ("渔民贷款额度提高10万元", "提高", "船东最高贷款额度提高20万元", "提高"),
        ("首艘船贷最低首付不低于30%", "不低于", "利率最低调整为3%", "调整"),
        ("下调保证金", "下调", "新泊位不低于起始价的10%确定保证金", "确定"),
    ],
)
def test_what_does_more_than_set_a_limit_is_an_act(first: str, verb: str, second: str, further: str) -> None:
    assert not joined(f"{first},{second}", (first, verb), (second, further))


def test_from_what_to_what_it_goes_adds_to_the_act_before() -> None:
    first = "增加合作银行"
    assert joined(f"{first}，由原先的15家扩容至20家", (first, "增加"), ("由原先的15家扩容至20家", "扩容"))
    assert not joined(f"{first}，由财政安排资金20万元", (first, "增加"), ("由财政安排资金20万元", "安排"))


@pytest.mark.parametrize(
    ("text", "first", "second", "denied"),
    [
        ("市监管局不得核发许可证或者办理备案。", "核发许可证", "办理备案", True),
        ("机构不得超出资质范围出具报告。", "超出资质范围", "出具报告", True),
        ("不予核发许可证或办理备案。", "核发许可证", "办理备案", True),
        ("不得核发许可证,办理备案。", "核发许可证", "办理备案", False),
        ("不得核发许可证或者不予办理备案。", "核发许可证", "不予办理备案", False),
        ("不断核发许可证或者办理备案。", "核发许可证", "办理备案", False),
        ("严格核发许可证或者办理备案。", "核发许可证", "办理备案", False),
    ],
)
def test_a_negation_reaches_over_an_act_behind_or(text: str, first: str, second: str, denied: bool) -> None:
    parsed = Parsed(Sentence(0, len(text), text, None, 0), tag(text).tokens, split_clauses(text), (), ())
    one, other = (
        Act(at, at + len(span), at, at + 2, 0.9, 0.9, (0.8, 0.1, 0.1))
        for span in (first, second)
        for at in (text.index(span),)
    )
    assert denied_too(text, parsed, one, other) is denied
