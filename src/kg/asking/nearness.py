"""Which wordings mean nearly the same though they share few characters: 托育 and 托幼, 供水 and 排水.

A pair of neighbouring characters is known by the company that it keeps in some four hundred government documents
(``training/nearness.py`` counts it); a wording is the sum of its pairs, each weighed by how rare it is there, less what
all sentences have in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.language.pairs import FILE, places

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NO_LETTER = re.compile(r"[^\w]|[\d_]")


def parts(text: str) -> list[str]:
    """The stretches of letters; numbers, marks and spaces are left out, and nothing is joined across them."""
    return NO_LETTER.sub(" ", text).lower().split()


def directions(wordings: Sequence[Iterable[str]]) -> NDArray[np.float64]:
    """A row of length 1 for each wording, given as its characters and pairs of them; all 0 where none is known."""
    import numpy as np

    known = _known()
    rows = np.zeros((len(wordings), len(known.common)))
    for row, signs in zip(rows, wordings, strict=True):
        places = sorted(known.places[sign] for sign in signs if sign in known.places)
        if places:
            whole = known.rarity[places] @ known.vectors[places]
            row[:] = _unit(_unit(whole) - known.common)
    return rows


@dataclass(frozen=True, slots=True)
class _Known:
    places: dict[str, int]
    vectors: NDArray[np.float64]
    rarity: NDArray[np.float64]
    common: NDArray[np.float64]


@cache
def _known() -> _Known:
    import numpy as np

    with np.load(FILE) as held:
        vectors = held["vectors"].astype(np.float64)
        rarity, common = held["rarity"].astype(np.float64), held["common"].astype(np.float64)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return _Known(places(), vectors, rarity, common)


def _unit(row: NDArray[np.float64]) -> NDArray[np.float64]:
    import numpy as np

    length = float(np.linalg.norm(row))
    return row / length if length else row
