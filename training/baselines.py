"""Cheap ways to the same facts, for scale: the tagger's names, the lexicon's verbs, the issuer for everything."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from kg.facts import Facts, to_gold
from kg.language import find_days, find_quantities, split_clauses
from kg.language.context import year_of
from kg.language.tagger import tag
from kg.pipeline import read_facts
from kg.reading import read
from kg.resources import rows
from kg.structure import Report, structure

TYPES = {"ORG": "organisation", "LOC": "place", "nw": "document", "nz": "programme"}


@cache
def _verbs() -> frozenset[str]:
    return frozenset(row[0] for row in rows("seeds/lexicon/verbs.tsv") if row[1] in ("act", "trend"))


def tagger_names(path: Path) -> dict[str, Any]:
    """The tagger's names as entities and nothing else."""
    return _document(path) | {"entities": list(_names(structure(read(path))))}


def lexicon(path: Path) -> dict[str, Any]:
    """The tagger's names; the first known verb of each clause with the rest of the clause; the issuer did it; the
    counts inside, with the last date before them."""
    report = structure(read(path))
    facts = read_facts(path)
    issuer = [{"name": facts.issuer, "role": "lead", "basis": "inherited"}] if facts.issuer else []
    measures = []
    for sentence in report.sentences:
        tokens = tag(sentence.text, sentence.start).tokens
        year = year_of(report, sentence.section)
        days = find_days(sentence.text, report.header.day, year, sentence.start)
        counts = find_quantities(sentence.text, sentence.start)
        for clause in split_clauses(sentence.text, sentence.start):
            verb = next((t for t in tokens if clause.start <= t.start < clause.end and t.text in _verbs()), None)
            if verb is None or verb.end >= clause.end:
                continue
            outcomes = [
                {"value": float(q.value), "unit": q.unit, "modifier": q.modifier}
                | {"as_of": next((d.as_of.isoformat() for d in reversed(days) if d.end <= q.start), None)}
                for q in counts
                if verb.start <= q.start < clause.end
            ]
            text = report.text.characters[verb.start : clause.end]
            measures.append(
                {"start": verb.start, "end": clause.end, "text": text, "verb": verb.text, "status": "done"}
                | {"agents": issuer, "sites": [], "programmes": [], "documents": [], "outcomes": outcomes}
            )
    return to_gold(facts) | {"entities": list(_names(report)), "measures": measures}


def issuer_did_it(facts: Facts) -> dict[str, Any]:
    """These facts, with the issuer as the only agent of every measure."""
    gold = to_gold(facts)
    for measure in gold["measures"]:
        measure["agents"] = [{"name": facts.issuer, "role": "lead", "basis": "inherited"}] if facts.issuer else []
    return gold


def _document(path: Path) -> dict[str, Any]:
    gold = to_gold(read_facts(path))
    return {key: gold[key] for key in ("source", "document", "sections")}


def _names(report: Report) -> Iterator[dict[str, Any]]:
    for sentence in report.sentences:
        for token in tag(sentence.text, sentence.start).tokens:
            if token.pos in TYPES and len(token.text) > 1:
                yield {
                    "type": TYPES[token.pos],
                    "name": token.text,
                    "start": token.start,
                    "end": token.end,
                    "text": token.text,
                }
