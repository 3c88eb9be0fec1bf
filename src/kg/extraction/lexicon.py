"""The project's knowledge of words, read once from ``seeds/lexicon``."""

from __future__ import annotations

from functools import cache
from typing import cast

from kg.facts import EntityType
from kg.resources import rows


@cache
def verbs() -> dict[str, str]:
    """Predicate → group: act, trend, count, light, result, relation."""
    return {row[0]: row[1] for row in rows("seeds/lexicon/verbs.tsv")}


@cache
def suffixes() -> dict[str, tuple[EntityType, bool]]:
    """The last word of a name → its type, and whether it is a class by itself."""
    return {row[0]: (cast(EntityType, row[1]), row[2] == "1") for row in rows("seeds/lexicon/suffixes.tsv")}


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a word list: ``words("planned")`` reads ``seeds/lexicon/planned.tsv``."""
    return frozenset(row[0] for row in rows(f"seeds/lexicon/{name}.tsv"))


@cache
def by_length() -> tuple[str, ...]:
    """Suffixes, the longest first."""
    return tuple(sorted(suffixes(), key=lambda s: (-len(s), s)))


def suffix_of(text: str) -> str | None:
    """The longest suffix that ``text`` ends with."""
    return next((s for s in by_length() if text.endswith(s)), None)


def verb_group(text: str) -> str | None:
    """The group of a predicate, also where it is two coordinated ones (制定发布) or one with a particle."""
    known = verbs()
    if text in known:
        return known[text]
    if len(text) == 4 and text[:2] in known:
        return known[text[:2]]
    return None
