"""Whose acts are no measures of a public body."""

from __future__ import annotations

import pytest

from kg.extraction.responsibility.public import public
from kg.extraction.responsibility.subjects import Subject, private
from kg.facts import Agent, Quote, Sentence
from kg.language import split_clauses, tag
from kg.language.parsed import Act, Parsed


def parsed(text: str) -> Parsed:
    return Parsed(Sentence(0, len(text), text, None, 0), tag(text).tokens, split_clauses(text), (), ())


def subject(text: str, who: str) -> Subject:
    start = text.index(who)
    quote = Quote(start, start + len(who), who)
    return Subject(start, quote.end, (Agent(who, "lead", "explicit", quote, 1.0),))


@pytest.mark.parametrize(
    ("who", "are"), [("广大水路运输经营者", True), ("企业", True), ("国有企业监管部门", False), ("港务局", False)]
)
def test_classes_of_private_persons_whatever_stands_in_front(who: str, are: bool) -> None:
    assert private(who, subject(who, who)) is are


def test_a_duty_is_no_measure_unless_a_body_has_it() -> None:
    text = "申请人应提交材料"
    duty = Act(4, len(text), 4, 6, 0.9, 0.9, (0.8, 0.1, 0.1))
    assert public(text, parsed(text), (duty,), ()) == ()
    assert public(text, parsed(text), (duty,), (subject(text, "申请人"),)) == ()
    text = "港务局应提交材料"
    assert public(text, parsed(text), (duty,), (subject(text, "港务局"),)) == (duty,)


def test_who_pays_in_a_clause_behind_a_body_is_nearer_than_that() -> None:
    text = "港务局出具通知书,申请人一次性足额缴纳价款"
    gives, pays = (
        Act(text.index(v), e, text.index(v), text.index(v) + 2, 0.9, 0.9, (0.8, 0.1, 0.1))
        for v, e in (("出具", 8), ("缴纳", len(text)))
    )
    assert public(text, parsed(text), (gives, pays), (subject(text, "港务局"),)) == (gives,)
