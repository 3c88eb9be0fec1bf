"""What the project's word lists say about each character of a sentence: the part of the reader's input that is
knowledge of language and institutions, beside the tagger's states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.facts import Day, Quantity
from kg.language.clauses import split_clauses
from kg.resources import rows
from kg.words import group_of, words_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FORM = 3
"""Counts up when a column changes its meaning: weights of another form can't be used."""

TYPES = ("organisation", "site", "system", "programme", "document", "event", "place")
GROUPS = ("act", "trend", "count", "light", "result", "relation")
PAIRS = ("《》", "“”", "（）")
WIDE = str.maketrans("()", "（）")
NOTE = re.compile(
    r"(?:责任|牵头|主责|配合|协办|参加|主办|协同|落实|实施)(?:单位|部门|处室|科室)?\s*[:：]"
    r"|[(（][^()（）\n]*?(?:牵头|配合|负责|按职责分工|责任单位)[^()（）\n]*[)）]"
)
LONG, FAR = 60, 20
"""Lengths and distances beyond these count as these."""

Begun = Mapping[str, tuple[str, ...]]
"""The first two characters of words → these words, the longest first; a word of one character → none."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the document around a sentence says of it."""

    heading: bool
    planned: bool
    """A heading above opens a part that tells what shall be done."""
    plan: bool
    """The title is that of a plan."""
    work_report: bool
    """The title is that of a government's work report."""
    account: bool
    """The title is that of an account of what was done (a report, a summary, a bulletin)."""
    place: float
    """Where in the document it stands, from 0 to 1."""


def features(
    text: str, setting: Setting, quantities: Sequence[Quantity], days: Sequence[Day], words: Sequence[int]
) -> NDArray[np.float32]:
    """A row a character, `width` columns. Spans count from the start of ``text``; ``words`` are where words begin."""
    import numpy as np

    grid = np.zeros((width(), len(text)), dtype=np.float32)
    at = iter(range(width()))

    def mark(spans: Iterator[tuple[int, int]]) -> None:
        first, inside = grid[next(at)], grid[next(at)]
        for start, end in spans:
            first[start] = 1
            inside[start + 1 : end] = 1

    mark((q.start, q.end) for q in quantities)
    mark((d.start, d.end) for d in days)
    known = _starts()
    starts = [(i, text[i : i + 2]) for i in range(len(text)) if text[i] in known or text[i : i + 2] in known]
    mark(_longest(text, starts, _deictics()))
    mark(_longest(text, starts, _divisions()))
    mark(_longest(text, starts, _departments()))
    for group in GROUPS:
        mark(_found(text, starts, _verbs()[group]))
    wide = text.translate(WIDE)
    for pair in PAIRS:
        row = grid[next(at)]
        if pair[0] in wide:
            _enclosed(row, wide, pair)
    ends = {kind: grid[next(at)] for kind in TYPES}
    generic, begins = grid[next(at)], grid[next(at)]
    for start, end, kind, is_class in _suffixes(text):
        ends[kind][end - 1] = 1
        generic[end - 1] = is_class
        begins[start] = 1
    grid[next(at)][list(words)] = 1
    note = grid[next(at)]
    for match in NOTE.finditer(text):
        note[match.start() : match.end()] = 1
    first, distance, length = grid[next(at)], grid[next(at)], grid[next(at)]
    for clause in split_clauses(text):
        size = clause.end - clause.start
        first[clause.start] = 1
        distance[clause.start : clause.end] = np.minimum(np.arange(size), FAR) / FAR
        length[clause.start : clause.end] = min(size, LONG) / LONG
    grid[next(at)] = np.minimum(np.arange(len(text)), LONG) / LONG
    for value in (setting.heading, setting.planned, setting.plan, setting.work_report, setting.account, setting.place):
        grid[next(at)] = float(value)
    return grid.T


def word_column() -> int:
    """The column that tells where words begin."""
    return 2 * (5 + len(GROUPS)) + len(PAIRS) + len(TYPES) + 2


def width() -> int:
    """The number of columns."""
    return word_column() + 2 + 4 + 6


def _enclosed(row: NDArray[np.float32], text: str, pair: str) -> None:
    depth = 0
    for at, mark in enumerate(text):
        depth += mark == pair[0]
        row[at] = depth > 0
        depth -= mark == pair[1] and depth > 0


def _longest(text: str, starts: Sequence[tuple[int, str]], words: Begun) -> Iterator[tuple[int, int]]:
    """The words in ``text`` from left to right, the longest first, none over another; a character alone is no word.
    ``starts`` has where words may begin, with the character there and the one behind it."""
    last = 0
    for at, start in starts:
        if start in words and at >= last and (end := _end(text, at, words)) > at + 1:
            yield at, end
            last = end


def _found(text: str, starts: Sequence[tuple[int, str]], words: Begun) -> Iterator[tuple[int, int]]:
    """The longest word that begins at each place of ``starts``."""
    for at, start in starts:
        if (start in words or start[0] in words) and (end := _end(text, at, words)) > at:
            yield at, end


def _end(text: str, at: int, words: Begun) -> int:
    """Where the longest word that begins at a place ends, the place itself if none does."""
    for word in words.get(text[at : at + 2], ()):
        if text.startswith(word, at):
            return at + len(word)
    return at + 1 if text[at] in words else at


def _suffixes(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """The longest type word that ends at each character."""
    known, most, ends = _suffix_table()
    for end, character in enumerate(text, 1):
        if character not in ends:
            continue
        for start in range(max(0, end - most), end - 1):
            if (row := known.get(text[start:end])) is not None:
                yield start, end, *row
                break


def _begun(words: Set[str]) -> Begun:
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        same = found.setdefault(word[:2], [])
        if len(word) > 1:
            same.append(word)
    return {start: tuple(same) for start, same in found.items()}


@cache
def _starts() -> frozenset[str]:
    """How any of the words begins: most characters of a text begin none."""
    return frozenset().union(_deictics(), _divisions(), _departments(), *_verbs().values())


@cache
def _deictics() -> Begun:
    return _begun(words_of("deictics"))


@cache
def _divisions() -> Begun:
    """Names of divisions and zones, also without the type word where two characters are left."""
    full = {row[1] for row in rows("seeds/gazetteer/divisions.tsv")} | {
        row[0] for row in rows("seeds/gazetteer/zones.tsv")
    }
    return _begun(full | {name[:-1] for name in full if len(name) > 2 and name[-1] in "省市区县"})


@cache
def _departments() -> Begun:
    """Short and full names of standard bodies, without their division."""
    organs = [organ for row in rows("seeds/gazetteer/organs.tsv") for organ in row[:2]]
    made = {stem + organ for row in rows("seeds/gazetteer/stems.tsv") for stem in row[:2] for organ in organs}
    listed = {row[0] for table in ("departments", "central") for row in rows(f"seeds/gazetteer/{table}.tsv")}
    return _begun(made | listed)


@cache
def _verbs() -> dict[str, Begun]:
    return {group: _begun(group_of("verbs", group)) for group in GROUPS}


@cache
def _suffix_table() -> tuple[dict[str, tuple[str, bool]], int, frozenset[str]]:
    """Type word → its type and whether it names a class; how long the longest is; the characters that they end with."""
    table = {row[0]: (row[1], row[2] == "1") for row in rows("seeds/lexicon/suffixes.tsv") if len(row[0]) > 1}
    return table, max(map(len, table)), frozenset(word[-1] for word in table)
