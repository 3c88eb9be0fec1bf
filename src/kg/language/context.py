"""What a document says around a sentence: whether it tells what was done or what shall be done, and of which year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.dates import NAME
from kg.language.features import Setting
from kg.language.reader import Unit
from kg.structure.report import Report
from kg.words import words_of

BOTH = re.compile(r"(?:总结|回顾|情况)(?:以?及|[和与暨、])[^，,。]*(?:计划|要点|安排|打算|思路|任务|设想)$")
"""A title that tells what was done before what shall be: 2023年工作总结和2024年工作计划."""
YEAR = re.compile(r"(?:19|20|１９|２０)[0-9０-９]{2}(?= ?年)")


def units_of(report: Report) -> Iterator[Unit]:
    """The sentences and headings of a report in order, each with what the document says around it."""
    units = [Unit(s.start, s.text, setting_of(report, s.start, s.section)) for s in report.sentences]
    units += [Unit(s.start, s.heading, setting_of(report, s.start, s.parent, heading=True)) for s in report.sections]
    return iter(sorted(units, key=lambda unit: unit.start))


def setting_of(report: Report, start: int, section: int | None, heading: bool = False) -> Setting:
    """The setting of the sentence or heading at ``start`` in this section."""
    title = report.header.title.value if report.header.title else ""
    both = BOTH.search(title) is not None
    return Setting(
        heading,
        in_plan(report, section),
        not both and title.endswith(tuple(words_of("plan-titles"))),
        "工作报告" in title,
        both or title.endswith(tuple(words_of("account-titles"))),
        start / max(1, len(report.text.characters)),
    )


def in_plan(report: Report, section: int | None) -> bool:
    """Whether a heading above says that this part tells what shall be done."""
    while section is not None:
        if any(word in report.sections[section].heading for word in words_of("plan-headings")):
            return True
        section = report.sections[section].parent
    return False


def year_of(report: Report, section: int | None) -> int | None:
    """The year that a part of the report speaks of: the one in a heading above it; else the one year in the title,
    where the report was made in the year after; else the report's own, or the first in its title."""
    while section is not None:
        if years := YEAR.findall(NAME.sub("", report.sections[section].heading)):
            return int(years[0])
        section = report.sections[section].parent
    day = report.header.day
    years = sorted(set(YEAR.findall(report.header.title.value))) if report.header.title else []
    if day is None:
        return int(years[0]) if years else None
    return int(years[0]) if len(years) == 1 and int(years[0]) == day.year - 1 else day.year
