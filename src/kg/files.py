"""Writing files so that nothing half-written is ever left."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from kg.errors import UnreadableInput


def write_atomically(path: Path, content: bytes | Callable[[BinaryIO], object]) -> bool:
    """Writes bytes, or what ``content`` writes to the open file it is given, under ``path``; True if it replaced one.

    The file appears whole or not at all: it is written beside its place and then renamed. Where ``path`` is
    no ordinary file (a device or a pipe), it is written directly. Raises UnreadableInput where it can't be.
    """
    try:
        if path.is_dir():
            raise UnreadableInput(
                "output-unwritable", path=path, reason=OSError(errno.EISDIR, os.strerror(errno.EISDIR))
            )
        if path.exists() and not path.is_file():
            with path.open("wb") as out:
                _put(out, content)
            return False
        replaced = path.exists()
        _write_beside(path.resolve() if path.is_symlink() else path, content)
        return replaced
    except OSError as e:
        raise UnreadableInput("output-unwritable", path=path, reason=e) from e


def _write_beside(path: Path, content: bytes | Callable[[BinaryIO], object]) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            _put(out, content)
            out.flush()
            os.fsync(out.fileno())
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _put(out: BinaryIO, content: bytes | Callable[[BinaryIO], object]) -> None:
    if isinstance(content, bytes):
        out.write(content)
    else:
        content(out)


def _mode(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
