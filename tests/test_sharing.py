"""Work shared over processes: the same results in the same order, the same errors."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import KgError, UnreadableInput, UsageMistake
from kg.graph import validation
from kg.graph.store import Store
from kg.graph.validation import validate_store
from kg.sharing import shared
from tests.support import numbered


def half(number: int) -> int:
    """Half of an even number."""
    if number % 2:
        raise UnreadableInput("shapes-broken", path=Path("a.ttl"), reason=str(number))
    return number // 2


def test_results_come_in_order_and_little_is_taken_ahead() -> None:
    taken: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(0, 40, 2):
            taken.append(number)
            yield number

    results = shared(half, numbers(), 2)
    assert next(results) == 0
    assert len(taken) == 3
    assert list(results) == list(range(1, 20))
    assert list(shared(half, [2, 4], 1)) == [1, 2]


def test_an_error_comes_as_it_was() -> None:
    with pytest.raises(UnreadableInput) as caught:
        list(shared(half, [2, 3, 4], 2))
    assert (caught.value.code, caught.value.values) == ("shapes-broken", {"path": Path("a.ttl"), "reason": "3"})
    mistake: KgError = pickle.loads(pickle.dumps(UsageMistake("format-unknown", format="x", known="y")))
    assert isinstance(mistake, UsageMistake)
    assert mistake.in_language("zh") == UsageMistake("format-unknown", format="x", known="y").in_language("zh")


def test_several_processes_find_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validation, "ENOUGH", 1)
    seen: list[str] = []

    def steps(graphs: object) -> Iterator[str]:
        for graph in graphs:  # type: ignore[attr-defined]
            seen.append(graph)
            yield graph

    with Store.in_memory() as store:
        for i in range(3):
            store.put(numbered(f"{i}号"))
        alone = validate_store(store)
        assert alone
        assert validate_store(store, processes=2, steps=steps) == alone
        assert seen == sorted(report.graph for report in store.reports())
