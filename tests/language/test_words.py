"""Lists of words with groups: each row is there once, and its example holds the word."""

from __future__ import annotations

import pytest

from kg.resources import either, group_of, rows

LISTS = ("body-words", "division-words", "name-edges", "nameless-words", "phrase-words", "who-words")


@pytest.mark.parametrize("name", LISTS)
def test_every_row_has_an_example_with_its_word_and_stands_once(name: str) -> None:
    listed = rows(f"seeds/lexicon/{name}.tsv")
    assert [row for row in listed if len(row) != 3 or row[0] not in row[2]] == []
    assert len({(word, group) for word, group, _ in listed}) == len(listed)


def test_a_group_has_its_own_words_alone() -> None:
    assert group_of("division-words", "province") == {"省", "自治区"}


def test_the_longest_word_is_tried_first() -> None:
    assert either(group_of("division-words", "street")).startswith("街道办事处|")
