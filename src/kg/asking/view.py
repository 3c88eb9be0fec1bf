"""What a picture or page shows: the part of the graph that is asked for, with the texts it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NodeKind = Literal["body", "measure", "site", "system", "programme", "document", "outcome"]
EdgeKind = Literal["lead", "partner", "deliveredAt", "uses", "establishes", "issues", "basedOn", "hasOutcome"]


@dataclass(frozen=True, slots=True)
class Location:
    """A stretch of a report's text."""

    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of the picture; ``id`` is its IRI, ``note`` a measure's status or an outcome's as-of day."""

    id: str
    kind: NodeKind
    label: str
    places: tuple[Location, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """Runs body → measure → site, system, programme, document or outcome."""

    source: str
    target: str
    kind: EdgeKind
    basis: str = ""
    """How we know who did it: explicit, inherited or issuer; of lead and partner edges alone."""


@dataclass(frozen=True, slots=True)
class HeadingMark:
    """A heading's place in the text."""

    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReportText:
    """A report as published, with where its headings and sentences stand."""

    iri: str
    title: str
    characters: str
    headings: tuple[HeadingMark, ...]
    sentences: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class View:
    """Nodes and edges in a fixed order, and the reports they were read in."""

    title: str
    reports: tuple[ReportText, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
