"""SVG → PNG with the font that an installed package ships: the same bytes and legible Chinese on every machine."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

SHARP = 3_000
"""Pixels; up to this height a picture is drawn at twice its size."""
HIGHEST = 16_000
"""Pixels; a taller picture is scaled down to it."""


def font() -> Path:
    """Noto Sans CJK (SIL Open Font License)."""
    return Path(str(files("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc"))


def png(picture: str, height: float) -> bytes:
    """The SVG ``picture`` of this height in pixels."""
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=picture,
            zoom=2.0 if height <= SHARP else min(1.0, HIGHEST / height),
            skip_system_fonts=True,
            font_files=[str(font())],
            font_family="Noto Sans CJK SC",
            background="#ffffff",
        )
    )
