"""Reasons as text that a person can follow, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from kg.asking.why import Place, Reason
from kg.graph.ontology import labels
from kg.graph.terms import PREFIXES, compact
from kg.messages import LANGUAGES
from kg.showing.labels import label

MARKS = "【】"
_FOREIGN = {
    PREFIXES["dcterms"] + "spatial": "division",
    PREFIXES["skos"] + "prefLabel": "register-name",
    PREFIXES["rdf"] + "type": "is-a",
}
"""Properties of other vocabularies that have a word of their own here."""


def reasons_table(reasons: Sequence[Reason], form: str, language: str) -> str:
    """``text``: the statement, then who read it where, or its rule and premises; ``json``: all fields."""
    if form == "json":
        return json.dumps([asdict(r) for r in reasons], ensure_ascii=False, indent=1) + "\n"
    return "\n".join("\n".join(_lines(reason, language, "")) + "\n" for reason in reasons)


def _lines(reason: Reason, language: str, indent: str) -> Iterator[str]:
    yield f"{indent}{reason.subject} —{_term(reason.predicate, language)}→ {_term(reason.object, language)}"
    if reason.rule:
        yield f"{indent}  {label('rule', language)}: {_term(PREFIXES['kg'] + 'rule-' + reason.rule, language)}"
        for premise in reason.premises:
            yield from _lines(premise, language, indent + "    ")
    if reason.place:
        yield from (f"{indent}  {line}" for line in _said(reason.place, language))
    if reason.readers:
        readers = [_term(f"{PREFIXES['kg']}reader-{name}", language) for name in reason.readers]
        score = f" {reason.score}" if reason.score else ""
        yield f"{indent}  {label('read-by', language)}: {_joined(readers, language)}{score}"


def _said(place: Place, language: str) -> Iterable[str]:
    yield _marked(place)
    where = " · ".join(part for part in (place.report, place.section) if part)
    yield f"{label('place', language)}: {where} · {place.line}: [{place.start}, {place.end})"


def _marked(place: Place) -> str:
    """The sentence with the words in brackets."""
    at = max(place.before, 0)
    end = at + len(place.quote)
    return f"{place.sentence[:at]}{MARKS[0]}{place.quote}{MARKS[1]}{place.sentence[end:]}".replace("\n", " ")


def _joined(words: Iterable[str], language: str) -> str:
    return ("、" if language == "zh" else ", ").join(words)


def _term(iri: str, language: str) -> str:
    """The label of a term; what is no term stays as it is."""
    if iri in _FOREIGN:
        return label(_FOREIGN[iri], language)
    said = labels().get(iri)
    return said[LANGUAGES.index(language)] if said else compact(iri)
