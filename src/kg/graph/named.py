"""Which report of a store a person means: by number, title, IRI, file name, or a part of them that fits only one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import NothingFound, UsageMistake

if TYPE_CHECKING:
    from kg.graph.held import StoredReport

SHOWN = 10


def named(reports: Sequence[StoredReport], name: str, whole: bool = False) -> StoredReport:
    """The report of this IRI, number, title or source, or that is `called` so, else the only one that has ``name`` as a
    part of them.

    Raises NothingFound where there is none and UsageMistake where several fit, or only a part where the ``whole`` name
    is wanted.
    """
    fitting, in_part = _fitting(reports, name)
    shown = _listed(_told(fitting or reports))
    if not fitting:
        raise NothingFound("report-unknown", name=name, known=shown or "-")
    if whole and in_part:
        raise UsageMistake("report-in-part", name=name, found=shown)
    if len(fitting) > 1:
        raise UsageMistake("report-ambiguous", name=name, found=shown)
    return fitting[0]


def _fitting(reports: Sequence[StoredReport], name: str) -> tuple[list[StoredReport], bool]:
    """The reports that a name fits, and whether no more than a part of theirs."""
    names = called(reports)
    whole = [r for r in reports if name in (*_names(r), names[r.iri])]
    part = [r for r in reports if name and any(name in n for n in (r.number, r.title, r.source) if n)]
    return whole or part, not whole


def those(
    reports: Sequence[StoredReport], name: str | None = None, issuer: str | None = None
) -> tuple[StoredReport, ...]:
    """The reports of this issuer, or of those whose name has ``issuer`` in it; with ``name`` the one of them that is
    `named` so. A report that names no issuer is that of the government it speaks for.

    Raises NothingFound where there is none, or it is of another issuer, and UsageMistake where a name fits several.
    """
    chosen = [r for r in reports if issuer is None or issuer in r.all_answer]
    chosen = chosen or [r for r in reports if issuer and any(issuer in name for name in r.all_answer)]
    if not chosen and issuer is not None:
        known = _listed(sorted({name for r in reports for name in r.all_answer}))
        raise NothingFound("issuer-unknown", name=issuer, known=known or "-")
    if name is None:
        return tuple(chosen)
    try:
        return (named(chosen, name),)
    except NothingFound:
        if others := _fitting(reports, name)[0]:
            raise NothingFound("report-of-another", name=_listed(_told(others)), issuer=issuer) from None
        raise


def called(reports: Iterable[StoredReport], numbered: bool = False) -> dict[str, str]:
    """What each report is called, by its IRI: its title, else its file, and where it is ``numbered`` its number.

    Of several that are called so each is told with its number, else its issuer and day, and with its file. A title
    without a number that does not say whose it is (政府工作报告) is told with its issuer.
    """
    plain = {r.iri: (r, " ".join(filter(None, (r.title or r.source, r.number if numbered else None)))) for r in reports}
    shared = Counter(name for _, name in plain.values())
    more = {iri: _whose(r) if shared[name] == 1 else _apart(r, name) for iri, (r, name) in plain.items()}
    return {iri: f"{name} ({more[iri]})" if more[iri] else name for iri, (_, name) in plain.items()}


def _whose(report: StoredReport) -> str:
    """Who answers for a report of which neither title nor number tells it; '' else. Names begin with their place."""
    issuer = report.answers or ""
    return "" if report.number or not report.title or issuer[:2] in report.title else issuer


def _apart(report: StoredReport, name: str) -> str:
    """What tells a report from another of its name."""
    issuer = report.answers if report.answers and report.answers not in name else None
    told = (report.number,) if report.number else (issuer, report.date and str(report.date))
    return ", ".join(part for part in (*told, report.source) if part and part not in name)


def _told(reports: Sequence[StoredReport]) -> list[str]:
    """How a person may name each: its number where that is its alone, else what it is `called`."""
    numbers = Counter(r.number for r in reports)
    names = called(reports)
    return [r.number if r.number and numbers[r.number] == 1 else names[r.iri] for r in reports]


def _listed(names: Sequence[str]) -> str:
    """The first of them, and a sign that there are more."""
    return "、".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")


def _names(report: StoredReport) -> list[str]:
    known = (report.iri, report.graph, report.number, report.title, report.source, Path(report.source).stem)
    return [n for n in known if n]
