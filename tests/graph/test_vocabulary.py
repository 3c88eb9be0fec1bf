"""The published vocabulary: linted, without invented terms, and with pages and context that are as made."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from pyld import jsonld
from rdflib import OWL, RDF

from kg.graph.jsonld import write_jsonld
from kg.graph.ontology import alignment_paths, ontology_path, rules_path
from kg.graph.quads import quads
from kg.graph.reasoning import reason
from kg.graph.store import Store
from kg.graph.terms import PREFIXES
from kg.graph.vocabulary import terms
from kg.resources import rows
from kg.showing.reference import FRAME, files
from tests.support import example_facts

KG = PREFIXES["kg"]
LINT = Path(__file__).parent.parent.parent / "ontology" / "lint.ttl"


def lint(graph: rdflib.Graph) -> list[str]:
    """Local names of the lint shapes that find something, one a finding."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(LINT), do_owl_imports=False)
    assert isinstance(report, rdflib.Graph)
    return [str(o).rpartition("#")[2] for o in report.objects(None, rdflib.SH.sourceShape)]


@pytest.fixture
def vocabulary() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_path()).parse(rules_path())


@pytest.fixture
def part(vocabulary: rdflib.Graph) -> rdflib.Graph:
    """A class, a concept and the ontology itself: enough to break one thing in, and soon linted."""
    kept = rdflib.Graph()
    for subject in (rdflib.URIRef(KG + "Measure"), rdflib.URIRef(KG + "role-lead"), rdflib.URIRef(KG[:-1])):
        kept += vocabulary.triples((subject, None, None))
    return kept


def test_the_vocabulary_passes_its_own_lint(vocabulary: rdflib.Graph) -> None:
    assert lint(vocabulary) == []


def test_a_part_of_it_passes_too(part: rdflib.Graph) -> None:
    assert len(part) > 15
    assert lint(part) == []


@pytest.mark.parametrize(
    ("shape", "property_"),
    [
        ("term-label", rdflib.RDFS.label),
        ("term-definition", rdflib.SKOS.definition),
        ("term-example", rdflib.SKOS.example),
        ("term-defined-by", rdflib.RDFS.isDefinedBy),
    ],
)
def test_lint_finds_what_a_term_lacks(part: rdflib.Graph, shape: str, property_: rdflib.URIRef) -> None:
    part.remove((rdflib.URIRef(KG + "Measure"), property_, None))
    assert set(lint(part)) == {shape}


@pytest.mark.parametrize(
    ("shape", "property_"),
    [
        ("concept-label", rdflib.SKOS.prefLabel),
        ("concept-definition", rdflib.SKOS.definition),
        ("concept-example", rdflib.SKOS.example),
        ("concept-scheme", rdflib.SKOS.inScheme),
        ("concept-defined-by", rdflib.RDFS.isDefinedBy),
    ],
)
def test_lint_finds_what_a_concept_lacks(part: rdflib.Graph, shape: str, property_: rdflib.URIRef) -> None:
    part.remove((rdflib.URIRef(KG + "role-lead"), property_, None))
    assert set(lint(part)) == {shape}


def test_lint_finds_a_version_that_is_missing(part: rdflib.Graph) -> None:
    part.remove((None, OWL.versionInfo, None))
    assert "ontology-version" in lint(part)


def foreign() -> set[str]:
    """The terms of other vocabularies that exist."""
    spaces = {
        line.split("\t")[1]: line.split("\t")[2]
        for line in (ontology_path().parent / "foreign.tsv").read_text("utf-8").splitlines()
        if line.startswith("# ") and line.count("\t") >= 5
    }
    return {
        spaces[prefix] + local for prefix, _, local in (row[0].partition(":") for row in rows("ontology/foreign.tsv"))
    }


