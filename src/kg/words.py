"""The word lists of ``seeds/lexicon`` as sets and patterns, each read once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.resources import rows


@cache
def group_of(name: str, group: str) -> frozenset[str]:
    """The words of a list whose second column is this group."""
    return frozenset(row[0] for row in rows(f"seeds/lexicon/{name}.tsv") if row[1] == group)


@cache
def words_of(name: str) -> frozenset[str]:
    """The first column of a word list: ``words_of("ahead")`` reads ``seeds/lexicon/ahead.tsv``."""
    return frozenset(row[0] for row in rows(f"seeds/lexicon/{name}.tsv"))


def either(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))


@cache
def pattern(name: str, form: str) -> re.Pattern[str]:
    """The pattern ``form``, in which ``{purpose}`` stands for any word of the group ``purpose`` of this list."""

    def any_of(group: re.Match[str]) -> str:
        if not (words := group_of(name, group[1])):
            raise KeyError(f"{name}: {group[1]}")
        return f"(?:{either(words)})"

    return re.compile(re.sub(r"\{([a-z_]+)\}", any_of, form))
