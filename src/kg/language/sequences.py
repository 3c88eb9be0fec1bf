"""The best sequence of labels (Viterbi 1967): scores of each label at each place, and of each label after another; what
a stretch of places has on average."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CLEAR = 0.1
"""More than sums of scores lose by rounding."""


def best_path(
    scores: NDArray[np.floating[Any]],
    transitions: NDArray[np.floating[Any]],
    first: NDArray[np.floating[Any]] | None = None,
    inner: NDArray[np.floating[Any]] | None = None,
    begins: Set[int] = frozenset(),
) -> list[int]:
    """The labels with the highest sum; ``first`` is added at the first place. ``scores`` is places × labels. Where no
    word begins (``begins``) the transitions are those of ``inner``, if given."""
    return best_paths(scores, transitions, first, inner, begins, [range(scores.shape[1])])[0]


def best_paths(
    scores: NDArray[np.floating[Any]],
    transitions: NDArray[np.floating[Any]],
    first: NDArray[np.floating[Any]] | None,
    inner: NDArray[np.floating[Any]] | None,
    begins: Set[int],
    groups: Sequence[range],
) -> list[list[int]]:
    """The same for each group of labels, counted from its first: no transition leads from one to another. To seek them
    together takes as many steps as to seek one."""
    import numpy as np

    if not len(scores):
        return [[] for _ in groups]
    best = scores[0] if first is None else scores[0] + first
    # A row a label that is reached: the largest of a row is found a quarter faster than that of a column.
    outer = np.ascontiguousarray(transitions.T)
    within = outer if inner is None else np.ascontiguousarray(inner.T)
    table = np.empty_like(outer)
    flat, rows = table.ravel(), np.arange(len(table)) * len(table)
    sure = _sure(scores, transitions) if first is None and inner is None else {}
    pointers = np.empty((len(scores), len(table)), np.intp)
    last = len(scores) - 2
    for place, row in enumerate(scores[1:]):
        if (label := sure.get(place)) is not None:
            if place == last or place + 1 not in sure:  # what is sure needs no sum, nor does what led to it
                best = transitions[label] + row
            continue
        np.add(best, outer if place + 1 in begins else within, out=table)
        before = table.argmax(axis=1, out=pointers[place])
        best = flat.take(rows + before) + row
    paths = []
    for group in groups:
        path = [group[int(best[group.start : group.stop].argmax())]]
        for place in range(last, -1, -1):
            path.append(sure[place] if place in sure else pointers.item(place, path[-1]))
        paths.append([label - group.start for label in reversed(path)])
    return paths


def _sure(scores: NDArray[np.floating[Any]], transitions: NDArray[np.floating[Any]]) -> dict[int, int]:
    """Place → its label, where one is so far ahead that no transitions, to it and from it, make up for it: most places,
    where transitions tell little."""
    import numpy as np

    lead = 2 * np.ptp(transitions) + CLEAR
    clear = (scores > scores.max(axis=1, keepdims=True) - lead).sum(axis=1) == 1
    places = np.nonzero(clear)[0]
    return dict(zip(places.tolist(), scores[places].argmax(axis=1).tolist(), strict=True))


def mean(values: NDArray[np.float32]) -> float:
    """As numpy's, which takes three times as long over so few values."""
    import numpy as np

    return float(np.float32(float(np.add.reduce(values)) / len(values)))
