"""From headings to the tree of sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.facts import Section
from kg.structure.headings import Heading
from kg.structure.numbering import OUTER


def sections_of(characters: str, headings: Sequence[Heading], borders: Sequence[int]) -> tuple[Section, ...]:
    """The sections in order of appearance, each with its enclosing section and the end of its text.

    ``borders`` are the places, in order, that close every open section: the signature, the start of an attachment.
    A heading stands as deep as the form of its number says (一、 1, （一） 2, 1. 3, （1） 4, ① 5), whether or not
    the forms between are used; parts and chapters push the forms below them down.
    """
    sections: list[Section] = []
    ends: dict[int, int] = {}
    open_sections: list[tuple[int, int]] = []
    above: list[str] = []
    waiting = list(reversed(borders))
    for heading in headings:
        while waiting and waiting[-1] <= heading.number_start:
            border = waiting.pop()
            ends.update((place, border) for place, _ in open_sections)
            open_sections, above = [], []
        level = _level(heading, above)
        while open_sections and open_sections[-1][1] >= level:
            ends[open_sections.pop()[0]] = heading.number_start
        parent = open_sections[-1][0] if open_sections else None
        quote = characters[heading.start : heading.end]
        sections.append(Section(level, heading.number, quote, heading.start, heading.end, 0, parent))
        open_sections.append((len(sections) - 1, level))
    last = waiting[-1] if waiting else len(characters)
    ends.update((place, last) for place, _ in open_sections)
    return tuple(replace(section, body_end=ends[i]) for i, section in enumerate(sections))


def _level(heading: Heading, above: list[str]) -> int:
    """Level of a heading; ``above`` are the outer forms open here, outermost first, and is kept up to date."""
    if heading.grammar == "decimal":
        return heading.level
    if heading.grammar in OUTER:
        rank = OUTER.index(heading.grammar)
        above[:] = [g for g in above if OUTER.index(g) < rank] + [heading.grammar]
        return len(above)
    return heading.level + len(above)
