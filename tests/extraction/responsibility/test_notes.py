"""Notes of responsible units in every spelling, and what they govern."""

from __future__ import annotations

import pytest

from kg.extraction.responsibility.notes import completed, governed, notes
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
        ("(责任单位:市发改委,配合单位:市财政局)", [(REFORM, "lead"), (FINANCE, "partner")]),
        ("(责任单位:各区人民政府〈含开发区、风景区管委会,下同〉)", [("各区人民政府", "lead")]),
        ("(贵任单位:市发改委、市财政局)", [(REFORM, "lead"), (FINANCE, "lead")]),
        ("(责任单\n位:市发改委)", [(REFORM, "lead")]),
        ("〔责任单位:市发改委、市财政局", [(REFORM, "lead"), (FINANCE, "lead")]),
        ("（责任单位:市发改委、各县〔市、区〕人民政府、市财政局）", [(REFORM, "lead"), (FINANCE, "lead")]),
        (
            "（5月底取得初步成效并持续推进，牵头考核单位:市发改委；配合单位:市财政局）",
            [(REFORM, "lead"), (FINANCE, "partner")],
        ),
        ("（负责部门:市发改委、市财政局；适用范围:全市）", [(REFORM, "lead"), (FINANCE, "lead")]),
        ("本条由市里决定(不含税)。", []),
        ("加强对责任单位:的管理", []),
    ],
)
def test_a_note(text: str, expected: list[tuple[str, str]]) -> None:
    assert agents(text) == expected


def test_a_sentence_may_say_that_the_first_body_leads_and_who_is_not_listed_again() -> None:
    first = "(责任单位:市财政局,以下措施均需长江新区管委会落实,不再单独列出)"
    second = "(责任单位:市发改委、市财政局)"
    rule = "各项举措中排序第一的责任单位为该项牵头单位。"
    text = first + second + rule
    found = completed(
        text,
        [
            *notes(text, sentence(first), (), REGISTER),
            *notes(text, sentence(second, len(first)), (), REGISTER),
        ],
    )
    assert [[(a.name, a.role) for a in note.agents] for note in found] == [
        [(FINANCE, "lead"), ("长江新区管理委员会", "partner")],
        [(REFORM, "lead"), (FINANCE, "partner"), ("长江新区管理委员会", "partner")],
    ]


def test_agents_quote_the_text() -> None:
    text = "发放补贴。(责任单位:市发改委、市财政局)"
    (note,) = notes(text, sentence(text), (), REGISTER)
    assert text[note.start : note.end] == "(责任单位:市发改委、市财政局)"
    assert [a.quote.text for a in note.agents if a.quote] == ["市发改委", "市财政局"]
    assert all(a.quote and text[a.quote.start : a.quote.end] == a.quote.text for a in note.agents)


def test_a_note_governs_its_paragraph_since_the_note_before() -> None:
    text = "甲做一。(责任单位:市发改委)乙做二。丙做三。(责任单位:市财政局)"
    parts = ["甲做一。", "(责任单位:市发改委)乙做二。", "丙做三。", "(责任单位:市财政局)"]
    sentences, at = [], 0
    for part in parts:
        sentences.append(sentence(part, at))
        at += len(part)
    found = [n for s in sentences for n in notes(text, s, (), REGISTER)]
    ruled = {i: [who[0].name for _, _, who in spans] for i, spans in governed(found, sentences).items()}
    assert ruled == {0: [REFORM], 1: [FINANCE], 2: [FINANCE]}


def test_a_note_under_a_heading_governs_what_follows() -> None:
    note, body = "责任单位:市财政局", "发放消费券。"
    text = note + "\n" + body
    sentences = [sentence(note), sentence(body, len(note) + 1, paragraph=1)]
    found = [n for s in sentences for n in notes(text, s, (), REGISTER)]
    assert list(governed(found, sentences)) == [1]


def test_a_note_across_hard_line_breaks_governs_the_whole_item() -> None:
    lines = ["甲做一。乙做二,并且实施不", "动产登记。(责任单位:市财政局、市住建", "局、市税务局)"]
    text = "\n".join(lines)
    parts = [
        ("甲做一。", 0),
        ("乙做二,并且实施不", 0),
        ("动产登记。", 1),
        ("(责任单位:市财政局、市住建", 1),
        (lines[2], 2),
    ]
    sentences = [sentence(part, text.index(part), paragraph) for part, paragraph in parts]
    found = [n for s in sentences for n in notes(text, s, (), REGISTER)]
    assert [[a.name for a in n.agents] for n in found] == [["武汉市财政局", "武汉市住房和城乡建设局", "武汉市税务局"]]
    assert all(a.quote and text[a.quote.start : a.quote.end] == a.quote.text for a in found[0].agents)
    assert sorted(governed(found, sentences)) == [0, 1, 2]


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
