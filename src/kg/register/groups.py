"""Names that mean several bodies without naming them."""

from __future__ import annotations

from functools import cache

from kg.resources import rows
from kg.words import words_of


def is_group(name: str) -> bool:
    """True for a name that means several bodies without naming them: 各县人民政府, 省有关部门."""
    if name in words_of("private-actors"):
        return True
    return any(name.startswith(word) if where == "start" else word in name for word, where in _group_words())


@cache
def _group_words() -> tuple[tuple[str, str], ...]:
    return tuple((row[0], row[1]) for row in rows("seeds/lexicon/group-words.tsv"))
