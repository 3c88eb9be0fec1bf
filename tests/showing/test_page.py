"""The page in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from kg.asking.published import HeadingMark, ReportText
from kg.asking.view import Edge, Location, Node, View
from kg.showing import show
from tests.showing.sample import chosen

TEXT = "一、开门\n区民政局设立<服务>窗口,受理57件。\n"
SITE = TEXT.index("<服务>窗口")


def example() -> View:
    body = TEXT.index("区民政局")
    made = TEXT.index("设立")
    counted = TEXT.index("57件")
    nodes = (
        Node("b", "body", "静安区民政局", (Location("r", body, body + 4),)),
        Node("m", "measure", "设立<服务>窗口", (Location("r", made, SITE + 6),), "done"),
        Node("s", "site", "<服务>窗口", (Location("r", SITE, SITE + 6),)),
        Node("o", "outcome", "57件", (Location("r", counted, counted + 3),)),
    )
    edges = (Edge("b", "m", "lead", "explicit"), Edge("m", "s", "establishes"), Edge("m", "o", "hasOutcome"))
    return View("例", (ReportText("r", "报告", TEXT, (HeadingMark(1, 2, 4),), ()),), nodes, edges)


@pytest.fixture(scope="module")
def browser_page(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Page, list[str], list[str]]]:
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_bytes(show(example(), "html", "zh"))
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(path.as_uri())
    yield page, requests, complaints
    page.close()


def test_a_click_on_a_node_marks_its_words(browser_page: tuple[Page, list[str], list[str]]) -> None:
    page, _, _ = browser_page
    page.locator("#graph .node.site").click()
    assert chosen(page) == "<服务>窗口"
    page.locator("#graph .node.measure").click()
    assert chosen(page) == "设立<服务>窗口"
    assert "静安区民政局 →(牵头, 文中点名) 举措: 设立<服务>窗口" in page.locator("#status").inner_text()


def test_a_click_on_words_chooses_the_node(browser_page: tuple[Page, list[str], list[str]]) -> None:
    page, _, _ = browser_page
    page.locator("#text span.outcome").click()
    assert page.locator("#graph .node.chosen").get_attribute("class") == "node outcome chosen"
    page.keyboard.press("Escape")
    assert page.locator(".chosen").count() == 0


def test_the_keyboard_alone_is_enough(browser_page: tuple[Page, list[str], list[str]]) -> None:
    page, _, _ = browser_page
    page.locator("#graph .node.body").focus()
    page.keyboard.press("Enter")
    assert chosen(page) == "区民政局"


def test_the_text_is_the_report_and_the_language_switches(browser_page: tuple[Page, list[str], list[str]]) -> None:
    page, _, _ = browser_page
    shown = page.locator("#text article").inner_text()
    assert shown.replace("\n", "") == TEXT.replace("\n", "")
    page.keyboard.press("Escape")
    page.locator("#language").click()
    assert page.locator("#status").inner_text().startswith("Click a node")
    page.locator("#language").click()
    assert page.locator("#status").inner_text().startswith("点击")


def test_no_request_leaves_the_page(browser_page: tuple[Page, list[str], list[str]]) -> None:
    _, requests, complaints = browser_page
    assert [r for r in requests if not r.startswith("file:")] == []
    assert len(requests) == 1
    assert complaints == []
