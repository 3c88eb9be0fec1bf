"""``kg stats``."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.asking.stats import ActionCount, BodyCount, PairCount, ReportCount, Stats
from kg.cli.stats import KINDS as OFFERED
from kg.graph.store import Store
from kg.showing.counts import KINDS, counts_chart
from tests.cli.conftest import Ran
from tests.support import example_facts

BUREAU, GOVERNMENT = "黄浦区市场监督管理局", "黄浦区人民政府"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A store of the invented report."""
    with Store.open(tmp_path / "example.store", create=True) as opened:
        opened.put(example_facts())
    return tmp_path / "example.store"


def listed(kg: Callable[..., Ran], store: Path, by: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(kg("stats", "--by", by, "--store", store, "--format", "csv").out)))


def test_bodies_of_a_read_report(kg: Callable[..., Ran], store: Path) -> None:
    """The bureau sets up the window and accepts 57 complaints; the rest names nobody, so the government answers: the
    licences counted, the plan drawn up, the team to come, which as a plan can have no outcome yet."""
    rows = {row["body"]: row for row in listed(kg, store, "body")}
    bureau, government = rows[BUREAU], rows[GOVERNMENT]
    assert (bureau["measures"], bureau["led"], bureau["with_outcome"], bureau["without_outcome"]) == (
        "2",
        "2",
        "1",
        "1",
    )
    assert (government["measures"], government["with_outcome"], government["without_outcome"]) == ("3", "1", "1")
    assert (bureau["assumed"], government["assumed"]) == ("0", "3")
    assert bureau["shared"] == government["shared"] == "0"
    assert listed(kg, store, "pair") == []


def test_reports_and_actions_of_a_read_report(kg: Callable[..., Ran], store: Path) -> None:
    (report,) = listed(kg, store, "report")
    assert (report["measures"], report["done"], report["planned"], report["bodies"]) == ("5", "4", "1", "2")
    actions = listed(kg, store, "action")
    assert sum(int(row["measures"]) for row in actions) == 5
    assert next(row for row in actions if row["action"] == "set-up")["planned"] == "1"


def test_all_tables_in_both_languages(kg: Callable[..., Ran], example: Path) -> None:
    chinese, english = (kg("stats", "--store", example, "--lang", language).out for language in ("zh", "en"))
    for word in ("责任单位", "共同参与的单位", "行动类别", "中介度", "设立", "江川县税务局"):
        assert word in chinese
    for word in ("Bodies that work together", "Betweenness", "set up", "With outcome"):
        assert word in english


def test_the_table_of_bodies_says_how_its_last_columns_are_counted(kg: Callable[..., Ran], example: Path) -> None:
    for language, links in (("zh", "相连数"), ("en", "Links")):
        ran = kg("stats", "--store", example, "--by", "body", "--lang", language)
        assert links in ran.out.splitlines()[0]
        assert f"{links}{'：' if language == 'zh' else ':'}" in ran.err
    Path("nobody.txt").write_text("统计公报\n\n一、综合\n生产总值达到12亿元。\n", "utf-8")
    assert "相连数：" not in kg("stats", "nobody.txt", "--lang", "zh").err
    for more in (("--by", "pair"), ("--by", "body", "--format", "csv"), ("-q",)):
        assert "相连数：" not in kg("stats", "--store", example, *more).err


def test_json_has_every_kind_with_numbers(kg: Callable[..., Ran], example: Path) -> None:
    found = json.loads(kg("stats", "--store", example, "--format", "json").out)
    assert list(found) == ["body", "pair", "action", "report"]
    assert found["pair"] == [{"one": "江川县市场监督管理局", "other": "江川县税务局", "measures": 2}]
    one = json.loads(kg("stats", "--store", example, "--by", "action", "--format", "json").out)
    assert one == found["action"]
    assert one[0] == {"action": "set-up", "measures": 3, "done": 3, "ongoing": 0, "planned": 0}


def test_the_chart_has_a_bar_for_every_count(kg: Callable[..., Ran], example: Path, tmp_path: Path) -> None:
    assert kg("stats", "--store", example, "-o", "all.svg", "--lang", "zh").status == 0
    root = ET.fromstring((tmp_path / "all.svg").read_text("utf-8"))
    assert "Noto Sans CJK SC" in root.attrib["font-family"]
    assert "Microsoft YaHei" in root.attrib["font-family"]
    assert float(root.attrib["width"]) == 794
    assert float(root.attrib["height"]) <= 1123
    bars = [group.findtext(f"{SVG}title") for group in root.iter(f"{SVG}g")]
    assert len(bars) == 4 + 1 + 5 + 1
    assert bars[0] == "江川县人民政府: 有成效 1, 已完成无成效 2, 其余（计划、进行中） 1"
    assert "设立: 已完成 3, 进行中 0, 计划 0" in bars
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert texts[0] == "举措统计：1 份报告，7 项举措"


def test_the_chart_of_much_stands_on_a_page_and_names_both_of_a_pair() -> None:
    names = [f"长名市{name}和信息化发展委员会" for name in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"]
    many = Stats(
        tuple(BodyCount(name, "", 9, 9, 0, 0, 2, 3, 1, 0, 0.0) for name in names),
        tuple(PairCount(name, names[0], 3) for name in names[1:]),
        tuple(ActionCount(name, 9, 3, 3, 3) for name in names),
        tuple(ReportCount(name, 9, 3, 3, 3, 2, 1, 4) for name in names),
        False,
    )
    picture, height = counts_chart(many, OFFERED, "zh")
    assert height <= 1123
    texts = [text.text for text in ET.fromstring(picture).iter(f"{SVG}text")]
    at = texts.index(f"{names[1]} +")
    assert texts[at + 1] == names[0], "each in a line of its own"


def test_the_chart_as_png(kg: Callable[..., Ran], example: Path, tmp_path: Path) -> None:
    assert kg("stats", "--store", example, "--by", "body", "-o", "b.png").status == 0
    data = (tmp_path / "b.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20]) == 2 * 794


@pytest.mark.parametrize(
    ("options", "status", "word"),
    [
        (("--format", "docx"), 2, "There is no format “docx”"),
        (("-o", "x.docx"), 2, "There is no format “.docx”"),
        (("--format", "csv"), 2, "Name it with --by"),
        (("--by", "moon"), 2, "--by has no such value"),
        (("--store", "none"), 3, "There is no store"),
    ],
)
def test_mistakes(kg: Callable[..., Ran], example: Path, options: tuple[str, ...], status: int, word: str) -> None:
    ran = kg("stats", "--store", example, "--lang", "en", *options)
    assert (ran.status, ran.out) == (status, "")
    assert word in ran.err
    assert not Path("x.docx").exists()


def test_an_empty_store(kg: Callable[..., Ran], tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty.store", create=True):
        pass
    ran = kg("stats", "--store", "empty.store", "--lang", "en", "-o", "x.svg")
    assert (ran.status, ran.out) == (1, "")
    assert "no measure to count" in ran.err
    assert not Path("x.svg").exists()


def test_the_same_bytes_under_other_hash_seeds(example: Path) -> None:
    code = "import sys; from kg.cli import main; sys.exit(main(sys.argv[1:]))"
    for form in ("json", "svg"):
        told = set()
        for number in ("0", "77"):
            environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": number}
            arguments = ["stats", "--store", str(example), "--format", form]
            done = subprocess.run([sys.executable, "-c", code, *arguments], env=environment, stdout=-1, check=True)
            told.add(done.stdout)
        assert len(told) == 1


def test_what_the_command_offers_is_what_can_be_counted() -> None:
    assert tuple(KINDS) == OFFERED
