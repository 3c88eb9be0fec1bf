"""By which day a note of responsible units wants done what it governs: (责任单位:A;完成时限:6月底)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from kg.extraction.responsibility.notes import Note
from kg.extraction.responsibility.reach import Reach, governed
from kg.facts import Day, Section, Sentence
from kg.language.parsed import Act
from kg.structure.words import WORDS
from kg.words import either

SPACE = re.compile(r"[\s　;；,，。]*")
"""What may part a term from a note before it."""

Limits = dict[int, list[tuple[int, int, Day]]]
"""Sentence → stretches of it and the day by which the note that governs each wants it done."""


def limits_of(
    characters: str,
    notes: Sequence[Note],
    days: Sequence[Day],
    sentences: Sequence[Sentence],
    sections: Sequence[Section],
) -> Limits:
    """What the notes of a report tell of when their items are due, the nearest note first."""
    found = {note: day for note in notes if (day := _term(characters, note, days))}
    if not found:
        return {}
    reached = governed(notes, sentences, sections)
    return {at: _dated(reaches, found) for at, reaches in reached.items()}


def due_by(noted: Sequence[tuple[int, int, Day]], act: Act, own: date | None) -> Day | None:
    """The day by which the nearest note over an act wants it done; ``own``: the report's, which lies before it."""
    due = next((day for start, end, day in noted if start <= act.start < end), None)
    return due if due and (own is None or due.as_of > own) else None


def _dated(reaches: Sequence[Reach], found: dict[Note, Day]) -> list[tuple[int, int, Day]]:
    return [(start, end, found[note]) for start, end, note in reaches if note in found]


def _term(characters: str, note: Note, days: Sequence[Day]) -> Day | None:
    """The day that stands behind the word for a term in a note or right behind it."""
    behind = SPACE.match(characters, note.end)
    after = _label().match(characters, behind.end()) if behind else None
    words = [*_label().finditer(characters, note.start, note.end), *([after] if after else [])]
    places = {word.end() for word in words}
    return next((day for day in days if day.start in places), None)


@cache
def _label() -> re.Pattern[str]:
    """The word for a term with its colon; the words are those over the column of a table."""
    return re.compile(rf"(?:{either(WORDS['due-column'])})[:：]\s*")
