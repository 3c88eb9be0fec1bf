"""The titles of what is attached to a document: in the list under its text and over the attachment itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.parsed import Name

GAP = r"[^\S\n]*"
NUMBER = r"[\d一二三四五六七八九十]{0,3}"
ITEM = rf"{GAP}\d{{1,2}}{GAP}[.．、]{GAP}"
TITLE = r"(?P<title>[^\n。；;，,：:]{4,80}?)"
ENDS = rf"(?:\(\d\))?(?:\.(?:docx?|pdf|xlsx?|wps|ceb))?[。；;]?{GAP}$"
FIRST = re.compile(rf"^{GAP}附[件表]{GAP}{NUMBER}{GAP}[:：]{GAP}(?:{ITEM})?{TITLE}{ENDS}", re.MULTILINE | re.IGNORECASE)
"""The line that lists what is attached, or the first of it: 附件：1.防控工作要点."""
NEXT = re.compile(rf"\n{ITEM}{TITLE}{ENDS}", re.MULTILINE | re.IGNORECASE)
"""A further line of such a list: 2.扶持政策要点."""
OVER = re.compile(rf"^{GAP}附[件表]{GAP}{NUMBER}{GAP}[:：]?{GAP}\n{GAP}{TITLE}{GAP}$", re.MULTILINE)
"""The title over an attachment, behind the line that opens it: 附件1."""
EDITION = re.compile(r"[（(][^（()）\n]{1,12}[)）]$")
"""Which edition of it: （试行）, （第二版）."""
NUMBERED = re.compile(r"[^\n]{0,12}[〔﹝［\[【](?:19|20)\d\d[〕﹞］\]】]第?\d+号")
"""A document's number alone."""


def attached(characters: str) -> Iterator[Name]:
    """The documents that are listed as attached, and their titles where they stand over an attachment."""
    listed: set[str] = set()
    for first in FIRST.finditer(characters):
        line: re.Match[str] | None = first
        while line is not None:
            title = line["title"]
            if not title.startswith("《") and not NUMBERED.fullmatch(title):
                listed.add(EDITION.sub("", title))
                yield _document(line)
            line = NEXT.match(characters, line.end())
    for over in OVER.finditer(characters):
        if EDITION.sub("", over["title"]) in listed:
            yield _document(over)


def _document(line: re.Match[str]) -> Name:
    return Name(*line.span("title"), "document", 1.0, 0.0, 0.0, 0.0, 0.0)
