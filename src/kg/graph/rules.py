"""The rules of ``ontology/rules.ttl``: what each draws, from which patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from kg.graph.terms import PREFIXES
from kg.resources import folder

_RULE = re.compile(r"CONSTRUCT\s*\{(?P<then>[^{}]*)\}\s*WHERE\s*\{(?P<when>[^{}]*?)(?P<filter>FILTER\([^{}]*\))?\s*\}")
_VARIABLE = re.compile(r"\?(\w+)")
_AS_IRI = "urn:variable:"
_CONSTRUCT = ox.NamedNode(PREFIXES["sh"] + "construct")

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Pattern = tuple[str, str, str]
"""Subject, predicate and object, each ``?name`` or an N-Triples token."""
Statement = tuple[str, str, str]
"""A triple of N-Triples tokens."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that draws one triple from others."""

    iri: str
    then: Pattern
    when: tuple[Pattern, ...]
    select: str
    """SPARQL that finds the values of the variables."""

    def statement(self, values: Mapping[str, str]) -> Statement:
        """What follows for these values."""
        return _filled(self.then, values)

    def premises(self, values: Mapping[str, str]) -> tuple[Statement, ...]:
        """What it follows from."""
        return tuple(_filled(pattern, values) for pattern in self.when)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules that have patterns, by name."""
    path = folder("ontology") / "rules.ttl"
    quads = ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE)
    found = {str(q.subject): str(q.object.value) for q in quads if q.predicate == _CONSTRUCT}
    return tuple(_rule(iri[1:-1], text) for iri, text in sorted(found.items()))


def _rule(iri: str, construct: str) -> Rule:
    match = _RULE.search(construct)
    if match is None:
        raise ValueError(f"{iri}: not a rule: {construct}")
    when = _patterns(match["when"])
    names = sorted({name for pattern in when for part in pattern for name in _VARIABLE.findall(part)})
    body = match["when"] + (match["filter"] or "")
    select = f"SELECT DISTINCT {' '.join('?' + n for n in names)} WHERE {{ {body} }}"
    return Rule(iri, _patterns(match["then"])[0], when, select)


def _patterns(text: str) -> tuple[Pattern, ...]:
    """Triple patterns, read by the Turtle parser with variables as IRIs."""
    head = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())
    turtle = head + _VARIABLE.sub(rf"<{_AS_IRI}\1>", text.strip().rstrip(".")) + " ."
    parsed = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
    return tuple((_part(q.subject), _part(q.predicate), _part(q.object)) for q in parsed)


def _part(term: Term) -> str:
    token = str(term)
    return "?" + token[len(_AS_IRI) + 1 : -1] if token.startswith("<" + _AS_IRI) else token


def _filled(pattern: Pattern, values: Mapping[str, str]) -> Statement:
    first, second, third = (values[part[1:]] if part.startswith("?") else part for part in pattern)
    return first, second, third
