"""The page of several reports: which of them the table, the picture, the hits and the text are of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from kg.asking.published import ReportText
from kg.asking.view import Edge, Figure, Location, Node, View
from kg.showing import show
from kg.showing.tree import tree
from tests.showing.sample import M1, M2, M3, M4, chosen, example, shown

FAR = 60


def rows(page: Page, cell: str) -> list[str]:
    """The words of a column of the table, as far as they can be seen."""
    return page.locator(f"#outcomes tbody tr:visible td.{cell}").all_inner_texts()


def option(page: Page, field: str, words: str) -> None:
    value = page.locator(f"#{field} option", has_text=words).first.get_attribute("value")
    page.locator(f"#{field}").select_option(value)


def test_the_table_is_of_the_chosen_report_or_of_all(page: Page) -> None:
    page.locator("#tab-outcomes").click()
    assert rows(page, "measure") == [M1, M2]
    assert page.locator("#outcomes th.report").is_hidden()
    page.locator("#reports").select_option("1")
    assert rows(page, "measure") == [M4]
    page.locator("#by-report").select_option("")
    assert rows(page, "measure") == [M1, M2, M4]
    assert rows(page, "report") == ["甲报告", "甲报告", "乙报告"]
    page.locator("#outcomes .pick", has_text="57件").click()
    assert rows(page, "measure") == [M1, M2, M4], "all stay though the text goes on to another report"
    page.locator("#reports").select_option("1")
    assert rows(page, "measure") == [M4]
    page.locator("#search").fill("57件")
    page.keyboard.press("Enter")
    assert M1 in rows(page, "measure"), "what was found is in the table"


def test_all_reports_can_be_come_back_to(page: Page) -> None:
    page.locator("#reports").select_option("1")
    page.locator("#reports").select_option("")
    assert page.locator("#reports option").first.inner_text() == "报告: 全部"
    assert page.locator("article:visible").count() == 2
    assert shown(page) == sorted([M1, M2, M3, M4])
    assert page.locator("#count").inner_text() == "举措 4 / 4"
    page.locator("#tab-outcomes").click()
    assert rows(page, "report") == ["甲报告", "甲报告", "乙报告"]
    page.locator("#outcomes .pick", has_text="300人").click()
    assert chosen(page) == "300人"
    assert page.locator("article:visible").count() == 2, "a choice takes nothing away"
    page.locator("#reports").select_option("0")
    assert rows(page, "measure") == [M1, M2]


def test_a_title_that_counts_reports_follows_the_language(browser: Browser, tmp_path: Path) -> None:
    first, second = example().reports
    more = tuple(replace(second, iri=f"r{i}") for i in range(3, 5))
    page = opened(browser, replace(example(), title="", reports=(first, second, *more)), tmp_path)
    assert (page.locator("h1").inner_text(), page.title()) == ("4 份报告", "4 份报告")
    page.locator("#language").click()
    assert (page.locator("h1").inner_text(), page.title()) == ("4 reports", "4 reports")
    for head in page.locator(".columns span").all():
        assert head.evaluate("e => e.scrollWidth <= e.clientWidth"), "no heading is cut"
    page.close()


def test_things_of_one_name_are_told_apart_by_their_report(browser: Browser, tmp_path: Path) -> None:
    nodes = tuple(replace(n, label="区民政局") if n.label == "市总工会" else n for n in example().nodes)
    view = replace(example(), nodes=nodes)
    one = opened(browser, view, tmp_path)
    bodies = one.locator("#by-body option").all_inner_texts()
    assert [body for body in bodies if "区民政局" in body] == ["区民政局 (甲报告) (3)", "区民政局 (乙报告) (1)"]
    assert "区商务局 (1)" in bodies
    one.close()
    assert "■ 区民政局 (乙报告)" in tree(view, "zh").splitlines()


def test_a_row_tells_bodies_and_how_exact_it_is(browser: Browser, tmp_path: Path) -> None:
    about = replace(
        example(),
        nodes=tuple(
            replace(n, figure=Figure("57", "件", "about")) if n.label == "57件" else n for n in example().nodes
        ),
    )
    page = opened(browser, about, tmp_path)
    page.locator("#tab-outcomes").click()
    assert rows(page, "modifier") == ["约", "确数"]
    assert rows(page, "body") == ["区民政局", "区商务局、区民政局 配合"]
    page.locator("#language").click()
    assert rows(page, "modifier") == ["about", "exact"]
    assert rows(page, "body")[1] == "区商务局、区民政局 partners"
    page.close()


def test_a_page_of_one_report_has_no_choice_of_reports(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, far(), tmp_path)
    page.locator("#tab-outcomes").click()
    assert page.locator("#by-report").is_hidden()
    assert page.locator("#outcomes th.report").is_hidden()
    assert len(rows(page, "measure")) == 1
    assert rows(page, "body") == ["甲局 没有点名责任单位"]
    page.close()


def test_hits_name_their_report_and_boxes_do_not_repeat_it(page: Page) -> None:
    for measure, title in ((M1, "甲报告"), (M4, "乙报告")):
        assert title not in page.locator("#graph .node.measure", has_text=measure[:4]).inner_html()
    page.locator("#search").fill("培训")
    assert [hit.split("\n")[1] for hit in page.locator("#hits li").all_inner_texts()] == ["乙报告"]
    page.locator("#search").fill("区商务局上线")
    assert page.locator("#hits li .report").inner_text() == "甲报告"
    page.locator("#search").fill("培训")
    page.keyboard.press("Enter")
    assert page.locator("#status").inner_text().endswith("乙报告")


def test_a_filter_brings_a_report_with_hits_into_view(page: Page) -> None:
    option(page, "by-body", "市总工会")
    assert page.locator("#reports").input_value() == "1"
    assert "".join(page.locator("#text span.measure:not(.off):visible").all_inner_texts()) == M4
    option(page, "by-body", "区商务局")
    assert page.locator("#reports").input_value() == "0"
    page.locator("#clear").click()
    assert page.locator("#reports").input_value() == "0"


def test_the_body_that_is_filtered_by_heads_its_rows(page: Page) -> None:
    option(page, "by-body", "区民政局")
    box = page.locator("#graph .node.body", has_text="区民政局").locator("rect").bounding_box()
    other = page.locator("#graph .node.body", has_text="区商务局").locator("rect").bounding_box()
    assert box is not None
    assert other is not None
    assert other["y"] > box["y"] + box["height"]
    for measure in page.locator("#graph .node.measure:visible").all():
        at = measure.bounding_box()
        assert at is not None
        assert box["y"] <= at["y"] + 1
    option(page, "by-body", "区商务局")
    mine = page.locator("#graph .node.body", has_text="区商务局").locator("rect").bounding_box()
    partner = page.locator("#graph .node.body", has_text="区民政局").locator("rect").bounding_box()
    assert mine is not None
    assert partner is not None
    assert mine["y"] + mine["height"] < partner["y"]


def test_the_picture_follows_the_switch_once_it_is_seen(browser: Browser, path: Path) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 420})
    page.goto(path.as_uri())
    page.locator("#tab-outcomes").click()
    page.locator("#reports").select_option("1")
    page.locator("#tab-picture").click()
    assert page.locator("#graph .node.measure:visible").count() == 1
    page.close()


def test_folds_are_named_by_their_headings(page: Page) -> None:
    names = page.locator("article:visible .fold").evaluate_all("all => all.map(e => e.ariaLabel)")
    assert names == ["折叠或展开: 一、开门", "折叠或展开: (一)设窗", "折叠或展开: 二、打算"]
    page.locator("#language").click()
    assert page.locator(".fold").first.get_attribute("aria-label") == "Fold or unfold: 一、开门"


def test_a_link_skips_to_the_graph_or_the_table(page: Page) -> None:
    skip = page.locator("#skip")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    assert skip.inner_text() == "跳到责任图与成效表"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "tab-picture"
    page.keyboard.press("Tab")
    assert page.locator("#graph .node").first.evaluate("e => e === document.activeElement")
    page.locator("#tab-outcomes").click()
    skip.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "tab-outcomes"


def far() -> View:
    """A report whose first and last measures share a window."""
    text = "".join(f"办好第{i:02}件事。\n" for i in range(FAR)) + "窗口"
    window = Location("r", len(text) - 2, len(text))
    nodes = [
        Node("b", "body", "甲局", ()),
        *(Node(f"m{i}", "measure", f"办好第{i:02}件事", (Location("r", i * 9, i * 9 + 7),)) for i in range(FAR)),
        Node("s", "site", "窗口", (window,)),
        Node("o", "outcome", "1件", (), "", Figure("1", "件")),
    ]
    edges = [Edge("b", f"m{i}", "lead", "issuer") for i in range(FAR)]
    edges += [Edge("m0", "s", "uses"), Edge(f"m{FAR - 1}", "s", "uses"), Edge("m0", "o", "hasOutcome")]
    return View("例", (ReportText("r", "报告", text, (), ()),), tuple(nodes), tuple(edges))


def opened(browser: Browser, view: View, folder: Path) -> Page:
    path = folder / "page.html"
    path.write_bytes(show(view, "html", "zh"))
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(path.as_uri())
    return page


def test_a_line_that_is_cut_names_what_it_leads_to_and_leads_there(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, far(), tmp_path)
    assert page.locator("#graph .edge.stub").count() == 1
    stub = page.locator("#graph .edge", has_text=f"办好第{FAR - 1}件事 → 窗口")
    assert "stub" in str(stub.get_attribute("class"))
    assert stub.locator("title").text_content() == f"办好第{FAR - 1}件事 → 窗口: 使用"
    ends = stub.evaluate(
        "e => [e.dataset.a, e.dataset.b].map(n => document.querySelector(`[data-n='${n}']`).ariaLabel)"
    )
    last, window = (page.locator(f'#graph .node[aria-label="{name}"]') for name in ends)
    for near, other in ((last, window), (window, last)):
        near.scroll_into_view_if_needed()
        box = near.bounding_box()
        assert box is not None
        stub.dispatch_event("click", {"bubbles": True, "clientY": box["y"] + 18})
        assert "chosen" in str(other.get_attribute("class"))
        expect(other).to_be_in_viewport()
        assert "stub" not in str(stub.get_attribute("class")), "it is drawn whole while it is lit"
        page.keyboard.press("Escape")
        assert "stub" in str(stub.get_attribute("class"))
    page.close()
