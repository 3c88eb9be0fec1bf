"""``--report`` and ``--issuer``: of which reports alone a command answers."""

from __future__ import annotations

import csv
import io
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Ran

HUANGPU, YANGPU = "黄浦区人民政府", "杨浦区人民政府"


@pytest.fixture
def three(kg: Callable[..., Ran], tmp_path: Path) -> Path:
    """A store of two reports of one district and one of another."""
    later = (
        REPORT.replace("〔2024〕7号", "〔2025〕8号").replace("2024年11月5日", "2025年11月5日").replace("57件", "75件")
    )
    other = REPORT.replace("黄浦", "杨浦").replace("黄府", "杨府").replace("57件", "31件")
    for name, text in (("a", REPORT), ("b", later), ("c", other)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    assert kg("build", "-q", "a.txt", "b.txt", "c.txt", "--store", "three").status == 0
    return tmp_path / "three"


COMMANDS = (
    ("ask", "截至10月底有哪些数字？"),
    ("ask", "有哪些计划？"),
    ("query", "who-leads-what"),
    ("query", "SELECT ?title { ?r a kg:Report ; dcterms:title ?title }"),
    ("stats", "--by", "report"),
    ("stats", "--by", "body"),
    ("table",),
)


def rows(ran: Ran) -> list[list[str]]:
    assert ran.status == 0, ran.err
    return sorted(list(csv.reader(io.StringIO(ran.out.removeprefix("\ufeff"))))[1:])


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: " ".join(c))
def test_each_answers_of_these_reports_alone(kg: Callable[..., Ran], three: Path, command: tuple[str, ...]) -> None:
    def of(*options: str) -> str:
        return str(rows(kg(*command, "--store", three, "--format", "csv", *options)))

    assert HUANGPU in of() or "黄浦" in of() or "57件" in of() or "组建" in of()
    assert "黄浦" not in of("--issuer", YANGPU)
    assert "杨浦" not in of("--issuer", HUANGPU)
    assert of("--issuer", HUANGPU) == of("--issuer", "黄浦区")
    assert of("--report", "杨府〔2024〕7号") == of("--issuer", YANGPU)
    assert of("--report", "〔2024〕7号", "--issuer", HUANGPU) == of("--report", "黄府〔2024〕7号")


def test_two_reports_count_as_two(kg: Callable[..., Ran], three: Path) -> None:
    def measures(*options: str) -> list[str]:
        found = csv.DictReader(
            io.StringIO(kg("stats", "--by", "report", "--format", "csv", "--store", three, *options).out)
        )
        return [row["measures"] for row in found]

    assert len(measures()) == 3
    assert len(measures("--issuer", HUANGPU)) == 2
    assert len(measures("--report", "b.txt")) == 1


def test_a_query_of_ones_own_meets_each_statement_once(kg: Callable[..., Ran], three: Path) -> None:
    counted = "SELECT (COUNT(?b) AS ?n) (COUNT(DISTINCT ?b) AS ?apart) { ?b a kg:Body }"
    for options in ((), ("--issuer", HUANGPU), ("--report", "a.txt")):
        ((all_told, apart),) = rows(kg("query", counted, "--store", three, "--format", "csv", *options))
        assert all_told == apart != "0"
    graphs = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?r a kg:Report } }"
    assert rows(kg("query", graphs, "--store", three, "--format", "csv", "--issuer", HUANGPU)) == [["2"]]


def test_the_command_that_is_told_asks_the_same_reports(kg: Callable[..., Ran], three: Path) -> None:
    ran = kg("ask", "哪些数字没有日期？", "--issuer", HUANGPU, "--store", three, "--format", "csv", "--lang", "en")
    told = shlex.split(ran.err.partition(": ")[2])
    direct = kg(*told[1:], "--store", three, "--format", "csv")
    assert [row[:-1] for row in rows(ran)] == rows(direct)
    assert "--issuer" in told


def test_a_report_that_names_no_issuer_is_that_of_the_government_it_speaks_for(
    kg: Callable[..., Ran], tmp_path: Path
) -> None:
    unsigned = "丽水市促进消费若干措施\n\n一、消费\n发放消费券。建设社区食堂12家。\n"
    for name, text in (("a", REPORT), ("b", unsigned)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    assert kg("build", "-q", "a.txt", "b.txt", "--store", "two").status == 0
    for command in COMMANDS[2:]:
        ran = kg(*command, "--store", "two", "--issuer", "丽水", "--format", "csv", "--lang", "en")
        assert "食堂" in ran.out or "丽水市" in ran.out
        assert "黄浦" not in ran.out
        assert "1 of these reports names no issuer" in ran.err
        assert "b.txt" in ran.err
    led = kg("stats", "--by", "body", "--store", "two", "--issuer", "丽水市人民政府", "--format", "csv", "-q")
    assert led.out.splitlines()[1].startswith("丽水市人民政府")
    assert led.err == ""
    signed = kg("stats", "--by", "body", "--store", "two", "--issuer", HUANGPU, "--lang", "en")
    assert "names no issuer" not in signed.err


def test_what_is_not_there_is_told(kg: Callable[..., Ran], three: Path) -> None:
    for command in COMMANDS:
        none = kg(*command, "--store", three, "--issuer", "火星局", "--format", "csv", "--lang", "en")
        assert (none.status, none.out) == (1, "")
        assert f"The issuers are: {YANGPU}、{HUANGPU}" in none.err
        several = kg(*command, "--store", three, "--report", "优化营商环境", "--format", "csv", "--lang", "en")
        assert (several.status, several.out) == (2, "")
        assert "fits several reports" in several.err
    unknown = kg("ask", "杨浦区人民政府牵头哪些举措？", "--store", three, "--issuer", HUANGPU)
    assert unknown.status == 1
    assert "杨浦区人民政府" in unknown.err
