"""What the explorer page says beside the report: its legend, what is chosen, in which language; and its print."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2 as pdfium
from playwright.sync_api import Browser, Page

from kg.asking.published import ReportText
from kg.asking.view import Edge, Location, Node, View
from kg.showing import show
from tests.showing.sample import M1


def test_the_legend_names_each_kind_and_line_and_follows_the_language(page: Page) -> None:
    legend = page.locator("#legend")
    assert "■ 责任单位" in legend.inner_text()
    assert "虚线框：没有点名责任单位" in legend.inner_text()
    page.locator("#language").click()
    said = legend.inner_text()
    for words in (
        "■ Body",
        "▶ Measure",
        "▷ Planned measure",
        "leads",
        "partners",
        "not named",
        "dashed: nobody named",
        "short ends",
    ):
        assert words in said
    colour = "e => getComputedStyle(e).color"
    for kind in ("site", "system", "programme"):
        assert page.locator(f"#legend span.{kind}").evaluate(colour) == page.locator("#tabs").evaluate(
            "(_, kind) => { const s = document.createElement('span'); s.className = kind;"
            " document.body.append(s); return getComputedStyle(s).color; }",
            kind,
        )
    summary = legend.locator("summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert legend.locator("p").is_hidden(), "who knows it can put it away"
    page.locator("#tab-outcomes").click()
    assert legend.is_hidden(), "the table has no such signs"


def test_words_of_the_report_are_told_to_be_chinese_on_a_page_in_english(page: Page) -> None:
    language = "e => e.closest('[lang]').getAttribute('lang')"
    page.locator("#language").click()
    for place in ("article p", "#graph .node", "#by-body option:nth-child(2)", "#outcomes td.measure", "#title"):
        assert page.locator(place).first.evaluate(language) == "zh-CN", place
    for place in ("#tab-outcomes", "#outcomes th button", "#by-body option", "#outcomes td.word", "#status"):
        assert page.locator(place).first.evaluate(language) == "en", place
    assert page.locator("#language").evaluate(language) == "zh-CN"
    page.locator("#graph .node", has_text="设立服务窗口").click()
    assert page.locator("#status").evaluate(language) == "zh-CN"
    page.locator("#search").fill("服务窗口")
    assert page.locator("#hits li").first.evaluate(language) == "zh-CN"
    assert page.locator("#hits li small").first.evaluate(language) == "en"


def test_measures_are_counted_in_the_words_of_the_language(page: Page) -> None:
    assert page.locator("#count").inner_text() == "举措 3 / 3"
    page.locator("#language").click()
    page.locator("#by-status").select_option("planned")
    assert page.locator("#count").inner_text() == "1 of 3 measures"


def test_of_many_measures_the_first_of_the_text_are_told_and_how_many_they_are(
    browser: Browser, tmp_path: Path
) -> None:
    text = "".join(f"办好第{n}件事。" for n in range(10, 30))
    measures = [Node(f"m{30 - n}", "measure", f"办好第{n}件事", (place(text, n),), "planned") for n in range(10, 30)]
    edges = [Edge("b", node.id, "lead", "issuer" if i % 2 else "explicit") for i, node in enumerate(measures)]
    nodes = (Node("b", "body", "甲局", ()), *sorted(measures, key=lambda node: node.id))
    path = tmp_path / "page.html"
    path.write_bytes(show(View("例", (ReportText("r", "报告", text, (), ()),), nodes, tuple(edges)), "html", "zh"))
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(path.as_uri())
    page.locator("#graph .node.body").click()
    named = "、".join(f"办好第{n}件事 (计划)" for n in range(10, 26, 2))
    assumed = "、".join(f"办好第{n}件事 (计划)" for n in range(11, 27, 2))
    assert page.locator("#status").inner_text() == (
        f"责任单位: 甲局 →(牵头, 文中点名) {named} 等 10 项 →(牵头, 未点名（署名或所代表单位）) {assumed} 等 10 项"
    )
    page.close()


def place(text: str, number: int) -> Location:
    start = text.index(f"办好第{number}件")
    return Location("r", start, start + 7)


def test_the_whole_report_and_picture_are_printed_in_light_colours(browser: Browser, tmp_path: Path) -> None:
    text = "第一行。\n" + "中间的一行写得很长，好让一页纸写不下。\n" * 120 + "最后一行。"
    start = text.index("最后一行")
    nodes = (
        Node("b", "body", "甲局", ()),
        Node("m", "measure", "最后一行", (Location("r", start, start + 4),), "done"),
    )
    edges = (Edge("b", "m", "lead", "explicit"),)
    path = tmp_path / "page.html"
    path.write_bytes(show(View("例", (ReportText("r", "报告", text, (), ()),), nodes, edges), "html", "zh"))
    page = browser.new_page(viewport={"width": 1400, "height": 900}, color_scheme="dark")
    page.goto(path.as_uri())
    written = pdfium.PdfDocument(io.BytesIO(page.pdf(format="A4")))
    pages = [sheet.get_textpage().get_text_range() for sheet in written]
    assert len(pages) > 3
    assert "最后一行" in pages[-2] + pages[-1]
    assert "甲局" in pages[-1]
    assert "清除筛选" not in "".join(pages)
    page.emulate_media(media="print", color_scheme="dark")
    ink = page.locator("article p").first.evaluate("e => getComputedStyle(e).color")
    assert ink == "rgb(27, 27, 27)"
    page.close()


def test_a_choice_is_still_told_as_a_sentence(page: Page) -> None:
    page.locator("#graph .node", has_text="设立服务窗口").click()
    assert page.locator("#status").inner_text() == (
        f"区民政局 →(牵头, 文中点名) 举措: {M1} (已完成) →(设立) 服务窗口 →(成效) 57件 (2024-10-31) · 甲报告"
    )


def test_of_many_bodies_a_row_of_the_table_has_the_first_and_says_how_many(browser: Browser, tmp_path: Path) -> None:
    names = [f"{c}局" for c in "甲乙丙丁戊己"]
    nodes = (
        *(Node(name, "body", name, ()) for name in names),
        *(Node(f"m{n}", "measure", f"办好{n}件", (Location("r", 0, 3),), "planned") for n in (5, 6)),
        *(Node(f"o{n}", "target", f"{n}件", (Location("r", 0, 3),)) for n in (5, 6)),
    )
    edges = tuple(Edge(name, f"m{n}", "lead", "explicit") for n in (5, 6) for name in names[:n])
    edges += tuple(Edge(f"m{n}", f"o{n}", "hasTarget") for n in (5, 6))
    path = tmp_path / "page.html"
    path.write_bytes(show(View("例", (ReportText("r", "报告", "办好多件", (), ()),), nodes, edges), "html", "zh"))
    page = browser.new_page()
    page.goto(path.as_uri())
    cells = page.locator("#outcomes td.body")
    assert cells.all_text_contents() == ["甲局、乙局、丙局、丁局、戊局", "甲局、乙局、丙局、丁局 等 6 个单位"]
    page.locator("#language").click()
    assert cells.nth(1).text_content() == "甲局、乙局、丙局、丁局 … 6 bodies"
    page.close()


def test_without_scripts_the_page_says_what_does_not_work(browser: Browser, path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert "浏览器不允许脚本" in page.locator("body").inner_text()
    assert page.locator("article p").first.is_visible()
    context.close()
