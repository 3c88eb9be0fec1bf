"""How many columns a text takes is the sum of what its characters take, however it is reckoned."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.showing.layout import columns_in, columns_of


@given(st.text())
def test_a_text_is_as_wide_as_its_characters(text: str) -> None:
    assert columns_in(text) == sum(map(columns_of, text))


def test_chinese_takes_two_columns_and_a_combining_mark_none() -> None:
    assert columns_in("县政务A1") == 8
    assert columns_in("e\u0301") == 1