def used(root: Path) -> Iterator[tuple[str, str]]:
    """File and each IRI of another vocabulary that it uses."""
    spaces = sorted({re.match(r".*[#/]", iri)[0] for iri in foreign()}, key=len)  # type: ignore[index]
    inside = tuple(spaces)
    for path in (ontology_path(), rules_path(), LINT, *alignment_paths(), *sorted((root / "shapes").rglob("*.ttl"))):
        for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE):
            for node in (quad.subject, quad.predicate, quad.object):
                if isinstance(node, ox.NamedNode) and node.value.startswith(inside) and node.value not in inside:
                    yield path.name, node.value
    for path in sorted((root / "queries").glob("*.rq")):
        text = re.sub(r"^#.*$", "", path.read_text("utf-8"), flags=re.MULTILINE)
        prefixes = dict(re.findall(r"PREFIX (\w+): <([^>]+)>", text))
        for prefix, local in re.findall(r"\b(\w+):([A-Za-z]\w*)", re.sub(r"<[^>]*>|\"[^\"]*\"", "", text)):
            if prefixes.get(prefix, KG) != KG:
                yield path.name, prefixes[prefix] + local
    for line in quads(example_facts()):
        for iri in re.findall(r"<([^<>\s]+)>", line):
            if iri.startswith(inside):
                yield "graph", iri


def test_every_foreign_term_exists(root: Path) -> None:
    known = foreign()
    assert len(known) > 1500
    assert not sorted({(name, iri) for name, iri in used(root) if iri not in known})
    assert PREFIXES["prov"] + "wasAssociatedWith" in known
    assert PREFIXES["prov"] + "wasAsociatedWith" not in known


def test_each_property_says_whose_it_is_or_is_general() -> None:
    general = {"evidence", "inSentence", "position", "counted", "readBy"}
    for term in terms():
        if term.kind.endswith("property"):
            assert term.domain or term.name in general, term.name


def test_what_is_made_from_the_vocabulary_is_as_made(root: Path) -> None:
    """`make docs` writes these files."""
    for path, text in files().items():
        assert (root / path).read_text("utf-8") == text, f"{path} is not as made: run make docs"


@pytest.fixture(scope="module")
def written() -> dict[str, object]:
    from io import BytesIO

    out = BytesIO()
    with Store.in_memory() as store:
        store.put(example_facts())
        reason(store)
        write_jsonld(store, out)
    return dict(json.loads(out.getvalue()))


def test_another_processor_expands_json_ld_to_the_same_graph(written: dict[str, object]) -> None:
    """PyLD, which shares no code with the writer."""
    theirs = jsonld.to_rdf(written, {"format": "application/n-quads"})
    with Store.in_memory() as store:
        store.put(example_facts())
        reason(store)
        ours = "\n".join(store.lines())

    def parsed(text: str) -> set[str]:
        return {str(quad) for quad in ox.parse(text, format=ox.RdfFormat.N_QUADS)}

    assert parsed(theirs) == parsed(ours)


def test_the_frame_gives_one_tree_a_measure(root: Path, written: dict[str, object]) -> None:
    frame = json.loads((root / "ontology" / "frame.jsonld").read_text("utf-8"))
    graphs = written["@graph"]
    assert isinstance(graphs, list)
    report = next(g for g in graphs if any(n.get("type") == "Report" for n in g["@graph"]))
    flat = {"@context": written["@context"], "@graph": report["@graph"]}
    framed = jsonld.frame(flat, frame, {"omitGraph": False})["@graph"]
    assert len(framed) == 7
    tree = next(m for m in framed if m["label"] == "受理2048件办件")
    assert tree["type"] == "Measure"
    assert tree["hasOutcome"]["asOf"] == "2024-10-31"
    assert tree["hasOutcome"]["hasResult"]["value"] == "2048"
    assert tree["inSection"]["title"] == "设立专门窗口"
    agents = tree["responsibility"]
    names = {a["agent"]["prefLabel"] for a in (agents if isinstance(agents, list) else [agents])}
    assert "江川县市场监督管理局" in names
    assert set(FRAME) <= set(frame)


def test_the_questions_are_described_as_executables(root: Path) -> None:
    graph = rdflib.Graph().parse(root / "queries" / "questions.ttl")
    described = set(graph.subjects(RDF.type, rdflib.SH.SPARQLSelectExecutable))
    assert len(described) == len(list((root / "queries").glob("*.rq")))
    for one in described:
        select = str(graph.value(one, rdflib.SH.select))
        assert "SELECT" in select
    kinds = {str(kind).removeprefix(str(rdflib.XSD)) for kind in graph.objects(None, rdflib.SH.datatype)}
    assert kinds <= {"string", "integer", "decimal", "date"}, "a datatype that XSD has not"
