"""Pictures on sheets of A4, read by another reader than what wrote them (PDFium)."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from kg.asking.published import ReportText
from kg.asking.view import Edge, Location, Node, NodeKind, View, view
from kg.graph.store import Store
from kg.showing import show
from kg.showing.pdf import EDGE, WORDS
from kg.showing.sheets import sheets, spans
from tests.showing.test_pictures import HOSTILE, example
from tests.support import example_facts

SMALLEST = 6.5
"""Points: the signs of the kinds; words are larger."""


def read(written: bytes) -> pdfium.PdfDocument:
    assert written.startswith(b"%PDF-1.")
    return pdfium.PdfDocument(written)


def words(document: pdfium.PdfDocument, page: int) -> str:
    """What stands on the page in the order of writing, a box after the other, without blanks."""
    sheet = document[page]
    written = sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], textpage=sheet.get_textpage())
    return "".join("".join(thing.extract() for thing in written).split())


def sizes(page: pdfium.PdfPage) -> set[float]:
    text = page.get_textpage()
    shown = (i for i in range(text.count_chars()) if not raw.FPDFText_IsGenerated(text, i))
    return {round(raw.FPDFText_GetFontSize(text, i), 1) for i in shown}


def reports(*said: Sequence[str]) -> View:
    """A report for each list of measures, all about one programme and led by a body of their own."""
    nodes = [Node("p", "programme", "一业一证", ())]
    edges = []
    for r, measures in enumerate(said):
        nodes.append(Node(f"b{r}", "body", f"第{r}局", ()))
        for i, measure in enumerate(measures):
            id = f"m{r}-{i}"
            nodes.append(Node(id, "measure", measure, (Location(f"r{r}", i * 10, i * 10 + 5),), "done"))
            edges += [Edge(f"b{r}", id, "lead", "explicit"), Edge(id, "p", "uses")]
    texts = tuple(ReportText(f"r{r}", f"报告{r}", "字" * 900, (), ()) for r in range(len(said)))
    return View("一业一证", texts, tuple(nodes), tuple(edges))


def test_every_sheet_is_a4_and_has_title_headings_legend_and_number() -> None:
    document = read(show(example(120), "pdf", "zh"))
    assert len(document) > 3
    for number in range(len(document)):
        assert document[number].get_size() == pytest.approx((595.28, 841.89), abs=0.01)
        said = words(document, number)
        assert said.startswith(f"例{number + 1}/{len(document)}")
        for word in ("责任单位", "举措", "服务点", "成效", "牵头", "配合", "虚线框", "★项目/机制"):
            assert word in said, (number, word)
    assert document.get_metadata_dict()["Title"] == "例"


def test_all_is_said_once_and_every_edge_has_both_its_ends_on_the_sheet() -> None:
    shown = example(120)
    cut = sheets(shown, "zh", 1200)
    measures = [n.id for blocks in cut for b in blocks for n in b.view.nodes if n.kind == "measure"]
    assert measures == [f"m{i}" for i in range(120)]
    edges = [edge for blocks in cut for b in blocks for edge in b.view.edges]
    assert sorted(edges, key=str) == sorted(shown.edges, key=str)
    for blocks in cut:
        for block in blocks:
            placed = {box.node.id for box in block.drawn.boxes}
            assert all({edge.source, edge.target} <= placed for edge in block.view.edges)
            assert block.top + max(box.y + box.height for box in block.drawn.boxes) <= 1200


def test_no_box_is_cut_at_an_edge_of_the_sheet() -> None:
    document = read(show(example(90, "设立服务窗口并公布办理时限和责任人的联系方式" * 3), "pdf", "zh"))
    for page in document:
        for thing in page.get_objects():
            left, bottom, right, top = thing.get_bounds()
            assert left >= EDGE - 2
            assert bottom >= EDGE - 4
            assert right <= 595.28 - EDGE + 2
            assert top <= 841.89 - EDGE + 2


def test_words_are_large_enough_to_be_read_on_paper() -> None:
    document = read(show(example(40), "pdf", "zh"))
    for page in document:
        assert min(sizes(page)) >= SMALLEST
        assert WORDS in sizes(page)


def test_what_stands_on_several_sheets_says_where_else() -> None:
    document = read(show(example(120), "pdf", "zh"))
    last = len(document)
    assert f"甲局另见第2–{last}页" in words(document, 0)
    assert f"甲局另见第1–{last - 1}页" in words(document, last - 1)
    english = read(show(example(120), "pdf", "en"))
    assert f"甲局seep.2–{last}" in words(english, 0)
    assert [spans([1, 2, 3, 5], "zh", 3), spans([4, 2, 9], "en", 2)] == ["1–3、5", "2, 4…"]


@pytest.mark.parametrize(("kind", "edge"), [("outcome", "hasOutcome"), ("site", "uses"), ("body", "partner")])
def test_a_measure_of_more_than_a_sheet_is_repeated(kind: NodeKind, edge: str) -> None:
    many = [Node(f"x{i}", kind, f"事物{i:03}号", ()) for i in range(150)]
    nodes = [Node("b", "body", "甲局", ()), Node("m", "measure", "办事", (Location("r", 0, 2),), "done"), *many]
    ends = [("m", n.id) if kind != "body" else (n.id, "m") for n in many]
    edges = [Edge("b", "m", "lead", "explicit"), *(Edge(a, b, edge) for a, b in ends)]  # type: ignore[arg-type]
    document = read(show(View("例", (ReportText("r", "例", "办事", (), ()),), tuple(nodes), tuple(edges)), "pdf", "zh"))
    assert len(document) > 3
    said = [words(document, i) for i in range(len(document))]
    assert all("甲局" in page and "办事" in page for page in said)
    for i in range(150):
        assert sum(f"事物{i:03}号" in page for page in said) == 1


def test_one_programme_across_reports_shares_a_sheet_and_names_each_report() -> None:
    document = read(show(reports(["推行改革"], ["扩大改革", "总结改革"], ["深化改革"]), "pdf", "zh"))
    assert len(document) == 1
    said = words(document, 0)
    places = [said.index(word) for word in ("报告0", "推行改革", "报告1", "总结改革", "报告2", "深化改革")]
    assert places == sorted(places)
    assert said.count("★一业一证使用") == 3
    marks = [(b.level, b.get_title()) for b in document.get_toc()]
    assert marks == [(0, "报告0"), (1, "第0局"), (0, "报告1"), (1, "第1局"), (0, "报告2"), (1, "第2局")]


def test_a_report_that_goes_on_says_so() -> None:
    document = read(show(reports([f"举办活动{i}" for i in range(60)], ["收尾"]), "pdf", "zh"))
    assert "报告0（续）" in words(document, 1)
    assert "报告1" in words(document, len(document) - 1)
    assert [b.get_title() for b in document.get_toc()] == ["报告0", "第0局", "报告1", "第1局"]


def test_fonts_are_embedded_and_only_what_is_needed_of_them() -> None:
    written = show(example(3, "静安"), "pdf", "zh")
    assert len(written) < 60_000
    document = read(written)
    seen = set()
    for thing in document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        font = thing.get_font()
        assert font.is_embedded
        seen.add(font.get_base_name().rpartition("-")[0])
    assert seen == {
        "NotoSansCJKsc-Regular",
        "NotoSansCJKsc-Bold",
    }


def test_chinese_is_drawn_and_not_boxes() -> None:
    def ink(label: str) -> bytes:
        return bytes(read(show(example(1, label), "pdf", "zh"))[0].render(scale=2).to_pil().tobytes())

    assert len({ink("静"), ink("安"), ink("\U000f0000")}) == 3


def test_hostile_labels_are_words_and_the_same_bytes_come_each_time() -> None:
    shown = example(3, HOSTILE + "W" * 80)
    written = show(shown, "pdf", "zh")
    assert written == show(shown, "application/pdf", "zh")
    assert b"/CreationDate (D:2000" in written or b"/CreationDate" not in written
    said = words(read(written), 0)
    assert "<script>alert(1)</script>&‘汉字’" in said
    assert said.count("W") == 3 * 80


def test_nothing_is_still_a_sheet() -> None:
    document = read(show(View("空", (), (), ()), "pdf", "en"))
    assert len(document) == 1
    assert words(document, 0).startswith("空1/1")


def test_the_bodies_of_a_store_can_be_searched() -> None:
    store = Store.in_memory()
    store.put(example_facts())
    shown = view(store)
    document = read(show(shown, "pdf", "zh"))
    said = "".join(words(document, i) for i in range(len(document)))
    bodies = [node.label for node in shown.nodes if node.kind == "body"]
    assert bodies
    assert [body for body in bodies if body not in said] == []
    finder = document[0].get_textpage().search(bodies[0][:4])
    assert finder.get_next() is not None
