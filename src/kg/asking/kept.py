"""Many values that are read several times, without holding them all in memory."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable, Iterator, Sequence
from tempfile import SpooledTemporaryFile
from typing import Generic, TypeVar, overload

V = TypeVar("V")
SMALL = 8_000_000
"""Bytes that are kept in memory; more goes into a temporary file without a name."""


class Kept(Sequence[V]):
    """The values of an iterable, read once; memory holds where each begins."""

    def __init__(self, values: Iterable[V]) -> None:
        self._file = SpooledTemporaryFile(SMALL)  # noqa: SIM115 - it lives as long as the values
        self._starts = array("Q")
        for value in values:
            self._starts.append(self._file.tell())
            pickle.dump(value, self._file)

    def __del__(self) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, at: int) -> V: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[V]: ...
    def __getitem__(self, at: int | slice) -> V | Sequence[V]:
        if isinstance(at, slice):
            return Chosen(self, range(len(self))[at])
        self._file.seek(self._starts[at])
        value: V = pickle.load(self._file)
        return value


class Chosen(Sequence[V], Generic[V]):
    """Some of a sequence's values, by number, looked up when they are wanted."""

    def __init__(self, among: Sequence[V], numbers: Sequence[int]) -> None:
        self._among, self._numbers = among, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> V: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[V]: ...
    def __getitem__(self, at: int | slice) -> V | Sequence[V]:
        if isinstance(at, slice):
            return Chosen(self._among, self._numbers[at])
        return self._among[self._numbers[at]]

    def __iter__(self) -> Iterator[V]:
        return (self._among[number] for number in self._numbers)
