"""Lists of words: each stands in its example, and patterns are built of them."""

import pytest

from kg.language.words import group_of, pattern
from kg.resources import rows


@pytest.mark.parametrize("name", ["stating-words", "formula-words", "joining-words"])
def test_every_word_stands_once_in_a_group_and_in_its_example(name: str) -> None:
    found = rows(f"seeds/lexicon/{name}.tsv")
    assert len({(word, group) for word, group, _ in found}) == len(found)
    assert [word for word, _, example in found if word not in example] == []


def test_a_pattern_takes_its_words_from_groups_the_longest_first() -> None:
    found = pattern("stating-words", "^(?P<verb>{by}){0,1}").match("着眼于提升能力")
    assert found is not None
    assert found["verb"] == "着眼于"
    assert "着眼" in group_of("stating-words", "by")


def test_a_pattern_of_a_group_that_the_list_lacks_is_an_error() -> None:
    with pytest.raises(KeyError, match="stating-words: nowhere"):
        pattern("stating-words", "{nowhere}")
