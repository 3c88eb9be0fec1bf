"""Quads of a report's frame: header, sections, sentences, mentions, things, figures, evidence."""

from __future__ import annotations

from functools import cache

from kg.facts import Entity, EntityType, Facts, Field, Modifier, Quantity, Quote
from kg.graph import terms as t
from kg.graph.concepts import document_kind_of
from kg.graph.lines import Graph, boolean, chinese, day, decimal, in_one_line, integer, plain
from kg.graph.names import Names, division_iri
from kg.register import is_registered
from kg.register.divisions import by_code
from kg.register.streets import count_of
from kg.resources import rows


@cache
def unit_terms() -> dict[str, str]:
    """QUDT's terms of the units of the texts (``ontology/units.tsv``)."""
    return {row[0]: t.term(f"unit:{row[1]}") for row in rows("ontology/units.tsv")}


class Frame:
    """Writes what stands around the measures, and the evidence and things that they share with it."""

    def __init__(self, facts: Facts, names: Names, graph: Graph) -> None:
        self.facts, self.names, self.graph = facts, names, graph
        self._evidence: dict[tuple[int, int], str] = {}
        self._things: set[tuple[str, str]] = set()
        self._figures: dict[tuple[int, int], str] = {}

    def evidence(self, start: int, end: int) -> str:
        """The evidence of a span: a position and a quote selector in one (Web Annotation, 4.2.4 and 4.2.5)."""
        found = self._evidence.get((start, end))
        if found is not None:
            return found
        iri = self._evidence[start, end] = self.names.span("evidence", start, end)
        add = self.graph.add
        for kind in (t.EVIDENCE, t.POSITION_SELECTOR, t.QUOTE_SELECTOR):
            add(iri, t.TYPE, kind)
        add(iri, t.START, integer(start))
        add(iri, t.END, integer(end))
        add(iri, t.EXACT, plain(self.facts.characters[start:end]))
        self.graph.link(iri, t.SOURCE, self.names.report)
        sentence = self.names.sentence_of(start, end)
        if sentence:
            self.graph.link(iri, t.IN_SENTENCE, sentence)
        return iri

    def place(self, code: str) -> str:
        """A division as a place, with its name where the gazetteer has it."""
        iri = division_iri(code)
        if ("division", code) not in self._things:
            self._things.add(("division", code))
            self.graph.add(iri, t.TYPE, t.PLACE)
            self.graph.add(iri, t.NOTATION, plain(code))
            if division := by_code().get(code):
                self.graph.add(iri, t.PREF_LABEL, chinese(division.name))
            if streets := count_of(code):
                self.graph.add(iri, t.STREET_COUNT, integer(streets))
        return iri

    def thing(self, kind: EntityType, name: str) -> str:
        """A named thing with its class, register name and division."""
        iri = self.names.thing(kind, name)
        if (kind, name) in self._things:
            return iri
        self._things.add((kind, name))
        group = kind == "organisation" and self.names.is_generic(kind, name)
        self.graph.add(iri, t.TYPE, t.BODY_GROUP if group else t.CLASS_OF[kind])
        self.graph.add(iri, t.PREF_LABEL, chinese(self.names.label(kind, name)))
        if kind == "document":
            self._document_kind(iri, name)
        elif kind == "organisation" and not group:
            self.graph.add(iri, t.REGISTERED, boolean(is_registered(name)))
        code = self.names.division(kind, name)
        if code:
            place = self.place(code)
            if place != iri:
                self.graph.link(iri, t.SPATIAL, place)
        return iri

    def _document_kind(self, iri: str, title: str) -> None:
        if kind := document_kind_of(title):
            self.graph.add(iri, t.DOCUMENT_KIND, t.term(f"kg:document-kind-{kind}"))

    def read_by(self, iri: str, reader: str) -> None:
        """Which rule or model read a statement (``kg:reader-…``)."""
        self.graph.add(iri, t.READ_BY, t.term(f"kg:reader-{reader}"))

    def figure(self, q: Quantity) -> str:
        """A quantity of the text; one figure a span."""
        found = self._figures.get((q.start, q.end))
        if found is not None:
            return found
        iri = self._figures[q.start, q.end] = self.names.span("quantity", q.start, q.end)
        add = self.graph.add
        add(iri, t.TYPE, t.FIGURE)
        add(iri, t.LABEL, chinese(in_one_line(q.text)))
        add(iri, t.VALUE, decimal(q.value))
        add(iri, t.UNIT, plain(q.unit))
        if q.unit in unit_terms():
            add(iri, t.HAS_UNIT, unit_terms()[q.unit])
        add(iri, t.MODIFIER, t.term(f"kg:modifier-{q.modifier}"))
        for bound in _bounds(q.modifier):
            add(iri, bound, decimal(q.value))
        if q.counted:
            add(iri, t.COUNTED, plain(q.counted))
        self.read_by(iri, "quantity")
        self.graph.link(iri, t.HAS_EVIDENCE, self.evidence(q.start, q.end))
        return iri

    def statement(self, iri: str, triple: tuple[str, str, str], start: int, end: int, reader: str) -> None:
        """Says which characters say a triple, and who read it. Subject bare, predicate and object as tokens."""
        add = self.graph.add
        add(iri, t.TYPE, t.STATEMENT)
        add(iri, t.SUBJECT, f"<{triple[0]}>")
        add(iri, t.PREDICATE, triple[1])
        add(iri, t.OBJECT_OF, triple[2])
        self.read_by(iri, reader)
        self.graph.link(iri, t.HAS_EVIDENCE, self.evidence(start, end))

    def write(self, engine: str) -> None:
        """Everything but the measures."""
        facts, report, add = self.facts, self.names.report, self.graph.add
        add(report, t.TYPE, t.REPORT)
        add(report, t.TEXT, plain(facts.characters))
        add(report, t.DIGEST, plain(facts.digest))
        add(report, t.ENGINE, plain(engine))
        add(report, t.SOURCE, plain(facts.source))
        if facts.division:
            self.graph.link(report, t.SPATIAL, self.place(facts.division))
        self._header()
        self._sections()
        for e in facts.entities:
            self._mention(e)
        for q in facts.quantities:
            self.figure(q)

    def _header(self) -> None:
        header = self.facts.header
        if header.title:
            self._field(header.title, t.TITLE, chinese(header.title.value))
            self._document_kind(self.names.report, header.title.value)
        if header.number:
            self._field(header.number, t.IDENTIFIER, plain(header.number.value))
        if header.date and header.day:
            self._field(header.date, t.ISSUED, day(header.day))
        self._issuers()
        if header.recipient:
            for name in self._named_in(header.recipient, "organisation"):
                self._field(header.recipient, t.ADDRESSEE, f"<{self.thing('organisation', name)}>")
        if header.responds_to:
            for name in self._named_in(header.responds_to, "document"):
                iri = self.thing("document", name)
                self._field(header.responds_to, t.RESPONDS_TO, f"<{iri}>")
                if name != header.responds_to.value:
                    self.graph.add(iri, t.IDENTIFIER, plain(header.responds_to.value))

    def _issuers(self) -> None:
        """Each body that issued the report. Only of one that signs alone the signature is another name."""
        alone = len(self.facts.issuers) < 2
        for name in self.names.issuers:
            body = self.thing("organisation", name)
            if signed := self.signed(name):
                self._field(signed, t.CREATOR, f"<{body}>")
                if alone:
                    self._other_name(name, body, signed.value)
            else:
                self.graph.add(self.names.report, t.CREATOR, f"<{body}>")

    def signed(self, name: str) -> Field | None:
        """Where an issuer signed: of several its own name, all of the signature where that cannot be told. None where
        it did not."""
        signed = self.facts.header.issuer
        if signed is None or name not in self.names.issuers:
            return None
        own = (
            Quote(e.start, e.end, e.text)
            for e in self.facts.entities
            if e.type == "organisation" and e.name == name and signed.quote.start <= e.start < signed.quote.end
        )
        alone = len(self.facts.issuers) < 2
        return signed if alone else Field(signed.value, next(own, signed.quote))

    def _field(self, field: Field, predicate: str, value: str) -> None:
        report, q = self.names.report, field.quote
        self.graph.add(report, predicate, value)
        local = predicate.rstrip(">").replace("#", "/").rsplit("/", 1)[1]
        iri = self.names.span(f"statement/{local}", q.start, q.end)
        if value.startswith("<"):
            iri += "/" + value[1:-1].rsplit("/", 1)[1]
        self.statement(iri, (report, predicate, value), q.start, q.end, "frame")

    def _named_in(self, field: Field, kind: EntityType) -> tuple[str, ...]:
        """Names of the mentions that fill the field or stand in it, else its value.

        A number in brackets is that of the document whose title stands before it.
        """
        opened = field.quote.start - 1
        if kind == "document" and self.facts.characters[opened : opened + 1] in ("(", "（"):
            titled = next((e.name for e in self.facts.entities if e.type == kind and e.end == opened), None)
            if titled:
                return (titled,)
        whole = self.names.entity_at(field.quote)
        if whole and whole.type == kind:
            return (whole.name,)
        q = field.quote
        inside = (e.name for e in self.facts.entities if e.type == kind and q.start <= e.start and e.end <= q.end)
        return tuple(dict.fromkeys(inside)) or (field.value,)

    def _sections(self) -> None:
        facts, names, add, link = self.facts, self.names, self.graph.add, self.graph.link
        iris = [names.span("section", s.start, s.end) for s in facts.sections]
        for i, section in enumerate(facts.sections):
            add(iris[i], t.TYPE, t.SECTION)
            link(iris[i], t.IS_PART_OF, names.report if section.parent is None else iris[section.parent])
            add(iris[i], t.TITLE, chinese(in_one_line(section.heading)))
            add(iris[i], t.NUMBER, plain(section.number))
            add(iris[i], t.LEVEL, integer(section.level))
            add(iris[i], t.POSITION, integer(i + 1))
            self.read_by(iris[i], "outline")
            link(iris[i], t.HAS_EVIDENCE, self.evidence(section.start, section.end))
        for i, sentence in enumerate(facts.sentences):
            iri = names.span("sentence", sentence.start, sentence.end)
            add(iri, t.TYPE, t.SENTENCE)
            link(iri, t.IS_PART_OF, names.report if sentence.section is None else iris[sentence.section])
            add(iri, t.POSITION, integer(i + 1))
            self.read_by(iri, "outline")
            link(iri, t.HAS_EVIDENCE, self.evidence(sentence.start, sentence.end))

    def _mention(self, e: Entity) -> None:
        iri = self.names.span(f"mention/{e.type}", e.start, e.end)
        thing = self.thing(e.type, e.name)
        self.graph.add(iri, t.TYPE, t.MENTION)
        self.graph.link(iri, t.MENTIONS, thing)
        self.graph.link(iri, t.IS_PART_OF, self.names.report)
        self.read_by(iri, "model")
        self.graph.add(iri, t.NAME_BASIS, t.term(f"kg:name-basis-{e.found}"))
        self.graph.link(iri, t.HAS_EVIDENCE, self.evidence(e.start, e.end))
        self._other_name(self.names.label(e.type, e.name), thing, in_one_line(e.text))
        if self.names.is_generic(e.type, e.name):
            for q in self.facts.quantities:
                if q.end == e.start:
                    self.graph.link(iri, t.GROUP_COUNT, self.figure(q))

    def _other_name(self, name: str, thing: str, text: str) -> None:
        if text != name:
            self.graph.add(thing, t.ALT_LABEL, chinese(text))


def _bounds(modifier: Modifier) -> tuple[str, ...]:
    """What a modifier says about the true value: 近300 is below, 3000余 is above, 约 says neither."""
    return {
        "exact": (t.LOWER, t.UPPER),
        "about": (),
        "under": (t.UPPER,),
        "over": (t.LOWER,),
        "at_most": (t.UPPER,),
    }[modifier]
