"""IRIs of one report and of the things it names: from content alone, never from counters or clocks."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from kg.facts import Entity, EntityType, Facts, Measure, Quote
from kg.graph.calling import best_name
from kg.graph.terms import FOLDER_OF, path, segment
from kg.register import is_group, one_name
from kg.register.divisions import by_code, leading


def inferred_graph() -> str:
    """The IRI of the graph that holds what was inferred."""
    return path("graph", "inferred")


@cache
def government_division(name: str) -> str | None:
    """The code of the division whose people's government has this full name; None where it is no such name."""
    chain = leading(name)
    return chain[-1].code if chain and name == f"{chain[-1].name}人民政府" else None


def division_iri(code: str) -> str:
    """The place that a division code stands for."""
    return path("division", code)


def issuer_of(facts: Facts) -> str | None:
    """The issuer by its register name, else as it signed; None where neither is known."""
    signed = facts.header.issuer
    return facts.issuer or (signed.value if signed else None)


def key(facts: Facts) -> tuple[str, ...]:
    """What tells a report from others: its issuer with its division, and its number, else its title and day.

    Where the text does not say them, the digest of its characters.
    """
    header, issuer = facts.header, issuer_of(facts)
    scope = (*((facts.division,) if facts.division else ()), *((issuer,) if issuer else ()))
    if issuer and header.number:
        return (*scope, header.number.value)
    if issuer and header.title and header.date:
        return (*scope, header.title.value, header.date.value)
    return (facts.digest,)


class Names:
    """The IRIs of a report."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.key = key(facts)
        self.report = path("report", *self.key)
        self.graph = path("graph", *self.key)
        self.issuer = issuer_of(facts)
        self.issuers = facts.issuers or ((self.issuer,) if self.issuer else ())
        self._at = {(e.start, e.end): e for e in facts.entities}
        self._divisions: dict[tuple[str, str], str] = {}
        self._named: set[tuple[str, str]] = set()
        self._generic: set[tuple[str, str]] = set()
        for e in facts.entities:
            (self._generic if e.generic else self._named).add((e.type, e.name))
            if e.division:
                self._divisions.setdefault((e.type, e.name), e.division)
                self._divisions.setdefault(("", e.name), e.division)
        if facts.division and self.issuer:
            self._divisions["organisation", self.issuer] = facts.division
        written: dict[tuple[str, str], set[str]] = {}
        for kind, name in sorted({(e.type, e.name) for e in facts.entities}):
            written.setdefault((kind, self._one(kind, name)), set()).add(name)
        self._called = {thing: best_name(names) for thing, names in written.items()}
        self._things: dict[tuple[str, str], str] = {}
        self._starts = [s.start for s in facts.sentences]

    def span(self, folder: str, start: int, end: int) -> str:
        """A part of the report by its span: section, sentence, evidence, quantity, measure."""
        return f"{self.report}/{folder}/{start}-{end}"

    def measure(self, m: Measure) -> str:
        """A measure."""
        return self.span("measure", m.start, m.end)

    def part(self, folder: str, m: Measure, *parts: str) -> str:
        """Something that belongs to a measure: a responsibility, an outcome, a statement."""
        return "/".join((f"{self.report}/{folder}/{m.start}-{m.end}", *map(segment, parts)))

    def sentence_of(self, start: int, end: int) -> str | None:
        """The sentence that holds the span whole, if one does."""
        i = bisect_right(self._starts, start) - 1
        if i < 0 or end > self.facts.sentences[i].end:
            return None
        s = self.facts.sentences[i]
        return self.span("sentence", s.start, s.end)

    def entity_at(self, quote: Quote) -> Entity | None:
        """The mention that has exactly this span."""
        return self._at.get((quote.start, quote.end))

    def is_generic(self, kind: EntityType, name: str) -> bool:
        """True for a group, class or deictic: every mention of the name says so, or the name itself."""
        if kind == "organisation" and is_group(name):
            return True
        return (kind, name) in self._generic and (kind, name) not in self._named

    def division(self, kind: EntityType, name: str) -> str | None:
        """The division that a thing belongs to, as its mentions (or those of its namesakes) tell; of a government that
        is named in full, the division that its name begins with."""
        told = self._divisions.get((kind, name)) or self._divisions.get(("", name))
        return told or (government_division(name) if kind == "organisation" else None)

    def label(self, kind: EntityType, name: str) -> str:
        """What the report calls a thing that it may write in several ways."""
        return self._called.get((kind, self._one(kind, name)), name)

    def _one(self, kind: EntityType, name: str) -> str:
        return name if self.is_generic(kind, name) else one_name(kind, name, self.division(kind, name))

    def thing(self, kind: EntityType, name: str) -> str:
        """A body, site, system, programme, document, event or place.

        The same in every report of a division. A generic one is no thing of its own: it stays in its report.
        """
        found = self._things.get((kind, name))
        if found is None:
            found = self._things[kind, name] = self._new_thing(kind, name)
        return found

    def _new_thing(self, kind: EntityType, name: str) -> str:
        folder = FOLDER_OF[kind]
        if self.is_generic(kind, name):
            return path(folder, *self.key, name)
        code = self.division(kind, name)
        if code and kind == "place" and code in by_code() and by_code()[code].name == name:
            return division_iri(code)
        name = self._one(kind, name)
        if code:
            return path(folder, code, name)
        return path(folder, self.issuer, name) if self.issuer else path(folder, *self.key, name)
