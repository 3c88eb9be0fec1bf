"""Comparisons, and demands with their answers, as workbooks and pages: nothing is cut, columns say what they hold."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import range_boundaries
from playwright.sync_api import Browser

from kg.asking.acts import Act
from kg.asking.answers import Answers, Demand
from kg.asking.compare import Comparison, Row
from kg.asking.likeness import Likeness
from kg.graph.held import StoredReport
from kg.showing.comparison import answers_text, title
from kg.showing.comparison_book import answers_book, comparison_book
from kg.showing.comparison_page import answers_page, comparison_page

LONG = "为落实全市优化营商环境建设大会的部署,区政府主要领导主持本区营商环境工作推进大会,并提出了具体要求。" * 4
REPORT = StoredReport("urn:r", "urn:g", "区政府工作报告", None, "黄浦区人民政府", date(2025, 1, 6), "r.txt", 1)


def _act(text: str, sentence: str) -> Act:
    return Act("", text, "", "", text, "done", "", sentence, 1, 0, len(text), (), (), ())


def _demand(number: str, heading: str, text: str) -> Demand:
    return Demand(number, heading, text, 1, 0, len(text), ())


def _sheet(book: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(book)).worksheets[0]


def test_a_row_is_as_high_as_its_longest_text() -> None:
    acts = _act("主持推进大会", LONG), _act("主持推进大会", "主持推进大会。")
    rows = tuple(Row("dropped", act, None, None, (), False) for act in acts)
    sheet = _sheet(comparison_book(Comparison(REPORT, REPORT, rows, (), (), False), "zh"))
    assert sheet.row_dimensions[2].height > 8 * sheet.row_dimensions[3].height
    demands = _demand("一", "", LONG), _demand("二", "", "加强监管。")
    sheet = _sheet(answers_book(Answers("d.txt", REPORT, demands), "zh"))
    assert sheet.row_dimensions[2].height > 8 * sheet.row_dimensions[3].height


def test_the_columns_say_what_stands_in_them() -> None:
    heads = [cell.value for cell in _sheet(answers_book(Answers("d.txt", REPORT, ()), "zh"))[1]]
    assert heads[:2] == ["部分", "意见"]
    assert heads[-1] == "相似度的由来"
    heads = [cell.value for cell in _sheet(comparison_book(Comparison(REPORT, REPORT, (), (), (), False), "en"))[1]]
    assert heads[-1] == "Why this score"
    apart = _sheet(comparison_book(Comparison(REPORT, REPORT, (), (), (), False, apart=True), "en"))
    assert "Led by another kind of body" in [cell.value for cell in apart[1]]
    assert apart.row_dimensions[1].height > 4 * 14
    assert all(cell.alignment.wrap_text for cell in apart[1])


def test_what_is_printed_is_seven_points_high_on_a4() -> None:
    comparison = comparison_book(Comparison(REPORT, REPORT, (), (), (), False), "zh")
    for book in (comparison, answers_book(Answers("d.txt", REPORT, ()), "zh")):
        sheet = _sheet(book)
        last = range_boundaries(sheet.print_area.rpartition("!")[2])[2]
        heads = [cell.value for cell in sheet[1]]
        assert {"B 举措", "B 状态", "B 原句"} <= set(heads[:last])
        assert {"B 部分", "B 位置", "B 牵头", "相似度的由来"} == {head for head in heads[last:] if head[0] != "A"}
        wide = sum(7 * sheet.column_dimensions[cell.column_letter].width for cell in sheet[1][:last])
        assert 10 * (297 / 25.4 - 2 * sheet.page_margins.left) * 96 / wide > 6.9


def test_a_demand_stands_with_the_heading_that_it_stands_under() -> None:
    found = Answers(
        "d.txt",
        REPORT,
        (
            _demand("一", "提高政策知晓度", "要加强政策宣传。"),
            _demand("二", "深化改革", "深化改革。"),
            _demand("", "", "完善服务。"),
        ),
    )
    told = [line for line in answers_text(found, "zh").splitlines() if line.startswith("▶")]
    assert told == ["▶ 一 提高政策知晓度：要加强政策宣传。", "▶ 二 深化改革。", "▶ 完善服务。"]
    assert "<strong>一 提高政策知晓度：</strong>要加强政策宣传。" in answers_page(found, "zh")
    sheet = _sheet(answers_book(found, "zh"))
    assert [sheet.cell(row, 1).value for row in (2, 3, 4)] == ["一 提高政策知晓度", "二", ""]


def test_the_word_of_a_box_is_not_parted_in_a_narrow_window(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "c.html").write_text(comparison_page(Comparison(REPORT, REPORT, (), (), (), False), "zh"), "utf-8")
    page = browser.new_page(viewport={"width": 420, "height": 900})
    page.goto((tmp_path / "c.html").as_uri())
    boxes = [box for label in page.locator("label").all() if (box := label.bounding_box())]
    assert len(boxes) == 5
    assert all(box["height"] < 40 and box["x"] + box["width"] < 420 for box in boxes)
    page.close()


def test_two_reports_of_one_title_are_headed_by_issuer_and_day() -> None:
    assert title(REPORT) == "区政府工作报告 (黄浦区人民政府, 2025-01-06)"
    assert title(replace(REPORT, title="黄浦区人民政府工作报告", date=None)) == "黄浦区人民政府工作报告"
    assert title(replace(REPORT, title=None, number="黄府〔2024〕7号", issuer=None, date=None)) == "黄府〔2024〕7号"


def test_uncertain_pairs_can_be_put_away(browser: Browser, tmp_path: Path) -> None:
    act = _act("主持推进大会", "主持推进大会。")
    rows = tuple(Row("continued", act, act, Likeness(score, (), ()), (), False) for score in (0.4, 0.45, 0.9))
    (tmp_path / "c.html").write_text(comparison_page(Comparison(REPORT, REPORT, rows, (), (), False), "en"), "utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "c.html").as_uri())
    assert page.get_by_role("group", name="Show").count() == 1
    page.get_by_label("uncertain (2)").uncheck()
    assert page.locator("main article:visible").count() == 1
    page.get_by_label("uncertain (2)").check()
    assert page.locator("main article:visible").count() == 3
    language = "e => e.closest('[lang]').lang"
    assert page.locator("mark").first.evaluate(language) == "zh-CN"
    assert page.locator(".state").first.evaluate(language) == "en"
    page.emulate_media(media="print")
    assert page.locator("mark").first.evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"
    assert page.locator("fieldset").is_hidden()
    page.close()
