"""What may be asked of a store and how: parameters are values, what is wrong is told, names are looked up."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import pytest

from kg.asking.phrasings import expression, fitted, normalised, phrasings
from kg.asking.questions import ask, question, questions
from kg.asking.results import rows
from kg.errors import KgError, UnreadableInput, UsageMistake
from kg.graph.store import Store


@pytest.mark.parametrize("value", ['") } DROP ALL #', "\\", "'", "}\n", '"""', "?m", "http://{x}"])
def test_a_value_stays_a_value(example: Store, value: str) -> None:
    before = list(example.lines())
    for q in questions():
        for p in q.parameters:
            if p.type == "string" and not p.among:
                rows(ask(example, q.name, {p.name: value}))
    assert list(example.lines()) == before


@pytest.mark.parametrize(
    ("asked", "parameters", "code"),
    [
        ("who-leads-wat", {}, "query-unknown"),
        ("at-site", {"place": "x"}, "parameter-unknown"),
        ("numbers-as-of", {"day": "10月底"}, "parameter-type"),
        ("numbers-as-of", {"day": "20241031"}, "parameter-type"),
        ("targets", {"year": "2024年"}, "parameter-type"),
        ("measures-of-status", {"state": "done') } DROP ALL #"}, "parameter-among"),
        ("largest-counts", {"least": ""}, "parameter-type"),
        ("numbers-as-of", {"day": "2024-02-30"}, "parameter-type"),
        ("SELECT * {", {}, "query-broken"),
        ("SELECT ?s { ?s ?p ?o }", {"subject": "x"}, "parameter-unknown"),
        ("SELECT ?s { ?s ?p ?o }", {"s) {} VALUES (?y": "x"}, "parameter-unknown"),
        ("DROP ALL", {}, "query-broken"),
        ("PREFIX a: <b:c>\nINSERT DATA { a:b a:c 1 }", {}, "query-broken"),
    ],
)
def test_what_is_asked_wrongly_is_told(example: Store, asked: str, parameters: dict[str, str], code: str) -> None:
    with pytest.raises(UsageMistake) as caught:
        ask(example, asked, parameters)
    assert caught.value.code == code
    assert caught.value.exit_status == 2
    assert caught.value.in_language("zh") != caught.value.in_language("en")


def test_the_nearest_question_is_named() -> None:
    with pytest.raises(UsageMistake, match="who-leads-what"):
        question("who-leads-wat")


def test_a_broken_query_is_told_with_line_and_column(example: Store) -> None:
    with pytest.raises(UsageMistake, match="2:9"):
        ask(example, "SELECT * {\n ?s ?p }", {})


def test_a_query_file(example: Store, tmp_path: Path) -> None:
    path = tmp_path / "own.rq"
    path.write_text("SELECT ?n { ?m rdfs:label ?l ; kg:verb ?n FILTER(?n = ?verb) }", "utf-8")
    assert rows(ask(example, str(path), {"verb": "印发"})).cells == (("印发",),)
    with pytest.raises(UnreadableInput):
        ask(example, str(tmp_path / "none.rq"), {})


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ service silent <{url}> {{ ?s ?p ?o }} }}",
        'SELECT * {{ BIND("""a" """ AS ?z) SERVICE SILENT <{url}> {{ ?s ?p "x" }} }}',
        "SELECT * {{ # note\r SERVICE SILENT <{url}> {{ ?s ?p ?o }}\n}}",
        "SELECT * {{ \\u0053ERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
        "PREFIX x: <{url}>\nSELECT * {{ SERVICE SILENT x:a\\#b {{ ?s ?p ?o }} }}",
        "PREFIX x: <{url}>\nSELECT * {{ OPTIONAL {{ x:a\\#b ?p ?o }} SERVICE SILENT x: {{ ?s ?p ?o }} }}",
        "PREFIX : <{url}>\nSELECT * {{ SERVICE:x {{ ?s ?p ?o }} }}",
        "SELECT * {{ ?s ?p 1SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
    ],
)
def test_no_query_opens_a_connection(example: Store, query: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)
        with pytest.raises(KgError) as caught:
            rows(ask(example, query.format(url=f"http://127.0.0.1:{listener.getsockname()[1]}/"), {}))
        assert caught.value.code == "query-service"
        with pytest.raises(TimeoutError):
            listener.accept()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service a kg:Report }",
        'SELECT ?r { ?r a kg:Report FILTER("SERVICE" != "") } # service',
        "SELECT ?r { ?r a kg:Report MINUS { ?r <http://e.org/service> ?x } MINUS { ?r kg:service ?x } }",
    ],
)
def test_the_word_alone_is_no_service(example: Store, query: str) -> None:
    assert len(rows(ask(example, query, {})).cells) == 1


NAMED = [(q.name, p.name) for q in questions() for p in q.parameters if p.names]


@pytest.mark.parametrize(("name", "parameter"), NAMED)
@pytest.mark.parametrize("text", ["企业", "县", "Nothing is called so"])
def test_things_looked_up_by_name_give_the_answer_that_comparing_names_gives(
    example: Store, monkeypatch: pytest.MonkeyPatch, name: str, parameter: str, text: str
) -> None:
    looked_up = rows(ask(example, name, {parameter: text}))
    monkeypatch.setattr("kg.asking.questions.MOST_GIVEN", -1)
    assert looked_up == rows(ask(example, name, {parameter: text}))


def test_every_question_that_compares_names_says_whose() -> None:
    comparing = {q.name for q in questions() if "  FILTER EXISTS {\n    ?" in q.sparql and "?label" in q.sparql}
    texts = {"in-section", "figures-about", "evidence", "targets"}
    assert comparing | texts == {name for name, parameter in NAMED if parameter != "report"}


def test_parameters_stand_in_expressions_alone() -> None:
    """They are put in as values, which can be no column and would make a pattern another one."""
    for asked in questions():
        for parameter in asked.parameters:
            query = asked.sparql[asked.sparql.index("SELECT") :]
            for use in re.finditer(rf"\?{parameter.name}\b", query):
                before = query[: use.start()].splitlines()[-1]
                assert "FILTER" in before or "BIND" in before, f"{asked.name}: {parameter.name}"


def test_a_value_is_no_part_of_the_query(example: Store) -> None:
    for text in ('") } #', "?m", "\\", "}"):
        assert rows(ask(example, "planned", {"report": text})).cells == ()


def test_a_pattern_that_fits_is_not_passed_over_for_a_word() -> None:
    """Each third example against each pattern: words are looked for first, and tell the same as the pattern itself."""
    patterns = sorted({p.pattern for p in phrasings()})
    fitting = 0
    for said in sorted({normalised(p.example) for p in phrasings()})[::3]:
        for text in {said, said.replace(" ", "")}:
            found = {p for p in patterns if fitted(p, text)}
            assert found == {p for p in patterns if expression(p).fullmatch(text)}
            fitting += len(found)
    assert fitting > 300


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("谁[在](负责|牵头){name}", "谁牵头改革", True),
        ("谁[在](负责|牵头){name}", "谁推进改革", False),
        ("[报告]{name}(有|)(哪些|什么)", "区府哪些", True),
        ("(which body|who) (leads|lead) {name}", "which  body leads x", True),
        ("((做|办)了|{name})好", "甲好", True),
        ("[去]{name}", "甲", True),
    ],
)
def test_a_choice_needs_one_of_its_words(pattern: str, text: str, fits: bool) -> None:
    assert bool(fitted(pattern, text)) == bool(expression(pattern).fullmatch(text)) == fits
