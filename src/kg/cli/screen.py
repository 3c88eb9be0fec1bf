"""Where a command's words go: data to stdout or a file, everything else to stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, TypeVar

from kg.messages import say

T = TypeVar("T")
Data = str | bytes | Iterable[bytes] | Callable[[BinaryIO], object]
"""Text, bytes, parts of them, or what writes them to the open file it is given."""
STDOUT = Path("-")
PART = 1 << 20


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

    def put(self, data: Data, output: Path | None) -> None:
        """Write data (see `put`), and tell which file was written or replaced, unless quiet."""
        replaced = put(data, output)
        if output is not None and output != STDOUT:
            self.tell("replaced" if replaced else "written", path=output)

    def fail(self, message: str) -> None:
        """A failure that does not end the run, on stderr."""
        print(self.say("error", message=message), file=sys.stderr)

    def heads(self, columns: Sequence[str]) -> tuple[str, ...]:
        """What these columns are called in the reader's language."""
        return tuple(self.say(f"column-{name}") for name in columns)

    def widest(self, output: Path | None) -> int | None:
        """To how many half-width columns a cell is cut: in a terminal alone, while files and programs get it whole."""
        from kg.showing.table import WIDEST

        return WIDEST if output in (None, STDOUT) and sys.stdout.isatty() else None

    def steps(self, items: Sequence[T], code: str) -> Iterator[T]:
        """The items, with a bar on stderr where that is a terminal and there is more than one to wait for."""
        if self.loudness < 0 or len(items) < 2 or not sys.stderr.isatty():
            yield from items
            return
        from rich.console import Console
        from rich.progress import track

        yield from track(items, description=self.say(code), console=Console(stderr=True), transient=True)


def put(data: Data, output: Path | None) -> bool:
    """Write data, or what ``data`` writes, to the file, whole or not at all, or to stdout (None or ``-``) as UTF-8.

    True where a file of that name was replaced.

    Raises UnreadableInput or OSError where that can't be done.
    """
    content = data.encode() if isinstance(data, str) else data
    parts = [content] if isinstance(content, bytes) else content
    if output is not None and output != STDOUT:
        from kg.files import write_atomically

        return write_atomically(output, parts if callable(parts) else lambda out: out.writelines(parts))
    sys.stdout.flush()
    if callable(parts):
        with TemporaryFile() as whole:  # what fails while it is written has written nothing
            parts(whole)
            whole.seek(0)
            _print(iter(lambda: whole.read(PART), b""))
    else:
        _print(parts)
    return False


def _print(parts: Iterable[bytes]) -> None:
    """All of them to stdout: where Python doesn't buffer it, one call writes at most two gigabytes, or fewer."""
    out = sys.stdout.buffer
    for part in parts:
        rest = memoryview(part)
        while rest:
            rest = rest[out.write(rest) :]
    out.flush()
