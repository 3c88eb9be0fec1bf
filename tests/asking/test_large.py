"""Stores of many reports: answers are those of each report alone, and the table does not hold all rows at once."""

from __future__ import annotations

import gc
import tracemalloc
import zipfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pyoxigraph as ox
import pytest

from benchmarks.synthetic import graphs
from kg import kept
from kg.asking.questions import Question, ask, has_answer, questions
from kg.asking.responsibilities import Key, by_report, grouped, responsibilities
from kg.asking.results import rows
from kg.asking.view import view
from kg.errors import NothingFound, UsageMistake
from kg.graph.binding import put_in, spread
from kg.graph.held import StoredReport
from kg.graph.quads import quads
from kg.graph.store import Store
from kg.kept import Chosen, Kept
from kg.showing import responsibility_parts
from kg.showing import responsibility_table as responsibility_tables
from kg.showing.responsibilities import Shown
from kg.showing.responsibility_table import responsibility_table
from kg.showing.workbook import workbook_of
from kg.showing.workbook_rows import made_rows
from tests.support import example_facts

NUMBER, PLACE = "江府报〔2024〕7号", "江川"
COUNT = 40


OVER_ALL = {"bodies-most", "bodies-together"}
"""Questions whose numbers are sums over all reports."""


def store_of(made: list[str]) -> Store:
    """These graphs, and all of them together."""
    inner = ox.Store()
    for graph in made:
        inner.bulk_load(graph.encode(), ox.RdfFormat.N_QUADS)
    inner.bulk_extend([ox.Quad(q.subject, q.predicate, q.object) for q in inner])
    return Store(Path(":memory:"), inner)


@pytest.fixture(scope="module")
def made() -> list[str]:
    return list(graphs(quads(example_facts()), NUMBER, PLACE, None, COUNT))


@pytest.fixture(scope="module")
def large(made: list[str]) -> Store:
    """Forty reports of sixteen places; those of a place name the same bodies."""
    return store_of(made)


def test_there_are_so_many_reports_with_shared_things(large: Store) -> None:
    held = large.reports()
    assert len({r.iri for r in held}) == len({r.number for r in held}) == COUNT
    assert len({r.issuer for r in held}) == 16
    bodies = {row["b"] for row in large.select("SELECT ?b WHERE { ?b a kg:Body }")}
    apart = large.select("SELECT ?b WHERE { GRAPH ?g { ?b a kg:Body } }")
    assert len(apart) > 2 * len(bodies)


def test_every_question_answers_as_of_each_report_alone(large: Store, made: list[str]) -> None:
    singles = [store_of([graph]) for graph in made]
    answered = 0
    for question in questions():
        together = rows(ask(large, question.name, {})).cells
        alone = {row for store in singles for row in rows(ask(store, question.name, {})).cells}
        if question.name in OVER_ALL:
            assert {row[0] for row in together} == {row[0] for row in alone}, question.name
        else:
            assert set(together) == alone, question.name
        answered += bool(alone)
    assert answered > 30


@pytest.mark.parametrize("asked", [q for q in questions() if q.whole], ids=lambda q: q.name)
def test_a_question_about_all_measures_is_answered_as_its_file_says(large: Store, asked: Question) -> None:
    values = {p.name: str(ox.Literal(p.default or "")) for p in asked.parameters}
    plain = rows(large.query(put_in(asked.sparql, values))).cells
    assert spread(asked.sparql).count("SELECT * WHERE") > 4
    assert rows(ask(large, asked.name, {})).cells == plain
    assert len(plain) >= 16 or asked.name == "shared-measures", "no measure of these has two lead bodies"


