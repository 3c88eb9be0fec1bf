"""What a quantity counts."""

from __future__ import annotations

import pytest

from kg.language.counted import with_things
from kg.language.quantities import find_quantities
from kg.language.tagger import tag


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("共制发2048张行业综合许可证,涉及15个业态。", ("行业综合许可证", "业态")),
        ("截至9月底,区内重点银行普惠金融贷款余额437.59亿元。", ("区内重点银行普惠金融贷款余额",)),
        ("共举办政策宣贯活动472场,走访企业47805次。", ("政策宣贯活动", "企业")),
        ("组建近300人的专员队伍。", ("专员队伍",)),
        ("利润总额5.2亿元,同比增长6.51%。", ("利润总额", "利润总额")),
        ("解决13户“一键报贫”农户困难。", ("“一键报贫”农户",)),
        ("共有3家。", ("",)),
    ],
)
def test_the_thing_that_is_counted(text: str, things: tuple[str, ...]) -> None:
    assert with_things(find_quantities(text), tag(text).tokens) == things
    assert all(thing in text for thing in things)


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("生产安全事故起数、死亡人数分别下降16.8%、15.7%。", ("生产安全事故起数", "死亡人数")),
        ("事故起数、死亡人数较“十三五”同期分别下降62.9%和53.6%。", ("事故起数", "死亡人数")),
        ("与东盟和“一带一路”国家进出口总额分别增长10.4%、12.1%。", ("东盟", "“一带一路”国家进出口总额")),
        ("接待国内游客4.1亿人次、入境旅客936万人次，分别增长6.7%、39.6%。", ("国内游客", "旅客") * 2),
        ("汽车、家电、家具零售额分别增长20%、10%、36%。", ("汽车", "家电", "家具零售额")),
        ("财政补助标准分别再提高30元和5元。", ("财政补助标准", "")),
    ],
)
def test_figures_told_of_one_by_one_have_each_its_own_thing(text: str, things: tuple[str, ...]) -> None:
    assert with_things(find_quantities(text), tag(text).tokens) == things
