"""Pictures, pages and tables of what was asked for."""

from __future__ import annotations

from kg.asking.view import View
from kg.errors import UsageMistake

FORMATS = {
    "html": ("htm", "text/html"),
    "svg": ("image/svg+xml",),
    "png": ("image/png",),
    "dot": ("gv", "text/vnd.graphviz"),
    "mmd": ("mermaid", "text/vnd.mermaid"),
}


def show(view: View, form: str, language: str) -> bytes:
    """The view as html, svg, png, dot or mmd, by name, extension or media type. Raises UsageMistake for another."""
    wanted = form.lower().lstrip(".")
    name = next((n for n, others in FORMATS.items() if wanted == n or wanted in others), None)
    if name == "html":
        from kg.showing.page import page

        return page(view, language).encode()
    if name in ("svg", "png"):
        from kg.showing.svg import svg

        picture = svg(view, language)
        if name == "svg":
            return picture.encode()
        from kg.showing.layout import layout
        from kg.showing.png import png

        return png(picture, layout(view).height + 40)
    if name in ("dot", "mmd"):
        from kg.showing.diagrams import dot, mermaid

        return (dot if name == "dot" else mermaid)(view, language).encode()
    raise UsageMistake("format-unknown", format=form, known=" ".join(FORMATS))
