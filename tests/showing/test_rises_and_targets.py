"""A rise or fall has a word for it in English too, and what a planned measure is to reach is called a target;
by when it shall be done stands beside its status."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kg.asking.view import Edge, Figure, Node, View
from kg.showing import show
from kg.showing.tree import tree

FELL = Figure("50", "%", change="decrease")


def example() -> View:
    nodes = (
        Node("m", "measure", "开展排查", (), "done"),
        Node("n", "measure", "新增面积", (), "planned", due="2025-06-30"),
        Node("o", "outcome", "下降50%", (), "2024-12-31", FELL),
        Node("t", "target", "1.5万平方米", (), "", Figure("15000", "平方米")),
    )
    return View("例", (), nodes, (Edge("m", "o", "hasOutcome"), Edge("n", "t", "hasTarget")))


def test_a_tree_and_diagrams_say_so() -> None:
    assert tree(example(), "en").splitlines()[2::2] == [
        "    # outcome 下降50% (fell, 2024-12-31)",
        "    ◎ target 1.5万平方米 (no date)",
    ]
    assert "  ▶ 新增面积 [planned, due 2025-06-30]" in tree(example(), "en").splitlines()
    assert "  ▶ 新增面积 [计划、期限 2025-06-30]" in tree(example(), "zh").splitlines()
    assert "    # 成效 下降50% (2024-12-31)" in tree(example(), "zh").splitlines()
    assert '"target"' in show(example(), "mmd", "en").decode()
    assert "目标" in show(example(), "dot", "zh").decode()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "zh",
            (
                "举措: 新增面积 (计划、期限 2025-06-30)",
                "成效: 下降50% (2024-12-31)",
                "目标: 1.5万平方米 (未写日期)",
                "◎ 目标",
                "成效 · 目标",
            ),
        ),
        (
            "en",
            ("Outcome: 下降50% (fell, 2024-12-31)", "Target: 1.5万平方米 (no date)", "◎ Target", ">fell, 2024-12-31<"),
        ),
    ],
)
def test_a_picture_says_so(language: str, said: tuple[str, ...]) -> None:
    drawn = show(example(), "svg", language).decode()
    assert [words for words in said if words not in drawn] == []


def test_the_page_says_so_in_the_language_that_is_switched_to(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(show(example(), "html", "zh"))
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto((tmp_path / "page.html").as_uri())
    names = [page.locator(f"#graph .node.{kind}") for kind in ("outcome", "target")]
    assert [n.get_attribute("aria-label") for n in names] == [
        "成效: 下降50% (2024-12-31)",
        "目标: 1.5万平方米 (未写日期)",
    ]
    assert page.locator("#graph .note").text_content() == ""
    page.locator("#language").click()
    assert [n.get_attribute("aria-label") for n in names] == [
        "Outcome: 下降50% (fell, 2024-12-31)",
        "Target: 1.5万平方米 (no date)",
    ]
    assert page.locator("#graph .note").text_content() == "fell"
    page.locator("#tab-outcomes").click()
    assert page.locator("#outcomes td.change").all_inner_texts() == ["fell", ""]
    assert page.locator("#outcomes tbody td:first-child").all_inner_texts() == ["下降50%", "1.5万平方米 Target"]
    page.locator("#outcomes .pick").first.click()
    assert "→(outcome) 下降50%" not in page.locator("#status").inner_text()
    assert page.locator("#status").inner_text().endswith("Outcome: 下降50% (fell, 2024-12-31)")
    page.close()
