"""The picture as SVG 1.1, written here so that the same view gives the same bytes."""

from __future__ import annotations

import re
from html import escape

from kg.asking.view import Edge, View, gaps
from kg.showing.labels import label
from kg.showing.layout import FONT, LINE, PAD, Box, Layout, ends, layout

FONTS = (
    "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','WenQuanYi Micro Hei',SimHei,sans-serif"
)
# Okabe and Ito's palette, which colour-blind people tell apart: fill and line.
COLOURS = {
    "body": ("#dcecf8", "#0072b2"),
    "measure": ("#ffffff", "#333333"),
    "site": ("#fde9c8", "#b06a00"),
    "system": ("#d5f0e6", "#007a5a"),
    "programme": ("#f3dfee", "#a0447c"),
    "document": ("#eeeeee", "#666666"),
    "outcome": ("#fdf6c8", "#7a6a00"),
}
MARKS = {"body": "■", "measure": "▶", "site": "●", "system": "◆", "programme": "★", "document": "▤", "outcome": "#"}
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def svg(view: View, language: str) -> str:
    """A standalone picture with title, column headings and legend."""
    drawn = layout(view)
    width, height = drawn.width, drawn.height + 40
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" font-family="{FONTS}" role="img">\n'
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n'
        f'<text x="28" y="36" font-size="18" font-weight="700" fill="#111111">{_text(view.title)[:80]}</text>\n'
        f"{_headings(drawn, language)}{drawing(view, drawn, language)}{_legend(drawn, language)}</svg>\n"
    )


def drawing(view: View, drawn: Layout, language: str) -> str:
    """Edges below, boxes above; ids and classes are what the page's script goes by."""
    at = {box.node.id: (index, box) for index, box in enumerate(drawn.boxes)}
    unnamed = {measure for measure, open_ in gaps(view).items() if "nobody-named" in open_}
    edges = "".join(_edge(edge, *at[edge.source], *at[edge.target], language) for edge in view.edges)
    boxes = "".join(_box(i, box, box.node.id in unnamed, language) for i, box in enumerate(drawn.boxes))
    return f'<g class="edges" fill="none">{edges}</g>\n<g class="nodes">{boxes}</g>\n'


def _edge(edge: Edge, i: int, a: Box, j: int, b: Box, language: str) -> str:
    x1, y1, x2, y2 = ends(a, b)
    bend = (x1 + x2) / 2
    weak = edge.basis == "issuer"
    colour, thick, opacity = ("#999999", 1.0, 0.35) if weak else (COLOURS[a.node.kind][1], 1.6, 0.75)
    dash = ' stroke-dasharray="6 4"' if edge.kind == "partner" else ""
    words = label(edge.kind, language) + (f" · {label(edge.basis, language)}" if edge.basis else "")
    return (
        f'<path class="edge {"weak" if weak else a.node.kind}" data-a="{i}" data-b="{j}" '
        f'd="M{x1:.1f} {y1:.1f}C{bend:.1f} {y1:.1f} {bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}" '
        f'stroke="{colour}" stroke-width="{thick}" stroke-opacity="{opacity}"{dash}>'
        f"<title>{_text(words)}</title></path>\n"
    )


def _box(index: int, box: Box, unnamed: bool, language: str) -> str:
    kind, note = box.node.kind, box.node.note
    fill, line = COLOURS[kind]
    gap = (kind == "measure" and unnamed) or (kind == "outcome" and not note)
    dash = ' stroke-dasharray="3 3"' if gap or note == "planned" else ""
    words = f"{label(kind, language)}: {box.node.label}" + (f" ({label(note, language)})" if note else "")
    if kind == "outcome" and not note:
        words += f" ({label('undated', language)})"
    rows = "".join(
        f'<text x="{box.x + PAD + 14:.1f}" y="{box.y + PAD + LINE * (n + 1) - 6:.1f}">{_text(row)}</text>'
        for n, row in enumerate(box.lines)
    )
    return (
        f'<g class="node {kind}" data-n="{index}" tabindex="0" role="button" aria-label="{_text(words)}" '
        f'font-size="{FONT}" fill="#111111"><title>{_text(words)}</title>'
        f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" rx="6" fill="{fill}" '
        f'stroke="{line}" stroke-width="1.4"{dash}/>'
        f'<text x="{box.x + 6:.1f}" y="{box.y + PAD + LINE - 6:.1f}" fill="{line}" font-size="11">{MARKS[kind]}</text>'
        f"{rows}</g>\n"
    )


def _headings(drawn: Layout, language: str) -> str:
    names = ("body", "measure", "thing", "outcome")
    return "".join(
        f'<text x="{x:.0f}" y="76" font-size="12" font-weight="700" fill="#444444">'
        f"{_text(label(name, language))}</text>\n"
        for (x, _), name in zip(drawn.columns, names, strict=True)
    )


def _legend(drawn: Layout, language: str) -> str:
    parts, x, y = [], 28.0, drawn.height + 12
    for kind, (_, line) in COLOURS.items():
        word = f"{MARKS[kind]} {label(kind, language)}"
        parts.append(f'<text x="{x:.0f}" y="{y:.0f}" font-size="12" fill="{line}">{_text(word)}</text>')
        x += 90
    words = f"- - - {label('gap', language)} / {label('partner', language)}"
    parts.append(f'<text x="{x:.0f}" y="{y:.0f}" font-size="12" fill="#555555">{_text(words)}</text>\n')
    return "".join(parts)


def _text(text: str) -> str:
    """Escaped for XML 1.0, without the characters it does not allow."""
    return escape(CONTROLS.sub("\ufffd", text), quote=True)
