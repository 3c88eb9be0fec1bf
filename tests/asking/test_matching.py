"""Which names hold some words, however they write quotes, spaces and letters."""

from __future__ import annotations

import pytest

from kg.asking.matching import called, labels_with, loose, matching, worded
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


@pytest.mark.parametrize("words", ["“企业 专窗", "帮办 制度 300", "服务", "江川 方案》", "鑫"])
def test_wordings_are_the_same_wherever_they_are_looked_for(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the few reports that have the words are looked into alone or the whole store is."""

    def found() -> tuple[set[str], dict[str, bool], tuple[str, ...]]:
        made = Store.in_memory()
        made.put(facts_of(Text("1.txt", EXAMPLE_TEXT)))
        made.put(facts_of(Text("2.txt", "江川县2024年工作要点\n\n县教育局新建学校3所。\n")))
        first = words.split()[0]
        return (
            worded(made, (t.LABEL,), words, t.MEASURE),
            called(made, (t.LABEL,), first, t.MEASURE),
            labels_with(made, first),
        )

    few = found()
    assert bool(few[0]) == (words != "鑫")
    monkeypatch.setattr("kg.asking.matching.MOST_APART", 0)
    assert found() == few


def test_reports_are_found_by_title_number_and_file(store: Store) -> None:
    (report,) = store.reports()
    for predicate, name in ((t.TITLE, report.title), (t.IDENTIFIER, report.number), (t.SOURCE, report.source)):
        assert called(store, (predicate,), loose(name or ""), t.REPORT) == {report.iri: True}
        assert called(store, (predicate,), loose((name or "")[:-1]), t.REPORT) == {report.iri: False}
    assert called(store, (t.TITLE,), "鑫", t.REPORT) == {}


def test_what_was_found_is_found_anew_once_the_store_is_written_to() -> None:
    made = Store.in_memory()
    made.put(facts_of(Text("1.txt", EXAMPLE_TEXT)))
    assert called(made, (t.LABEL,), "新建学校", t.MEASURE) == {}
    assert worded(made, (t.LABEL,), "新建 学校", t.MEASURE) == set()
    made.put(facts_of(Text("2.txt", "江川县2024年工作要点\n\n县教育局新建学校3所。\n")))
    assert list(called(made, (t.LABEL,), "新建学校", t.MEASURE).values()) == [False]
    assert len(worded(made, (t.LABEL,), "新建 学校", t.MEASURE)) == 1
