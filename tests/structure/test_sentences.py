"""Where sentences begin and end."""

from __future__ import annotations

import pytest

from kg.reading.text import Text
from kg.structure import structure
from kg.structure.sentences import split_sentences


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新设窗口3个。检查3次。", ["新设窗口3个。", "检查3次。"]),
        ("新设窗口3个;检查3次；完成!好？是", ["新设窗口3个;检查3次；完成!", "好？", "是"]),
        ("印发《甲。乙》通知。完成", ["印发《甲。乙》通知。", "完成"]),
        ("开展“为什么？”活动。", ["开展“为什么？”活动。"]),
        ("他说：“要改革。要开放。”随后开会。", ["他说：“要改革。要开放。”", "随后开会。"]),
        ("“要改革。”的要求得到落实。", ["“要改革。”的要求得到落实。"]),
        ("推进（一期。二期）和(三期。四期)建设。完成。", ["推进（一期。二期）和(三期。四期)建设。", "完成。"]),
        ("检查3次。（责任单位：市住建局）", ["检查3次。", "（责任单位：市住建局）"]),
        ("好！！”完成。", ["好！！”", "完成。"]),
        ("没有闭合的“引号。后面的句子。", ["没有闭合的“引号。", "后面的句子。"]),
        ('坚持"房住。不炒"定位。完成。', ['坚持"房住。不炒"定位。', "完成。"]),
        ("\u3000\u3000检查。 \u3000完成。\u3000", ["检查。", "完成。"]),
        ("增长3.5%.完成", ["增长3.5%.完成"]),
        (" \u3000 ", []),
    ],
)
def test_split(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_paragraphs_are_counted_over_the_whole_text() -> None:
    report = structure(Text("a.txt", "关于服务的报告\n\n\u3000\u3000现报告如下。\n一、甲甲\n检查。完成。\n"))
    assert [(s.text, s.paragraph, s.section) for s in report.sentences] == [
        ("现报告如下。", 1, None),
        ("检查。", 3, 0),
        ("完成。", 3, 0),
    ]
