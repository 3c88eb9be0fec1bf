"""Names that the reader saw → entities: which of them name things, and what a register would call them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.facts import Entity
from kg.language.parsed import Name
from kg.language.words import words_of
from kg.register import Register

THING = 0.35
"""Least chance that a name names a thing. Where readers disagree most names are classes: at this value precision and
recall on unseen reports are about the same."""

KNOWN = 0.12
"""The same for a name that the report uses for a thing elsewhere."""

SURE = 0.6
"""From this chance on, a mention vouches for the others of the same words."""

ACTS = 0.5
"""A service place that leads or takes part in a measure is a body there."""

TITLE = re.compile(r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》")


def entities(characters: str, names: Sequence[Name], register: Register) -> tuple[Entity, ...]:
    """The entities among the names of a report, in order."""
    vouched = {(n.type, characters[n.start : n.end]) for n in names if n.thing >= SURE}
    return tuple(
        entity(characters, name, register)
        for name in names
        if name.thing >= (KNOWN if (name.type, characters[name.start : name.end]) in vouched else THING)
    )


def sites(characters: str, names: Iterable[Name]) -> tuple[Name, ...]:
    """The names, those that end as service places do being sites unless they act."""
    ends = tuple(words_of("site-words"))
    return tuple(
        replace(n, type="site")
        if n.type in ("programme", "system", "organisation")
        and max(n.lead, n.partner) < ACTS
        and characters[n.start : n.end].rstrip('”’"').endswith(ends)
        else n
        for n in names
    )


def titles(characters: str, start: int, end: int, names: Iterable[Name]) -> tuple[Name, ...]:
    """The names of a sentence with the titles in 《》 that the reader overlooked."""
    known = tuple(names)
    missed = [
        Name(m.start(), m.end(), "document", THING, 0.0, 0.0, 0.0, 0.5)
        for m in TITLE.finditer(characters, start, end)
        if all(n.end <= m.start() or m.end() <= n.start for n in known)
    ]
    return tuple(sorted((*known, *missed), key=lambda n: n.start))


def entity(characters: str, name: Name, register: Register) -> Entity:
    """The entity that a name stands for."""
    text = characters[name.start : name.end]
    generic = name.generic > name.thing
    if name.type == "place":
        named = register.place_name(text) or register.thing_name(text)
    elif name.type == "organisation":
        named = register.body_name(text)
    else:
        named = register.thing_name(text)
    label = text if generic and name.type not in ("place", "organisation") else named.name
    return Entity(name.type, label, name.start, name.end, text, named.division, generic, round(name.thing, 2))
