"""Figures that a noun tells without a verb."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extraction.counts.indicators import indicator, told, untold
from kg.extraction.responsibility.assigning import acting
from kg.extraction.responsibility.subjects import subjects
from kg.facts import Sentence
from kg.language import find_quantities, split_clauses, tag
from kg.language.parsed import Act, Count, Name, Parsed
from kg.register import register_for


def act(text: str, span: str, verb: str) -> Act:
    start = text.index(span)
    at = text.index(verb, start)
    return Act(start, start + len(span), at, at + len(verb), 0.9, 0.9, (0.8, 0.1, 0.1))


def parsed(text: str, *acts: Act) -> Parsed:
    sentence = Sentence(0, len(text), text, None, 0)
    return Parsed(sentence, tag(text).tokens, split_clauses(text), find_quantities(text), (), (), acts, ())


def read(text: str, span: str, verb: str) -> list[tuple[str, str]]:
    one = parsed(text, act(text, span, verb))
    return [(text[a.verb : a.verb_end], indicator(text, one, a)) for a in told(one, one.acts)]


@pytest.mark.parametrize(
    ("text", "verb", "right"),
    [
        ("城镇调查失业率5.5%左右", "失业率", ("失业率", "城镇调查失业率")),
        ("城镇调查失业率5.4%", "失", ("失业率", "城镇调查失业率")),
        ("地方财政赤字7800亿元", "赤字", ("赤字", "地方财政赤字")),
        ("粮食产量259.2亿斤", "粮食", ("产量", "粮食产量")),
        ("技术合同成交金额81.8亿元", "成交", ("金额", "技术合同成交金额")),
        ("居民消费价格涨幅2%左右", "涨幅", ("涨幅", "居民消费价格涨幅")),
        ("天然气（页岩气）产量562亿立方米", "产量", ("产量", "天然气（页岩气）产量")),
        ("医疗保险参保人数830万人", "参保", ("人数", "医疗保险参保人数")),
        ("对经济增长贡献率35.1%", "贡献率", ("贡献率", "经济增长贡献率")),
    ],
)
def test_the_indicator_is_whole(text: str, verb: str, right: tuple[str, str]) -> None:
    assert read(text, text, verb) == [right]


def test_a_noun_that_tells_how_many_there_are_is_no_predicate() -> None:
    text = "今年高校毕业生749万人，为历史最高。"
    one = act(text, "高校毕业生749万人", "高校")
    for sure, left in ((0.5, 0), (0.9, 1)):
        held = parsed(text, replace(one, sure=sure))
        assert len(list(told(held, held.acts))) == left


def test_behind_a_word_that_leads_to_a_verb_it_is_one() -> None:
    text = "其中清付农民工工资330亿元。"
    held = parsed(text, replace(act(text, "清付农民工工资330亿元", "清付"), sure=0.5))
    assert [text[a.verb : a.verb_end] for a in told(held, held.acts)] == ["清付"]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("城镇新增就业1000万人", "新增"),
        ("布局泊位12个", "布局"),
        ("港口吞吐量增长8%", "增长"),
        ("完成投资20亿元", "完成"),
    ],
)
def test_a_verb_stays(text: str, verb: str) -> None:
    assert read(text, text, verb) == [(verb, "")]


def test_what_an_indicator_is_of_does_not_act() -> None:
    text = "中央财政赤字1.4万亿元"
    one = parsed(text, act(text, text, "赤字"))
    name = Name(0, 4, "organisation", 0.9, 0.0, 0.9, 0.0, 0.0)
    said = subjects(text, [name], register_for(None, None, text))
    assert said
    assert not acting(text, one, one.acts, said)
    assert acting(text, parsed(text), (), said) == list(said)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("进出口总额增长5%以上，粮食产量130亿斤以上，新增学位5万个", ["粮食产量130亿斤以上"]),
        ("进出口总额增长5%以上，粮食产量稳定在130亿斤以上", []),
        ("进出口总额增长5%以上，粮食产量130亿斤以上的县", []),
        ("进出口总额增长5%以上，新增学位5万个", []),
    ],
)
def test_an_indicator_with_its_figure_beside_acts_is_one_too(text: str, own: list[str]) -> None:
    first = act(text, "进出口总额增长5%以上", "增长")
    one = replace(parsed(text, first), counts=tuple(Count(q, 0.9, 0.0) for q in find_quantities(text)))
    found = [a for a in untold(text, one, one.acts) if a != first]
    assert [text[a.start : a.end] for a in found] == own
    doubted = replace(one, counts=tuple(Count(q, 0.5, 0.3) for q in find_quantities(text)))
    assert untold(text, doubted, ()) == ()


def test_so_are_indicators_without_any_act() -> None:
    text = "目前，船员就业率98.6%，码头利用率81%。"
    one = replace(parsed(text), counts=tuple(Count(q, 0.9, 0.0) for q in find_quantities(text)))
    assert [text[a.start : a.end] for a in untold(text, one, ())] == ["船员就业率98.6%", "码头利用率81%"]
