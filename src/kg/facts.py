"""The facts of a report: the contract between extraction and everything after it.

Every row is a frozen value. Offsets are code points in the stored text and half open, ``[start, end)``;
for each row that carries ``text``, ``characters[start:end] == text`` holds. The field names are those of
the gold form, which `to_gold` writes. A ``score`` is the chance, between 0 and 1, that a careful reader finds the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

Date = date
"""A header has a field of the same name as the type."""

EntityType = Literal["organisation", "site", "system", "programme", "document", "event", "place"]
Modifier = Literal["exact", "about", "under", "over", "at_most"]
Direction = Literal["increase", "decrease"]
Status = Literal["done", "ongoing", "planned"]
Role = Literal["lead", "partner"]
Basis = Literal["explicit", "inherited", "issuer"]
Relation = Literal["establishes", "issues", "uses", "basedOn", "deliveredAt"]
Found = Literal["register", "document", "rule", "none"]
Evidence = Literal["said", "governed", "assumed"]
EVIDENCE: dict[Basis, Evidence] = {"explicit": "said", "inherited": "governed", "issuer": "assumed"}
"""How a body is known: its own sentence or note says it, words elsewhere govern, or nothing does."""


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Evidence: the characters that say something, and where they stand."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A header field: its value in normal form and the characters that give it."""

    value: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Header:
    """The frame of a document (GB/T 9704-2012): what the text has not is None.

    ``date`` holds an ISO day as its value; ``issuer`` stays as signed.
    """

    title: Field | None = None
    number: Field | None = None
    issuer: Field | None = None
    recipient: Field | None = None
    date: Field | None = None
    responds_to: Field | None = None

    @property
    def day(self) -> Date | None:
        """The day under the signature."""
        return Date.fromisoformat(self.date.value) if self.date else None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. ``start:end`` is the heading alone, without its number."""

    level: int
    number: str
    heading: str
    start: int
    end: int
    body_end: int
    parent: int | None
    """Place of the enclosing section in `Facts.sections`."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body, its end mark included. Headings and the frame are no sentences."""

    start: int
    end: int
    text: str
    section: int | None
    paragraph: int
    """Paragraphs count from 0 over the whole text."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A mention of a thing: the longest span that names it, and the name a register would use."""

    type: EntityType
    name: str
    start: int
    end: int
    text: str
    division: str | None = None
    """GB/T 2260 code of the division that the thing belongs to, six digits."""
    generic: bool = False
    """A class, a group or a deictic (各部门, 本区), not a thing of its own."""
    score: float = 1.0
    found: Found = "none"
    """How its name was found: ``register``, ``document``, ``rule`` or ``none``."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit; ``value`` is the number in full (437.59亿元 → 43759000000 元)."""

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    modifier: Modifier = "exact"
    counted: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A time expression that dates facts; ``as_of`` is the last day of the period."""

    start: int
    end: int
    text: str
    as_of: date


@dataclass(frozen=True, slots=True)
class Agent:
    """Who did it. ``quote`` is where the name stands; None where the signatory answers for it unsaid."""

    name: str
    role: Role
    basis: Basis
    quote: Quote | None = None
    score: float = 1.0

    @property
    def evidence(self) -> Evidence:
        """How the text says it."""
        return EVIDENCE[self.basis]


@dataclass(frozen=True, slots=True)
class Reference:
    """A thing that a measure sets up, issues, uses, rests on or takes place at."""

    name: str
    type: EntityType
    relation: Relation
    quote: Quote


@dataclass(frozen=True, slots=True)
class Change:
    """That a count tells how much something grew or fell. ``quote`` is the word that says so (增长, 下降, 降幅)."""

    direction: Direction
    quote: Quote


@dataclass(frozen=True, slots=True)
class Outcome:
    """A count that tells how much of a measure was done or reached; the span is the quantity's.

    ``value`` has no sign: a fall by 8% is 8 with a decrease for its ``change``. None where the count is what there is
    or was done.
    """

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    modifier: Modifier
    counted: str = ""
    as_of: date | None = None
    as_of_quote: Quote | None = None
    score: float = 1.0
    change: Change | None = None

    @property
    def wording(self) -> str:
        """The count with the word for its change: 下降50%."""
        return (self.change.quote.text if self.change else "") + self.text


@dataclass(frozen=True, slots=True)
class Measure:
    """One act of a public body that the report states: a predicate and its object."""

    start: int
    end: int
    text: str
    verb: str
    verb_start: int
    object: str
    status: Status
    sentence: int
    """Place in `Facts.sentences`."""
    agents: tuple[Agent, ...] = ()
    references: tuple[Reference, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    score: float = 1.0
    status_score: float = 1.0
    due: Day | None = None
    """The day by which a planned act shall be done, where the text says it of the act: 6月底前."""

    def names(self, *types: EntityType) -> tuple[str, ...]:
        """Names of the things of these types, in order of appearance, each once."""
        return tuple(dict.fromkeys(r.name for r in self.references if r.type in types))


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was read in one report."""

    source: str
    """File name without its folder."""
    characters: str
    digest: str
    """SHA-256 of the characters as UTF-8, hexadecimal."""
    header: Header
    issuers: tuple[str, ...]
    """Register names of the bodies that issued it, in the order in which they sign; empty where it names none."""
    division: str | None
    """GB/T 2260 code of the issuer's division."""
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    quantities: tuple[Quantity, ...]
    days: tuple[Day, ...]
    measures: tuple[Measure, ...]

    @property
    def issuer(self) -> str | None:
        """Register name of the first issuer."""
        return self.issuers[0] if self.issuers else None


