"""What looks like the name of a place and is none: words that a division shares its name with, directions,
and verbs that stand before a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from kg.extraction.names.nameless import opens_number
from kg.language.parsed import Name
from kg.register import Register, geography
from kg.words import either, group_of, words_of

JOINTS = "、和及与"
VERB = 2
"""Characters of a verb that the reader takes in before a place: 振兴东北地区."""
MORE_VERBS = ("振兴", "开发", "崛起")
"""Verbs before regions that ``verbs.tsv`` has not."""
BY_WATER = re.compile("[临近靠跨沿邻][江河湖海港山水]")
"""Where something lies, which names no place: 临湖、近山等地块."""
OVER_THERE = ("港澳", "港澳台", "台港澳")
LASTS_LONG = "久安"
_group = partial(group_of, "nameless-words")


def places_meant(characters: str, names: Sequence[Name], register: Register) -> tuple[Name, ...]:
    """The names without those that only look like a place; a place begins behind the verb before it."""
    return tuple(_meant(characters, names, register))


def _meant(characters: str, names: Sequence[Name], register: Register) -> Iterator[Name]:
    for name in names:
        if name.type != "place":
            yield name
            continue
        text = characters[name.start : name.end]
        if opens_number(characters, name):
            continue
        if characters[name.start - 1 : name.start] in ("涉", "治", "每") and text[1:] and text not in geography():
            continue  # 涉|藏州县, 治|蜀兴川, 每|万城镇人口
        if BY_WATER.fullmatch(text) and text not in geography():
            continue
        if text in OVER_THERE and _is_field(characters, name):
            continue
        if text in _group("direction") or (text == "中国" and _means_its_ways(characters, name)):
            continue
        if text in _homographs() and not _is_division(characters, name, names, register):
            continue
        if along := _along().match(text):
            name = replace(name, start=name.start + along.end())
        elif text[VERB:] in geography() and (text[:VERB] in words_of("verbs") or text[:VERB] in MORE_VERBS):
            name = replace(name, start=name.start + VERB)
        yield name


def _is_field(characters: str, name: Name) -> bool:
    """Whether a field of a government's work is told among others: 外事、侨务、|港澳台|、参事."""
    before = tuple(word + "、" for word in _group("field"))
    behind = tuple("、" + word for word in _group("field"))
    return characters.endswith(before, 0, name.start) or characters.startswith(behind, name.end)


def _means_its_ways(characters: str, name: Name) -> bool:
    before = characters[name.start - 1 : name.start]
    return before == "新" or characters.startswith(tuple(_group("country-ways")), name.end)


def _is_division(characters: str, name: Name, names: Iterable[Name], register: Register) -> bool:
    """A word that is also a division's name is one beside another place (日照、青岛), and in its own province."""
    if characters.startswith(LASTS_LONG, name.end):
        return False
    for other in names:
        between = characters[other.end : name.start] or characters[name.end : other.start]
        if other.type == "place" and between and between in JOINTS:
            text = characters[other.start : other.end]
            if text in geography() and text not in _homographs():
                return True
    return register.is_near(characters[name.start : name.end])


def _homographs() -> frozenset[str]:
    return group_of("place-homographs", "word")


@cache
def _along() -> re.Pattern[str]:
    """What leads to a road is no part of its name: 沿渝遂高速公路."""
    return re.compile(rf"沿(?=.{{2,12}}(?:{either(_group('road'))})$)")
