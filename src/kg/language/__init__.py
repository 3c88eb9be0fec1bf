"""Sentences → words, clauses, quantities and dates."""

from __future__ import annotations

import re

from kg.language.clauses import split_clauses
from kg.language.dates import find_days
from kg.language.parsed import Clause, Parsed, Token
from kg.language.quantities import find_quantities
from kg.language.tagger import tag
from kg.structure.report import Report

YEAR = re.compile(r"(?:19|20)[0-9]{2}(?=年)")

__all__ = ["Clause", "Parsed", "Token", "find_days", "find_quantities", "parse", "split_clauses", "tag"]


def parse(report: Report) -> tuple[Parsed, ...]:
    """One `Parsed` a sentence, in order. A day without a year takes the year of the report: of its date, else the
    newest one in its title."""
    day = report.header.day
    years = YEAR.findall(report.header.title.value) if report.header.title else []
    year = day.year if day else int(max(years)) if years else None
    return tuple(
        Parsed(
            sentence,
            tag(sentence.text, sentence.start),
            split_clauses(sentence.text, sentence.start),
            find_quantities(sentence.text, sentence.start),
            find_days(sentence.text, day, year, sentence.start),
        )
        for sentence in report.sentences
    )
