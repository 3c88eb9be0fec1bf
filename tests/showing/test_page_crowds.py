"""Measures of many bodies in the explorer page."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page

from kg.asking.published import ReportText
from kg.asking.view import Edge, Location, Node, View
from kg.showing import show

TEXT = "办好第一件事。办好第二件事。"
NAMES = ("甲局", "乙局", "丙局", "丁局")


def crowded() -> View:
    """A measure that four bodies do, and one that two of them do."""
    bodies = [Node(name, "body", name, ()) for name in NAMES]
    measures = [
        Node("m0", "measure", "办好第一件事", (Location("r", 0, 6),)),
        Node("m1", "measure", "办好第二件事", (Location("r", 7, 13),)),
    ]
    edges = [Edge(name, "m0", "lead" if name == "甲局" else "partner", "explicit") for name in NAMES]
    edges += [Edge("甲局", "m1", "lead", "explicit"), Edge("乙局", "m1", "partner", "explicit")]
    return View("例", (ReportText("r", "报告", TEXT, (), ((0, 7), (7, 14))),), (*bodies, *measures), tuple(edges))


def cut(page: Page) -> list[tuple[str, str]]:
    """Body and measure of each line of which the two ends alone are drawn."""
    found = page.locator("#graph .edge.stub:not([hidden])").evaluate_all(
        "edges => edges.map(e => [e.dataset.a, e.dataset.b].map("
        "  n => document.querySelector(`[data-n='${n}']`).ariaLabel.split(': ')[1]))"
    )
    return [(body, measure) for body, measure in found]


def test_of_many_bodies_one_line_is_drawn_and_how_many_they_are(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(show(crowded(), "html", "zh"))
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto((tmp_path / "page.html").as_uri())
    others = [(name, "办好第一件事") for name in NAMES[1:]]
    assert cut(page) == others
    notes = page.locator("#graph .node.measure .note")
    assert notes.all_text_contents() == ["■ × 4"], "two bodies are told apart by their lines"
    page.locator("#graph .node", has_text="丙局").click()
    assert cut(page) == [], "what belongs to the chosen body's measures is drawn whole"
    page.keyboard.press("Escape")
    assert cut(page) == others
    page.locator("#by-body").select_option("1")
    assert cut(page) == [(name, "办好第一件事") for name in ("甲局", "丙局", "丁局")], (
        "its own line is the one that is drawn"
    )
    page.get_by_role("button", name="English").click()
    assert notes.all_text_contents() == ["■ × 4"]
    page.close()


def test_words_of_a_measure_are_not_shown_as_the_name_of_a_body_that_none_of_them_names() -> None:
    assumed = Node("b", "body", "市政府", (Location("r", 0, 6),))
    named = Node("c", "body", "第二件", (Location("r", 9, 12),))
    measures = [node for node in crowded().nodes if node.kind == "measure"]
    edges = (Edge("b", "m0", "lead", "issuer"), Edge("c", "m1", "lead", "explicit"))
    view = View("例", crowded().reports, (assumed, named, *measures), edges)
    page = show(view, "html", "zh").decode()
    assert '<span class="measure" data-s="0" data-m="0,2"' in page, "a click still leads to the body"
    assert '<span class="body measure" data-s="9" data-m="1,3"' in page
