"""The ontology as a file, and the check that it and a graph don't contradict each other."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import UnreadableInput
from kg.graph.terms import ONTOLOGY, PREFIXES
from kg.resources import folder

_REIFICATION = {PREFIXES["rdf"] + name for name in ("subject", "predicate", "object")}


def ontology_path() -> Path:
    """The ontology in Turtle."""
    return folder("ontology") / "reform.ttl"


def consistent(lines: Iterable[str] = ()) -> bool:
    """True where HermiT finds no contradiction in the ontology with these N-Quads lines.

    Every class of the ontology must also be able to have members. RDF's reification terms, which OWL 2 DL
    reserves, are left aside. Raises UnreadableInput where Java, which HermiT needs, is missing.
    """
    if shutil.which("java") is None:
        raise UnreadableInput("java-missing")
    import owlready2

    triples = [q.triple for q in ox.parse(ontology_path().read_bytes(), format=ox.RdfFormat.TURTLE)]
    triples += [
        q.triple
        for q in ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS)
        if q.predicate.value not in _REIFICATION
    ]
    written = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    world = owlready2.World()
    try:
        world.get_ontology(ONTOLOGY + "#").load(fileobj=io.BytesIO(written), format="ntriples")
        try:
            owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
        except owlready2.OwlReadyInconsistentOntologyError:
            return False
        return next(iter(world.inconsistent_classes()), None) is None
    finally:
        world.close()
