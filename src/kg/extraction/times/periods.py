"""Which day governs a sentence: periods without a year in a look back, and how far a day said reaches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from kg.extraction.times.parts import ITEM, Above
from kg.facts import Day
from kg.language import find_days
from kg.language.context import YEAR, year_of
from kg.language.dates import LAST_MONTH_OF_LOOKING_BACK, NARROW
from kg.language.parsed import Parsed
from kg.structure.report import Report

OPENS = 3
"""A day that begins this near the start of a paragraph governs the paragraph."""
ONE_DAY = re.compile(r"(?!截[至止])[^日号]*\d{1,2} ?月 ?\d{1,2} ?[日号](?:[至—–~-]+\d{1,2} ?[日号])?")
"""A day alone, or a few in a row, on which something took place."""
RECKONED = re.compile("(?:[经据]?初步|据)[^，,；;。]{0,6}[，,]")
"""Before such a day: 初步核算，|全年, 据统计，|2023年."""
LONGEST_TOPIC = 18
"""Characters of a first sentence that only names what its paragraph tells."""
BULLETIN = "统计公报"
SPAN = re.compile("[二两三四五]年")
"""五年来, 这五年: it tells since when something was summed up, not the day on which figures of other sentences hold."""


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


def governing_days(parsed: Iterable[Parsed], told: Day | None = None) -> Iterator[Day | None]:
    """For each sentence the day that governs it: the one that opens its paragraph, or what stands behind the topic of
    it, which governs the next sentences too unless it is that of an event; else the one that the title ``told``."""
    paragraph, day, topic, behind = -1, None, False, False
    for one in parsed:
        if one.sentence.paragraph != paragraph or topic:
            behind = one.sentence.paragraph == paragraph
            topic = not behind and _is_topic(one)
            paragraph = one.sentence.paragraph
            day = next((d for d in one.days if _opens(one, d)), None)
        elif day is not None and (_is_past(day) or (behind and ITEM.match(one.sentence.text))):  # 二是…: another topic
            day = None
        yield day or told


def _is_past(day: Day) -> bool:
    """Whether a day governs no further sentence."""
    return ONE_DAY.fullmatch(day.text) is not None or SPAN.search(day.text) is not None


def _opens(one: Parsed, day: Day) -> bool:
    before = one.sentence.text[: day.start - one.sentence.start]
    return len(before) <= OPENS or RECKONED.fullmatch(before) is not None


def _is_topic(one: Parsed) -> bool:
    """Whether a sentence only names what its paragraph tells: 主要指标稳中有进。"""
    text = one.sentence.text
    return len(text) <= LONGEST_TOPIC and text.endswith("。") and not one.days and not one.quantities


def title_day(report: Report) -> Day | None:
    """The end of the year whose figures a statistical bulletin publishes, by its title."""
    title = report.header.title
    if title is None or BULLETIN not in title.value or len(set(years := YEAR.findall(title.value))) != 1:
        return None
    return Day(title.quote.start, title.quote.end, title.quote.text, date(int(years[0].translate(NARROW)), 12, 31))
