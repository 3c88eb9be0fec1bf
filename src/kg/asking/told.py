"""Reports that a text tells without their title: by number in other brackets, by issuer, place, kind and year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.asking.phrasings import plain_name

if TYPE_CHECKING:
    from kg.graph.store import Store

_OF = "SELECT DISTINCT ?x ?value WHERE {{ ?x a kg:Report ; {} ?value }}"
# Each asks for one property: joins over the graphs of all reports would multiply these.
_TITLES, _NUMBERS, _DAYS, _FILES = (
    _OF.format(p) for p in ("dcterms:title", "dcterms:identifier", "dcterms:issued", "dcterms:source")
)
_ISSUERS = _OF.format("dcterms:creator/skos:prefLabel")
_BRACKETS = re.compile(r"[()\[\]【】〔〕〈〉]")
_YEAR = re.compile(r"((?:19|20)[0-9]{2})年?度?")
_FILLING = re.compile(r"^(?:的|在|关于)+|(?:的|这份|那份|年度)*(?:报告|文件|材料|reports?|documents?)?(?:的)*$")
SHORTEST = 2
"""Characters that tell a report; one alone is in too many."""

MOST = 20
"""Reports; of more the text has to say which."""


def told(store: Store, text: str) -> tuple[str, ...]:
    """Titles of the reports that the normalised text tells, in order, at most `MOST`; none where it says too little.

    Every part of the text beside years stands in the report's title, number or issuer, and each year in its title or
    its number, or is that of its day where the title has none.
    """
    wanted = _BRACKETS.sub("", plain_name(text))
    years = _YEAR.findall(wanted)
    parts = [part for cut in _YEAR.sub(" ", wanted).split() if (part := _FILLING.sub("", cut))]
    if not any(len(part) >= SHORTEST for part in parts):
        return ()
    files, titles, numbers, issuers, days = (_values(store, q) for q in (_FILES, _TITLES, _NUMBERS, _ISSUERS, _DAYS))
    found = set()
    for report in files:
        title = titles.get(report, files[report])
        called = [_BRACKETS.sub("", plain_name(n.get(report, ""))) for n in (titles, numbers, issuers)]
        if wanted == called[1] or (
            all(any(part in name for name in called) for part in parts)
            and all(_of_year(year, called[0], called[1], days.get(report, "")) for year in years)
        ):
            found.add(title)
    return tuple(sorted(found)[:MOST])


def _of_year(year: str, title: str, number: str, day: str) -> bool:
    return year in title or (not _YEAR.search(title) and (year in number or day.startswith(year)))


def _values(store: Store, query: str) -> dict[str, str]:
    """Report → value; several, as those who issued it together, beside each other."""
    found: dict[str, str] = {}
    for report, value in sorted((row["x"] or "", row["value"] or "") for row in store.select(query)):
        found[report] = f"{found[report]} {value}" if report in found else value
    return found
