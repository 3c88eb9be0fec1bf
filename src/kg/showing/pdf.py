"""The picture on sheets of A4 for printing: words of 8 points that can be searched, the same bytes each time."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.asking.view import Edge, View, gaps
from kg.showing.fonts import BOLD, REGULAR, small_font, small_name
from kg.showing.labels import label, tag
from kg.showing.layout import FONT, LINE, NOTE, PAD, Box, path, wrap
from kg.showing.legend import COLOURS, HEADINGS, INK, MARKS, PLANNED, Sign, legend, mark_of
from kg.showing.panels import title_of
from kg.showing.sheets import SHEET, Block, sheets
from kg.showing.svg import CONTROLS, is_open, stroke
from kg.showing.trunk import is_doing, trunk

if TYPE_CHECKING:
    from collections.abc import Container

    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.276, 841.89
"""A4 upright, in points."""
EDGE = 28.35
"""Ten millimetres."""
WORDS = 8.0
"""Points of the words in boxes; the small ones have 7."""
SCALE = WORDS / FONT
"""Points a pixel of the layout."""
TITLE, TITLE_LINE = 11.0, 15.0
COLUMN_HEADS = 16.0
SIGN_LINE = 11.0


@dataclass(frozen=True, slots=True)
class _Pen:
    """The document to write in and the names of its two fonts."""

    canvas: Canvas
    plain: str
    strong: str


def pdf(view: View, language: str) -> bytes:
    """As many sheets as it takes, each with title, column headings, legend and its number.

    Reports and bodies are the document's bookmarks. Raises UnreadableInput where the font is missing.
    """
    named = title_of(view, language)
    title = wrap(_clean(named), int((WIDTH - 2 * EDGE - 40) / TITLE * 2), 2)
    signs = legend(language, NOTE, (WIDTH - 2 * EDGE) / SCALE)
    head = len(title) * TITLE_LINE + COLUMN_HEADS
    foot = (signs[-1].line + 1) * SIGN_LINE + 6
    cut = sheets(view, language, (HEIGHT - 2 * EDGE - head - foot) / SCALE)
    out = io.BytesIO()
    pen = _begun(out, named, language, cut)
    unnamed = {measure for measure, open_ in gaps(view).items() if "nobody-named" in open_}
    marked: set[str] = set()
    for number, blocks in enumerate(cut or ((),), 1):
        _frame(pen, title, signs, f"{number}/{max(len(cut), 1)}", language)
        for block in blocks:
            _block(pen, block, HEIGHT - EDGE - head, unnamed)
            _bookmarks(pen.canvas, block, marked)
        pen.canvas.showPage()
    pen.canvas.save()
    return out.getvalue()


def _begun(out: io.BytesIO, title: str, language: str, cut: tuple[tuple[Block, ...], ...]) -> _Pen:
    """An empty document with the glyphs that it will need."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    heads = title + "".join(block.title for blocks in cut for block in blocks)
    heads += "…/0123456789" + "".join(label(name, language) for name in HEADINGS)
    boxes = (box for blocks in cut for block in blocks for box in block.drawn.boxes)
    words = "".join("".join((*box.lines, box.note)) for box in boxes) + "".join(MARKS.values()) + PLANNED
    words += "".join(sign.words for sign in legend(language, NOTE, WIDTH))
    names = []
    for text, weight in ((_clean(words), REGULAR), (_clean(heads), BOLD)):
        # The library knows fonts by name, for as long as the program runs.
        names.append(small_name(text, weight))
        registerFont(TTFont(names[-1], io.BytesIO(small_font(text, weight))))
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, lang=tag(language))
    canvas.setTitle(_clean(title))
    canvas.setAuthor("")
    canvas.setSubject(label("graph", language))
    canvas.setCreator("kg")
    return _Pen(canvas, *names)


def _frame(pen: _Pen, title: tuple[str, ...], signs: tuple[Sign, ...], number: str, language: str) -> None:
    """What every sheet has: title and number, column headings, legend."""
    canvas = pen.canvas
    y = HEIGHT - EDGE
    for line in title:
        y -= TITLE_LINE
        _write(pen, EDGE, y + 4, line, pen.strong, TITLE, "#111111", WIDTH - 2 * EDGE - 40)
    canvas.setFont(pen.strong, TITLE)
    canvas.drawRightString(WIDTH - EDGE, HEIGHT - EDGE - TITLE_LINE + 4, number)
    canvas.setStrokeColor(_ink("#999999"))
    canvas.setLineWidth(0.5)
    canvas.line(EDGE, y, WIDTH - EDGE, y)
    x = EDGE
    for width, name in zip(SHEET.widths, HEADINGS, strict=True):
        room = (width + SHEET.gap_x) * SCALE
        _write(pen, x, y - COLUMN_HEADS + 5, label(name, language), pen.strong, 7.5, "#444444", room - 2)
        x += room
    bottom = EDGE + signs[-1].line * SIGN_LINE
    canvas.setLineWidth(0.5)
    canvas.line(EDGE, bottom + SIGN_LINE, WIDTH - EDGE, bottom + SIGN_LINE)
    for sign in signs:
        _sign(pen, sign, EDGE + sign.x * SCALE, bottom - sign.line * SIGN_LINE)


