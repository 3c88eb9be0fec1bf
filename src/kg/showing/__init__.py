"""Pictures, pages and tables of what was asked for."""

from __future__ import annotations

from kg.asking.view import View
from kg.errors import UsageMistake

FORMATS = {
    "html": ("htm", "text/html"),
    "pdf": ("application/pdf",),
    "svg": ("image/svg+xml",),
    "png": ("image/png",),
    "dot": ("gv", "text/vnd.graphviz"),
    "mmd": ("mermaid", "text/vnd.mermaid"),
}


def show(view: View, form: str, language: str, outline: bool = False) -> bytes:
    """The view as html, pdf, svg, png, dot or mmd, by name, extension or media type; ``outline`` is for svg alone.

    Raises UsageMistake for another, UnreadableInput where the font that pdf, svg and png need is not installed.
    """
    wanted = form.lower().lstrip(".")
    name = next((n for n, others in FORMATS.items() if wanted == n or wanted in others), None)
    if name == "html":
        from kg.showing.page import page

        return page(view, language).encode()
    if name == "pdf":
        from kg.showing.pdf import pdf

        return pdf(view, language)
    if name == "svg":
        from kg.showing.svg import svg

        if outline:
            from kg.showing.outlines import outlined

            return outlined(svg(view, language, embed=False)[0]).encode()
        return svg(view, language)[0].encode()
    if name == "png":
        from kg.showing.png import png
        from kg.showing.svg import svg

        return png(*svg(view, language, embed=False))
    if name in ("dot", "mmd"):
        from kg.showing.diagrams import dot, mermaid

        return (dot if name == "dot" else mermaid)(view, language).encode()
    raise UsageMistake("format-unknown", format=form, known=" ".join(FORMATS))
