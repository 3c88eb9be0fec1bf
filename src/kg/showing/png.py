"""SVG → PNG with the font that an installed package ships: the same bytes and legible Chinese on every machine."""

from __future__ import annotations

from kg.showing.fonts import FAMILY, font

SHARP = 3_000
"""Pixels; up to this height a picture is drawn at twice its size."""
HIGHEST = 16_000
"""Pixels; a taller picture is scaled down to it."""


def zoom(height: float) -> float:
    """How many times its size a picture of this height is drawn."""
    return 2.0 if height <= SHARP else min(1.0, HIGHEST / height)


def png(picture: str, height: float) -> bytes:
    """The SVG ``picture`` of this height in pixels. Raises UnreadableInput where the font is missing."""
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=picture,
            zoom=zoom(height),
            skip_system_fonts=True,
            font_files=[str(font())],
            font_family=FAMILY,
            background="#ffffff",
        )
    )
