"""What reports are called, and which one a person means."""

from __future__ import annotations

from datetime import date

import pytest

from kg.errors import NothingFound, UsageMistake
from kg.graph.held import StoredReport
from kg.graph.named import SHOWN, called, named, those

WORK = "政府工作报告"


def _report(
    source: str, title: str | None = WORK, number: str | None = None, issuer: str | None = None, year: int | None = None
) -> StoredReport:
    day = date(year, 1, 6) if year else None
    return StoredReport(f"urn:{source}", f"urn:g:{source}", title, number, issuer, day, source, 1)


REPORTS = (
    _report("a.txt", issuer="广东省人民政府", year=2026),
    _report("b.txt", issuer="青海省人民政府", year=2026),
    _report("c.txt", number="黄府〔2024〕7号", issuer="黄浦区人民政府", year=2024),
    _report("d.txt", title="2025年广东省政府工作报告", issuer="广东省人民政府"),
    _report("e.txt", title=None),
)


def test_reports_of_one_title_are_told_apart_by_who_issued_them_and_when() -> None:
    assert list(called(REPORTS).values()) == [
        "政府工作报告 (广东省人民政府, 2026-01-06, a.txt)",
        "政府工作报告 (青海省人民政府, 2026-01-06, b.txt)",
        "政府工作报告 (黄府〔2024〕7号, c.txt)",
        "2025年广东省政府工作报告",
        "e.txt",
    ]
    assert called(REPORTS, numbered=True)["urn:c.txt"] == "政府工作报告 黄府〔2024〕7号"
    assert called(REPORTS[2:3]) == {"urn:c.txt": WORK}, "its number tells it"
    assert called(REPORTS[2:3], numbered=True) == {"urn:c.txt": "政府工作报告 黄府〔2024〕7号"}


def test_a_title_that_does_not_say_whose_it_is_is_told_with_its_issuer() -> None:
    assert called(REPORTS[:1]) == {"urn:a.txt": "政府工作报告 (广东省人民政府)"}
    assert called((_report("f.txt"), REPORTS[4])) == {"urn:f.txt": WORK, "urn:e.txt": "e.txt"}


def test_a_report_can_be_named_as_it_is_called() -> None:
    some = (REPORTS[0], REPORTS[3])
    for reports in (REPORTS, some):
        for iri, name in called(reports).items():
            assert named(reports, name).iri == iri


def test_a_name_of_several_reports_tells_how_to_name_one_of_them() -> None:
    with pytest.raises(UsageMistake) as caught:
        named(REPORTS, WORK)
    said = caught.value.in_language("zh")
    assert "政府工作报告 (青海省人民政府, 2026-01-06, b.txt)、黄府〔2024〕7号。" in said
    assert "文件名" in said
    for name in ("b.txt", "b", "黄府〔2024〕7号"):
        assert named(REPORTS, name) in REPORTS


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_unknown_name_tells_that_there_are_more_than_are_listed(language: str) -> None:
    many = [_report(f"{i}.txt", title=f"第{i}号报告", issuer=f"第{i}区人民政府") for i in range(SHOWN + 1)]
    for asked in ({"name": "火星"}, {"issuer": "火星"}):
        for reports, more in ((many, True), (many[:SHOWN], False)):
            with pytest.raises(NothingFound) as caught:
                those(reports, **asked)
            said = caught.value.in_language(language)
            assert ("…" in said) is more
            assert "图库" not in said, "the reports may be files"
            assert "store" not in said


def test_a_report_of_another_issuer_is_told_as_that() -> None:
    reports = [_report("a.txt", issuer="广东省人民政府", title="甲报告"), _report("b.txt", issuer="青海省人民政府")]
    assert [r.source for r in those(reports, "甲报告", "广东")] == ["a.txt"]
    with pytest.raises(NothingFound) as told:
        those(reports, "甲报告", "青海省")
    assert told.value.code == "report-of-another"
    with pytest.raises(NothingFound) as told:
        those(reports, "乙报告", "青海省")
    assert told.value.code == "report-unknown"
