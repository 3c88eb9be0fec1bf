"""Divisions that are called by one character: 渝 → 重庆市, and 宁 → 宁夏, but Nanjing in a document of Jiangsu."""

from __future__ import annotations

from functools import cache

from kg.register.divisions import Division, Jurisdiction, table
from kg.resources import rows


def of_one_character(text: str, place: Jurisdiction | None) -> Division | None:
    """The division that a character means in a document of this place, its own county called so first; None where a
    city that begins with it, and is not that division, may be meant as well (苏 in Suzhou)."""
    if place and place.own.name[:-1] == text:
        return place.own
    meant = _meant().get(text)
    if meant is None:
        return None
    chain = place.chain if place else ()
    name = next((meant[d.name] for d in chain if d.name in meant), meant.get("", ""))
    if not name or any(d.name.startswith(text) and d.name != name and d.level == "city" for d in chain):
        return None
    return table()[name][0]


@cache
def _meant() -> dict[str, dict[str, str]]:
    """Character → the province in whose documents it is said, empty for all others → the division."""
    found: dict[str, dict[str, str]] = {}
    for text, division, province, *_ in rows("seeds/gazetteer/one-character.tsv"):
        found.setdefault(text, {})[province] = division
    return found
