"""Sites of a class that an act sets up: 建设公共停车场, 打造便民活动场所. What is built is definite, though no name
tells which (guidelines, *Entities*: a site is named or of a definite class)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.relations import ends_object, sets_up
from kg.language.parsed import Act, Name, Parsed

SURE = 0.6
"""Least chance that the reader sees a site or a class of sites: of those that it saw less surely in annotated passages
most were furniture and devices."""
TELLING = 4
"""Characters of a class of which something stands before its last word: 健身广场, not 广场."""
LINKED = 0.5
"""The chance that an act refers to what it sets up, at least."""
SUMMED_UP = re.compile("等[^、，,和及]{0,5}$")
"""What stands before a word that only tells of which class the things before it are: 建成A馆、B馆等3个|文化场馆."""


def with_set_up(characters: str, parsed: Parsed, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names of a sentence, those of sites that an act sets up as names of things."""
    return tuple(_set_up(characters, parsed, names))


def _set_up(characters: str, parsed: Parsed, names: Sequence[Name]) -> Iterator[Name]:
    for name in names:
        seen = name.type == "site" and name.thing + name.generic >= SURE and name.end - name.start >= TELLING
        if seen and any(_is_set_up(characters, parsed, name, act) for act in parsed.acts):
            sure = name.thing + name.generic
            name = replace(name, thing=sure, generic=0.0, linked=max(name.linked, LINKED))
        yield name


def _is_set_up(characters: str, parsed: Parsed, name: Name, act: Act) -> bool:
    """Whether a name stands at the end of the object of an act that sets up, or in the list there."""
    if not (act.verb_end <= name.start and name.end <= act.end and sets_up(characters[act.verb : act.verb_end])):
        return False
    counted = any(q.start == name.end for q in parsed.quantities)
    return (counted or ends_object(characters, name, act)) and not SUMMED_UP.search(
        characters, act.verb_end, name.start
    )
