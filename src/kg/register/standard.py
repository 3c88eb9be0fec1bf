"""The standard bodies as tables: how documents write their names → their full names, without a division."""

from __future__ import annotations

import re
from functools import cache

from kg.register.divisions import parted
from kg.resources import rows
from kg.words import either, group_of

PARTY = "中共{}"


@cache
def departments() -> dict[str, str]:
    """Short name → full name of the standard bodies, both without a division: those of the list, and each field of
    government with each word for the organ."""
    organs = [(row[0], row[1]) for row in rows("seeds/gazetteer/organs.tsv")]
    found = {
        stem + organ: full + organ_full
        for stem, full, *_ in rows("seeds/gazetteer/stems.tsv")
        for organ, organ_full in organs
    }
    return found | {row[0]: row[1] for row in rows("seeds/gazetteer/departments.tsv")} | _other_names("local")


@cache
def central() -> dict[str, str]:
    """Name of a body of the state as documents write it → its full name."""
    listed = rows("seeds/gazetteer/central.tsv")
    more = _other_names("state")
    return (
        {full: full for full in more.values()}
        | {row[1]: row[1] for row in listed}
        | more
        | {row[0]: row[1] for row in listed}
    )


@cache
def _other_names(whose: str) -> dict[str, str]:
    return {row[0]: row[1] for row in rows("seeds/gazetteer/other-names.tsv") if row[2] == whose}


@cache
def unmistakable() -> dict[str, str]:
    """Names of bodies of the state that no local body bears."""
    return {k: v for k, v in central().items() if k not in departments()}


@cache
def party() -> dict[str, str]:
    """What follows the division in the name of a party body: 市委组织部 → 中共X市委组织部."""
    return {row[0]: row[1] for row in rows("seeds/gazetteer/party.tsv")}


@cache
def not_departments() -> tuple[str, ...]:
    """Last words of the names of bodies that are no department of a division's government."""
    return tuple(row[0] for row in rows("seeds/gazetteer/not-departments.tsv"))


@cache
def zones() -> dict[str, str]:
    """Zone → what its administration is called."""
    return {row[0]: row[2] for file in ("zones", "new-areas") for row in rows(f"seeds/gazetteer/{file}.tsv")}


@cache
def zone_words() -> tuple[str, ...]:
    """How zones are called for short, the longest first."""
    return tuple(sorted(group_of("division-words", "zone"), key=lambda w: (-len(w), w)))


@cache
def of_the_state() -> re.Pattern[str]:
    """How a body of the state begins; a place has a 国家安全局 of its own."""
    return re.compile(rf"(?!国家(?:安全局|保密局))(?:全国|{either(group_of('body-words', 'state'))})")


@cache
def deictics() -> dict[str, str]:
    """Words such as 本区 → the level they point at."""
    return {row[0]: row[1] for row in rows("seeds/lexicon/deictics.tsv")}


@cache
def _standard_names() -> frozenset[str]:
    """What stands behind the division in the names of standard bodies."""
    governments = frozenset(zones().values()) | {"人民政府"}
    return frozenset(departments().values()) | governments


def is_registered(name: str) -> bool:
    """True for the register name of a body of the state, or of a standard body of a division of China."""
    if name in central().values():
        return True
    party_body = name.startswith(PARTY.format("")) and any(name.endswith(full) for full in party().values())
    if party_body or (name.startswith("中国人民政治协商会议") and name.endswith("委员会")):
        return True
    division, own = parted(name)
    return (division is not None and own in _standard_names()) or any(
        name == zone + body for zone, body in zones().items()
    )
