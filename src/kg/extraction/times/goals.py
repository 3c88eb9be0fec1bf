"""When the goals of a year are due that a paragraph sets without the year: 主要预期目标是：生产总值增长5%左右.

The sentences before or the heading tell which year is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kg.facts import Day
from kg.language import find_days
from kg.language.context import year_of
from kg.structure.report import Report

GOALS = re.compile(r"预期目标(?:建议|初步|安排)?(?:[是为]|[定设]为)?[：:]")
LONG_RUN = re.compile('[一二三四五六七八九十]五[”"]?(?:时期|期间|规划)|[三四五十]年')
"""Goals of a plan of several years are not due this year."""
ABOVE = 40
"""Sentences above the goals that may tell their year."""
LAST_MONTHS = 11
"""From this month on a report sets the goals of the next year."""


def sets_goals(sentence: str) -> bool:
    """Whether a sentence sets the goals of a year behind a colon."""
    found = GOALS.search(sentence)
    return found is not None and not LONG_RUN.search(sentence, 0, found.start())


def due_of_goals(report: Report, at: int) -> Day | None:
    """The day on which the goals that the sentence at this place sets are due, as the nearest words above tell it."""
    own = report.header.day
    year = own.year + (own.month >= LAST_MONTHS) if own else year_of(report, report.sentences[at].section)
    if year is None:
        return None
    end = date(year, 12, 31)
    return next((day for day in _days(report, at, own) if day.as_of == end), None)


def _days(report: Report, at: int, own: date | None) -> Iterator[Day]:
    """The days before the goals of a sentence: in it, in those above it and in its headings, the nearest first."""
    sentence = report.sentences[at]
    section = sentence.section
    begin = report.sections[section].start if section is not None else 0
    lines = [(s.start, s.text) for s in report.sentences[max(0, at - ABOVE) : at] if s.start >= begin]
    lines.append((sentence.start, GOALS.split(sentence.text)[0]))
    while section is not None:
        lines.append((report.sections[section].start, report.sections[section].heading))
        section = report.sections[section].parent
    year = own.year if own else None
    for start, text in sorted(lines, reverse=True):
        yield from reversed(find_days(text, own, year, start, year))
