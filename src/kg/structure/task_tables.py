"""Tables of tasks, some of whose columns tell who answers: 序号 | 工作事项 | 主要内容 | 牵头单位 | 配合单位.

A row stands in a line with borders or tabs between its cells; where a cell had several lines, it goes on in the lines
below, one cell a line, up to the next number of the first column. An empty line or another head ends the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.structure.words import WORDS, role_words

BORDER = re.compile(r"[|\t]")
NUMBERED = ("序号", "编号", "序", "号")
"""Over the column of numbers."""
FEWEST, LONGEST_HEAD = 3, 16
"""Columns of such a table at least, and characters of what stands over one at most."""
NO_HEAD = re.compile(r"[。；;！？:：]")
BRACKETS = re.compile(r"\s|[(（][^()（）]*[)）]")
LONGEST_ROW = 40
"""Lines of a row at most."""

Cell = tuple[int, int]
"""Where a cell stands, in code points of the text, without the spaces around it."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A row of a table: its cells, and for each column the role of the bodies in it (lead, partner or all, as in
    ``seeds/lexicon/note-words.tsv``), None for another column. A row whose cells go on in further lines has another
    number of cells; what stands below the last one may be none of it."""

    cells: tuple[Cell, ...]
    roles: tuple[str | None, ...]
    last: bool
    due: Cell | None = None
    """The cell that tells when the task is due."""


def task_rows(characters: str) -> tuple[TaskRow, ...]:
    """The rows of all such tables of a text, in order."""
    if not BORDER.search(characters):
        return ()
    lines = [cells_of(characters, m.start(), m.end()) for m in re.finditer("[^\n]*\n?", characters)]
    heads = [(at, roles) for at, cells in enumerate(lines) if (roles := _roles([characters[a:b] for a, b in cells]))]
    found: list[TaskRow] = []
    for (at, roles), (end, _) in pairwise([*heads, (len(lines), ())]):
        above = [_plainly(characters[a:b]) for a, b in lines[at]]
        due = next((place for place, head in enumerate(above) if head in WORDS["due-column"]), None)
        rows = _numbered if above[0] in NUMBERED else _plain
        for cells, last in rows(characters, lines[at + 1 : end], len(roles)):
            when = cells[due] if due is not None and len(cells) == len(roles) else None
            found.append(TaskRow(tuple(cells), roles, last, when))
    return tuple(found)


def cells_of(characters: str, start: int, end: int) -> list[Cell]:
    """The cells of a line; a line without borders is one."""
    cuts = [start - 1, *(m.start() for m in BORDER.finditer(characters, start, end)), end]
    cells = []
    for left, right in pairwise(cuts):
        text = characters[left + 1 : right]
        begin = left + 1 + len(text) - len(text.lstrip())
        cells.append((begin, max(begin, right - len(text) + len(text.rstrip()))))
    return cells


def _plainly(head: str) -> str:
    return BRACKETS.sub("", head)


def _roles(heads: Sequence[str]) -> tuple[str | None, ...]:
    """The roles of the columns under these heads; none where they head no such table."""
    if len(heads) < FEWEST or any(len(head) > LONGEST_HEAD or NO_HEAD.search(head) for head in heads):
        return ()
    roles = tuple(role_words().get(_plainly(head)) for head in heads)
    return roles if any(roles) and not all(roles) else ()


def _plain(characters: str, lines: Sequence[Sequence[Cell]], columns: int) -> Iterator[tuple[Sequence[Cell], bool]]:
    """The rows of a table without numbers: each line with as many cells, up to one with another number of them."""
    for cells in lines:
        if len(cells) != columns:
            return
        yield cells, False


def _numbered(characters: str, lines: Sequence[Sequence[Cell]], columns: int) -> Iterator[tuple[Sequence[Cell], bool]]:
    """The rows of a table with numbers: the cells of all lines from one number up to the next."""
    starts: list[int] = []
    end = len(lines)
    for at, cells in enumerate(lines):
        first = characters[slice(*cells[0])]
        if first.rstrip("．.、") == str(len(starts) + 1):
            starts.append(at)
        elif not starts or not (first or len(cells) > 1) or at - starts[-1] > LONGEST_ROW:
            end = at
            break
    for start, stop in pairwise([*starts, end] if starts else []):
        whole = stop == end and len(lines[start]) == columns
        yield [cell for cells in lines[start : start + 1 if whole else stop] for cell in cells], stop == end
