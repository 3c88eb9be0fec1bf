"""The picture as SVG 1.1, written here so that the same view gives the same bytes."""

from __future__ import annotations

import math
import re
from base64 import b64encode
from collections.abc import Container
from html import escape

from kg.asking.view import COUNTS, Edge, View, gaps
from kg.showing.labels import CHINESE, label
from kg.showing.layout import FONT, LINE, NOTE, PAD, PICTURE, Box, Layout, path, wrap
from kg.showing.legend import COLOURS, HEADINGS, WEAK, legend, mark_of
from kg.showing.panels import day, listed, state, title_of
from kg.showing.sheets import Block, sheets
from kg.showing.trunk import Line, is_doing, trunk

FONTS = (
    "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','WenQuanYi Micro Hei',SimHei,sans-serif"
)
OWN = "kg"
"""The name of the font that a picture brings along."""
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
HEAD, SIGNS = 40, 18
"""Pixels that the title takes, and a line of the legend."""
LEGEND_WIDTH = 1004
WIDEST_TITLE = 108
"""Half-width characters."""


def svg(view: View, language: str, embed: bool = True) -> tuple[str, float]:
    """A standalone picture with title, legend and column headings, and its height in pixels.

    With ``embed`` it brings along the glyphs that it needs, for browsers of people who have no Chinese font. Raises
    UnreadableInput where the font that they come from is missing.
    """
    blocks = _blocks(view, language)
    width, height = _size(blocks, language)
    head = _head(language)
    title = title_of(view, language)
    parts = [
        _words(20, 30, wrap(title, WIDEST_TITLE, most=1)[0], 18),
        _legend(language),
    ]
    first = 0
    for block in blocks:
        parts.append(f'<g transform="translate(0 {head + block.top:.1f})">\n')
        if block.title:
            parts.append(_words(20, -8, block.title, 15))
        if block.title or block is blocks[0]:
            parts.append(_headings(block.drawn, language))
        parts.append(f"{drawing(block.view, block.drawn, language, first, block.crowded)}</g>\n")
        first += len(block.drawn.boxes)
    picture = "".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" font-family="{OWN + "," if embed else ""}{FONTS}" role="group" '
        f'aria-label="{_text(title)}">\n{_font(picture) if embed else ""}'
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n{picture}</svg>\n',
        height,
    )


def size(view: View) -> tuple[float, float]:
    """Width and height of the picture in pixels, in Chinese."""
    return _size(_blocks(view, "zh"), "zh")


def _blocks(view: View, language: str) -> tuple[Block, ...]:
    """All on one sheet that is as long as it takes."""
    return next(iter(sheets(view, language, math.inf, PICTURE)), ())


def _size(blocks: tuple[Block, ...], language: str) -> tuple[float, float]:
    width = max((block.drawn.width for block in blocks), default=LEGEND_WIDTH)
    head = _head(language)
    return width, max((head + block.top + block.drawn.height for block in blocks), default=head)


def _head(language: str) -> float:
    """Pixels that title and legend take."""
    return HEAD + SIGNS * (legend(language, NOTE, LEGEND_WIDTH)[-1].line + 1)


def _font(picture: str) -> str:
    from kg.showing.fonts import small_font

    data = b64encode(small_font(picture, flavor="woff")).decode()
    return f"<style>@font-face{{font-family:{OWN};src:url(data:font/woff;base64,{data}) format('woff')}}</style>\n"


def drawing(view: View, drawn: Layout, language: str, first: int = 0, crowded: bool = False) -> str:
    """Edges below, boxes above; ids (from ``first`` on) and classes are what the page's script goes by.

    Where measures are ``crowded``, a trunk stands for the edges from their bodies.
    """
    at = {box.node.id: (first + index, box) for index, box in enumerate(drawn.boxes)}
    unnamed = {measure for measure, open_ in gaps(view).items() if "nobody-named" in open_}
    doing = [edge for edge in view.edges if crowded and is_doing(edge)]
    lines = trunk(doing, {box.node.id: box for box in drawn.boxes}) if doing else ()
    edges = "".join(map(_line, lines)) + "".join(
        _edge(edge, *(at.get(edge.via) or at[edge.source]), *at[edge.target], drawn, language)
        for edge in view.edges
        if not (crowded and is_doing(edge))
    )
    boxes = "".join(_box(first + i, box, unnamed, language) for i, box in enumerate(drawn.boxes))
    return f'<g class="edges" fill="none">{edges}</g>\n<g class="nodes" lang="{CHINESE}">{boxes}</g>\n'


def stroke(edge: Edge, kind: str) -> tuple[str, float, float]:
    """Colour, width in pixels and opacity of an edge that begins at a node of this kind."""
    return (WEAK, 1.0, 1.0) if edge.basis == "issuer" else (COLOURS[kind][1], 1.6, 0.75)


