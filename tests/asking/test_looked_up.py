"""What is looked up for a question: once, and in the texts before the graph is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from kg.asking.filling import Names
from kg.asking.meant import Asked
from kg.graph.store import Store
from tests.support import example_facts


def test_what_no_report_writes_is_not_asked_of_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question with nothing to find is told so from the texts, and what was asked is not asked again."""
    store = Store.in_memory()
    store.put(example_facts())
    names, asked = Names(store), []
    query = Store.query

    def counted(self: Store, sparql: str, bindings: Mapping[str, Any] | None = None) -> Any:
        asked.append(sparql)
        return query(self, sparql, bindings)

    monkeypatch.setattr(Store, "query", counted)
    nowhere = Asked("figures-about", (("text", "火箭 发射"),))
    assert not names.has_answer(nowhere)
    assert names.fits("text", "火箭发射") == ()
    assert names.worded("火箭发射") == ()
    assert asked == []
    somewhere = Asked("evidence", (("text", "办件"),))
    assert names.has_answer(somewhere)
    before = len(asked)
    assert before > 0
    assert names.has_answer(somewhere)
    assert len(asked) == before
    assert [fit.names for fit in names.fits("text", "办件")] != []
