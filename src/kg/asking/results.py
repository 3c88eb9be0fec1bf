"""Answers in the forms of SPARQL 1.1 and as rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import UsageMistake

if TYPE_CHECKING:
    import pyoxigraph as ox

RDF_FORMS = ("turtle", "jsonld")
RESULT_FORMS = ("csv", "tsv", "json", "xml")


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: column names and cells."""

    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]


def rows(result: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean) -> Rows:
    """An answer as cells of plain text."""
    import pyoxigraph as ox

    if isinstance(result, ox.QueryBoolean):
        return Rows(("answer",), (("true" if bool(result) else "false",),))
    if isinstance(result, ox.QueryTriples):
        cells = sorted(tuple(_plain(t) for t in (q.subject, q.predicate, q.object)) for q in result)
        return Rows(("subject", "predicate", "object"), tuple(cells))
    names = tuple(v.value for v in result.variables)
    return Rows(names, tuple(tuple(_plain(row[n]) for n in names) for row in result))


def _plain(term: object) -> str:
    return "" if term is None else str(getattr(term, "value", term))


def serialized(result: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean, form: str) -> bytes:
    """An answer as SPARQL 1.1 csv, tsv, json or xml; of CONSTRUCT and DESCRIBE as turtle or jsonld.

    Raises UsageMistake where the form does not fit the answer.
    """
    import pyoxigraph as ox

    from kg.graph.terms import PREFIXES

    if isinstance(result, ox.QueryTriples):
        if form not in RDF_FORMS:
            raise UsageMistake("query-form", format=form, known=" ".join((*RDF_FORMS, "table")))
        kind = ox.RdfFormat.TURTLE if form == "turtle" else ox.RdfFormat.JSON_LD
        return ox.serialize(sorted(result, key=str), format=kind, prefixes=PREFIXES) or b""
    if form not in RESULT_FORMS:
        raise UsageMistake("query-form", format=form, known=" ".join((*RESULT_FORMS, "table")))
    found = ox.QueryResultsFormat.from_extension({"json": "srj", "xml": "srx"}.get(form, form))
    if found is None:
        raise UsageMistake("query-form", format=form, known=" ".join(RESULT_FORMS))
    return result.serialize(format=found) or b""
