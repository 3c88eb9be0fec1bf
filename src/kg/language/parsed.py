"""A sentence with its words, clauses, quantities and dates: what the language stage hands on."""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts import Day, Quantity, Sentence


@dataclass(frozen=True, slots=True)
class Token:
    """A word as the tagger cut it, with its part of speech (LAC's tag set)."""

    start: int
    end: int
    text: str
    pos: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between clause marks (,，;；。 and the like outside quotes, titles and brackets)."""

    start: int
    end: int
    """Without the mark that ends it."""
    mark: str
    """The mark that ends it, or '' at the end of the sentence."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """Offsets are those of the whole text throughout."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    quantities: tuple[Quantity, ...]
    days: tuple[Day, ...]
