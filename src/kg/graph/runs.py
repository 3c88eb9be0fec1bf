"""Sorting more lines than memory has room for: sorted runs in temporary files, merged."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import BinaryIO

ROOM = 64_000_000
"""Bytes of lines that are sorted at a time; Python holds about twice that."""


def sorted_lines(parts: Iterable[bytes], room: int = ROOM) -> Iterator[bytes]:
    """The lines of these parts in order, each with its line end, as every line of a part has one.

    UTF-8 is in the order of code points. What ``room`` holds is sorted in memory, without a file. Raises OSError where
    the folder for temporary files has no room.
    """
    with ExitStack() as open_files:
        runs: list[BinaryIO] = []
        held: list[bytes] = []
        size = 0
        for part in parts:
            if held and size + len(part) > room:
                runs.append(open_files.enter_context(_written(sorted(held))))
                held, size = [], 0
            held += (line + b"\n" for line in part.split(b"\n")[:-1])
            size += len(part)
        held.sort()
        yield from heapq.merge(*runs, held) if runs else held


def _written(lines: list[bytes]) -> BinaryIO:
    run = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the others
    try:
        run.writelines(lines)
        run.seek(0)
    except BaseException:
        run.close()
        raise
    return run
