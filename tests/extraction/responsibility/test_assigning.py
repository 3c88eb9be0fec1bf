"""Whom later sentences mean that name nobody."""

from __future__ import annotations

from kg.pipeline import facts_of
from kg.reading.text import Text

RULES = """静安区购房补贴实施细则
一、办理程序
{sentence}审查未通过的,告知申请人,说明理由。
上海市静安区人民政府
2023年12月6日
"""


def told_by(sentence: str) -> list[tuple[str, str]]:
    """Who tells the applicants in the sentence behind this one."""
    facts = facts_of(Text("a.txt", RULES.format(sentence=sentence)))
    (told,) = [m for m in facts.measures if m.verb == "告知"]
    return [(a.name, a.basis) for a in told.agents]


def test_who_is_named_in_brackets_is_meant_by_no_further_sentence() -> None:
    paid = "区财政局每月10日前拨付购房补贴资金"
    assert told_by(f"{paid}。") == [("静安区财政局", "inherited")]
    assert told_by(f"{paid}(引进人才由区委人才办审核认定)。") == [("静安区财政局", "inherited")]
    assert told_by(f"{paid}（引进人才由区委人才办审核认定）。") == [("静安区财政局", "inherited")]


def test_whoever_it_be_is_meant_by_no_further_sentence() -> None:
    text = (
        "静安区总体规划实施意见\n一、组织实施\n规划是新区发展的基本依据，必须严格执行，任何部门和个人不得随意修改、违规变更。"
        "要坚持大历史观，全力推进新区规划建设。\n上海市静安区人民政府\n2023年12月6日\n"
    )
    (pushed,) = [m for m in facts_of(Text("a.txt", text)).measures if m.verb == "推进"]
    assert [(a.name, a.basis) for a in pushed.agents] == [("静安区人民政府", "issuer")]
