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


def best_path(scores: NDArray[np.floating[Any]], transitions: NDArray[np.floating[Any]]) -> list[int]:
    """The labels with the highest sum. ``scores`` is places × labels."""
    import numpy as np

    if not len(scores):
        return []
    best = scores[0]
    # A row a label that is reached: the largest of a row is found a quarter faster than that of a column.
    outer = np.ascontiguousarray(transitions.T)
    table = np.empty_like(outer)
    flat, rows = table.ravel(), np.arange(len(table)) * len(table)
    sure = _sure(scores, transitions)
    pointers = np.empty((len(scores), len(table)), np.intp)
    last = len(scores) - 2
    for place, row in enumerate(scores[1:]):
        if (label := sure.get(place)) is not None:
            if place == last or place + 1 not in sure:  # what is sure needs no sum, nor does what led to it
                best = transitions[label] + row
            continue
        np.add(best, outer, out=table)
        before = table.argmax(axis=1, out=pointers[place])
        best = flat.take(rows + before) + row
    path = [int(best.argmax())]
    for place in range(last, -1, -1):
        path.append(sure[place] if place in sure else pointers.item(place, path[-1]))
    return path[::-1]


def best_paths(
    sentences: Sequence[NDArray[np.float32]],
    rules: tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]],
    begins: Sequence[Set[int]],
    groups: Sequence[range],
) -> list[list[list[int]]]:
    """For each of some sentences, none of them empty, the same for each group of labels, counted from its first: no
    transition leads from one to another. ``rules`` are the transitions where a word begins (``begins``), what is added
    at the first place, and the transitions within words. To seek all paths together takes as many steps as to seek
    one."""
    import numpy as np

    transitions, first, inner = rules
    longest, many, labels = max(map(len, sentences)), len(sentences), len(first)
    scores = np.zeros((longest, many, labels), np.float32)
    begun = np.zeros((longest, many), np.intp)
    for at, (rows, words) in enumerate(zip(sentences, begins, strict=True)):
        scores[: len(rows), at] = rows
        begun[[word for word in words if word < len(rows)], at] = 1
    tables = np.stack([inner.T, transitions.T])
    table = np.empty((many, labels, labels), np.float32)
    flat, starts = table.ravel(), (np.arange(many * labels) * labels).reshape(many, labels)
    pointers = np.empty((longest, many, labels), np.intp)
    scores[0] += first
    for place in range(1, longest):
        tables.take(begun[place], axis=0, out=table, mode="clip")
        table += scores[place - 1][:, None, :]
        before = table.argmax(axis=2, out=pointers[place])
        scores[place] += flat.take(starts + before)
    return [
        [_back(scores[len(rows) - 1, at], pointers[: len(rows), at], group) for group in groups]
        for at, rows in enumerate(sentences)
    ]


def _back(sums: NDArray[np.float32], pointers: NDArray[np.intp], group: range) -> list[int]:
    """The path that ends in the best label of a group, counted from the group's first."""
    path = [group[int(sums[group.start : group.stop].argmax())]]
    for place in range(len(pointers) - 1, 0, -1):
        path.append(pointers.item(place, path[-1]))
    return [label - group.start for label in reversed(path)]


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
