"""The store on disk: whole reports or none, and clear words where it can't be used."""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import NothingFound, UnreadableInput, UsageMistake
from kg.facts import Facts
from kg.graph.binding import bind
from kg.graph.calling import TOGETHER
from kg.graph.copies import copied, opened
from kg.graph.place import MARKER
from kg.graph.quads import graph_iri, quads
from kg.graph.store import Store
from tests.support import example_facts


def numbered(n: int) -> Facts:
    """The example as another report, with its own number and characters' digest."""
    facts = example_facts()
    assert facts.header.number
    number = dataclasses.replace(facts.header.number, value=f"江府报〔2024〕{n}号")
    return dataclasses.replace(
        facts,
        source=f"report-{n}.txt",
        digest=f"{n:064x}",
        header=dataclasses.replace(facts.header, number=number),
    )


def shorter(facts: Facts) -> Facts:
    return dataclasses.replace(facts, measures=facts.measures[:2])


def test_put_adds_replaces_and_leaves_alone(tmp_path: Path) -> None:
    with Store.open(tmp_path / "kg.store", create=True) as store:
        assert store.put(example_facts()) == "added"
        assert store.put(example_facts()) == "unchanged"
        assert store.put(shorter(example_facts())) == "replaced"
        assert list(store.lines()) == quads(shorter(example_facts()))
        assert store.put(numbered(8)) == "added"
        assert list(store.lines()) == sorted(quads(shorter(example_facts())) + quads(numbered(8)))


def test_what_was_put_is_there_when_opened_again(tmp_path: Path) -> None:
    with Store.open(tmp_path / "kg.store", create=True) as store:
        store.put(example_facts())
    with Store.open(tmp_path / "kg.store") as store:
        assert list(store.lines()) == quads(example_facts())


def test_a_text_whose_name_was_read_otherwise_replaces_its_old_graph() -> None:
    facts = example_facts()
    renamed = dataclasses.replace(facts, header=dataclasses.replace(facts.header, number=None))
    store = Store.in_memory()
    store.put(facts)
    assert store.put(renamed) == "replaced"
    assert [r.graph for r in store.reports()] == [graph_iri(renamed)]


