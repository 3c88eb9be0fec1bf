"""Many values that are read several times, without holding them all in memory."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable, Iterator, Sequence
from tempfile import SpooledTemporaryFile
from typing import Self, TypeVar, overload

V = TypeVar("V")
SMALL = 8_000_000
"""Bytes that are kept in memory; more goes into a temporary file without a name."""


class _Numbered(Sequence[V]):
    """A sequence whose values are looked up by number, a slice of it only when its values are wanted."""

    @overload
    def __getitem__(self, at: int) -> V: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[V]: ...
    def __getitem__(self, at: int | slice) -> V | Sequence[V]:
        return Chosen(self, range(len(self))[at]) if isinstance(at, slice) else self._value(at)

    def _value(self, at: int) -> V:
        raise NotImplementedError


class KeptBytes(_Numbered[bytes]):
    """Pieces that are put in one by one; memory holds where each begins."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(SMALL)  # noqa: SIM115 - it lives as long as the values
        self._starts = array("Q", (0,))

    def append(self, piece: bytes) -> None:
        """Puts one more behind the others; not after any was looked up."""
        self._file.write(piece)
        self._starts.append(self._starts[-1] + len(piece))

    def __del__(self) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._starts) - 1

    def _value(self, at: int) -> bytes:
        number = range(len(self))[at]
        start = self._starts[number]
        self._file.seek(start)
        return self._file.read(self._starts[number + 1] - start)


class Kept(_Numbered[V]):
    """Values that are read once, or put in one by one."""

    def __init__(self, values: Iterable[V] = ()) -> None:
        self._pickled = KeptBytes()
        for value in values:
            self.append(value)

    @classmethod
    def of_pickled(cls, pickled: Iterable[bytes]) -> Self:
        """Values that another process pickled (`pickle.dumps`), each by itself."""
        made = cls()
        for value in pickled:
            made._pickled.append(value)
        return made

    def append(self, value: V) -> None:
        """Puts one more behind the others; not after any was looked up."""
        self._pickled.append(pickle.dumps(value))

    def __len__(self) -> int:
        return len(self._pickled)

    def _value(self, at: int) -> V:
        value: V = pickle.loads(self._pickled[at])
        return value


class Chosen(_Numbered[V]):
    """Some of a sequence's values, by number, looked up when they are wanted."""

    def __init__(self, among: Sequence[V], numbers: Sequence[int]) -> None:
        self._among, self._numbers = among, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[V]:
        return (self._among[number] for number in self._numbers)

    def _value(self, at: int) -> V:
        return self._among[self._numbers[at]]
