"""The shapes as data: what each looks for, how grave it is, what it says and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg.graph.terms import PREFIXES
from kg.resources import folder

KINDS = ("integrity", "accountability")
"""The folders of ``shapes/``: the graph is broken; the report leaves a gap."""

NAMESPACE = "https://w3id.org/reformkg/shapes#"
NAMED = "{?measure}"
"""Where a message names its measure, as SHACL writes a variable in a message (SHACL, 5.2.1)."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape or constraint that speaks. Pairs are Chinese and English."""

    name: str
    """Local name."""
    kind: str
    """One of `KINDS`."""
    severity: str
    """violation, warning or info."""
    target: str
    """Local name of the class that it looks at."""
    message: tuple[str, str]
    remedy: tuple[str, str]
    """What to do; both empty where the graph is to be made again."""
    across: bool
    """It compares reports: one of them alone shows nothing."""


def files() -> tuple[tuple[str, Path], ...]:
    """Kind and path of each file of shapes, in order."""
    return tuple((kind, path) for kind in KINDS for path in sorted((folder("shapes") / kind).glob("*.ttl")))


@cache
def shapes() -> tuple[Shape, ...]:
    """All shapes that have a message, by kind and name."""
    return tuple(
        sorted((s for kind, path in files() for s in _read(kind, path)), key=lambda s: (KINDS.index(s.kind), s.name))
    )


@cache
def shape_named(name: str) -> Shape | None:
    """The shape of this local name."""
    return next((s for s in shapes() if s.name == name), None)


def _read(kind: str, path: Path) -> list[Shape]:
    sh = PREFIXES["sh"]
    said: dict[str, dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]]] = {}
    for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True):
        said.setdefault(_text(quad.subject), {}).setdefault(quad.predicate.value, []).append(quad.object)
    owner = {_text(o): subject for subject, values in said.items() for o in values.get(sh + "sparql", ())}
    found = []
    for subject, values in said.items():
        if sh + "message" not in values:
            continue
        holder = said[owner[subject]] if subject in owner else values
        severity = next((_text(o) for o in holder.get(sh + "severity", ())), sh + "Violation")
        found.append(
            Shape(
                name=subject.removeprefix(NAMESPACE),
                kind=kind,
                severity=severity.removeprefix(sh).lower(),
                target=next((_text(o) for o in holder.get(sh + "targetClass", ())), "").rpartition("#")[2],
                message=_pair(values[sh + "message"]),
                remedy=_pair(values.get(NAMESPACE + "remedy", [])),
                across=NAMESPACE + "acrossReports" in values,
            )
        )
    return found


def _pair(literals: list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]) -> tuple[str, str]:
    by_language = {o.language: o.value for o in literals if isinstance(o, ox.Literal)}
    return by_language.get("zh", ""), by_language.get("en", "")


def _text(term: object) -> str:
    return str(getattr(term, "value", term))
