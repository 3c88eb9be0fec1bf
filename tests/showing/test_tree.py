from __future__ import annotations

import re

from kg.asking.view import Edge, Node, View
from kg.showing.layout import columns_of
from kg.showing.tree import tree


def example(label: str = "设立窗口") -> View:
    nodes = (
        Node("b", "body", "甲局", ()),
        Node("p", "body", "乙局", ()),
        Node("m", "measure", label, (), "done"),
        Node("n", "measure", "开会", (), "planned"),
        Node("u", "measure", "无人负责", ()),
        Node("o", "outcome", "5个", ()),
        Node("s", "site", "窗口", ()),
    )
    edges = (
        Edge("b", "m", "lead", "explicit"),
        Edge("p", "m", "partner", "explicit"),
        Edge("b", "n", "lead", "issuer"),
        Edge("m", "o", "hasOutcome"),
        Edge("m", "s", "establishes"),
    )
    return View("例", (), nodes, edges)


def test_plain_is_indented_and_whole() -> None:
    assert tree(example(), "zh").splitlines() == [
        "■ 甲局",
        "  ▶ 设立窗口 [已完成] (配合 乙局)",
        "    ● 设立 窗口",
        "    # 成效 5个 (未写日期)",
        "  ▶ 开会 [计划、牵头未点名]",
        "· （未写明）",
        "  ▶ 无人负责",
    ]


def test_a_terminal_gets_guides_and_lines_that_fit() -> None:
    drawn = tree(example("很长的举措" * 30), "en", 40, colour=True)
    assert "├─\033[1m▶ 很长的举措" in drawn
    assert "│ └─\033[36m# outcome 5个 (no date)\033[0m" in drawn
    plain = re.sub(r"\033\[\d+m", "", drawn)
    assert max(sum(map(columns_of, line)) for line in plain.splitlines()) <= 40
    assert plain == tree(example("很长的举措" * 30), "en", 40)


def test_no_word_of_a_report_reaches_the_terminal_as_a_command() -> None:
    shown = tree(example("红\033[31m\x9b31m\u202e\n下一行"), "zh")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)
    assert len(shown.splitlines()) == 7
