"""Where a command's words go: data to stdout or a file, everything else to stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kg.messages import say

T = TypeVar("T")
STDOUT = Path("-")


@dataclass(frozen=True, slots=True)
class Screen:
    """The reader's language, and how much the reader wants to be told: -1 quiet, 0, 1 verbose."""

    language: str
    loudness: int = 0

    def say(self, code: str, **values: object) -> str:
        """The message of this code in the reader's language."""
        return say(code, self.language, **values)

    def tell(self, code: str, **values: object) -> None:
        """What happened, on stderr, unless quiet."""
        if self.loudness >= 0:
            print(self.say(code, **values), file=sys.stderr)

    def detail(self, code: str, **values: object) -> None:
        """What happened, on stderr, for who asked to be told more."""
        if self.loudness > 0:
            print(self.say(code, **values), file=sys.stderr)

    def fail(self, message: str) -> None:
        """A failure that does not end the run, on stderr."""
        print(self.say("error", message=message), file=sys.stderr)

    def heads(self, columns: Sequence[str], form: str) -> tuple[str, ...]:
        """Column names: in the reader's language where a person reads the table, else as programs know them."""
        return tuple(self.say(f"column-{name}") if form == "table" else name for name in columns)

    def steps(self, items: Sequence[T], code: str) -> Iterator[T]:
        """The items, with a bar on stderr where that is a terminal and there is more than one to wait for."""
        if self.loudness < 0 or len(items) < 2 or not sys.stderr.isatty():
            yield from items
            return
        from rich.console import Console
        from rich.progress import track

        yield from track(items, description=self.say(code), console=Console(stderr=True), transient=True)


def put(data: str | bytes | Iterable[bytes], output: Path | None) -> None:
    """Write data to the file, whole or not at all, or to stdout (None or ``-``) as UTF-8.

    Raises UnreadableInput or OSError where that can't be done.
    """
    parts = [data.encode()] if isinstance(data, str) else [data] if isinstance(data, bytes) else data
    if output is None or output == STDOUT:
        sys.stdout.flush()
        for part in parts:
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()
        return
    from kg.files import write_atomically

    write_atomically(output, lambda out: out.writelines(parts))
