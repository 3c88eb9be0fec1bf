"""Bar charts as SVG 1.1 of the width of an A4 page, written here so that the same counts give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from kg.showing.layout import columns_in, wrap
from kg.showing.legend import COLOURS
from kg.showing.svg import CONTROLS, FONTS

WIDTH = 794
"""Pixels: A4 at 96 a inch."""
MARGIN = 40
LABELS = 270
"""Pixels for what bars are called."""
ROOM = 44
"""Pixels for the total after a bar."""
ROW, BAR, LINE = 21, 15, 15
COLUMNS = 42
"""Half-width characters of a line of a bar's name."""
FONT = 12
FILLS = (COLOURS["body"], COLOURS["site"], COLOURS["programme"])
"""Fill and line of a bar's parts: light, and told apart by colour-blind people."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A name in its parts and its counts, one for each part of the panel."""

    name: tuple[str, ...]
    """In one line where there is room, else a line each."""
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars under a title. ``parts`` is what their colours mean, ``rest`` a note on what is not drawn, or ''."""

    title: str
    parts: tuple[str, ...]
    bars: tuple[Bar, ...]
    rest: str = ""


def chart(title: str, panels: Sequence[Panel]) -> tuple[str, float]:
    """The picture and its height in pixels."""
    drawn, y = [], 62.0
    for panel in panels:
        part, y = _panel(panel, y)
        drawn.append(part)
    height = y + MARGIN / 2
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:.0f}" '
        f'viewBox="0 0 {WIDTH} {height:.0f}" font-family="{FONTS}" font-size="{FONT}" fill="#111111" role="group">\n'
        f'<title>{_text(title)}</title>\n<rect width="100%" height="100%" fill="#ffffff"/>\n'
        f'<text x="{MARGIN}" y="38" font-size="18" font-weight="700">{_text(wrap(title, 74, most=1)[0])}</text>\n'
        f"{''.join(drawn)}</svg>\n"
    )
    return picture, height


def _panel(panel: Panel, y: float) -> tuple[str, float]:
    """The panel from this height down, and where it ends."""
    parts = [f'<text x="{MARGIN}" y="{y + 14:.1f}" font-size="14" font-weight="700">{_text(panel.title)}</text>\n']
    parts.append(_legend(panel, y + 14))
    y += 26
    longest = max((sum(bar.counts) for bar in panel.bars), default=0) or 1
    scale = (WIDTH - 2 * MARGIN - LABELS - ROOM) / longest
    for bar in panel.bars:
        lines = _lines(bar.name)
        y += LINE * (len(lines) - 1) / 2
        parts.append(_bar(bar, lines, panel, y, scale))
        y += ROW + LINE * (len(lines) - 1) / 2
    if panel.rest:
        parts.append(f'<text x="{MARGIN + LABELS}" y="{y + 13:.1f}" fill="#555555">{_text(panel.rest)}</text>\n')
        y += ROW
    return "".join(parts), y + 16


def _legend(panel: Panel, y: float) -> str:
    """What the colours mean, from the right margin leftwards."""
    marks, x = [], float(WIDTH - MARGIN)
    for (fill, line), part in reversed(list(zip(FILLS, panel.parts, strict=False))):
        x -= _width(part)
        marks.append(f'<text x="{x:.1f}" y="{y:.1f}">{_text(part)}</text>')
        marks.append(
            f'<rect x="{x - 16:.1f}" y="{y - 10:.1f}" width="11" height="11" fill="{fill}" stroke="{line}"/>\n'
        )
        x -= 30
    return "".join(marks)


def _lines(name: tuple[str, ...]) -> tuple[str, ...]:
    whole = " ".join(name)
    return (whole,) if columns_in(whole) <= COLUMNS else tuple(wrap(part, COLUMNS, most=1)[0] for part in name)


def _bar(bar: Bar, lines: Sequence[str], panel: Panel, y: float, scale: float) -> str:
    base = y + BAR - 3
    top = base - LINE * (len(lines) - 1) / 2
    counts = ", ".join(f"{part} {count}" for part, count in zip(panel.parts, bar.counts, strict=True))
    said = _text(f"{' '.join(bar.name)}: {counts}")
    parts = [
        f'<g role="img" aria-label="{said}"><title>{said}</title>',
        *(
            f'<text x="{MARGIN + LABELS - 8}" y="{top + LINE * at:.1f}" text-anchor="end">{_text(line)}</text>'
            for at, line in enumerate(lines)
        ),
    ]
    x = float(MARGIN + LABELS)
    for (fill, line), count in zip(FILLS, bar.counts, strict=False):
        width = count * scale
        if not count:
            continue
        parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{BAR}" fill="{fill}" stroke="{line}"/>'
        )
        if len(bar.counts) > 1 and width > _width(str(count)) + 6:
            parts.append(
                f'<text x="{x + width / 2:.1f}" y="{base:.1f}" font-size="11" text-anchor="middle">{count}</text>'
            )
        x += width
    total = f'<text x="{x + 6:.1f}" y="{base:.1f}" font-weight="700">{sum(bar.counts)}</text>'
    return "".join((*parts, total, "</g>\n"))


def _width(text: str) -> float:
    return columns_in(text) * FONT / 2


def _text(text: str) -> str:
    """Escaped for XML 1.0, without the characters it does not allow."""
    return escape(CONTROLS.sub("\ufffd", text), quote=True)
