"""Stores that the tests ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph.store import Store
from tests.support import example_facts, facts_from_gold


@pytest.fixture(scope="module")
def example() -> Store:
    """The invented report of `tests.support`."""
    store = Store.in_memory()
    store.put(example_facts())
    return store


@pytest.fixture(scope="module")
def gold(shared: Path) -> Store:
    """The annotated facts of the seed report."""
    store = Store.in_memory()
    store.put(facts_from_gold(shared / "gold/jingan-2023-18.json", shared / "gold/jingan-2023-18.txt"))
    return store
