"""What was seen and not read is listed, never dropped silently."""

from __future__ import annotations

import dataclasses
import json

from kg.cli.facts import unread_in_json
from kg.extraction.unread import unread
from kg.pipeline import facts_of
from kg.reading.text import Text

NOTE = "关于优化服务的实施方案\n一、建设网络\n建设5个服务站。\n责任单位:待定\n"


def test_a_figure_of_no_measure_is_listed_with_its_sentence() -> None:
    facts = facts_of(Text("a.txt", "关于服务工作情况的报告\n区民政局设立工作站,受理诉求1200余件。\n"))
    assert unread(facts) == ()
    (found,) = unread(dataclasses.replace(facts, measures=()))
    assert (found.reason, found.quote.text) == ("figure-without-measure", "1200余件")
    assert found.sentence.text == "区民政局设立工作站,受理诉求1200余件。"


def test_a_figure_in_a_measure_that_is_no_outcome_of_it_is_listed_too() -> None:
    facts = facts_of(Text("a.txt", "关于服务工作情况的报告\n区民政局设立工作站,受理诉求1200余件。\n"))
    bare = tuple(dataclasses.replace(m, outcomes=()) for m in facts.measures)
    (found,) = unread(dataclasses.replace(facts, measures=bare))
    assert (found.reason, found.quote.text) == ("figure-without-outcome", "1200余件")


def test_a_note_whose_body_is_unknown_is_listed() -> None:
    found = [u for u in unread(facts_of(Text("a.txt", NOTE))) if u.reason == "note-without-body"]
    assert [u.quote.text for u in found] == ["责任单位:待定"]
    assert NOTE[found[0].quote.start : found[0].quote.end] == found[0].quote.text


def test_a_cell_of_a_table_that_tells_no_body_we_know_is_listed() -> None:
    text = (
        "岳西县港口工作方案\n序号 | 任务 | 牵头单位 | 配合单位\n1 | 建设5个服务站 | 待定 | 县财政局\n"
        "2 | 疏浚航道9公里 | 县教育局 | —\n3 | 改造船闸2座 | / | 无\n"
    )
    found = [u for u in unread(facts_of(Text("a.txt", text))) if u.reason == "note-without-body"]
    assert [(u.quote.text, u.sentence.text) for u in found] == [("待定", "待定")]
    assert text[found[0].quote.start : found[0].quote.end] == "待定"


def test_the_command_prints_reason_words_and_place() -> None:
    printed = json.loads(unread_in_json(facts_of(Text("a.txt", NOTE))))
    assert printed["source"] == "a.txt"
    assert printed["unread"][-1]["reason"] == "note-without-body"
    assert printed["unread"][-1]["text"] == "责任单位:待定"
