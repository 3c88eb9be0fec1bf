"""What the ending of a name says of its type: …服务中心 is a site, …研究院 an organisation, …专项行动 a programme.

``training/endings.py`` counts the types of the names that were read in some nineteen hundred passages, by their last
one to six characters. The longest ending that was seen counts most, and the more the oftener it was seen
(interpolation as of Witten and Bell 1991).
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.language.features import TYPES
from kg.resources import folder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = folder("seeds") / "model" / "endings.npz"
LONGEST = 6
QUOTES = '“”"‘’《》'
WEIGHT = 0.4
"""What an ending counts beside the reader, who saw the name where it stands: from 0.6 on fewer agents are right."""
DOUBT = 0.5
"""For how many names what shorter endings say counts beside those that end so."""
LEAST = 1e-6


def key(ending: str) -> int:
    """The number by which an ending is kept: the words of some hundred thousand would take three times the room."""
    return zlib.crc32(ending.encode())


def endings(name: str) -> list[str]:
    """The endings of a name, without quotes around it, from the shortest to the longest."""
    bare = name.strip(QUOTES)
    return [bare[-size:] for size in range(1, min(LONGEST, len(bare)) + 1)]


@lru_cache(maxsize=4096)
def likely(name: str) -> tuple[float, ...]:
    """How likely each of `TYPES` is for a name that ends so."""
    import numpy as np

    keys, counts, all_names = _counted()
    whole = sum(all_names) + len(TYPES)
    chances = [(n + 1) / whole for n in all_names]
    for ending in endings(name):
        at = int(np.searchsorted(keys, np.uint32(key(ending))))  # any other type would have all keys copied into it
        if at == len(keys) or int(keys[at]) != key(ending):
            break
        seen = counts[at].tolist()
        total = sum(seen)
        chances = [(n + DOUBT * chance) / (total + DOUBT) for n, chance in zip(seen, chances, strict=True)]
    return tuple(chances)


def weighed(answers: NDArray[np.float32], names: Sequence[str]) -> NDArray[np.float32]:
    """The answers of `kg.language.spans`, a row a name, with the types weighed by what its words end with. Whether it
    is a name, and a thing or a class, stays as likely."""
    import numpy as np

    both = answers[:, 1::2] + answers[:, 2::2]
    least = np.maximum(both, LEAST)
    odds = np.log(least) + np.stack([_odds(name) for name in names])
    raised = np.exp(odds - odds.max(axis=1, keepdims=True))
    share = raised * (both.sum(axis=1, keepdims=True) / raised.sum(axis=1, keepdims=True)) / least
    found = answers.copy()
    found[:, 1::2] *= share
    found[:, 2::2] *= share
    return found


@lru_cache(maxsize=4096)
def _odds(name: str) -> NDArray[np.float32]:
    """What these chances add to the odds of each type."""
    import numpy as np

    return np.float32(WEIGHT) * np.log(np.array(likely(name), np.float32))


@cache
def _counted() -> tuple[NDArray[np.uint32], NDArray[np.uint8], list[int]]:
    """Keys in order, how many names of each type end so, and how many there are of each type."""
    import numpy as np

    with np.load(FILE, allow_pickle=False) as held:
        return held["keys"], held["counts"], held["names"].tolist()
