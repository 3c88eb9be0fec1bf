"""What the administrations of zones without an entry of their own are called."""

from __future__ import annotations

import pytest

from kg.register import register_for


@pytest.mark.parametrize(
    ("issuer", "text", "name"),
    [
        ("九江市人民政府", "九江经开区管委会", "九江经济技术开发区管理委员会"),
        ("九江市人民政府", "九江经开区", "九江经济技术开发区管理委员会"),
        ("九江市人民政府", "市高新区", "九江高新技术产业开发区管理委员会"),
        ("九江市人民政府", "高新区管委会", "九江高新技术产业开发区管理委员会"),
        ("九江市人民政府", "九江市高新区管委会", "九江高新技术产业开发区管理委员会"),
        ("九江市人民政府", "八里湖新区管委会", "八里湖新区管理委员会"),
        ("九江市人民政府", "八里湖新区管委会办公室", "八里湖新区管理委员会办公室"),
        ("九江市人民政府", "市八里湖新区管委会", "九江市八里湖新区管理委员会"),
        ("九江市人民政府", "某某风景区", "某某风景区"),
        ("九江市人民政府", "风景区管委会", "风景区管委会"),
        ("九江市人民政府", "各开发区管委会", "各开发区管委会"),
        ("静安区人民政府", "高新区管委会", "高新区管委会"),
        ("武汉市人民政府", "长江新区管委会", "长江新区管理委员会"),
        ("静安区人民政府", "浦东新区", "浦东新区"),
    ],
)
def test_a_zone_is_called_in_full(issuer: str, text: str, name: str) -> None:
    assert register_for(issuer, None).body_name(text).name == name
