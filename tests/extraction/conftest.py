"""The whole corpus is read beside the other tests, at a lower priority: it takes as long as all of them."""

from __future__ import annotations

import multiprocessing
import os
from multiprocessing.pool import AsyncResult, Pool
from pathlib import Path
from typing import Any

import pytest

WHOLE = "test_the_whole_corpus"
COURTEOUS = 10
"""What is added to the niceness of those who read."""

Examined = list[tuple[str, list[str], str]]
"""Of each document its name, what is broken, and a digest of the printed facts."""

reading = pytest.StashKey[tuple[Pool, "AsyncResult[Any]", "AsyncResult[Any]"]]()


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
    pool = multiprocessing.get_context("spawn").Pool(os.cpu_count(), os.nice, (COURTEOUS,))
    once = pool.map_async(examined, paths, chunksize=1)  # more, and one process would be left alone with the last ones
    again = pool.map_async(examined, paths[::-1], chunksize=1)
    session.config.stash[reading] = (pool, once, again)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if (begun := session.config.stash.get(reading, None)) is not None:
        begun[0].terminate()
        begun[0].join()


@pytest.fixture
def readings(shared: Path, pytestconfig: pytest.Config) -> tuple[Examined, Examined]:
    """What was found in each document the first and the second time, by name."""
    _, once, again = pytestconfig.stash[reading]
    return once.get(), again.get()[::-1]
