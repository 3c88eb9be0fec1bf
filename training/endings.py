"""Count what names end with: ``python -m training.endings SHARED`` writes ``seeds/model/endings.npz``.

Each reading of a corpus passage counts a name once. The same readings give the same arrays.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.language.endings import FILE, endings, key
from kg.language.features import TYPES
from training import readings

MOST = 255
"""Names of a type that an ending is said to have at most: a byte holds it."""


def counted(shared: Path) -> dict[str, NDArray[np.generic]]:
    """``keys`` in order, ``counts`` of each type beside them, and ``names`` of each type in all."""
    found: dict[int, list[int]] = {}
    names = [0] * len(TYPES)
    for _, text, reading in readings.sources(shared):
        rows = {(row["text"], TYPES.index(row["type"])) for row in readings.load(reading, text)["entities"]}
        for name, kind in sorted(rows):
            names[kind] += 1
            for ending in endings(name):
                found.setdefault(key(ending), [0] * len(TYPES))[kind] += 1
    keys = sorted(found)
    counts = np.minimum([found[k] for k in keys], MOST).astype(np.uint8)
    return {"keys": np.array(keys, np.uint32), "counts": counts, "names": np.array(names, np.int64)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    np.savez_compressed(FILE, **counted(parser.parse_args().shared))  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
