"""From a text to its parts: frame, section tree and sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from kg.facts import Section, Sentence
from kg.reading.text import Text
from kg.structure.frame import find_frame
from kg.structure.headings import Heading, contents_of, find_headings
from kg.structure.lines import Line, lines_of
from kg.structure.report import Report
from kg.structure.run_in import parted
from kg.structure.run_on import apart
from kg.structure.sections import sections_of
from kg.structure.sentences import split_sentences
from kg.structure.task_tables import Cell, TaskRow, task_rows
from kg.structure.twice import once

__all__ = ["Report", "structure"]


def structure(text: Text) -> Report:
    """The frame, the section tree and the sentences of a text. Any text has a structure; none raises an error."""
    characters = text.characters
    lines = apart(parted(once(lines_of(characters))))
    frame = find_frame(characters, lines)
    body = [line for line in lines if line.index not in frame.lines]
    headings = find_headings(body)
    contents = contents_of(headings, characters)
    headings = tuple(h for h in headings if h.line not in contents)
    sections = sections_of(characters, headings, frame.borders)
    rows = task_rows(characters)
    sentences = _sentences([line for line in body if line.index not in contents], headings, sections, rows)
    return Report(text, frame.header, sections, sentences, rows)


def _sentences(
    lines: Sequence[Line], headings: Sequence[Heading], sections: Sequence[Section], rows: Sequence[TaskRow]
) -> tuple[Sentence, ...]:
    """The sentences of the body's lines; of a line with a heading, those that follow the heading; of a row in a table
    of tasks, those of each cell."""
    begins = {heading.line: heading.rest for heading in headings}
    cells = [cell for row in rows for cell in row.cells]
    found: list[Sentence] = []
    section: int | None = None
    at = 0
    for line in lines:
        begin = begins.get(line.index, line.start)
        while at < len(sections) and sections[at].start <= begin:
            section, at = at, at + 1
        while section is not None and sections[section].body_end <= begin:
            section = sections[section].parent
        for left, right in _parts(cells, begin, line.end):
            for start, end in split_sentences(line.text[left - line.start : right - line.start], left):
                quote = line.text[start - line.start : end - line.start]
                found.append(Sentence(start, end, quote, section, line.index))
    return tuple(found)


def _parts(cells: Sequence[Cell], start: int, end: int) -> Sequence[Cell]:
    """What a stretch of a line is read by: the cells that it holds, the first from where it begins, or all of it."""
    first, stop = bisect_right(cells, start, key=itemgetter(1)), bisect_left(cells, end, key=itemgetter(0))
    return [(max(start, a), b) for a, b in cells[first:stop]] if stop - first > 1 else [(start, end)]
