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


def those(
    reports: Sequence[StoredReport], name: str | None = None, issuer: str | None = None
) -> tuple[StoredReport, ...]:
    """The reports of this issuer, or of those whose name has ``issuer`` in it; with ``name`` the one of them that is
    `named` so. A report that names no issuer is that of the government it speaks for.

    Raises NothingFound where there is none and UsageMistake where a name fits several.
    """
    chosen = [r for r in reports if issuer is None or r.answers == issuer]
    chosen = chosen or [r for r in reports if issuer and issuer in (r.answers or "")]
    if not chosen and issuer is not None:
        known = "、".join(sorted({r.answers for r in reports if r.answers})[:SHOWN])
        raise NothingFound("issuer-unknown", name=issuer, known=known or "-")
    return tuple(chosen) if name is None else (named(chosen, name),)


def _names(report: StoredReport) -> list[str]:
    known = (report.iri, report.graph, report.number, report.title, report.source, Path(report.source).stem)
    return [n for n in known if n]
