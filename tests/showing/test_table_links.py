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
    rows = page.locator("tbody tr:not(.group)").count()
    assert rows >= 3 * 5
    reached = []
    for number in range(0, rows, 4):
        page.goto((folder / "t.html").as_uri())
        row = page.locator("tbody tr:not(.group)").nth(number)
        measure = row.locator(".measure").inner_text()
        report = row.locator("xpath=..").locator(".group").inner_text()
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


def test_lines_between_rows_stand_on_whole_pixels_so_that_no_row_hides_one(browser: Browser, folder: Path) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto((folder / "t.html").as_uri())
    heights = page.locator("tbody tr").evaluate_all("rows => rows.map(row => row.getBoundingClientRect().height)")
    assert heights
    assert [height for height in heights if height % 1] == []
    page.close()


def test_a_report_is_named_once_above_its_rows(browser: Browser, folder: Path, tmp_path: Path) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto((folder / "t.html").as_uri())
    assert page.locator("tbody .group").count() == 3
    assert page.locator("th.report, td.report").count() == 0
    for column in ("measure", "sentence", "lead", "outcome", "gaps"):
        box = page.locator(f"td.{column}").first.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= 1440, column
    store = Store.in_memory()
    store.put(facts_of(Text("7.txt", EXAMPLE_TEXT)))
    rows = responsibilities(store)
    (tmp_path / "one.html").write_bytes(b"".join(responsibility_table(Shown(rows, "zh", "body"), "html")))
    page.goto((tmp_path / "one.html").as_uri())
    assert page.locator("p.of").inner_text() == rows[0].report
    assert page.locator("td.report").count() == 0
    page.close()


def test_words_and_kinds_find_some_of_the_rows(browser: Browser, folder: Path) -> None:
    page = browser.new_page()
    page.goto((folder / "t.html").as_uri())
    seen = page.locator("tbody tr:not(.group):visible")
    every = seen.count()
    assert page.locator("#count").inner_text() == f"显示 {every} 项"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "words"
    page.keyboard.type("２０４８ 件")
    assert 0 < seen.count() < every
    assert all("2048件" in row for row in seen.all_inner_texts())
    assert page.locator("tbody .group:visible").count() == 3
    page.locator("#words").fill("没有的")
    assert (seen.count(), page.locator("tbody .group:visible").count()) == (0, 0)
    page.locator("#words").fill("")
    page.locator("#gap").select_option("planned-without-due")
    assert {row.split("\t")[6] for row in seen.all_inner_texts()} == {"计划"}
    page.locator("#status").select_option("done")
    assert page.locator("#count").inner_text() == "显示 0 项"
    page.close()


def test_a_measure_under_several_heads_is_counted_once(browser: Browser, tmp_path: Path) -> None:
    store = Store.in_memory()
    store.put(facts_of(Text("7.txt", EXAMPLE_TEXT)))
    rows = responsibilities(store)
    (tmp_path / "t.html").write_bytes(b"".join(responsibility_table(Shown(rows, "zh", "body"), "html")))
    page = browser.new_page()
    page.goto((tmp_path / "t.html").as_uri())
    assert page.locator("tbody tr:not(.group)").count() > len(rows)
    assert page.locator("#count").inner_text() == f"显示 {len(rows)} 项"
    page.locator("#words").fill("2048件")
    assert page.locator("tbody tr:not(.group):visible").count() == 4
    assert page.locator("#count").inner_text() == "显示 2 项"
    page.close()


def test_beside_who_leads_stands_how_we_know_and_chinese_is_told_to_be_chinese(
    browser: Browser, tmp_path: Path
) -> None:
    store = Store.in_memory()
    store.put(facts_of(Text("7.txt", EXAMPLE_TEXT)))
    (tmp_path / "t.html").write_bytes(b"".join(responsibility_table(Shown(responsibilities(store), "en"), "html")))
    page = browser.new_page()
    page.goto((tmp_path / "t.html").as_uri())
    heads = page.locator("thead th").all_inner_texts()
    assert heads[heads.index("Lead bodies") + 1] == "How we know"
    language = "e => e.closest('[lang]').lang"
    for place in ("td.sentence", "td.lead", "p.of"):
        assert page.locator(place).first.evaluate(language) == "zh-CN"
    for place in ("td.basis", "td.status", "td.gaps", "thead th", "h1"):
        assert page.locator(place).first.evaluate(language) == "en"
    page.close()


def test_without_a_script_the_table_is_whole(browser: Browser, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "t.html").as_uri())
    assert page.locator("#find").is_hidden()
    assert page.locator("tbody tr:visible").count() > 15
    context.close()
