"""The outcomes of all measures as one table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from kg.cells import harmless
from kg.graph.binding import joined
from kg.graph.held import StoredReport
from kg.graph.store import Store
from kg.graph.terms import local_name
from kg.graph.within import within

COLUMNS = (
    *("report", "section", "measure", "verb", "object", "status", "due", "lead", "partners", "basis"),
    *("sites", "systems", "documents", "change", "value", "unit", "modifier", "as_of", "sentence", "start", "end"),
)
"""One row a measure and outcome; a measure without outcomes has one row with these cells empty."""

_SECTION = joined("?m kg:inSection ?in", "?in dcterms:title ?section")
_SENTENCE = joined("?m kg:inSentence ?s", "?s kg:evidence ?whole", "?whole oa:exact ?sentence")
_MEASURES = f"""
  {joined("?m a kg:Measure", "?m rdfs:label ?measure", "?m kg:verb ?verb", "?m kg:object ?object")}
  {joined("?m kg:status ?status", "?m kg:evidence ?e", "?e oa:start ?start", "?e oa:end ?end")}
  OPTIONAL {{ {_SECTION} }} OPTIONAL {{ {_SENTENCE} }} OPTIONAL {{ {joined("?m kg:due ?due")} }}"""
_OUTCOMES = f"""
  {joined("?m kg:hasOutcome ?o", "?o sosa:hasResult ?f", "?f qudt:numericValue ?value", "?f kg:modifier ?modifier")}
  OPTIONAL {{ {joined("?f kg:unit ?unit")} }} OPTIONAL {{ {joined("?o kg:asOf ?day")} }}
  OPTIONAL {{ {joined("?o kg:change ?change")} }}"""
_LINKS = "VALUES ?link { kg:deliveredAt kg:establishes kg:uses kg:basedOn } ?m ?link ?x ."
_LISTS = {
    "lead": "?m kg:leadBody ?x",
    "partners": "?m kg:partnerBody ?x",
    "sites": f"{_LINKS} ?x a kg:Site",
    "systems": f"{_LINKS} VALUES ?c {{ kg:System kg:Programme }} ?x a ?c",
    "documents": "VALUES ?link { kg:issues kg:establishes kg:uses kg:basedOn } ?m ?link ?x . ?x a kg:PolicyDocument",
}
_NAMED = "?x skos:prefLabel ?v"
"""Asked of all graphs together, where a thing has one name."""
_BASIS = "?m kg:responsibility ?r . ?r prov:hadRole kg:role-lead ; kg:basis ?v"


def rows(store: Store) -> Iterator[tuple[str, ...]]:
    """The table's rows in order of report and place. Several names in a cell stand with ``; `` between them.

    Report by report, so that memory does not grow with their number.
    """
    for report in store.reports():
        yield from _rows_of(store, report)


def _rows_of(store: Store, report: StoredReport) -> Iterator[tuple[str, ...]]:
    lists = {column: _by_measure(within(store, report, links, "m v", _NAMED)) for column, links in _LISTS.items()}
    lists["basis"] = _by_measure((m, local_name(basis)) for m, basis in within(store, report, _BASIS, "m v"))
    outcomes: dict[str, list[dict[str, str]]] = {}
    asked = within(store, report, _OUTCOMES, "m o change value unit modifier day")
    for m, _, change, value, unit, modifier, day in asked:
        figure = {
            "change": local_name(change),
            "value": value,
            "unit": unit,
            "modifier": local_name(modifier),
            "as_of": day,
        }
        outcomes.setdefault(m, []).append(figure)
    measures = within(store, report, _MEASURES, "start end m section measure verb object status sentence due")
    for start, end, m, section, measure, verb, thing, status, sentence, due in sorted(measures, key=_place):
        told = {column: "; ".join(names.get(m, ())) for column, names in lists.items()}
        told |= {"report": report.number or report.title or report.source, "section": section, "measure": measure}
        told |= {"verb": verb, "object": thing, "status": local_name(status), "sentence": sentence}
        told |= {"start": start, "end": end, "due": due}
        for figure in outcomes.get(m, [{}]):
            yield tuple((told | figure).get(column, "") for column in COLUMNS)


def _place(row: tuple[str, ...]) -> tuple[int, int, str]:
    return (int(row[0]), int(row[1]), row[2])


def _by_measure(pairs: Iterable[tuple[str, ...]]) -> dict[str, list[str]]:
    """What each measure is paired with, each once and in order."""
    found: dict[str, list[str]] = {}
    for m, value in sorted(set(pairs)):
        found.setdefault(m, []).append(value)
    return found


def write_csv(store: Store, out: BinaryIO) -> None:
    """RFC 4180 in UTF-8 with a byte order mark, so that spreadsheet programs read the Chinese right."""
    text = io.TextIOWrapper(out, "utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(tuple(map(harmless, row)) for row in rows(store))
    text.detach()
