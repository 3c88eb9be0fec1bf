"""Names of output formats: each also known by its extensions and media types."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.errors import UsageMistake

KNOWN: dict[str, tuple[str, ...]] = {
    "table": ("txt", "text/plain"),
    "text": ("txt", "text/plain"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
    "json": ("srj", "application/json", "application/sparql-results+json"),
    "xml": ("srx", "application/xml", "application/sparql-results+xml"),
    "turtle": ("ttl", "text/turtle", "application/x-turtle"),
    "trig": ("application/trig",),
    "nquads": ("nq", "application/n-quads"),
    "ntriples": ("nt", "application/n-triples"),
    "jsonld": ("json-ld", "application/ld+json"),
    "rdfxml": ("rdf", "application/rdf+xml"),
    "cpsv-ap": (),
    "graphml": ("application/graphml+xml",),
    "gexf": ("application/gexf+xml",),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",),
    "html": ("htm", "text/html"),
    "md": ("markdown", "text/markdown"),
    "pdf": ("application/pdf",),
    "svg": ("image/svg+xml",),
    "png": ("image/png",),
    "dot": ("gv", "text/vnd.graphviz"),
    "mmd": ("mermaid", "text/vnd.mermaid"),
}

ONLY: dict[str, str] = {
    **dict.fromkeys(("pdf", "dot", "mmd"), "view"),
    **dict.fromkeys(("turtle", "trig", "nquads", "ntriples", "rdfxml", "graphml", "gexf"), "export"),
    "md": "table",
}
"""Which command writes a format that others do not."""


def chosen(name: str | None, output: Path | None, among: Sequence[str], default: str | None = None) -> str:
    """The format that is named, else the one that the output file's extension means, else the default.

    Raises UsageMistake where neither says it or what is said is not ``among`` the formats.
    """
    said = name or (output.suffix if output else "") or default
    if not said:
        raise UsageMistake("format-needed", known=" ".join(among))
    wanted = said.strip().lower().partition(";")[0].removeprefix(".")
    for known in among:
        if wanted in (known, *KNOWN[known]):
            return known
    known = " ".join(among)
    for only, command in ONLY.items():
        if wanted in (only, *KNOWN[only]):
            raise UsageMistake("format-elsewhere", format=said, known=known, wanted=only, command=command)
    raise UsageMistake("format-unknown", format=said, known=known)
