"""What the program saw and could not read: figures that no measure counts, those in a measure that are no outcome of
it, and notes that name nobody it knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.extraction.responsibility.notes import opening_words
from kg.facts import Facts, Quote, Sentence
from kg.structure.task_tables import Cell, task_rows

NOBODY = re.compile(r"[\s/\\\-–—－]*|无")
Reason = Literal["figure-without-measure", "figure-without-outcome", "note-without-body"]


@dataclass(frozen=True, slots=True)
class Unread:
    """A place that holds something the facts don't: why, what, and the sentence around it."""

    reason: Reason
    quote: Quote
    sentence: Quote


def unread(facts: Facts) -> tuple[Unread, ...]:
    """The unread places of a report, in order of appearance."""
    return tuple(sorted((*_figures(facts), *_notes(facts)), key=lambda u: (u.quote.start, u.reason)))


def _figures(facts: Facts) -> Iterator[Unread]:
    """Counts that are no outcome: outside every measure, or in one (a term, a stock, who took part)."""
    counted = {(o.start, o.end) for m in facts.measures for o in m.outcomes}
    for q in facts.quantities:
        if (q.start, q.end) in counted:
            continue
        within = any(m.start <= q.start and q.end <= m.end for m in facts.measures)
        reason: Reason = "figure-without-outcome" if within else "figure-without-measure"
        yield Unread(reason, Quote(q.start, q.end, q.text), _around(facts, q.start))


def _notes(facts: Facts) -> Iterator[Unread]:
    """Notes of responsible units after which no agent of any measure stands, and cells of tables that tell none."""
    named = {a.quote.start for m in facts.measures for a in m.agents if a.quote}
    for start, end in _columns(facts.characters):
        if not any(start <= at < end for at in named):
            yield Unread("note-without-body", Quote(start, end, facts.characters[start:end]), _around(facts, start))
    for sentence in facts.sentences:
        for start, end in opening_words(sentence.text):
            there = range(sentence.start + end, sentence.end)
            if not any(at in there for at in named):
                quote = Quote(
                    sentence.start + start, sentence.end, facts.characters[sentence.start + start : sentence.end]
                )
                yield Unread("note-without-body", quote, _around(facts, sentence.start))


def _columns(characters: str) -> Iterator[Cell]:
    """What tables of tasks tell in the columns of those who answer; a dash tells that nobody does."""
    for row in task_rows(characters):
        if len(row.cells) == len(row.roles):
            columns = zip(row.cells, row.roles, strict=True)
            yield from (cell for cell, role in columns if role and not NOBODY.fullmatch(characters, *cell))


def _around(facts: Facts, at: int) -> Quote:
    found: Sentence | None = next((s for s in facts.sentences if s.start <= at < s.end), None)
    return Quote(found.start, found.end, found.text) if found else Quote(at, at, "")
