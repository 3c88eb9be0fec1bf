"""What a cover letter does: it issues the document that it names. 《…办法》已经市政府同意，现印发给你们; so does a
decree: 《…办法》已经常务会议通过，现予公布."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.language.parsed import Act, Parsed

TO_YOU = "给你们"
TITLE = r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》"
NOW = r"[，,]现(?:予以?)?"
OUT = rf"(?:(?:印发|转发|下发){TO_YOU}|(?:印发|转发|下发|公布|发布)(?:(?:实施|施行|执行|试行)|(?=[，,。；;]|你们)))"
ISSUED = re.compile(
    rf"(?:^|[，,。\s])现?将(?P<fronted>{TITLE})[^，,。；;]{{0,20}}?(?P<verb>(?:印发|转发|下发){TO_YOU})"
    rf"|^[^《》，,。；;]{{0,24}}(?P<approved>{TITLE})[^《》。；;]{{0,80}}(?:同意|通过|批准|审定)[^《》。；;]{{0,20}}{NOW}(?P<plainly>{OUT})"
    rf"|(?:制定|制订|编制|修订|形成)了?(?P<drawn>{TITLE})(?:[（(][^（()）]{{1,20}}[)）])?{NOW}(?P<then>{OUT})"
)
SIGNS = (TO_YOU, "，现", ",现")
"""No sentence without one of these issues anything so."""
TITLES = ("fronted", "approved", "drawn")
VERB = 2
"""Characters of each of these predicates."""
SURE = 0.9
"""The chance given to such an act, which its form tells."""
DONE = (0.9, 0.05, 0.05)


def issued(characters: str, parsed: Parsed) -> Iterator[Act]:
    """The act of a sentence that issues a document to whom it addresses."""
    if (found := _found(parsed)) is None:
        return
    start, at = parsed.sentence.start, found.start(found.lastgroup or 0)
    front = found.start("fronted") - 1 if found["fronted"] else at
    yield Act(start + front, start + found.end(), start + at, start + at + VERB, SURE, 1.0, DONE)


def title_of(parsed: Parsed, act: Act) -> tuple[int, int] | None:
    """Where the title stands of what an act issues in a cover letter; None for any other act."""
    found = _found(parsed)
    if found is None or act.verb != parsed.sentence.start + found.start(found.lastgroup or 0):
        return None
    start, end = found.span(next(name for name in TITLES if found[name]))
    return parsed.sentence.start + start, parsed.sentence.start + end


def _found(parsed: Parsed) -> re.Match[str] | None:
    return _letter(parsed.sentence.text)


@lru_cache(maxsize=16)
def _letter(text: str) -> re.Match[str] | None:
    """What a sentence issues: asked for each of its acts, looked up once."""
    return ISSUED.search(text) if any(sign in text for sign in SIGNS) else None
