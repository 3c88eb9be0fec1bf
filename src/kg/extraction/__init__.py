"""Clauses → mentions, measures, outcomes and responsibility: the facts of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.lexicon import words
from kg.extraction.measures import Setting, measures
from kg.extraction.mentions import mentions
from kg.extraction.responsibility import noted, notes, unsaid
from kg.facts import Day, Entity, Facts, Field, Measure, Section
from kg.language import tag
from kg.language.parsed import Parsed
from kg.register import Register, register_for
from kg.structure.report import Report

ISSUER_BREAK = re.compile(r"[ \u3000、\n]+")

__all__ = ["extract"]


def extract(report: Report, parsed: tuple[Parsed, ...]) -> Facts:
    """The facts of a report whose sentences are parsed."""
    header, characters = report.header, report.text.characters
    register = register_for(_value(header.issuer), _value(header.title))
    issuers = tuple(register.body_name(part).name for part in ISSUER_BREAK.split(_value(header.issuer) or "") if part)
    entities = _entities(report, parsed, register)
    parsed = tuple(_outside(one, entities) for one in parsed)
    plan_title = any((_value(header.title) or "").endswith(word) for word in words("plan-titles"))
    governed = noted(notes(characters, entities), report.sentences)
    found: list[Measure] = []
    for at, one in enumerate(parsed):
        inside = [e for e in entities if one.sentence.start <= e.start and e.end <= one.sentence.end]
        setting = Setting(
            at,
            plan_title or _in_plan(report.sections, one.sentence.section),
            register.place.own.name if register.place else None,
            unsaid(issuers),
            governed.get(at, ()),
        )
        found += measures(characters, one, inside, setting)
    return Facts(
        source=report.text.source,
        characters=characters,
        digest=report.text.digest,
        header=header,
        issuer=issuers[0] if issuers else None,
        division=register.place.own.code if register.place else None,
        sections=report.sections,
        sentences=report.sentences,
        entities=entities,
        quantities=tuple(q for one in parsed for q in one.quantities),
        days=_days(report, parsed),
        measures=tuple(found),
    )


def _value(field: Field | None) -> str | None:
    return field.value if field else None


def _in_plan(sections: Sequence[Section], at: int | None) -> bool:
    """Whether a heading above says that this part tells what shall be done."""
    while at is not None:
        if any(word in sections[at].heading for word in words("plan-headings")):
            return True
        at = sections[at].parent
    return False


def _entities(report: Report, parsed: tuple[Parsed, ...], register: Register) -> tuple[Entity, ...]:
    """Mentions in the sentences, the headings and the frame, in order."""
    characters, header = report.text.characters, report.header
    found: list[Entity] = []
    for one in parsed:
        found += mentions(characters, one.tokens, one.sentence.start, one.sentence.end, register)
    for section in report.sections:
        found += mentions(characters, tag(section.heading, section.start), section.start, section.end, register)
    for field in (header.title, header.recipient, header.issuer):
        if field is not None and field.quote.end > field.quote.start:
            quote = field.quote
            inside = [e for e in found if e.start < quote.end and quote.start < e.end]
            if not inside:
                found += mentions(characters, tag(quote.text, quote.start), quote.start, quote.end, register)
    return tuple(sorted(found, key=lambda e: (e.start, e.end)))


def _outside(one: Parsed, entities: Sequence[Entity]) -> Parsed:
    """The sentence without the dates that are part of a name (2023年…大会)."""
    return replace(
        one, days=tuple(d for d in one.days if not any(e.start <= d.start and d.end <= e.end for e in entities))
    )


def _days(report: Report, parsed: tuple[Parsed, ...]) -> tuple[Day, ...]:
    days = {(d.start, d.end): d for one in parsed for d in one.days}
    header = report.header
    if header.date is not None and header.day is not None:
        quote = header.date.quote
        days.setdefault((quote.start, quote.end), Day(quote.start, quote.end, quote.text, header.day))
    return tuple(days[key] for key in sorted(days))
