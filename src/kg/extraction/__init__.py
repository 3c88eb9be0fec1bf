"""Names, acts and counts → entities, measures, outcomes and responsibility: the facts of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extraction.acts import standing, statuses
from kg.extraction.applicants import by_others, theirs
from kg.extraction.articles import articles_of, goes_on_in
from kg.extraction.edges import settled
from kg.extraction.formulas import owed
from kg.extraction.headlines import headlines
from kg.extraction.indicators import acting
from kg.extraction.known_names import with_known
from kg.extraction.measures import Around, measures
from kg.extraction.mentions import closed, entities, explanations, places, titles
from kg.extraction.not_names import without_others
from kg.extraction.notes import Note, completed, governed, notes
from kg.extraction.others import addressing, encouraged, made_to_act
from kg.extraction.parts import Above, parts
from kg.extraction.periods import looking_back, opening_day, still_governing
from kg.extraction.place_words import places_meant
from kg.extraction.responsibility import (
    Subject,
    assigned,
    governing,
    headed,
    partners,
    private,
    spoken,
    subjects,
    unsaid,
)
from kg.extraction.telling import told
from kg.facts import Agent, Day, Entity, Facts, Field, Measure, Quote
from kg.language import Judge, parse_names
from kg.language.context import setting_of
from kg.language.parsed import Act, Name, Parsed
from kg.register import Register, addressed, bodies_in, register_for
from kg.structure.report import Report

__all__ = ["extract"]

DELIVERED = re.compile(r"我(?:谨?代表|受)[^。]{0,40}[向作][^。]{0,24}报告")
"""How a report opens that is delivered to a congress, where no title says what it is."""
OPENING = 600
"""Characters of a text that are its opening."""


def extract(report: Report, parsed: tuple[Parsed, ...], judge: Judge | None = None) -> Facts:
    """The facts of a report whose sentences are parsed."""
    header, characters = report.header, report.text.characters
    register = register_for(_value(header.issuer), _value(header.title), characters)
    issuers = tuple(register.body_name(part).name for part in bodies_in(_value(header.issuer) or ""))
    above = tuple(parts(report))
    parsed = tuple(replace(one, names=_names(characters, one, register)) for one in looking_back(report, parsed, above))
    names = [name for one in parsed for name in one.names]
    framed: list[Name] = []
    for name in _frame_names(report, judge):  # the issuer may be read in the title too
        if all(n.end <= name.start or name.end <= n.start for n in (*names, *framed)):
            framed.append(name)
    said = addressed(_value(header.title), _value(header.recipient))
    register = register.explained(explanations(characters, [*names, *framed], register) | said)
    things = entities(characters, sorted([*names, *framed], key=lambda n: n.start), register)
    parsed = tuple(_outside(one, things) for one in parsed)
    return Facts(
        source=report.text.source,
        characters=characters,
        digest=report.text.digest,
        header=header,
        issuer=issuers[0] if issuers else None,
        division=register.place.own.code if register.place else None,
        sections=report.sections,
        sentences=report.sentences,
        entities=things,
        quantities=tuple(q for one in parsed for q in one.quantities),
        days=_days(report, parsed),
        measures=tuple(
            _measures(report, parsed, above, things, _headed(report, framed, register), register, unsaid(issuers))
        ),
    )


def _names(characters: str, one: Parsed, register: Register) -> tuple[Name, ...]:
    """What the reader saw, put right by what the word lists know."""
    start, end = one.sentence.start, one.sentence.end
    names = titles(characters, start, end, settled(characters, start, end, one.names, one.quantities))
    names = with_known(characters, start, end, closed(characters, names))
    names = without_others(characters, one.tokens, names)
    return places_meant(characters, places(one.tokens, names), register)


def _value(field: Field | None) -> str | None:
    return field.value if field else None


def _headed(report: Report, framed: Sequence[Name], register: Register) -> dict[int, Subject]:
    """Section → the body that its heading consists of, which answers for what stands there."""
    found = {}
    for place, section in enumerate(report.sections):
        for name in framed:
            if name.type == "organisation" and (name.start, name.end) == (section.start, section.end):
                found[place] = headed(report.text.characters, name, register)
    return found


def _measures(
    report: Report,
    parsed: Sequence[Parsed],
    above: Sequence[Above],
    things: Sequence[Entity],
    headings: Mapping[int, Subject],
    register: Register,
    issuers: tuple[Agent, ...],
) -> Iterator[Measure]:
    characters = report.text.characters
    known = {(e.start, e.end): e for e in things}
    found = completed(characters, [n for p in parsed for n in notes(characters, p.sentence, p.names, register)])
    noted = governed(found, report.sentences)
    said_by = [subjects(characters, _who(characters, one, found), register) for one in parsed]
    aside = list(addressing(characters, [one.sentence for one in parsed], said_by))
    acts = [
        _public(
            characters,
            encouraged(characters, _outside_notes(standing(characters, one), found), one.tokens),
            said,
            place,
            one,
        )
        for one, said, place in zip(parsed, said_by, aside, strict=True)
    ]
    heads = headlines(report.sentences)
    acts = [() if at in heads else own for at, own in enumerate(acts)]
    states = statuses(acts, [a.part for a in above])
    articles = articles_of(characters)
    delivered = DELIVERED.search(characters, 0, OPENING) is not None
    subject: Subject | None = None
    article: Subject | None = None
    day: Day | None = None
    paragraph = -1
    for at, one in enumerate(parsed):
        if one.sentence.paragraph != paragraph:
            paragraph, day = one.sentence.paragraph, opening_day(one)
            subject = _heading_subject(report, one.sentence.section, headings)
        else:
            day = still_governing(day)
        names, said = _outside_names(one, found), acting(characters, one, acts[at], said_by[at])
        if article is not None and not goes_on_in(articles, article.start, one.sentence):
            article = None
        before = subject or article
        agents = assigned(
            characters,
            acts[at],
            said,
            partners(characters, list(made_to_act(characters, acts[at], one.tokens, names)), register),
            before,
        )
        agents = [
            _with_note(own, next((who for a, b, who in noted.get(at, ()) if a <= act.start < b), ()), issuers)
            for own, act in zip(agents, acts[at], strict=True)
        ]
        said_of = [
            (told(characters, act, status, one.days, report.header.day), chance)
            for act, (status, chance) in zip(acts[at], states[at], strict=True)
        ]
        around = Around(at, agents, said_of, day, above[at].due, known)
        yield from measures(characters, one, acts[at], around)
        named = [who for who in said if any(n.start == who.start for n in names)]
        if named:
            article = None if private(characters, named[-1]) else named[-1]
            plan = setting_of(report, one.sentence.start, one.sentence.section)
            if (plan.plan or plan.planned) and not (plan.work_report or delivered):
                # where tasks are given, whom a sentence addresses is meant by the next ones too
                subject = named[-1]


def _heading_subject(report: Report, section: int | None, headings: Mapping[int, Subject]) -> Subject | None:
    while section is not None and section not in headings:
        section = report.sections[section].parent
    return headings[section] if section is not None else None


def _with_note(own: tuple[Agent, ...], note: tuple[Agent, ...], issuers: tuple[Agent, ...]) -> tuple[Agent, ...]:
    """A note's bodies stand beside those that the sentence says; the issuer only where no body leads."""
    said = tuple(a for a in own if a.basis == "explicit" or not note)
    agents = (*said, *(a for a in note if all(_plain(a.name) != _plain(b.name) for b in said)))
    if not any(a.role == "lead" for a in agents):
        agents = (*issuers, *(a for a in agents if all(a.name != b.name for b in issuers)))
    return tuple(dict.fromkeys(agents))


