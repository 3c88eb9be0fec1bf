"""Which counts are results, and the days they hold on."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction.counts.outcomes import dealt, due_in, is_term, measured_by, outcome, outcomes_of, sets_target
from kg.facts import Day, Sentence
from kg.language import find_days, find_quantities
from kg.language.parsed import Act, Count, Parsed


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("组成部门从40个减少到29个", ["29个"]),
        ("比重由2002年的1.07%提高到2007年的1.49%", ["1.49%"]),
        ("机构共60个,比现有的80个减少20个", ["60个", "20个"]),
        ("从40个部门选出代表,共29个", ["40个", "29个"]),
        ("能耗由前三年分别上升4.9%、5.5%、0.2%，转为下降1.2%", ["1.2%"]),
        ("排放量由上年分别增长5.6%和13.1%，减为增长1.2%和1.8%", ["1.2%", "1.8%"]),
        ("总部、中心分别从40家、29家增加到60家、80家", ["60家", "80家"]),
        ("首付比例分别由30%、40%降至20%、30%", ["20%", "30%"]),
        ("收入从2020年的5000元和2000元分别提高到7000元和3000元", ["7000元", "3000元"]),
        ("从40个部门选出代表29名、专家8名，提高到新水平", ["40个", "29名", "8名"]),
        ("利润由企业留存4.9%、5.5%，转为投资1.2亿元", ["4.9%", "5.5%", "1.2亿元"]),
    ],
)
def test_where_a_change_starts_is_no_result(text: str, results: list[str]) -> None:
    act = Act(0, len(text), 0, 2, 0.9, 0.9, (0.8, 0.1, 0.1))
    counts = [Count(q, 0.9, 0.0) for q in find_quantities(text)]
    assert [c.quantity.text for c in counts if measured_by(c, [act], text) is not None] == results


@pytest.mark.parametrize(
    ("text", "as_of"),
    [("从2024年起每年减少5%", None), ("从2024年1月开始减少5%", None), ("2024年减少5%", date(2024, 12, 31))],
)
def test_a_day_from_which_on_something_holds_dates_no_result(text: str, as_of: date | None) -> None:
    (quantity,) = find_quantities(text)
    found = outcome(text, Count(quantity, 0.9, 0.0), find_days(text, date(2024, 3, 1), 2024), None)
    assert found.as_of == as_of


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("开工建设10亿元以上重大产业项目47个", ["47个"]),
        ("60岁以上老年人增加30万人", ["30万人"]),
        ("89.4%的公园实现24小时开放", ["89.4%"]),
        ("审批时限压缩到24小时", ["24小时"]),
        ("营业收入2亿元以上增长5%", ["2亿元以上", "5%"]),
        ("投资5亿元以上,建成项目3个", ["5亿元以上", "3个"]),
        ("建档率=建档人数/总人数×100%", []),
        ("成为全国首批5个国家公园之一", []),
        ("新建220千伏变电工程6个", ["6个"]),
        ("每10万人口在校生增长27%", ["27%"]),
        ("为87万名80岁以上老年人发放津贴", ["87万名"]),
        ("预期寿命达到80岁以上", ["80岁以上"]),
        ("产值超10亿元渔业企业达到100家", ["100家"]),
        ("引进投资超10亿元重大项目14个", ["14个"]),
        ("产值超10亿元，增长5%", ["超10亿元", "5%"]),
        ("进出口在对外贸易下降3成的情况下增长12%", ["12%"]),
        ("95%以上的村收入超过10万元", ["95%以上", "超过10万元"]),
        ("扩展至16—24岁失业青年", []),
        ("人均寿命达到78岁", ["78岁"]),
        ("为泊位超20个、地处外海的港口配备拖轮3艘", ["3艘"]),
        ("为超500名困难家庭的船员发放补助", ["超500名"]),
    ],
)
def test_what_tells_of_a_kind_or_belongs_to_a_formula_is_no_result(text: str, results: list[str]) -> None:
    act = Act(0, len(text), 0, 2, 0.9, 0.9, (0.8, 0.1, 0.1))
    counts = [Count(q, 0.9, 0.0) for q in find_quantities(text)]
    assert [c.quantity.text for c in counts if measured_by(c, [act], text) is not None] == results


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("甲地收入17175元，乙地收入5153元，实际增长9.8%和8.5%", [["17175元", "9.8%"], ["5153元", "8.5%"]]),
        ("甲地收入17175元，乙地产量5153吨，增长9.8%和8.5%", [["17175元"], ["5153吨", "9.8%", "8.5%"]]),
        ("甲地收入17175元，乙地收入5153元，增长9.8%", [["17175元"], ["5153元", "9.8%"]]),
    ],
)
def test_rates_side_by_side_are_dealt_to_the_acts_before(text: str, results: list[list[str]]) -> None:
    border = text.index("，")
    acts = [
        Act(0, border, 0, 2, 0.9, 0.9, (0.8, 0.1, 0.1)),
        Act(border + 1, len(text), border + 1, border + 3, 0.9, 0.9, (0.8, 0.1, 0.1)),
    ]
    counts = [outcome(text, Count(q, 0.9, 0.0), (), None) for q in find_quantities(text)]
    found = [tuple(o for o in counts if a.start <= o.start < a.end) for a in acts]
    assert [[o.text for o in own] for own in dealt(found, acts, text)] == results


def test_households_and_people_are_both_told() -> None:
    counts = [
        Count(q, chance, 1 - chance) for q, chance in zip(find_quantities("救助船民9户21人"), (0.2, 0.9), strict=True)
    ]
    assert [c.quantity.text for c in outcomes_of(counts, [], "救助船民9户21人")] == ["9户", "21人"]
    lasting = [
        Count(q, chance, 1 - chance) for q, chance in zip(find_quantities("连续3年9人"), (0.2, 0.9), strict=True)
    ]
    assert [c.quantity.text for c in outcomes_of(lasting, [], "连续3年9人")] == ["9人"]


def test_a_part_belongs_to_what_has_the_same_unit() -> None:
    text = "安排赤字8000亿元，赤字率下降到1.5%，其中中央赤字5500亿元"
    acts = [Act(0, 10, 0, 2, 0.9, 0.9, (0.8, 0.1, 0.1)), Act(11, 21, 14, 17, 0.9, 0.9, (0.8, 0.1, 0.1))]
    counts = [Count(q, 0.9, 0.0) for q in find_quantities(text)]
    assert [measured_by(c, acts, text) for c in counts] == [0, 1, 0]


def test_a_word_of_approximation_may_stand_before_the_predicate() -> None:
    text = "为各县至少培育1家基地"
    (quantity,) = find_quantities(text)
    act = Act(text.index("培"), len(text), text.index("培"), text.index("育") + 1, 0.9, 0.9, (0.1, 0.1, 0.8))
    assert quantity.start < act.start
    assert measured_by(Count(quantity, 0.9, 0.0), [act], text) == 0


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("覆盖率由2003年的77%提高到96%", [None]),
        ("覆盖率由2003年的77%提高到2007年的96%", [date(2007, 12, 31)]),
        ("标准分别从2003年的37元和31元提高到52元和42元", [None]),
        ("2004年我们提出用几年解决欠款，各地已偿还98%", [None]),
        ("2004年我们提出解决欠款，各地偿还98%", [date(2004, 12, 31)]),
    ],
)
def test_a_base_or_what_was_set_out_earlier_dates_no_result(text: str, dates: list[date | None]) -> None:
    last = find_quantities(text)[-1]
    found = outcome(text, Count(last, 0.9, 0.0), find_days(text, date(2008, 3, 1), 2008), None)
    assert [found.as_of] == dates


@pytest.mark.parametrize(("text", "due"), [("培育企业100家", True), ("力争三年内培育企业100家", False)])
def test_what_is_reached_in_some_years_is_not_due_in_this_one(text: str, due: bool) -> None:
    year = Day(0, 5, "2025年", date(2025, 12, 31))
    parsed = Parsed(Sentence(0, len(text), text, None, 0), (), (), find_quantities(text), ())
    assert due_in(parsed, year) == (year if due else None)


@pytest.mark.parametrize(
    ("text", "verb", "target"),
    [
        ("泊位保持在8座", "保持", True),
        ("推进8座码头建设", "推进", False),
        ("推动码头规模达到8座", "推动", True),
        ("安排资金8亿元，比上年增加2亿元", "安排", False),
        ("城镇登记失业率8%左右", "登记失业率", True),
    ],
)
def test_planned_counts_of_things_made_are_targets(text: str, verb: str, target: bool) -> None:
    at = text.index(verb)
    assert (
        sets_target(text, Act(0, len(text), at, at + len(verb), 0.9, 0.9, (0.1, 0.1, 0.8)), find_quantities(text)[-1])
        is target
    )


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("贷款最高额度提高到80万元", True),
        ("家庭每人提取额度提高至900元、夫妻双方1800元", True),
        ("降低最低首付款比例,培训骨干80人", False),
        ("争取债券额度80亿元", False),
    ],
)
def test_what_a_rule_grants_is_a_term(text: str, term: bool) -> None:
    act = Act(0, len(text), 0, 2, 0.9, 0.9, (0.1, 0.1, 0.8))
    assert [is_term(text, act, q) for q in find_quantities(text)][-1] is term


@pytest.mark.parametrize(
    ("text", "verb", "told"),
    [
        ("压缩采购周期2天以上、压缩采购总周期15天以上", "压缩", ["2天以上", "15天以上"]),
        ("将办理期限缩短至20个自然日", "缩短", ["20个自然日"]),
        ("压缩3天内的办理时间", "压缩", []),
        ("组织培训5天", "组织", []),
    ],
)
def test_by_how_much_a_time_gets_shorter_is_an_outcome(text: str, verb: str, told: list[str]) -> None:
    at = text.index(verb)
    act = Act(0, len(text), at, at + len(verb), 0.9, 0.9, (0.8, 0.1, 0.1))
    counts = [Count(q, 0.1, 0.9) for q in find_quantities(text)]
    assert [c.quantity.text for c in outcomes_of(counts, [act], text)] == told
