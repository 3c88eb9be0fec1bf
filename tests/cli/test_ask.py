"""``kg ask``."""

from __future__ import annotations

import csv
import io
import json
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Ran

BUREAU = "黄浦区市场监督管理局"


def test_the_answer_with_its_sentence(kg: Callable[..., Ran], store: Path) -> None:
    ran = kg("ask", "区市场监管局牵头哪些举措？", "--store", store, "--format", "csv")
    assert ran.status == 0
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert {row["leadBody"] for row in rows} == {BUREAU}
    for row in rows:
        measure = REPORT[int(row["start"]) : int(row["end"])]
        assert measure == row["measure"]
        assert measure in row["sentence"]
        assert row["sentence"] in REPORT
    assert ran.err.strip() == f"所问即：kg query who-leads-what -p 'body={BUREAU}'"


def test_what_is_told_can_be_run(kg: Callable[..., Ran], store: Path) -> None:
    ran = kg("ask", "Which measures are led by 区市场监管局?", "--store", store, "--format", "csv", "--lang", "en")
    told = shlex.split(ran.err.partition(": ")[2])
    direct = kg(*told[1:], "--store", store, "--format", "csv")
    assert direct.status == 0
    assert [row[:-1] for row in csv.reader(io.StringIO(ran.out))] == list(csv.reader(io.StringIO(direct.out)))


def test_who_answers_for_a_reform_that_only_its_heading_names(kg: Callable[..., Ran], store: Path) -> None:
    ran = kg("ask", "哪个单位负责一业一证?", "--store", store, "--format", "json")
    assert ran.status == 0
    rows = json.loads(ran.out)
    assert "黄浦区人民政府" in {row["leadBody"] for row in rows}
    assert all("一业一证" in row["sentence"] for row in rows)


def test_the_table_has_headings_in_the_readers_language(kg: Callable[..., Ran], store: Path) -> None:
    assert kg("ask", "有哪些计划？", "--store", store, "--lang", "zh").out.splitlines()[0].split()[-1] == "原句"
    assert kg("ask", "有哪些计划？", "--store", store, "--lang", "en").out.splitlines()[0].split()[-1] == "Sentence"


def test_an_empty_answer_shows_the_nearest_sentences(kg: Callable[..., Ran], store: Path) -> None:
    ran = kg("ask", "2009年行业综合许可证有哪些举措？", "--store", store, "--lang", "zh", "--format", "csv")
    assert ran.status == 1
    assert len(ran.out.splitlines()) == 1
    told = ran.err.partition("用词与问题最接近的句子（不一定是答案）：\n")[2]
    assert told
    assert all("行业综合许可证" in line for line in told.splitlines())
    (sentence,) = {line.strip().partition(" [")[0].strip("…") for line in told.splitlines()[:1]}
    assert sentence in REPORT


def test_several_names_and_an_empty_answer_are_told(kg: Callable[..., Ran], store: Path) -> None:
    ran = kg("ask", "浦区牵头哪些举措？", "--store", store, "--lang", "en")
    assert "fits" in ran.err
    assert BUREAU in ran.err
    region = kg("ask", "黄浦区牵头哪些举措？", "--store", store, "--lang", "en")
    assert "“黄浦区” is taken for its government, “黄浦区人民政府”" in region.err
    day = kg("ask", "截至10月底有哪些数字？", "--store", store, "--lang", "en")
    assert "taken for 2024-10-31" in day.err
    empty = kg("ask", "有哪些百分比？", "--store", store, "--lang", "en", "--format", "csv")
    assert (empty.status, len(empty.out.splitlines())) == (1, 1)
    assert "nothing of the kind" in empty.err
    part = kg("ask", "黄浦区综合许可证今年比去年多还是少？", "--store", store, "--lang", "en")
    assert part.status == 0
    assert "--issuer" in part.err
    assert "“今年、比、去年、多还是少” is not told by the answer" in part.err
    alone = kg("ask", "区市场监管局配合了哪些举措？", "--store", store, "--lang", "en")
    assert alone.status == 0
    assert [line.partition(" -p ")[0] for line in alone.err.splitlines() if "kg query" in line] == [
        "This asks: kg query partners",
        "This asks: kg query measures-of-body",
    ]
    assert "That has no answer" in alone.err
    assert "“配合了” is not told by the answer" in alone.err
    quiet = kg("ask", "有哪些百分比？", "--store", store, "-q")
    assert (quiet.status, quiet.err) == (1, "")


@pytest.mark.parametrize(
    ("question", "status", "word"),
    [
        ("今天天气怎么样", 2, "can't be read"),
        ("黄浦区除火星外的办件工作", 2, "What is not read, or not in the store: 除火星外"),
        ("谁负责火星基地", 1, "no such name: “火星基地”"),
        ("截至某年某月有哪些数字", 2, "day or number can't be read"),
    ],
)
def test_what_cannot_be_answered_says_what_can(
    kg: Callable[..., Ran], store: Path, question: str, status: int, word: str
) -> None:
    ran = kg("ask", question, "--store", store, "--lang", "en")
    assert (ran.status, ran.out) == (status, "")
    assert word in ran.err
    assert sum(line.startswith("  ") for line in ran.err.splitlines()) == 3


def test_an_unknown_format(kg: Callable[..., Ran], store: Path) -> None:
    assert kg("ask", "有哪些计划？", "--store", store, "--format", "svg").status == 2


LATE = "加强知识产权保护力度并进一步完善维权援助机制,健全多元纠纷解决渠道,优化企业登记流程,设立企业服务专窗。"


@pytest.fixture
def late(kg: Callable[..., Ran], tmp_path: Path) -> Path:
    """A store of a report with a sentence whose last measure stands far from its beginning."""
    (tmp_path / "late.txt").write_text(
        REPORT.replace("二、下一步工作", f"(三)优化服务。{LATE}\n二、下一步工作"), "utf-8"
    )
    assert kg("build", "-q", "late.txt", "--store", "late.store").status == 0
    return tmp_path / "late.store"


def test_sentences_are_whole_where_no_terminal_shows_them(
    kg: Callable[..., Ran], late: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("query", "evidence", "-p", "text=企业服务专窗", "--store", late)
    whole = kg(*asked).out
    assert LATE in whole
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    (row,) = kg(*asked).out.splitlines()[2:]
    assert LATE not in row
    assert row.count("设立企业服务专窗") == 2, "as a measure and in its sentence"
    kg(*asked, "-o", "told.txt")
    assert (tmp_path / "told.txt").read_text("utf-8") == whole


def test_codes_are_words_in_the_table_and_codes_in_csv(kg: Callable[..., Ran], store: Path) -> None:
    asked = ("query", "measures-of-status", "--store", store)
    shown = kg(*asked, "--lang", "zh").out
    assert "计划" in shown
    assert "planned" not in shown
    assert "issuer" not in shown
    assert "planned" in kg(*asked, "--format", "csv").out
    mine = "PREFIX kg: <https://w3id.org/reformkg/ontology#> SELECT ?status { BIND('done' AS ?status) }"
    assert "done" in kg("query", mine, "--store", store, "--lang", "zh").out, "one's own query answers as it is written"
