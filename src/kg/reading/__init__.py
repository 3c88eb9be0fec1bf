"""From the bytes of a file to its characters.

One table says which suffix is read by which function; a new format is a new row.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.errors import UnreadableInput
from kg.reading.plain import characters_of_plain
from kg.reading.sources import find_sources
from kg.reading.text import Text

__all__ = ["READERS", "Text", "find_sources", "read"]

READERS: dict[str, Callable[[bytes, Path], str]] = {
    ".txt": characters_of_plain,
}
"""Suffix in lower case → bytes and path (for messages) → characters."""


def read(path: Path) -> Text:
    """The text of a document.

    Raises UnreadableInput where there is no such file, its format is not in `READERS`, it may not be read, it is
    empty, or its bytes are no text.
    """
    try:
        piped = _is_of_shell(path)
        if path.is_dir():
            raise UnreadableInput("path-is-folder", path=path)
        if not path.exists():
            raise UnreadableInput("path-missing", path=path)
        if not path.is_file() and not piped:
            raise UnreadableInput("path-not-a-file", path=path)
    except OSError as error:
        raise UnreadableInput("file-unreadable", path=path, reason=error) from error
    reader = characters_of_plain if piped else READERS.get(path.suffix.lower())
    if reader is None:
        raise UnreadableInput("format-unreadable", path=path, suffix=path.suffix or "—", readable=" ".join(READERS))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableInput("file-unreadable", path=path, reason=error) from error
    characters = reader(data, path)
    if not characters.strip("\ufeff\u200b \t\n\r\f\v\u3000\xa0"):
        raise UnreadableInput("file-empty", path=path)
    return Text(path.name, characters)


def _is_of_shell(path: Path) -> bool:
    """Whether it is what a shell makes of ``<(command)``: an open pipe, which has no suffix. Any other pipe might wait
    for ever."""
    return path.is_fifo() and path.parent in (Path("/dev/fd"), Path("/proc/self/fd"))
