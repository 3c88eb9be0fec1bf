"""Headings that close with a full stop."""

from __future__ import annotations

from kg.extraction.acts.headlines import headlines
from kg.facts import Sentence

BODY = "统筹推进港口市场监管、质量监管、安全监管，健全事前事中事后监管机制，建立港口信用档案，依法公开港口信用。"


def sentences(*paragraphs: tuple[str, ...]) -> tuple[Sentence, ...]:
    found = []
    for paragraph, texts in enumerate(paragraphs):
        found += [Sentence(0, len(text), text, None, paragraph) for text in texts]
    return tuple(found)


def test_lines_of_their_own_over_paragraphs_are_headings() -> None:
    plan = sentences(*[one for _ in range(5) for one in (("健全港口统计体系。",), (BODY, BODY))])
    assert headlines(plan) == {0, 3, 6, 9, 12}


def test_a_few_short_paragraphs_are_none() -> None:
    assert not headlines(sentences(*[one for _ in range(3) for one in (("健全港口统计体系。",), (BODY, BODY))]))


def test_what_has_clauses_figures_or_company_is_none() -> None:
    for line in ("健全体系，疏浚航道。", "新建5个泊位。", "一是疏浚航道。", "疏浚航道"):
        assert not headlines(sentences(*[one for _ in range(6) for one in ((line,), (BODY, BODY))]))
    assert not headlines(sentences(*[one for _ in range(6) for one in (("疏浚航道。", "建设码头。"), (BODY, BODY))]))
    assert not headlines(sentences(*[one for _ in range(6) for one in (("疏浚航道。",), ("建设码头。",))]))


def test_a_first_sentence_that_only_names_the_work_told_behind_it_is_a_heading() -> None:
    assert headlines(sentences(("港口管理创新扎实推进。", BODY, BODY))) == {0}
    assert headlines(sentences(("依法行政深入推进。",), (BODY, BODY))) == {0}
    for line in ("疏浚航道。", "航运改革试点继续推进，成效明显。", "3项航运改革扎实推进。"):
        assert not headlines(sentences((line, BODY, BODY)))
    assert not headlines(sentences((BODY, "港口管理创新扎实推进。", BODY)))
    assert not headlines(sentences(("港口管理创新扎实推进。",)))
