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
