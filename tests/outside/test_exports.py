"""Exports read by programs that share no code with ours: N3.js and jsonld.js, run by Node."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.graph.export import export
from kg.graph.ontology import alignment_paths, ontology_path, rules_path
from kg.graph.reasoning import reason
from kg.graph.store import Store
from tests.support import example_facts

HERE = Path(__file__).parent
FORMATS = {"turtle": "text/turtle", "trig": "application/trig", "nquads": "N-Quads", "ntriples": "N-Triples"}
UNNAMED = {"turtle", "ntriples"}
"""Formats that know no graphs."""


@pytest.fixture(scope="module")
def modules(root: Path) -> Path:
    """Where `make system` put the Node packages."""
    where = root / "out" / "node"
    if shutil.which("node") is None or not (where / "node_modules" / "n3").is_dir():
        pytest.skip("Node with n3 and jsonld is not here: make system installs them")
    shutil.copy(HERE / "parse.mjs", where / "parse.mjs")
    return where


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.in_memory() as made:
        made.put(example_facts())
        reason(made)
        yield made


def as_read(modules: Path, format: str, content: bytes, tmp_path: Path) -> set[str]:
    path = tmp_path / "export"
    path.write_bytes(content)
    run = subprocess.run(
        ["node", "parse.mjs", format, str(path)], cwd=modules, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return {str(quad) for quad in ox.parse(run.stdout, format=ox.RdfFormat.N_QUADS)}


@pytest.mark.parametrize("name", [*FORMATS, "jsonld"])
def test_an_independent_reader_finds_the_same_statements(
    name: str, modules: Path, store: Store, tmp_path: Path
) -> None:
    out = io.BytesIO()
    export(store, name, out)
    found = as_read(modules, FORMATS.get(name, name), out.getvalue(), tmp_path)
    quads = ox.parse("\n".join(store.lines()), format=ox.RdfFormat.N_QUADS)
    ours = {str(q.triple) if name in UNNAMED else str(q) for q in quads}
    assert len(found) > 500
    assert found == ours


def test_the_ontology_and_the_shapes_are_read_too(modules: Path, root: Path, tmp_path: Path) -> None:
    for path in (ontology_path(), rules_path(), *alignment_paths(), *sorted((root / "shapes").rglob("*.ttl"))):
        mine = sum(1 for _ in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE))
        assert len(as_read(modules, "text/turtle", path.read_bytes(), tmp_path)) == mine, path.name
