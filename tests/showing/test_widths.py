"""How many columns a text takes is the sum of what its characters take, however it is reckoned."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.showing.layout import columns_in, columns_of
from kg.showing.responsibilities import BOOK_COLUMNS
from kg.showing.sheet_sizes import height, rooms, widths

LINES = st.lists(st.integers(0, 300), max_size=4).map(tuple)


@given(st.text())
def test_a_text_is_as_wide_as_its_characters(text: str) -> None:
    assert columns_in(text) == sum(map(columns_of, text))


def test_chinese_takes_two_columns_and_a_combining_mark_none() -> None:
    assert columns_in("县政务A1") == 8
    assert columns_in("e\u0301") == 1
    assert columns_in("一二、三〇\u302a（４）“五”") == 22


@given(st.lists(st.tuples(*[LINES] * len(BOOK_COLUMNS)), min_size=1, max_size=4))
def test_a_row_is_as_high_in_columns_as_wide_as_can_be(rows: list[tuple[tuple[int, ...], ...]]) -> None:
    widest = [max((wide for row in rows for wide in row[at]), default=0) for at in range(len(BOOK_COLUMNS))]
    for heads in ("", "总数"):
        wide = widths(BOOK_COLUMNS, [heads] * len(BOOK_COLUMNS), widest)
        assert all(w <= room for w, room in zip(wide, rooms(BOOK_COLUMNS), strict=True))
        for row in rows:
            assert height(BOOK_COLUMNS, wide, row) == height(BOOK_COLUMNS, rooms(BOOK_COLUMNS), row)
