"""Words of an SVG picture as outlines, for programs that know no font but their system's."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET

from kg.showing.fonts import BOLD, REGULAR, small_font

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
UNITS = 1000
"""The font's units in the size of a character."""


class _Glyphs:
    """The outlines of one weight, of those that were asked for."""

    def __init__(self, text: str, weight: int) -> None:
        from fontTools.ttLib import TTFont

        self._font = TTFont(io.BytesIO(small_font(text, weight)))
        self._names: dict[int, str] = self._font.getBestCmap()
        self._drawn = self._font.getGlyphSet()
        self._weight = weight
        self.used: dict[str, str] = {}
        """Path data by id, in the order of first use."""

    def set_line(self, text: str) -> tuple[list[tuple[str, int]], int]:
        """Id and place of each character, and the width of all, in the font's units; blanks have no outline."""
        from fontTools.pens.svgPathPen import SVGPathPen

        placed, x = [], 0
        for character in text:
            name = self._names.get(ord(character), ".notdef")
            key = f"g{self._weight}-{name}"
            if key not in self.used:
                pen = SVGPathPen(self._drawn)
                self._drawn[name].draw(pen)
                self.used[key] = pen.getCommands()
            if self.used[key]:
                placed.append((key, x))
            x += self._drawn[name].width
        return placed, x


def outlined(picture: str) -> str:
    """The picture, an SVG of ours, with each of its lines of words drawn as outlines; titles and labels stay words.

    Raises UnreadableInput where the font is missing.
    """
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", XLINK)
    root = ET.fromstring(picture)
    words: dict[int, list[str]] = {REGULAR: [], BOLD: []}
    for element in root.iter(f"{{{SVG}}}text"):
        words[_weight(element)].append(element.text or "")
    glyphs = {weight: _Glyphs("".join(of), weight) for weight, of in words.items()}
    _replace(root, 0.0, glyphs)
    shapes = ET.Element(f"{{{SVG}}}defs")
    for weight in glyphs:
        for key, path in glyphs[weight].used.items():
            if path:
                ET.SubElement(shapes, f"{{{SVG}}}path", {"id": key, "d": path})
    root.insert(0, shapes)
    return ET.tostring(root, encoding="unicode") + "\n"


def _replace(parent: ET.Element, size: float, glyphs: dict[int, _Glyphs]) -> None:
    """Every ``text`` below ``parent``, whose words have this size unless it says another."""
    for at, element in enumerate(parent):
        own = float(element.get("font-size", size))
        if element.tag == f"{{{SVG}}}text":
            parent[at] = _drawn(element, own, glyphs[_weight(element)])
        else:
            _replace(element, own, glyphs)


def _drawn(element: ET.Element, size: float, glyphs: _Glyphs) -> ET.Element:
    placed, width = glyphs.set_line(element.text or "")
    x, y, scale = float(element.get("x", 0)), float(element.get("y", 0)), size / UNITS
    if element.get("text-anchor") == "end":
        x -= width * scale
    place = f"translate({x:.2f} {y:.2f}) scale({scale:g} {-scale:g})"
    group = ET.Element(f"{{{SVG}}}g", {"transform": place})
    if element.get("fill"):
        group.set("fill", element.get("fill", ""))
    for key, at in placed:
        ET.SubElement(group, f"{{{SVG}}}use", {f"{{{XLINK}}}href": f"#{key}", "x": str(at)})
    group.tail = element.tail
    return group


def _weight(element: ET.Element) -> int:
    return BOLD if element.get("font-weight") == "700" else REGULAR
