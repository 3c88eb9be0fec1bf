"""What each command prints for a short report."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Ran

NUMBER = "黄府〔2024〕7号"
TITLE = "上海市黄浦区人民政府关于优化营商环境情况的报告"


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a CSV text."""
    return list(csv.DictReader(io.StringIO(text)))


class TestBuild:
    def test_prints_what_it_found(self, kg: Callable[..., Ran], report: Path) -> None:
        ran = kg("build", report, "--lang", "en")
        assert ran.status == 0
        assert ran.out.splitlines()[0] == f"{TITLE}（{NUMBER}）"
        assert "structure: 4 headings, 3 sentences" in ran.out
        assert ran.out.splitlines()[-1].startswith("1 built, 0 unchanged, ")

    def test_skips_what_has_not_changed(self, kg: Callable[..., Ran], report: Path) -> None:
        kg("build", report)
        again = kg("build", report, "--lang", "zh")
        assert again.status == 0
        assert "huangpu-2024-7.txt：没有变化，跳过。" in again.err
        assert "构建 0 份，未变 1 份" in again.out

    def test_replaces_what_has_changed(self, kg: Callable[..., Ran], tmp_path: Path) -> None:
        path = tmp_path / "r.txt"
        path.write_text(REPORT, "utf-8")
        kg("build", path)
        path.write_text(REPORT.replace("2048张", "4096张"), "utf-8")
        assert "1 built" in kg("build", path, "--lang", "en").out
        assert len(rows(kg("reports", "--format", "csv").out)) == 1
        graph = kg("export", "--format", "nquads").out
        assert "4096" in graph
        assert "2048" not in graph

    def test_takes_folders(self, kg: Callable[..., Ran], tmp_path: Path) -> None:
        (tmp_path / "a" / "b").mkdir(parents=True)
        (tmp_path / "a" / "one.txt").write_text(REPORT, "utf-8")
        (tmp_path / "a" / "b" / "two.txt").write_text(REPORT.replace("7号", "8号"), "utf-8")
        assert "2 built" in kg("build", "a", "--lang", "en").out
        assert sorted(r["source"] for r in rows(kg("reports", "--format", "csv").out)) == ["one.txt", "two.txt"]

    def test_store_from_the_environment(
        self, kg: Callable[..., Ran], report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("KG_STORE", "mine.store")
        kg("build", report)
        assert [p.name for p in tmp_path.iterdir()] == ["mine.store"]
        assert NUMBER in kg("reports").out


class TestFacts:
    def test_one_report_to_stdout_in_the_gold_form(self, kg: Callable[..., Ran], report: Path) -> None:
        ran = kg("facts", report)
        facts = json.loads(ran.out)
        assert ran.err == ""
        assert facts["source"] == "huangpu-2024-7.txt"
        assert facts["document"]["number"] == NUMBER
        for kind in ("sections", "entities", "quantities", "dates", "measures"):
            assert facts[kind], kind
            for row in facts[kind]:
                assert REPORT[row["start"] : row["end"]] == row.get("text", row.get("heading"))

    def test_several_into_a_new_folder(self, kg: Callable[..., Ran], report: Path, tmp_path: Path) -> None:
        (tmp_path / "b.txt").write_text(REPORT, "utf-8")
        ran = kg("facts", report, "b.txt", "-o", "new/facts")
        assert (ran.status, ran.out) == (0, "")
        assert sorted(p.name for p in (tmp_path / "new" / "facts").iterdir()) == ["b.json", "huangpu-2024-7.json"]
        assert json.loads((tmp_path / "new" / "facts" / "b.json").read_text("utf-8"))["source"] == "b.txt"

    @pytest.mark.parametrize(("language", "word"), [("zh", "2 份报告"), ("en", "There are 2 reports")])
    def test_several_need_a_folder(
        self, kg: Callable[..., Ran], report: Path, tmp_path: Path, language: str, word: str
    ) -> None:
        (tmp_path / "b.txt").write_text(REPORT, "utf-8")
        ran = kg("facts", report, "b.txt", "--lang", language)
        assert (ran.status, ran.out) == (2, "")
        assert word in ran.err

    def test_equal_stems_are_told_before_anything_is_written(self, kg: Callable[..., Ran], tmp_path: Path) -> None:
        for folder in ("a", "b"):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "same.txt").write_text(REPORT, "utf-8")
        ran = kg("facts", "a", "b", "-o", "out", "--lang", "en")
        assert ran.status == 2
        assert "a/same.txt" in ran.err
        assert "b/same.txt" in ran.err
        assert not (tmp_path / "out").exists()

    def test_needs_no_store(self, kg: Callable[..., Ran], report: Path, tmp_path: Path) -> None:
        kg("facts", report)
        assert list(tmp_path.iterdir()) == []