def is_open(box: Box, unnamed: Container[str]) -> bool:
    """Whether a box is dashed: nobody named, no day, or no more than a plan."""
    kind, note = box.node.kind, box.node.note
    if kind == "measure":
        return note == "planned" or box.node.id in unnamed
    return kind == "target" or (kind == "outcome" and not note)


def _edge(edge: Edge, i: int, a: Box, j: int, b: Box, drawn: Layout, language: str) -> str:
    x1, y1, level, y2, x2 = path(a, b, drawn.columns)
    bend = (x1 + level) / 2
    on = f"H{x2:.1f}" if x2 > level else ""
    colour, thick, opacity = stroke(edge, a.node.kind)
    dash = ' stroke-dasharray="6 4"' if edge.kind == "partner" else ""
    words = label(edge.kind, language) + (f" · {label(edge.basis, language)}" if edge.basis else "")
    return (
        f'<path class="edge {"weak" if edge.basis == "issuer" else a.node.kind}" data-a="{i}" data-b="{j}" '
        f'd="M{x1:.1f} {y1:.1f}C{bend:.1f} {y1:.1f} {bend:.1f} {y2:.1f} {level:.1f} {y2:.1f}{on}" '
        f'stroke="{colour}" stroke-width="{thick}" stroke-opacity="{opacity}"{dash}>'
        f"<title>{_text(words)}</title></path>\n"
    )


def _line(line: Line) -> str:
    colour, thick, opacity = stroke(line.edge, "body")
    dash = ' stroke-dasharray="6 4"' if line.edge.kind == "partner" else ""
    return (
        f'<path d="M{line.x1:.1f} {line.y1:.1f}L{line.x2:.1f} {line.y2:.1f}" stroke="{colour}" '
        f'stroke-width="{thick}" stroke-opacity="{opacity}"{dash}/>\n'
    )


def _box(index: int, box: Box, unnamed: Container[str], language: str) -> str:
    kind = box.node.kind
    fill, line = COLOURS[kind]
    dash = ' stroke-dasharray="3 3"' if is_open(box, unnamed) else ""
    told = day(box.node, language) if kind in COUNTS else listed(state(box.node, language), language)
    words = f"{label(kind, language)}: {box.node.label}" + (f" ({told})" if told else "")
    rows = "".join(
        f'<text x="{box.x + PAD + 14:.1f}" y="{box.y + PAD + LINE * (n + 1) - 6:.1f}">{_text(row)}</text>'
        for n, row in enumerate(box.lines)
    )
    if box.note:
        rows += (
            f'<text class="note" x="{box.x + box.width - 6:.1f}" y="{box.note_y:.1f}" font-size="{NOTE}" '
            f'text-anchor="end" fill="#555555">{_text(box.note)}</text>'
        )
    return (
        f'<g class="node {kind}" data-n="{index}" role="img" aria-label="{_text(words)}" '
        f'font-size="{FONT}" fill="#111111"><title>{_text(words)}</title>'
        f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" rx="6" fill="{fill}" '
        f'stroke="{line}" stroke-width="1.4"{dash}/>'
        f'<text x="{box.x + 6:.1f}" y="{box.y + PAD + LINE - 6:.1f}" fill="{line}" font-size="11">'
        f"{mark_of(box.node)}</text>"
        f"{rows}</g>\n"
    )


def _words(x: float, y: float, words: str, points: float) -> str:
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" font-size="{points}" font-weight="700" fill="#111111">{_text(words)}</text>\n'
    )


def _headings(drawn: Layout, language: str) -> str:
    return "".join(
        f'<text x="{x:.0f}" y="14" font-size="12.5" font-weight="700" fill="#444444">'
        f"{_text(label(name, language))}</text>\n"
        for (x, _), name in zip(drawn.columns, HEADINGS, strict=True)
    )


def _legend(language: str) -> str:
    parts = []
    for sign in legend(language, NOTE, LEGEND_WIDTH):
        x, y = 20 + sign.x, 52 + sign.line * SIGNS
        dash = f' stroke-dasharray="{sign.dash}"' if sign.dash else ""
        if sign.shape == "line":
            parts.append(f'<path d="M{x:.1f} {y - 4:.1f}h26" stroke="{sign.colour}" stroke-width="1.6"{dash}/>')
        elif sign.shape == "box":
            parts.append(
                f'<rect x="{x:.1f}" y="{y - 10:.1f}" width="26" height="12" rx="3" fill="#ffffff" '
                f'stroke="{sign.colour}" stroke-width="1.4"{dash}/>'
            )
        parts.append(
            f'<text x="{x + sign.indent:.1f}" y="{y:.1f}" font-size="{NOTE}" fill="{sign.ink}">'
            f"{_text(sign.words)}</text>\n"
        )
    return "".join(parts)


def _text(text: str) -> str:
    """Escaped for XML 1.0, without the characters it does not allow."""
    return escape(CONTROLS.sub("\ufffd", text), quote=True)
