"""What enterprises and people must do, and what those do who are encouraged, is no act of the issuer."""

from __future__ import annotations

import pytest

from kg.extraction.responsibility.others import addressing, encouraged, made_to_act
from kg.facts import Sentence
from kg.language.parsed import Act, Name, Token
from kg.language.tagger import tag

DONE = (1.0, 0.0, 0.0)


def addressed(*texts: str) -> list[bool]:
    """Whether each sentence of a paragraph addresses enterprises or people."""
    whole = "".join(texts)
    sentences = [Sentence(whole.index(t), whole.index(t) + len(t), t, None, 0) for t in texts]
    return list(addressing(whole, sentences, [()] * len(texts)))


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("所有企业都要完善管理制度。", True),
        ("理论工作者要深入研究改革问题。", True),
        ("企业应当建立台账。", True),
        ("企业应急预案要完善。", False),
        ("支持企业要有力度。", False),
        ("要完善管理制度。", False),
    ],
)
def test_enterprises_and_people_are_addressed_at_the_opening(text: str, is_so: bool) -> None:
    assert addressed(text) == [is_so]


def test_the_next_sentences_that_say_what_must_be_done_speak_to_them_too() -> None:
    said = addressed("所有企业都要完善管理制度。", "要制定发展规划。", "建立服务平台。", "要加强监管。")
    assert said == [True, True, False, False]


def joined(text: str, spans: tuple[tuple[str, str], ...], verbs: tuple[str, ...] = ()) -> list[str]:
    acts = []
    for span, verb in spans:
        start = text.index(span)
        at = text.index(verb, start)
        acts.append(Act(start, start + len(span), at, at + len(verb), 0.9, 0.9, DONE))
    tokens = [Token(text.index(v), text.index(v) + len(v), v, "v") for v in verbs]
    return [text[a.start : a.end] for a in encouraged(text, tuple(acts), tokens)]


def test_what_somebody_is_encouraged_to_do_behind_a_phrase_is_one_act() -> None:
    text = "鼓励企业利用政务数据，开展产品开发，建立标准"
    spans = (("鼓励企业利用政务数据", "鼓励"), ("开展产品开发", "开展"), ("建立标准", "建立"))
    assert joined(text, spans, ("鼓励", "利用", "开展", "建立")) == ["鼓励企业利用政务数据，开展产品开发", "建立标准"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("支持依托渔港服务中心", "，提供泊位服务"),
        ("鼓励港务部门参照国家有关规定", "，聘任引航员"),
        ("鼓励通过市场化方式，采取多种方式，在渔港集中区域", "完善泊位设施"),
        ("鼓励船东通过自建或委托的方式，单独或联合相关单位共同", "举办船员学校"),
        ("鼓励各地在渔港搬迁补偿中", "，对选择泊位的给予优惠"),
    ],
)
def test_a_phrase_with_which_somebody_is_to_act_is_no_act_of_its_own(first: str, second: str) -> None:
    text = first + second
    verbs = [v for v in ("提供", "聘任", "完善", "举办", "给予") if v in second]
    spans = ((first.rstrip("，"), first[:2]), (second.lstrip("，"), verbs[0]))
    assert joined(text, spans) == [text]


def test_whoever_is_encouraged_next_is_another_act() -> None:
    text = "鼓励船东通过平台创新模式，鼓励船厂加快步伐"
    spans = (("鼓励船东通过平台创新模式", "鼓励"), ("鼓励船厂加快步伐", "鼓励"))
    assert len(joined(text, spans)) == 2


def test_where_they_act_already_the_next_act_is_the_issuers() -> None:
    text = "支持企业组建联合体通过评审，建立标准"
    spans = (("支持企业组建联合体通过评审", "支持"), ("建立标准", "建立"))
    assert len(joined(text, spans, ("组建", "通过"))) == 2
    text = "制定办法利用数据，建立标准"
    assert len(joined(text, (("制定办法利用数据", "制定"), ("建立标准", "建立")))) == 2


@pytest.mark.parametrize(
    ("text", "name", "acts"),
    [
        ("支持渔业企业的信贷需求", "渔业企业", False),
        ("支持渔业企业对新船的信贷需求", "渔业企业", False),
        ("支持渔业企业购置渔船", "渔业企业", True),
        ("会同渔业企业的代表", "渔业企业", True),
    ],
)
def test_who_only_tells_of_what_is_supported_takes_no_part(text: str, name: str, acts: bool) -> None:
    at = text.index(name)
    act = Act(0, len(text), 0, 2, 0.9, 0.9, DONE)
    named = Name(at, at + len(name), "organisation", 0.9, 0.0, 0.0, 0.9, 0.0)
    assert list(made_to_act(text, (act,), tag(text).tokens, (named,))) == ([named] if acts else [])


def test_how_those_grow_who_are_encouraged_is_no_act() -> None:
    text = "引导渔业企业发掘需求，做精做专，建立标准"
    spans = (("引导渔业企业发掘需求", "引导"), ("做精做专", "做精"), ("建立标准", "建立"))
    assert joined(text, spans) == ["引导渔业企业发掘需求", "建立标准"]
    assert joined(text.replace("引导", "了解"), (("做精做专", "做精"), ("建立标准", "建立"))) == [
        "做精做专",
        "建立标准",
    ]
