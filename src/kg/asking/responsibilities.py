"""The responsibility table: all that a store says of each measure, one row a measure, and the rows by a key."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from kg.asking.gaps import Gap
from kg.asking.remembered import rows_of
from kg.asking.rows import Row
from kg.errors import NothingFound
from kg.graph.beside import is_kept
from kg.graph.named import called, those
from kg.kept import Chosen, Kept
from kg.sharing import shared

if TYPE_CHECKING:
    from kg.graph.held import StoredReport
    from kg.graph.store import Store

Made = TypeVar("Made")
Steps = Callable[[Sequence["StoredReport"]], Iterable["StoredReport"]]
WEIGHTIEST: tuple[Gap, ...] = ("planned-without-due", "nobody-named", "outcome-undated")
"""What may be lacking: what can be asked for first, and last the day of an outcome, which reports rarely tell."""
_NEXT = ("planned", "ongoing", "done")
"""Who does it, or when, can still be settled for what is planned, and only be recorded for what is done."""
ENOUGH = 20
"""Reports for each further process, which takes about as long to begin as their rows to gather."""
Key = Literal["body", "section", "site", "programme"]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that share a key; ``name`` is '' for those that have none."""

    name: str
    rows: Sequence[Row]


def responsibilities(
    store: Store, report: str | None = None, issuer: str | None = None, processes: int = 1, steps: Steps = iter
) -> Sequence[Row]:
    """One row a measure of the store, or of the reports that ``report`` and ``issuer`` name, by report and place.

    What was read is kept on disk where it is much. See `by_report` for the rest.
    """
    done = by_report(store, _pickled, report, issuer, processes, steps)
    return Kept.of_pickled(row for rows in done for row in rows)


def by_report(
    store: Store,
    made: Callable[[list[Row]], Made],
    report: str | None = None,
    issuer: str | None = None,
    processes: int = 1,
    steps: Steps = iter,
) -> Generator[Made, None, None]:
    """What ``made`` makes of the rows of each report that has some, or of those of `those` that are named.

    Reports come in their order, rows by their place. The store is read a report at a time, a step of ``steps`` each.
    The reports are shared over ``processes``, each of which begins as the program did that calls this: one that is a
    script needs its ``if __name__ == "__main__"``, and ``made`` is a function of a module or a partial of one.

    Raises NothingFound where there is no such report or no measure, UsageMistake where several reports fit.
    """
    held = store.reports()
    chosen = those(held, report, issuer)
    titles = called(held, numbered=True)
    ordered = sorted(chosen, key=lambda r: (titles[r.iri], r.iri))
    work = ((one, titles[one.iri]) for one in steps(ordered))
    found = False
    for part in _parts(store, made, work, min(processes, len(ordered) // ENOUGH)):
        if part is not None:
            found = True
            yield part
    if not found:
        raise NothingFound("table-nothing")


def remember(store: Store, processes: int = 1, steps: Steps = iter) -> None:
    """Gathers the rows of the reports of which none are kept, so that who asks for them need not wait.

    Nothing is done for a store that can't be written.
    """
    if not store.writable:
        return
    left = [report for report in store.reports() if not is_kept(store.path, report.graph)]
    work = ((one, "") for one in steps(left))
    for _ in _parts(store, len, work, min(processes, len(left) // ENOUGH)):
        pass


def _parts(
    store: Store, made: Callable[[list[Row]], Made], work: Iterable[tuple[StoredReport, str]], processes: int
) -> Iterator[Made | None]:
    """What is made of the rows of each report; None where it has none."""
    if processes < 2 or not store.writable:
        found = (rows_of(store.path, lambda: store, one, title, store.writable) for one, title in work)
        yield from (made(rows) if rows else None for rows in found)
        return
    from kg.graph.copies import copied

    with copied(store) as copy:
        yield from shared(partial(_made, made, store.path, copy, store.together), work, processes)


def _made(
    made: Callable[[list[Row]], Made], folder: Path, copy: Path, together: bool, work: tuple[StoredReport, str]
) -> Made | None:
    """What is made of the rows of one report of a store in this folder, which is read from a copy."""
    from kg.graph.copies import opened

    rows = rows_of(folder, partial(opened, copy, together), *work)
    return made(rows) if rows else None


def _pickled(rows: list[Row]) -> list[bytes]:
    """Rows, each pickled."""
    return [pickle.dumps(row) for row in rows]


def grouped(rows: Sequence[Row], key: Key) -> tuple[Group, ...]:
    """The rows under each body, site or programme (those with the most rows first, then by name) or section (by
    place); those without one last.

    A row stands under each that it has. Things of one name that are not the same are told apart by their division or
    report.
    """
    found = ByKey(key)
    for number, row in enumerate(rows):
        found.add(number, keys(row, key))
    return tuple(Group(name, Chosen(rows, numbers)) for name, numbers in found.groups())


class ByKey:
    """Gathers the numbers of the rows under each key, as `grouped` has them, while the rows go by."""

    def __init__(self, key: Key) -> None:
        self.key: Key = key
        self._members: dict[str, list[int]] = {}
        self._names: dict[str, tuple[str, str]] = {}

    def add(self, number: int, found: Iterable[tuple[str, str, str]]) -> None:
        """The row of this number with its `keys`; rows come in order."""
        for iri, name, place in found:
            self._names.setdefault(iri, (name, place))
            self._members.setdefault(iri, []).append(number)

    def groups(self) -> list[tuple[str, list[int]]]:
        """Name of each group and the numbers of its rows; the group without one is named '' and last."""
        labels = _apart(self._names)
        order = list(self._members)
        if self.key != "section":  # Chinese names sorted by their characters are in no order that a reader knows
            order.sort(key=lambda iri: (-len(self._members[iri]), labels[iri], iri))
        return [(labels[iri], self._members[iri]) for iri in sorted(order, key=lambda iri: iri == "")]


class ByGap:
    """Gathers the numbers of the rows that lack something, under what they lack, while the rows go by."""

    def __init__(self) -> None:
        self._lacking: dict[Gap, list[tuple[int, int, int]]] = {}

    def add(self, number: int, gaps: Sequence[Gap], status: str) -> None:
        """The row of this number with what it lacks; rows come in order."""
        for gap in gaps:
            weight = (_NEXT.index(status) if status in _NEXT else len(_NEXT), -len(gaps))
            self._lacking.setdefault(gap, []).append((*weight, number))

    def groups(self) -> list[tuple[Gap, list[int]]]:
        """What is lacked, `WEIGHTIEST` first, and the numbers of the rows that lack it.

        Those of what is planned come first, then of what goes on; among these those that lack more.
        """
        lacking = self._lacking
        return [(gap, [number for *_, number in sorted(lacking[gap])]) for gap in WEIGHTIEST if gap in lacking]


def keys(row: Row, key: Key) -> list[tuple[str, str, str]]:
    """IRI and name of what the row stands under, and its division or else report; a single one of '' for nothing."""
    if key == "section":
        found = [(row.section_iri, f"{row.report} · {row.section}", "")] if row.section_iri else []
    elif key == "body":
        found = [(b.iri, b.name, b.place) for b in row.bodies]
    else:
        found = [(x.iri, x.name, "") for x in row.things if x.kind == key]
    return [(iri, name, place or row.report) for iri, name, place in dict.fromkeys(found or [("", "", "")])]


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
