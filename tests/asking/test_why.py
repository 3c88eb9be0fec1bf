"""Reasons lead to the characters that say it, or through rules to such characters."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.asking.why import Reason, why
from kg.errors import NothingFound
from kg.graph.reasoning import reason
from kg.graph.store import Store
from kg.graph.terms import PREFIXES
from kg.showing.reasons import reasons_table
from tests.support import EXAMPLE_TEXT, example_facts

KG = PREFIXES["kg"]


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.in_memory() as made:
        made.put(example_facts())
        reason(made)
        yield made


def places(reasons: tuple[Reason, ...]) -> Iterator[tuple[Reason, str]]:
    for one in reasons:
        if one.place:
            yield one, EXAMPLE_TEXT[one.place.start : one.place.end]
        yield from places(one.premises)


def test_every_reason_shows_the_words_as_they_stand(store: Store) -> None:
    told = why(store, "“企业开办”专窗")
    assert len(told) > 5
    for one, words in places(told):
        assert one.place
        assert words == one.place.quote
        if one.place.before >= 0:
            assert one.place.sentence[one.place.before :].startswith(words)


def test_what_is_said_has_its_readers(store: Store) -> None:
    told = {(r.predicate.removeprefix(KG), r.object): r for r in why(store, "受理2048件办件")}
    assert told["hasOutcome", "2048件"].readers == ("model",)
    assert told["asOf", "2024-10-31"].readers == ("date",)
    assert told["asOf", "2024-10-31"].place
    lead = told["leadBody", "江川县市场监督管理局"]
    assert lead.readers == ("governing",)
    assert lead.score


def test_what_follows_has_its_rule_and_its_premises(store: Store) -> None:
    told = [r for r in why(store, "江川县“企业开办”专窗") if r.rule == "set-up-site"]
    assert [(r.object, r.predicate) for r in told] == [("江川县市场监督管理局", KG + "siteOf")]
    said = {p.predicate.removeprefix(KG): p for p in told[0].premises}
    assert said["establishes"].place
    assert said["establishes"].readers == ("relation",)
    assert all(p.place for p in told[0].premises if p.predicate.startswith(KG + "responsib"))


def test_a_statement_is_told_by_its_iri(store: Store) -> None:
    (row,) = store.select("SELECT ?m WHERE { ?m a kg:Measure ; kg:verb '印发' }")
    told = why(store, row["m"] or "")
    assert {r.subject for r in told} >= {"印发《江川县帮办工作方案》"}
    assert why(store, f"<{row['m']}>") == told


@pytest.mark.parametrize("text", ["没有的事", "http://example.org/none", "", "“”"])
def test_nothing_said_is_nothing_found(store: Store, text: str) -> None:
    with pytest.raises(NothingFound) as caught:
        why(store, text)
    assert caught.value.code == "why-nothing"


def test_as_text_in_both_languages_and_as_json(store: Store) -> None:
    told = why(store, "江川县“企业开办”专窗")
    zh, en = (reasons_table(told, "text", language) for language in ("zh", "en"))
    assert "【“企业开办”专窗】" in zh
    assert "推论规则: 设立者的服务点" in zh
    assert "Inferred by: site of who sets it up" in en
    assert '"rule": "set-up-site"' in reasons_table(told, "json", "zh")
