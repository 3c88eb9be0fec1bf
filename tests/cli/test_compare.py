"""``kg compare`` and ``kg answers``."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from kg.asking.acts import Count
from kg.asking.compare import Change
from kg.cli import main
from kg.showing.comparison import change_line
from tests.cli.conftest import REPORT, Ran

LATER = (
    REPORT.replace("7号", "8号")
    .replace("57件", "63件")
    .replace("将组建", "组建")
    .replace("2024年11月5日", "2025年11月5日")
)
DEMANDS = "一、服务\n组建专员队伍。\n修建<海底>隧道&码头。\n"
RUNS = """
import sys
from kg.cli import main

for form in ("txt", "json", "html", "xlsx"):
    for words in (["compare", "earlier", "later"], ["answers", "../d.txt", "earlier"]):
        assert main([*words, "--store", sys.argv[1], "-o", f"{words[0]}.{form}"]) == 0
"""


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the reports of two years."""
    folder = tmp_path_factory.mktemp("years")
    (folder / "earlier.txt").write_text(REPORT, "utf-8")
    (folder / "later.txt").write_text(LATER, "utf-8")
    path = folder / "kg.store"
    assert main(["build", "-q", "--store", str(path), str(folder)]) == 0
    return path


def test_text_names_kinds_sentences_and_places(kg: Callable[..., Ran], years: Path) -> None:
    ran = kg("compare", "earlier", "later", "--store", years, "--lang", "zh")
    assert (ran.status, ran.err) == (0, "")
    assert "黄府〔2024〕7号" in ran.out.splitlines()[0]
    assert "57件 → 63件 (+6 件, +10.5%)" in ran.out
    assert re.search(r"^  A \d+: \[\d+, \d+\) 区市场监管局设立“办不成事”反映窗口", ran.out, re.MULTILINE)
    english = kg("compare", "earlier", "later", "--store", years, "--lang", "en").out
    assert re.search(r"Pairs.*: \d+ reported as done, \d+ continued;", english)
    assert "0 of A unanswered, 0 of A dropped, 0 of B new." in english
    held = {
        Path(report["source"]).name: report["measures"]
        for report in json.loads(kg("reports", "--store", years, "--format", "json").out)
    }
    assert f"A has {held['earlier.txt']} measures, B {held['later.txt']}." in english


def test_nothing_is_said_to_be_fulfilled(kg: Callable[..., Ran], years: Path) -> None:
    for language, claim, told in (("zh", "兑现", "已报告完成"), ("en", "Fulfilled", "eported as done")):
        for form in ("text", "html"):
            out = kg("compare", "earlier", "later", "--store", years, "--format", form, "--lang", language).out
            assert told in out
            assert claim not in out


def test_a_pair_of_a_low_score_is_marked_in_every_form(kg: Callable[..., Ran], tmp_path: Path) -> None:
    for name, words in (("one", "将建设社区食堂。将举办消防演练。"), ("two", "已建设社区公园4座。已举办消防演练。")):
        (tmp_path / f"{name}.txt").write_text(f"{name}工作报告\n\n一、工作\n{words}\n", "utf-8")
    assert kg("build", "-q", "--store", "s", "one.txt", "two.txt").status == 0
    told = json.loads(kg("compare", "one.txt", "two.txt", "--store", "s", "--format", "json").out)
    (row,) = (row for row in told["rows"] if row["likeness"])
    assert row["likeness"]["score"] < 0.5
    assert row["uncertain"] is True
    assert told["counts"]["uncertain"] == 1
    shown = {
        form: ["compare", "one.txt", "two.txt", "--store", "s", "--lang", "zh", "--format", form]
        for form in ("text", "html")
    }
    assert re.search(r"^▶ .*0\.[34]\d  存疑", kg(*shown["text"]).out, re.MULTILINE)
    assert '<article class="doubtful">' in (page := kg(*shown["html"]).out)
    assert "<strong>存疑</strong>" in page
    assert kg("compare", "one.txt", "two.txt", "--store", "s", "--lang", "zh", "-o", "c.xlsx").status == 0
    assert _part(tmp_path / "c.xlsx", "xl/sharedStrings.xml").count("<t>存疑</t>") == 1


