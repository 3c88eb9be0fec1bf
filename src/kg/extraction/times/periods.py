"""Which day governs a sentence: periods without a year in a look back, and how far a day said reaches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extraction.times.parts import Above
from kg.facts import Day
from kg.language import find_days
from kg.language.context import year_of
from kg.language.dates import LAST_MONTH_OF_LOOKING_BACK
from kg.language.parsed import Parsed
from kg.structure.report import Report

OPENS = 3
"""A day that begins this near the start of a paragraph governs the paragraph."""
ONE_DAY = re.compile(r"(?!截[至止])[^日号]*\d{1,2}月\d{1,2}[日号]")
"""A day alone, on which something took place."""


def looking_back(report: Report, parsed: Iterable[Parsed], above: Iterable[Above]) -> Iterator[Parsed]:
    """The sentences, those that look back without the year that just begins: 全年 in a report of January that says no
    year is the year before."""
    own = report.header.day
    for one, over in zip(parsed, above, strict=True):
        if own is None or own.month > LAST_MONTH_OF_LOOKING_BACK or not over.back or not _late(report, one):
            yield one
            continue
        earlier = find_days(one.sentence.text, own, own.year - 1, one.sentence.start, own.year)
        meant = {(d.start, d.end): d for d in earlier}
        yield replace(one, days=tuple(meant.get((d.start, d.end), d) if d.as_of > own else d for d in one.days))


def _late(report: Report, one: Parsed) -> bool:
    """Whether a sentence tells a day after the report's own, and nothing above says of which year it speaks."""
    own = report.header.day
    return (
        own is not None and any(d.as_of > own for d in one.days) and year_of(report, one.sentence.section) == own.year
    )


def governing_days(parsed: Iterable[Parsed]) -> Iterator[Day | None]:
    """For each sentence the day that governs it: the one that opens its paragraph, which governs the next sentences too
    unless it is that of an event."""
    paragraph, day = -1, None
    for one in parsed:
        if one.sentence.paragraph != paragraph:
            paragraph = one.sentence.paragraph
            day = next((d for d in one.days if d.start - one.sentence.start <= OPENS), None)
        elif day is not None and ONE_DAY.fullmatch(day.text):
            day = None
        yield day
