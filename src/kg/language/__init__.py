"""Sentences → words, clauses, quantities and dates, and what the reader sees in them."""

from __future__ import annotations

from dataclasses import replace

from kg.facts import Sentence
from kg.language import marks, spans
from kg.language.clauses import split_clauses
from kg.language.context import setting_of, year_of
from kg.language.counted import with_things
from kg.language.dates import find_days
from kg.language.features import Setting
from kg.language.parsed import Act, Clause, Count, Name, Parsed, Token
from kg.language.quantities import find_quantities
from kg.language.reader import SOME_YEAR, Judge, inputs, shipped
from kg.language.tagger import tag
from kg.structure.report import Report

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


def parse(report: Report, judge: Judge | None = None) -> tuple[Parsed, ...]:
    """One `Parsed` a sentence, in order. Another ``judge`` than the one that ships is for measuring."""
    now = report.header.day.year if report.header.day else year_of(report, None)
    return tuple(_parse(report, sentence, now, judge) for sentence in report.sentences)


def _parse(report: Report, sentence: Sentence, now: int | None, judge: Judge | None) -> Parsed:
    text, start = sentence.text, sentence.start
    tagged = tag(text)
    quantities = find_quantities(text)
    days = find_days(text, report.header.day, year_of(report, sentence.section), 0, now)
    found = (judge or shipped())(
        *inputs(text, setting_of(report, start, sentence.section), tagged, quantities, find_days(text, None, SOME_YEAR))
    )
    begins = frozenset(t.start for t in tagged.tokens)
    names, acts = marks.paths(found, begins)
    counted = tuple(
        replace(q, start=q.start + start, end=q.end + start, counted=thing)
        for q, thing in zip(quantities, with_things(quantities, tagged.tokens), strict=True)
    )
    return Parsed(
        sentence,
        tuple(Token(t.start + start, t.end + start, t.text, t.pos) for t in tagged.tokens),
        split_clauses(text, start),
        counted,
        tuple(replace(d, start=d.start + start, end=d.end + start) for d in days),
        spans.names(text, found, start, begins, marks.tagged(names)),
        marks.acts(found, start, acts),
        marks.counts(found, counted, start),
    )


def parse_names(text: str, offset: int, setting: Setting, judge: Judge | None = None) -> tuple[Name, ...]:
    """The names in a heading, a title or a line of the frame."""
    tagged = tag(text)
    found = (judge or shipped())(
        *inputs(text, setting, tagged, find_quantities(text), find_days(text, None, SOME_YEAR))
    )
    begins = frozenset(t.start for t in tagged.tokens)
    return spans.names(text, found, offset, begins, marks.tagged(marks.paths(found, begins)[0]))
