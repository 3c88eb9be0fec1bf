"""Measures that many bodies do together: one trunk instead of a tangle."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from kg.asking.published import ReportText
from kg.asking.view import Edge, Location, Node, View
from kg.showing import show
from kg.showing.layout import rows_of
from kg.showing.sheets import sheets
from kg.showing.tree import tree
from kg.showing.trunk import is_doing, trunk


def crowd(*companies: str) -> View:
    """A measure for each string of bodies, the first letter leading."""
    nodes = [Node(b, "body", f"{b}局", ()) for b in sorted(set("".join(companies)))]
    edges = []
    for i, bodies in enumerate(companies):
        nodes.append(Node(f"m{i}", "measure", f"举措{i}", (Location("r", i * 5, i * 5 + 3),), "done"))
        edges += [Edge(b, f"m{i}", "partner" if n else "lead", "explicit") for n, b in enumerate(bodies)]
    return View("例", (ReportText("r", "例", "字" * 99, (), ()),), tuple(nodes), tuple(edges))


def test_measures_of_one_company_stand_together_and_others_apart() -> None:
    (blocks,) = sheets(crowd("甲乙丙", "甲乙丙", "甲乙丁", "甲"), "zh", 3000)
    assert [[m for m, _ in block.drawn.rows] for block in blocks] == [["m0", "m1"], ["m2"], ["m3"]]
    assert [block.crowded for block in blocks] == [True, True, False]
    assert [block.first for block in blocks] == [True, False, False]
    tops = [block.top for block in blocks]
    assert tops == sorted(tops)
    assert all(a.top + a.drawn.height < b.top for a, b in pairwise(blocks))
    (one,) = sheets(crowd("甲乙", "甲", "甲丙"), "zh", 3000)
    assert len(one) == 1, "few bodies need no trunk"


def test_two_bodies_of_measures_one_after_the_other_have_a_trunk() -> None:
    (blocks,) = sheets(crowd("甲乙", "甲乙", "甲乙", "甲", "甲乙"), "zh", 3000)
    assert [block.crowded for block in blocks] == [True, False]
    assert [len(block.drawn.rows) for block in blocks] == [3, 2]


@pytest.mark.parametrize("asked", ["丙局", "乙局"])
def test_the_body_that_was_asked_for_heads_its_rows(asked: str) -> None:
    companies = ("甲乙丙", "甲乙丙", "甲乙丙", "丙甲乙")
    shown = replace(crowd(*companies), meant=(("body", asked),))
    assert [body for _, body in rows_of(shown)] == [asked[0]] * 4
    (blocks,) = sheets(replace(shown, reports=(*shown.reports, *shown.reports)), "zh", 3000)
    assert {body for block in blocks for _, body in block.drawn.rows} == {asked[0]}
    assert tree(shown, "zh").startswith(f"■ {asked}\n")
    other = replace(shown, meant=(("site", asked),))
    assert [body for _, body in rows_of(other)] == ["甲", "甲", "甲", "丙"]


def test_room_is_kept_for_the_words_where_else_a_thing_stands() -> None:
    """Each sheet holds its blocks though a third body of its measures has a note that the first pass can't know."""
    pairs = ["甲乙" + third for third in "丙丁戊己庚辛壬癸" * 6]
    cut = sheets(crowd(*pairs), "zh", 700)
    assert len(cut) > 5
    for blocks in cut:
        assert all(block.top + block.drawn.height <= 700 for block in blocks)


def test_a_trunk_reaches_every_body_and_measure_at_its_line() -> None:
    (blocks,) = sheets(crowd("甲乙丙丁", "甲乙丙丁"), "zh", 3000)
    at = {box.node.id: box for box in blocks[0].drawn.boxes}
    lines = trunk([edge for edge in blocks[0].view.edges if is_doing(edge)], at)
    *stubs, stem = lines
    assert len(stubs) == 4 + 2
    assert {line.y1 for line in stubs} == {at[i].y + 18 for i in ("甲", "乙", "丙", "丁", "m0", "m1")}
    assert all(line.y1 == line.y2 for line in stubs)
    assert {stem.x1, stem.x2} == {line.x2 for line in stubs[:4]} == {line.x1 for line in stubs[4:]}
    assert (stem.y1, stem.y2) == (min(line.y1 for line in stubs), max(line.y1 for line in stubs))
    assert [line.edge.kind for line in stubs[:4]] == ["lead", "partner", "partner", "partner"]
    assert all(line.x1 >= at["甲"].x + at["甲"].width for line in stubs)


def test_the_svg_draws_the_trunk_and_no_edge_twice() -> None:
    drawn = show(crowd("甲乙丙", "甲乙丙"), "svg", "zh").decode()
    assert drawn.count('class="edge ') == 0
    assert drawn.count("<path d=") == 3 + 2 + 1 + 3, "bodies, measures, stem and the legend's samples"
    assert show(crowd("甲乙", "甲"), "svg", "zh").decode().count('class="edge ') == 3
