"""The names outside of the sentences."""

from __future__ import annotations

import time

import pytest

from kg.extraction.names.seen import SOURCE, frame_names
from kg.extraction.responsibility.placed import WHOSE
from kg.language.reader import shipped
from kg.reading.text import Text
from kg.structure import structure

NOTICE = """海滨市人民政府办公室关于印发海滨市老年食堂补助办法的通知
各区人民政府：
现将《海滨市老年食堂补助办法》印发给你们，请遵照执行。
海滨市人民政府办公室
2021年3月5日
海滨市老年食堂补助办法
第一条老年食堂每年补助2万元。
"""


def test_the_title_of_a_notice_names_who_issues_which_document() -> None:
    report = structure(Text("a.txt", NOTICE))
    found = {NOTICE[n.start : n.end]: n.type for n in frame_names(report, None, []) if n.start < NOTICE.index("各区")}
    assert found == {"海滨市人民政府办公室": "organisation", "海滨市老年食堂补助办法": "document"}


def test_the_title_of_a_notice_names_who_issues_a_document_again() -> None:
    text = NOTICE.replace("关于印发", "关于重新发布", 1)
    report = structure(Text("a.txt", text))
    found = {text[n.start : n.end]: n.type for n in frame_names(report, None, []) if n.start < text.index("各区")}
    assert found == {"海滨市人民政府办公室": "organisation", "海滨市老年食堂补助办法": "document"}


def test_what_a_notice_issues_is_named_over_it() -> None:
    report = structure(Text("a.txt", NOTICE))
    title = "海滨市老年食堂补助办法"
    found = [(n.start, n.end) for n in frame_names(report, None, []) if n.type == "document"]
    at = NOTICE.rindex(title)
    assert (at, at + len(title)) in found


def test_who_published_a_text_is_named_in_a_line_of_its_own() -> None:
    text = "海滨市政府工作报告\n来源：海滨日报\n各位代表：\n数据来源：统计局的年报。\n"
    found = [text[n.start : n.end] for n in frame_names(structure(Text("a.txt", text)), None, [])]
    assert "海滨日报" in found
    page = text.replace("来源：海滨日报", "编辑:林某来源:海滨市房产局2023-04-28阅读:12次")
    assert "海滨市房产局" in [page[n.start : n.end] for n in frame_names(structure(Text("a.txt", page)), None, [])]
    assert not any("统计局" in name for name in found)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("海滨省人民政府省长林某", "海滨省人民政府"),
        (
            "——2025年1月14日在海滨省第十四届人民代表大会第三次会议上海滨省人民政府代省长林某作政府工作报告",
            "海滨省人民政府",
        ),
        ("自治区人民政府\n主席林某", "自治区人民政府"),
        ("国务院总理林某", "国务院"),
        ("市长林某", None),
    ],
)
def test_whose_head_reports_is_named_under_the_title(line: str, who: str | None) -> None:
    text = f"2025年海滨省政府工作报告\n{line}\n各位代表：\n现在，我向大会报告工作。\n"
    found = [text[n.start : n.end] for n in frame_names(structure(Text("a.txt", text)), None, [])]
    assert (who in found) if who else not any("林某" in name for name in found)


def test_the_body_of_the_corps_is_named_among_those_of_all_provinces() -> None:
    text = (
        "民政部关于做好老年食堂工作的通知\n"
        "各省、自治区、直辖市及新疆生产建设兵团民政局，各计划单列市民政局：\n"
        "现就有关工作通知如下。\n民政部\n2021年3月5日\n"
    )
    found = [text[n.start : n.end] for n in frame_names(structure(Text("a.txt", text)), None, [])]
    assert "新疆生产建设兵团民政局" in found


@pytest.mark.parametrize(
    ("addressed", "names"),
    [
        ("各区民政局、财政局，市医疗保障局", ["市医疗保障局"]),
        ("各县（市、区）商务局、公安局、财政局", []),
        ("市财政局、市公安局，各区财政局、公安局", ["市财政局", "市公安局"]),
    ],
)
def test_bodies_of_each_division_are_none_of_the_issuers(addressed: str, names: list[str]) -> None:
    text = f"海滨市民政局关于开设老年食堂的通知\n{addressed}：\n开设老年食堂5家。\n海滨市民政局\n2023年5月6日\n"
    start, end = text.index(addressed), text.index(addressed) + len(addressed)
    found = frame_names(structure(Text("a.txt", text)), shipped(), [])
    told = [text[n.start : n.end] for n in found if start <= n.start < end]
    assert [name for name in told if not name.startswith("各")] == names


@pytest.mark.parametrize("parted", ["\n", "\n\n", "\n\u3000\u3000", "\n\n\u3000\u3000"])
def test_bodies_that_sign_together_are_named_where_they_stand(parted: str) -> None:
    lines = [
        "海滨市民政局关于开设老年食堂的通知",
        "各区民政局：",
        "开设老年食堂5家。",
        "海滨市民政局",
        "海滨市财政局",
        "2023年5月6日",
    ]
    text = parted.join(lines) + "\n"
    report = structure(Text("a.txt", text))
    found = [(n.start, text[n.start : n.end]) for n in frame_names(report, None, [])]
    for body in lines[3:5]:
        assert (text.rindex(body), body) in found
    assert report.header.issuer is not None
    quote = report.header.issuer.quote
    assert text[quote.start : quote.end] == quote.text == text[text.rindex(lines[3]) : text.rindex(lines[5])].strip()


def test_thousands_of_blank_lines_take_no_time() -> None:
    begun = time.process_time()
    assert SOURCE.search("\n" * 100_000) is None
    assert WHOSE.match("和" * 1_000) is None
    assert time.process_time() - begun < 2
