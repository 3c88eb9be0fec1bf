"""Tables of rows, and rows whose every text is somebody else's."""

from __future__ import annotations

import io

import openpyxl

from kg.asking.rows import Count, Involved, Responsible, Row
from kg.showing.responsibilities import Shown
from kg.showing.responsibility_table import responsibility_table as parts_of


def hostile(number: int, name: str, words: str = "=HYPERLINK(0)") -> Row:
    """A row whose every text is somebody else's."""
    return Row(
        iri=f"urn:m:{number}",
        report_iri="urn:r:1",
        report=words,
        section_iri="",
        section="",
        measure=words,
        status="done",
        action="",
        bodies=(Responsible(f"urn:b:{name}", name, "", "lead", "explicit"),),
        things=(Involved("urn:s", "-1+1", "site", "deliveredAt"),),
        outcomes=(Count("-3.50%", "-3.50", "%", "@x", "exact", "2024-10-31"),),
        gaps=(),
        sentence="+1|2`<b>&\n\u0007\uffff",
        line=1,
        start=number,
        end=number + 1,
    )


def responsibility_table(shown: Shown, form: str) -> bytes:
    return b"".join(parts_of(shown, form))


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))
