"""Names of one thing that reports write in several ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.facts import EntityType
from kg.register import one_name

SHANDONG, SHANGHAI = "370000", "310000"


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("system", ("“鲁惠企”", "“鲁惠企”平台", "“鲁惠企”政策兑现平台", "山东省“鲁惠企”平台")),
        ("system", ("“泉城App”数字文博平台", "“泉城APP”数字文博大平台")),
        ("system", ("公共信用信息管理平台", "山东省公共信用信息管理平台", "公共信用信息管理总平台")),
        ("programme", ("“满天红”行动计划", "“满天红”行动", "“满天红”", "“满天红”三年行动计划")),
        ("programme", ("“强工”行动", "“强工行动”", "强工行动")),
        ("site", ("“企业开办”专窗", "企业开办专窗")),
    ],
)
def test_names_of_one_thing(kind: EntityType, names: tuple[str, ...]) -> None:
    assert len({one_name(kind, name, SHANDONG) for name in names}) == 1


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("programme", ("“一湖五水”防洪工程", "“一湖五水”补偿机制")),
        ("programme", ("“一件事”改革", "“一件事”专项行动")),
        ("programme", ("“18条”政策", "“18条”行动")),
        ("programme", ("“护苗”行动", "“护苗”工程")),
        ("system", ("“鲁惠企”平台", "“鲁惠农”平台")),
        ("system", ("“鲁惠企”平台", "“鲁惠企”行动")),
        ("site", ("山东省政务服务中心", "政务服务中心")),
        ("organisation", ("“链长制”办公室", "链长制办公室")),
        ("document", ("“十四五”规划", "十四五规划")),
    ],
)
def test_names_of_different_things(kind: EntityType, names: tuple[str, ...]) -> None:
    assert len({one_name(kind, name, SHANDONG) for name in names}) == len(names)


def test_only_the_own_division_says_nothing() -> None:
    name = "山东省公共信用信息管理平台"
    assert one_name("system", name, SHANGHAI) == name == one_name("system", name, None)


@given(
    st.sampled_from(["site", "system", "programme"]), st.text("“”山东省鲁惠企行动计划平台App三年品牌大", max_size=14)
)
def test_what_names_have_in_common_is_such_a_name_itself(kind: EntityType, name: str) -> None:
    once = one_name(kind, name, SHANDONG)
    assert one_name(kind, once, SHANDONG) == once
    assert once or not name
