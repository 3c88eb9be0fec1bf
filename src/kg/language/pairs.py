"""Pairs of neighbouring characters that have a vector: what they mean, by the company that they keep.

``training/nearness.py`` counts the company in some four hundred government documents and factors it; `kg compare` and
the reader use the same vectors.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.resources import folder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = folder("seeds") / "model" / "nearness.npz"
WIDTH = 100
"""Numbers a pair."""
SCALE = 3 / 127
"""From the whole numbers of the file to numbers about as large as the reader's other ones."""


@cache
def places() -> dict[str, int]:
    """Pair of lower-case characters → its row."""
    import numpy as np

    with np.load(FILE, allow_pickle=False) as held:
        pairs = str(held["pairs"])
    return {pairs[i : i + 2]: i // 2 for i in range(0, len(pairs), 2)}


def pairs(text: str) -> NDArray[np.int64]:
    """For each character the number of the pair that begins and of the one that ends with it, 0 for none."""
    import numpy as np

    known, small = places(), text.lower()
    small = small if len(small) == len(text) else text
    begun = [known.get(small[i : i + 2], -1) + 1 for i in range(len(text) - 1)]
    return np.array([[*begun, 0][: len(text)], [0, *begun][: len(text)]], np.int64).T


def vectors() -> NDArray[np.float32]:
    """The vectors by number; 0 has none."""
    import numpy as np

    with np.load(FILE, allow_pickle=False) as held:
        found = held["vectors"].astype(np.float32) * np.float32(SCALE)
    return np.concatenate([np.zeros((1, WIDTH), np.float32), found])
