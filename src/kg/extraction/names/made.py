"""Things of a class that an act makes: 建设公共停车场, 发放购房人才补贴. What is built, introduced or paid out is
definite, though no name tells which (guidelines, *Entities*: a site is named or of a definite class)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.names.mentions import THING
from kg.extraction.relations import ends_object, sets_up
from kg.language.parsed import Act, Name, Parsed
from kg.words import group_of

CLASS = {"site": (0.0, 1.0), "programme": (0.15, THING)}
"""Between which chances of naming a thing a name of this type is asked about here."""
SURE = {"site": 0.6, "programme": 0.75}
"""Least chances that the reader sees a thing or a class of this type: of the sites that it saw less surely in annotated
passages most were furniture and devices, of the programmes what is done and no programme."""
TELLING = 4
"""Characters of a class of which something stands before its last word: 健身广场, not 广场."""
LINKED = 0.5
"""The chance that an act refers to what it makes, at least."""
SUMMED_UP = re.compile("等[^、，,和及]{0,5}$")
"""What stands before a word that only tells of which class the things before it are: 建成A馆、B馆等3个|文化场馆."""


def with_made(characters: str, parsed: Parsed, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names of a sentence, those of what an act makes as names of things."""
    return tuple(_definite(characters, parsed, names))


def _definite(characters: str, parsed: Parsed, names: Sequence[Name]) -> Iterator[Name]:
    for name in names:
        sure = name.thing + name.generic
        low, high = CLASS.get(name.type, (1.0, 0.0))
        seen = low <= name.thing < high and sure >= SURE[name.type]
        if seen and name.end - name.start >= TELLING and any(_makes(characters, parsed, a, name) for a in parsed.acts):
            name = replace(name, thing=sure, generic=0.0, linked=max(name.linked, LINKED))
        yield name


def _makes(characters: str, parsed: Parsed, act: Act, name: Name) -> bool:
    """Whether an act makes what stands at the end of its object, or in the list there."""
    if not act.verb_end <= name.start < name.end <= act.end:
        return False
    verb = characters[act.verb : act.verb_end]
    if not (sets_up(verb) if name.type == "site" else verb in group_of("nameless-words", "introduces")):
        return False
    counted = any(q.start == name.end for q in parsed.quantities)
    return (counted or ends_object(characters, name, act)) and not SUMMED_UP.search(
        characters, act.verb_end, name.start
    )
