"""Names of a workbook's sheets: what Excel allows, and no two the same to it."""

from __future__ import annotations

import unicodedata

LONGEST = 31
"""UTF-16 units that Excel allows in a sheet's name."""

_FORBIDDEN = frozenset("[]:*?/\\")
_RESERVED = "history"
"""Excel keeps this name for its own sheet of changes."""


class SheetNames:
    """Gives every sheet a name of its own."""

    def __init__(self) -> None:
        self._taken = {_RESERVED}

    def name(self, wanted: str) -> str:
        """The nearest name to what is wanted that Excel allows and that is not taken, and takes it."""
        clean = "".join("_" if c in _FORBIDDEN else c for c in wanted if unicodedata.category(c)[0] != "C")
        clean = " ".join(clean.split()).strip("' ") or "_"
        number, made = 1, _cut(clean, LONGEST)
        while _compared(made) in self._taken:
            number += 1
            end = f" ({number})"
            made = _cut(clean, LONGEST - len(end)) + end
        self._taken.add(_compared(made))
        return made


def _compared(name: str) -> str:
    """Excel takes names that differ in case, and in some languages in width, for the same."""
    return unicodedata.normalize("NFKC", name).casefold()


def _cut(name: str, units: int) -> str:
    """The name in at most so many UTF-16 units, with an ellipsis where it is cut."""
    if _units(name) <= units:
        return name
    while _units(name) > units - 1:
        name = name[:-1]
    return name.rstrip("' ") + "…"


def _units(name: str) -> int:
    return len(name.encode("utf-16-le")) // 2
