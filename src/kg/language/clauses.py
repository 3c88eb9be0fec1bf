"""Sentences → clauses."""

from __future__ import annotations

import re

from kg.language.parsed import Clause

MARKS = frozenset(",，;；:：。！!？?")
OPENING = {"“": "”", "‘": "’", "《": "》", "(": ")", "（": "）", "〔": "〕", "﹝": "﹞", "【": "】"}
SIGN = re.compile(f"[{re.escape(''.join((*MARKS, *OPENING)))}]")


def split_clauses(text: str, offset: int = 0) -> tuple[Clause, ...]:
    """The clauses of a sentence. Marks inside quotes, titles and brackets don't count; an opening mark without its
    closing one opens nothing."""
    clauses: list[Clause] = []
    start, at = 0, 0
    while sign := SIGN.search(text, at):
        mark, at = sign.group(), sign.end()
        if mark in OPENING:
            at = max(at, text.find(OPENING[mark], at) + 1)
        elif not _in_number(text, at - 1):
            if at - 1 > start:
                clauses.append(Clause(offset + start, offset + at - 1, mark))
            start = at
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
