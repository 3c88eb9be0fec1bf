"""What a note of responsible units governs: the item that it closes, or the section that it opens."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.extraction.responsibility.notes import Note
from kg.facts import Section, Sentence

WRAPPED = re.compile(r"[^。；;！？!?)）:：”》]$")
"""How a line ends that goes on in the next one."""

Reach = tuple[int, int, Note]
"""A stretch of a sentence and the note that governs it."""


def governed(
    found: Sequence[Note], sentences: Sequence[Sentence], sections: Sequence[Section] = ()
) -> dict[int, list[Reach]]:
    """Sentence → stretches of it and the note that governs each, the nearest note first.

    A note closes its item: it governs what stands before it since the note before, in its paragraph (lines broken in
    the middle of a sentence are one paragraph), and in the paragraphs above of the same section where it stands in one
    of its own, or where it closes the section as its only one. A note right under a heading opens its section and
    governs what follows.
    """
    result: dict[int, list[Reach]] = {}
    starts = [s.start for s in sentences]
    closes = dict(_closed(found, sentences, sections))
    opening: list[tuple[int, Reach]] = []
    since = 0
    for place, note in enumerate(found):
        if note.row is not None:
            for i in range(max(0, bisect_right(starts, note.row[0]) - 1), bisect_left(starts, note.row[1])):
                result.setdefault(i, []).append((*note.row, note))
            since = note.row[1]
            continue
        home = bisect_right(starts, note.start) - 1
        alone = sentences[home].start == note.start and (
            home == 0 or sentences[home - 1].paragraph != sentences[home].paragraph
        )
        first = home
        while first > 0 and sentences[first - 1].end > since:
            if not _same_item(sentences[first - 1], sentences[first], sentences[home], alone):
                break
            first -= 1
        if note.start in closes:
            first = min(first, bisect_left(starts, sections[closes[note.start]].start))
        governs = [i for i in range(first, home + 1) if max(since, sentences[i].start) < note.start]
        if alone and not governs:
            limit = found[place + 1].start if place + 1 < len(found) else sentences[-1].end
            section = sentences[home].section
            if section is not None and section < len(sections):
                limit = sections[section].body_end
            for i in range(bisect_left(starts, note.end), bisect_left(starts, limit)):
                if section not in _around(sentences[i].section, sections):
                    break
                opening.append((i, (sentences[i].start, sentences[i].end, note)))
        for i in governs:
            start = max(since, sentences[i].start)
            result.setdefault(i, []).append((start, min(note.start, sentences[i].end), note))
        since = note.end
    for i, reach in reversed(opening):
        result.setdefault(i, []).append(reach)
    return result


def _same_item(before: Sentence, after: Sentence, home: Sentence, alone: bool) -> bool:
    """Whether two neighbours belong to one item: one paragraph, also where a hard line break parts it; above a note in
    a paragraph of its own, one section."""
    if before.paragraph == after.paragraph or (before.section == after.section and WRAPPED.search(before.text)):
        return True
    return alone and before.section is not None and before.section == home.section


def _around(section: int | None, sections: Sequence[Section]) -> Iterator[int | None]:
    """A section and those around it, the inmost first."""
    yield section
    while section is not None and section < len(sections):
        section = sections[section].parent
        yield section


def _closed(
    found: Sequence[Note], sentences: Sequence[Sentence], sections: Sequence[Section]
) -> Iterator[tuple[int, int]]:
    """The start of each note that is the only one of a section and closes it, and the outmost such section.

    Where some section of the text has several notes, or several sections side by side have one each, each part has a
    note of its own: there a note that stands last speaks for its own part alone. So it does where no other note closes
    a section as large.
    """
    starts, places = [s.start for s in sentences], [n.start for n in found]
    homes = {n.start: sentences[bisect_right(starts, n.start) - 1].section for n in found}
    held = Counter(section for section in homes.values() if section is not None and section < len(sections))
    beside = Counter((sections[s].parent, sections[s].level) for s in held if sections[s].parent is not None)
    parted = {level for (_, level), n in beside.items() if n > 1}
    closed: dict[int, list[int]] = {}
    for note in found:
        closed[note.start] = []
        for section in _around(homes[note.start], sections):
            if section is None or section >= len(sections):
                break
            one = sections[section]
            alone = bisect_left(places, one.body_end) - bisect_left(places, one.start) == 1
            last = bisect_left(starts, one.body_end) == bisect_left(starts, note.end)
            if not alone or not last or max(held.values()) > 1:
                break
            closed[note.start].append(section)
            if one.level in parted:
                break
    usual = Counter(sections[section].level for several in closed.values() for section in several)
    for start, several in closed.items():
        kept = [s for place, s in enumerate(several) if place == 0 or usual[sections[s].level] > 1]
        if kept:
            yield start, kept[-1]
