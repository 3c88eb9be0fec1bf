"""Why the graph says something: the characters that say it and who read them, or the rule and premises behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.asking.matching import called, loose
from kg.errors import NothingFound
from kg.graph import terms as t
from kg.graph.terms import PREFIXES

if TYPE_CHECKING:
    from kg.graph.store import Store

DEEPEST = 12
"""Levels of premises that are told."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words stand: ``line`` counts from 1, spans count code points of the report's text."""

    report: str
    section: str
    line: int
    start: int
    end: int
    quote: str
    sentence: str
    before: int
    """Characters of the sentence before the quote; -1 where it stands in no sentence."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A statement and why it holds: said at a place, or drawn by a rule from premises; else the vocabulary says it."""

    subject: str
    predicate: str
    """IRI of the property."""
    object: str
    place: Place | None
    readers: tuple[str, ...]
    """Local names of what read it: ``model``, ``date`` …"""
    score: str
    rule: str
    """Local name of the rule, '' where it is said."""
    premises: tuple[Reason, ...]


_SAID = (
    ("", "?x a kg:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:evidence ?e"),
    ("leadBody", "?s kg:responsibility ?x . ?x prov:agent ?o ; prov:hadRole kg:role-lead ; kg:evidence ?e"),
    ("partnerBody", "?s kg:responsibility ?x . ?x prov:agent ?o ; prov:hadRole kg:role-partner ; kg:evidence ?e"),
    ("hasOutcome", "?s kg:hasOutcome ?o . ?o kg:evidence ?e"),
    ("asOf", "?s kg:asOf ?o ; kg:asOfEvidence ?e"),
    ("due", "?s kg:due ?o ; kg:dueEvidence ?e"),
    ("change", "?s kg:change ?o ; kg:changeEvidence ?e"),
    ("object", "?s kg:object ?o ; kg:evidence ?e"),
    ("mentions", "?s kg:mentions ?o ; kg:evidence ?e"),
)
"""The property that is stated, and how the statement and its evidence stand in the graph."""

_INFERRED = "?x a kg:Inference ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:byRule ?rule"
_PREMISE = "?x kg:hasPremise ?y . ?y rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o"
_NEAR = ("?s kg:evidence ?e", "?m kg:mentions ?s ; kg:evidence ?e")
_PLACE = """?e oa:start ?start ; oa:end ?end ; oa:exact ?quote ; dcterms:source ?r .
  ?r kg:text ?text ; dcterms:source ?source .
  OPTIONAL { ?r dcterms:title ?title }"""
# Asked by themselves: Oxigraph works out an OPTIONAL of several patterns for the whole store.
_SENTENCE = "?e kg:inSentence ?in . ?in kg:evidence ?whole . ?whole oa:exact ?sentence ; oa:start ?from"
_SECTION = "?in dcterms:isPartOf ?part . ?part a kg:Section ; kg:number ?number ; dcterms:title ?heading"

_KG = PREFIXES["kg"]
_VARIABLE = re.compile(r"\?(\w+)\b")
_IRI = re.compile(r"<?([a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+)>?")


def why(store: Store, text: str) -> tuple[Reason, ...]:
    """The statements about what ``text`` names (an IRI, or words of a label), with their reasons.

    Raises NothingFound where the store has nothing of it.
    """
    teller = _Teller(store)
    found = tuple(dict.fromkeys(reason for node in _nodes(store, text) for reason in teller.about(node)))
    if not found:
        raise NothingFound("why-nothing", text=text)
    return found


def _nodes(store: Store, text: str) -> tuple[str, ...]:
    """What has this IRI or this very label; where nothing has, what has the text in a label."""
    iri = _IRI.fullmatch(text.strip())
    if iri:
        return (iri[1],)
    wanted = loose(text)
    found = called(store, (t.PREF_LABEL, t.ALT_LABEL, t.LABEL), wanted) if wanted else {}
    nodes = sorted(node for node in found if not store.is_a(node, t.FIGURE))
    return tuple([node for node in nodes if found[node]] or nodes)


