"""Bodies within the object of an act."""

from __future__ import annotations

import pytest

from kg.extraction.responsibility.subjects import EVER, Subject
from kg.extraction.responsibility.within import bounded, in_later_clause, of_others
from kg.facts import Sentence
from kg.language import split_clauses, tag
from kg.language.parsed import Act, Name, Parsed


@pytest.mark.parametrize(
    ("text", "span", "verb", "body", "within"),
    [
        ("成立宣传中心加强推介，举办活动", "成立宣传中心加强推介", "成立", "宣传中心", True),
        ("压实港务部门责任，疏浚航道", "压实港务部门责任", "压实", "港务部门", True),
        ("授权港务部门组织听证，做好记录", "授权港务部门组织听证", "授权", "港务部门", False),
        ("建立制度，由港务部门牵头，疏浚航道", "建立制度，由港务部门牵头", "建立", "港务部门", False),
        ("港务部门建立制度，疏浚航道", "建立制度", "建立", "港务部门", False),
    ],
)
def test_who_stands_in_an_object_does_nothing_beyond_it(
    text: str, span: str, verb: str, body: str, within: bool
) -> None:
    start, at, who = text.index(span), text.index(verb), text.index(body)
    act = Act(start, start + len(span), at, at + len(verb), 0.9, 0.9, (1, 0, 0))
    (found,) = bounded(text, [act], [Subject(who, who + len(body), ())])
    assert found.reach == (act.end if within else EVER)


@pytest.mark.parametrize(
    ("text", "span", "verb", "name", "other"),
    [
        ("航运集团发放补助，全省吞吐量增长5%", "全省吞吐量增长5%", "增长", "", True),
        ("航运集团发放补助，8个泊位入选名录", "8个泊位入选名录", "入选", "", True),
        ("航运集团完成重组，引航集团成功组建", "引航集团成功组建", "组建", "引航集团", True),
        ("航运集团完成重组，利润增长5%", "利润增长5%", "增长", "", False),
        ("航运集团补助8万元，市级配套5万元", "市级配套5万元", "配套", "", True),
        ("航运集团发放补助，为全省船员开展培训", "为全省船员开展培训", "开展", "", False),
        ("航运集团发放补助，累计开展培训5次", "累计开展培训5次", "开展", "", False),
    ],
)
def test_a_later_clause_with_a_subject_of_its_own_is_none_of_the_body_before(
    text: str, span: str, verb: str, name: str, other: bool
) -> None:
    start, at = text.index(span), text.index(verb, text.index(span))
    act = Act(start, start + len(span), at, at + len(verb), 0.9, 0.9, (1, 0, 0))
    place = text.index(name)
    names = (Name(place, place + len(name), "organisation", 0.9, 0.0, 0.9, 0.0, 0.0),) if name else ()
    parsed = Parsed(Sentence(0, len(text), text, None, 0), tag(text).tokens, split_clauses(text), (), (), names)
    assert of_others(text, parsed, [act]) == (frozenset([0]) if other else frozenset())
    assert in_later_clause(text, act, Subject(0, 4, ()))


def test_what_a_body_is_told_to_reach_is_its_own() -> None:
    text = "航运集团要更新船舶，全部船舶达到标准"
    start, at = text.index("全部"), text.index("达到")
    act = Act(start, len(text), at, at + 2, 0.9, 0.9, (0, 0, 1))
    assert not in_later_clause(text, act, Subject(0, 4, ()))
