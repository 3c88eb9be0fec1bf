"""Acts begin behind their subject."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.acts.openings import past_case, past_subject
from kg.facts import Sentence
from kg.language import split_clauses, tag
from kg.language.parsed import Act, Name, Parsed


def begun(rule: Callable[[str, Parsed, Act], Act], text: str, verb: str, *names: Name) -> str:
    """What a rule leaves of an act that is the whole text."""
    parsed = Parsed(Sentence(0, len(text), text, None, 0), tag(text).tokens, split_clauses(text), (), (), names)
    at = text.index(verb)
    act = rule(text, parsed, Act(0, len(text), at, at + len(verb), 0.9, 0.9, (0.0, 0.0, 1.0)))
    return text[act.start : act.end]


@pytest.mark.parametrize(
    ("text", "verb", "right"),
    [
        ("港务局及航道管理机构应在开航前完成航标建设", "完成", "完成航标建设"),
        ("符合条件的码头，由所在地县级政府向省政府提出申请", "提出", "向省政府提出申请"),
        ("请各县人民政府认真贯彻落实", "贯彻", "贯彻落实"),
        ("回购的船舶，由港务局统筹使用", "统筹", "回购的船舶，由港务局统筹使用"),
        ("由港务局委托的机构提供泊位服务", "提供", "提供泊位服务"),
        ("由港区管委会负责解释", "解释", "负责解释"),
        ("现予印发", "印发", "印发"),
        ("码头吞吐量达到三万吨", "达到", "码头吞吐量达到三万吨"),
    ],
)
def test_where_an_act_begins(text: str, verb: str, right: str) -> None:
    assert begun(past_subject, text, verb) == right


@pytest.mark.parametrize(
    ("text", "verb", "right"),
    [
        ("船东单独申请的，最高限额调整为60万元", "调整", "最高限额调整为60万元"),
        ("完成改造并通过验收的，给予船东一次性补贴", "给予", "给予船东一次性补贴"),
        ("完成改造的（以验收为准），给予一次性补贴2万元", "给予", "给予一次性补贴2万元"),
        ("对拆解旧船的船东，对其已缴纳的规费予以返还", "返还", "对其已缴纳的规费予以返还"),
        ("对岸线占用，对泊位改建依法予以查处", "查处", "对岸线占用，对泊位改建依法予以查处"),
        ("对违规靠泊的，责令船东改正", "责令", "对违规靠泊的，责令船东改正"),
        ("逾期不缴规费的，应当依法处理", "处理", "逾期不缴规费的，应当依法处理"),
    ],
)
def test_the_case_that_an_act_holds_for_stands_before_it(text: str, verb: str, right: str) -> None:
    assert begun(past_case, text, verb) == right


def test_a_body_behind_the_case_is_not_part_of_the_act() -> None:
    text = "完成改造并通过验收的，港务局给予补贴"
    body = Name(11, 14, "organisation", 0.9, 0.0, 0.9, 0.0, 0.0)
    assert begun(past_case, text, "给予", body) == "给予补贴"
