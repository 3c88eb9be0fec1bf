"""Names, acts and counts that the reader saw → the facts of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kg.extraction.acts.headlines import headlines
from kg.extraction.acts.standing import standing
from kg.extraction.counts.indicators import untold
from kg.extraction.measures import Around, measures
from kg.extraction.names.mentions import entities, explanations
from kg.extraction.names.seen import frame_names, names_of, with_figures_outside
from kg.extraction.responsibility.assigning import UNSIGNED, Frame, outside_notes, responsible, unsaid
from kg.extraction.responsibility.conditions import conditions
from kg.extraction.responsibility.fields_listed import with_rows
from kg.extraction.responsibility.limits import due_by, limits_of
from kg.extraction.responsibility.notes import Note, completed, notes
from kg.extraction.responsibility.others import addressing
from kg.extraction.responsibility.persons import persons
from kg.extraction.responsibility.placed import placed, with_topics
from kg.extraction.responsibility.public import public
from kg.extraction.responsibility.requests import asked, own
from kg.extraction.responsibility.speaking import spoken
from kg.extraction.responsibility.subjects import Subject, headed, subjects
from kg.extraction.responsibility.task_tables import noted_rows
from kg.extraction.times.due import due_day
from kg.extraction.times.parts import Above, parts
from kg.extraction.times.periods import governing_days, looking_back, title_day
from kg.extraction.times.status import statuses
from kg.extraction.times.telling import told
from kg.facts import Agent, Day, Entity, Facts, Field, Measure
from kg.language import Judge
from kg.language.parsed import Act, Name, Parsed
from kg.register import Register, addressed, bodies_in, register_for, speaks_unsigned
from kg.structure.page import published
from kg.structure.report import Report


def extract(report: Report, parsed: tuple[Parsed, ...], judge: Judge | None = None) -> Facts:
    """The facts of a report whose sentences are parsed."""
    header, characters = report.header, report.text.characters
    register = register_for(_value(header.issuer), _value(header.title), characters)
    issuers = tuple(register.body_name(part).name for part in bodies_in(_value(header.issuer) or ""))
    above = tuple(parts(report))
    parsed = tuple(
        replace(one, names=names_of(characters, one, register)) for one in looking_back(report, parsed, above)
    )
    names = [name for one in parsed for name in one.names]
    framed = frame_names(report, judge, names)
    said = addressed(_value(header.title), _value(header.recipient))
    register = register.explained(explanations(characters, [*names, *framed], register) | said)
    things = entities(characters, sorted([*names, *framed], key=lambda n: n.start), register)
    parsed = tuple(with_figures_outside(one, things) for one in parsed)
    found = completed(characters, _noted(report, parsed, register))
    frame = Frame(_unsaid(report, issuers, register), _headings(report, framed, register), found, register)
    return Facts(
        source=report.text.source,
        characters=characters,
        digest=report.text.digest,
        header=header,
        issuers=issuers,
        division=register.place.own.code if register.place else None,
        sections=report.sections,
        sentences=report.sentences,
        entities=things,
        quantities=tuple(q for one in parsed for q in one.quantities),
        days=_days(report, parsed),
        measures=tuple(_measures(report, parsed, above, things, frame)),
    )


def _noted(report: Report, parsed: Sequence[Parsed], register: Register) -> list[Note]:
    """The notes of the sentences and of the rows of tables, in order; a row's note stands for those within it."""
    characters = report.text.characters
    rows = list(noted_rows(characters, report.rows, [name for one in parsed for name in one.names], register))
    found = [n for one in parsed for n in notes(characters, one.sentence, one.names, register)]
    found = [n for n in found if not any(row.start < n.end and n.start < row.end for row in rows)]
    return sorted([*found, *rows], key=lambda note: note.start)


def _value(field: Field | None) -> str | None:
    return field.value if field else None


