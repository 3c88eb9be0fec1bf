"""A text that its copy holds twice is read once; a table of contents has no words behind its lines."""

from __future__ import annotations

import time

from kg.reading.text import Text
from kg.structure import structure

BODY = (
    "各镇人民政府：\n为做好服务,制定本意见。\n一、加强服务\n（一）设立窗口。设立综合窗口3个。\n"
    "（二）组建队伍。组建专员队伍。\n（三）完善制度。制定管理办法。\n（四）强化监督。开展检查2次。\n甲市人民政府\n2023年3月1日\n"
)


def test_the_second_printing_is_left_out() -> None:
    once, twice = (structure(Text("a.txt", "甲市人民政府关于做好服务的意见\n" + BODY * n)) for n in (1, 2))
    assert twice.sentences == once.sentences
    assert twice.sections == once.sections
    assert twice.header == once.header
    assert "设立综合窗口3个。" in {s.text for s in twice.sentences}


def test_three_printings_are_read_once() -> None:
    report = structure(Text("a.txt", "甲市人民政府关于做好服务的意见\n" + BODY * 3))
    assert [s.text for s in report.sentences].count("设立综合窗口3个。") == 1


def test_headings_with_words_behind_them_are_no_contents() -> None:
    """The same paragraphs in another order are none printed twice, and no table of contents."""
    items = [
        f"{n}、{word}工作。开展{word}检查{n}次。"
        for n, word in zip("一二三四", ("卫生", "安全", "消防", "环境"), strict=True)
    ]
    text = "关于检查的通知\n" + "\n".join(items) + "\n其他要求如下。\n" + "\n".join(items) + "\n以上。\n"
    found = [s.text for s in structure(Text("a.txt", text)).sentences]
    assert found.count("开展卫生检查一次。") == 2


def test_lines_of_a_table_that_are_alike_stay() -> None:
    report = structure(Text("a.txt", "关于检查的通知\n检查情况如下：\n" + "无。\n有。\n" * 4))
    assert [s.text for s in report.sentences].count("有。") == 4


def test_time_grows_with_length_alone() -> None:
    began = time.process_time()
    structure(Text("a.txt", "甲\n" * 30_000 + "乙\n" + "甲\n" * 30_000))
    assert time.process_time() - began < 10
