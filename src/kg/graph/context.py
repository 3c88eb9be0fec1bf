"""What a finding is about: from the node that a shape found to its measure, sentence and place."""

from __future__ import annotations

from rdflib import Graph, URIRef
from rdflib.term import Node

from kg.graph import terms as t
from kg.graph.validation import Place


def _uri(token: str) -> URIRef:
    return URIRef(token[1:-1])


_MEASURE, _TYPE = _uri(t.MEASURE), _uri(t.TYPE)
_EVIDENCE, _EXACT, _START, _END, _SOURCE = map(_uri, (t.HAS_EVIDENCE, t.EXACT, t.START, t.END, t.SOURCE))
_IN_SENTENCE, _PART_OF = map(_uri, (t.IN_SENTENCE, t.IS_PART_OF))
_NAMES = tuple(map(_uri, (t.LABEL, t.PREF_LABEL, t.TITLE, t.EXACT)))
_TO_MEASURE = tuple(map(_uri, (t.HAS_OUTCOME, t.HAS_RESPONSIBILITY, *t.FLAT_BODY.values(), *t.RELATION.values())))
_TO_OWNER = tuple(map(_uri, (t.HAS_RESULT, t.AGENT, t.HAS_EVIDENCE, t.MENTIONS, t.AS_OF_EVIDENCE, t.DUE_EVIDENCE)))


class Context:
    """Looks things up in one graph."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def about(self, focus: str) -> tuple[str, str, Place | None]:
        """Label of the measure (else of the focus), its sentence (else its quote), and where that stands."""
        node = URIRef(focus)
        measure = self._measure(node)
        subject = measure if measure is not None else node
        evidence = node if (node, _EXACT, None) in self.graph else self._evidence(node)
        if evidence is None:
            evidence = self._evidence(subject)
        sentence = self._first(subject, _IN_SENTENCE)
        if sentence is None and evidence is not None:
            sentence = self._first(evidence, _IN_SENTENCE)
        whole = self._evidence(sentence) if sentence is not None else None
        shown = whole if whole is not None else evidence
        quote = self._text(shown, _EXACT) if shown is not None else ""
        return self._label(subject), quote, self._place(evidence if evidence is not None else whole, sentence)

    def _measure(self, node: Node) -> Node | None:
        """The measure itself, the one it belongs to, or the one its owner belongs to; the first by IRI."""
        if (node, _TYPE, _MEASURE) in self.graph:
            return node
        near = [node, *(owner for p in _TO_OWNER for owner in sorted(self.graph.subjects(p, node), key=str))]
        for other in near:
            if (other, _TYPE, _MEASURE) in self.graph:
                return other
        found = [m for other in near for p in _TO_MEASURE for m in self.graph.subjects(p, other)]
        return min((m for m in found if (m, _TYPE, _MEASURE) in self.graph), key=str, default=None)

    def _place(self, evidence: Node | None, sentence: Node | None) -> Place | None:
        if evidence is None:
            return None
        try:
            start, end = int(self._text(evidence, _START)), int(self._text(evidence, _END))
        except ValueError:
            return None
        report = self._first(evidence, _SOURCE)
        text = self._text(report, _uri(t.TEXT)) if report is not None else ""
        section = self._first(sentence, _PART_OF) if sentence is not None else None
        heading = ""
        if section is not None and (section, _TYPE, _uri(t.SECTION)) in self.graph:
            number, title = self._text(section, _uri(t.NUMBER)), self._text(section, _uri(t.TITLE))
            heading = f"{number} {title}".strip()
        line = text.count("\n", 0, max(start, 0)) + 1
        return Place(str(report or ""), heading, line, start, end)

    def _evidence(self, node: Node) -> Node | None:
        return self._first(node, _EVIDENCE)

    def _first(self, node: Node, predicate: URIRef) -> Node | None:
        return min(self.graph.objects(node, predicate), key=str, default=None)

    def _text(self, node: Node, predicate: URIRef) -> str:
        found = self._first(node, predicate)
        return "" if found is None else str(found)

    def _label(self, node: Node) -> str:
        return next((text for p in _NAMES if (text := self._text(node, p))), str(node))
