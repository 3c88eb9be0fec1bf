"""The reports that a question names by region, number or year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.asking.phrasings import plain_name
from kg.asking.regions import GOVERNMENT, governments
from kg.graph.named import those

if TYPE_CHECKING:
    from kg.asking.parts import Piece
    from kg.graph.held import StoredReport

MOST = 3
"""Reports that are chosen one by one."""
_BRACKETS = re.compile(r"[()\[\]【】〔〕〈〉第号]")
_YEAR = re.compile("(?:19|20)[0-9]{2}")


def of_reports(
    reports: Sequence[StoredReport], found: Sequence[Piece]
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Which reports the pieces name, as options that choose them, and the words that name none.

    A region names the reports of its government, or of its offices where that has issued none, or those that have it
    in their titles.
    """
    chosen: dict[tuple[str, str], None] = {}
    nowhere = []
    for piece in found:
        if piece.part == "region":
            of = _of_region(reports, piece.value)
        elif piece.part == "report":
            titled = any(report.title == piece.value for report in reports)
            of = (("report", piece.value),) if titled else _numbered(reports, piece.said)
        else:
            continue
        nowhere += [] if of else [piece.said]
        chosen |= dict.fromkeys(of)
    return tuple(chosen), tuple(nowhere)


def of_year(reports: Sequence[StoredReport], of: Sequence[tuple[str, str]], year: str) -> tuple[tuple[str, str], ...]:
    """Of these the reports of the year; none where there are more than `MOST`."""
    chosen = [r for option, name in of for r in those(reports, **{"name" if option == "report" else option: name})]
    dated = [r for r in chosen or reports if f"{year}年" in (r.title or "") or (r.date and str(r.date.year) == year)]
    return tuple(dict.fromkeys(("report", r.title or r.source) for r in dated)) if len(dated) <= MOST else ()


def _of_region(reports: Sequence[StoredReport], region: str) -> tuple[tuple[str, str], ...]:
    issuers = sorted({name for r in reports for name in r.all_answer})
    own = {name: name.partition(GOVERNMENT)[0] + GOVERNMENT for name in issuers if GOVERNMENT in name}
    meant = {name: None for name, government in own.items() if governments(region, [government])}
    if not meant:
        meant = {name: None for name in issuers if region in name}
    if meant:
        return tuple(("issuer", name) for name in meant)
    titled = [r for r in reports if region in (r.title or "")]
    return tuple(("report", r.title or r.source) for r in titled) if len(titled) <= MOST else ()


def _numbered(reports: Sequence[StoredReport], said: str) -> tuple[tuple[str, str], ...]:
    """The report of this number, whatever its brackets; its year may be left out."""
    wanted = _BRACKETS.sub("", plain_name(said))
    found = []
    for report in reports:
        number = _BRACKETS.sub("", plain_name(report.number or ""))
        if number and (wanted.endswith(number) or wanted.endswith(_YEAR.sub("", number, count=1))):
            found.append(report)
    return tuple(("report", r.number or r.source) for r in found) if len(found) == 1 else ()
