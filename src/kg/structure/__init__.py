"""From a text to its parts: frame, section tree and sentences."""

from __future__ import annotations

from collections.abc import Sequence

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
    sentences = _sentences([line for line in body if line.index not in contents], headings, sections)
    return Report(text, frame.header, sections, sentences)


def _sentences(lines: Sequence[Line], headings: Sequence[Heading], sections: Sequence[Section]) -> tuple[Sentence, ...]:
    """The sentences of the body's lines; of a line with a heading, those that follow the heading."""
    begins = {heading.line: heading.rest for heading in headings}
    found: list[Sentence] = []
    section: int | None = None
    at = 0
    for line in lines:
        begin = begins.get(line.index, line.start)
        while at < len(sections) and sections[at].start <= begin:
            section, at = at, at + 1
        while section is not None and sections[section].body_end <= begin:
            section = sections[section].parent
        for start, end in split_sentences(line.text[begin - line.start :], begin):
            quote = line.text[start - line.start : end - line.start]
            found.append(Sentence(start, end, quote, section, line.index))
    return tuple(found)