class TestValidate:
    def test_findings_name_their_measure_and_sentence(self, kg: Callable[..., Ran], store: Path) -> None:
        ran = kg("validate", "--store", store, "--lang", "zh")
        assert ran.status == 0
        assert "2048张" in ran.out
        assert "发放行业综合许可证2048张" in ran.out

    def test_status_follows_fail_on(self, kg: Callable[..., Ran], store: Path) -> None:
        levels = ("violation", "warning", "info", "none")
        statuses = [kg("validate", "--store", store, "--fail-on", level).status for level in levels]
        assert statuses == [0, 1, 1, 0]

    def test_json_holds_the_findings(self, kg: Callable[..., Ran], store: Path) -> None:
        findings = json.loads(kg("validate", "--store", store, "--format", "json").out)
        assert {"violation"}.isdisjoint(f["severity"] for f in findings)
        assert any("2048张" in f["sentence"] for f in findings)

    def test_turtle_is_a_report_of_the_standard(self, kg: Callable[..., Ran], store: Path) -> None:
        from rdflib import RDF, SH, Graph

        text = kg("validate", "--store", store, "--format", "ttl").out
        graph = Graph().parse(data=text, format="turtle")
        assert len(list(graph.subjects(RDF.type, SH.ValidationReport))) == 1
        assert list(graph.subjects(RDF.type, SH.ValidationResult))

    def test_files_are_checked_too(self, kg: Callable[..., Ran], store: Path, tmp_path: Path) -> None:
        kg("export", "-o", "graph.ttl", "--store", store)
        assert kg("validate", "graph.ttl").status == 0
        broken = (tmp_path / "graph.ttl").read_text("utf-8").replace('oa:exact "2048张"', 'oa:exact "2049张"')
        (tmp_path / "broken.ttl").write_text(broken, "utf-8")
        assert kg("validate", "broken.ttl").status == 1

    def test_a_file_without_a_statement_conforms_and_is_told(self, kg: Callable[..., Ran], tmp_path: Path) -> None:
        (tmp_path / "none.ttl").write_text("@prefix kg: <https://w3id.org/reformkg/ontology#> .\n", "utf-8")
        for language, said in (("zh", "none.ttl 中没有任何陈述"), ("en", "none.ttl has no statement")):
            ran = kg("validate", "none.ttl", "--lang", language)
            assert ran.status == 0
            assert said in ran.err


