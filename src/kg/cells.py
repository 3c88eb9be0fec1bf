"""What a cell of a csv or tsv file may hold: programs for spreadsheets take some texts for formulas."""

from __future__ import annotations

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet program may take for the beginning of a formula (OWASP, CSV Injection)."""


def harmless(text: str) -> str:
    """The text, behind an apostrophe where it might be taken for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def tabbed(cells: tuple[str, ...]) -> str:
    """A line of tab-separated values, which know no quotes: text/tab-separated-values, as registered with IANA."""
    return "\t".join(" ".join(cell.split()) if set(cell) & set("\t\r\n") else cell for cell in cells)
