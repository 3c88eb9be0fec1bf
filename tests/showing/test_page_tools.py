"""Filters, search, keys, folding, the table of outcomes and links of the page, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kg.showing.page_parts import arranged
from kg.showing.svg import drawing
from tests.showing.sample import FIRST, M1, M2, M3, M4, SECOND, chosen, example, focused, shown


@pytest.mark.parametrize(
    ("field", "choice", "measures"),
    [
        ("by-body", "区民政局 (3)", [M1, M2, M3]),
        ("by-body", "市总工会 (1)", [M4]),
        ("by-section", "开门", [M1, M2]),
        ("by-section", "乙报告", [M4]),
        ("by-kind", "系统", [M2]),
        ("by-status", "计划", [M3]),
        ("by-gap", "没有点名责任单位", [M3]),
        ("by-gap", "成效未写日期", [M2]),
        ("by-gap", "计划未写期限", [M3]),
    ],
)
def test_a_filter_leaves_what_fits(page: Page, field: str, choice: str, measures: list[str]) -> None:
    value = page.locator(f"#{field} option", has_text=choice).first.get_attribute("value")
    page.locator(f"#{field}").select_option(value)
    assert shown(page) == sorted(measures)
    assert page.locator("#count").inner_text() == f"举措 {len(measures)} / {1 if M4 in measures else 3}"
    page.locator("#tab-outcomes").click()
    rows = page.locator("#outcomes tbody tr:visible td.measure").all_inner_texts()
    assert set(rows) == {m for m in measures if m != M3}


def test_filters_add_up_and_clear(page: Page) -> None:
    before = page.locator("#graph").evaluate("e => e.outerHTML")
    page.locator("#by-status").select_option("done")
    page.locator("#by-kind").select_option("site")
    assert shown(page) == [M1]
    assert shown(page, "body") == ["区民政局"]
    assert shown(page, "outcome") == ["57件"]
    assert page.locator("#text span.system.off").count() == 1
    page.locator("#clear").click()
    assert page.locator("#graph").evaluate("e => e.outerHTML") == before


def test_what_is_left_closes_up(page: Page) -> None:
    page.locator("#by-status").select_option("planned")
    box = page.locator("#graph .node.measure:visible").bounding_box()
    heading = page.locator(".columns").bounding_box()
    assert box is not None
    assert heading is not None
    assert 0 < box["y"] - heading["y"] - heading["height"] < 40


def test_the_picture_fits_beside_the_text(page: Page) -> None:
    assert page.locator("#picture").evaluate("e => e.scrollWidth <= e.clientWidth")
    page.locator("#language").click()
    assert page.locator("#picture").evaluate("e => e.scrollWidth <= e.clientWidth")


def test_the_script_arranges_as_the_drawn_picture(page: Page) -> None:
    """The rule stands in two languages; both give the same places."""
    moved = page.locator("#graph .node:visible").evaluate_all("all => all.map(e => e.getAttribute('transform'))")
    assert set(moved) == {"translate(0 0)"}
    drawn = drawing(example(), arranged(example()), "zh")
    for path in page.locator("#graph .edge").evaluate_all("all => all.map(e => e.getAttribute('d'))"):
        assert f'd="{path}"' in drawn


def test_search_finds_names_and_sentences(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("一网系统")
    hits = page.locator("#hits li").all_inner_texts()
    assert [h.split("\n")[0] for h in hits] == [
        "举措上线“一网”系统，办结1200件",
        "系统“一网”系统",
        "原句区商务局上线“一网”系统，办结1200件。",
    ]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator("#search").get_attribute("aria-activedescendant") == "hit-1"
    page.keyboard.press("Enter")
    assert chosen(page) == "“一网”系统"
    assert page.locator("#hits").is_hidden()
    page.locator("#search").fill("区商务局上线")
    page.locator("#hits li").click()
    assert chosen(page) == "区商务局上线“一网”系统，办结1200件。"
    page.keyboard.press("Escape")
    assert (chosen(page), page.locator("#search").input_value()) == ("", "")
    page.locator("#search").fill("没有的")
    assert page.locator("#status").inner_text() == "没有找到。"
    page.locator("#search").fill("")
    assert page.locator("#status").inner_text().startswith("点击")
    page.locator("#search").fill("打算")
    assert [h.split("\n")[0] for h in page.locator("#hits li").all_inner_texts()] == ["部分二、打算"]
    page.keyboard.press("Enter")
    assert chosen(page) == "二、打算"


def test_what_is_found_shows_though_it_was_filtered_out(page: Page) -> None:
    page.locator("#by-status").select_option("planned")
    page.locator("#search").fill("市总工会")
    page.keyboard.press("Enter")
    assert page.locator("#by-status").input_value() == ""
    assert chosen(page) == "市总工会"
    assert page.locator("#reports").input_value() == "1"


def test_arrow_keys_walk_along_the_sentence(page: Page) -> None:
    assert page.locator('#graph .node[tabindex="0"]').count() == 1
    page.locator('#graph .node[tabindex="0"]').focus()
    walk = [focused(page)]
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "End", "Home", "ArrowDown"):
        page.keyboard.press(key)
        walk.append(focused(page))
    assert walk == [
        "责任单位: 区民政局",
        f"举措: {M1} (已完成)",
        "服务点: 服务窗口",
        "成效: 57件 (2024-10-31)",
        "服务点: 服务窗口",
        "系统: “一网”系统",
        "服务点: 服务窗口",
        "系统: “一网”系统",
    ]
    page.keyboard.press("Enter")
    assert chosen(page) == "“一网”系统"
    assert page.locator('#graph .node[aria-pressed="true"]').get_attribute("aria-label") == "系统: “一网”系统"


def test_marks_in_the_text_have_one_stop_and_arrows(page: Page) -> None:
    assert page.locator('#text span[tabindex="0"]').count() == 1
    page.locator('#text span[tabindex="0"]').focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert chosen(page) == M1


def test_escape_clears_the_choice_and_then_the_filters(page: Page) -> None:
    page.locator("#by-kind").select_option("site")
    page.locator("#graph .node.site").click()
    page.keyboard.press("Escape")
    assert (chosen(page), shown(page)) == ("", [M1])
    page.keyboard.press("Escape")
    assert shown(page) == sorted([M1, M2, M3])


def test_a_choice_lights_the_whole_sentence(page: Page) -> None:
    page.locator("#graph .node.outcome", has_text="57件").first.click()
    lit = page.locator("#graph .node.near").evaluate_all("all => all.map(e => e.ariaLabel)")
    assert sorted(lit) == sorted(["责任单位: 区民政局", f"举措: {M1} (已完成)", "服务点: 服务窗口"])


def test_headings_fold_and_open_for_what_is_chosen(page: Page) -> None:
    lines = page.locator("#text article:visible p:visible")
    first = page.locator(".fold").first
    first.focus()
    page.keyboard.press("Enter")
    assert first.get_attribute("aria-expanded") == "false"
    assert [line for line in lines.all_inner_texts() if line] == ["一、开门", "二、打算", "将办好市集。"]
    page.locator("#graph .node.system").click()
    assert first.get_attribute("aria-expanded") == "true"
    assert page.locator("#text span.chosen").is_visible()
    page.locator("#fold-all").click()
    assert page.locator("#text article:visible").inner_text().split() == ["一、开门", "二、打算"]
    assert page.get_by_role("heading", level=2, name="一、开门").count() == 1


def test_a_heading_with_text_behind_it_folds_that_text(page: Page) -> None:
    page.locator("#text .fold").nth(1).click()
    assert page.locator("#text p.h2").first.inner_text() == "(一)设窗"


def test_outcomes_sort_as_numbers_and_show_bars(page: Page) -> None:
    page.locator("#tab-picture").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#outcomes").is_visible()
    labels = page.locator("#outcomes tbody td:first-child")
    page.locator("#outcomes th button", has_text="数值").click()
    assert labels.all_inner_texts() == ["57件", "300人", "1200件"]
    page.locator("#outcomes th button", has_text="数值").click()
    assert labels.all_inner_texts() == ["1200件", "300人", "57件"]
    assert page.locator("#outcomes th").nth(1).get_attribute("aria-sort") == "descending"
    page.locator("#outcomes th button", has_text="截至").click()
    assert page.locator("#outcomes tbody td.day").all_inner_texts() == ["2024-01-01", "2024-10-31", "未写日期"]
    widths = page.locator("#outcomes .bar").evaluate_all("all => all.map(e => e.style.width)")
    assert sorted(widths) == ["100%", "4.8%"]
    assert page.locator("#outcomes td.number").all_inner_texts() == ["300", "57", "1,200"]
    page.locator("#outcomes .pick", has_text="57件").click()
    assert chosen(page) == "57件"


def test_an_offset_in_the_address_marks_the_measure(page: Page, path: Path) -> None:
    for fragment, words in (
        (str(FIRST.index("上线")), M2),
        (str(FIRST.index("受理57")), M1),
        (f"{SECOND.index('培训')}@r2", M4),
        (str(FIRST.index("区商务局") + 1), "区商务局" + M2 + "。"),
    ):
        page.evaluate("where => { location.hash = where }", fragment)
        page.wait_for_function("words => document.querySelector('#text span.chosen')?.offsetParent", arg=words)
        assert chosen(page) == words
        page.locator("#reports").select_option("0")
    for nowhere in ("999999", "3@nowhere"):
        page.evaluate("where => { location.hash = where }", nowhere)
        expect(page.locator("#status")).to_have_text("没有找到。")
    page.goto("about:blank")
    page.goto(f"{path.as_uri()}#{FIRST.index('上线')}")
    assert chosen(page) == M2


def test_the_switch_of_reports_shows_the_text_and_its_part_of_the_picture(browser: Browser, path: Path) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 420})
    page.goto(path.as_uri())
    last = page.locator("#graph .node.measure", has_text=M4)
    assert shown(page) == sorted([M1, M2, M3])
    page.locator("#reports").select_option("1")
    assert "培训300人" in page.locator("article:visible").inner_text()
    after = last.bounding_box()
    assert after is not None
    assert shown(page) == [M4]
    page.locator("#clear").click()
    assert shown(page) == [M4], "no filter: still what the switch says"
    assert page.locator("#picture").evaluate("e => e.getBoundingClientRect().top") <= after["y"]
    page.close()
