"""Local offices of bodies of the state, however a text writes them: 人行昭通市分行 → 中国人民银行昭通市分行."""

from __future__ import annotations

import re
from functools import cache

from kg.register.divisions import PROVINCE_END, Division, Jurisdiction, provinces, table
from kg.resources import rows

_PLACE = r"(?P<place>[^{}]+?)"
ONE_OF = re.compile(r"\\\{([^{}]* [^{}]*)\\\}")
"""{天津 沈阳}: one of several places, in an escaped way of writing."""


def branch_of(text: str, place: Jurisdiction | None) -> tuple[str, Division] | None:
    """The full name of the office that ``text`` is a way of writing, and its division; None where it is none.

    A level word (省, 市 …) and a place that several divisions share are understood as the issuer's own.
    """
    for full, pattern in _ways():
        match = pattern.fullmatch(text)
        if match and (division := _meant(match, place)):
            said = match[1]
            city = division.name if division.level == "city" else said
            return full.format(full=division.name, short=_short(division.name), said=said, city=city), division
    return None


def _meant(match: re.Match[str], place: Jurisdiction | None) -> Division | None:
    word = match[1]
    if match.lastgroup != "place":
        meant = place.meant_by(word) if place else None
        return None if meant and match.lastgroup == "county" and meant.level != "county" else meant
    if word in provinces():
        return provinces()[word]
    named = table().get(word, ()) or tuple(d for end in "省市区县州" for d in table().get(word + end, ()))
    if len(named) == 1:
        return named[0]
    return next((d for d in place.chain if d in named), None) if place else None


def _short(name: str) -> str:
    bare = PROVINCE_END.sub("", name)
    return bare if bare in provinces() else name[:-1] if len(name) > 2 and name[-1] in "省市区县" else name


@cache
def _ways() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Full name with its gaps, and a pattern for each way of writing it, whose one group is a ``place`` or the word for
    a ``level``, which in ``county`` means a county's."""
    found = []
    for full, way, *_ in rows("seeds/gazetteer/branches.tsv"):
        pattern = re.escape(way).replace(r"\{full\}", _PLACE + r"(?<=[省市区县州])")
        pattern = pattern.replace(r"\{short\}", _PLACE).replace(r"\{said\}", _PLACE)
        pattern = ONE_OF.sub(lambda m: "(?P<place>" + m[1].replace(r"\ ", "|") + ")", pattern)
        pattern = pattern.replace(r"\{level\}", r"(?P<level>[省市区县])")
        pattern = pattern.replace(r"\{county\}", r"(?P<county>[市区县])")
        found.append((full, re.compile(pattern)))
    return tuple(found)
