"""What holds for every text whatsoever."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reading import read
from kg.reading.text import Text
from kg.structure import Report, structure
from kg.structure.lines import BLANK
from kg.structure.sentences import split_sentences

SOUP = st.text(
    alphabet="。！？!?；;，,：:《》“”‘’（）()【】〔〕[]\"'、.．一二(1①\n \u3000\ufeff政府号年月日0２第章", max_size=200
)
PIECES = st.lists(
    st.sampled_from(
        [
            "一、总体要求",
            "（一）加强领导。",
            "1.建立机制：",
            "（1）",
            "①",
            "第一章 总则",
            "1.1 目的",
            "1.2 ",
            "一是",
            "各位代表：",
            "区政府：",
            "关于服务的报告",
            "甲府〔2023〕1号",
            "甲市人民政府",
            "2023年12月6日",
            "二〇二三年十三月四十日",
            "（此件公开发布）",
            "附件1",
            "附件：1.清单",
            "新设窗口3个。",
            "《甲。乙》",
            "“丙！”",
            "——2025年1月1日在甲市第一届人民代表大会第一次会议上",
            "\n",
            "\n",
            "\n",
            "\u3000",
            "政府工作报告",
            "名词解释",
            "责任单位：",
            "；",
            "截至2022年底，",
            "市长王某",
        ]
    ),
    max_size=40,
).map("".join)


def check(report: Report) -> None:
    characters, sentences, sections = report.text.characters, report.sentences, report.sections
    for s in sentences:
        assert characters[s.start : s.end] == s.text == s.text.strip(BLANK) != ""
        assert "\n" not in s.text
        if s.section is not None:
            assert sections[s.section].end <= s.start < sections[s.section].body_end
    assert all(a.end <= b.start and a.paragraph <= b.paragraph for a, b in pairwise(sentences))
    for i, section in enumerate(sections):
        assert characters[section.start : section.end] == section.heading
        assert section.start < section.end <= section.body_end <= len(characters)
        assert section.level >= 1
        assert section.number
        if section.parent is not None:
            above = sections[section.parent]
            assert section.parent < i
            assert above.level < section.level
            assert above.end <= section.start
            assert section.body_end <= above.body_end
        for s in sentences:
            assert s.end <= section.start or s.start >= section.end
    assert all(a.end <= b.start for a, b in pairwise(sections))
    for name in report.header.__slots__:
        if field := getattr(report.header, name):
            assert field.value
            assert characters[field.quote.start : field.quote.end] == field.quote.text


@given(st.one_of(st.text(max_size=300), SOUP, PIECES))
def test_any_text_has_a_sound_structure(characters: str) -> None:
    check(structure(Text("a.txt", characters)))


@given(st.one_of(st.text(max_size=200), SOUP))
def test_sentences_cover_every_paragraph(paragraph: str) -> None:
    paragraph = paragraph.replace("\n", "")
    covered = "".join(paragraph[start:end] for start, end in split_sentences(paragraph))
    assert [c for c in covered if c not in BLANK] == [c for c in paragraph if c not in BLANK]


@pytest.mark.parametrize("width", ["()", "（）"])
def test_twice_the_same(width: str) -> None:
    text = Text("a.txt", f"关于服务的报告\n一、甲甲\n{width[0]}一{width[1]}乙乙。检查。\n甲市政府\n2023年1月1日")
    assert structure(text) == structure(text)


@pytest.mark.parametrize(
    "piece",
    [
        "（",
        "“”",
        "。",
        "《审议意见》（",
        "\n一、甲甲\n",
        "一、甲（一）",
        "国务院\n",
        "2023年1月1日\n",
        "甲府〔2023〕",
        "——2023年1月1日在",
        '"',
    ],
)
def test_time_grows_with_length_alone(piece: str) -> None:
    began = time.process_time()
    structure(Text("a.txt", piece * (200_000 // len(piece))))
    assert time.process_time() - began < 10


def test_gold_texts(shared: Path) -> None:
    files = sorted((shared / "gold").glob("*.txt"))
    assert files
    for path in files:
        check(structure(read(path)))
