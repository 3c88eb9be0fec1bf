"""Where the project's data is: the ontology, shapes, queries and seeds; and its word lists as sets and patterns.

In the wheel they stand in ``kg/data``; in a checkout at its top level. Both are found the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent


def folder(name: str) -> Path:
    """The folder ``ontology``, ``shapes``, ``queries`` or ``seeds``."""
    installed = _PACKAGE / "data" / name
    return installed if installed.is_dir() else _CHECKOUT / name


def rows(path: str) -> list[list[str]]:
    """The rows of a tab-separated file below `folder`, without comment lines (#) and blank ones.

    ``path`` is relative, its first part the folder: ``seeds/lexicon/verbs.tsv``.
    """
    top, _, rest = path.partition("/")
    lines = (folder(top) / rest).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


@cache
def group_of(name: str, group: str) -> frozenset[str]:
    """The words of a list of ``seeds/lexicon`` whose second column is this group."""
    return frozenset(row[0] for row in rows(f"seeds/lexicon/{name}.tsv") if row[1] == group)


@cache
def words_of(name: str) -> frozenset[str]:
    """The first column of a word list: ``words_of("ahead")`` reads ``seeds/lexicon/ahead.tsv``."""
    return frozenset(row[0] for row in rows(f"seeds/lexicon/{name}.tsv"))


def either(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))
