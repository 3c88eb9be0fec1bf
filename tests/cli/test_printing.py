"""What goes to stdout is written whole, however little one call takes, and not at all where it can't be made."""

from __future__ import annotations

import io
import sys
from typing import BinaryIO

import pytest

from kg.cli import screen


class Sipping(io.RawIOBase):
    """Takes three bytes a call, as a pipe that Python doesn't buffer may take less than it is given."""

    def __init__(self) -> None:
        self.taken = b""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.taken += bytes(data)[:3]  # type: ignore[call-overload]
        return min(3, len(data))  # type: ignore[arg-type]


def sipping(monkeypatch: pytest.MonkeyPatch) -> Sipping:
    out = Sipping()
    monkeypatch.setattr(sys, "stdout", type("Out", (), {"buffer": out, "flush": lambda self: None})())
    return out


def test_all_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    out = sipping(monkeypatch)
    screen.put("设立窗口", None)
    screen.put([b"12345", b"", b"6789"], None)
    screen.put(lambda whole: whole.write("完".encode() * 3), None)
    assert out.taken.decode() == "设立窗口123456789完完完"


def test_what_fails_has_written_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(whole: BinaryIO) -> None:
        whole.write(b"half")
        raise LookupError

    out = sipping(monkeypatch)
    with pytest.raises(LookupError):
        screen.put(fails, None)
    assert out.taken == b""
