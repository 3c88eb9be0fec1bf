"""The font that an installed package ships, and small fonts of the glyphs that a picture needs."""

from __future__ import annotations

import io
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UnreadableInput

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FAMILY = "Noto Sans CJK SC"
REGULAR, BOLD = 400, 700
"""Weights as OpenType counts them."""
FINEST = 1.0
"""How far a curve of ours may be from the font's, in thousandths of its size."""
ASCENT, DESCENT = 880, -120


def font() -> Path:
    """Noto Sans CJK (SIL Open Font License). Raises UnreadableInput where its package is not installed."""
    try:
        path = Path(str(files("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc"))
    except ModuleNotFoundError as e:
        raise UnreadableInput("font-missing") from e
    if not path.is_file():
        raise UnreadableInput("font-missing")
    return path


def small_name(text: str, weight: int) -> str:
    """The PostScript name of that small font, which differs where its characters do."""
    digest = sha256("".join(sorted(set(text))).encode("utf-8", "replace")).hexdigest()[:8]
    return f"NotoSansCJKsc-{'Bold' if weight == BOLD else 'Regular'}-{digest}"


def small_font(text: str, weight: int = REGULAR, flavor: str | None = None) -> bytes:
    """A TrueType font (or ``woff``) of the characters of ``text`` that the font has, and of no others.

    The shipped font is one of many weights in compact curves (CFF2), which PDF does not know.
    """
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    whole = _whole(font())
    known = whole.getBestCmap()
    chosen = {ord(c): known[ord(c)] for c in sorted(set(text)) if ord(c) in known}
    drawn = whole.getGlyphSet(location={"wght": weight})
    glyphs, widths = {}, {}
    for name in dict.fromkeys((".notdef", *chosen.values())):
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, FINEST, reverse_direction=True))
        glyphs[name] = pen.glyph()
        widths[name] = round(drawn[name].width)
    made = FontBuilder(whole["head"].unitsPerEm, isTTF=True)
    made.setupGlyphOrder(list(glyphs))
    made.setupCharacterMap(chosen)
    made.setupGlyf(glyphs)
    made.setupHorizontalMetrics(
        {name: (width, getattr(made.font["glyf"][name], "xMin", 0)) for name, width in widths.items()}
    )
    made.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    style = "Bold" if weight == BOLD else "Regular"
    made.setupNameTable({"familyName": FAMILY, "styleName": style, "psName": small_name(text, weight)})
    made.setupOS2(usWeightClass=weight, sTypoAscender=ASCENT, sTypoDescender=DESCENT)
    made.setupPost(keepGlyphNames=False)
    # A font made twice is the same: its days are those of the font it was taken from.
    made.font["head"].created = made.font["head"].modified = whole["head"].modified
    made.font.recalcTimestamp = False
    made.font.flavor = flavor
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@cache
def _whole(path: Path) -> TTFont:
    """The font of this file, its tables read: that takes a second, and each picture needs two weights."""
    from fontTools.ttLib import TTCollection

    with TTCollection(path, lazy=True) as collection:
        whole: TTFont = next(f for f in collection.fonts if f["name"].getDebugName(1) == FAMILY)
        # Every table that is used, before the file is closed.
        whole.get("head")
        whole.getBestCmap()
        whole.getGlyphSet(location={"wght": BOLD})
        return whole
