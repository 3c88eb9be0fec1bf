"""Tables of text: whole where no terminal shows them, with the cited words in view, codes in the reader's words."""

from __future__ import annotations

import re

import pytest

from kg.asking.questions import questions
from kg.graph.ontology import labels
from kg.graph.terms import ONTOLOGY
from kg.showing.codes import CODED, in_words
from kg.showing.labels import LABELS
from kg.showing.layout import columns_in
from kg.showing.table import table

CITED = "开展“双一流”创建"
LONG = f"加大河南大学“双一流”建设力度,推进河南农业大学等7所高校的11个学科{CITED},并对其进展每年评估,结果报省政府备案。"


def last_cell(sentence: str, measure: str, widest: int | None) -> str:
    shown = table(("measure", "sentence"), [(measure, sentence)], "table", "zh", ("举措", "原句"), widest)
    return shown.splitlines()[2].rpartition("  ")[2]


def test_nothing_is_cut_unless_asked_to() -> None:
    assert last_cell(LONG, CITED, None) == LONG
    assert last_cell(LONG, CITED, 1000) == LONG


@pytest.mark.parametrize("widest", [40, 60])
def test_a_sentence_is_cut_so_that_the_measure_is_in_view(widest: int) -> None:
    cut = last_cell(LONG, CITED, widest)
    assert CITED in cut
    assert cut.startswith(f"…{CITED}")
    assert cut.endswith("…") == (widest == 40)
    assert columns_in(cut) <= widest
    assert last_cell(LONG, "结果报省政府备案", widest) == "…结果报省政府备案。"


def test_a_sentence_whose_beginning_holds_the_measure_begins_there() -> None:
    beginning = last_cell(LONG, "加大河南大学", 60)
    assert LONG.startswith(beginning.removesuffix("…"))
    assert last_cell(LONG, "别处的话", 60) == beginning, "what the sentence doesn't hold"
    assert columns_in(last_cell(LONG, LONG[2:], 60)) <= 60, "a measure longer than the cell"


@pytest.mark.parametrize(
    ("column", "code", "zh", "en"),
    [
        ("status", "done", "已完成", "done"),
        ("basis", "explicit", "文中点名", "named"),
        ("modifier", "at_most", "至多", "at most"),
        ("relation", "basedOn", "依据", "based on"),
        ("role", "lead", "牵头", "leads"),
        ("yearFrom", "title", "报告标题", "title"),
        ("yearFrom", "outcome", "成效日期", "day of the outcome"),
        ("kind", "law", "法律法规", "law"),
        ("kind", "set-up", "设立", "set up"),
        ("kind", "two words", "two words", "two words"),
        ("kind", "organisation", "机构", "body"),
        ("bases", "register rule", "登记册、按规则", "register, rule"),
        ("title", "done", "done", "done"),
        ("status", "", "", ""),
    ],
)
def test_codes_are_said_in_words_to_readers_and_kept_for_programs(column: str, code: str, zh: str, en: str) -> None:
    assert [in_words(column, code, language) for language in ("zh", "en")] == [zh, en]
    assert table((column,), [(code,)], "table", "zh", ("栏",)).splitlines()[-1] == zh
    assert table((column,), [(code,)], "csv", "zh", ("栏",)).splitlines()[0] == column
    assert f'"{column}": "{code}"' in table((column,), [(code,)], "json", "zh", ("栏",))


def test_every_code_that_a_question_answers_with_is_said_in_words() -> None:
    for asked in questions():
        coded = re.findall(r"BIND\((?:COALESCE\()?STRAFTER\([^\n]* AS \?(\w+)\)", asked.sparql)
        assert set(coded) <= set(CODED), asked.name


def test_every_beginning_of_a_code_is_one_of_labels_or_concepts() -> None:
    known = [*LABELS, *(iri.removeprefix(f"{ONTOLOGY}#") for iri in labels())]
    for before in (before for befores in CODED.values() for before in befores):
        assert any(name.startswith(before) for name in known), before
