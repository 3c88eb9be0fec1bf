"""Whom the rows of a table of tasks name in the columns that tell who answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.extraction.responsibility.note_bodies import LONGEST_BODY, NESTED, between, without
from kg.extraction.responsibility.notes import Note, named_in
from kg.language.parsed import Name
from kg.register import Register
from kg.structure.task_tables import Cell, TaskRow
from kg.words import pattern

BODY = r"(?:{in_full}|[\u4e00-\u9fff]{5}处)$"
"""How what such a cell holds ends: names in full; a task may end as a shortened one does (推进项目建设)."""
ACTING = re.compile(r"(?:牵头|配合|负责|参与|落实|实施)+$")


def noted_rows(characters: str, rows: Iterable[TaskRow], names: Sequence[Name], register: Register) -> Iterator[Note]:
    """The bodies of each row as a note that governs the row."""
    for row in rows:
        if told := _told(characters, row):
            agents = named_in(characters, [(*cell, role) for cell, role in told], names, register)
            start, end = told[0][0][0], told[-1][0][1]
            whole = not row.last or len(row.cells) == len(row.roles)
            yield Note(start, end, agents, row=(row.cells[0][0], row.cells[-1][1] if whole else end))


def _told(characters: str, row: TaskRow) -> list[tuple[Cell, str]]:
    """The cells of a row that tell who answers, with the role of their column. Where a cell goes on in further lines,
    they are the first cells of nothing but bodies."""
    if len(row.cells) == len(row.roles):
        columns = zip(row.cells, row.roles, strict=True)
        return [(cell, role) for cell, role in columns if role and _all_bodies(characters[slice(*cell)])]
    first = next((at for at, cell in enumerate(row.cells) if at and _all_bodies(characters[slice(*cell)])), None)
    found: list[tuple[Cell, str]] = []
    for cell, role in zip(row.cells[first:] if first else (), filter(None, row.roles), strict=False):
        if not _all_bodies(characters[slice(*cell)]):
            break
        found.append((cell, role))
    return found


def _all_bodies(text: str) -> bool:
    """Whether a cell holds nothing but bodies, with what they do behind them (县财政局牵头); offices within a body
    (基层处) are none."""
    body_end = pattern("body-words", BODY)
    parts = between().split(without(NESTED, text).rstrip("。；; 等"))
    bodies = [ACTING.sub("", part.strip("\0 \u3000")) for part in parts]
    return all(1 < len(body) <= LONGEST_BODY and body_end.search(body) for body in bodies)
