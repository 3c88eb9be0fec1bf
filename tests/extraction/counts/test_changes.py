"""Whether a count tells how much something grew or fell, or how much of it there is."""

from __future__ import annotations

import pytest

from kg.extraction.counts.changes import change_of
from kg.facts import Sentence
from kg.language import find_quantities, split_clauses, tag
from kg.language.parsed import Act, Parsed


def told(text: str, verb: str) -> list[str]:
    """Of each count the direction's first letter and the word that tells it."""
    at = text.index(verb)
    act = Act(0, len(text), at, at + len(verb), 0.9, 0.9, (0.8, 0.1, 0.1))
    sentence = Sentence(0, len(text), text, None, 0)
    one = Parsed(sentence, tag(text).tokens, split_clauses(text), find_quantities(text), (), (), (act,), ())
    found = [change_of(text, one, act, q) for q in one.quantities]
    assert all(text[c.quote.start : c.quote.end] == c.quote.text for c in found if c)
    return [f"{c.direction[0]} {c.quote.text}" if c else "" for c in found]


@pytest.mark.parametrize(
    ("text", "verb", "changes"),
    [
        ("火灾死亡人数下降50%", "下降", ["d 下降"]),
        ("粮食产量增长2%", "增长", ["i 增长"]),
        ("固定资产投资负增长2.1%", "负增长", ["d 负增长"]),
        ("进出口同比增3.2%", "增", ["i 增"]),
        ("晋升3级职称", "晋升", [""]),
        ("人均生产总值比2020年翻一番", "翻", ["i 翻"]),
        ("创新能力排名上升4位", "上升", [""]),
        ("新增院士4位", "新增", ["i 新增"]),
        ("居民消费价格涨幅控制在2%左右", "控制", ["i 涨幅"]),
        ("生产总值增长预期目标为5%左右", "增长", ["i 增长"]),
        ("生产总值增长3.9%、总量连续37年居首位", "增长", ["i 增长", ""]),
        ("降幅收窄2.1个百分点", "收窄", ["d 收窄"]),
        ("综合用电成本下降3分/千瓦时以上", "下降", ["d 下降"]),
        ("经营主体净增48万户、达到474万户", "净增", ["i 净增", ""]),
    ],
)
def test_the_word_right_before_a_count(text: str, verb: str, changes: list[str]) -> None:
    assert told(text, verb) == changes


@pytest.mark.parametrize(
    ("text", "verb", "changes"),
    [
        ("国际航线增至19条", "增至", [""]),
        ("化学需氧量浓度下降到33毫克/升", "下降", [""]),
        ("覆盖率由77%提高到96%", "提高", ["", ""]),
        ("监管事项从39个减少为26个", "减少", ["", ""]),
        ("待遇提高到当地最低工资标准2倍以上", "提高", [""]),
        ("增速高于全省0.5个百分点", "高于", [""]),
        ("工业增加值突破1万亿元", "突破", [""]),
        ("占比达到50%", "达到", [""]),
    ],
)
def test_a_level_is_no_change(text: str, verb: str, changes: list[str]) -> None:
    assert told(text, verb) == changes


@pytest.mark.parametrize(
    ("text", "verb", "changes"),
    [
        ("减少碳排放5万吨", "减少", ["d 减少"]),
        ("新增学位1.2万个、床位500张", "新增", ["i 新增"] * 2),
        ("新增光伏装机214万千瓦", "新增", ["i 新增"]),
        ("降低企业成本500亿元", "降低", ["d 降低"]),
        ("提高城乡居民基础养老金20元", "提高", ["i 提高"]),
        ("提升120家企业数字化水平", "提升", [""]),
        ("提升乡镇卫生院120家", "提升", [""]),
        ("提升500公里农村公路", "提升", [""]),
        ("降低门槛惠及企业300家", "降低", [""]),
        ("提高标准，惠及企业300家", "提高", [""]),
    ],
)
def test_a_predicate_tells_it_of_its_object(text: str, verb: str, changes: list[str]) -> None:
    assert told(text, verb) == changes


def test_counts_side_by_side_change_alike() -> None:
    assert told("事故起数、死亡人数分别下降16.8%、15.7%，满意度达到98%", "下降") == ["d 下降", "d 下降", ""]
    assert told("城市、农村低保标准分别提高30元和5元", "提高") == ["i 提高"] * 2
