"""The outcomes of all measures as one table."""

from __future__ import annotations

import csv
import io
from typing import BinaryIO

from kg.graph.store import Store

COLUMNS = (
    *("report", "section", "measure", "verb", "object", "status", "lead", "partners", "basis"),
    *("sites", "systems", "documents", "change", "value", "unit", "modifier", "as_of", "sentence", "start", "end"),
)
"""One row a measure and outcome; a measure without outcomes has one row with these cells empty."""

_MEASURES = """
SELECT ?m ?o ?report ?section ?measure ?verb ?object ?status ?change ?value ?unit ?modifier ?as_of ?sentence ?start ?end
WHERE {
  ?m a kg:Measure ; rdfs:label ?measure ; kg:verb ?verb ; kg:object ?object ; kg:status ?s ;
     kg:reportedIn ?r ; kg:evidence ?e .
  ?e oa:start ?start ; oa:end ?end .
  OPTIONAL { ?r dcterms:identifier ?number }
  OPTIONAL { ?r dcterms:title ?title }
  OPTIONAL { ?r dcterms:source ?source }
  BIND(COALESCE(?number, ?title, ?source) AS ?report)
  OPTIONAL { ?m kg:inSection/dcterms:title ?section }
  OPTIONAL { ?m kg:inSentence/kg:evidence/oa:exact ?sentence }
  OPTIONAL {
    ?m kg:hasOutcome ?o .
    ?o sosa:hasResult ?f .
    ?f qudt:numericValue ?value ; kg:modifier ?mod .
    OPTIONAL { ?f kg:unit ?unit }
    OPTIONAL { ?o kg:asOf ?as_of }
    OPTIONAL { ?o kg:change ?direction }
    BIND(STRAFTER(STR(?mod), "modifier-") AS ?modifier)
    BIND(COALESCE(STRAFTER(STR(?direction), "change-"), "") AS ?change)
  }
  BIND(STRAFTER(STR(?s), "status-") AS ?status)
} ORDER BY ?r ?start ?end ?m ?o"""

_LISTS = {
    "lead": "?m kg:leadBody/skos:prefLabel ?v",
    "partners": "?m kg:partnerBody/skos:prefLabel ?v",
    "basis": "?m kg:responsibility ?r . ?r prov:hadRole kg:role-lead ; kg:basis ?b . "
    "BIND(STRAFTER(STR(?b), 'basis-') AS ?v)",
    "sites": "?m kg:deliveredAt|kg:establishes|kg:uses|kg:basedOn ?x . ?x a kg:Site ; skos:prefLabel ?v",
    "systems": "?m kg:deliveredAt|kg:establishes|kg:uses|kg:basedOn ?x . ?x a ?c ; skos:prefLabel ?v . "
    "VALUES ?c { kg:System kg:Programme }",
    "documents": "?m kg:issues|kg:establishes|kg:uses|kg:basedOn ?x . ?x a kg:PolicyDocument ; skos:prefLabel ?v",
}


def rows(store: Store) -> list[tuple[str, ...]]:
    """The table's rows in order of report and place. Several names in a cell stand with ``; `` between them."""
    lists = {column: _names(store, pattern) for column, pattern in _LISTS.items()}
    made = []
    for row in store.select(_MEASURES):
        measure = row["m"] or ""
        made.append(tuple("; ".join(lists[c].get(measure, ())) if c in lists else row[c] or "" for c in COLUMNS))
    return made


def _names(store: Store, pattern: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in store.select(f"SELECT DISTINCT ?m ?v WHERE {{ {pattern} }} ORDER BY ?m ?v"):
        found.setdefault(row["m"] or "", []).append(row["v"] or "")
    return found


def write_csv(store: Store, out: BinaryIO) -> None:
    """RFC 4180 in UTF-8 with a byte order mark, so that spreadsheet programs read the Chinese right."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows(store))
    out.write(b"\xef\xbb\xbf" + text.getvalue().encode("utf-8"))
