"""Texts copied from a page or a scan have blanks inside of numbers and dates: 1 9 9 7 年, 7 4 7 7 2 亿元, 2023 年 7 月.
They are left aside while a text is read."""

from __future__ import annotations

import re

DIGIT = "[0-9０-９]"
FIRST = rf"(?<![0-9０-９.．·A-Za-z表图栏])(?<![0-9０-９表图栏] ){DIGIT}"
"""A digit that no other stands before, and no number of a table."""
LAST = r"(?! ?[0-9０-９A-Za-z]|[.．·])"
POINT = r"(?: ?[.．·] ?)"
INSIDE = re.compile(
    rf"{FIRST}(?:(?: {DIGIT})+(?:{POINT}{DIGIT}(?: {DIGIT})*)?|(?: [.．·] ?|[.．·] ){DIGIT}(?: {DIGIT})*){LAST} ?"
)
"""A number whose digits stand one by one, with the blank behind it."""
BESIDE = re.compile(
    rf"(?<={DIGIT}) (?=[年月日])|(?<=[年月]) (?={DIGIT}{{1,2}} ?[月日])|(?<=[至到自从]) (?={DIGIT}{{4}} ?年)"
    "|(?<=元) (?=[/／])"
)
"""A blank beside the numbers of a date, and before what an amount is for: 5 万元 /次."""


def blanks(characters: str) -> set[int]:
    """Places of such blanks."""
    if " " not in characters:
        return set()
    inside = {m.start() + i for m in INSIDE.finditer(characters) for i, c in enumerate(m.group()) if c == " "}
    return inside | {m.start() for m in BESIDE.finditer(characters)}
