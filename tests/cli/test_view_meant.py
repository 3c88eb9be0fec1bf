"""What ``kg view`` says where the words of ``--focus`` name several things."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Ran

TWICE = "区行政服务中心受理企业诉求57件。在区行政服务中心设立“办不成事”反映窗口2个。"


@pytest.fixture
def twice(kg: Callable[..., Ran], tmp_path: Path) -> Path:
    """A store in which a body and a site have one name."""
    (tmp_path / "r.txt").write_text(REPORT.replace("二、下一步工作", f"(三)服务企业。{TWICE}\n二、下一步工作"), "utf-8")
    assert kg("build", "-q", "r.txt", "--store", "twice.store").status == 0
    return tmp_path / "twice.store"


@pytest.mark.parametrize("text", ["黄浦区行政服务中心", "行政服务"])
def test_one_name_of_two_things_offers_no_way_that_is_none(kg: Callable[..., Ran], twice: Path, text: str) -> None:
    ran = kg("view", "--focus", text, "--format", "dot", "--store", twice, "--lang", "en")
    assert ran.err == (
        "2 things are called “黄浦区行政服务中心” (Body, Site). All are shown; no name shows one of them alone.\n"
    )


def test_of_several_names_one_can_be_written_in_full(kg: Callable[..., Ran], twice: Path) -> None:
    ran = kg("view", "--focus", "黄浦区", "--format", "dot", "--store", twice, "--lang", "en")
    assert "黄浦区行政服务中心 (Body), 黄浦区行政服务中心 (Site)" in ran.err
    assert "write one of them in full" in ran.err


def test_one_name_in_several_reports_is_told_once_and_reports_tell_them_apart(
    kg: Callable[..., Ran], tmp_path: Path
) -> None:
    for number, town in (("7", "黄浦区"), ("8", "静安区")):
        text = REPORT.replace("黄浦区", town).replace("7号", f"{number}号")
        text = text.replace("二、下一步工作", "(三)服务企业。行业协会开展培训5场。\n二、下一步工作")
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    assert kg("build", "-q", "7.txt", "8.txt", "--store", "two.store").status == 0
    ran = kg("view", "--focus", "行业协会", "--format", "dot", "--store", "two.store", "--lang", "en")
    assert ran.err.startswith("2 things are called “行业协会”, in these reports: ")
    assert "黄浦区人民政府关于优化营商环境情况的报告, " in ran.err
    assert "--report shows those of one" in ran.err
    some = kg("view", "--focus", "行业", "--format", "dot", "--store", "two.store", "--lang", "en")
    assert some.err.count("行业协会") == 1
    one = kg(
        "view", "--focus", "行业协会", "--report", "8号", "--format", "dot", "--store", "two.store", "--lang", "en"
    )
    assert (one.status, one.err) == (0, "")