def number(value: Decimal) -> int | float:
    """A JSON number that equals ``value``."""
    return int(value) if value == value.to_integral_value() else float(value)


def to_gold(facts: Facts) -> dict[str, Any]:
    """The gold form of the facts: plain values for JSON, keys in the order of the form."""
    header = facts.header
    fields = ("title", "number", "issuer", "recipient", "date", "responds_to")
    return {
        "source": facts.source,
        "document": {k: (f.value if (f := getattr(header, k)) else None) for k in fields},
        "sections": [
            {"level": s.level, "number": s.number, "heading": s.heading, "start": s.start, "end": s.end}
            for s in facts.sections
        ],
        "entities": [
            {"type": e.type, "name": e.name, "start": e.start, "end": e.end, "text": e.text, "generic": e.generic}
            | {"score": e.score, "found": e.found}
            for e in facts.entities
        ],
        "quantities": [
            {"start": q.start, "end": q.end, "text": q.text, "value": number(q.value), "unit": q.unit}
            | {"modifier": q.modifier, "counted": q.counted}
            for q in facts.quantities
        ],
        "dates": [{"start": d.start, "end": d.end, "text": d.text, "as_of": d.as_of.isoformat()} for d in facts.days],
        "measures": [_measure(m) for m in facts.measures],
    }


def _measure(m: Measure) -> dict[str, Any]:
    return {
        "start": m.start,
        "end": m.end,
        "text": m.text,
        "verb": m.verb,
        "object": m.object,
        "status": m.status,
        "score": m.score,
        "status_score": m.status_score,
        "due": m.due.as_of.isoformat() if m.due else None,
        "agents": [
            {"name": a.name, "role": a.role, "basis": a.basis, "evidence": a.evidence, "score": a.score}
            for a in m.agents
        ],
        "sites": list(m.names("site")),
        "programmes": list(m.names("programme", "system")),
        "documents": list(m.names("document")),
        "outcomes": [
            {"value": number(o.value), "unit": o.unit, "modifier": o.modifier}
            | {"change": o.change.direction if o.change else None}
            | {"as_of": o.as_of.isoformat() if o.as_of else None, "start": o.start, "end": o.end, "score": o.score}
            for o in m.outcomes
        ],
    }
