"""Work shared over processes: the same results in the same order, the same errors."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import KgError, UnreadableInput, UsageMistake
from kg.graph import validation
from kg.graph.store import Store
from kg.graph.validation import validate_store
from kg.sharing import _uninterrupted, shared
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


def test_an_interrupt_takes_effect_behind_a_step() -> None:
    done = []

    def step() -> None:
        with _uninterrupted():
            signal.raise_signal(signal.SIGINT)
            done.append("all of it")

    with pytest.raises(KeyboardInterrupt):
        step()
    assert done == ["all of it"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


INTERRUPTED = """
import operator, signal, threading
from kg.sharing import shared

leave, main = threading.Condition.__exit__, threading.get_ident()

def interrupted(condition, *about):
    global left
    if threading.get_ident() == main:
        left -= 1
        if not left:
            signal.raise_signal(signal.SIGINT)  # as if it came before the lock is given back
    return leave(condition, *about)

if __name__ == "__main__":
    threading.Condition.__exit__ = interrupted
    for wanted in (2, 5, 8, 11, 14):
        left = wanted
        try:
            list(shared(operator.neg, range(9), 2))
        except KeyboardInterrupt:
            print(wanted, flush=True)
"""


def test_an_interrupt_within_a_lock_of_the_pool_ends_the_run(tmp_path: Path) -> None:
    script = tmp_path / "interrupted.py"
    script.write_text(INTERRUPTED, "utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(
        [sys.executable, script], env=environment, capture_output=True, text=True, timeout=100, check=True
    )
    assert ran.stdout.split() == ["2", "5", "8", "11", "14"]


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


def vanish(_: int) -> int:
    """As a process does that the system ends for want of memory."""
    os._exit(9)


def test_a_process_that_ends_is_told() -> None:
    with pytest.raises(UnreadableInput) as told:
        list(shared(vanish, range(8), 2))
    assert told.value.code == "process-ended"
    assert told.value.exit_status == 3