def _unsaid(report: Report, issuers: Sequence[str], register: Register) -> tuple[Agent, ...]:
    """Who answers where nobody is said: whoever signed, else the government that the report speaks for."""
    header = report.header
    if header.issuer is not None:
        return unsaid(issuers)
    government = speaks_unsigned(_value(header.title), _value(header.recipient), report.text.characters, register)
    return unsaid([government], UNSIGNED) if government else ()


def _headings(report: Report, framed: Sequence[Name], register: Register) -> Mapping[int, Subject]:
    """Section → the body that its heading consists of, which answers for what stands there."""
    return {
        place: headed(report.text.characters, name, register)
        for place, section in enumerate(report.sections)
        for name in framed
        if name.type == "organisation" and (name.start, name.end) == (section.start, section.end)
    }


def _measures(
    report: Report, parsed: Sequence[Parsed], above: Sequence[Above], things: Sequence[Entity], frame: Frame
) -> Iterator[Measure]:
    characters = report.text.characters
    known = {(e.start, e.end): e for e in things}
    stood = [_outside(untold(characters, one, standing(characters, one)), frame.notes) for one in parsed]
    said = [
        with_topics(one, subjects(characters, who, frame.register, persons(characters, one, who)))
        for one, who in zip(
            parsed, (_who(characters, *each, frame) for each in zip(parsed, stood, strict=True)), strict=True
        )
    ]
    acts = _acts(report, parsed, stood, said)
    states = statuses(acts, [a.part for a in above])
    agents = responsible(report, parsed, acts, said, frame)
    days = [day for one in parsed for day in one.days]
    noted = limits_of(characters, frame.notes, days, report.sentences, report.sections)
    for at, (one, who, day) in enumerate(zip(parsed, agents, governing_days(parsed, title_day(report)), strict=True)):
        issued, column = report.header.day, above[at].column
        limits = [due_day(characters, one, act, issued) for act in acts[at]]
        status = [
            (told(characters, act, seen, one.days, issued, limit), chance)
            for act, (seen, chance), limit in zip(acts[at], states[at], limits, strict=True)
        ]
        noted_here = noted.get(at, ())
        limits = [
            limit or due_by(noted_here, act, issued) or column for act, limit in zip(acts[at], limits, strict=True)
        ]
        around = Around(at, who, status, column or day, above[at].due, limits, known)
        yield from measures(characters, one, acts[at], around)


def _who(characters: str, one: Parsed, acts: Sequence[Act], frame: Frame) -> list[Name]:
    """The names that may be a subject, in order."""
    names = placed(characters, one, acts, outside_notes(one.names, frame.notes), frame.register)
    return with_rows(characters, one, (*names, *spoken(characters, one)))


def _acts(
    report: Report, parsed: Sequence[Parsed], stood: Sequence[tuple[Act, ...]], said: Sequence[Sequence[Subject]]
) -> list[tuple[Act, ...]]:
    """The acts of each sentence that are measures. ``stood``: all its acts; ``said``: its subjects."""
    characters, heads = report.text.characters, headlines(report.sentences)
    aside = addressing(characters, [one.sentence for one in parsed], said)
    until = conditions([one.sentence for one in parsed])
    others = asked([one.sentence for one in parsed])
    return [
        () if at in heads else public(characters, one, own(acts, end, *theirs), who, addresses)
        for at, (one, acts, who, addresses, end, theirs) in enumerate(
            zip(parsed, stood, said, aside, until, others, strict=True)
        )
    ]


def _outside(acts: tuple[Act, ...], found: Sequence[Note]) -> tuple[Act, ...]:
    return tuple(a for a in acts if not any(n.start <= a.verb < n.end for n in found))


def _days(report: Report, parsed: tuple[Parsed, ...]) -> tuple[Day, ...]:
    days = {(d.start, d.end): d for one in parsed for d in one.days}
    for field in (report.header.date, *published(report.text.characters)):
        if field is not None:
            quote = field.quote
            day = Day(quote.start, quote.end, quote.text, date.fromisoformat(field.value))
            days.setdefault((quote.start, quote.end), day)
    return tuple(days[key] for key in sorted(days))
