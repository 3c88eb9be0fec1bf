"""Persons whom a rule is for as subjects, and which acts are theirs."""

from __future__ import annotations

import pytest

from kg.extraction.responsibility.persons import does, persons
from kg.facts import Sentence
from kg.language import split_clauses, tag
from kg.language.parsed import Act, Name, Parsed


def parsed(text: str) -> Parsed:
    return Parsed(Sentence(0, len(text), text, None, 0), tag(text).tokens, split_clauses(text), (), ())


def who(text: str, names: tuple[Name, ...] = ()) -> list[str]:
    return [text[n.start : n.end] for n in persons(text, parsed(text), names)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("港务局与船员订约,权利人按照约定迁出", ["权利人"]),
        ("请家长于五月带齐户口簿", ["家长"]),
        ("符合订船条件的申请人,可到码头登记", ["申请人"]),
        ("正常缴费且按规定参加保险的参保人员,在有效期内,可享受待遇", ["参保人员"]),
        ("船员参保人员参加保险", ["参保人员"]),
        ("通知申请人到码头领取船票", []),
        ("对符合条件的申请人可发放船票", []),
        ("支持有条件的申请人到外地登记", []),
        ("申请人人数达到三百", []),
        ("在优先满足业主需要的情况下办理", []),
    ],
)
def test_a_person_who_opens_a_clause_and_acts_is_its_subject(text: str, found: list[str]) -> None:
    assert who(text) == found


def test_a_person_within_a_body_that_acts_is_no_subject() -> None:
    text = "参保人员可登记"
    assert who(text, (Name(0, 4, "organisation", 0.9, 0.0, 0.9, 0.0, 0.0),)) == []
    assert who(text, (Name(0, 4, "programme", 0.9, 0.0, 0.9, 0.0, 0.0),)) == ["参保人员"]


@pytest.mark.parametrize(
    ("text", "verb", "his"),
    [
        ("申请人到码头办理登记", "办理", True),
        ("申请人提出申请后,应当缴纳船票款", "缴纳", True),
        ("申请人登录平台,选择航线", "选择", True),
        ("申请人未缴款的,不纳入名单", "不纳入", False),
        ("申请人提出申请后,不纳入名单", "不纳入", False),
        ("申请人材料齐全的,予以登记", "予以", False),
        ("申请人购买船票额度提高两成", "提高", False),
        ("申请人可购票,票款不低于一百元", "低于", False),
        ("居民可购票,选择航线", "选择", False),
    ],
)
def test_what_a_person_does_and_what_comes_of_it(text: str, verb: str, his: bool) -> None:
    end = next(len(w) for w in ("申请人", "居民") if text.startswith(w))
    at = text.rindex(verb)
    assert does(text, 0, end, Act(at, len(text), at, at + len(verb), 0.9, 0.9, (0, 0, 1))) is his
