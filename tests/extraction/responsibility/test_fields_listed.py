"""Fields of government in a row that stand for their departments."""

from __future__ import annotations

import pytest

from kg.extraction.responsibility.fields_listed import with_rows
from kg.extraction.responsibility.subjects import subjects
from kg.facts import Sentence
from kg.language import split_clauses
from kg.language.parsed import Name, Parsed
from kg.language.tagger import tag
from kg.register import register_for

REGISTER = register_for("福建省人民政府", None)


def who(text: str, *seen: tuple[str, float]) -> list[list[str]]:
    """The subjects of a sentence in which the reader saw these names, with these chances of a subject."""
    names = [Name(text.index(n), text.index(n) + len(n), "organisation", 0.1, 0.8, lead, 0.0, 0.0) for n, lead in seen]
    one = Parsed(Sentence(0, len(text), text, None, 0), tag(text).tokens, split_clauses(text), (), (), tuple(names))
    return [[a.name for a in s.agents] for s in subjects(text, with_rows(text, one, names), REGISTER)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("发改、安监、交通等部门应当做好监督管理工作", "发改、安监、交通等部门"),
        ("第五条财政、税务部门按照各自职责落实政策", "财政、税务部门"),
        ("完善机制,各级工业和信息化、科技等有关部门要开展检查", "各级工业和信息化、科技等有关部门"),
        ("市（区）财政、民政等部门按照各自职能开展工作", "市（区）财政、民政等部门"),
        ("要积极配合卫生健康、医疗保障等部门明确补助政策", "卫生健康、医疗保障等部门"),
        ("由民政、公安、残联等相关单位负责核实", "民政、公安、残联等相关单位"),
    ],
)
def test_a_row_of_fields_that_opens_a_clause_is_its_subject(text: str, row: str) -> None:
    assert who(text) == [[row]]


@pytest.mark.parametrize(
    "text",
    [
        "加强与财政、税务等部门要素对接",  # somebody else does it
        "建立财政、税务等部门参加的会商机制",
        "财政、税务等部门的信息要共享",
        "配合财政、税务等部门的工作",
        "苹果、香蕉等部门要做好工作",  # no fields
        "税务部门要做好工作",
    ],
)
def test_a_row_that_does_nothing_is_no_subject(text: str) -> None:
    assert who(text) == []


def test_what_was_seen_of_a_row_gives_way_to_all_of_it() -> None:
    text = "人社、卫生、民政等部门应按程序落实政策,县财政局拨付资金"
    assert who(text, ("人社", 0.9), ("县财政局", 0.9))[0] == ["人社、卫生、民政等部门"]
    assert len(who(text, ("人社", 0.9), ("县财政局", 0.9))) == 2
    whole = "人社、卫生、民政等部门"
    assert who(text, (whole, 0.9)) == [[whole]]
    summed = text.replace("部门", "相关部门")
    assert who(summed, ("相关部门", 0.9)) == [["相关部门"]]
    assert len(who(text, ("人社", 0.9), ("卫生", 0.9))[0]) == 2
