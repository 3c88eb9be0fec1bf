"""Which folder is a store."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kg.graph.place import is_store, make


def test_a_store_is_one_and_a_folder_is_none(tmp_path: Path) -> None:
    make(tmp_path / "s")
    assert is_store(tmp_path / "s")
    assert not is_store(tmp_path)


def test_a_folder_that_may_not_be_entered_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As for a user without the right, whom the tests may not be."""

    def refuse(path: object, **_: object) -> os.stat_result:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    make(tmp_path / "s")
    monkeypatch.setattr(os, "stat", refuse)
    assert not is_store(tmp_path / "s")
