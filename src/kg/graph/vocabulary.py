"""The ontology as data: its terms with labels, definitions and places among each other, and the JSON-LD context."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg.graph.ontology import alignment_paths, ontology_path, rules_path
from kg.graph.terms import PREFIXES, compact, term

KINDS = ("class", "object property", "datatype property", "scheme", "concept")
_KIND_OF = {
    "owl:Class": "class",
    "owl:ObjectProperty": "object property",
    "owl:DatatypeProperty": "datatype property",
    "skos:ConceptScheme": "scheme",
    "skos:Concept": "concept",
}
_UNION = PREFIXES["owl"] + "unionOf"
_FIRST, _REST = PREFIXES["rdf"] + "first", PREFIXES["rdf"] + "rest"
_ALIGNING = ("rdfs:subClassOf", "rdfs:subPropertyOf", "skos:closeMatch", "skos:relatedMatch", "skos:exactMatch")


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property, scheme or concept of our own. Pairs are Chinese and English."""

    name: str
    """Local name."""
    kind: str
    """One of `KINDS`."""
    label: tuple[str, str]
    definition: tuple[str, str]
    example: str
    domain: tuple[str, ...]
    """Prefixed names of the classes that have it, of a property."""
    range: tuple[str, ...]
    parents: tuple[str, ...]
    """Prefixed names: wider classes, properties or concepts, the scheme of a concept."""
    inverse: str
    aligned: tuple[tuple[str, str], ...]
    """How (prefixed property) and with which term of another vocabulary (IRI)."""


class _Triples:
    """The triples of a few files, by subject."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.of: dict[str, list[tuple[str, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]]] = {}
        for path in paths:
            for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True):
                self.of.setdefault(_name(quad.subject), []).append((quad.predicate.value, quad.object))

    def names(self, subject: str, *predicates: str) -> tuple[str, ...]:
        """Prefixed names of the values, a union of classes taken apart, in order."""
        wanted = {term(p)[1:-1] for p in predicates}
        found = [o for p, o in self.of.get(subject, ()) if p in wanted]
        return tuple(compact(name) for o in found for name in self._members(o))

    def said(self, subject: str, *predicates: str) -> tuple[str, str]:
        """The Chinese and the English wording."""
        wanted = {term(p)[1:-1] for p in predicates}
        found = {o.language: o.value for p, o in self.of.get(subject, ()) if p in wanted and isinstance(o, ox.Literal)}
        return found.get("zh", ""), found.get("en", "")

    def _members(self, node: object) -> list[str]:
        if not isinstance(node, ox.BlankNode):
            return [_name(node)]
        union = next((o for p, o in self.of.get(_name(node), ()) if p == _UNION), None)
        found = []
        while union is not None:
            rest = dict(self.of.get(_name(union), ()))
            if _FIRST not in rest:
                break
            found.append(_name(rest[_FIRST]))
            union = rest.get(_REST)
        return found


def _name(node: object) -> str:
    return str(getattr(node, "value", node))


@cache
def terms() -> tuple[Term, ...]:
    """All terms, in the order of `KINDS` and of the files."""
    triples, theirs = _Triples((ontology_path(), rules_path())), _Triples(alignment_paths())
    found = []
    for subject in triples.of:
        kind = next((_KIND_OF[t] for t in triples.names(subject, "rdf:type") if t in _KIND_OF), "")
        if not kind or not subject.startswith(PREFIXES["kg"]):
            continue
        found.append(
            Term(
                name=subject.removeprefix(PREFIXES["kg"]),
                kind=kind,
                label=triples.said(subject, "rdfs:label", "skos:prefLabel"),
                definition=triples.said(subject, "skos:definition"),
                example=triples.said(subject, "skos:example")[0],
                domain=triples.names(subject, "rdfs:domain"),
                range=triples.names(subject, "rdfs:range"),
                parents=triples.names(
                    subject, "rdfs:subClassOf", "rdfs:subPropertyOf", "skos:broader", "skos:inScheme"
                ),
                inverse=next(iter(triples.names(subject, "owl:inverseOf")), ""),
                aligned=tuple(
                    (how, name)
                    for how in _ALIGNING
                    for name in theirs.names(subject, how)
                    if not name.startswith("kg:")
                ),
            )
        )
    return tuple(sorted(found, key=lambda found: KINDS.index(found.kind)))


_FOREIGN: dict[str, str | dict[str, str]] = {
    "creator": {"@id": "dcterms:creator", "@type": "@id"},
    "spatial": {"@id": "dcterms:spatial", "@type": "@id"},
    "isPartOf": {"@id": "dcterms:isPartOf", "@type": "@id"},
    "title": {"@id": "dcterms:title", "@language": "zh"},
    "identifier": "dcterms:identifier",
    "issued": {"@id": "dcterms:issued", "@type": "xsd:date"},
    "source": "dcterms:source",
    "start": {"@id": "oa:start", "@type": "xsd:integer"},
    "end": {"@id": "oa:end", "@type": "xsd:integer"},
    "exact": "oa:exact",
    "agent": {"@id": "prov:agent", "@type": "@id"},
    "role": {"@id": "prov:hadRole", "@type": "@id"},
    "hasResult": {"@id": "sosa:hasResult", "@type": "@id"},
    "value": {"@id": "qudt:numericValue", "@type": "xsd:decimal"},
    "hasUnit": {"@id": "qudt:hasUnit", "@type": "@id"},
    "label": {"@id": "rdfs:label", "@language": "zh"},
    "prefLabel": {"@id": "skos:prefLabel", "@language": "zh"},
    "altLabel": {"@id": "skos:altLabel", "@language": "zh"},
    "notation": "skos:notation",
    "subject": {"@id": "rdf:subject", "@type": "@id"},
    "predicate": {"@id": "rdf:predicate", "@type": "@id"},
}
"""What the graph uses of other vocabularies, by the name it has in JSON."""

_CONTEXT_PREFIXES = ("kg", "dcterms", "oa", "prov", "qudt", "rdf", "rdfs", "skos", "sosa", "xsd")
_DAYS = ("asOf", "due")
"""Properties whose range OWL 2 can't say: days (xsd:date)."""


@cache
def context() -> dict[str, object]:
    """The JSON-LD context: a short name for every term that a graph uses, with the type or language of its values."""
    found: dict[str, object] = {"@version": 1.1}
    found |= {prefix: PREFIXES[prefix] for prefix in _CONTEXT_PREFIXES}
    found |= {"id": "@id", "type": "@type"}
    for own in terms():
        if own.kind == "class":
            found[own.name] = f"kg:{own.name}"
        elif own.kind == "object property":
            found[own.name] = {"@id": f"kg:{own.name}", "@type": "@id"}
        elif own.kind == "datatype property":
            found[own.name] = _literal(own)
    return found | _FOREIGN


def _literal(own: Term) -> str | dict[str, str]:
    kind = "xsd:date" if own.name in _DAYS else next(iter(own.range), "xsd:string")
    return f"kg:{own.name}" if kind == "xsd:string" else {"@id": f"kg:{own.name}", "@type": kind}
