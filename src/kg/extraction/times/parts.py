"""What stands above each sentence: the part of the report, whether it tells what was done or what shall be done, and
when its targets are due."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extraction.times.goals import due_of_goals, sets_goals
from kg.extraction.times.status import Part, looks_ahead, part_of
from kg.extraction.times.telling import announces, direction, heads, looks_back, opens_deeds, opens_year, turns
from kg.facts import Day, Sentence
from kg.language import find_days
from kg.language.context import setting_of
from kg.structure.headings import ATTACHMENT, GLOSSARY
from kg.structure.report import Report

ITEM = re.compile(r"[一二三四五六七八九十]{1,3}[是要、]|第[一二三四五六七八九十]{1,3}[，,、]|\d{1,2}[.．、](?!\d)|——")
"""How the paragraphs of a list begin that a colon announces."""
DEED = re.compile(rf"{ITEM.pattern}|[（(][\d一二三四五六七八九十]{{1,2}}[）)]|[①-⑳]")
"""How the sentences of a list begin that one before them in the paragraph announces."""
FIRST = re.compile(r"[（(]?[一1１][)）]?$|第[一1][编篇章节部]")
"""The number of a heading that others follow."""


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a sentence. ``due`` is the day on which its targets are due that name none; ``back`` says that
    headings or the paragraph look back; ``column`` is the day by which a table wants all that its row tells."""

    part: Part
    due: Day | None
    back: bool
    column: Day | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    """A heading without a number, or a sentence that announces a list; ``section`` is the one that it stands in."""

    start: int
    text: str
    section: int | None


def parts(report: Report) -> Iterator[Above]:
    """For each sentence what stands above it. A section of the first level is a part; a paragraph that looks ahead from
    some sentence on is a part of its own from there."""
    paragraph, ahead, back = -1, False, False
    line: _Line | None = None
    listed: _Line | None = None
    year: _Line | None = None
    goals: Day | None = None
    for at, (sentence, (alone, closes)) in enumerate(zip(report.sentences, _standing(report), strict=True)):
        if sentence.paragraph != paragraph:
            paragraph, ahead, back = sentence.paragraph, False, looks_back(sentence.text)
            goals = None
            listed = listed if ITEM.match(sentence.text) else None
        if alone and (GLOSSARY.match(sentence.text) or ATTACHMENT.match(sentence.text)):
            line = None
        elif alone and heads(sentence.text):
            line = _Line(sentence.start, sentence.text, sentence.section)
        ahead, back = ahead or looks_ahead(sentence.text), back and not turns(sentence.text)
        above = list(_sections(report, sentence.section))
        line = _still(report, line, above)
        headings = _headings(report, line, above)
        way = direction((text for _, text in headings), sentence.text)
        if listed and way >= 0:
            way = 1
            headings = [(listed.start, listed.text), *headings]
        way = -1 if back else way
        part = part_of(above[-1] if above else None, setting_of(report, sentence.start, sentence.section), ahead, way)
        year = _still(report, year, above)
        if sets_goals(sentence.text):
            goals = due_of_goals(report, at)
        elif opens_deeds(sentence.text) and not closes and DEED.match(report.sentences[at + 1].text):
            goals = _due(report, [_Line(sentence.start, sentence.text, sentence.section)])
        column = _due(report, (_column(report, sentence),))
        yield Above(part, goals or _due(report, (listed, year)), way < 0, column)
        if closes and opens_year(sentence.text):
            year = _Line(sentence.start, sentence.text, sentence.section)
        if announces(sentence.text):
            listed = _Line(sentence.start, sentence.text, sentence.section)


def _column(report: Report, sentence: Sentence) -> _Line | None:
    """What the row of a table in which a sentence stands tells in the column of times."""
    row = next((r for r in report.rows if r.due and r.cells[0][0] <= sentence.start < r.cells[-1][1]), None)
    if row is None or row.due is None:
        return None
    return _Line(row.due[0], report.text.characters[slice(*row.due)], sentence.section)


def _standing(report: Report) -> list[tuple[bool, bool]]:
    """Of each sentence whether it is a paragraph of its own, and whether it ends its paragraph."""
    of = [-1, *(s.paragraph for s in report.sentences), -1]
    return [(of[i] not in (of[i - 1], of[i + 1]), of[i] != of[i + 1]) for i in range(1, len(of) - 1)]


def _sections(report: Report, section: int | None) -> Iterator[int]:
    """A section and those that enclose it, the nearest first."""
    while section is not None:
        yield section
        section = report.sections[section].parent


def _still(report: Report, line: _Line | None, above: list[int]) -> _Line | None:
    """The heading without a number, where it still governs: until a number goes on that was counted before it."""
    if line is None or line.section is None or line.section in above:
        return line
    begun = [place for place in above if report.sections[place].start > line.start]
    if not begun or not FIRST.match(report.sections[begun[-1]].number):
        return None
    return _Line(line.start, line.text, report.sections[begun[-1]].parent)


def _headings(report: Report, line: _Line | None, above: list[int]) -> list[tuple[int, str]]:
    """The headings above with their places, the nearest first."""
    found = [(report.sections[place].start, report.sections[place].heading) for place in above]
    return sorted([*found, (line.start, line.text)], reverse=True) if line else found


def _due(report: Report, lines: Iterable[_Line | None]) -> Day | None:
    """The end of the one period for which a sentence announces the list or the sections below it, where it lies ahead
    of the report; the nearest ``lines`` first. A heading dates no target: careful readers leave those below one that
    tells a year without a day."""
    own = report.header.day
    for line in filter(None, lines):
        if days := find_days(line.text, own, None, line.start, own.year if own else None):
            later = own is None or days[0].as_of > own
            return days[0] if later and len({d.as_of for d in days}) == 1 else None
    return None
