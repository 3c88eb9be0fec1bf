"""Two invented reports as the page shows them, and what a test sees of that page."""

from __future__ import annotations

from playwright.sync_api import Page

from kg.asking.published import HeadingMark, ReportText
from kg.asking.view import Edge, Figure, Location, Node, NodeKind, View

FIRST = """一、开门
(一)设窗。区民政局设立服务窗口，受理57件。
区商务局上线“一网”系统，办结1200件。
二、打算
将办好市集。
"""
SECOND = "三、另外\n市总工会培训300人。\n"
HOSTILE = "</script><img src=x onerror=alert(1)>"


def example() -> View:
    """Two reports with each kind of thing, each state of a measure, and hostile words."""

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


def shown(page: Page, kind: str = "measure") -> list[str]:
    """The names of the nodes of a kind that can be seen, in order."""
    names = page.locator(f"#graph .node.{kind}:visible").evaluate_all("all => all.map(e => e.ariaLabel)")
    return sorted(name.partition(": ")[2].partition(" (")[0] for name in names)


def chosen(page: Page) -> str:
    """The words of the text that are marked."""
    return "".join(page.locator("#text span.chosen").all_text_contents())


def focused(page: Page) -> str:
    """The name of what has the keyboard."""
    return str(page.evaluate("document.activeElement.getAttribute('aria-label')"))


M1, M2, M3, M4 = "设立服务窗口，受理57件", "上线“一网”系统，办结1200件", "办好市集", "培训300人"
