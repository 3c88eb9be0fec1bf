"""What an outcome counts by the object of its act."""

from __future__ import annotations

import dataclasses

import pytest

from kg.extraction.counts.outcomes import outcome
from kg.extraction.counts.things import counted_of
from kg.language.counted import with_things
from kg.language.parsed import Act, Count
from kg.language.quantities import find_quantities
from kg.language.tagger import tag


def counted(text: str, verb: str, thing: str, own: str) -> str:
    """What the last count is of, where the words beside it alone tell ``own``."""
    at = text.index(verb)
    act = Act(0, len(text), at, at + len(verb), 0.9, 0.9, (0.8, 0.1, 0.1))
    one = outcome(text, Count(find_quantities(text)[-1], 0.9, 0.0), (), None)
    return counted_of(text, act, thing, dataclasses.replace(one, counted=own))


@pytest.mark.parametrize(
    ("text", "verb", "thing", "own", "right"),
    [
        ("全市领军企业达到50家", "达到", "全市领军企业", "军企业", "全市领军企业"),
        ("实施13个国家重点研发项目", "实施", "国家重点研发项目", "国家", "国家重点研发项目"),
        ("研发经费投入预计年均增长11%以上", "增长", "研发经费投入", "", "研发经费投入"),
        ("生产总值从4万亿元增加到5万亿元", "增加", "生产总值", "", "生产总值"),
        ("贷款余额达8万元，比年初增加3万元", "增加", "贷款余额", "", "贷款余额"),
        ("建成产业园2个、示范村48个", "建成", "产业园、示范村", "村", "示范村"),
        ("新建改造高标准农田9万亩", "新建", "高标准农田", "改造高标准农田", "高标准农田"),
        ("收养人数9万人", "收养", "人数", "收养人数", "收养人数"),
        ("吸引8家世界500强企业在本市投资", "吸引", "世界500强企业在本市投资", "世界500强企业", "世界500强企业"),
        ("筹措7亿元实施就业工程", "筹措", "实施就业工程", "", ""),
        ("出台低保标准等政策，惠及9万人", "出台", "低保标准等政策", "", ""),
        ("事故起数、死亡人数分别下降7%", "下降", "事故起数、死亡人数", "事故起数", "事故起数"),
    ],
)
def test_the_object_tells_what_is_counted(text: str, verb: str, thing: str, own: str, right: str) -> None:
    assert counted(text, verb, thing, own) == right


def test_what_a_change_reaches_counts_what_it_starts_from() -> None:
    text = "供热标准由18℃提高到20℃，提高2℃。"
    assert with_things(find_quantities(text), tag(text).tokens) == ("供热标准",) * 3
