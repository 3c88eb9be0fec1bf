"""Which report of a store a person means: by number, title, IRI, file name, or a part of them that fits only one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import NothingFound, UsageMistake

if TYPE_CHECKING:
    from kg.graph.held import StoredReport

SHOWN = 10


def named(reports: Sequence[StoredReport], name: str) -> StoredReport:
    """The report of this IRI, number, title or source, else the only one that has ``name`` as a part of them.

    Raises NothingFound where there is none and UsageMistake where several fit.
    """
    fitting = [r for r in reports if name in _names(r)]
    if not fitting and name:
        fitting = [r for r in reports if any(name in n for n in (r.number, r.title, r.source) if n)]
    shown = "、".join([r.number or r.title or r.source for r in fitting or reports][:SHOWN])
    if not fitting:
        raise NothingFound("report-unknown", name=name, known=shown or "-")
    if len(fitting) > 1:
        raise UsageMistake("report-ambiguous", name=name, found=shown)
    return fitting[0]


def _names(report: StoredReport) -> list[str]:
    known = (report.iri, report.graph, report.number, report.title, report.source, Path(report.source).stem)
    return [n for n in known if n]
