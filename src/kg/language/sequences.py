"""The best sequence of labels (Viterbi 1967): scores of each label at each place, and of each label after another."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def best_path(
    scores: NDArray[np.floating[Any]],
    transitions: NDArray[np.floating[Any]],
    first: NDArray[np.floating[Any]] | None = None,
    inner: NDArray[np.floating[Any]] | None = None,
    begins: Set[int] = frozenset(),
) -> list[int]:
    """The labels with the highest sum; ``first`` is added at the first place. ``scores`` is places × labels. Where no
    word begins (``begins``) the transitions are those of ``inner``, if given."""
    import numpy as np

    if not len(scores):
        return []
    best = scores[0] if first is None else scores[0] + first
    # A row a label that is reached: the largest of a row is found a quarter faster than that of a column.
    outer = np.ascontiguousarray(transitions.T)
    within = outer if inner is None else np.ascontiguousarray(inner.T)
    table = np.empty_like(outer)
    flat, rows = table.ravel(), np.arange(len(table)) * len(table)
    pointers = []
    for place, row in enumerate(scores[1:], 1):
        np.add(best, outer if place in begins else within, out=table)
        pointer = table.argmax(axis=1)
        best = flat[rows + pointer] + row
        pointers.append(pointer)
    path = [int(best.argmax())]
    for pointer in reversed(pointers):
        path.append(int(pointer[path[-1]]))
    return path[::-1]