def _plain(name: str) -> str:
    """A name by which a body that is written in two ways is known: 各县(市、区)政府, 各县(市、区)人民政府."""
    return name.replace("人民政府", "政府")


def _outside_names(one: Parsed, notes: Sequence[Note]) -> list[Name]:
    return [n for n in one.names if not any(note.start <= n.start < note.end for note in notes)]


def _who(characters: str, one: Parsed, notes: Sequence[Note]) -> list[Name]:
    """The names that may be a subject, in order."""
    return sorted((*_outside_names(one, notes), *spoken(characters, one)), key=lambda n: n.start)


def _public(
    characters: str, acts: tuple[Act, ...], said: Sequence[Subject], aside: bool = False, one: Parsed | None = None
) -> tuple[Act, ...]:
    """The acts without those of enterprises and citizens. ``aside``: the sentence addresses them without a name."""
    who = [governing(characters, act, said) for act in acts]
    own = list(theirs(characters, one, acts)) if one else [False] * len(acts)
    return tuple(
        act
        for act, w, o in zip(acts, who, own, strict=True)
        if not _private(characters, act, w) and not ((aside or o) and w is None)
    )


def _private(characters: str, act: Act, who: Subject | None) -> bool:
    if by_others(characters, act):
        return True
    return owed(characters, act) if who is None else private(characters, who)


def _outside_notes(acts: tuple[Act, ...], notes: Sequence[Note]) -> tuple[Act, ...]:
    return tuple(a for a in acts if not any(n.start <= a.verb < n.end for n in notes))


def _frame_names(report: Report, judge: Judge | None) -> Iterator[Name]:
    """The names in the headings and in the title, addressee and signature."""
    header, characters = report.header, report.text.characters
    for section in report.sections:
        setting = setting_of(report, section.start, section.parent, heading=True)
        seen = parse_names(section.heading, section.start, setting, judge)
        seen = settled(characters, section.start, section.end, seen, ())
        yield from titles(characters, section.start, section.end, seen)
    for field in (header.title, header.recipient):
        if field is not None and field.quote.end > field.quote.start:
            setting = setting_of(report, field.quote.start, None, heading=True)
            seen = parse_names(field.quote.text, field.quote.start, setting, judge)
            seen = settled(characters, field.quote.start, field.quote.end, seen, ())
            yield from titles(characters, field.quote.start, field.quote.end, seen)
    if header.issuer is not None:
        at, text = header.issuer.quote.start, header.issuer.quote.text
        for body in bodies_in(text):
            place = text.index(body)
            yield Name(at + place, at + place + len(body), "organisation", 1.0, 0.0, 0.0, 0.0, 0.0)


def _outside(one: Parsed, things: Sequence[Entity]) -> Parsed:
    """The sentence without the dates and counts that are part of a name (2023年…大会)."""
    around = [e for e in things if one.sentence.start <= e.start < one.sentence.end]

    def inside(at: Day | Quote, end: int) -> bool:
        return any(e.start <= at.start and end <= e.end and len(e.text) > end - at.start for e in around)

    return replace(
        one,
        days=tuple(d for d in one.days if not inside(d, d.end)),
        quantities=tuple(q for q in one.quantities if not inside(Quote(q.start, q.end, q.text), q.end)),
        counts=tuple(c for c in one.counts if not inside(Quote(c.quantity.start, c.quantity.end, ""), c.quantity.end)),
    )


def _days(report: Report, parsed: tuple[Parsed, ...]) -> tuple[Day, ...]:
    days = {(d.start, d.end): d for one in parsed for d in one.days}
    header = report.header
    if header.date is not None and header.day is not None:
        quote = header.date.quote
        days.setdefault((quote.start, quote.end), Day(quote.start, quote.end, quote.text, header.day))
    return tuple(days[key] for key in sorted(days))
