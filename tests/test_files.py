"""Files are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

import pytest

from kg.errors import UnreadableInput
from kg.files import write_atomically


def test_writes_bytes_or_what_a_function_writes(tmp_path: Path) -> None:
    path = tmp_path / "out.ttl"
    assert not write_atomically(path, b"one")
    assert path.read_bytes() == b"one"
    assert write_atomically(path, lambda out: out.write(b"two")), "it replaced the first"
    assert path.read_bytes() == b"two"
    assert [p.name for p in tmp_path.iterdir()] == ["out.ttl"]


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "out.ttl"
    path.write_bytes(b"old")

    def fail(out: BinaryIO) -> None:
        out.write(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, fail)

    def full(out: BinaryIO) -> None:
        raise OSError(28, os.strerror(28))

    with pytest.raises(UnreadableInput, match="no space left"):
        write_atomically(path, full)
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.ttl"]


def test_permissions_are_those_of_the_file_before_or_of_the_mask(tmp_path: Path) -> None:
    path = tmp_path / "out"
    write_atomically(path, b"")
    mask = os.umask(0)
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask
    path.chmod(0o640)
    write_atomically(path, b"x")
    assert path.stat().st_mode & 0o777 == 0o640


def test_where_it_can_not_write_it_says_where(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none" / "out", Path("/dev/full")):
        with pytest.raises(UnreadableInput) as caught:
            write_atomically(path, b"x" * 9000)
        assert str(path) in caught.value.in_language("zh")
    write_atomically(Path("/dev/null"), b"x")


def test_a_link_keeps_pointing(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"
