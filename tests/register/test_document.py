"""Names that a document itself explains."""

from __future__ import annotations

import pytest

from kg.pipeline import facts_of
from kg.reading.text import Text
from kg.register import introduced, register_for, shortened
from kg.register.document import abbreviates, edges


def test_an_introduced_abbreviation_stands_for_the_name_before_it() -> None:
    text = "成立静安区优化营商环境工作领导小组（以下简称“领导小组”），领导小组下设办公室。"
    start, end = text.index("静安区"), text.index("（以下")
    assert introduced(text, [(start, end)]) == {"领导小组": "静安区优化营商环境工作领导小组"}
    assert introduced(text, [(start, end - 2)]) == {}
    register = register_for("静安区人民政府", None).explained(introduced(text, [(start, end)]))
    named = register.body_name("领导小组")
    assert (named.name, named.division, named.found) == ("静安区优化营商环境工作领导小组", "310106", "document")


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("投促集团", "平潭综合实验区投资促进投资集团", True),
        ("“宁企通”平台", "“宁企通”惠企服务平台", True),
        ("农业银行", "农业发展银行", False),
        ("公平竞争委", "静安区公平竞争委员会", False),
        ("市财政局", "静安区财政局", False),
        ("服务中心", "社区综合服务中心", False),
        ("审计局", "审计局", False),
        ("台创园", "台湾创业园", True),
        ("市监局", "市场监督局", False),
        ("大佳律师事务所", "大佳（平潭）律师事务所", True),
        ("台湾小镇", "平潭县台湾小镇", True),
        ("“百千万工程”", "“百县千镇万村高质量发展工程”", True),
        ("百千万工程", "百县千镇万村高质量发展工程", False),
    ],
)
def test_what_abbreviates_what(short: str, full: str, expected: bool) -> None:
    assert abbreviates(short, full) is expected


def test_a_short_mention_is_the_one_longer_name_before_it_or_none() -> None:
    long, other = "“宁企通”惠企服务平台", "“宁企通”企业办事平台"
    assert shortened([long, "“宁企通”平台"], {}) == {"“宁企通”平台": long}
    assert shortened(["“宁企通”平台", long], {}) == {}
    assert shortened([long, other, "“宁企通”平台"], {}) == {}
    assert shortened([long, "“宁企通”平台"], {"“宁企通”平台": "x"}) == {}


def test_every_mention_tells_how_its_name_was_found() -> None:
    text = """关于优化服务工作情况的报告
区民政局在区行政服务中心设立社区服务工作站。由市财政局负责。
上海市静安区人民政府
2023年12月6日
"""
    found = {e.text: (e.name, e.found) for e in facts_of(Text("a.txt", text)).entities}
    assert found["区民政局"] == ("静安区民政局", "register")
    assert found["区行政服务中心"][0] == "静安区行政服务中心"
    assert found["市财政局"] == ("上海市财政局", "register")
    assert found["社区服务工作站"] == ("社区服务工作站", "none")


def test_a_coordinating_body_is_called_again_by_its_class() -> None:
    one, other = "茂林镇治安巡逻工作领导小组", "茂林镇河长制领导小组"
    assert shortened([one, "领导小组"], {}) == {"领导小组": one}
    assert shortened([one, other, "领导小组"], {}) == {}
    assert shortened(["领导小组", one], {}) == {}


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("台创园", "台湾创业园"),
        ("大佳律师事务所", "大佳（平潭）律师事务所"),
        ("市民中心", "静安区市民中心"),
        ("“百千万工程”", "“百县千镇万村高质量发展工程”"),
    ],
)
def test_a_name_shares_an_edge_with_what_abbreviates_it(short: str, full: str) -> None:
    assert abbreviates(short, full)
    assert edges(short) & edges(full)


def test_an_abbreviation_for_several_bodies_is_none_for_the_last() -> None:
    text = "有管理职能的事业单位和社会组织（以下简称政务部门）、市营商环境办公室和市数据资源局（以下简称数据局）"
    named = [(text.index(s), text.index(s) + len(s)) for s in ("社会组织", "市数据资源局")]
    assert introduced(text, named) == {"数据局": "市数据资源局"}
