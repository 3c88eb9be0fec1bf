"""The ontology as a file, and the check that it and a graph don't contradict each other."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import UnreadableInput
from kg.graph.terms import ONTOLOGY, PREFIXES
from kg.resources import folder

_REIFICATION = {PREFIXES["rdf"] + name for name in ("subject", "predicate", "object")}


def ontology_path() -> Path:
    """The ontology in Turtle."""
    return folder("ontology") / "reform.ttl"


def rules_path() -> Path:
    """The rules of inference in Turtle."""
    return folder("ontology") / "rules.ttl"


def alignment_paths() -> tuple[Path, ...]:
    """The alignments with other vocabularies."""
    return tuple(sorted((folder("ontology") / "alignments").glob("*.ttl")))


@cache
def schemes() -> tuple[ox.Triple, ...]:
    """Which concept is broader than which, for reasoning over roles."""
    wanted = ox.NamedNode(PREFIXES["skos"] + "broader")
    parsed = ox.parse(ontology_path().read_bytes(), format=ox.RdfFormat.TURTLE)
    return tuple(q.triple for q in parsed if q.predicate == wanted)


def consistent(lines: Iterable[str] = (), aligned: bool = False) -> bool:
    """True where HermiT finds no contradiction in the ontology with these N-Quads lines.

    Every class of the ontology must also be able to have members. ``aligned`` takes the alignments with other
    vocabularies along. RDF's reification terms, which OWL 2 DL reserves, are left aside. Raises UnreadableInput
    where Java, which HermiT needs, is missing.
    """
    import owlready2

    with world_of(lines, aligned) as world:
        try:
            owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
        except owlready2.OwlReadyInconsistentOntologyError:
            return False
        return next(iter(world.inconsistent_classes()), None) is None


ESCAPED = "urn:escaped:"
"""Java prints what is not ASCII as it pleases: such IRIs go through the reasoner in hexadecimal."""


def _escaped(term: Any) -> Any:
    if isinstance(term, ox.NamedNode) and not term.value.isascii():
        return ox.NamedNode(ESCAPED + term.value.encode().hex())
    return term


@contextmanager
def world_of(lines: Iterable[str], aligned: bool) -> Iterator[Any]:
    """The ontology and these N-Quads lines as owlready2 holds them. Raises UnreadableInput where Java is missing."""
    if shutil.which("java") is None:
        raise UnreadableInput("java-missing")
    import owlready2

    files = (ontology_path(), *(alignment_paths() if aligned else ()))
    triples = [q.triple for path in files for q in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE)]
    triples += [
        q.triple
        for q in ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS)
        if q.predicate.value not in _REIFICATION
    ]
    imports = PREFIXES["owl"] + "imports"
    kept = (ox.Triple(*map(_escaped, t)) for t in triples if t.predicate.value != imports)
    written = ox.serialize(kept, format=ox.RdfFormat.N_TRIPLES) or b""
    world = owlready2.World()
    try:
        world.get_ontology(ONTOLOGY + "#").load(fileobj=io.BytesIO(written), format="ntriples")
        yield world
    finally:
        world.close()


@cache
def labels() -> dict[str, tuple[str, str]]:
    """IRI of each term, concept and rule of our own → its Chinese and English label."""
    names = (PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "prefLabel")
    found: dict[str, dict[str, str]] = {}
    for path in (ontology_path(), rules_path()):
        for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE):
            if quad.predicate.value in names and isinstance(quad.object, ox.Literal):
                found.setdefault(str(quad.subject)[1:-1], {})[quad.object.language or ""] = quad.object.value
    return {iri: (said.get("zh", ""), said.get("en", "")) for iri, said in found.items()}
