from __future__ import annotations

import pytest

from kg.register import register_for

REGISTER = register_for("上海市静安区人民政府", None)


@pytest.mark.parametrize(
    ("text", "name", "division"),
    [
        ("区政府", "静安区人民政府", "310106"),
        ("上海市静安区人民政府", "静安区人民政府", "310106"),
        ("市场监管局", "静安区市场监督管理局", "310106"),
        ("区发展改革委", "静安区发展和改革委员会", "310106"),
        ("市财政局", "上海市财政局", "310000"),
    ],
)
def test_a_body(text: str, name: str, division: str) -> None:
    named = REGISTER.body_name(text)
    assert (named.name, named.division) == (name, division)


@pytest.mark.parametrize(
    ("text", "name"), [("本区", "静安区"), ("全市", "上海市"), ("静安", "静安区"), ("浦东新区", "浦东新区")]
)
def test_a_place(text: str, name: str) -> None:
    named = REGISTER.place_name(text)
    assert named is not None
    assert named.name == name


def test_nothing_is_known_without_an_issuer() -> None:
    nowhere = register_for(None, None)
    assert nowhere.place is None
    assert nowhere.body_name("区政府").division is None
    assert nowhere.place_name("本区") is None
