"""What one act of a sentence is done to, told by the act before it or by the row of a table."""

from __future__ import annotations

import pytest

from tests.extraction.objects.test_things import read


def test_a_change_goes_on_with_the_thing_before_it() -> None:
    text = "城镇新增岗位，平均每年增长7.7%"
    assert read(text, ("新增岗位", "新增"), ("平均每年增长7.7%", "增长")) == ["岗位", "岗位"]


def test_what_is_set_beside_a_standard_is_the_thing_before() -> None:
    text = "毛入学率达到96.9%，高于全国平均水平4.9个百分点"
    acts = (("毛入学率达到96.9%", "达到"), ("高于全国平均水平4.9个百分点", "高于"))
    assert read(text, *acts) == ["毛入学率", "毛入学率"]


def test_a_change_without_a_thing_is_one_of_those_whose_figures_it_follows() -> None:
    text = "新增就业980万人；城镇居民收入9422元，农村居民收入2936元，分别增长7.7%和6.8%"
    acts = (("新增就业980万人", "新增"), ("分别增长7.7%和6.8%", "增长"))
    assert read(text, *acts) == ["就业", "城镇居民收入、农村居民收入"]


def test_a_record_is_one_of_the_thing_before_it() -> None:
    text = "进出口总额增长11.9%，再创历史新高"
    assert read(text, ("进出口总额增长11.9%", "增长"), ("再创历史新高", "再创")) == ["进出口总额", "进出口总额"]


def test_what_counts_in_the_unit_of_the_act_before_counts_the_same_things() -> None:
    text = "全面清理渔港管理法规230件，废止83件，收费3亿元，发放补助2亿元，支出1亿元"
    acts = (("清理渔港管理法规230件", "清理"), ("废止83件", "废止"), ("发放补助2亿元", "发放"), ("支出1亿元", "支出"))
    assert read(text, *acts) == ["渔港管理法规", "渔港管理法规", "补助", ""]


def test_more_of_a_harvest_is_one_of_the_thing_before() -> None:
    text = "粮食总产量达到500万吨，增产3万吨"
    assert read(text, ("粮食总产量达到500万吨", "达到"), ("增产3万吨", "增产")) == ["粮食总产量", "粮食总产量"]


def test_the_target_in_a_row_of_a_table_is_of_its_indicator() -> None:
    text = "服务效果 | 3.签约居民在本机构就诊率 | 较上一年增加，2035年达到80%"
    acts = (("签约居民在本机构就诊率 | 较上一年增加", "增加"), ("2035年达到80%", "达到"))
    assert read(text, *acts) == ["签约居民在本机构就诊率"] * 2
    text = "号源预留的比例 | 到2023年底达到30%"
    assert read(text, (text, "达到")) == ["号源预留的比例"]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("调整补助标准，报市政府同意后实施", (("调整补助标准", "调整"), ("报市政府同意后实施", "报"))),
        ("拟订补助标准，报区财政部门审核", (("拟订补助标准", "拟订"), ("报区财政部门审核", "审核"))),
    ],
)
def test_what_is_handed_to_a_body_is_the_thing_before(text: str, acts: tuple[tuple[str, str], ...]) -> None:
    assert read(text, *acts) == ["补助标准"] * 2


def test_a_level_is_of_the_thing_before() -> None:
    text = "常住人口2025年控制在1亿以内，2030年要控制在2亿以内"
    acts = (("常住人口2025年控制在1亿以内", "控制"), ("2030年要控制在2亿以内", "控制"))
    assert read(text, *acts) == ["常住人口"] * 2
    text = "安排财政支出2万亿元，比去年增加5000亿元"
    assert read(text, ("安排财政支出2万亿元", "安排"), ("比去年增加5000亿元", "增加")) == ["财政支出"] * 2