def test_current_means_same_text_same_reader_same_base(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = example_facts()
    store = Store.in_memory()
    assert not store.is_current(facts.digest)
    store.put(facts)
    assert store.is_current(facts.digest)
    assert not store.is_current("0" * 64)
    monkeypatch.setenv("KG_BASE", "https://other.example/")
    assert not store.is_current(facts.digest)
    monkeypatch.delenv("KG_BASE")
    monkeypatch.setattr("kg.graph.store.ENGINE", "another")
    assert not store.is_current(facts.digest)


def test_reports_are_listed_with_what_they_hold() -> None:
    store = Store.in_memory()
    store.put(example_facts())
    (report,) = store.reports()
    assert report.number == "江府报〔2024〕7号"
    assert report.issuer == "江川县人民政府"
    assert report.title == "关于江川县政务服务改革落实情况的报告"
    assert str(report.date) == "2024-11-06"
    assert report.source == "jiangchuan-2024-7.txt"
    assert report.measures == 7


def test_reports_are_looked_up_anew_after_the_store_was_written_to() -> None:
    store = Store.in_memory()
    store.put(numbered(1))
    first = store.reports()
    assert store.reports() is first
    store.put(numbered(2))
    assert [report.number for report in store.reports()] == ["江府报〔2024〕1号", "江府报〔2024〕2号"]
    store.remove("江府报〔2024〕1号")
    assert [report.number for report in store.reports()] == ["江府报〔2024〕2号"]


def test_remove_by_any_name() -> None:
    for name in ("江府报〔2024〕7号", "jiangchuan-2024-7.txt", "jiangchuan-2024-7", graph_iri(example_facts())):
        store = Store.in_memory()
        store.put(example_facts())
        store.put(numbered(8))
        assert store.remove(name).number == "江府报〔2024〕7号"
        assert list(store.lines()) == quads(numbered(8))


def test_remove_says_what_there_is() -> None:
    store = Store.in_memory()
    store.put(example_facts())
    store.put(numbered(8))
    with pytest.raises(NothingFound, match="江府报〔2024〕8号"):
        store.remove("不存在")
    for part in ("〕7", "江府报"):
        with pytest.raises(UsageMistake, match="no whole name"):
            store.remove(part)
    assert len(store.reports()) == 2


def test_select_binds_variables_that_are_not_selected() -> None:
    store = Store.in_memory()
    store.put(example_facts())
    query = "SELECT ?label WHERE { ?m kg:verb ?verb ; rdfs:label ?label }"
    assert store.select(query, verb="印发") == [{"label": "印发《江川县帮办工作方案》"}]
    with pytest.raises(UsageMistake, match="broken"):
        store.select("SELECT ?x WHERE {")


@pytest.mark.parametrize(
    ("query", "bound"),
    [
        ("SELECT ?x { ?x ?p ?o }", "SELECT ?x { VALUES (?o) { (1) }  ?x ?p ?o }"),
        ("CONSTRUCT { ?x a 1 } WHERE { ?x ?p ?o }", "CONSTRUCT { ?x a 1 } WHERE { VALUES (?o) { (1) }  ?x ?p ?o }"),
        ("# WHERE {\nASK { ?x ?p '{' }", "# WHERE {\nASK { VALUES (?o) { (1) }  ?x ?p '{' }"),
        ("SELECT", "SELECT"),
    ],
)
def test_bindings_stand_in_the_outer_group(query: str, bound: str) -> None:
    assert bind(query, {"o": "1"}) == bound


def code_of(path: Path, create: bool = False) -> str:
    with pytest.raises(UnreadableInput) as caught:
        Store.open(path, create=create)
    assert str(path) in caught.value.in_language("zh")
    assert str(path) in caught.value.in_language("en")
    return caught.value.code


def test_a_store_that_can_not_be_used_says_why(tmp_path: Path) -> None:
    assert code_of(tmp_path / "none") == "store-missing"
    other = tmp_path / "other"
    other.mkdir()
    (other / "notes.txt").write_text("x")
    assert code_of(other) == "store-not-ours"
    assert code_of(other, create=True) == "store-not-ours"
    assert [p.name for p in other.iterdir()] == ["notes.txt"]
    file = tmp_path / "file"
    file.write_text("x")
    assert code_of(file) == "store-not-ours"
    assert code_of(file, create=True) == "store-not-ours"
    assert code_of(file / "below", create=True) == "store-unwritable"


def test_a_store_in_use_is_locked(tmp_path: Path) -> None:
    path = tmp_path / "kg.store"
    with Store.open(path, create=True):
        assert code_of(path) == "store-locked"
    Store.open(path).close()


def test_damage_and_other_formats_are_told(tmp_path: Path) -> None:
    path = tmp_path / "kg.store"
    with Store.open(path, create=True) as store:
        store.put(example_facts())
    marker = json.loads((path / MARKER).read_text())
    (path / MARKER).write_text(json.dumps(marker | {"format": 99}))
    assert code_of(path) == "store-newer"
    (path / MARKER).write_text(json.dumps(marker))
    (path / "rdf" / "CURRENT").write_text("junk")
    assert code_of(path) == "store-damaged"
    (path / "rdf" / "CURRENT").unlink()
    assert code_of(path) == "store-damaged"
    (path / MARKER).write_text("{")
    assert code_of(path) == "store-not-ours"


def test_a_store_that_can_only_be_read_answers_and_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kg.store"
    with Store.open(path, create=True) as store:
        store.put(example_facts())
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Store.open(path) as store:
        assert len(store.reports()) == 1
        with pytest.raises(UnreadableInput) as caught:
            store.put(numbered(8))
        assert caught.value.code == "store-unwritable"
        assert list(store.lines()) == quads(example_facts())


def test_making_a_store_leaves_nothing_beside_it(tmp_path: Path) -> None:
    Store.open(tmp_path / "deep" / "kg.store", create=True).close()
    assert sorted(p.name for p in (tmp_path / "deep").iterdir()) == ["kg.store"]
    (tmp_path / "empty").mkdir()
    Store.open(tmp_path / "empty", create=True).close()
    assert sorted(p.name for p in (tmp_path / "empty").iterdir()) == ["kg.json", "rdf"]


_ENDLESS = """
import itertools, sys
from pathlib import Path
from kg.graph.copies import copied, opened
from kg.graph.store import Store
from tests.graph.test_store import numbered, shorter
with Store.open(Path(sys.argv[1]), create=True) as store:
    for n in itertools.count():
        facts = numbered(n % int(sys.argv[2]))
        store.put(facts if n // 6 % 2 else shorter(facts))
        print(n, flush=True)
"""


@pytest.mark.parametrize("reports", [6, 1000])
@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGINT])
def test_a_build_that_is_stopped_leaves_whole_reports(
    tmp_path: Path, root: Path, sent: signal.Signals, reports: int
) -> None:
    """Whether they replace others or are new."""
    path = tmp_path / "kg.store"
    env = os.environ | {"PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}"}
    with subprocess.Popen(
        [sys.executable, "-c", _ENDLESS, str(path), str(reports)],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as build:
        assert build.stdout
        for _ in range(15):
            assert build.stdout.readline()
        build.send_signal(sent)
        build.wait(20)
    with Store.open(path) as store:
        held = store.reports()
        assert len(held) == 6 if reports == 6 else len(held) >= 15
        whole = [quads(f) for n in range(len(held)) for f in (numbered(n), shorter(numbered(n)))]
        assert all(store.graph_lines(r.graph) in whole for r in held)
        named = {quad.triple for quad in store.quads()}
        assert named == {quad.triple for quad in store.inner.quads_for_pattern(None, None, None, TOGETHER)}
    assert not [p for p in (path / "rdf").iterdir() if p.name.isdecimal()]


def test_new_reports_stand_on_disk_once(tmp_path: Path) -> None:
    path = tmp_path / "kg.store"
    with Store.open(path, create=True) as store:
        for n in range(4):
            store.put(numbered(n))
        log = sum(p.stat().st_size for p in (path / "rdf").glob("*.log"))
    assert log < len("\n".join(quads(numbered(0)))) / 10


def test_what_a_killed_build_was_about_to_store_is_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "kg.store"
    with Store.open(path, create=True) as store:
        store.put(example_facts())
    (path / "rdf" / "170141183460469231731687303715884105727").write_bytes(b"half a file")
    with Store.open(path) as store:
        assert list(store.lines()) == quads(example_facts())
    assert not [p for p in (path / "rdf").iterdir() if p.name.isdecimal()]


def test_a_copy_that_a_killed_program_read_is_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "kg.store"
    with Store.open(path, create=True) as store:
        store.put(example_facts())
        with copied(store) as copy:
            assert list(opened(copy, together=True).lines()) == quads(example_facts())
        assert not copy.exists()
    left = path / "reading-left" / "rdf"
    left.mkdir(parents=True)
    (left / "CURRENT").write_bytes(b"")
    with Store.open(path) as store:
        assert list(store.lines()) == quads(example_facts())
    assert sorted(p.name for p in path.iterdir()) == ["kg.json", "rdf"]
