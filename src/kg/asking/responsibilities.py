"""The responsibility table: all that a store says of each measure, one row a measure, and the rows by a key."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kg.asking.kept import Chosen, Kept
from kg.asking.rows import GAPS, Gap, Row, rows_of
from kg.errors import NothingFound
from kg.graph.named import named
from kg.sharing import shared

if TYPE_CHECKING:
    from kg.graph.held import StoredReport
    from kg.graph.store import Store

Steps = Callable[[Sequence["StoredReport"]], Iterable["StoredReport"]]
ENOUGH = 20
"""Reports for each further process, which takes about as long to begin as their rows to gather."""
Key = Literal["body", "section", "site", "programme"]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that share a key; ``name`` is '' for those that have none."""

    name: str
    rows: Sequence[Row]


def responsibilities(store: Store, report: str | None = None, processes: int = 1, steps: Steps = iter) -> Sequence[Row]:
    """One row a measure of the store, or of the one report that ``report`` names, by report and place.

    The store is read a report at a time, a step of ``steps`` each, and what was read is kept on disk where it is much.
    The reports are shared over ``processes``, each of which begins as the program did that calls this: one that is a
    script needs its ``if __name__ == "__main__"``.

    Raises NothingFound where there is no such report or no measure, UsageMistake where several reports fit.
    """
    held = store.reports()
    chosen = held if report is None else (named(held, report),)
    titles = _titles(held)
    ordered = sorted(chosen, key=lambda r: (titles[r.iri], r.iri))
    work = ((one, titles[one.iri]) for one in steps(ordered))
    processes = min(processes, len(ordered) // ENOUGH)
    if processes < 2 or not store.writable:
        found = Kept(row for one, title in work for row in rows_of(store, one, title))
    else:
        from kg.graph.copies import copied

        with copied(store) as copy:
            done = shared(partial(_pickled, copy, store.together), work, processes)
            found = Kept.of_pickled(row for rows in done for row in rows)
    if not found:
        raise NothingFound("table-nothing")
    return found


def _pickled(copy: Path, together: bool, work: tuple[StoredReport, str]) -> list[bytes]:
    """The rows of one report, each pickled."""
    from kg.graph.copies import opened

    return [pickle.dumps(row) for row in rows_of(opened(copy, together), *work)]


def grouped(rows: Sequence[Row], key: Key) -> tuple[Group, ...]:
    """The rows under each body, site or programme (by name) or section (by place); those without one last.

    A row stands under each that it has. Things of one name that are not the same are told apart by their division or
    report.
    """
    found = ByKey(key)
    for number, row in enumerate(rows):
        found.add(number, row)
    return tuple(Group(name, Chosen(rows, numbers)) for name, numbers in found.groups())


class ByKey:
    """Gathers the numbers of the rows under each key, as `grouped` has them, while the rows go by."""

    def __init__(self, key: Key) -> None:
        self.key = key
        self._members: dict[str, list[int]] = {}
        self._names: dict[str, tuple[str, str]] = {}

    def add(self, number: int, row: Row) -> None:
        """The row of this number; rows come in order."""
        for iri, name, place in _keys(row, self.key) or [("", "", "")]:
            self._names.setdefault(iri, (name, place or row.report))
            self._members.setdefault(iri, []).append(number)

    def groups(self) -> list[tuple[str, list[int]]]:
        """Name of each group and the numbers of its rows; the group without one is named '' and last."""
        labels = _apart(self._names)
        order = list(self._members) if self.key == "section" else sorted(labels, key=lambda iri: (labels[iri], iri))
        return [(labels[iri], self._members[iri]) for iri in sorted(order, key=lambda iri: iri == "")]


class ByGap:
    """Gathers the numbers of the rows that lack something, under what they lack, while the rows go by."""

    def __init__(self) -> None:
        self._lacking: dict[Gap, list[int]] = {}

    def add(self, number: int, row: Row) -> None:
        """The row of this number; rows come in order."""
        for gap in row.gaps:
            self._lacking.setdefault(gap, []).append(number)

    def groups(self) -> list[tuple[Gap, list[int]]]:
        """What is lacked and the numbers of the rows that lack it."""
        return [(gap, self._lacking[gap]) for gap in GAPS if gap in self._lacking]


def _keys(row: Row, key: Key) -> list[tuple[str, str, str]]:
    """IRI, name and division of what the row stands under."""
    if key == "section":
        return [(row.section_iri, f"{row.report} · {row.section}", "")] if row.section_iri else []
    if key == "body":
        found = [(b.iri, b.name, b.place) for b in row.bodies]
    else:
        found = [(x.iri, x.name, "") for x in row.things if x.kind == key]
    return list(dict.fromkeys(found))


def _apart(names: dict[str, tuple[str, str]]) -> dict[str, str]:
    """Names that differ where the things do."""
    shared = Counter(name for name, _ in names.values())
    made = {iri: name if shared[name] == 1 else f"{name} ({place})" for iri, (name, place) in names.items()}
    seen: Counter[str] = Counter()
    for iri in sorted(made):
        seen[made[iri]] += 1
        if seen[made[iri]] > 1:
            made[iri] = f"{made[iri]} {seen[made[iri]]}"
    return made


def _titles(reports: Sequence[StoredReport]) -> dict[str, str]:
    """Title and number of each report, with the file where that is not its alone."""
    made = {r.iri: " ".join(filter(None, (r.title or r.source, r.number))) for r in reports}
    shared = Counter(made.values())
    return {r.iri: made[r.iri] if shared[made[r.iri]] == 1 else f"{made[r.iri]} ({r.source})" for r in reports}
