"""Filters, search, keys, folding, the table of outcomes and links of the page, in a real browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kg.asking.view import Edge, Figure, HeadingMark, Location, Node, NodeKind, ReportText, View
from kg.showing import show
from kg.showing.layout import layout
from kg.showing.svg import drawing

FIRST = """一、开门
(一)设窗。区民政局设立服务窗口，受理57件。
区商务局上线“一网”系统，办结1200件。
二、打算
将办好市集。
"""
SECOND = "三、另外\n市总工会培训300人。\n"
HOSTILE = "</script><img src=x onerror=alert(1)>"


def example() -> View:
    def at(words: str, report: str = "r1") -> tuple[Location, ...]:
        start = (FIRST if report == "r1" else SECOND).index(words)
        return (Location(report, start, start + len(words)),)

    def node(id: str, kind: NodeKind, words: str, note: str = "", report: str = "r1") -> Node:
        return Node(id, kind, words, at(words, report), note)

    nodes = (
        node("b1", "body", "区民政局"),
        node("b2", "body", "区商务局"),
        node("b3", "body", "市总工会", report="r2"),
        Node("b4", "body", HOSTILE, ()),
        node("m1", "measure", "设立服务窗口，受理57件", "done"),
        node("m2", "measure", "上线“一网”系统，办结1200件", "ongoing"),
        node("m3", "measure", "办好市集", "planned"),
        node("m4", "measure", "培训300人", "done", "r2"),
        node("s1", "site", "服务窗口"),
        node("s2", "system", "“一网”系统"),
        Node("o1", "outcome", "57件", at("57件"), "2024-10-31", Figure("57", "件")),
        Node("o2", "outcome", "1200件", at("1200件"), "", Figure("1200", "件")),
        Node("o3", "outcome", "300人", at("300人", "r2"), "2024-01-01", Figure("300", "人")),
    )
    edges = (
        Edge("b1", "m1", "lead", "explicit"),
        Edge("b2", "m2", "lead", "explicit"),
        Edge("b1", "m2", "partner", "explicit"),
        Edge("b1", "m3", "lead", "issuer"),
        Edge("b3", "m4", "lead", "explicit"),
        Edge("b4", "m4", "partner", "explicit"),
        Edge("m1", "s1", "establishes"),
        Edge("m2", "s2", "uses"),
        Edge("m1", "o1", "hasOutcome"),
        Edge("m2", "o2", "hasOutcome"),
        Edge("m4", "o3", "hasOutcome"),
    )

    def heading(level: int, words: str, text: str = FIRST) -> HeadingMark:
        return HeadingMark(level, text.index(words), text.index(words) + len(words))

    sentence = (FIRST.index("区民政局"), FIRST.index("。\n区商务局") + 1)
    later = (FIRST.index("区商务局"), FIRST.index("。\n二、") + 1)
    headings = (heading(1, "开门"), heading(2, "设窗"), heading(1, "打算"))
    return View(
        "例" + HOSTILE,
        (
            ReportText("r1", "甲报告", FIRST, headings, (sentence, later)),
            ReportText("r2", "乙报告", SECOND, (heading(1, "另外", SECOND),), ()),
        ),
        nodes,
        edges,
    )


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_bytes(show(example(), "html", "zh"))
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        if os.environ.get("CI"):
            pytest.fail("the browser tests need chromium: make system")
        pytest.skip("chromium is not installed: make system")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, path: Path) -> Iterator[Page]:
    """A fresh page; whatever it asks for or complains of fails the test."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    said: list[str] = []
    page.on("request", lambda request: None if request.url.startswith("file:") else said.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path.as_uri())
    yield page
    page.close()
    assert said == []


def shown(page: Page, kind: str = "measure") -> list[str]:
    names = page.locator(f"#graph .node.{kind}:visible").evaluate_all("all => all.map(e => e.ariaLabel)")
    return sorted(name.partition(": ")[2].partition(" (")[0] for name in names)


def chosen(page: Page) -> str:
    return "".join(page.locator("#text span.chosen").all_text_contents())


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('aria-label')"))


M1, M2, M3, M4 = "设立服务窗口，受理57件", "上线“一网”系统，办结1200件", "办好市集", "培训300人"


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
    assert page.locator("#count").inner_text() == f"举措 {len(measures)} / 4"
    page.locator("#tab-outcomes").click()
    rows = page.locator("#outcomes tbody tr:visible td:last-child").all_inner_texts()
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
    moved = page.locator("#graph .node").evaluate_all("all => all.map(e => e.getAttribute('transform'))")
    assert set(moved) == {"translate(0 0)"}
    drawn = drawing(example(), layout(example()), "zh")
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


