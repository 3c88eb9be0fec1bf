"""Sentences → words, clauses, quantities and dates, and what the reader sees in them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.facts import Quantity, Sentence
from kg.language import marks, spans
from kg.language.clauses import split_clauses
from kg.language.context import setting_of, year_of
from kg.language.counted import with_things
from kg.language.dates import find_days
from kg.language.models import together
from kg.language.parsed import Act, Clause, Count, Name, Parsed, Token
from kg.language.quantities import find_quantities
from kg.language.reader import SOME_YEAR, Chances, Judge, Unit, inputs, shipped
from kg.language.spans import Marked
from kg.language.tagger import tag, tag_all
from kg.structure.report import Report
from kg.structure.sentences import END_MARKS

__all__ = [
    "Act",
    "Clause",
    "Count",
    "Judge",
    "Name",
    "Parsed",
    "Token",
    "find_days",
    "find_quantities",
    "parse",
    "parse_names",
    "split_clauses",
    "tag",
]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A sentence or heading as tagger and reader see it; what isn't told otherwise counts from its start."""

    unit: Unit
    tokens: tuple[Token, ...]
    quantities: tuple[Quantity, ...]
    chances: Chances
    names: tuple[Name, ...]
    """Placed in the document, as is nothing else here."""
    acts: Sequence[int]
    """The best sequence of tags."""


def parse(report: Report, judge: Judge | None = None) -> tuple[Parsed, ...]:
    """One `Parsed` a sentence, in order. Another ``judge`` than the one that ships is for measuring."""
    now = report.header.day.year if report.header.day else year_of(report, None)
    cells = {end for row in report.rows for _, end in row.cells}
    units = [Unit(s.start, _closed(s, cells), setting_of(report, s.start, s.section)) for s in report.sentences]
    found = {at: _parsed(report, report.sentences[at], seen, now) for at, seen in _seen(units, judge)}
    return tuple(found[at] for at in range(len(units)))


def _closed(sentence: Sentence, cells: Container[int]) -> str:
    """A sentence as it is read: what stands in the cell of a table needs no mark at its end, without which a line is
    read as a heading."""
    return sentence.text + "。" if sentence.end in cells and sentence.text[-1] not in END_MARKS else sentence.text


def parse_names(units: Sequence[Unit], judge: Judge | None = None) -> list[tuple[Name, ...]]:
    """The names in each of some headings, titles or lines of the frame."""
    found = {at: seen.names for at, seen in _seen(units, judge)}
    return [found.get(at, ()) for at in range(len(units))]


def _seen(units: Sequence[Unit], judge: Judge | None) -> Iterator[tuple[int, _Seen]]:
    """Each unit that isn't empty with its place among them, several of about one length at a time: in what order
    changes nothing that is seen, and memory holds the states of a few."""
    for group in together([len(unit.text) for unit in units]):
        some = [units[at] for at in group]
        tagged = tag_all([unit.text for unit in some])
        quantities = [find_quantities(unit.text) for unit in some]
        given = [
            inputs(unit.text, unit.setting, words, counted, find_days(unit.text, None, SOME_YEAR))
            for unit, words, counted in zip(some, tagged, quantities, strict=True)
        ]
        chances = (judge or shipped())(given)
        begins = [frozenset(t.start for t in words.tokens) for words in tagged]
        names, acts = zip(*marks.paths(chances, begins), strict=True)
        marked = [
            Marked(unit.text, unit.start, found, starts, tuple(marks.tagged(path)))
            for unit, found, starts, path in zip(some, chances, begins, names, strict=True)
        ]
        words = [one.tokens for one in tagged]
        yield from zip(group, map(_Seen, some, words, quantities, chances, spans.names(marked), acts), strict=True)


def _parsed(report: Report, sentence: Sentence, seen: _Seen, now: int | None) -> Parsed:
    text, start, end = sentence.text, sentence.start, sentence.end
    days = find_days(text, report.header.day, year_of(report, sentence.section), 0, now)
    counted = tuple(
        replace(q, start=q.start + start, end=q.end + start, counted=thing)
        for q, thing in zip(seen.quantities, with_things(seen.quantities, seen.tokens), strict=True)
    )
    return Parsed(
        sentence,
        tuple([Token(a + start, b + start, word, pos) for a, b, word, pos in seen.tokens if b + start <= end]),
        split_clauses(text, start),
        counted,
        tuple(replace(d, start=d.start + start, end=d.end + start) for d in days),
        tuple(name for name in seen.names if name.end <= end),
        tuple(act for act in marks.acts(seen.chances, start, seen.acts) if act.end <= end),
        marks.counts(seen.chances, counted, start),
    )
