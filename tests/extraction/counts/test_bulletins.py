"""Figures as statistical bulletins tell them: a level with its change, parts, falls with a minus sign."""

from __future__ import annotations

import pytest

from kg.facts import Facts
from kg.pipeline import facts_of
from kg.reading.text import Text

Told = tuple[str, str | None, str]


def read(sentence: str) -> Facts:
    head, foot = "2015年江川县国民经济和社会发展统计公报\n江川县统计局\n一、综合\n", "\n江川县统计局\n2016年3月5日\n"
    return facts_of(Text("a.txt", head + sentence + foot))


def told(sentence: str) -> list[Told]:
    """Each outcome's words, the direction of its change and what it counts."""
    outcomes = [o for m in read(sentence).measures for o in m.outcomes]
    return [(o.text, o.change.direction if o.change else None, o.counted) for o in outcomes]


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        (
            "年末金融机构各项存款余额达1221442万元，比年初增加121749万元。",
            [("1221442万元", None, "金融机构各项存款余额"), ("121749万元", "increase", "金融机构各项存款余额")],
        ),
        (
            "年末常住人口488403人，比上年末增加353人。",
            [("488403人", None, "常住人口"), ("353人", "increase", "常住人口")],
        ),
        ("年末常住人口比上年末增加353人。", [("353人", "increase", "常住人口")]),
    ],
)
def test_the_level_is_told_with_its_change(sentence: str, outcomes: list[Told]) -> None:
    assert told(sentence) == outcomes


def test_a_change_counts_what_the_level_before_it_counts() -> None:
    found = told(
        "全年粮食总产量308525吨，比上年增长1.1%，其中：早稻109924吨，比上年减产849吨，晚稻183961吨，比上年增产4546吨。"
    )
    assert found == [
        ("308525吨", None, "粮食总产量"),
        ("1.1%", "increase", "粮食总产量"),
        ("109924吨", None, "早稻"),
        ("849吨", "decrease", "早稻"),
        ("183961吨", None, "晚稻"),
        ("4546吨", "increase", "晚稻"),
    ]


@pytest.mark.parametrize("sign", ["-", "－", "−", "–"])
def test_growth_with_a_minus_sign_is_a_fall(sign: str) -> None:
    facts = read(f"固定资产投资增长{sign}3.2%。")
    (outcome,) = (o for m in facts.measures for o in m.outcomes)
    assert outcome.change is not None
    assert (str(outcome.value), outcome.unit, outcome.change.direction) == ("3.2", "%", "decrease")
    assert outcome.change.quote.text == f"增长{sign}"
    quote = outcome.change.quote
    assert facts.characters[quote.start : quote.end] == quote.text
    assert told(f"居民消费价格指数为{sign}0.3%。") == [], "without a word of growth the sign can't be told"


def test_a_rate_beside_a_sum_that_grew_did_not_grow() -> None:
    found = told("城镇新增就业47万人左右、城镇调查失业率5.5%左右。")
    assert found == [("47万人左右", "increase", "就业"), ("5.5%左右", None, "城镇调查失业率")]
    assert [direction for _, direction, _ in told("新增就业4万人、返乡人员2万人。")] == ["increase", "increase"]


def test_since_when_it_is_so_counts_nothing() -> None:
    assert told("研发投入强度创10年来新高。") == []
    assert [text for text, _, _ in told("研发投入增长5%，创10年来新高。")] == ["5%"]


def test_a_comparison_dates_nothing() -> None:
    facts = read(
        "种植业产值1130万元，与上年增长10.3%，林业产值339万元；面积45.4公顷，与上年末基本持平，渔业产值2万元。"
    )
    days = {str(o.as_of) for m in facts.measures for o in m.outcomes}
    assert days == {"2015-12-31"}
    assert not any("上年" in day.text for day in facts.days)
