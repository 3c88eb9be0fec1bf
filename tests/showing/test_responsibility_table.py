"""The responsibility table: a workbook another reader opens, text that stays text, the same bytes every time."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import math
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl.utils import range_boundaries

from kg.asking.responsibilities import ByGap, ByKey, Key, grouped
from kg.asking.rows import Count, Involved, Responsible, Row
from kg.errors import UsageMistake
from kg.showing import workbook
from kg.showing.responsibilities import BOOK_COLUMNS, COLUMNS, Shown, cells
from kg.showing.sheet_names import SheetNames
from tests.showing.tables import hostile, opened, responsibility_table
from tests.support import example_facts

FORMS = ("xlsx", "csv", "html", "md", "json")


def test_a_row_tells_all_that_is_known_of_a_measure(rows: Sequence[Row]) -> None:
    handled = next(r for r in rows if r.measure == "受理2048件办件")
    assert handled.report == "关于江川县政务服务改革落实情况的报告 江府报〔2024〕7号"
    assert handled.section == "(一)设立专门窗口"
    assert [(b.name, b.role, b.basis) for b in handled.bodies] == [
        ("江川县市场监督管理局", "lead", "inherited"),
        ("江川县税务局", "partner", "inherited"),
    ]
    assert handled.outcomes == (Count("2048件", "2048", "件", "办件", "exact", "2024-10-31"),)
    assert handled.gaps == ()
    text = example_facts().characters
    assert text[handled.start : handled.end] == handled.measure
    assert handled.sentence in text.splitlines()[handled.line - 1]


def test_how_we_know_the_bodies_is_told_once_or_of_each(rows: Sequence[Row]) -> None:
    handled = next(r for r in rows if r.measure == "受理2048件办件")
    lead, partner = handled.bodies
    mixed = dataclasses.replace(handled, bodies=(dataclasses.replace(lead, basis="explicit"), partner))
    at = COLUMNS.index("basis")
    assert cells(handled, "en")[at] == ("inherited",)
    assert cells(mixed, "en")[at] == ("江川县市场监督管理局: named", "江川县税务局: inherited")
    assert cells(dataclasses.replace(handled, bodies=()), "en")[at] == ()


def test_gaps_are_those_of_the_shapes(rows: Sequence[Row]) -> None:
    found = ByGap()
    for number, row in enumerate(rows):
        found.add(number, row.gaps, row.status)
    gaps = {gap: [rows[number].measure for number in numbers] for gap, numbers in found.groups()}
    assert gaps["planned-without-due"] == ["新增办理面积1.5万平方米"]
    assert "设置3个自助服务区" in gaps["outcome-undated"]
    assert "印发《江川县帮办工作方案》" in gaps["nobody-named"]
    assert "设立“企业开办”专窗" not in gaps["nobody-named"]


def test_a_measure_stands_under_each_of_its_bodies(rows: Sequence[Row]) -> None:
    groups = {g.name: [r.measure for r in g.rows] for g in grouped(rows, "body")}
    for body in ("江川县市场监督管理局", "江川县税务局"):
        assert groups[body] == ["设立“企业开办”专窗", "受理2048件办件"]
    sites = grouped(rows, "site")
    assert [g.name for g in sites] == ["江川县“企业开办”专窗", "江川县政务服务中心", ""]
    assert sum(len(g.rows) for g in sites) == len(rows)
    assert [g.name.rpartition(" · ")[2] for g in grouped(rows, "section")] == ["(一)设立专门窗口", "二、完善制度机制"]


def test_bodies_of_one_name_are_told_apart() -> None:
    one, other = hostile(1, "财政局"), hostile(2, "财政局")
    other = dataclasses.replace(other, bodies=(Responsible("urn:b:2", "财政局", "江川县", "lead", "explicit"),))
    assert [g.name for g in grouped((one, other), "body")] == ["财政局 (=HYPERLINK(0))", "财政局 (江川县)"]


def test_the_weightiest_gaps_of_what_is_still_to_come_stand_first() -> None:
    found = ByGap()
    found.add(0, ("nobody-named", "outcome-undated"), "done")
    found.add(1, ("nobody-named",), "ongoing")
    found.add(2, ("planned-without-due",), "planned")
    found.add(3, ("nobody-named", "planned-without-due"), "planned")
    assert found.groups() == [
        ("planned-without-due", [3, 2]),
        ("nobody-named", [3, 1, 0]),
        ("outcome-undated", [0]),
    ]


def test_the_workbook(rows: Sequence[Row]) -> None:
    book = opened(responsibility_table(Shown(rows, "zh"), "xlsx"))
    assert book.sheetnames[:3] == ["举措", "缺口", "成效与目标"]
    assert {"江川县市场监督管理局", "江川县税务局", "江川县人民政府"} <= set(book.sheetnames)
    assert book.properties.created == datetime(2000, 1, 1)
    sheet = book["举措"]
    heads = [cell.value for cell in sheet[1]]
    assert heads[:7] == ["报告", "部分", "举措", "牵头单位", "配合单位", "依据", "服务点与系统"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", f"A1:U{len(rows) + 1}")
    assert (sheet.print_title_rows, sheet.page_setup.orientation, sheet.page_setup.paperSize) == (
        "$1:$1",
        "landscape",
        9,
    )
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    line = next(r for r in sheet.iter_rows(min_row=2) if r[2].value == "受理2048件办件")
    cells = dict(zip(BOOK_COLUMNS, line, strict=True))
    assert (cells["value"].value, cells["value"].data_type) == (2048, "n")
    assert (cells["as_of"].value, cells["as_of"].number_format) == (datetime(2024, 10, 31), "yyyy-mm-dd")
    assert cells["basis"].value == "承前主语", "told once where it is the same of all"
    assert cells["sentence"].alignment.wrap_text
    several = next(r for r in sheet.iter_rows(min_row=2) if "惠及" in r[2].value)
    assert several[BOOK_COLUMNS.index("value")].value == "300\n99.5"
    assert several[BOOK_COLUMNS.index("outcome")].value == "近300家 (企业), 未写日期\n99.50% (满意度), 未写日期"
    assert book["缺口"]["A2"].value == "计划未写期限 (1)", "how many there are stands in the filter's list too"
    gap_heads = [cell.value for cell in book["缺口"][1]]
    assert gap_heads == ["缺口种类", *heads], "no two columns of one name"
    wide = [sheet.column_dimensions[head.column_letter].width for head in sheet[1]]
    assert wide[BOOK_COLUMNS.index("sentence")] > 40
    assert wide[BOOK_COLUMNS.index("as_of")] > len("2024-10-31")
    assert sheet.print_options.gridLines
    for line in sheet.iter_rows(min_row=2):
        said = line[BOOK_COLUMNS.index("sentence")].value
        needed = math.ceil(0.9 * sum(1 + (ord(c) > 127) for c in said) / wide[BOOK_COLUMNS.index("sentence")])
        assert sheet.row_dimensions[line[0].row].height >= 13 * needed


def test_what_is_printed_is_seven_points_high_on_a4(rows: Sequence[Row]) -> None:
    long = Responsible("urn:b", "江川县市场监督管理局（知识产权局）", "", "lead", "explicit")
    thing = Involved("urn:t", "江川县“企业开办”专窗", "site", "deliveredAt")
    things = tuple(dataclasses.replace(thing, kind=kind) for kind in ("site", "programme", "document"))
    full = [
        dataclasses.replace(row, report=row.report * 3, section=row.sentence, bodies=(long, *row.bodies), things=things)
        for row in rows
    ]
    made = opened(responsibility_table(Shown(full, "zh", page="p.html"), "xlsx"))
    for name in ("举措", "江川县税务局", "成效与目标"):
        sheet = made[name]
        last = range_boundaries(sheet.print_area.rpartition("!")[2])[2] if sheet.print_area else 15
        heads = [cell.value for cell in sheet[1]][:last]
        assert heads[-1] == "行"
        assert {"牵头单位", "成效或目标", "状态", "原句"} <= set(heads)
        wide = sum(7 * sheet.column_dimensions[cell.column_letter].width for cell in sheet[1][:last])
        paper = (297 / 25.4 - 2 * sheet.page_margins.left) * 96
        assert 10 * paper / wide > 6.9, name
    assert "关于" in made["举措"]["A2"].value
    gaps = made["缺口"]
    assert gaps.print_area.endswith(f"$O${gaps.max_row}"), "the kind of gap is printed too"


def test_every_printed_page_says_of_which_report_it_is_where_there_is_one(rows: Sequence[Row]) -> None:
    book = opened(responsibility_table(Shown(rows, "zh"), "xlsx"))
    assert book["举措"].oddHeader.center.text == f"责任清单 · {rows[0].report}"
    assert book["江川县税务局"].oddHeader.center.text == f"江川县税务局 · {rows[0].report}"
    other = dataclasses.replace(rows[0], report="另一份报告", report_iri="urn:r:2")
    assert opened(responsibility_table(Shown((*rows, other), "zh"), "xlsx"))["举措"].oddHeader.center.text == "责任清单"


def test_hostile_names_of_bodies_make_sheets() -> None:
    names = ["a" * 40, "A" * 40, "a/b\\c[d]:*?", "'quoted'", "History", "举措", "缺口", "\x01", "😀" * 20, "=1+1"]
    book = opened(responsibility_table(Shown(tuple(hostile(i, n) for i, n in enumerate(names)), "zh"), "xlsx"))
    made = book.sheetnames
    assert len(made) == len(names) + 3
    assert len({name.casefold() for name in made}) == len(made)
    assert all(len(name.encode("utf-16-le")) <= 62 and not set(name) & set("[]:*?/\\") for name in made)
    assert not any(name.startswith("'") or name.endswith("'") or name.casefold() == "history" for name in made)
    assert "举措 (2)" in made


def test_sheet_names_are_unique_however_many() -> None:
    names = SheetNames()
    made = [names.name("很长的单位名称" * 9) for _ in range(120)]
    assert len(set(made)) == 120
    assert max(map(len, made)) == 31


def test_thirty_bodies_have_sheets_and_the_rest_share_one() -> None:
    rows = tuple(hostile(i * 100 + j, f"第{i}单位") for i in range(35) for j in range(1 + (i >= 5)))
    book = opened(responsibility_table(Shown(rows, "en"), "xlsx"))
    assert len(book.sheetnames) == 3 + 30 + 1
    assert book.sheetnames[-1] == "Other bodies"
    assert [r[0].value for r in book["Other bodies"].iter_rows(min_row=2)] == [f"第{i}单位" for i in range(5)]


def test_nothing_is_a_formula() -> None:
    shown = Shown((hostile(1, "=cmd|' /C calc'!A0"),), "zh", "body", "page.html")
    for sheet in opened(responsibility_table(shown, "xlsx")):
        assert not [c.coordinate for line in sheet.iter_rows() for c in line if c.data_type == "f"]
    (line,) = list(csv.DictReader(io.StringIO(responsibility_table(shown, "csv").decode("utf-8-sig"), newline="")))
    assert line["measure"] == "'=HYPERLINK(0)"
    assert line["group"] == "'=cmd|' /C calc'!A0"
    assert line["sites"] == "'-1+1"
    assert line["value"] == "-3.50", "a number is no formula"
    assert line["sentence"].startswith("'+1|2")
    others = [said for column, said in line.items() if column != "value"]
    assert not [said for said in others if said.startswith(("=", "+", "-", "@"))]


def test_csv_round_trip(rows: Sequence[Row]) -> None:
    data = responsibility_table(Shown(rows, "en"), "csv")
    read = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert tuple(read[0]) == COLUMNS
    assert [(r["measure"], r["sentence"], int(r["start"])) for r in read] == [
        (r.measure, r.sentence, r.start) for r in rows
    ]
    assert [r["value"] for r in read] == ["; ".join(o.value for o in r.outcomes) for r in rows]
    assert read[1]["as_of"] == date(2024, 10, 31).isoformat()


def test_json_has_every_part(rows: Sequence[Row]) -> None:
    read = json.loads(responsibility_table(Shown(rows, "zh", "programme"), "json"))
    assert {r["group"] for r in read} == {"“帮办代办”制度", None}
    assert read[-1]["gaps"] == ["nobody-named", "planned-without-due"]


@pytest.mark.parametrize("key", ["body", "site", "programme"])
def test_groups_with_the_most_rows_come_first_and_rows_of_none_last(rows: Sequence[Row], key: Key) -> None:
    groups = Shown(rows, "zh", key).groups()
    counts = [len(group.rows) for group in groups if group.name != "（未写明）"]
    assert counts == sorted(counts, reverse=True)
    assert "（未写明）" not in [group.name for group in groups[:-1]]
    few, many = rows[0], rows[1]
    found = ByKey(key)
    for number, row in enumerate((few, many, many)):
        found.add(number, [(f"urn:{row.start}", "丁" if row is few else "甲", "")])
    assert [name for name, _ in found.groups()] == ["甲", "丁"]
    found.add(3, [("urn:other", "乙", "")])
    assert [name for name, _ in found.groups()] == ["甲", *sorted("丁乙")]


def test_markdown_names_each_report_once(rows: Sequence[Row]) -> None:
    other = [dataclasses.replace(row, report_iri="urn:other", report="另一份报告") for row in rows]
    lines = responsibility_table(Shown((*rows, *other), "zh"), "md").decode().splitlines()
    assert [line for line in lines if line.startswith("#")] == ["# 责任清单", f"## {rows[0].report}", "## 另一份报告"]
    heads = [line for line in lines if line.startswith("| 部分 | 举措 |")]
    assert len(heads) == 2
    assert sum("另一份报告" in line for line in lines) == 1
    by_body = responsibility_table(Shown((*rows, *other), "zh", "body"), "md").decode()
    assert "| 报告 | 部分 |" in by_body


def test_markdown_and_page_escape_what_they_show() -> None:
    shown = Shown((hostile(7, "甲|乙", "<script>a|b"),), "zh", "body", "a b.html")
    markdown = responsibility_table(shown, "md").decode()
    (line,) = [line for line in markdown.splitlines() if "script" in line]
    assert line.replace("\\|", "").count("|") == len(COLUMNS) + 1
    assert "[&lt;script&gt;a\\|b](<a%20b.html#7@urn:r:1>)" in line
    page = responsibility_table(shown, "html").decode()
    assert page.count("<script") == 1, "its own"
    assert "<script>a|b" not in page
    assert '<a href="a%20b.html#7@urn:r:1">&lt;script&gt;a|b</a>' in page
    assert "default-src 'none'" in page
    assert page.count("<tbody>") == 1


def test_rows_link_to_the_page(rows: Sequence[Row]) -> None:
    sheet = opened(responsibility_table(Shown(rows, "zh", page="a b.html"), "xlsx")).worksheets[0]
    cells = [line[-1] for line in sheet.iter_rows(min_row=2)]
    assert {cell.value for cell in cells} == {"看原句"}
    links = [(cell.hyperlink.target, cell.hyperlink.location) for cell in cells]
    assert links == [("a%20b.html", f"{row.start}@{row.report_iri}") for row in rows]
    far = responsibility_table(Shown(rows, "zh", page="x" * 3000), "xlsx")
    assert opened(far).worksheets[0].cell(2, len(COLUMNS) + 1).hyperlink is None


def test_each_outcome_has_a_row_with_one_number_and_day_a_cell(rows: Sequence[Row]) -> None:
    sheet = opened(responsibility_table(Shown(rows, "zh", page="p.html"), "xlsx"))["成效与目标"]
    heads, *lines = sheet.iter_rows()
    assert [cell.value for cell in heads][:9] == [
        *("种类", "成效或目标", "计数对象", "增减", "数值", "单位", "修饰", "截至或到期日期", "状态"),
    ]
    found = [dict(zip([cell.value for cell in heads], line, strict=True)) for line in lines]
    assert len(found) == sum(len(row.outcomes) for row in rows)
    assert all(line["数值"].data_type == "n" for line in found)
    told = {line["成效或目标"].value: line for line in found}
    assert [told["近300家"][name].value for name in ("数值", "单位", "计数对象", "修饰", "种类")] == [
        *(300, "家", "企业", "近", "成效"),
    ]
    assert told["1.5万平方米"]["种类"].value == "目标"
    assert told["2048件"]["截至或到期日期"].value == datetime(2024, 10, 31)
    assert told["2048件"]["网页"].hyperlink.target == "p.html"
    fell = dataclasses.replace(hostile(1, "甲"), outcomes=(Count("下降50%", "50", "%", "", "exact", "", "decrease"),))
    english = opened(responsibility_table(Shown((fell,), "en"), "xlsx"))["Outcomes and targets"]
    assert [cell.value for cell in english[2]][1:6] == ["下降50%", None, "fell", 50, "%"]


def test_links_that_excel_does_not_take_are_counted(rows: Sequence[Row], monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    assert b"".join(workbook.workbook(Shown(rows, "zh", page="p.html"), told.append))
    assert told == []
    sheets = opened(b"".join(workbook.workbook(Shown(rows, "zh", page="x" * 3000), told.append)))
    assert told == [sum(sheet.max_row - 1 for sheet in sheets.worksheets)]
    monkeypatch.setattr(workbook, "MOST_LINKS", 2)
    sheets = opened(b"".join(workbook.workbook(Shown(rows, "zh", page="p.html"), told.append)))
    assert told[1:] == [sum(max(sheet.max_row - 3, 0) for sheet in sheets.worksheets)]
    assert told[1] > 0


def test_a_link_names_its_report(rows: Sequence[Row]) -> None:
    row = dataclasses.replace(rows[0], report_iri="https://x.example/报告/1#a b@%20")
    shown = Shown((row,), "zh", page="页.html")
    assert shown.link(row) == f"%E9%A1%B5.html#{row.start}@https://x.example/%E6%8A%A5%E5%91%8A/1%23a%20b@%2520"
    assert shown.link(row, readable=True) == f"页.html#{row.start}@https://x.example/报告/1%23a%20b@%2520"
    assert dataclasses.replace(shown, page=None).link(row) == ""


def test_what_excel_cannot_hold_is_cut_or_kept_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    big = dataclasses.replace(
        hostile(1, "甲"),
        sentence="😀" * 20_000,
        outcomes=(Count("…", "12345678901234567890", "元", "", "exact", "1899-01-01"),),
    )
    sheet = opened(responsibility_table(Shown((big,), "zh"), "xlsx")).worksheets[0]
    cells = dict(zip(BOOK_COLUMNS, sheet[2], strict=True))
    assert cells["value"].value == str(Decimal("12345678901234567890"))
    assert cells["as_of"].value == "1899-01-01"
    assert len(cells["sentence"].value.encode("utf-16-le")) // 2 <= 32_767
    monkeypatch.setattr(workbook, "MOST_ROWS", 1)
    with pytest.raises(UsageMistake, match="2 rows"):
        responsibility_table(Shown((big, hostile(2, "乙")), "zh"), "xlsx")


@pytest.mark.parametrize("form", FORMS)
def test_the_same_bytes(rows: Sequence[Row], form: str) -> None:
    shown = Shown(rows, "zh", "body", "page.html")
    assert responsibility_table(shown, form) == responsibility_table(shown, form)
