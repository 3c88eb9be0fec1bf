"""Things of a class that an act makes."""

from __future__ import annotations

import pytest

from kg.extraction.names.made import with_made
from kg.facts import EntityType, Sentence
from kg.language import find_quantities, split_clauses
from kg.language.parsed import Act, Name, Parsed


def definite(text: str, verb: str, span: str, *classes: str, kind: EntityType = "site") -> list[str]:
    """The names among these classes that stand for things, beside one act."""
    at = text.index(verb)
    act = Act(at, at + len(span), at, at + len(verb), 0.9, 0.9, (0.8, 0.1, 0.1))
    names = [Name(text.index(c), text.index(c) + len(c), kind, 0.2, 0.7, 0.0, 0.0, 0.3) for c in classes]
    sentence = Sentence(0, len(text), text, None, 0)
    parsed = Parsed(sentence, (), split_clauses(text), find_quantities(text), (), tuple(names), (act,))
    found = with_made(text, parsed, names)
    return [text[n.start : n.end] for n in found if n.thing > n.generic and n.linked >= 0.5]


def test_a_site_that_an_act_builds_is_a_thing() -> None:
    span = "建设公共自行车站、临时停车场"
    assert definite(f"在湖滨片区{span}。", "建设", span, "公共自行车站", "临时停车场") == ["公共自行车站", "临时停车场"]


def test_a_count_may_stand_behind_the_site() -> None:
    span = "建成社区健身点40处、老年食堂12个"
    assert definite(span, "建成", span, "社区健身点", "老年食堂") == ["社区健身点", "老年食堂"]


@pytest.mark.parametrize(
    ("verb", "span", "name"),
    [
        ("加强", "加强公共停车场", "公共停车场"),  # sets nothing up
        ("建议", "建议公共停车场", "公共停车场"),
        ("建设", "建设公共停车场管理队伍", "公共停车场"),  # is no end of the object
        ("建立", "建立公共停车场和公园的档案", "公共停车场"),
        ("建成", "建成东湖馆、西湖馆等3个公共体育场馆", "公共体育场馆"),  # names the class of those before it
        ("建设", "建设停车场", "停车场"),  # tells nothing but the class
    ],
)
def test_other_classes_of_sites_stay_classes(verb: str, span: str, name: str) -> None:
    assert definite(span, verb, span, name) == []


def test_a_system_of_a_class_stays_one() -> None:
    assert definite("建设数据共享平台", "建设", "建设数据共享平台", "数据共享平台", kind="system") == []


def test_a_programme_that_an_act_introduces_or_pays_out_is_a_thing() -> None:
    span = "发放安居补贴、创业贷款"
    assert definite(f"继续{span}。", "发放", span, "安居补贴", "创业贷款", kind="programme") == ["安居补贴", "创业贷款"]
    assert definite("享受安居补贴", "享受", "享受安居补贴", "安居补贴", kind="programme") == []
