"""From a row of the responsibility table to its sentence in the page of several reports, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kg.asking.responsibilities import responsibilities
from kg.asking.view import view
from kg.graph.store import Store
from kg.pipeline import facts_of
from kg.reading.text import Text
from kg.showing import show
from kg.showing.responsibilities import Shown
from kg.showing.responsibility_table import responsibility_table
from tests.example import EXAMPLE_TEXT
from tests.showing.sample import chosen


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of three reports that say nearly the same, and the table of their measures."""
    folder = tmp_path_factory.mktemp("links")
    store = Store.in_memory()
    for number in ("7", "8 #9%20", "10"):
        store.put(facts_of(Text(f"{number}.txt", EXAMPLE_TEXT.replace("2024〕7号", f"2024〕{number}号"))))
    (folder / "网 页").mkdir()
    (folder / "网 页" / "p#1.html").write_bytes(show(view(store), "html", "zh"))
    shown = Shown(responsibilities(store), "zh", page="网 页/p#1.html")
    (folder / "t.html").write_bytes(b"".join(responsibility_table(shown, "html")))
    return folder


def test_a_click_shows_the_report_of_the_row_and_marks_its_measure(browser: Browser, folder: Path) -> None:
    page = browser.new_page()
    page.goto((folder / "t.html").as_uri())
    rows = page.locator("tbody tr").count()
    assert rows >= 3 * 5
    reached = []
    for number in range(0, rows, 4):
        page.goto((folder / "t.html").as_uri())
        row = page.locator("tbody tr").nth(number)
        measure, report = row.locator(".measure").inner_text(), row.locator(".report").inner_text()
        row.locator("a").click()
        page.wait_for_selector("#text span.chosen")
        assert chosen(page) == measure
        visible = page.locator("article:visible")
        assert visible.count() == 1
        assert report.rpartition(" 江府报")[2] in visible.inner_text(), "the number of the row's report"
        assert page.locator("#text span.chosen").first.is_visible()
        reached.append(page.locator("#reports").input_value())
    page.close()
    assert set(reached) == {"0", "1", "2"}


def test_figures_stay_in_one_line_and_the_printed_table_fits_a_sheet(browser: Browser, folder: Path) -> None:
    page = browser.new_page(viewport={"width": 1000, "height": 700})
    page.goto((folder / "t.html").as_uri())
    figures = [cell for cell in page.locator("td.value").all() if cell.inner_text().strip()]
    assert figures
    for cell in figures:
        lines = round(
            cell.evaluate(
                "e => { const r = document.createRange(); r.selectNodeContents(e);"
                " return new Set([...r.getClientRects()].map(c => c.top)).size }"
            )
        )
        assert lines == len(cell.inner_text().strip().splitlines())
    page.emulate_media(media="print")
    assert not page.locator("td.value").first.is_visible(), "the outcome says it in words"
    assert page.locator("td.outcome").first.is_visible()
    assert page.locator("table").evaluate("e => e.scrollWidth <= document.documentElement.clientWidth")
    page.close()


def test_the_sentence_is_seen_without_scrolling(browser: Browser, folder: Path) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto((folder / "t.html").as_uri())
    box = page.locator("td.sentence").first.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 1400
    page.close()
