"""What stands above a sentence: headings with and without a number, announced lists, and when targets are due."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction.counts.outcomes import due_in, sets_target
from kg.extraction.times.parts import parts
from kg.extraction.times.telling import announces, heads
from kg.facts import Day, Sentence
from kg.language import find_quantities
from kg.language.parsed import Act, Parsed
from kg.reading.text import Text
from kg.structure import structure

FRAME = "甲市政府工作报告\n——2026年1月20日在甲市第九届人民代表大会第一次会议上\n市长 张三\n各位代表：\n"


def above(body: str) -> dict[str, tuple[int, str | None]]:
    """Sentence → which way what stands above it tells, and when its targets are due."""
    report = structure(Text("a.txt", FRAME + body))
    return {
        s.text: (round(a.part.odds / 6), due.as_of.isoformat() if (due := a.column or a.due) else None)
        for s, a in zip(report.sentences, parts(report), strict=True)
    }


def test_headings_without_a_number_tell_what_lies_ahead() -> None:
    found = above(
        "2025年工作回顾\n建成窗口5个。\n（一）产业发展。新增企业3家。\n（二）民生改善。新增学位9个。\n"
        "2026年重点工作\n今年是开局之年。\n（一）产业发展。新增企业4家。\n（二）民生改善。新增学位8个。\n"
        "名词解释\n窗口：办事的地方。\n"
    )
    assert found["建成窗口5个。"] == found["新增学位9个。"] == (-1, None)
    assert found["今年是开局之年。"] == found["新增企业4家。"] == found["新增学位8个。"] == (1, None)
    assert found["窗口：办事的地方。"] == (0, None)


def test_a_heading_without_a_number_ends_where_counting_goes_on() -> None:
    found = above("一、产业\n重点工作\n建设园区。\n（一）园区\n扩大园区。\n二、民生\n建设学校。\n")
    assert [found[s][0] for s in ("建设园区。", "扩大园区。", "建设学校。")] == [1, 1, 0]


def test_a_list_announced_before_a_colon_looks_ahead() -> None:
    found = above("“十五五”时期，要努力实现以下目标任务：\n一是经济增长5%。\n二是新增企业9家。\n各位代表！\n")
    assert found["一是经济增长5%。"] == found["二是新增企业9家。"] == (1, "2030-12-31")
    assert found["各位代表！"] == (0, None)


def test_a_heading_with_a_year_makes_nothing_due() -> None:
    found = above("一、“十五五”时期主要目标\n建成窗口6个。\n二、2026年工作安排\n建成窗口7个。\n")
    assert [found[s][1] for s in ("建成窗口6个。", "建成窗口7个。")] == [None, None]


@pytest.mark.parametrize(
    ("opening", "first", "second", "due"),
    [
        ("今年再办好6件民生实事。", "一是建成窗口5个。", "二是新增学位8个。", "2026-12-31"),
        ("今年，将继续办好群众可感可及的10件实事。", "一是建成窗口5个。", "二是新增学位8个。", "2026-12-31"),
        ("今年要继续办好“十件民生实事”。", "（1）建成窗口5个。", "（2）新增学位8个。", "2026-12-31"),
        ("从今年开始，重点抓好三项工作。", "一是建成窗口5个。", "二是新增学位8个。", None),
        ("今年以来办好6件民生实事。", "一是建成窗口5个。", "二是新增学位8个。", None),
        ("今年再办好6件民生实事。", "建成窗口5个。", "新增学位8个。", None),
    ],
)
def test_deeds_numbered_behind_what_announces_them_are_due_in_its_year(
    opening: str, first: str, second: str, due: str | None
) -> None:
    found = above(f"各项工作抓紧。{opening}{first}{second}\n扩大园区。\n")
    assert [found[s][1] for s in (first, second, "扩大园区。")] == [due, due, None]


def test_a_sentence_that_opens_numbered_sections_tells_their_year_and_no_more() -> None:
    found = above(
        "过去一年建成窗口5个。\n今年要重点做好以下八个方面工作。\n（一）产业发展\n新增企业9家。\n"
        "（二）民生改善\n新增学位8个。\n"
    )
    assert found["新增企业9家。"] == found["新增学位8个。"] == (0, "2026-12-31")
    found = above("今年要做好以下工作，压实责任。\n（一）产业发展\n新增企业9家。\n")
    assert found["新增企业9家。"] == (0, None)


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [("2026年重点工作", True), ("重点工作、重大项目", False), ("重点工作已经完成。", False), ("提升服务水平", False)],
)
def test_which_paragraphs_are_headings(text: str, is_heading: bool) -> None:
    assert heads(text) == is_heading


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("今年要着重抓好以下重点工作：", True),
        ("围绕重点工作，主要做了以下几方面：", False),
        ("根据有关要求，现将重点工作情况报告如下：", False),
    ],
)
def test_which_sentences_announce(text: str, so: bool) -> None:
    assert announces(text) == so


def test_targets_are_due_by_what_announces_them_unless_the_sentence_tells_a_time() -> None:
    due = Day(0, 5, "2026年", date(2026, 12, 31))

    def parsed(text: str, *days: Day) -> Parsed:
        return Parsed(Sentence(0, len(text), text, None, 0), (), (), find_quantities(text), days, (), (), ())

    assert due_in(parsed("新增企业9家"), due) == due
    assert due_in(parsed("人均预期寿命达到78岁"), due) == due
    assert due_in(parsed("优良天数达到338天以上"), due) == due
    assert due_in(parsed("10年内减少50%"), due) is None
    assert due_in(parsed("新增企业9家", Day(9, 9, "到2030年", date(2030, 12, 31))), due) is None


@pytest.mark.parametrize(("verb", "so"), [("新增", True), ("高于", True), ("推进", False)])
def test_what_is_worked_on_sets_no_target(verb: str, so: bool) -> None:
    text = verb + "项目9个"
    (count,) = find_quantities(text)
    assert sets_target(text, Act(0, 6, 0, 2, 0.9, 0.9, (0.1, 0.1, 0.8)), count) == so


def test_the_column_of_a_table_tells_when_its_targets_are_due() -> None:
    found = above(
        "序号 | 任务 | 责任单位 | 完成时限\n1 | 新增学位8个 | 县教育局 | 2026年9月底前\n"
        "2 | 新增泊位2个 | 县港务局 | 长期坚持\n\n新建码头3座。\n"
    )
    assert found["新增学位8个"][1] == "2026-09-30"
    assert found["新增泊位2个"][1] is None
    assert found["新建码头3座。"][1] is None