def test_a_question_about_one_thing_does_not_read_all_measures(large: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.asking.questions.spread", lambda sparql: pytest.fail("spread"))
    found = rows(ask(large, "who-leads-what", {"body": "市场监督管理局"})).cells
    assert found
    assert all("市场监督管理局" in row[0] for row in found)


def test_a_part_of_a_store_is_asked_as_that_report_alone(large: Store, made: list[str]) -> None:
    report = large.reports()[3]
    alone = next(store for graph in made if (store := store_of([graph])).reports()[0].iri == report.iri)
    for name in ("who-leads-what", "at-site", "report-card"):
        found = rows(ask(large.part(report), name, {})).cells
        assert found == rows(ask(alone, name, {})).cells
        assert len(found) < len(rows(ask(large, name, {})).cells)


@pytest.mark.parametrize("name", [q.name for q in questions() if q.apart])
def test_few_reports_are_asked_alone_and_answer_the_same(
    large: Store, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = {"report": large.reports()[3].title or ""}
    found = rows(ask(large, name, report)).cells
    assert found
    assert has_answer(large, name, report)
    assert not has_answer(large, name, {"report": "没有这份报告"})
    monkeypatch.setattr("kg.asking.questions.MOST_APART", 0)
    assert rows(ask(large, name, report)).cells == found


def test_a_name_is_met_once_however_many_reports_say_it(large: Store) -> None:
    (row,) = large.select("SELECT (COUNT(*) AS ?n) WHERE { ?b a kg:Body ; skos:prefLabel ?x }")
    (each,) = large.select("SELECT (COUNT(DISTINCT ?b) AS ?n) WHERE { ?b a kg:Body }")
    assert row == each


@pytest.fixture
def collected_soon() -> Iterator[None]:
    """What other tests hold is not gone through whenever the collector is called, by the hundred here."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("collected_soon")
@pytest.mark.parametrize("form", ["csv", "md", "html", "json", "xlsx"])
def test_the_table_of_many_reports_needs_no_more_memory(
    made: list[str], form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "SMALL", 1)
    monkeypatch.setattr(responsibility_tables, "TOGETHER", 10)

    def collected(reports: Sequence[StoredReport]) -> Iterator[StoredReport]:
        for report in reports:
            yield report
            gc.collect()  # what waits to be collected is not held

    def most(count: int) -> tuple[int, int]:
        store = store_of(made[:count])
        tracemalloc.start()
        with (tmp_path / f"{count}.{form}").open("wb") as out:
            for part in responsibility_table(Shown(responsibilities(store, steps=collected), "zh"), form):
                out.write(part)
                gc.collect()
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        if form != "xlsx":
            return Path(out.name).stat().st_size, peak
        with zipfile.ZipFile(out.name) as file:
            return sum(one.file_size for one in file.infolist() if "/worksheets/" in one.filename), peak

    most(2)  # what is loaded once
    (few, before), (many, after) = most(10), most(40)
    assert many > 3 * few
    # A workbook keeps something of each sheet and row; four times the rows may take twice the memory.
    assert after < before * (2 if form == "xlsx" else 1.5) + 200_000


@pytest.mark.parametrize("form", responsibility_parts.FORMS)
@pytest.mark.parametrize("page", [None, "网 页.html"])
def test_a_table_made_by_report_has_the_bytes_of_the_whole(large: Store, form: str, page: str | None) -> None:
    at_once = b"".join(responsibility_table(Shown(responsibilities(large), "zh", page=page), form))
    parts = by_report(large, partial(responsibility_parts.part, form, "zh", page))
    assert b"".join(responsibility_parts.whole(form, "zh", page, parts)) == at_once


@pytest.mark.parametrize(("key", "page"), [(None, None), ("body", "网 页.html")])
def test_a_workbook_made_by_report_has_the_bytes_of_the_whole(large: Store, key: Key | None, page: str | None) -> None:
    at_once = b"".join(responsibility_table(Shown(responsibilities(large), "zh", key, page), "xlsx"))
    parts = by_report(large, partial(made_rows, "zh", key, page))
    assert b"".join(workbook_of((row for rows in parts for row in rows), Shown((), "zh", key, page))) == at_once


def test_of_a_table_made_by_report_nothing_is_given_where_there_is_no_measure() -> None:
    parts = by_report(Store.in_memory(), partial(responsibility_parts.part, "csv", "zh", None))
    with pytest.raises(NothingFound):
        next(responsibility_parts.whole("csv", "zh", None, parts))


def test_rows_are_by_report_and_place_and_grouped_by_shared_body(large: Store) -> None:
    found = responsibilities(large)
    places = [(row.report, row.start) for row in found]
    assert places == sorted(places)
    assert len({row.report for row in found}) == COUNT
    offices = [g for g in grouped(found, "body") if "税务局" in g.name]
    assert len(offices) == 16
    assert sum(len(g.rows) for g in offices) == 2 * COUNT


def test_rows_are_the_same_when_processes_share_the_reports(
    large: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = list(responsibilities(large))
    monkeypatch.setattr("kg.asking.responsibilities.ENOUGH", 1)
    monkeypatch.setattr("kg.asking.responsibilities.rows_of", lambda *_: pytest.fail("this process did it"))
    with Store.open(tmp_path / "kg.store", create=True) as store:
        store.inner.bulk_extend(large.inner)
        assert list(responsibilities(store, processes=2)) == alone
        assert sorted(p.name for p in store.path.iterdir()) == ["kg.json", "made", "rdf"], "no copy is left"


def test_kept_values_are_read_again_in_any_order() -> None:
    values = Kept(str(i) * 1000 for i in range(50))
    assert (len(values), values[7][0], values[-1][:2], len(values[10:20])) == (50, "7", "49", 10)
    assert list(Chosen(values, [3, 1])) == ["3" * 1000, "1" * 1000]
    assert list(values) == [str(i) * 1000 for i in range(50)]
    with pytest.raises(IndexError):
        values[50]


def test_a_picture_of_too_much_says_how_to_narrow_it(large: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.asking.view.MOST", 30)
    with pytest.raises(UsageMistake) as failure:
        view(large)
    assert "--focus" in str(failure.value)
    assert "kg table" in failure.value.in_language("zh")
