"""Acts that only add a figure or a limit to the one before them."""

from __future__ import annotations

import pytest

from kg.extraction.acts.continuing import continues
from kg.language.parsed import Act


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
