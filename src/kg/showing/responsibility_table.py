"""The responsibility table in each of its forms."""

from __future__ import annotations

from kg.showing.responsibilities import Shown, as_csv, as_json, as_markdown


def responsibility_table(shown: Shown, form: str) -> bytes:
    """The table as ``xlsx``, ``csv``, ``html``, ``md`` or ``json``.

    Raises UsageMistake where a sheet of the workbook would have more rows than Excel takes.
    """
    if form == "xlsx":
        from kg.showing.workbook import workbook

        return workbook(shown)
    if form == "html":
        from kg.showing.responsibilities_page import responsibilities_page

        return responsibilities_page(shown).encode()
    return as_csv(shown) if form == "csv" else (as_json(shown) if form == "json" else as_markdown(shown)).encode()