@pytest.mark.parametrize(
    ("before", "after", "unit", "zh", "en"),
    [
        ("600000000000", "612100000000", "元", "(+121亿元, +2.0%)", "(+12,100,000,000 元, +2.0%)"),
        ("20000", "7500", "人", "(-1.25万人, -62.5%)", "(-12,500 人, -62.5%)"),
        ("6.5", "7", "%", "(+0.5 个百分点)", "(+0.5 points)"),
        ("58", "58", "条", "(不变)", "(unchanged)"),
    ],
)
def test_differences_are_readable(before: str, after: str, unit: str, zh: str, en: str) -> None:
    counts = [Count(value + unit, Decimal(value), unit, "", "") for value in (before, after)]
    difference = Decimal(after) - Decimal(before)
    percent = None if unit == "%" else round(difference / Decimal(before) * 100, 1)
    change = Change("", unit, counts[0], counts[1], difference, percent)
    assert change_line(change, "zh").endswith(zh)
    assert change_line(change, "en").endswith(en)


@pytest.mark.parametrize(
    ("modifiers", "told"),
    [(("exact", "over"), "(数字相同，限定不同)"), (("over", "over"), "(不变)"), (("exact", "exact"), "(不变)")],
)
def test_the_same_figure_with_another_qualifier_is_not_unchanged(modifiers: tuple[str, str], told: str) -> None:
    before, after = (Count("100家", Decimal(100), "家", "企业", "", modifier) for modifier in modifiers)
    assert change_line(Change("企业", "家", before, after, Decimal(0), Decimal(0)), "zh").endswith(told)


def test_a_target_stands_beside_its_result(kg: Callable[..., Ran], tmp_path: Path) -> None:
    for name, words in (("one", "将建设社区食堂12家。"), ("two", "已建设社区食堂超过12家。")):
        (tmp_path / f"{name}.txt").write_text(f"{name}工作报告\n\n一、工作\n{words}\n", "utf-8")
    assert kg("build", "-q", "--store", "s", "one.txt", "two.txt").status == 0
    told = kg("compare", "one.txt", "two.txt", "--store", "s", "--lang", "zh").out
    assert re.search(r"目标与结果: \S+ 12家 → 超过12家 \(数字相同，限定不同\)", told)


@pytest.mark.parametrize(
    ("target", "result", "missed"),
    [("5%以上", "3.7%", True), ("5%以上", "5.2%", False), ("5%左右", "4.9%", False), ("不超过5%", "5.2%", True)],
)
def test_a_target_that_was_missed_is_told_so(
    kg: Callable[..., Ran], tmp_path: Path, target: str, result: str, missed: bool
) -> None:
    for name, words in (("one", f"力争城镇调查失业率{target}。"), ("two", f"城镇调查失业率{result}。")):
        heading = "二、下一步工作" if name == "one" else "一、工作情况"
        (tmp_path / f"{name}.txt").write_text(f"{name}工作报告\n\n{heading}\n{words}\n", "utf-8")
    assert kg("build", "-q", "--store", "s", "one.txt", "two.txt").status == 0
    told = kg("compare", "one.txt", "two.txt", "--store", "s", "--lang", "zh").out
    assert "目标与结果" in told
    assert ("未达目标" in told) is missed
    assert ("达到目标" in told) is not missed


def test_json_holds_both_sides_of_a_pair(kg: Callable[..., Ran], years: Path) -> None:
    told = json.loads(kg("compare", "earlier", "later", "--store", years, "--format", "json").out)
    assert told["first"]["number"] == "黄府〔2024〕7号"
    assert sum(told["counts"][kind] for kind in ("fulfilled", "continued")) == len(told["rows"])
    row = next(row for row in told["rows"] if row["changes"])
    assert REPORT[row["first"]["start"] : row["first"]["end"]] == row["first"]["text"]
    assert LATER[row["second"]["start"] : row["second"]["end"]] == row["second"]["text"]
    assert 0 < row["likeness"]["score"] <= 1
    assert {name for name, _ in row["likeness"]["parts"]} >= {"words", "around"}


def test_a_report_with_itself_is_all_continued(kg: Callable[..., Ran], years: Path) -> None:
    told = json.loads(kg("compare", "earlier", "earlier", "--store", years, "--format", "json").out)
    assert told["counts"]["continued"] == len(told["rows"]) > 0


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "是同一份报告，或正文完全相同"), ("en", "are one report, or two")]
)
def test_a_report_beside_itself_is_told_on_stderr(
    kg: Callable[..., Ran], years: Path, tmp_path: Path, language: str, said: str
) -> None:
    ran = kg("compare", "黄府〔2024〕7号", "earlier", "--store", years, "--lang", language)
    assert ran.status == 0
    assert said in ran.err
    assert said not in ran.out
    assert kg("compare", "earlier", "earlier", "--store", years, "-q").err == ""
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(REPORT, "utf-8")
        assert kg("build", "-q", "--store", "s", f"{name}.txt").status == 0
    names = [report["source"] for report in json.loads(kg("reports", "--store", "s", "--format", "json").out)]
    assert said in kg("compare", names[0], names[-1], "--store", "s", "--lang", language).err


