"""Notes of responsible units in every spelling, and what they govern."""

from __future__ import annotations

import pytest

from kg.extraction.responsibility.notes import completed, notes
from kg.facts import Sentence
from kg.language.parsed import Name
from kg.register import register_for

REGISTER = register_for("武汉市人民政府", None)


def sentence(text: str, start: int = 0, paragraph: int = 0, section: int | None = 0) -> Sentence:
    return Sentence(start, start + len(text), text, section, paragraph)


def agents(text: str) -> list[tuple[str, str]]:
    found = completed(text, notes(text, sentence(text), (), REGISTER))
    return [(a.name, a.role) for note in found for a in note.agents]


FINANCE, REFORM = "武汉市财政局", "武汉市发展和改革委员会"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(责任单位:市发改委、市财政局)", [(REFORM, "lead"), (FINANCE, "lead")]),
        ("（责任单位：市发改委、市财政局等有关部门和单位）", [(REFORM, "lead"), (FINANCE, "lead")]),
        ("牵头单位:市发改委;配合单位:市财政局", [(REFORM, "lead"), (FINANCE, "partner")]),
        ("【责任单位：市发改委】", [(REFORM, "lead")]),
        ("责任领导：王某某，责任单位：市发改委", [(REFORM, "lead")]),
        (
            "（责任单位：市发改委牵头，市财政局、市就业指导中心配合）",
            [(REFORM, "lead"), (FINANCE, "partner"), ("武汉市就业指导中心", "partner")],
        ),
        ("(责任单位:市发改委,配合单位:市财政局)", [(REFORM, "lead"), (FINANCE, "partner")]),
        ("(责任单位:各区人民政府〈含开发区、风景区管委会,下同〉)", [("各区人民政府", "lead")]),
        ("(贵任单位:市发改委、市财政局)", [(REFORM, "lead"), (FINANCE, "lead")]),
        ("〔责任单位:市发改委、市财政局", [(REFORM, "lead"), (FINANCE, "lead")]),
        ("〔责任单位:市发改委、各区人民政府(管委会)", [(REFORM, "lead"), ("各区人民政府", "lead")]),
        ("（责任单位:市发改委、各县〔市、区〕人民政府、市财政局）", [(REFORM, "lead"), (FINANCE, "lead")]),
        (
            "（5月底取得初步成效并持续推进，牵头考核单位:市发改委；配合单位:市财政局）",
            [(REFORM, "lead"), (FINANCE, "partner")],
        ),
        ("（负责部门:市发改委、市财政局；适用范围:全市）", [(REFORM, "lead"), (FINANCE, "lead")]),
        ("（负责部门:市发改委，适用范围:某某园区）", [(REFORM, "lead")]),
        ("（责任单位:市发改委，完成时限:市财政局验收前；配合单位:市财政局）", [(REFORM, "lead"), (FINANCE, "partner")]),
        ("（责任单位:市住建和交通运输局）", [("武汉市住建和交通运输局", "lead")]),
        (
            "（责任单位:市发改委和交通运输局、市财政局）",
            [(REFORM, "lead"), ("武汉市交通运输局", "lead"), (FINANCE, "lead")],
        ),
        ("（责任单位:市发改委，市财政局。逗号前面的为牵头单位，下同）", [(REFORM, "lead"), (FINANCE, "lead")]),
        ("本条由市里决定(不含税)。", []),
        ("联系单位:市发改委,联系人:王某,电话:123。", []),
        ("加强对责任单位:的管理", []),
    ],
)
def test_a_note(text: str, expected: list[tuple[str, str]]) -> None:
    assert agents(text) == expected


def test_a_division_in_a_note_is_its_government() -> None:
    text = "(责任单位:市发改委、汉阳区)"
    at = text.index("汉阳区")
    seen = (Name(at, at + 3, "place", 0.0, 0.1, 0.9, 0.0, 0.0),)
    found = completed(text, notes(text, sentence(text), seen, REGISTER))
    assert [a.name for note in found for a in note.agents] == [REFORM, "汉阳区人民政府"]


def test_a_sentence_may_say_that_the_first_body_leads_and_who_is_not_listed_again() -> None:
    first = "(责任单位:市财政局,以下措施均需长江新区管委会落实,不再单独列出)"
    second = "(责任单位:市发改委、市财政局)"
    rule = "各项举措中排序第一的责任单位为该项牵头单位。"
    item = "二、修路。"
    text = first + item + second + rule
    found = completed(
        text,
        [
            *notes(text, sentence(first), (), REGISTER),
            *notes(text, sentence(second, len(first + item)), (), REGISTER),
        ],
    )
    assert [[(a.name, a.role) for a in note.agents] for note in found] == [
        [(FINANCE, "lead"), ("长江新区管理委员会", "partner")],
        [(REFORM, "lead"), (FINANCE, "partner"), ("长江新区管理委员会", "partner")],
    ]


def test_notes_with_nothing_between_them_are_one() -> None:
    lines = ["牵头单位:市发改委", "责任单位:市财政局"]
    text = "修路。\n" + "\n".join(lines)
    found = completed(text, [n for line in lines for n in notes(text, sentence(line, text.index(line)), (), REGISTER)])
    assert [[(a.name, a.role) for a in note.agents] for note in found] == [[(REFORM, "lead"), (FINANCE, "partner")]]
    assert (found[0].start, found[0].end) == (text.index(lines[0]), len(text))


def test_bodies_alone_in_brackets_behind_sentences_are_notes_where_there_are_several() -> None:
    def read(*parts: str) -> list[list[str]]:
        text = "".join(parts)
        found = [n for part in parts for n in notes(text, sentence(part, text.index(part)), (), REGISTER)]
        return [[a.name for a in note.agents] for note in completed(text, found)]

    first, second = "修路。(市财政局、市发改委)", "建桥。(市发改委,各区人民政府)"
    assert read(first, second) == [[FINANCE, REFORM], [REFORM, "各区人民政府"]]
    assert read(first) == []
    assert read("修路(市财政局)。", "建桥(市发改委)。") == []
    assert read("修路。(含市财政局)", "建桥。(含市发改委)") == []


def test_agents_quote_the_text() -> None:
    text = "发放补贴。(责任单位:市发改委、市财政局)"
    (note,) = notes(text, sentence(text), (), REGISTER)
    assert text[note.start : note.end] == "(责任单位:市发改委、市财政局)"
    assert [a.quote.text for a in note.agents if a.quote] == ["市发改委", "市财政局"]
    assert all(a.quote and text[a.quote.start : a.quote.end] == a.quote.text for a in note.agents)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "(市财政局、3个帮扶集团牵头单位和各协同发展区县〈自治县,下同〉政府具体负责)",
            [(FINANCE, "lead"), ("帮扶集团牵头单位", "lead"), ("各协同发展区县政府", "lead")],
        ),
        ("(市发改委牵头,市财政局负责)", [(REFORM, "lead"), (FINANCE, "partner")]),
        ("(市发改委、市财政局负责。列第一位者为牵头单位,下同)", [(REFORM, "lead"), (FINANCE, "lead")]),
    ],
)
def test_a_word_of_roles_inside_a_name_tells_none(text: str, expected: list[tuple[str, str]]) -> None:
    names = [
        Name(text.index(n), text.index(n) + len(n), "organisation", 0.9, 0.9, 0.9, 0.0, 0.0)
        for n in ("市发改委", "市财政局")
        if n in text
    ]
    (note,) = notes(text, sentence(text), names, REGISTER)
    assert [(a.name, a.role) for a in note.agents] == expected
