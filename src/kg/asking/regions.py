"""A region's name where a body is asked for: its government is meant, or what the government's name is cut short to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.asking.phrasings import plain_name
from kg.register.divisions import TYPE_WORDS, leading, provinces

GOVERNMENT = "人民政府"
SHORT = ("人民政府", "政府")
SHORTEST = 2


def is_government(text: str) -> bool:
    """True where the text says that a government is meant: 静安区政府."""
    return plain_name(text).endswith(SHORT)


def governments(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """The governments among these names whose region the text says: 浙江省, 浙江, 上海市静安区, 静安区, 静安区政府."""
    wanted = plain_name(text)
    for ending in SHORT:
        wanted = wanted.removesuffix(ending)
    if len(wanted) < SHORTEST:
        return ()
    found = dict.fromkeys(name for name in names if name.endswith(GOVERNMENT) and wanted in _called(name))
    return tuple(found)


def shared_end(names: Sequence[str]) -> str:
    """What all of these names end with: 和平区人民政府 of those of two cities."""
    shortest = min(names, key=len, default="")
    ends = (shortest[at:] for at in range(len(shortest)))
    return next((end for end in ends if all(name.endswith(end) for name in names)), "")


def ways(name: str, shortest: int = SHORTEST + 1) -> frozenset[str]:
    """How else a government is called by its region alone, where that is long enough to be no other word."""
    return frozenset(way for way in _called(name) if len(way) >= shortest or way in provinces())


def _called(government: str) -> frozenset[str]:
    """The names of the region of a government: with what it lies in and without, with its type word and without."""
    place = government.removesuffix(GOVERNMENT)
    if not place or place == government:
        return frozenset()
    chain = leading(place)
    last = chain[-1].name if chain and place.endswith(chain[-1].name) else place
    short = {name[:-1] for name in (place, last) if name.endswith(TYPE_WORDS) and len(name) > SHORTEST}
    return frozenset({place, last} | short | {s for s, d in provinces().items() if d.name == place})
