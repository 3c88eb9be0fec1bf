"""Places that act and are no division with a government of that name."""

from __future__ import annotations

import pytest

from kg.extraction.responsibility.subjects import partners, subjects
from kg.language.parsed import Name
from kg.register import register_for

REGISTER = register_for("黄山市人民政府", None)
REGION = register_for("新疆维吾尔自治区人民政府", None)


def place(text: str, name: str, lead: float, partner: float) -> Name:
    at = text.index(name)
    return Name(at, at + len(name), "place", 0.5, 0.5, lead, partner, 0.0)


@pytest.mark.parametrize(
    ("text", "name", "who"),
    [
        ("低风险地区要恢复公路交通", "低风险地区", "低风险地区"),
        ("各县(市、区)建立台账", "各县(市、区)", "各县(市、区)"),
        ("某某片区简化退税流程", "某某片区", "某某片区"),
        ("广西壮族自治区某某县创新用地制度", "广西壮族自治区某某县", "某某县人民政府"),
        ("广东省珠海市某某新区简化流程", "广东省珠海市某某新区", "广东省珠海市某某新区"),
        ("黄山市突出地方特色，推进振兴", "黄山市", "黄山市人民政府"),
        ("由高新区先行试点", "高新区", "黄山高新技术产业开发区管理委员会"),
        ("高新区建设要实施创新战略", "高新区", None),
        ("高新区学区范围内购买住房", "高新区学区", None),
        ("越南设立总领馆", "越南", None),
        ("组织逐县开展摸排", "逐县", None),
        ("特色型高新区由省政府审核", "特色型高新区", None),
        ("某某镇干部群众创造了新经验", "某某镇", None),
    ],
)
def test_a_place_without_a_government_acts_under_its_own_name(text: str, name: str, who: str | None) -> None:
    found = subjects(text, [place(text, name, 0.9, 0.0)], REGISTER)
    assert [a.name for s in found for a in s.agents] == ([who] if who else [])


def test_a_level_alone_is_its_government() -> None:
    text = "自治区下放职权27项"
    (found,) = subjects(text, [place(text, "自治区", 0.9, 0.0)], REGION)
    assert [a.name for a in found.agents] == ["新疆维吾尔自治区人民政府"]


def test_a_zone_takes_part_and_a_region_that_is_helped_does_not() -> None:
    for name, who in (("某某片区", ["某某片区"]), ("革命老区", [])):
        text = f"支持{name}建设产业园"
        assert [a.name for a in partners(text, [place(text, name, 0.0, 0.9)], REGISTER)] == who


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("支持老区苏区振兴发展", "老区苏区"),
        ("支持某某片区加快发展，建设学校", "某某片区"),
        ("支持某某库区建设水厂", "某某库区"),
    ],
)
def test_what_is_helped_to_thrive_takes_no_part(text: str, name: str) -> None:
    assert not partners(text, [place(text, name, 0.0, 0.9)], REGISTER)
