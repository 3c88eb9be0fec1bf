"""``kg reason``, ``kg why``, stores of an older ontology, and shapes of one's own."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.graph.store import Store
from kg.graph.terms import ENGINE, ONTOLOGY_VERSION
from tests.cli.conftest import Ran

SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix kg: <https://w3id.org/reformkg/ontology#> .
<http://example.org/short> a sh:NodeShape ; sh:targetClass kg:Measure ;
  sh:property [ sh:path kg:object ; sh:maxLength 3 ; sh:severity sh:Warning ; sh:message "宾语太长"@zh ] .
"""


@pytest.fixture
def mine(store: Path, tmp_path: Path) -> Path:
    """A copy of the store that a test may change."""
    return Path(shutil.copytree(store, tmp_path / "mine.store"))


def aged(folder: Path, version: str) -> None:
    """Makes the store say that another version of the ontology made its reports."""
    with Store.open(folder) as store:
        for graph in store.graphs():
            lines = (
                re.sub(rf'{ENGINE} "[^"]*"', f'{ENGINE} "0+ontology.{version}"', x) for x in store.graph_lines(graph)
            )
            store.put_graph(graph, sorted(lines))


def test_reason_counts_by_rule_and_why_tells_the_chain(kg: Callable[..., Ran], mine: Path) -> None:
    ran = kg("reason", "--store", mine, "--lang", "zh")
    assert ran.status == 0
    assert "牵头的逆：" in ran.out
    assert ran.out.splitlines()[-1].startswith("共推出 ")
    told = kg("why", "“办不成事”反映窗口", "--store", mine, "--lang", "zh")
    assert told.status == 0
    assert "推论规则: 设立者的服务点" in told.out
    assert "区市场监管局设立【“办不成事”反映窗口】" in told.out
    assert "(一) 设立窗口" in told.out
    found = json.loads(kg("why", "受理企业诉求57件", "--store", mine, "--format", "json").out)
    assert {r["place"]["quote"] for r in found if r["place"]} >= {"57件", "截至10月底"}


def test_why_of_nothing(kg: Callable[..., Ran], mine: Path) -> None:
    ran = kg("why", "没有的事", "--store", mine, "--lang", "en")
    assert (ran.status, ran.out) == (1, "")
    assert "says nothing about “没有的事”" in ran.err


def test_a_new_report_drops_what_was_inferred_and_says_so(
    kg: Callable[..., Ran], mine: Path, tmp_path: Path, report: Path
) -> None:
    kg("reason", "--store", mine)
    other = tmp_path / "other.txt"
    other.write_text(report.read_text("utf-8").replace("7号", "9号"), "utf-8")
    ran = kg("build", other, "--store", mine, "--lang", "en")
    assert "Run kg reason again" in ran.err
    with Store.open(mine) as opened:
        assert not opened.has_inferences()


@pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java")
def test_a_checked_store_is_consistent(kg: Callable[..., Ran], mine: Path) -> None:
    ran = kg("reason", "--check", "--store", mine, "--lang", "en")
    assert ran.status == 0
    assert "HermiT finds no contradiction." in ran.err


@pytest.mark.parametrize("command", [("reports",), ("query", "who-leads-what"), ("trace", "窗口"), ("validate",)])
def test_a_store_of_an_older_ontology_says_how_to_make_it_anew(
    kg: Callable[..., Ran], mine: Path, command: tuple[str, ...]
) -> None:
    aged(mine, "0.1.0")
    ran = kg(*command, "--store", mine, "--lang", "en")
    assert ran.out
    assert "1 report in the store was made with another version of the ontology (huangpu-2024-7.txt)" in ran.err
    assert f"kg build --again --store {mine}" in ran.err


def test_again_makes_everything_anew_from_the_texts_in_the_store(kg: Callable[..., Ran], mine: Path) -> None:
    with Store.open(mine) as opened:
        before = list(opened.lines())
    aged(mine, "0.1.0")
    ran = kg("build", "--again", "--store", mine, "--lang", "en")
    assert ran.status == 0
    assert ran.out.startswith("1 report of ")
    with Store.open(mine) as opened:
        assert list(opened.lines()) == before
        assert opened.outdated() == ()
        assert any(ONTOLOGY_VERSION in line for line in before)
    assert kg("reports", "--store", mine).err == ""


def test_build_needs_something_to_build(kg: Callable[..., Ran]) -> None:
    ran = kg("build", "--lang", "en")
    assert ran.status == 2
    assert "SOURCE... is missing" in ran.err


def test_shapes_of_ones_own(kg: Callable[..., Ran], mine: Path, tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text(SHAPES, "utf-8")
    text = kg("validate", "--store", mine, "--shapes", "own.ttl", "--lang", "zh").out
    assert "[警告] 宾语太长" in text
    assert kg("validate", "--store", mine, "--shapes", "own.ttl", "--fail-on", "warning").status == 1


@pytest.mark.parametrize(
    "broken",
    [
        SHAPES.replace("sh:maxLength 3", 'sh:maxLength "x"'),
        SHAPES.replace("sh:maxLength 3", 'sh:sparql [ sh:select "SELECT $this WHERE { nonsense" ; sh:message "x" ]'),
        SHAPES.replace("sh:targetClass", "sh:targetClass ;"),
    ],
)
def test_shapes_that_do_not_compile(kg: Callable[..., Ran], mine: Path, tmp_path: Path, broken: str) -> None:
    (tmp_path / "own.ttl").write_text(broken, "utf-8")
    ran = kg("validate", "--store", mine, "--shapes", "own.ttl", "--lang", "en")
    assert (ran.status, ran.out) == (3, "")
    assert ran.err.startswith("Error: ")
    assert "own.ttl" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_findings_as_a_page(kg: Callable[..., Ran], mine: Path, tmp_path: Path) -> None:
    assert kg("validate", "--store", mine, "-o", "findings.html", "--lang", "zh").status == 0
    page = (tmp_path / "findings.html").read_text("utf-8")
    assert "<mark>制定《黄浦区营商环境工作方案》</mark>" in page
    assert "default-src 'none'" in page
    assert "没有写明由谁负责" in page


def test_the_services_in_terms_of_the_eu(kg: Callable[..., Ran], mine: Path) -> None:
    out = kg("export", "--store", mine, "--format", "cpsv-ap").out
    assert "cv:PublicOrganisation" in out
    assert "黄浦区市场监督管理局" in out
