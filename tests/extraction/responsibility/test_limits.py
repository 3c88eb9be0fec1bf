"""What notes and tables tell of when their items are due, in whole reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.facts import Facts
from kg.pipeline import facts_of
from kg.reading import read

HEAD, TAIL = "关于印发2025年重点任务的通知\n各有关单位：\n", "某某市人民政府\n2025年1月5日\n"


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    """Three items, the last one's note without a term; a table below."""
    items = (
        "一、改善住房\n建设公租房。发放租房补贴。（责任单位：市财政局；完成时限：2025年6月底）\n"
        "二、改善交通\n修建道路。\n责任单位：市财政局\n完成时限：2025年9月底前\n"
        "三、改善环境\n治理河道。（责任单位：市财政局；完成时限：长期）\n"
        "四、任务清单\n序号\t重点任务\t牵头单位\t完成时限\n"
        "1\t建设停车场\t市财政局\t2025年11月底\n2\t改造菜市场\t市财政局\t持续推进\n"
    )
    (path := tmp_path / "plan.txt").write_text(HEAD + items + TAIL, encoding="utf-8")
    return facts_of(read(path))


def test_a_note_and_a_column_of_a_table_date_their_items(facts: Facts) -> None:
    told = {m.text: m.due and (m.due.text, m.due.as_of.isoformat()) for m in facts.measures}
    assert told == {
        "建设公租房": ("2025年6月底", "2025-06-30"),
        "发放租房补贴": ("2025年6月底", "2025-06-30"),
        "修建道路": ("2025年9月底前", "2025-09-30"),
        "治理河道": None,
        "建设停车场": ("2025年11月底", "2025-11-30"),
        "改造菜市场": None,
    }


def test_the_words_that_tell_it_stand_in_the_text(facts: Facts) -> None:
    days = [m.due for m in facts.measures if m.due]
    assert days
    assert all(facts.characters[d.start : d.end] == d.text for d in days)


def test_a_list_dates_what_is_reached_in_it(tmp_path: Path) -> None:
    text = f"{HEAD}2025年要重点做好以下三项工作：\n一是建成新院区。\n二是发放租房补贴。\n三是完成河道治理。\n{TAIL}"
    (path := tmp_path / "plan.txt").write_text(text, encoding="utf-8")
    told = {m.text: m.due and m.due.as_of.isoformat() for m in facts_of(read(path)).measures if "做好" not in m.text}
    assert told == {"建成新院区": "2025-12-31", "发放租房补贴": None, "完成河道治理": "2025-12-31"}


def test_what_was_done_is_not_due(tmp_path: Path) -> None:
    head = "关于工作情况的报告\n市人大常委会：\n"
    text = f"{head}去年完成了改造，2026年6月底前建成新院区。市水利局到2027年建成水库。\n{TAIL}"
    (path := tmp_path / "report.txt").write_text(text, encoding="utf-8")
    told = [(m.verb, m.status, m.due.text if m.due else "") for m in facts_of(read(path)).measures]
    assert told == [("完成", "done", ""), ("建成", "planned", "2026年6月底前"), ("建成", "planned", "到2027年")]
