from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.asking.questions import ask, questions
from kg.asking.results import rows, serialized
from kg.asking.trace import trace
from kg.asking.view import view
from kg.errors import NothingFound, UsageMistake
from kg.graph.store import Store
from kg.pipeline import facts_of
from kg.reading.text import Text

REPORT = """关于优化服务工作情况的报告
一、推进“一窗受理”改革
区民政局设立社区服务工作站,截至9月底,共受理诉求1200余件。打造“一窗受理”改革品牌。依托智能导办系统,办理事项30项。
上海市静安区人民政府
2023年12月6日
"""


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.in_memory() as made:
        made.put(facts_of(Text("a.txt", REPORT)))
        yield made


def cells(store: Store, name: str, **parameters: str) -> list[tuple[str, ...]]:
    return list(rows(ask(store, name, parameters)).cells)


def test_every_question_has_a_header_and_runs(store: Store) -> None:
    assert len(questions()) >= 10
    for question in questions():
        assert question.zh
        assert question.en
        assert question.title("zh") != question.title("en")
        columns = rows(ask(store, question.name, {})).columns
        assert tuple(question.columns) == columns
        assert {"title"} <= set(columns)


def test_who_leads_what(store: Store) -> None:
    start = REPORT.index("设立社区")
    title = "关于优化服务工作情况的报告"
    row = ("静安区民政局", "设立社区服务工作站", "explicit", title, str(start), str(start + 9))
    assert cells(store, "who-leads-what", body="民政")[0] == row


def test_at_a_site_and_with_a_system(store: Store) -> None:
    assert cells(store, "at-site", site="工作站")[0][:3] == (
        "社区服务工作站",
        "设立社区服务工作站",
        "静安区民政局",
    )
    assert {r[0] for r in cells(store, "systems")} == {"智能导办系统"}


def test_numbers_with_and_without_a_day(store: Store) -> None:
    assert [r[:2] for r in cells(store, "numbers-as-of", day="2023-09-30")] == [("2023-09-30", "1200余件")]
    assert cells(store, "numbers-as-of", day="2022-01-01") == []
    assert [r[0] for r in cells(store, "no-date")] == ["30项"]


def test_parameters_are_values_not_text(store: Store) -> None:
    for attack in ('") } DROP ALL #', "\\", "?m . }"):
        assert cells(store, "who-leads-what", body=attack) == []
    assert store.reports()


@pytest.mark.parametrize(
    ("asked", "parameters", "code"),
    [
        ("who-leads", {}, "query-unknown"),
        ("who-leads-what", {"nobody": "x"}, "parameter-unknown"),
        ("numbers-as-of", {"day": "yesterday"}, "parameter-type"),
        ("SELECT ?x WHERE { SERVICE <http://localhost:1/> { ?x ?y ?z } }", {}, "query-service"),
        ("SELECT ?x WHERE {", {}, "query-broken"),
        ("DROP ALL ;", {}, "query-broken"),
    ],
)
def test_what_can_not_be_asked(store: Store, asked: str, parameters: dict[str, str], code: str) -> None:
    with pytest.raises(UsageMistake) as caught:
        ask(store, asked, parameters)
    assert caught.value.code == code
    assert caught.value.in_language("zh") != caught.value.in_language("en")


def test_answers_in_the_forms_of_sparql(store: Store) -> None:
    sparql = "SELECT ?t WHERE { ?r a kg:Report ; dcterms:title ?t }"
    assert "关于优化服务工作情况的报告" in serialized(ask(store, sparql, {}), "csv").decode()
    assert b"<sparql" in serialized(ask(store, sparql, {}), "xml")
    built = "CONSTRUCT { ?r dcterms:title ?t } WHERE { ?r a kg:Report ; dcterms:title ?t }"
    assert b"dcterms:title" in serialized(ask(store, built, {}), "turtle")
    with pytest.raises(UsageMistake):
        serialized(ask(store, sparql, {}), "turtle")


def test_a_trace_reads_from_the_body_to_the_sentence(store: Store) -> None:
    (row,) = [r for r in trace(store, "民政局") if r.outcomes]
    assert [(b.name, b.role, b.basis) for b in row.bodies] == [("静安区民政局", "lead", "explicit")]
    (outcome,) = row.outcomes
    assert (outcome.text, outcome.value, outcome.unit, outcome.modifier) == ("1200余件", "1200", "件", "over")
    assert outcome.as_of == "2023-09-30"
    assert row.line == 3
    assert row.paths == (("静安区民政局", row.measure, "社区服务工作站", "1200余件"),)
    assert REPORT[row.start : row.end] == row.measure
    assert row.measure in row.sentence


def test_quotes_do_not_matter_in_a_trace(store: Store) -> None:
    assert trace(store, "一窗受理") == trace(store, "“一窗受理”")


def test_nothing_found_tells_the_nearest_names(store: Store) -> None:
    with pytest.raises(NothingFound) as caught:
        trace(store, "静安区民政厅")
    assert "静安区民政局" in caught.value.in_language("zh")


def test_the_nearest_names_are_of_things_that_a_measure_is_linked_to() -> None:
    text = REPORT.replace("打造", "目前区教育局是成员单位之一。打造")
    with Store.in_memory() as made:
        made.put(facts_of(Text("a.txt", text)))
        bodies = {row["name"] for row in made.select("SELECT ?name WHERE { ?x a kg:Body ; skos:prefLabel ?name }")}
        assert "静安区教育局" in bodies
        with pytest.raises(NothingFound) as caught:
            trace(made, "静安区教育厅")
    told = caught.value.in_language("zh")
    assert "静安区民政局" in told
    assert "静安区教育局" not in told


def test_a_view_has_its_places(store: Store) -> None:
    seen = view(store)
    places = {n.label: [REPORT[p.start : p.end] for p in n.places] for n in seen.nodes}
    assert places["设立社区服务工作站"] == ["设立社区服务工作站"]
    assert places["静安区民政局"][0] == "区民政局"
    assert places["1200余件 (诉求)"] == ["1200余件"]
    assert seen.reports[0].characters == REPORT
    ids = {n.id for n in seen.nodes}
    assert all(e.source in ids and e.target in ids for e in seen.edges)
    focused = view(store, "智能导办系统")
    assert {n.label for n in focused.nodes if n.kind == "system"} == {"智能导办系统"}
    assert len(focused.nodes) < len(seen.nodes)