def test_a_later_report_before_an_earlier_one_is_told(kg: Callable[..., Ran], years: Path) -> None:
    ran = kg("compare", "later", "earlier", "--store", years, "--lang", "zh")
    assert ran.status == 0
    assert "第一份报告（2025-11-05）晚于第二份（2024-11-05）" in ran.err
    assert (
        "The first report (2025-11-05) is later"
        in kg("compare", "later", "earlier", "--store", years, "--lang", "en").err
    )


@pytest.mark.parametrize(
    ("names", "status", "said"), [(("没有", "later"), 1, "没有报告"), (("earlier", "黄府"), 2, "符合多份报告")]
)
def test_names_of_none_or_several(
    kg: Callable[..., Ran], years: Path, names: tuple[str, str], status: int, said: str
) -> None:
    ran = kg("compare", *names, "--store", years, "--lang", "zh")
    assert (ran.status, ran.out) == (status, "")
    assert said in ran.err


def test_pages_ask_for_nothing_and_show_text_as_text(kg: Callable[..., Ran], years: Path, tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text(DEMANDS, "utf-8")
    pages = [
        kg("compare", "earlier", "later", "--store", years, "--format", "html").out,
        kg("answers", "d.txt", "earlier", "--store", years, "--format", "html", "--lang", "zh").out,
    ]
    for page in pages:
        assert "default-src 'none'; style-src 'unsafe-inline'" in page
        assert not re.search(r"<script|https?://|src=|@import|url\(", page)
    assert "修建&lt;海底&gt;隧道&amp;码头" in pages[1]
    assert "没有举措回应" in pages[1]


def test_workbooks_have_a_row_a_measure_or_demand(kg: Callable[..., Ran], years: Path, tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text(DEMANDS, "utf-8")
    assert kg("compare", "earlier", "later", "--store", years, "-o", "c.xlsx").status == 0
    assert kg("answers", "d.txt", "earlier", "--store", years, "-o", "a.xlsx").status == 0
    rows = len(json.loads(kg("compare", "earlier", "later", "--store", years, "--format", "json").out)["rows"])
    sheet = _part(tmp_path / "c.xlsx", "xl/worksheets/sheet1.xml")
    assert sheet.count("<row ") == rows + 1
    things = _part(tmp_path / "c.xlsx", "xl/worksheets/sheet2.xml")
    heads = re.findall(r'<c r="[A-D]1"[^>]*t="s"><v>(\d+)</v>', things)
    words = re.findall(r"<t[^>]*>([^<]*)</t>", _part(tmp_path / "c.xlsx", "xl/sharedStrings.xml"))
    assert words[int(heads[2])] in ("名称", "Name")
    assert "<f>" not in sheet
    assert "修建&lt;海底&gt;隧道&amp;码头" in _part(tmp_path / "a.xlsx", "xl/sharedStrings.xml")


def test_answers_as_text_and_json(kg: Callable[..., Ran], years: Path, tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text(DEMANDS, "utf-8")
    ran = kg("answers", "d.txt", "earlier", "--store", years, "--lang", "en")
    assert ran.status == 0
    assert "Demands answered: 1 (0 of them by a section's heading, 0 by a section's matter); unanswered: 1." in ran.out
    assert "[planned]" in ran.out
    told = json.loads(kg("answers", "d.txt", "earlier", "--store", years, "--format", "json").out)
    assert [len(demand["answers"]) for demand in told["demands"]] == [1, 0]
    assert "专员队伍" in told["demands"][0]["answers"][0]["measure"]["sentence"]


def test_a_section_that_answers_stands_in_every_form(kg: Callable[..., Ran], seed: Path, tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("1.推进“一业一证”改革。\n2.推进医疗服务改革。\n", "utf-8")
    assert kg("build", "-q", "--store", "s", seed).status == 0
    asked = ["answers", "d.txt", "静府议", "--store", "s"]
    text = kg(*asked, "--lang", "zh").out
    assert "有回应 1 项（其中按标题 1 项、按内容 0 项），未见回应 1 项。" in text
    assert re.search(
        r"^  按标题回应 0\.\d\d：\(一\) 推进“一业一证”改革,同步推进综合监管（第 20 行）", text, re.MULTILINE
    )
    assert re.search(r"^  最接近的举措，不足以算作回应 0\.[23]\d: ", text, re.MULTILINE)
    page = kg(*asked, "--lang", "zh", "--format", "html").out
    assert [page.count(f'class="{state}"') for state in ("answered", "unanswered")] == [1, 1]
    assert "不足以算作回应" in page
    assert text.count("建立发证清单定期核对机制,组织") == 1, "four measures of one sentence"
    assert page.count("<mark>建立发证清单定期核对机制</mark>,<mark>组织") == 1
    told = json.loads(kg(*asked, "--format", "json").out)
    assert (told["answered"], told["by_heading"], told["unanswered"]) == (1, 1, 1)
    assert told["demands"][0]["headed"]["head"]["line"] == 20
    assert told["demands"][1]["nearest"]["likeness"]["score"] < 0.35
    assert kg(*asked, "--lang", "zh", "-o", "a.xlsx").status == 0
    words = _part(tmp_path / "a.xlsx", "xl/sharedStrings.xml")
    assert "<t>按标题回应</t>" in words
    assert "不足以算作回应" in words


def test_a_section_of_the_same_matter_stands_in_every_form(kg: Callable[..., Ran], seed: Path, tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("1.引导银行加大信贷支持力度，缓解融资难、融资贵问题，推进企业上市。\n", "utf-8")
    assert kg("build", "-q", "--store", "s", seed).status == 0
    asked = ["answers", "d.txt", "静府议", "--store", "s"]
    said = re.compile(r"按内容回应（请核对）0\.\d\d：\(二\) 多举措提升金融服务质效（第 29 行），其下举措 7 项")
    assert said.search(kg(*asked, "--lang", "zh").out)
    assert said.search(page := kg(*asked, "--lang", "zh", "--format", "html").out)
    assert 'class="answered"' in page
    told = json.loads(kg(*asked, "--format", "json").out)
    assert (told["answered"], told["by_heading"], told["by_matter"], told["unanswered"]) == (1, 0, 1, 0)
    assert told["demands"][0]["headed"]["said"] is False
    assert [name for name, _ in told["demands"][0]["headed"]["likeness"]["parts"]] == ["words", "meaning"]
    assert kg(*asked, "--lang", "zh", "-o", "a.xlsx").status == 0
    assert "<t>按内容回应（请核对）</t>" in _part(tmp_path / "a.xlsx", "xl/sharedStrings.xml")


@pytest.mark.parametrize(("language", "said"), [("zh", "1 项意见，"), ("en", "Of 1 demand in d.txt none")])
def test_demands_that_nothing_answers(
    kg: Callable[..., Ran], years: Path, tmp_path: Path, language: str, said: str
) -> None:
    (tmp_path / "d.txt").write_text("一、服务\n修建海底隧道。\n", "utf-8")
    ran = kg("answers", "d.txt", "earlier", "--store", years, "--lang", language)
    assert ran.status == 1
    assert said in ran.err
    assert "修建海底隧道" in ran.out
    quiet = kg("answers", "d.txt", "earlier", "--store", years, "-q", "-o", "a.json")
    assert (quiet.status, quiet.err) == (1, "")
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["unanswered"] == 1


def test_demands_that_cannot_be_read(kg: Callable[..., Ran], years: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"\x00\x01")
    assert kg("answers", "b.txt", "earlier", "--store", years).status == 3
    assert kg("answers", "none.txt", "earlier", "--store", years).status == 3
    assert kg("answers", "b.txt").status == 2


def test_the_same_bytes_under_other_hash_seeds(years: Path, tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text(DEMANDS, "utf-8")
    written: list[dict[str, bytes]] = []
    for number in ("0", "4242"):
        settings = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": number}
        folder = tmp_path / number
        folder.mkdir()
        subprocess.run([sys.executable, "-c", RUNS, str(years)], cwd=folder, env=settings, check=True)
        written.append({p.name: p.read_bytes() for p in folder.iterdir()})
    assert len(written[0]) == 8
    assert written[0] == written[1]


def test_workbooks_are_as_wide_as_the_paper_with_heads_on_each_page(
    kg: Callable[..., Ran], years: Path, tmp_path: Path
) -> None:
    (tmp_path / "d.txt").write_text(DEMANDS, "utf-8")
    for words in (["compare", "earlier", "later"], ["answers", "d.txt", "earlier"]):
        assert kg(*words, "--store", years, "-o", "p.xlsx").status == 0
        sheet = _part(tmp_path / "p.xlsx", "xl/worksheets/sheet1.xml")
        assert '<pageSetUpPr fitToPage="1"/>' in sheet
        assert 'orientation="landscape"' in sheet
        assert "_xlnm.Print_Titles" in _part(tmp_path / "p.xlsx", "xl/workbook.xml")


def _part(path: Path, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as book:
        return book.read(name).decode()
