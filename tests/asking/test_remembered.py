"""What is kept of a report's measures is what its graph says, as long as that is its graph."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.asking.remembered import FORM
from kg.asking.responsibilities import remember, responsibilities
from kg.asking.rows import Row, gathered
from kg.cli import main
from kg.errors import UnreadableInput
from kg.facts import Facts
from kg.graph import beside
from kg.graph.place import FORMAT, MARKER, TOGETHER
from kg.graph.store import Store
from tests.support import numbered


def fewer(facts: Facts) -> Facts:
    """The same report without its first measure."""
    return dataclasses.replace(facts, measures=facts.measures[1:])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of two reports whose rows are kept."""
    with Store.open(tmp_path / "kg.store", create=True) as store:
        store.put(numbered("1号"))
        store.put(numbered("2号"))
        remember(store)
    return tmp_path / "kg.store"


def rows(path: Path) -> list[Row]:
    with Store.open(path) as store:
        return list(responsibilities(store))


def of_the_graphs(path: Path) -> list[Row]:
    with Store.open(path) as store:
        titles = {row.report_iri: row.report for row in responsibilities(store)}
        return [row for one in store.reports() for row in gathered(store, one, titles[one.iri])]


def files(path: Path) -> list[Path]:
    return sorted((path / beside.FOLDER).iterdir())


def test_what_is_kept_is_what_the_graphs_say(path: Path) -> None:
    assert len(files(path)) == 2
    found = rows(path)
    assert sorted(found, key=lambda row: row.iri) == sorted(of_the_graphs(path), key=lambda row: row.iri)
    assert any(row.outcomes for row in found)
    assert any(row.things for row in found)
    assert {row.action for row in found} > {"set-up"}


def test_rows_are_read_from_what_is_kept_and_not_from_the_graph(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = rows(path)
    monkeypatch.setattr("kg.asking.remembered.gathered", lambda *_: pytest.fail("the graph was read"))
    assert rows(path) == before


def test_a_graph_that_changes_is_read_anew(path: Path) -> None:
    before = rows(path)
    with Store.open(path) as store:
        store.put(fewer(numbered("2号")))
        assert len(files(path)) == 1, "what was kept of it is gone with the old graph"
    assert len(rows(path)) == len(before) - 1
    with Store.open(path) as store:
        store.remove("1号")
    assert len(files(path)) == 1
    assert {row.report.split()[-1] for row in rows(path)} == {"2号"}


@pytest.mark.parametrize(
    "left", [b"", b"[1", b"[]", b"{}", json.dumps([FORM + 1, []]).encode(), b"[1,[[1,2]]]", b"\xff", b"[" * 100_000]
)
def test_what_is_broken_or_of_another_form_is_made_anew(path: Path, left: bytes) -> None:
    before = rows(path)
    for file in files(path):
        file.write_bytes(left)
    assert rows(path) == before
    assert all(len(file.read_bytes()) > 1000 for file in files(path))


def test_what_cannot_be_kept_is_read_from_the_graph(path: Path) -> None:
    before = rows(path)
    for file in files(path):
        file.unlink()
    (path / beside.FOLDER).rmdir()
    (path / beside.FOLDER).write_text("no folder")
    assert rows(path) == before
    with Store.open(path) as store, pytest.raises(UnreadableInput):
        store.remove("1号")
    assert rows(path) == before, "what may be kept of an old graph would be told of a new one"


def test_what_is_left_of_a_graph_that_is_lost_is_gone_once_it_comes_again(path: Path) -> None:
    before = rows(path)
    with Store.open(path) as store:
        (second,) = (one for one in store.reports() if one.number == "2号")
        store.inner.remove_graph(ox.NamedNode(second.graph))
        store.put(fewer(numbered("2号")))
    assert len(rows(path)) == len(before) - 1


def test_nothing_is_written_where_a_link_in_a_store_leads(path: Path) -> None:
    outside = path.parent / "outside"
    outside.write_text("mine")
    before = rows(path)
    for file in files(path):
        file.unlink()
        file.with_suffix(".part").symlink_to(outside)
    assert rows(path) == before
    assert outside.read_text() == "mine"
    assert all(file.is_file() and not file.is_symlink() for file in files(path))


def test_a_store_that_cannot_be_written_is_not_read_for_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in files(path):
        file.unlink()
    monkeypatch.setattr("kg.asking.remembered.gathered", lambda *_: pytest.fail("the graph was read"))
    with Store.open(path) as store:
        store.writable = False
        remember(store)


def test_a_build_keeps_the_rows_of_what_it_built(seed: Path, tmp_path: Path) -> None:
    path = tmp_path / "kg.store"
    assert main(["build", "-q", "--store", str(path), str(seed)]) == 0
    (kept,) = files(path)
    once = kept.read_bytes()
    kept.unlink()
    assert main(["build", "-q", "--again", "--store", str(path)]) == 0
    assert kept.read_bytes() == once


def test_a_store_of_the_layout_before_is_of_this_one_once_it_is_written_to(path: Path) -> None:
    marker = json.loads((path / MARKER).read_text("utf-8"))
    (path / MARKER).write_text(json.dumps(marker | {"format": TOGETHER}), "utf-8")
    before = rows(path)
    assert json.loads((path / MARKER).read_text("utf-8")) == marker
    assert marker["format"] == FORMAT
    assert rows(path) == before
