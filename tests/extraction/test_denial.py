"""What is denied: the negation in the predicate, next to it and over a phrase between them."""

from __future__ import annotations

import pytest

from kg.extraction.acts.standing import standing
from kg.extraction.denial import denial, predicate
from kg.extraction.objects.things import object_of
from kg.extraction.responsibility.applicants import owed
from kg.facts import Sentence
from kg.language import find_quantities, split_clauses, tag
from kg.language.parsed import Act, Parsed


def parsed(text: str, *acts: Act) -> Parsed:
    return Parsed(
        Sentence(0, len(text), text, None, 0),
        tag(text).tokens,
        split_clauses(text),
        find_quantities(text),
        (),
        (),
        acts,
        (),
    )


def act(text: str, span: str, verb: str) -> Act:
    start = text.index(span)
    at = text.index(verb, start)
    return Act(start, start + len(span), at, at + len(verb), 0.9, 0.9, (0.8, 0.1, 0.1))


def read(text: str, span: str, verb: str) -> tuple[str, str, str]:
    """The span, predicate and object of the one act of a sentence."""
    one = parsed(text, act(text, span, verb))
    (found,) = standing(text, one)
    return text[found.start : found.end], predicate(text, one, found)[1], object_of(text, found, one)


@pytest.mark.parametrize(
    ("text", "span", "verb", "right"),
    [
        (
            "出租住房的所得暂免征收个人所得税。",
            "征收个人所得税",
            "征收",
            ("暂免征收个人所得税", "暂免征收", "个人所得税"),
        ),
        (
            "有关部门依法依规暂不核发预售许可证。",
            "核发预售许可证",
            "核发",
            ("暂不核发预售许可证", "暂不核发", "预售许可证"),
        ),
        ("办理登记时无需提供纸质手续。", "提供纸质手续", "提供", ("无需提供纸质手续", "无需提供", "纸质手续")),
        (
            "各地不得将收住老人的机构征用为隔离点。",
            "将收住老人的机构征用为隔离点",
            "征用",
            ("不得将收住老人的机构征用为隔离点", "不得将收住老人的机构征用", "收住老人的机构"),
        ),
        (
            "各港不得向船员个人收取押金。",
            "收取押金",
            "收取",
            ("不得向船员个人收取押金", "不得向船员个人收取", "押金"),
        ),
        ("码头间距不应大于30米。", "码头间距不应大于30米", "大于", ("码头间距不应大于30米", "不应大于", "码头间距")),
        ("港务局不再直接管理码头。", "管理码头", "管理", ("不再直接管理码头", "不再直接管理", "码头")),
        ("各港不为船员发贺信。", "不为船员发贺信", "不", ("不为船员发贺信", "不为船员发", "贺信")),
        (
            "各港不再将健康证明作为登船条件。",
            "将健康证明作为登船条件",
            "作为",
            ("不再将健康证明作为登船条件", "不再将健康证明作为", "健康证明"),
        ),
        ("港务局决不随意收取押金。", "收取押金", "收取", ("决不随意收取押金", "决不随意收取", "押金")),
        ("泊位可不计入限额。", "泊位可不计入限额", "计入", ("泊位可不计入限额", "不计入", "泊位")),
        ("不断优化港口服务。", "优化港口服务", "优化", ("优化港口服务", "优化", "港口服务")),
        ("不折不扣落实港口规划。", "落实港口规划", "落实", ("落实港口规划", "落实", "港口规划")),
    ],
)
def test_what_is_denied(text: str, span: str, verb: str, right: tuple[str, str, str]) -> None:
    assert read(text, span, verb) == right


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("对不按规定停放的车辆进行清理。", "清理"),
        ("各港不得不采取限流措施。", "采取"),
        ("因船舶不按规定停放给予通报。", "给予"),
        ("船员不得上岸，由港方提供补给。", "提供"),
    ],
)
def test_what_is_affirmed(text: str, verb: str) -> None:
    assert denial(text, parsed(text), act(text, verb, verb)) is None


def test_what_those_may_not_do_whom_a_rule_is_for_is_no_measure() -> None:
    text = "职工不得再申请补贴。"
    assert owed(text, act(text, "不得再申请补贴", "不得再申请"))


@pytest.mark.parametrize(
    ("text", "span", "verb", "predicate"),
    [
        ("逾期停泊不作违章处理。", "不作违章处理", "处理", "不作违章处理"),
        (
            "不得以船员提供的材料与登记信息不一致为由拒绝办理登记。",
            "办理登记",
            "办理",
            "不得以船员提供的材料与登记信息不一致为由拒绝办理",
        ),
        (
            "不得在执法中对外地船员区别对待。",
            "不得在执法中对外地船员区别对待",
            "对待",
            "不得在执法中对外地船员区别对待",
        ),
        ("按照不低于成交价的20%确定押金。", "确定押金", "确定", "确定"),
    ],
)
def test_how_far_a_negation_reaches(text: str, span: str, verb: str, predicate: str) -> None:
    assert read(text, span, verb)[1] == predicate
