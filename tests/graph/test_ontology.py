"""The ontology says what every term means, and nothing that contradicts itself."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

from kg.errors import UnreadableInput
from kg.graph import terms
from kg.graph.ontology import consistent, ontology_path
from kg.graph.quads import quads
from tests.graph.changes import GRAPH, of_class
from tests.support import example_facts

java = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java")
KG = terms.PREFIXES["kg"]


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_path())


def ours(graph: rdflib.Graph) -> list[rdflib.URIRef]:
    return sorted(
        {
            s
            for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
            for s in graph.subjects(RDF.type, kind)
            if isinstance(s, rdflib.URIRef) and str(s).startswith(KG)
        }
    )


def test_every_term_is_labelled_defined_and_shown_in_both_languages(ontology: rdflib.Graph) -> None:
    assert len(ours(ontology)) > 40
    for s in ours(ontology):
        for p in (RDFS.label, SKOS.definition):
            said = [o.language for o in ontology.objects(s, p) if isinstance(o, rdflib.Literal)]
            assert sorted(said, key=str) == ["en", "zh"], (s, p)
        assert any(re.search("[一-鿿0-9]", str(o)) for o in ontology.objects(s, SKOS.example)), s
        assert (s, RDFS.isDefinedBy, rdflib.URIRef(terms.ONTOLOGY)) in ontology


def test_labels_tell_terms_apart(ontology: rdflib.Graph) -> None:
    """No two classes, and no two properties, share a Chinese label."""
    for kind in (OWL.Class,):
        labels = [
            str(o)
            for s in ontology.subjects(RDF.type, kind)
            for o in ontology.objects(s, RDFS.label)
            if isinstance(o, rdflib.Literal) and o.language == "zh"
        ]
        assert len(labels) == len(set(labels))


def test_the_version_is_the_one_that_graphs_are_stamped_with(ontology: rdflib.Graph) -> None:
    node = rdflib.URIRef(terms.ONTOLOGY)
    assert [str(o) for o in ontology.objects(node, OWL.versionInfo)] == [terms.ONTOLOGY_VERSION]
    assert [str(o) for o in ontology.objects(node, OWL.versionIRI)] == [f"{terms.ONTOLOGY}/{terms.ONTOLOGY_VERSION}"]


def test_everything_that_is_written_is_defined(ontology: rdflib.Graph) -> None:
    """Each kg: term of a graph, and each constant of the program, is in the ontology."""
    defined = {str(s) for s in ontology.subjects()}
    used = {iri for line in quads(example_facts()) for iri in re.findall(rf"<({re.escape(KG)}[^>]+)>", line)}
    constants = {v[1:-1] for v in vars(terms).values() if isinstance(v, str) and v.startswith(f"<{KG}")}
    constants |= {v[1:-1] for d in (terms.CLASS_OF, terms.RELATION, terms.FLAT_BODY) for v in d.values()}
    assert used | constants <= defined
    assert len(used) > 40


def test_every_foreign_property_that_is_written_is_declared(ontology: rdflib.Graph) -> None:
    written = {line.split(" ")[1][1:-1] for line in quads(example_facts())}
    builtin = (str(RDF), str(RDFS))
    declared = {
        str(s)
        for kind in (OWL.AnnotationProperty, OWL.ObjectProperty, OWL.DatatypeProperty)
        for s in ontology.subjects(RDF.type, kind)
    }
    assert {p for p in written if not p.startswith(builtin)} <= declared


def test_concepts_stand_in_their_scheme(ontology: rdflib.Graph) -> None:
    for scheme, count in (
        ("role", 7),
        ("basis", 3),
        ("status", 3),
        ("modifier", 5),
        ("action", 17),
        ("document-kind", 10),
        ("reader", 9),
        ("name-basis", 4),
    ):
        members = list(ontology.subjects(SKOS.inScheme, rdflib.URIRef(f"{KG}scheme-{scheme}")))
        assert len(members) == count
        for m in members:
            assert str(m).startswith(f"{KG}{scheme}-")
            assert {o.language for o in ontology.objects(m, SKOS.prefLabel) if isinstance(o, rdflib.Literal)} == {
                "en",
                "zh",
            }


def test_alignments_speak_of_terms_that_exist(root: Path, ontology: rdflib.Graph) -> None:
    defined = {str(s) for s in ontology.subjects()}
    files = sorted((root / "ontology" / "alignments").glob("*.ttl"))
    assert [p.stem for p in files] == ["cv", "fabio-doco", "oa", "org", "prov", "rdf", "schema", "sosa-qudt"]
    for path in files:
        graph = rdflib.Graph().parse(path)
        about = {str(s) for s in graph.subjects() if str(s).startswith(KG)}
        assert about
        assert about <= defined


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_the_context_gives_the_iris_of_the_ontology(root: Path, ontology: rdflib.Graph) -> None:
    context = json.loads((root / "ontology" / "context.jsonld").read_text("utf-8"))
    note = context | {"id": "http://example.org/m", "type": "Measure", "verb": "设立", "status": "kg:status-done"}
    graph = rdflib.Graph().parse(data=json.dumps(note), format="json-ld")
    measure = rdflib.URIRef("http://example.org/m")
    assert (measure, RDF.type, rdflib.URIRef(KG + "Measure")) in graph
    assert (measure, rdflib.URIRef(KG + "status"), rdflib.URIRef(KG + "status-done")) in graph
    assert {str(s).removeprefix(KG) for s in ours(ontology)} <= set(context["@context"])


@java
def test_hermit_finds_it_consistent_with_a_graph() -> None:
    assert consistent()
    assert consistent(quads(example_facts()))


@java
def test_hermit_finds_contradictions() -> None:
    lines = quads(example_facts())
    measure = of_class(lines, "kg:Measure")[0]
    assert not consistent([*lines, f'{measure} {terms.VERB} "另"{GRAPH}'])
    assert not consistent([*lines, f"{measure} {terms.TYPE} {terms.BODY}{GRAPH}"])


def test_without_java_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(UnreadableInput, match="Install Java") as caught:
        consistent()
    assert "Java" in caught.value.in_language("zh")
