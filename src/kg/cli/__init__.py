"""The command line: one file a command, each parses its arguments, calls one function and prints."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

from kg.messages import say

INTERRUPTED, TERMINATED = 130, 143  # what a shell reports for a program that SIGINT or SIGTERM ends


class _Terminated(KeyboardInterrupt):
    """A shutdown, ``timeout`` or ``kill`` ends the run, which leaves nothing half written, as behind Ctrl-C."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``kg`` with these arguments (the process's own by default) and give the exit status.

    0 done · 1 something was found wrong or not found · 2 a usage mistake · 3 a file or store that can't be read or
    written · 130 interrupted · 143 terminated.
    """
    from kg.cli.running import language_of, run  # inside: an interrupt while loading is told like any other

    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        with _terminable():
            return run(arguments)
    except KeyboardInterrupt as end:
        print(say("interrupted", language_of(arguments)), file=sys.stderr)
        return TERMINATED if isinstance(end, _Terminated) else INTERRUPTED


@contextmanager
def _terminable() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _terminate(number: int, frame: object) -> NoReturn:
    raise _Terminated
