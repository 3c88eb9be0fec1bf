"""What is attached to a document is named where it is listed and over itself."""

from __future__ import annotations

import time

import pytest

from kg.extraction.names.attached import attached
from kg.extraction.names.seen import frame_names
from kg.reading.text import Text
from kg.structure import structure

NOTICE = """关于做好老年食堂工作的通知
各区人民政府：
现就老年食堂工作通知如下。
各区要办好老年食堂。
附件：1.老年食堂服务指南（试行）
2. 老年食堂名录.docx
海滨市民政局
2021年3月5日
附件1
老年食堂服务指南
老年食堂每天开放。
"""


def test_each_attachment_is_a_document_in_the_list_and_over_itself() -> None:
    found = [NOTICE[n.start : n.end] for n in attached(NOTICE)]
    assert found == ["老年食堂服务指南（试行）", "老年食堂名录", "老年食堂服务指南"]


def test_they_are_among_the_names_of_the_frame() -> None:
    report = structure(Text("a.txt", NOTICE))
    found = {NOTICE[n.start : n.end] for n in frame_names(report, None, []) if n.type == "document"}
    assert {"老年食堂服务指南（试行）", "老年食堂名录"} <= found


@pytest.mark.parametrize(
    "text",
    [
        "附件：《老年食堂服务指南》\n",  # a title in its marks is read as such
        "附件：海民发〔2021〕5号\n",
        "附件：以下材料由申请人提供，共三份。\n",
        "附件1\n海滨市老年食堂\n",  # listed nowhere
        "见附件：老年食堂名录\n",
    ],
)
def test_other_lines_name_no_attachment(text: str) -> None:
    assert list(attached(text)) == []


def test_long_lines_and_lists_take_no_time() -> None:
    begun = time.process_time()
    list(
        attached(
            "附件：" + "\n" * 50_000 + "附件" * 50_000 + "\n" + "附件：1.名录\n" + "2.名录\n" * 20_000 + " " * 50_000
        )
    )
    assert time.process_time() - begun < 2
