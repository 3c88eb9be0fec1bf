"""Where sentences begin and end."""

from __future__ import annotations

import pytest

from kg.reading.text import Text
from kg.structure import structure
from kg.structure.sentences import LONGEST, split_sentences


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


@pytest.mark.parametrize(
    ("piece", "ends"),
    [
        ("新建学校3所，改造道路（东段，西段）5条、", "，、"),
        ("改造（东段，西段", "，"),
        ("投入1,100", "01投入,"),
        ("改造", "改造"),
    ],
)
def test_what_is_longer_than_any_sentence_is_cut_where_a_clause_ends(piece: str, ends: str) -> None:
    text = piece * (3 * LONGEST // len(piece)) + "。"
    found = parts(text)
    assert "".join(found) == text
    assert max(map(len, found)) <= LONGEST
    assert len(found) <= 5
    assert {part[-1] for part in found[:-1]} <= set(ends)
    assert not any(part.endswith("东段，") for part in found) or "）" not in piece
    assert not any(part.endswith(",") for part in found)


def test_the_longest_sentence_stays_whole() -> None:
    text = "改造道路，" * (LONGEST // 5 - 1) + "改造学校。"
    assert parts(text + "完成。") == [text, "完成。"]


def test_paragraphs_are_counted_over_the_whole_text() -> None:
    report = structure(Text("a.txt", "关于服务的报告\n\n\u3000\u3000现报告如下。\n一、甲甲\n检查。完成。\n"))
    assert [(s.text, s.paragraph, s.section) for s in report.sentences] == [
        ("现报告如下。", 1, None),
        ("检查。", 3, 0),
        ("完成。", 3, 0),
    ]
