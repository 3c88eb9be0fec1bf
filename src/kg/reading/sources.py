"""From what the user named to the files that are read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from kg.errors import UnreadableInput

COLLECTED = (".txt",)
"""Suffixes that are taken from a folder; a file that is named itself is always taken."""


def find_sources(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files named and the documents in the folders named, sorted, each once.

    Folders are searched to the bottom; hidden files and folders and links to folders in them are passed over. Raises
    UnreadableInput for a missing path, a folder that may not be read, and a folder without documents.
    """
    found: dict[str, Path] = {}
    for path in paths:
        try:
            folder, exists = path.is_dir(), path.exists()
        except OSError as error:
            raise UnreadableInput("file-unreadable", path=path, reason=error) from error
        if not exists:
            raise UnreadableInput("path-missing", path=path)
        for file in _documents(path) if folder else (path,):
            found.setdefault(os.path.realpath(file), file)  # a link to itself is one more file that can't be read
    return tuple(sorted(found.values(), key=lambda p: p.as_posix()))


def _documents(folder: Path) -> list[Path]:
    def stop(error: OSError) -> None:
        raise UnreadableInput("file-unreadable", path=error.filename or folder, reason=error) from error

    found = []
    for parent, folders, files in os.walk(folder, onerror=stop):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        names = (f for f in files if not f.startswith(".") and Path(f).suffix.lower() in COLLECTED)
        found += [Path(parent, name) for name in names]
    if not found:
        raise UnreadableInput("folder-without-documents", path=folder, readable=" ".join(COLLECTED))
    return found
