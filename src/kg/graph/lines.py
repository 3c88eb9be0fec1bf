"""N-Quads lines: literals, escapes, nodes and a collector for one graph (W3C RDF 1.1 N-Quads)."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pyoxigraph as ox

from kg.graph.terms import PREFIXES

_XSD = PREFIXES["xsd"]
_SHORT = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}
_ESCAPES = {c: f"\\u{c:04X}" for c in (*range(32), 127)} | _SHORT
_NEEDS_ESCAPE = re.compile(r'[\x00-\x1f"\\\x7f]')


def plain(value: str) -> str:
    """A string literal (xsd:string) as N-Triples writes it."""
    return f'"{value.translate(_ESCAPES) if _NEEDS_ESCAPE.search(value) else value}"'


def in_one_line(text: str) -> str:
    """The words of a text as a label has them, without the line ends that a page put into them."""
    return text.replace("\n", "")


def chinese(value: str) -> str:
    """A literal in Chinese: labels, names and titles."""
    return plain(value) + "@zh"


def integer(value: int) -> str:
    """An xsd:integer."""
    return f'"{value}"^^<{_XSD}integer>'


def decimal(value: Decimal) -> str:
    """An xsd:decimal in the form that Oxigraph keeps: no exponent, no needless zeros (0.50 → 0.5)."""
    written = format(value, "f")
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return f'"{"0" if written == "-0" else written}"^^<{_XSD}decimal>'


def boolean(value: bool) -> str:
    """An xsd:boolean."""
    return f'"{str(value).lower()}"^^<{_XSD}boolean>'


def day(value: date) -> str:
    """An xsd:date."""
    return f'"{value.isoformat()}"^^<{_XSD}date>'


def node(token: str) -> ox.NamedNode:
    """The node of an IRI's token."""
    return ox.NamedNode(token[1:-1])


class Graph:
    """Collects the statements of one named graph; a statement said twice is kept once."""

    def __init__(self, iri: str) -> None:
        self._end = f" <{iri}> ."
        self._lines: list[str] = []

    def add(self, subject: str, predicate: str, value: str) -> None:
        """Subject as a bare IRI, predicate and value as N-Triples tokens."""
        self._lines.append(f"<{subject}> {predicate} {value}{self._end}")

    def link(self, subject: str, predicate: str, target: str) -> None:
        """As `add`, with a bare IRI as the value."""
        self._lines.append(f"<{subject}> {predicate} <{target}>{self._end}")

    def sorted(self) -> list[str]:
        """The lines in order of code points."""
        return sorted(set(self._lines))


def without_graph(line: str) -> str:
    """The N-Triples line of an N-Quads line that names its graph."""
    return line[: line.rindex(" <")] + " ."
