"""What others read: parsed back it is the store's content, and the same bytes each time."""

from __future__ import annotations

import csv
import gc
import io
import tracemalloc
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import rdflib

from kg import kept
from kg.errors import UnreadableInput, UsageMistake
from kg.files import write_atomically
from kg.graph import network as network_module
from kg.graph.export import FORMATS, export
from kg.graph.named import called
from kg.graph.network import network
from kg.graph.network_files import WRITERS, write_graphml
from kg.graph.quads import quads
from kg.graph.store import Store
from kg.graph.tables import COLUMNS
from kg.pipeline import facts_of
from kg.reading.text import Text
from tests.graph.test_store import numbered
from tests.support import example_facts

RDFLIB_NAME = {"ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}


@pytest.fixture(scope="module")
def store() -> Store:
    made = Store.in_memory()
    made.put(example_facts())
    made.put(numbered(8))
    return made


def exported(store: Store, name: str) -> bytes:
    out = io.BytesIO()
    export(store, name, out)
    return out.getvalue()


def triples(lines: list[str]) -> set[tuple[str, ...]]:
    graph = rdflib.Graph().parse(data="\n".join(line[: line.rindex(" <")] + " ." for line in lines), format="nt")
    return {tuple(term.n3() for term in triple) for triple in graph}


@pytest.mark.parametrize("name", ["turtle", "ntriples", "rdfxml"])
def test_triple_formats_come_back_in_rdflib(store: Store, name: str) -> None:
    graph = rdflib.Graph().parse(data=exported(store, name), format=RDFLIB_NAME.get(name, name))
    assert {tuple(term.n3() for term in t) for t in graph} == triples(list(store.lines()))


@pytest.mark.parametrize("name", ["trig", "nquads", "jsonld"])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_quad_formats_come_back_in_rdflib(store: Store, name: str) -> None:
    data = rdflib.Dataset()
    data.parse(data=exported(store, name), format=RDFLIB_NAME.get(name, name))
    back = {(s.n3(), p.n3(), o.n3(), str(g)) for s, p, o, g in data.quads()}
    lines = list(store.lines())
    assert len(back) == len(lines)
    graphs = {r.graph for r in store.reports()}
    assert {row[3] for row in back} == graphs
    assert {row[:3] for row in back} == triples(lines)


def test_nquads_are_the_quads_themselves(store: Store) -> None:
    lines = exported(store, "nquads").decode().split("\n")[:-1]
    assert lines == sorted(quads(example_facts()) + quads(numbered(8)))


def test_turtle_declares_sorted_prefixes_and_short_names(store: Store) -> None:
    head = exported(store, "turtle").decode().split("\n\n")[0].split("\n")
    assert head[0] == "@base <https://w3id.org/reformkg/id/> ."
    assert head[1:] == sorted(head[1:])
    assert "@prefix kg: <https://w3id.org/reformkg/ontology#> ." in head
    assert "<body/530421/江川县税务局> " in exported(store, "turtle").decode()


def test_csv_has_a_row_a_measure_and_outcome(store: Store) -> None:
    content = exported(store, "csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content)))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 2 * 8
    row = next(r for r in rows if r["verb"] == "受理")
    assert (row["value"], row["unit"], row["modifier"], row["as_of"]) == ("2048", "件", "exact", "2024-10-31")
    assert (row["lead"], row["partners"], row["basis"]) == ("江川县市场监督管理局", "江川县税务局", "inherited")
    assert (row["sites"], row["status"]) == ("江川县“企业开办”专窗", "done")
    assert example_facts().characters[int(row["start"]) : int(row["end"])] == "受理2048件办件" == row["measure"]
    document = next(r for r in rows if r["verb"] == "建立")
    assert (document["systems"], document["documents"]) == ("“帮办代办”制度", "《江川县帮办工作方案》")


def test_graphml_comes_back_in_networkx(store: Store) -> None:
    graph = nx.read_graphml(io.BytesIO(exported(store, "graphml")), force_multigraph=True)
    made = network(store)
    assert set(graph.nodes) == set(made.nodes)
    assert graph.number_of_edges() == made.number_of_edges() > 20
    kinds = {data["kind"] for _, data in graph.nodes(data=True)}
    assert kinds == {"body", "measure", "site", "system", "programme", "document", "outcome"}
    assert all(data["label"] for _, data in graph.nodes(data=True))
    lead = next((a, b) for a, b, data in graph.edges(data=True) if data["kind"] == "lead")
    assert [graph.nodes[n]["kind"] for n in lead] == ["body", "measure"]


def test_graphml_says_each_id_once(store: Store) -> None:
    elements = list(ET.fromstring(exported(store, "graphml")).iter())
    for kind in ("key", "node", "edge"):
        ids = [element.get("id") for element in elements if element.tag.endswith("}" + kind)]
        assert len(ids) > 3
        assert len(set(ids)) == len(ids)


def read(store: Store, name: str) -> nx.MultiDiGraph[str]:
    written = io.BytesIO(exported(store, name))
    graph = nx.read_gexf(written) if name == "gexf" else nx.read_graphml(written, force_multigraph=True)
    return nx.MultiDiGraph(graph)


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_labels_kinds_and_weights_come_back_in_networkx(store: Store, name: str) -> None:
    graph, made = read(store, name), network(store)
    nodes, told = ({n: dict(d) for n, d in g.nodes(data=True)} for g in (graph, made))
    assert nodes == told
    edges, wanted = (
        sorted((a, b, d["kind"], d["weight"], d.get("basis", "")) for a, b, d in g.edges(data=True))
        for g in (graph, made)
    )
    assert edges == wanted


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_what_names_hold_does_not_break_the_file(name: str) -> None:
    odd = Store.in_memory()
    title = "江川县“<放&管>”'服'\"改革\"方案"
    odd.put(facts_of(Text("a&b.txt", f"{title}\n\n县财政局印发《<创新>&“创业”规则》。\n")))
    labels = {told["label"] for _, told in read(odd, name).nodes(data=True)}
    assert {"《<创新>&“创业”规则》", "县财政局"} <= labels


def test_a_network_of_many_reports_is_written_in_the_memory_of_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "SMALL", 1)
    part = network_module._part

    def read(*given: Any) -> Any:
        gc.collect()  # Python holds on to some thousand tuples that nobody needs any more, until this
        return part(*given)

    monkeypatch.setattr(network_module, "_part", read)

    def most(count: int) -> tuple[int, int]:
        made = Store.in_memory()
        for number in range(count):
            acts = "".join(f"县财政局整修渠道{number}{n}条。\n" for n in range(40))
            made.put(facts_of(Text(f"{number}.txt", f"江川县2024年第{number}号工作方案\n\n{acts}")))
        tracemalloc.start()
        with (tmp_path / "made.graphml").open("wb") as out:
            write_graphml(made, out)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return Path(out.name).stat().st_size, peak

    most(12)  # what is loaded once
    (few, before), (many, after) = most(2), most(12)
    assert many > 5 * few
    assert after < before * 1.2 + 50_000


@pytest.mark.parametrize("name", WRITERS)
def test_several_processes_write_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(network_module, "ENOUGH", 1)
    seen: list[str] = []

    def steps(work: Sequence[Any]) -> Iterator[Any]:
        for one in work:
            seen.append(one[1])
            yield one

    alone, together = io.BytesIO(), io.BytesIO()
    with Store.open(tmp_path / "kg.store", create=True) as made:
        for number in (1, 2, 3):
            made.put(numbered(number))
        export(made, name, alone)
        export(made, name, together, processes=2, steps=steps)
    assert together.getvalue() == alone.getvalue()
    assert len(seen) == 3
    assert alone.getvalue().count(b"<node ") > 20


def test_weights_count_measures_and_places_in_the_text(store: Store) -> None:
    graph = network(store)
    by_label = {data["label"]: data for _, data in graph.nodes(data=True)}
    led = [(a, b) for a, b, data in graph.edges(data=True) if data["kind"] == "lead"]
    leader = led[0][0]
    linked = {b for a, b, data in graph.edges(data=True) if a == leader and data["kind"] in ("lead", "partner")}
    assert graph.nodes[leader]["measures"] == len(linked) > 1
    assert by_label["受理2048件办件"]["measures"] == 1
    assert all(data["weight"] >= 1 for _, _, data in graph.edges(data=True))


def test_edges_of_bodies_tell_how_we_know_and_nodes_what_a_program_sorts_by(store: Store) -> None:
    graph = network(store)
    assert {d["basis"] for _, _, d in graph.edges(data=True) if d["kind"] in ("lead", "partner")} == {
        "explicit",
        "inherited",
        "issuer",
    }
    assert not [d for _, _, d in graph.edges(data=True) if d["kind"] not in ("lead", "partner") and "basis" in d]
    nodes = [told for _, told in graph.nodes(data=True)]
    measures = [d for d in nodes if d["kind"] == "measure"]
    assert {d["status"] for d in measures} == {"done", "planned"}
    assert {d["report"] for d in measures} == set(called(store.reports()).values())
    figure = next(d for d in nodes if d["label"] == "2048件")
    assert (figure["value"], figure["unit"], figure["as_of"]) == (2048.0, "件", "2024-10-31")
    assert {d["status"] for d in nodes if d["kind"] == "outcome"} == {"done", "planned"}, "targets are told apart"


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_a_part_has_what_its_measures_are_linked_to_and_nothing_else(store: Store, name: str) -> None:
    whole = network(store)
    measure = next(n for n, d in whole.nodes(data=True) if d["label"] == "受理2048件办件")
    out = io.BytesIO()
    WRITERS[name](store, out, [measure])
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        nx.read_gexf(io.BytesIO(out.getvalue()))
        if name == "gexf"
        else nx.read_graphml(io.BytesIO(out.getvalue()), force_multigraph=True)
    )
    beside = {*whole.successors(measure), *whole.predecessors(measure)}
    assert set(made.nodes) == {measure} | beside
    assert all(d["measures"] == 1 for _, d in made.nodes(data=True))
    assert made.number_of_edges() == whole.in_degree(measure) + whole.out_degree(measure)


def test_gexf_holds_no_day_and_only_what_xml_allows(store: Store) -> None:
    written = exported(store, "gexf")
    assert b"lastmodified" not in written
    assert written == exported(store, "gexf")


def test_an_unknown_format_lists_the_known(store: Store) -> None:
    with pytest.raises(UsageMistake) as caught:
        export(store, "docx", io.BytesIO())
    assert all(name in caught.value.in_language("zh") for name in FORMATS)


def test_an_empty_store_exports_to_empty_documents() -> None:
    empty = Store.in_memory()
    assert exported(empty, "nquads") == b""
    assert len(rdflib.Graph().parse(data=exported(empty, "turtle"), format="turtle")) == 0
    assert exported(empty, "csv").decode("utf-8-sig").count("\n") == 1
    assert nx.read_graphml(io.BytesIO(exported(empty, "graphml"))).number_of_nodes() == 0
    assert nx.read_gexf(io.BytesIO(exported(empty, "gexf"))).number_of_nodes() == 0


def test_a_full_disk_is_told(store: Store) -> None:
    for name in FORMATS:
        with pytest.raises(UnreadableInput, match=r"(?i)no space left"):
            write_atomically(Path("/dev/full"), partial(export, store, name))
