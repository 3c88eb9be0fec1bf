"""Conditions and cases below the lead that says that they follow."""

from __future__ import annotations

import pytest

from kg.extraction.responsibility.conditions import conditions
from kg.facts import Sentence


def told(paragraphs: list[str]) -> list[str]:
    """What each paragraph, one sentence, tells that is no condition."""
    sentences, at = [], 0
    for place, text in enumerate(paragraphs):
        sentences.append(Sentence(at, at + len(text), text, None, place))
        at += len(text) + 1
    return [s.text[: end - s.start] for s, end in zip(sentences, conditions(sentences), strict=True)]


@pytest.mark.parametrize(
    "lead",
    [
        "申请资助应符合以下条件:",
        "有下列情形之一的,不予受理:",
        "管理机构有下列情形之一的，由主管部门通知整改；情节严重的，依法给予处分：",
        "园区应当具备下列基本条件：",
        "申请靠泊应提供以下材料：",
        "任何人不得从事下列危及设施安全的行为：",
    ],
)
def test_the_items_below_a_lead_are_conditions_until_the_list_ends(lead: str) -> None:
    items = ["(一)签订劳动合同;", "(二)建立台账。"]
    for behind in ("市财政局拨付资金。", "第三条 拨付资金。", "(一)设立专项资金。", "1.设立专项资金。"):
        assert told([lead, *items, behind]) == [lead, "", "", behind]


def test_what_follows_the_lead_in_its_sentence_is_one_too() -> None:
    assert told(["申请人须满足以下条件:签订劳动合同。", "(一)拨付资金。"]) == [
        "申请人须满足以下条件:",
        "(一)拨付资金。",
    ]


def test_a_list_of_acts_is_none() -> None:
    texts = ["市财政局承担以下职责:", "(一)拨付资金;", "(二)建立台账。"]
    assert told(texts) == texts


def test_how_an_indicator_is_reckoned_is_no_act() -> None:
    row = "3.泊位利用率 | 定量 | 计算方法：实际占用泊位天数/可用天数×100%。"
    assert told([row, "市港务局核对台账。"]) == ["3.泊位利用率 | 定量 ", "市港务局核对台账。"]
    assert told(["指标来源：港口填报。"]) == [""]
    assert told(["市港务局提出计算方法：按天数分摊费用。"]) == ["市港务局提出计算方法：按天数分摊费用。"]


def test_a_sentence_that_tells_the_source_of_figures_hides_none_behind_it() -> None:
    texts = ["数据来源：市统计局。", "市教育局牵头新建学校3所。"]
    sentences = [Sentence(0, len(texts[0]), texts[0], None, 0), Sentence(10, 10 + len(texts[1]), texts[1], None, 0)]
    assert list(conditions(sentences)) == [0, sentences[1].end]


def test_the_rest_of_its_row_tells_no_act_either() -> None:
    texts = ["4.吞吐量 | 计算方法：进港与出港之和。", "核对台账。", "核对台账。"]
    starts = [0, len(texts[0]), len(texts[0]) + len(texts[1]) + 1]
    sentences = [
        Sentence(start, start + len(text), text, None, paragraph)
        for start, text, paragraph in zip(starts, texts, (0, 0, 1), strict=True)
    ]
    assert list(conditions(sentences)) == [len("4.吞吐量 "), starts[1], sentences[2].end]
