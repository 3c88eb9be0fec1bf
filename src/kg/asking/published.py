"""Reports as published, with where their headings and sentences stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.graph.named import called

if TYPE_CHECKING:
    from kg.graph.store import Store


@dataclass(frozen=True, slots=True)
class HeadingMark:
    """A heading's place in the text."""

    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReportText:
    """A report as published, with where its headings and sentences stand."""

    iri: str
    title: str
    characters: str
    headings: tuple[HeadingMark, ...]
    sentences: tuple[tuple[int, int], ...]


_REPORTS = """
SELECT ?r ?g ?characters WHERE { VALUES ?r { %s }
  GRAPH ?g { ?r kg:text ?characters ; dcterms:source ?source } } ORDER BY ?r"""
_HEADINGS = """
SELECT ?level ?start ?end WHERE { GRAPH <%s> { ?s a kg:Section ; kg:level ?level ; kg:evidence ?e .
  ?e oa:start ?start ; oa:end ?end } } ORDER BY ?start"""
_SENTENCES = """
SELECT ?start ?end WHERE { GRAPH <%s> { ?s a kg:Sentence ; kg:evidence ?e .
  ?e oa:start ?start ; oa:end ?end } } ORDER BY ?start"""


def report_texts(store: Store, iris: Sequence[str]) -> tuple[ReportText, ...]:
    """These reports, in order of their IRIs; where several have one title each is told apart from the others."""
    texts = []
    rows = store.select(_REPORTS % " ".join(f"<{iri}>" for iri in iris))
    titles = called(report for report in store.reports() if report.iri in iris)
    for row in rows:
        iri = row["r"] or ""
        headings = tuple(
            HeadingMark(int(h["level"] or 1), int(h["start"] or 0), int(h["end"] or 0))
            for h in store.select(_HEADINGS % row["g"])
        )
        sentences = tuple((int(s["start"] or 0), int(s["end"] or 0)) for s in store.select(_SENTENCES % row["g"]))
        texts.append(ReportText(iri, titles[iri], row["characters"] or "", headings, sentences))
    return tuple(texts)
