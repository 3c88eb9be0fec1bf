"""What is kept of a report's measures is what its graph says, as long as that is its graph."""

from __future__ import annotations

import dataclasses
import json
import shutil
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.asking.filling import Names
from kg.asking.listed import KINDS
from kg.asking.remembered import FORM
from kg.asking.responsibilities import remember, responsibilities
from kg.asking.rows import Row, gathered
from kg.cli import main
from kg.errors import UnreadableInput
from kg.facts import Facts
from kg.graph import beside
from kg.graph.held import StoredReport
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


OF_ALL = [sha256(of.encode()).hexdigest() for of in beside.OF_ALL]
"""The files of what is made of all graphs together."""


def files(path: Path) -> list[Path]:
    return sorted(file for file in (path / beside.FOLDER).iterdir() if file.name not in OF_ALL)


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
    shutil.rmtree(path / beside.FOLDER)
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


Named = tuple[tuple[StoredReport, ...], dict[str, list[tuple[str, str]]]]


def named(path: Path) -> Named:
    """The reports of a store and the names in it."""
    with Store.open(path) as store:
        names = Names(store)
        return store.reports(), {kind: names.of(kind) for kind in KINDS}


def test_reports_and_names_are_read_from_what_is_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = named(path)
    assert len(before[0]) == 2
    assert {"江川县税务局"} < {name for name, _ in before[1]["body"]}
    assert any(name != way for name, way in before[1]["body"])
    monkeypatch.setattr("kg.graph.held.reports", lambda *_: pytest.fail("the graphs were read"))
    monkeypatch.setattr("kg.asking.listed._looked_up", lambda *_: pytest.fail("the graphs were asked"))
    assert named(path) == before


def test_a_store_that_changes_has_other_reports_and_names(path: Path) -> None:
    before = named(path)
    with Store.open(path) as store:
        store.put(fewer(numbered("2号")))
    fewer_measures = sum(one.measures for one in named(path)[0])
    assert fewer_measures == sum(one.measures for one in before[0]) - 1
    with Store.open(path) as store:
        store.remove("1号")
        assert [one.number for one in store.reports()] == ["2号"]
    reports, names = named(path)
    assert [one.number for one in reports] == ["2号"]
    assert {way for _, way in before[1]["report"]} - {way for _, way in names["report"]} == {"1号"}


@pytest.mark.parametrize("left", [b"", b"[1", b"[]", b"[9,[]]", b"[1,[[1]]]", b'[1,{"body":3}]', b"[" * 100_000])
def test_reports_and_names_that_are_broken_are_looked_up_anew(path: Path, left: bytes) -> None:
    before = named(path)
    for name in OF_ALL:
        (path / beside.FOLDER / name).write_bytes(left)
    assert named(path) == before


def test_a_part_of_a_store_has_its_own_names(path: Path) -> None:
    everything = named(path)[1]
    with Store.open(path) as store:
        found = Names(store.part(store.reports()[0])).of("report")
    assert len(found) == len(everything["report"]) - 1
    assert named(path)[1] == everything
