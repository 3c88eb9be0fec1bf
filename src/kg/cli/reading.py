"""Reports that a command reads itself: into the store, or into one that lasts as long as the command."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kg.cli.screen import Screen
from kg.cli.stores import open_store
from kg.errors import NothingFound, UnreadableInput, UsageMistake
from kg.sharing import ENOUGH, processors, shared

if TYPE_CHECKING:
    from kg.facts import Facts
    from kg.graph.store import Store
    from kg.reading.text import Text

WITHOUT_MEASURES = ("table-nothing", "view-nothing", "stats-empty")
"""What is said of a store that has no measure."""


def facts_of_each(texts: Iterator[Text]) -> Iterator[Facts]:
    """The facts of each report in order, shared over processes where there are several."""
    first = list(islice(texts, ENOUGH))
    if not first:
        return
    from kg.pipeline import facts_of  # only now: what reads language takes a while to load

    yield from shared(facts_of, chain(first, texts), processors() if len(first) == ENOUGH else 1)


def documents(sources: Sequence[Path]) -> tuple[Path, ...]:
    """The files of these sources, as `kg.reading.find_sources`. UsageMistake where one of them is a store."""
    from kg.reading import find_sources

    for path in sources:
        if path.is_dir():
            from kg.graph.place import is_store

            if is_store(path):
                raise UsageMistake("source-is-store", path=path)
    return find_sources(sources)


@contextmanager
def reports_of(sources: Sequence[Path], path: Path, screen: Screen) -> Iterator[Store]:
    """The store of this folder or, where files or folders of reports are named, one of these alone.

    Raises UnreadableInput for the first that can't be read, UsageMistake where two texts are of one report. Where
    these have no measure and one is wanted, it is said of them: they need not be built.
    """
    if not sources:
        with open_store(path, screen) as store:
            yield store
        return
    files = documents(sources)
    with _own_store() as store:
        for _ in _put(store, files, screen):
            pass
        try:
            yield store
        except NothingFound as e:
            if e.code in WITHOUT_MEASURES:
                raise NothingFound("sources-without-measures") from e
            raise


@contextmanager
def reports_named(names: Sequence[str], path: Path, screen: Screen) -> Iterator[tuple[Store, list[str]]]:
    """A store that has these reports, and what each is called in it: the name of a file means this file, any other name
    a report of the folder's store.

    Raises UnreadableInput for a file that can't be read, for a folder, and where there is neither a file nor a store,
    UsageMistake where two of them have texts of one report that differ; else as `kg.graph.named.named`.
    """
    files = [Path(name) for name in names if os.path.exists(name) and not os.path.isdir(name)]
    for name in names:
        if os.path.isdir(name) and (os.sep in name or not path.exists()):
            raise UnreadableInput("path-is-folder", path=name)
        if not path.exists() and Path(name) not in files:
            raise UnreadableInput("report-missing", name=name, store=path)
    if not files:
        with open_store(path, screen) as store:
            yield store, list(names)
        return
    with _own_store() as store:
        called = dict(zip(map(str, files), _put(store, files, screen), strict=True))
        read = {iri: name for name, iri in called.items()}
        if len(files) < len(names):
            with open_store(path, screen) as other:
                for name in names:
                    if Path(name) not in files:
                        called[name] = _copy(other, name, store, read)
        yield store, [called[str(Path(name)) if Path(name) in files else name] for name in names]


@contextmanager
def _own_store() -> Iterator[Store]:
    """An empty store that is gone afterwards; on disk, since there may be many reports."""
    from kg.graph.store import Store

    with TemporaryDirectory(prefix="kg-") as folder, Store.open(Path(folder) / "kg.store", create=True) as store:
        yield store


class Alike:
    """The texts of each report that was met, by its IRI: two that differ can't both be kept."""

    def __init__(self, met: Mapping[str, tuple[str, str]] | None = None) -> None:
        """``met`` are digest and name of the texts that are there already, by the IRIs of their reports."""
        self._met = dict(met or {})

    def meet(self, iri: str, digest: str, name: str) -> bool:
        """Whether the report is met for the first time. Raises UsageMistake where it was met with another text."""
        new = iri not in self._met
        known, first = self._met.setdefault(iri, (digest, name))
        if digest != known:
            raise UsageMistake("reports-alike", first=first, second=name)
        return new


def _put(store: Store, files: Iterable[Path], screen: Screen) -> Iterator[str]:
    """Reads these files into the store; the IRI of each report.

    Raises UsageMistake where two texts are of one report: of one issuer and number.
    """
    from kg.graph.quads import report_iri
    from kg.reading import read

    files = list(files)
    alike = Alike()
    each = facts_of_each(map(read, screen.steps(files, "reading")))
    for file, facts in zip(files, each, strict=True):
        iri = report_iri(facts)
        if alike.meet(iri, facts.digest, str(file)):
            store.put(facts)
        yield iri


def _copy(other: Store, name: str, store: Store, read: Mapping[str, str]) -> str:
    """Puts the report of this name of another store into this one, which has those that were ``read`` from files, by
    IRI; its IRI.

    Raises UsageMistake where one of these is the same report with another text.
    """
    from kg.graph.named import named

    report = named(other.reports(), name)
    if report.iri in read:
        mine = named(store.reports(), report.iri)
        if store.text(mine) != other.text(report):
            raise UsageMistake("reports-alike", first=read[report.iri], second=name)
        return report.iri  # as the file is read now, whatever an older reader stored of it
    store.put_graph(report.graph, other.graph_lines(report.graph))
    return report.iri
