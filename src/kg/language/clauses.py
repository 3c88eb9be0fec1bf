"""Sentences → clauses."""

from __future__ import annotations

from kg.language.parsed import Clause

MARKS = frozenset(",，;；:：。！!？?")
OPENING = {"“": "”", "‘": "’", "《": "》", "(": ")", "（": "）", "〔": "〕", "【": "】"}


def split_clauses(text: str, offset: int = 0) -> tuple[Clause, ...]:
    """The clauses of a sentence. Marks inside quotes, titles and brackets don't count; an opening mark without its
    closing one opens nothing."""
    clauses: list[Clause] = []
    start, at = 0, 0
    while at < len(text):
        closing = OPENING.get(text[at])
        if closing is not None and (end := text.find(closing, at + 1)) > 0:
            at = end + 1
            continue
        if text[at] in MARKS and not _in_number(text, at):
            if at > start:
                clauses.append(Clause(offset + start, offset + at, text[at]))
            start = at + 1
        at += 1
    if start < len(text):
        clauses.append(Clause(offset + start, offset + len(text), ""))
    return tuple(clauses)


def _in_number(text: str, at: int) -> bool:
    """1,100 is a number."""
    return (
        text[at] in ",，"
        and text[at - 1 : at].isdigit()
        and text[at + 1 : at + 4].isdigit()
        and len(text[at + 1 : at + 4]) == 3
    )
