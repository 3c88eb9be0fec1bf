"""The facts of a text that was read without some of its characters, at the places where their words stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from kg.facts import Agent, Change, Day, Facts, Field, Header, Measure, Outcome, Quote, Reference
from kg.reading.text import Text


class _Spanned(Protocol):
    """A row with a place and its words."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...


S = TypeVar("S", bound=_Spanned)


def moved(facts: Facts, text: Text, places: Sequence[int]) -> Facts:
    """The facts as those of ``text``; ``places``: of each character that was read, and of the end, where it stands.

    Quotes are the characters of the text; names and objects stay as they were read.
    """
    to = _Places(text.characters, places)
    return replace(
        facts,
        characters=text.characters,
        digest=text.digest,
        header=to.header(facts.header),
        sections=tuple(
            replace(
                s,
                heading=to.words(s.start, s.end),
                start=to.start(s.start),
                end=to.end(s.end),
                body_end=to.end(s.body_end),
            )
            for s in facts.sections
        ),
        sentences=tuple(map(to.row, facts.sentences)),
        entities=tuple(map(to.row, facts.entities)),
        quantities=tuple(map(to.row, facts.quantities)),
        days=tuple(map(to.row, facts.days)),
        measures=tuple(map(to.measure, facts.measures)),
    )


class _Places:
    """Where characters stand in the text."""

    def __init__(self, characters: str, places: Sequence[int]) -> None:
        self._characters, self._places = characters, places

    def start(self, at: int) -> int:
        return self._places[at]

    def end(self, at: int) -> int:
        """Behind the last character of what ends here."""
        return self._places[at - 1] + 1 if at else 0

    def words(self, start: int, end: int) -> str:
        return self._characters[self.start(start) : self.end(end)]

    def row(self, row: S) -> S:
        """A row with its place and words."""
        told = {"start": self.start(row.start), "end": self.end(row.end), "text": self.words(row.start, row.end)}
        return replace(row, **told)  # type: ignore[type-var]

    def quote(self, quote: Quote | None) -> Quote | None:
        return self.row(quote) if quote else None

    def header(self, header: Header) -> Header:
        names = ("title", "number", "issuer", "recipient", "date", "responds_to")
        fields: dict[str, Field] = {name: field for name in names if (field := getattr(header, name))}
        return replace(header, **{name: replace(f, quote=self.row(f.quote)) for name, f in fields.items()})

    def measure(self, m: Measure) -> Measure:
        verb_end = m.verb_start + len(m.verb)
        return replace(
            self.row(m),
            verb=self.words(m.verb_start, verb_end),
            verb_start=self.start(m.verb_start),
            agents=tuple(map(self._agent, m.agents)),
            references=tuple(map(self._reference, m.references)),
            outcomes=tuple(map(self._outcome, m.outcomes)),
            due=self._day(m.due),
        )

    def _day(self, day: Day | None) -> Day | None:
        return self.row(day) if day else None

    def _agent(self, agent: Agent) -> Agent:
        return replace(agent, quote=self.quote(agent.quote))

    def _reference(self, reference: Reference) -> Reference:
        return replace(reference, quote=self.row(reference.quote))

    def _outcome(self, o: Outcome) -> Outcome:
        change = Change(o.change.direction, self.row(o.change.quote)) if o.change else None
        return replace(self.row(o), as_of_quote=self.quote(o.as_of_quote), change=change)
