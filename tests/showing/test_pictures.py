from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from kg.asking.published import ReportText
from kg.asking.view import Edge, Location, Node, View
from kg.errors import UsageMistake
from kg.showing import show
from kg.showing.chart import Bar, Panel, chart
from kg.showing.layout import ANCHOR, columns_of, layout, path, wrap
from kg.showing.svg import svg
from kg.showing.table import table

HOSTILE = 'a "quoted" <script>alert(1)</script> & ‘汉字’\n\x07'


def example(count: int = 12, label: str = "设立窗口") -> View:
    characters = "甲局设立窗口5个。\n" * count
    nodes = [Node("b", "body", "甲局", (Location("r", 0, 2),))]
    edges = []
    for i in range(count):
        at = i * 10
        nodes.append(Node(f"m{i}", "measure", f"{label}{i}", (Location("r", at + 2, at + 8),), "done"))
        nodes.append(Node(f"o{i}", "outcome", "5个", (Location("r", at + 6, at + 8),), ""))
        edges += [Edge("b", f"m{i}", "lead", "explicit"), Edge(f"m{i}", f"o{i}", "hasOutcome")]
    report = ReportText("r", "报告", characters, (), ())
    return View("例", (report,), tuple(nodes), tuple(edges))


def test_boxes_stand_in_their_columns_and_do_not_overlap() -> None:
    drawn = layout(example())
    for a in drawn.boxes:
        assert a.x == drawn.columns[{"body": 0, "measure": 1, "outcome": 3}[a.node.kind]][0]
        for b in drawn.boxes:
            if a is not b and a.x == b.x:
                assert a.y + a.height <= b.y or b.y + b.height <= a.y
    rows = [b.y for b in drawn.boxes if b.node.kind == "measure"]
    assert rows == sorted(rows)


def test_a_body_stands_beside_its_measures_and_they_beside_what_they_reach() -> None:
    drawn = layout(example())
    body = next(b for b in drawn.boxes if b.node.kind == "body")
    for measure, outcome in zip(
        (b for b in drawn.boxes if b.node.kind == "measure"),
        (b for b in drawn.boxes if b.node.kind == "outcome"),
        strict=True,
    ):
        assert outcome.y == measure.y
        assert body.y <= measure.y
        assert measure.y + measure.height <= body.y + body.height


def sites() -> View:
    """A measure with two sites and three outcomes, of which one counts the second site."""
    nodes = (
        Node("m", "measure", "设窗", (), "done"),
        *(Node(f"s{i}", "site", f"窗口{i}", ()) for i in range(2)),
        *(Node(f"o{i}", "outcome", f"{i}个", ()) for i in range(3)),
    )
    edges = (
        *(Edge("m", f"s{i}", "deliveredAt") for i in range(2)),
        *(Edge("m", f"o{i}", "hasOutcome", via="s1" if i == 1 else "") for i in range(3)),
    )
    return View("例", (), nodes, edges)


def test_an_outcome_stands_beside_what_it_counts_and_no_edge_runs_behind_a_box() -> None:
    drawn = layout(sites())
    at = {box.node.id: box for box in drawn.boxes}
    assert at["o1"].y == at["s1"].y
    for outcome in ("o0", "o2"):
        _, _, level, y, end = path(at["m"], at[outcome], drawn.columns)
        assert (level, end) == (at["s0"].x, at[outcome].x)
        assert not any(site.y <= y <= site.y + site.height for site in (at["s0"], at["s1"]))
    assert f"M{at['s1'].x + at['s1'].width:.1f} " in svg(sites(), "zh", embed=False)[0]
    assert path(at["s1"], at["o1"], drawn.columns)[1] == at["o1"].y + ANCHOR


