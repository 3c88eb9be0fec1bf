"""A sentence with its words, clauses, quantities and dates, and what the reader sees in it: what the language stage
hands on. Offsets are those of the whole text throughout; every chance is between 0 and 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kg.facts import Day, EntityType, Quantity, Sentence


class Token(NamedTuple):
    """A word as the tagger cut it, with its part of speech (LAC's tag set). There are so many of them that it counts
    how long one takes to make: a dataclass takes four times as long."""

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
class Name:
    """Where the reader sees a name: its most likely type, and what it may be in the sentence."""

    start: int
    end: int
    type: EntityType
    thing: float
    """The chance that it names a thing, not a class or a group."""
    generic: float
    """The chance that it is a class, a group or a deictic."""
    lead: float
    partner: float
    linked: float
    """The chance that a measure of the sentence refers to it."""


@dataclass(frozen=True, slots=True)
class Act:
    """Where the reader sees a measure: ``start:verb`` is fronted, ``verb:verb_end`` the predicate."""

    start: int
    end: int
    verb: int
    verb_end: int
    sure: float
    """The chance that there is a predicate of a measure here."""
    needed: float
    """The chance that a careful reader would not leave it out."""
    status: tuple[float, float, float]
    """The chances of done, ongoing and planned."""


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity and the chances that it is an outcome, and one that may be left out."""

    quantity: Quantity
    outcome: float
    optional: float


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence and all that the language stage knows of it, each in order of appearance."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    quantities: tuple[Quantity, ...]
    days: tuple[Day, ...]
    names: tuple[Name, ...] = ()
    acts: tuple[Act, ...] = ()
    counts: tuple[Count, ...] = ()
