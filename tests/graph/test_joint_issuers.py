"""Bodies that issue a report together: each issued it, is found by its own name, and lends it to no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.asking.told import told
from kg.graph.named import those
from kg.graph.quads import quads
from kg.graph.store import Store
from kg.pipeline import facts_of
from kg.reading.text import Text
from tests.asking.test_questions import answer

NOTICE = """关于开设老年食堂的通知
沪民发〔2023〕5号
各区人民政府：

　　现通知如下。

　　2023年开设老年食堂5家。

　　上海市民政局

　　上海市财政局

　　2023年5月6日
"""
BODY = "https://w3id.org/reformkg/id/body/310000/"
REPORT = "https://w3id.org/reformkg/id/report/310000/上海市民政局/沪民发〔2023〕5号"
SIGNERS = ("上海市民政局", "上海市财政局")


def said(lines: list[str], subject: str, predicate: str) -> list[str]:
    start, end = f"<{subject}> <{predicate}> ", f" <{REPORT.replace('/report/', '/graph/')}> ."
    return [line[len(start) : -len(end)] for line in lines if line.startswith(start)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("joint") / "kg.store"
    with Store.open(path, create=True) as store:
        store.put(facts_of(Text("joint.txt", NOTICE)))
    return path


def test_each_issued_it_as_its_own_name_in_the_signature_says() -> None:
    lines = quads(facts_of(Text("joint.txt", NOTICE)))
    assert said(lines, REPORT, "http://purl.org/dc/terms/creator") == [f"<{BODY}{name}>" for name in SIGNERS]
    for name in SIGNERS:
        start = NOTICE.index(name)
        place = f"{REPORT}/evidence/{start}-{start + len(name)}"
        statement = f"{REPORT}/statement/creator/{start}-{start + len(name)}/{name}"
        assert said(lines, statement, "https://w3id.org/reformkg/ontology#evidence") == [f"<{place}>"]
        assert said(lines, place, "http://www.w3.org/ns/oa#exact") == [f'"{name}"']
        (leads,) = (line.split(" ")[0][1:-1] for line in lines if f"#agent> <{BODY}{name}>" in line)
        assert said(lines, leads, "https://w3id.org/reformkg/ontology#evidence") == [f"<{place}>"]


def test_none_is_called_by_the_names_of_all() -> None:
    lines = quads(facts_of(Text("joint.txt", NOTICE)))
    assert [line for line in lines if "altLabel" in line and all(name in line for name in SIGNERS)] == []


def test_the_store_knows_them_in_the_order_in_which_they_sign(folder: Path) -> None:
    turned = NOTICE.replace(SIGNERS[0], "X").replace(SIGNERS[1], SIGNERS[0]).replace("X", SIGNERS[1])
    for text, signers in ((NOTICE, SIGNERS), (turned, SIGNERS[::-1])):
        with Store.in_memory() as store:
            store.put(facts_of(Text("joint.txt", text)))
            (report,) = store.reports()
        assert (report.issuer, report.joined_by) == (signers[0], signers[1:])
    for _ in range(2):  # the second time from what is kept beside the graphs
        with Store.open(folder) as store:
            (report,) = store.reports()
            assert report.all_answer == SIGNERS


@pytest.mark.parametrize("name", [*SIGNERS, "财政"])
def test_it_is_a_report_of_each(folder: Path, name: str) -> None:
    with Store.open(folder) as store:
        assert [report.source for report in those(store.reports(), issuer=name)] == ["joint.txt"]
        assert told(store, f"{name}2023年老年食堂") == ("关于开设老年食堂的通知",)
        assert answer(store, "report-card", "issuer", "measures") == [("上海市民政局、上海市财政局", "1")]
