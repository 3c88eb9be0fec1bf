"""Word lists with groups: each row stands once, its example holds the word; patterns are built of them."""

from __future__ import annotations

import pytest

from kg.resources import rows
from kg.words import either, group_of, pattern

LISTS = (
    "body-words",
    "demand-words",
    "division-words",
    "formula-words",
    "gauge-words",
    "joining-words",
    "name-edges",
    "nameless-words",
    "number-words",
    "object-edges",
    "period-words",
    "phrase-words",
    "stating-words",
    "thing-words",
    "time-words",
    "who-words",
    "workers",
)


@pytest.mark.parametrize("name", LISTS)
def test_every_row_has_an_example_with_its_word_and_stands_once(name: str) -> None:
    listed = rows(f"seeds/lexicon/{name}.tsv")
    assert [row for row in listed if len(row) != 3 or row[0] not in row[2]] == []
    assert len({(word, group) for word, group, _ in listed}) == len(listed)


def test_a_word_of_change_stands_once_and_in_its_example() -> None:
    listed = rows("seeds/lexicon/changes.tsv")
    assert [row for row in listed if len(row) != 4 or row[0] not in row[3]] == []
    assert {direction for _, _, direction, _ in listed} == {"increase", "decrease"}
    assert {group for _, group, _, _ in listed} == {"amount", "quality", "rate", "short"}
    assert len({word for word, *_ in listed}) == len(listed)


def test_a_group_has_its_own_words_alone() -> None:
    assert group_of("division-words", "province") == {"省", "自治区"}


def test_the_longest_word_is_tried_first() -> None:
    assert either(group_of("division-words", "zone")).startswith("综合实验区|")


def test_a_pattern_takes_its_words_from_groups_the_longest_first() -> None:
    found = pattern("stating-words", "^(?P<verb>{by}){0,1}").match("着眼于提升能力")
    assert found is not None
    assert found["verb"] == "着眼于"
    assert "着眼" in group_of("stating-words", "by")


def test_a_pattern_of_a_group_that_the_list_lacks_is_an_error() -> None:
    with pytest.raises(KeyError, match="stating-words: nowhere"):
        pattern("stating-words", "{nowhere}")
