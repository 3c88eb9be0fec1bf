"""Sorted runs: the order of code points, whatever has room."""

from __future__ import annotations

import io
import random
import tempfile

import pytest

from kg.graph import runs
from kg.graph.export import export
from kg.graph.runs import sorted_lines
from kg.graph.store import Store
from tests.support import numbered


@pytest.mark.parametrize("room", [1, 100, 1000, 10_000_000])
def test_lines_are_in_order_whatever_has_room(room: int) -> None:
    pick = random.Random(7)
    texts = ["".join(pick.choices("a~\r\u2028中区\U00020000", k=pick.randrange(9))) for _ in range(300)]
    parts = ["".join(f"{line}\n" for line in texts[i : i + 7]).encode() for i in range(0, 300, 7)]
    assert list(sorted_lines([b"", *parts], room)) == [f"{line}\n".encode() for line in sorted(texts)]
    assert list(sorted_lines([], room)) == []


def test_what_has_room_needs_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda: [][1])
    assert list(sorted_lines([b"b\na\n", b"c\n"])) == [b"a\n", b"b\n", b"c\n"]
    with pytest.raises(IndexError):
        list(sorted_lines([b"b\na\n", b"c\n"], 4))


@pytest.mark.parametrize("form", ["nquads", "ntriples"])
def test_an_export_is_the_same_where_memory_has_no_room(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.in_memory() as store:
        for i in range(4):
            store.put(numbered(f"{i}号"))
        whole, parted = io.BytesIO(), io.BytesIO()
        export(store, form, whole)
        monkeypatch.setattr(runs.sorted_lines, "__defaults__", (1000,))
        export(store, form, parted)
        if form == "nquads":
            assert whole.getvalue().decode() == "".join(f"{line}\n" for line in store.lines())
    lines = parted.getvalue().decode().split("\n")[:-1]
    assert lines == sorted(set(lines))
    assert parted.getvalue() == whole.getvalue()
