"""The whole corpus is read beside the other tests, at a lower priority: it takes as long as all of them."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

WHOLE = "test_the_whole_corpus"
COURTEOUS = 10
"""What is added to the niceness of those who read."""

Found = tuple[str, list[str], str]
"""Of a document its name, what is broken, and a digest of the printed facts."""

reading = pytest.StashKey[tuple[ProcessPoolExecutor, Iterator[Found], Iterator[Found]]]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What reads the corpus comes last."""
    items.sort(key=lambda item: item.name == WHOLE)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Begins to read, each document twice, the second time in the opposite order."""
    chosen = next((item for item in session.items if item.name == WHOLE), None)
    root = Path(__file__).resolve().parents[2]
    corpus = Path(os.environ.get("KG_SHARED", root.parent / "shared")) / "corpus"
    if session.config.option.collectonly or not isinstance(chosen, pytest.Function) or not corpus.is_dir():
        return
    paths = sorted(corpus.glob("*/*.txt"))
    examined = chosen.module.examined
    apart = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(mp_context=apart, initializer=os.nice, initargs=(COURTEOUS,))
    session.config.stash[reading] = (pool, pool.map(examined, paths), pool.map(examined, paths[::-1]))


def pytest_sessionfinish(session: pytest.Session) -> None:
    if (begun := session.config.stash.get(reading, None)) is not None:
        begun[0].shutdown(wait=False, cancel_futures=True)


@pytest.fixture
def readings(shared: Path, pytestconfig: pytest.Config) -> tuple[list[Found], list[Found]]:
    """What was found in each document the first and the second time, by name."""
    _, once, again = pytestconfig.stash[reading]
    return list(once), list(again)[::-1]