class TestQuery:
    def test_list_shows_questions_in_the_readers_language(self, kg: Callable[..., Ran]) -> None:
        english = rows(kg("query", "--list", "--format", "csv", "--lang", "en").out)
        chinese = rows(kg("query", "--list", "--format", "csv", "--lang", "zh").out)
        assert len(english) >= 10
        assert [r["name"] for r in english] == [r["name"] for r in chinese]
        assert english[0]["question"] != chinese[0]["question"]

    def test_every_question_can_be_asked_with_its_defaults(self, kg: Callable[..., Ran], store: Path) -> None:
        for question in rows(kg("query", "--list", "--format", "csv").out):
            ran = kg("query", question["name"], "--format", "json", "--store", store)
            assert ran.status == 0, (question, ran.err)
            assert json.loads(ran.out), question

    def test_a_name_that_nothing_has_is_told_with_those_that_are_near(
        self, kg: Callable[..., Ran], store: Path
    ) -> None:
        for question in ("who-leads-what", "who-works-with-whom"):
            ran = kg("query", question, "-p", "body=黄浦区市场局", "--store", store, "--lang", "en")
            assert (ran.status, ran.out) == (1, "")
            assert "“黄浦区市场局” in its name (parameter body)" in ran.err
            assert "黄浦区市场监督管理局" in ran.err
        far = kg("query", "at-site", "-p", "site=qqq", "--store", store, "--lang", "en")
        assert far.status == 1
        assert "nearest" not in far.err

    def test_a_question_that_has_no_row_and_names_nothing_unknown_is_no_failure(
        self, kg: Callable[..., Ran], store: Path
    ) -> None:
        for parameter in ((), ("-p", "report=黄浦")):
            ran = kg("query", "percentages", *parameter, "--store", store, "--format", "csv")
            assert (ran.status, len(ran.out.splitlines())) == (0, 1)

    def test_a_query_of_ones_own(
        self, kg: Callable[..., Ran], store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sparql = (
            "SELECT ?number WHERE { GRAPH ?g { ?r a <https://w3id.org/reformkg/ontology#Report> ;"
            " <http://purl.org/dc/terms/identifier> ?number } }"
        )
        (tmp_path / "number.rq").write_text(sparql, "utf-8")
        assert rows(kg("query", "number.rq", "--format", "csv", "--store", store).out) == [{"number": NUMBER}]
        monkeypatch.setattr("sys.stdin", io.StringIO(sparql))
        assert NUMBER in kg("query", "-", "--store", store).out

    def test_a_query_that_makes_triples(self, kg: Callable[..., Ran], store: Path, tmp_path: Path) -> None:
        text = "CONSTRUCT { ?r dcterms:identifier ?n } WHERE { ?r a kg:Report ; dcterms:identifier ?n }"
        (tmp_path / "made.rq").write_text(text, "utf-8")
        assert NUMBER in kg("query", "made.rq", "--format", "ttl", "--store", store).out
        assert NUMBER in kg("query", "made.rq", "--store", store).out
        assert kg("query", "made.rq", "--format", "csv", "--store", store).status == 2


class TestTrace:
    def test_from_body_to_sentence(self, kg: Callable[..., Ran], store: Path) -> None:
        ran = kg("trace", "黄浦区市场监督管理局", "--format", "json", "--store", store)
        assert ran.status == 0
        for part in ("黄浦区市场监督管理局", "受理企业诉求57件", "2024-10-31"):
            assert part in ran.out
        assert "设立“办不成事”反映窗口" in ran.out.replace('\\"', '"')

    def test_the_formats_tell_the_same(self, kg: Callable[..., Ran], store: Path) -> None:
        for form in ("table", "csv", "json"):
            assert "2048" in kg("trace", "一业一证", "--format", form, "--store", store).out


class TestView:
    @pytest.mark.parametrize(
        ("name", "start"),
        [("a.html", b"<!"), ("a.svg", b"<"), ("a.png", b"\x89PNG"), ("a.dot", b"digraph"), ("a.mmd", b"")],
    )
    def test_format_comes_from_the_name(
        self, kg: Callable[..., Ran], store: Path, tmp_path: Path, name: str, start: bytes
    ) -> None:
        ran = kg("view", "-o", name, "--store", store, "--lang", "en")
        assert (ran.status, ran.out, ran.err) == (0, "", f"Written: {name}\n")
        data = (tmp_path / name).read_bytes()
        assert data.lower().startswith(start.lower())
        assert name == "a.png" or "黄浦区市场监督管理局" in data.decode()

    def test_focus(self, kg: Callable[..., Ran], store: Path) -> None:
        whole = kg("view", "--format", "dot", "--store", store).out
        part = kg("view", "--format", "dot", "--focus", "反映窗口", "--store", store).out
        assert "反映窗口" in part
        assert len(part) < len(whole)
        assert kg("view", "--format", "dot", "--focus", "无此事物", "--store", store).status == 1


class TestReportsAndRemove:
    def test_a_row_a_report(self, kg: Callable[..., Ran], store: Path) -> None:
        (row,) = rows(kg("reports", "--format", "csv", "--store", store).out)
        assert (row["number"], row["title"], row["date"]) == (NUMBER, TITLE, "2024-11-05")
        assert row["source"] == "huangpu-2024-7.txt"
        assert int(row["measures"]) >= 3

    def test_headings_are_the_readers_words(self, kg: Callable[..., Ran], store: Path) -> None:
        assert kg("reports", "--store", store, "--lang", "zh").out.split()[:3] == ["文号", "标题", "落款机关"]
        assert kg("reports", "--store", store, "--lang", "en").out.split()[:3] == ["Number", "Title", "Issuer"]

    @pytest.mark.parametrize("name", [NUMBER, TITLE, "huangpu-2024-7.txt"])
    def test_removed_by_any_of_its_names(self, kg: Callable[..., Ran], report: Path, name: str) -> None:
        kg("build", report)
        ran = kg("remove", name, "--lang", "en")
        assert (ran.status, ran.out) == (0, "")
        assert TITLE in ran.err
        assert rows(kg("reports", "--format", "csv").out) == []
        assert kg("export", "--format", "nquads").out == ""
