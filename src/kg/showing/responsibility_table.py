"""The responsibility table in each of its forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from kg.showing.responsibilities import Shown
from kg.showing.responsibility_parts import FORMS

TOGETHER = 200
"""Pieces of text that are written at once."""


def responsibility_table(shown: Shown, form: str, unlinked: Callable[[int], object] | None = None) -> Iterator[bytes]:
    """The table as ``xlsx``, ``csv``, ``html``, ``md`` or ``json``, in parts.

    ``unlinked`` is told how many rows of a workbook have no link, since Excel doesn't take it.
    Raises UsageMistake where a sheet of the workbook would have more rows than Excel takes.
    """
    if form == "xlsx":
        from kg.showing.workbook import workbook

        return workbook(shown, unlinked)
    if form == "html":
        from kg.showing.responsibilities_page import responsibilities_page

        return _encoded(responsibilities_page(shown))
    return _encoded(FORMS[form](shown))


def _encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    pieces = iter(pieces)
    while some := list(islice(pieces, TOGETHER)):
        yield "".join(some).encode()