def test_what_is_found_shows_though_it_was_filtered_out(page: Page) -> None:
    page.locator("#by-status").select_option("planned")
    page.locator("#search").fill("市总工会")
    page.keyboard.press("Enter")
    assert page.locator("#by-status").input_value() == ""
    assert chosen(page) == "市总工会"
    assert page.locator("#reports").evaluate("e => e.selectedIndex") == 1


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
    assert len(shown(page)) == 4


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
    assert page.locator("#outcomes tbody td:nth-child(4)").all_inner_texts() == ["2024-01-01", "2024-10-31", "未写日期"]
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
        page.wait_for_function("document.getElementById('status').textContent === '没有找到。'")
    page.goto("about:blank")
    page.goto(f"{path.as_uri()}#{FIRST.index('上线')}")
    assert chosen(page) == M2


def test_the_switch_of_reports_shows_the_text_and_its_part_of_the_picture(browser: Browser, path: Path) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 420})
    page.goto(path.as_uri())
    last = page.locator("#graph .node.measure", has_text=M4)
    before = last.bounding_box()
    page.locator("#reports").select_option("1")
    assert "培训300人" in page.locator("article:visible").inner_text()
    after = last.bounding_box()
    assert before is not None
    assert after is not None
    assert after["y"] < before["y"]
    assert page.locator("#picture").evaluate("e => e.getBoundingClientRect().top") <= after["y"]
    page.close()


def test_a_narrow_window_holds_the_page_in_its_width(browser: Browser, path: Path) -> None:
    page = browser.new_page(viewport={"width": 420, "height": 900})
    page.goto(path.as_uri())
    page.locator("#reports option").first.evaluate(
        "e => { e.textContent = '关于本区优化营商环境工作情况的报告'.repeat(9) }"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 420
    for control in ("#language", "#reports", "#search", "#tab-outcomes"):
        box = page.locator(control).bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= 420
    page.close()


def test_every_control_has_a_name_in_both_languages(page: Page) -> None:
    unnamed = """() => [...document.querySelectorAll('button, select, input, [role]')].filter(e =>
        !e.closest('[hidden]') && !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length
        || e.id === 'status')).map(e => e.outerHTML)"""
    assert page.evaluate(unnamed) == []
    page.locator("#language").click()
    assert page.evaluate(unnamed) == []
    assert page.locator("#by-body option").first.inner_text() == "Body: all"
    assert page.locator("#graph .node.system").get_attribute("aria-label") == "System: “一网”系统"
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("#status").get_attribute("aria-live") == "polite"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_in_light_and_dark(browser: Browser, path: Path, scheme: str) -> None:
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(path.as_uri())
    luminance = """([words, ground, property]) => {
        const light = (element, name) => {
            const [r, g, b] = getComputedStyle(document.querySelector(element))[name].match(/\\d+/g).map(c => {
                const v = c / 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
            return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05; };
        const a = light(words, property), b = light(ground, property === 'color' ? 'backgroundColor' : 'fill');
        return Math.max(a, b) / Math.min(a, b); }"""
    for kind in ("body", "measure", "site", "system", "outcome"):
        assert page.evaluate(luminance, [f"#text span.{kind}", "#text", "color"]) >= 4.5
        drawn = f"#graph .node.{kind}"
        assert page.evaluate(luminance, [f"{drawn} text:last-child", f"{drawn} rect", "fill"]) >= 4.5
    page.close()


def ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.querySelector('#text')).backgroundColor"))


LIGHT, DARK = "rgb(255, 255, 255)", "rgb(29, 31, 35)"


@pytest.mark.parametrize(("scheme", "first", "then"), [("light", LIGHT, DARK), ("dark", DARK, LIGHT)])
def test_the_keyboard_changes_light_and_dark_and_the_choice_lasts(
    browser: Browser, path: Path, scheme: str, first: str, then: str
) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(path.as_uri())
    assert ground(page) == first
    button = page.get_by_role("button", name="深色", exact=True)
    assert button.get_attribute("aria-pressed") == str(first == DARK).lower()
    page.locator("body").press("Tab")
    while page.evaluate("document.activeElement.id") != "theme":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert ground(page) == then
    assert button.get_attribute("aria-pressed") == str(then == DARK).lower()
    page.locator("#language").click()
    assert page.get_by_role("button", name="Dark", exact=True).get_attribute("id") == "theme"
    page.reload()
    assert ground(page) == then
    context.close()


def test_the_page_follows_the_system_until_one_chooses(browser: Browser, path: Path) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(path.as_uri())
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("document.documentElement.classList.contains('dark')")
    assert ground(page) == DARK
    page.locator("#theme").click()
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    assert ground(page) == LIGHT
    context.close()


def test_a_browser_that_remembers_nothing_still_changes(browser: Browser, path: Path) -> None:
    page = browser.new_page(color_scheme="light")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(path.as_uri())
    page.locator("#theme").click()
    assert ground(page) == DARK
    assert complaints == []
    page.close()


def test_the_page_is_the_same_each_time_and_keeps_hostile_words_as_text(path: Path) -> None:
    made = path.read_text("utf-8")
    assert made == show(example(), "html", "zh").decode()
    assert "<img" not in made
    assert made.count("</script>") == 3
    assert "default-src 'none'" in made