def test_lines_are_as_wide_as_chinese_is() -> None:
    assert wrap("静安区行政服务中心", 8) == ("静安区行", "政服务中", "心")
    assert wrap("汉" * 100, 8)[-1].endswith("…")
    assert sum(map(columns_of, "a汉")) == 3
    assert wrap("甲《乙丙丁》戊", 10) == ("甲《乙丙", "丁》戊")
    assert wrap("甲乙丙丁戊）》", 12) == ("甲乙丙丁", "戊）》")
    assert wrap("》》》》》", 4) == ("》》", "》》", "》")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_svg_is_well_formed_whatever_the_labels(language: str) -> None:
    picture = show(example(3, HOSTILE), "svg", language)
    root = ET.fromstring(picture)
    assert root.tag.endswith("svg")
    assert b"<script" not in picture
    assert ("责任单位" if language == "zh" else "Body").encode() in picture


def test_a_screen_reader_meets_every_box_and_bar_and_no_button_that_does_nothing() -> None:
    parts = [part for part in ET.fromstring(show(example(), "svg", "en")).iter() if part.get("role")]
    assert [parts[0].tag.rpartition("}")[2], parts[0].get("role")] == ["svg", "group"], "not one picture without parts"
    assert {part.get("role") for part in parts[1:]} == {"img"}
    assert len(parts) == len(example().nodes) + 1
    assert "tabindex" not in show(example(), "svg", "en").decode()
    drawn, _ = chart("计数", [Panel("单位", ("已完成", "计划"), (Bar(("区民政局",), (2, 1)),))])
    root = ET.fromstring(drawn)
    assert root.get("role") == "group"
    assert [part.get("aria-label") for part in root.iter() if part.get("role") == "img"] == [
        "区民政局: 已完成 2, 计划 1"
    ]


def test_a_title_that_is_too_long_for_its_line_is_cut_with_a_sign() -> None:
    title = "关于优化营商环境工作情况的报告" * 5
    drawn = show(replace(example(), title=title), "svg", "zh").decode()
    assert f">{title[:53]}…<" in drawn
    assert f'aria-label="{title}"' in drawn


def test_png_draws_chinese_and_no_boxes() -> None:
    one, other, missing = (show(example(1, label), "png", "zh") for label in ("静", "安", "\U000f0000"))
    assert one.startswith(b"\x89PNG")
    assert len({one, other, missing}) == 3
    assert one == show(example(1, "静"), "png", "zh")


def test_dot_and_mermaid_are_escaped() -> None:
    dot = show(example(1, HOSTILE), ".gv", "zh").decode()
    assert '\\"quoted\\"' in dot
    mermaid = show(example(1, HOSTILE), "mmd", "zh").decode()
    assert "#lt;script#gt;" in mermaid
    assert mermaid.startswith("flowchart LR\n")


def test_another_format_is_a_mistake() -> None:
    with pytest.raises(UsageMistake):
        show(example(), "bmp", "zh")


def test_tables() -> None:
    shown = table(("body", "measure"), [("区政府", "a"), ("x", "设立窗口")], "table", "zh")
    assert shown.splitlines()[0] == "责任单位  举措"
    assert shown.splitlines()[3] == "x         设立窗口"
    assert table(("a", "b"), [('1"', "2")], "csv", "zh") == 'a,b\n"1""",2\n'
    assert json.loads(table(("a",), [("汉",)], "json", "zh")) == [{"a": "汉"}]


def test_a_plan_has_a_hollow_mark_and_lines_are_dark_enough() -> None:
    view = example(3)
    nodes = tuple(replace(n, note="planned") if n.id == "m1" else n for n in view.nodes)
    edges = tuple(replace(e, basis="issuer") if e.target == "m2" else e for e in view.edges)
    drawn = svg(replace(view, nodes=nodes, edges=edges), "zh", embed=False)[0]
    assert (drawn.count(">▷</text>"), drawn.count(">▶</text>")) == (1, 2)
    assert "▷ 计划的举措" in drawn
    assert 'stroke="#767676" stroke-width="1.0" stroke-opacity="1.0"' in drawn
    assert min(float(value) for value in re.findall(r'stroke-opacity="([0-9.]+)"', drawn)) >= 0.7