def _sign(pen: _Pen, sign: Sign, x: float, y: float) -> None:
    canvas = pen.canvas
    canvas.setStrokeColor(_ink(sign.colour or INK))
    canvas.setLineWidth(1.6 * SCALE)
    _dash(canvas, sign.dash)
    if sign.shape == "line":
        canvas.line(x, y + 2.5, x + 26 * SCALE, y + 2.5)
    elif sign.shape == "box":
        canvas.roundRect(x, y - 0.5, 26 * SCALE, 6.5, 2)
    _dash(canvas, "")
    _write(pen, x + sign.indent * SCALE, y, sign.words, pen.plain, NOTE * SCALE, sign.ink, WIDTH - EDGE - x)


def _block(pen: _Pen, block: Block, top: float, unnamed: Container[str]) -> None:
    """One report's part of the sheet, edges below and boxes above; ``top`` is where the sheet's picture begins."""
    canvas = pen.canvas
    top -= block.top * SCALE
    if block.title:
        _write(pen, EDGE, top + 6, _clean(block.title), pen.strong, 8.5, "#111111", WIDTH - 2 * EDGE)
    at = {box.node.id: box for box in block.drawn.boxes}
    doing = [edge for edge in block.view.edges if block.crowded and is_doing(edge)]
    for line in trunk(doing, at) if doing else ():
        _stroke(canvas, line.edge, "body")
        canvas.line(*(EDGE + line.x1 * SCALE, top - line.y1 * SCALE, EDGE + line.x2 * SCALE, top - line.y2 * SCALE))
    for edge in block.view.edges:
        if block.crowded and is_doing(edge):
            continue
        a = at.get(edge.via) or at[edge.source]
        x1, y1, level, y2, x2 = path(a, at[edge.target], block.drawn.columns)
        _stroke(canvas, edge, a.node.kind)
        left, right, bend = EDGE + x1 * SCALE, EDGE + level * SCALE, EDGE + (x1 + level) / 2 * SCALE
        low, high = top - y1 * SCALE, top - y2 * SCALE
        canvas.bezier(left, low, bend, low, bend, high, right, high)
        if x2 > level:
            canvas.line(right, high, EDGE + x2 * SCALE, high)
    for box in block.drawn.boxes:
        _box(pen, box, top, unnamed)


def _box(pen: _Pen, box: Box, top: float, unnamed: Container[str]) -> None:
    canvas = pen.canvas
    fill, line = COLOURS[box.node.kind]
    x, y, width = EDGE + box.x * SCALE, top - box.y * SCALE, box.width * SCALE
    canvas.setFillColor(_ink(fill))
    canvas.setStrokeColor(_ink(line))
    canvas.setLineWidth(1.4 * SCALE)
    _dash(canvas, "3 3" if is_open(box, unnamed) else "")
    canvas.roundRect(x, y - box.height * SCALE, width, box.height * SCALE, 6 * SCALE, fill=1)
    _dash(canvas, "")
    first = y - (PAD + LINE - 6) * SCALE
    _write(pen, x + 6 * SCALE, first, mark_of(box.node), pen.plain, 6.5, line, width)
    for n, row in enumerate(box.lines):
        at, room = x + (PAD + 14) * SCALE, width - (PAD + 18) * SCALE
        _write(pen, at, first - n * LINE * SCALE, _clean(row), pen.plain, WORDS, "#111111", room)
    if box.note:
        canvas.setFillColor(_ink("#555555"))
        canvas.setFont(pen.plain, NOTE * SCALE)
        canvas.drawRightString(x + width - 6 * SCALE, top - box.note_y * SCALE, _clean(box.note))


def _bookmarks(canvas: Canvas, block: Block, marked: set[str]) -> None:
    """The report, and below it its bodies, each where it stands first; ``marked`` are those of the report so far."""
    if block.first:
        marked.clear()
        _bookmark(canvas, block.report, block.view.nodes[0].id, 0)
    nodes = {node.id: node for node in block.view.nodes}
    for body in dict.fromkeys(body for _, body in block.drawn.rows if body and body not in marked):
        marked.add(body)
        _bookmark(canvas, nodes[body].label, f"{block.view.nodes[0].id} {body}", 1)


def _bookmark(canvas: Canvas, words: str, place: str, level: int) -> None:
    canvas.bookmarkPage(place)
    canvas.addOutlineEntry(_clean(words), place, level)


def _write(pen: _Pen, x: float, y: float, words: str, font: str, size: float, colour: str, room: float) -> None:
    """The words from ``x`` on, narrowed where they would take more than ``room`` points."""
    canvas = pen.canvas
    width = canvas.stringWidth(words, font, size)
    text = canvas.beginText(x, y)
    text.setFont(font, size)
    text.setFillColor(_ink(colour))
    if width > room:
        text.setHorizScale(100 * room / width)
    text.textOut(words)
    if width > room:
        # It would hold for what is written later, too.
        text.setHorizScale(100)
    canvas.drawText(text)


def _stroke(canvas: Canvas, edge: Edge, kind: str) -> None:
    colour, thick, _ = stroke(edge, kind)
    canvas.setStrokeColor(_ink(colour))
    canvas.setLineWidth(thick * SCALE)
    _dash(canvas, "6 4" if edge.kind == "partner" else "")


def _dash(canvas: Canvas, dash: str) -> None:
    canvas.setDash([float(part) * SCALE for part in dash.split()] if dash else [])


@lru_cache(maxsize=64)
def _ink(colour: str) -> Color:
    from reportlab.lib.colors import HexColor

    return HexColor(colour)


def _clean(text: str) -> str:
    return CONTROLS.sub("\ufffd", text)
