"""Numbers for the characters of a text: the reader learns a vector for each."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ROWS = range(1, 56)
"""Rows of GB/T 2312-1980 that have numbers here: signs, letters and level 1, the 3,755 commonest Chinese characters."""
CELLS = range(1, 95)
SHIFT = 0xA0
"""Between a row or cell of the standard and its byte in EUC-CN."""


def letters(text: str) -> NDArray[np.int64]:
    """A number a character, 0 for one that the standard's first rows have in no form of it (NFKC)."""
    import numpy as np

    known = _known()
    return np.array([known.get(c) or known.get(unicodedata.normalize("NFKC", c), 0) for c in text], np.int64)


def size() -> int:
    """How many numbers there are, 0 among them."""
    return len(_known()) + 1


@cache
def _known() -> dict[str, int]:
    cells = (bytes((row + SHIFT, cell + SHIFT)) for row in ROWS for cell in CELLS)
    chinese = (cell.decode("gb2312", "ignore") for cell in cells)
    signs = dict.fromkeys((*map(chr, range(32, 127)), *filter(None, chinese)))
    return {character: number for number, character in enumerate(signs, 1)}
