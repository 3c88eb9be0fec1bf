"""Status: a part of a report is of one piece, and what its title, headings and paragraphs say weighs."""

from __future__ import annotations

from kg.extraction.times.status import looks_ahead, part_of, statuses
from kg.language.features import Setting
from kg.language.parsed import Act

REPORT = Setting(False, False, False, False, True, 0.5)
PLAN = Setting(False, False, True, False, False, 0.5)
DOUBTFUL, PLANNED = (0.4, 0.1, 0.5), (0.1, 0.1, 0.8)


def act(status: tuple[float, float, float]) -> Act:
    return Act(0, 4, 0, 2, 0.9, 0.9, status)


def test_an_account_tells_what_was_done_and_a_plan_what_shall_be() -> None:
    doubtful = [[act(DOUBTFUL)]]
    assert statuses(doubtful, [part_of(0, REPORT, False)])[0][0][0] == "done"
    assert statuses(doubtful, [part_of(0, PLAN, False)])[0][0][0] == "planned"


def test_a_paragraph_that_looks_ahead_is_planned_in_an_account_too() -> None:
    assert looks_ahead("下一步,将推进改革。")
    assert not looks_ahead("将14个事项纳入系统。")
    assert looks_ahead("2025年拟安排资金3亿元。")
    assert not looks_ahead("清理在建和拟建项目,建成虚拟电厂。")
    assert looks_ahead("争取年内建成通航。")
    assert not looks_ahead("向上级争取疏浚资金进行改造。")
    ahead = [[act(PLANNED)]]
    assert statuses(ahead, [part_of(0, REPORT, True)])[0][0][0] == "planned"
