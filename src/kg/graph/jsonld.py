"""JSON-LD with the project's own context: short names, one named graph a report, the same bytes every time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import BinaryIO

import pyoxigraph as ox

from kg.graph.store import Store
from kg.graph.terms import PREFIXES, compact
from kg.graph.vocabulary import context

_TYPE = PREFIXES["rdf"] + "type"
_STRING = PREFIXES["xsd"] + "string"
_INTEGER = PREFIXES["xsd"] + "integer"


def write_jsonld(store: Store, out: BinaryIO) -> None:
    """Everything in the store, a graph at a time."""
    out.write(b'{\n"@context": ' + _json(context()) + b',\n"@graph": [')
    for number, graph in enumerate(store.graphs()):
        out.write(b",\n" if number else b"\n")
        out.write(b'{"id": ' + _json(graph) + b', "@graph": [\n')
        nodes = nodes_of(store.graph_lines(graph))
        out.write(b",\n".join(map(_json, nodes)))
        out.write(b"\n]}")
    out.write(b"\n]\n}\n")


def nodes_of(lines: Iterable[str]) -> Iterator[dict[str, object]]:
    """The node objects of sorted N-Quads lines, in their order."""
    node: dict[str, object] = {}
    for quad in ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS):
        subject = str(quad.subject.value)
        if node.get("id") != subject:
            if node:
                yield node
            node = {"id": subject}
        key, value = _pair(quad.predicate.value, quad.object)
        known = node.get(key)
        node[key] = value if known is None else [*known, value] if isinstance(known, list) else [known, value]
    if node:
        yield node


def _pair(predicate: str, value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> tuple[str, object]:
    """The key and the value as the context reads them (JSON-LD 1.1 API, value compaction)."""
    if predicate == _TYPE and isinstance(value, ox.NamedNode):
        name = compact(value.value)
        return "type", name.removeprefix("kg:") if name.removeprefix("kg:") in context() else name
    key = _keys().get(predicate) or compact(predicate)
    said = context().get(key)
    kind, language = (said.get("@type"), said.get("@language")) if isinstance(said, dict) else (None, None)
    if isinstance(value, ox.NamedNode):
        return key, _short(value.value) if kind == "@id" else {"id": _short(value.value)}
    if not isinstance(value, ox.Literal):
        raise TypeError(f"a report's graph holds no such node: {value}")
    if value.language:
        return key, value.value if value.language == language else {"@value": value.value, "@language": value.language}
    datatype = value.datatype.value
    if kind == compact(datatype):
        return key, int(value.value) if datatype == _INTEGER and value.value == str(int(value.value)) else value.value
    if datatype == _STRING and kind is None and language is None:
        return key, value.value
    return key, {"@value": value.value} | ({"@type": compact(datatype)} if datatype != _STRING else {})


def _short(iri: str) -> str:
    """Our own terms by prefix, everything else whole."""
    name = compact(iri)
    return name if name.startswith("kg:") else iri


@cache
def _keys() -> dict[str, str]:
    """Property IRI → its name in the context."""
    found = {}
    for name, said in context().items():
        target = said.get("@id") if isinstance(said, dict) else said
        prefix, colon, local = str(target).partition(":")
        if colon and prefix in PREFIXES and not local.startswith("//"):
            found[PREFIXES[prefix] + local] = name
    return found


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
