"""Bodies within the object of an act."""

from __future__ import annotations

import pytest

from kg.extraction.responsibility.subjects import EVER, Subject
from kg.extraction.responsibility.within import bounded
from kg.language.parsed import Act


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
