"""Which names hold some words, however they write quotes, spaces and letters."""

from __future__ import annotations

import pytest

from kg.asking.matching import called, loose, matching
from kg.errors import NothingFound
from kg.graph import terms as t
from kg.graph.store import Store
from kg.pipeline import facts_of
from kg.reading.text import Text
from tests.example import EXAMPLE_TEXT


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store.in_memory()
    text = EXAMPLE_TEXT.replace("“一窗通”", "“RCEP 一\u3000窗通”")
    assert text != EXAMPLE_TEXT
    store.put(facts_of(Text("1.txt", text)))
    return store


@pytest.mark.parametrize("words", ["rcep一窗通", "RCEP “一窗通”", "一窗 通", "窗"])
def test_a_name_is_found_by_its_words_however_they_are_written(store: Store, words: str) -> None:
    found = called(store, (t.LABEL, t.PREF_LABEL), loose(words))
    assert found
    assert not called(store, (t.LABEL, t.PREF_LABEL), loose(words + "鑫"))


def test_names_that_share_nothing_with_the_words_are_not_told_as_near(store: Store) -> None:
    with pytest.raises(NothingFound) as far:
        matching(store, "鑫淼")
    assert "最接近" not in far.value.in_language("zh")
    with pytest.raises(NothingFound) as near:
        matching(store, "江川县政务服务中鑫")
    assert "县政务服务中心" in near.value.in_language("zh")
