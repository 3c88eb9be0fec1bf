"""Tables of tasks that tell in columns who answers."""

from __future__ import annotations

import pytest

from kg.facts import Facts
from kg.pipeline import facts_of
from kg.reading.text import Text

TITLE = "岳西县人民政府关于印发岳西县港口发展工作方案的通知\n\n各镇人民政府：\n\n附件：任务分工表\n"
LEADS, HELPS = "岳西县财政局", "岳西县教育局"


def facts(table: str) -> Facts:
    return facts_of(Text("1.txt", f"{TITLE}{table}\n"))


def who(found: Facts, words: str) -> list[tuple[str, str, str]]:
    """Role, name and basis of whoever answers for the act with these words."""
    (agents,) = (m.agents for m in found.measures if words in m.text)
    return [(a.role, a.name, a.basis) for a in agents]


BOTH = [("lead", LEADS, "explicit"), ("partner", HELPS, "explicit")]


@pytest.mark.parametrize(
    "table",
    [
        "序号 | 重点任务 | 牵头单位 | 配合单位\n1 | 新建泊位5个。 | 县财政局 | 县教育局\n"
        "2 | 疏浚航道9公里。 | 县教育局 | 县财政局",
        "序号\t重点任务\t牵头单位\t配合单位\n1\t新建泊位5个。\t县财政局\t县教育局\n2\t疏浚航道9公里。\t县教育局\t县财政局",
        "序号 | 重点任务 | 牵头单位 | 配合单位\n1 | 加快新建泊位5个，完善预案 | 县财政局 | 县教育局\n"
        "2 | 疏浚航道9公里 | 县教育局 | 县财政局",
        "重点任务 | 牵头单位 | 配合单位\n新建泊位5个。 | 县财政局 | 县教育局\n疏浚航道9公里。 | 县教育局 | 县财政局",
        "牵头单位 | 配合单位 | 重点任务\n县财政局 | 县教育局 | 新建泊位5个。\n县教育局 | 县财政局 | 疏浚航道9公里。",
        "序号 | 重点任务 | 牵头单位 | 配合单位\n1 | 新建泊位5个。\n县财政局\n县教育局\n"
        "2\n疏浚航道9公里。\n县教育局\n县财政局",
        "序号 | 任务 | 内容 | 牵头单位 | 配合单位 | 内设处室\n"
        "1 | 建泊位 | 新建泊位5个。 | 县财政局 | 县教育局 | 港航科\n"
        "2 | 疏航道 | 疏浚航道9公里。\n县教育局\n县财政局\n港航科",
        "序号 | 重点任务 | 责任单位 | 完成时限\n1 | 新建泊位5个。 | 县财政局牵头，县教育局配合 | 6月底\n"
        "2 | 疏浚航道9公里。 | 县教育局牵头、县财政局配合 | 6月底",
    ],
)
def test_the_columns_tell_who_answers_for_a_row(table: str) -> None:
    found = facts(table)
    assert who(found, "新建泊位5个") == BOTH
    assert who(found, "疏浚航道9公里") == [("lead", HELPS, "explicit"), ("partner", LEADS, "explicit")]


def test_responsible_units_lead_side_by_side() -> None:
    found = facts("序号 | 重点任务 | 责任单位\n1 | 新建泊位5个。 | 县财政局、县教育局")
    assert who(found, "新建泊位5个") == [("lead", LEADS, "explicit"), ("lead", HELPS, "explicit")]


def test_what_stands_below_the_table_is_no_row() -> None:
    for last in ("1 | 新建泊位5个。 | 县财政局 | 县教育局", "1 | 新建泊位5个。\n县财政局\n县教育局"):
        found = facts(f"序号 | 重点任务 | 牵头单位 | 配合单位\n{last}\n\n疏浚航道9公里。")
        assert who(found, "新建泊位5个") == BOTH
        assert who(found, "疏浚航道9公里") == [("lead", "岳西县人民政府", "issuer")]


def test_a_cell_that_names_no_body_leaves_the_issuer() -> None:
    found = facts(
        "序号 | 重点任务 | 牵头单位 | 配合单位\n1 | 新建泊位5个。 | 待定 | 县教育局\n"
        "2 | 疏浚航道9公里。 | 推进项目建设 | /"
    )
    assert who(found, "新建泊位5个") == [("lead", "岳西县人民政府", "issuer"), ("partner", HELPS, "explicit")]
    assert who(found, "疏浚航道9公里") == [("lead", "岳西县人民政府", "issuer")]


@pytest.mark.parametrize(
    "head",
    [
        "序号 | 重点任务 | 说明 | 备注",
        "牵头单位 | 配合单位 | 责任单位 | 参加单位",
        "序号 | 各牵头单位要加强统筹协调，压实工作责任。 | 牵头单位 | 配合单位",
    ],
)
def test_what_heads_no_table_of_tasks(head: str) -> None:
    found = facts(f"{head}\n1 | 新建泊位5个。 | 县财政局 | 县教育局")
    assert ("lead", LEADS, "explicit") not in who(found, "新建泊位5个")


def test_the_names_in_a_row_have_their_place() -> None:
    found = facts("序号 | 重点任务 | 牵头单位 | 配合单位\n1 | 新建泊位5个。 | 县财政局 | 县教育局")
    agents = next(m.agents for m in found.measures if "新建泊位5个" in m.text)
    assert [a.quote and a.quote.text for a in agents] == ["县财政局", "县教育局"]
    assert all(a.quote and found.characters[a.quote.start : a.quote.end] == a.quote.text for a in agents)


def test_a_cell_without_a_mark_is_read_as_a_sentence() -> None:
    found = facts("序号 | 重点任务 | 责任单位\n1 | 完善港口应急预案，组织开展港口安全隐患排查整治 | 县财政局")
    assert [m.text for m in found.measures] == ["完善港口应急预案", "组织开展港口安全隐患排查整治"]
    assert {s.text for s in found.sentences} > {"完善港口应急预案，组织开展港口安全隐患排查整治", "县财政局"}
    assert all(found.characters[s.start : s.end] == s.text for s in found.sentences)


def test_what_a_row_counts_is_due_when_its_column_says() -> None:
    found = facts(
        "序号 | 重点任务 | 责任单位 | 完成时限\n1 | 新建农村公路50公里 | 县财政局 | 2024年12月底\n"
        "2 | 2024年6月底前新增就业3000人 | 县重点工程建设管理处 | 2024年12月底"
    )
    days = {o.text: o.as_of for m in found.measures for o in m.outcomes}
    assert {words: day and day.isoformat() for words, day in days.items()} == {
        "50公里": "2024-12-31",
        "3000人": "2024-06-30",
    }
    assert who(found, "新增就业3000人") == [("lead", "岳西县重点工程建设管理处", "explicit")]