class _Teller:
    """Finds reasons in one store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._places: dict[str, Place | None] = {}
        self._labels: dict[str, str] = {}

    def about(self, node: str) -> Iterator[Reason]:
        """What is said of a node, as subject or object, and what follows about it."""
        for role in ("s", "o", "x"):
            for row in self._statements({role: node}):
                yield self._said(row)
                if row["p"] == _KG + "hasOutcome" and role == "s":  # a measure's outcomes with their days
                    yield from map(self._said, self._statements({"s": row["o"]}))
        for role in ("s", "o", "x"):
            for row in self._rows(_INFERRED, {role: node}):
                yield self._inferred(row, 0)

    def _statements(self, known: dict[str, str]) -> Iterator[dict[str, str]]:
        for name, pattern in _SAID:
            if (name and known.get("p", _KG + name) != _KG + name) or not known.keys() - {"p"} <= _variables(pattern):
                continue
            for row in self._rows(pattern, known | ({"p": _KG + name} if name else {})):
                yield {"x": row["o"] if name == "hasOutcome" else row["s"]} | row

    def _rows(self, pattern: str, known: dict[str, str]) -> list[dict[str, str]]:
        """The solutions of a pattern, in order, where some variables stand for these IRIs."""
        text = _VARIABLE.sub(lambda m: f"<{known[m[1]]}>" if m[1] in known else m[0], pattern)
        found = self.store.select(f"SELECT * WHERE {{ {text} }}")
        return sorted(
            (known | {k: v or "" for k, v in row.items()} for row in found), key=lambda row: sorted(row.items())
        )

    def _said(self, row: dict[str, str]) -> Reason:
        name = row["p"].removeprefix(_KG)
        place = self._place(row["e"])
        readers = tuple(r["r"].rpartition("#reader-")[2] for r in self._rows("?x kg:readBy ?r", {"x": row["x"]}))
        scores = self._rows("?x kg:score ?score", {"x": row["x"]})
        if name in ("asOf", "due"):
            readers, scores = ("date",), []
        else:
            readers = tuple(reader for reader in readers if reader != "date")
        subject = place.quote if name == "mentions" and place else self._label(row["s"])
        score = scores[0]["score"] if scores else ""
        return Reason(subject, row["p"], self._label(row["o"]), place, readers, score, "", ())

    def _inferred(self, row: dict[str, str], depth: int) -> Reason:
        premises = self._rows(_PREMISE, {"x": row["x"]}) if depth < DEEPEST else []
        reasons = tuple(self._because(p, depth + 1) for p in premises)
        rule = row["rule"].rpartition("#rule-")[2]
        return Reason(self._label(row["s"]), row["p"], self._label(row["o"]), None, (), "", rule, reasons)

    def _because(self, row: dict[str, str], depth: int) -> Reason:
        """Why a premise holds: drawn itself, said as it stands, or said where its object or subject is."""
        known = {name: row[name] for name in "spo"}
        if "://" in row["o"]:
            for inferred in self._rows(_INFERRED, known):
                return self._inferred(inferred, depth)
            for said in self._statements(known):
                return self._said(said)
        near = (node for node in (row["o"], row["s"]) if "://" in node)
        evidence = (e["e"] for node in near for pattern in _NEAR for e in self._rows(pattern, {"s": node}))
        place = next((place for e in evidence if (place := self._place(e))), None)
        return Reason(self._label(row["s"]), row["p"], self._label(row["o"]), place, (), "", "", ())

    def _place(self, evidence: str) -> Place | None:
        if evidence not in self._places:
            rows = self._rows(_PLACE, {"e": evidence})
            sentences = self._rows(_SENTENCE, {"e": evidence})
            sections = self._rows(_SECTION, {"in": sentences[0]["in"]}) if sentences else []
            told = [one[0] if one else {} for one in (sentences, sections)]
            self._places[evidence] = _placed(rows[0], *told) if rows else None
        return self._places[evidence]

    def _label(self, node: str) -> str:
        if "://" not in node:
            return node
        if node not in self._labels:
            rows = self._rows("?s rdfs:label|skos:prefLabel|dcterms:title|dcterms:source ?label", {"s": node})
            self._labels[node] = rows[0]["label"] if rows else node
        return self._labels[node]


def _variables(pattern: str) -> set[str]:
    return set(_VARIABLE.findall(pattern))


def _placed(row: dict[str, str], sentence: dict[str, str], section: dict[str, str]) -> Place:
    start, end = int(row["start"]), int(row["end"])
    return Place(
        report=row["title"] or row["source"],
        section=f"{section['number']} {section['heading']}".strip() if section else "",
        line=row["text"].count("\n", 0, start) + 1,
        start=start,
        end=end,
        quote=row["quote"],
        sentence=sentence["sentence"] if sentence else row["quote"],
        before=start - int(sentence["from"]) if sentence else -1,
    )
