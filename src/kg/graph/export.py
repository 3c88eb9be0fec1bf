"""The store in the forms that others read: RDF, a table of outcomes, a property graph. The same bytes every time."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, BinaryIO, cast

import pyoxigraph as ox

from kg.errors import UsageMistake
from kg.graph.lines import without_graph
from kg.graph.runs import sorted_lines
from kg.graph.store import Store
from kg.graph.terms import PREFIXES, base

FORMATS = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml", "graphml", "gexf", "csv", "cpsv-ap")

NETWORKS = ("graphml", "gexf")

_SERIALISED = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "rdfxml": ox.RdfFormat.RDF_XML,
}


LONGEST_HEAD = 20_000
"""Bytes in which all prefixes are declared."""


def export(
    store: Store, format: str, out: BinaryIO, processes: int = 1, steps: Callable[[Sequence[Any]], Iterable[Any]] = iter
) -> None:
    """Writes everything in the store, in one of `FORMATS`. GraphML and GEXF are made a report a step of ``steps``,
    shared over ``processes``.

    The formats that know no graphs (Turtle, N-Triples, RDF/XML, GraphML, GEXF, CSV) hold the union of all reports.
    Raises UsageMistake for an unknown format and OSError where ``out``, or a temporary file, can't be written.
    """
    if format not in FORMATS:
        raise UsageMistake("format-unknown", format=format, known=" ".join(FORMATS))
    if format in NETWORKS:
        from kg.graph.network_files import WRITERS

        WRITERS[format](store, out, None, processes, steps)
    else:
        _writer(format)(store, out)


def _writer(name: str) -> Callable[[Store, BinaryIO], None]:
    if name == "nquads":
        return lambda store, out: out.writelines(sorted_lines(store.dumps()))
    if name == "ntriples":
        return lambda store, out: out.writelines(_triples(store))
    if name == "jsonld":
        from kg.graph.jsonld import write_jsonld

        return write_jsonld
    if name == "cpsv-ap":
        from kg.graph.services import write_services

        return write_services
    if name == "csv":
        from kg.graph.tables import write_csv

        return write_csv
    return lambda store, out: serialise(store, name, out)


def serialise(store: Store, name: str, out: BinaryIO) -> None:
    """Turtle, TriG or RDF/XML by Oxigraph's serialiser, which keeps the order of what it is given: statement by
    statement, so that memory holds none of it."""
    form = _SERIALISED[name]
    options: dict[str, Any] = {"format": form, "prefixes": PREFIXES}
    if name in ("turtle", "trig"):
        options["base_iri"] = base() + "id/"
    with tempfile.TemporaryFile() as ordered:
        ordered.writelines(sorted_lines(store.dumps()) if form.supports_datasets else _triples(store))
        ordered.seek(0)
        quads = ox.parse(ordered, format=ox.RdfFormat.N_QUADS)
        headed = _Headed(name, out)
        ox.serialize(quads if form.supports_datasets else (q.triple for q in quads), cast(BinaryIO, headed), **options)
        headed.end()


class _Headed(io.RawIOBase):
    """What the serialiser writes, its prefixes in order: it declares them in one that differs from run to run."""

    def __init__(self, name: str, out: BinaryIO) -> None:
        self._name, self._out = name, out
        self._head: bytes | None = b""

    def writable(self) -> bool:
        return True

    def write(self, part: Any) -> int:
        if self._head is None:
            self._out.write(part)
        else:
            self._head += bytes(part)
            if len(self._head) > LONGEST_HEAD:
                self.end()
        return len(part)

    def end(self) -> None:
        """Writes the beginning, where that was not yet long enough to know that it is whole."""
        if self._head is not None:
            self._out.write(_with_sorted_prefixes(self._name, self._head))
            self._head = None


def _with_sorted_prefixes(name: str, written: bytes) -> bytes:
    if name == "rdfxml":
        return re.sub(
            rb"(<rdf:RDF )([^>]*)>", lambda m: m[1] + b" ".join(sorted(m[2].split())) + b">", written, count=1
        )
    return turtle_headed(written, PREFIXES)


def turtle_headed(written: bytes, prefixes: Mapping[str, str]) -> bytes:
    """Turtle or TriG with its base and these prefixes declared in order."""
    body = re.sub(rb"\A(?:@(?:base|prefix)[^\n]*\n)*", b"", written)
    header = [f"@base <{base()}id/> .", *(f"@prefix {p}: <{iri}> ." for p, iri in sorted(prefixes.items()))]
    return "\n".join(header).encode() + b"\n\n" + body


def _triples(store: Store) -> Iterator[bytes]:
    """What all graphs say, each statement once, as sorted N-Triples lines with line ends."""
    ended = sorted_lines(_without_graphs(dump) for dump in store.dumps())
    return (line for line, _ in groupby(ended))


def _without_graphs(dump: bytes) -> bytes:
    return "".join(f"{without_graph(line)}\n" for line in dump.decode().split("\n")[:-1]).encode()
