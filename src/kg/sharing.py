"""Work on many reports shared over processes, results in the order of what was asked."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from kg.errors import UnreadableInput

Work = TypeVar("Work")
Result = TypeVar("Result")

MOST = 8
"""Processes at a time: each holds a report's graph and the libraries that read it, about 250 MB."""
ATTENTIVE = 0.2
"""Seconds after which a wait looks whether Ctrl-C was pressed."""
ENOUGH = 4
"""From so many reports on it is worth the half second that processes take to begin."""

_ENDING = (signal.SIGINT, signal.SIGTERM)


def processors() -> int:
    """How many processes find a processor of their own, at most `MOST`."""
    free = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(free, MOST)


def shared(done: Callable[[Work], Result], items: Iterable[Work], processes: int) -> Iterator[Result]:
    """``done`` of each item, by this many processes; by this one where that is one.

    ``done`` is a function of a module, or a `functools.partial` of one. Only a few items are taken ahead, so that
    memory does not grow with their number. Raises what ``done`` raises, UnreadableInput where a process ended before
    it was done.
    """
    if processes < 2:
        yield from map(done, items)
        return
    import multiprocessing
    from concurrent.futures import Future, ProcessPoolExecutor, wait
    from concurrent.futures.process import BrokenProcessPool

    # Spawned, not forked: the threads of an open store don't survive a fork.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_quiet) as pool:
        waiting: deque[Future[Result]] = deque()

        def first() -> Result:
            ready = False
            while not ready:
                with _uninterrupted():
                    ready = bool(wait((waiting[0],), ATTENTIVE).done)
            return waiting.popleft().result()

        try:
            for item in items:
                with _uninterrupted():
                    waiting.append(pool.submit(done, item))
                if len(waiting) > processes:
                    yield first()
            while waiting:
                yield first()
        except BrokenProcessPool as error:
            raise UnreadableInput("process-ended") from error
        finally:
            for future in waiting:
                future.cancel()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C, or what else ends a program, takes effect behind this: between two steps of `threading.Condition` it
    would leave a lock of the pool taken, and the pool would wait for itself."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = {ending: signal.signal(ending, lambda number, _: came.append(number)) for ending in _ENDING}
    try:
        yield
    finally:
        for ending, handler in before.items():
            signal.signal(ending, handler)
    for number in came[:1]:
        signal.raise_signal(number)


def _quiet() -> None:
    """Ctrl-C is for the process that was started by the user, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
