"""The rows of a report kept beside its graph (`kg.graph.beside`): a table of many need not read their graphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.asking.rows import Count, Involved, Responsible, Row, gathered
from kg.graph.beside import keep, kept

if TYPE_CHECKING:
    from kg.graph.held import StoredReport
    from kg.graph.store import Store

FORM = 2
"""Of what is kept. It counts up with every change of rows: of another one they are gathered anew."""


def rows_of(
    folder: Path, store: Callable[[], Store], report: StoredReport, title: str, keeping: bool = True
) -> list[Row]:
    """The measures of a report by place, from beside the graphs in this folder, else from the store.

    ``title`` is what the rows call the report; the store is opened only where it is needed. What it gave is kept,
    unless the folder is not to be written to.
    """
    found = _read(kept(folder, report.graph, FORM), report, title)
    if found is None:
        found = gathered(store(), report, title)
        if keeping:
            keep(folder, report.graph, FORM, _written(found))
    return found


def _written(rows: Iterable[Row]) -> list[Any]:
    """Rows without what their report and its store say of them."""
    return [[value for at, value in enumerate(astuple(row)) if at not in (1, 2)] for row in rows]


def _read(told: Any, report: StoredReport, title: str) -> list[Row] | None:
    """The rows that were written; None where none were, or they are broken."""
    try:
        return None if told is None else [_row(report.iri, title, *row) for row in told]
    except (ValueError, TypeError):
        return None


def _row(report: str, title: str, iri: str, *told: Any) -> Row:
    section, heading, measure, status, action, bodies, things, outcomes, gaps, *place = told
    return Row(
        iri,
        report,
        title,
        section,
        heading,
        measure,
        status,
        action,
        tuple(Responsible(*body) for body in bodies),
        tuple(Involved(*thing) for thing in things),
        tuple(Count(*count) for count in outcomes),
        tuple(gaps),
        *place,
    )
