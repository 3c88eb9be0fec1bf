"""The best sequence of labels (Viterbi 1967): scores of each label at each place, and of each label after another; what
a stretch of places has on average."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CLEAR = 0.1
"""More than sums of scores lose by rounding."""


def best_path(scores: NDArray[np.floating[Any]], transitions: NDArray[np.floating[Any]]) -> list[int]:
    """The labels with the highest sum. ``scores`` is places × labels.

    A label so far behind the best of its place that no transitions, to it and from it, make up for it is on no best
    path: where transitions tell little, most places have one label that is left."""
    import numpy as np

    if not len(scores):
        return []
    lead = 2 * np.ptp(transitions) + CLEAR
    near = scores > scores.max(axis=1, keepdims=True) - lead
    path: list[int] = scores.argmax(axis=1).tolist()
    for first, stop in _runs(np.nonzero(near.sum(axis=1) > 1)[0].tolist()):
        begin = max(first - 1, 0)
        ways = [(0.0, path[begin:first])]
        for place in range(first, min(stop + 1, len(path))):
            labels = np.nonzero(near[place])[0].tolist()
            ways = [_best_to(label, ways, transitions, scores.item(place, label)) for label in labels]
        best = max(ways, key=itemgetter(0))[1]
        path[begin : begin + len(best)] = best
    return path


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and stop of the places that follow one another."""
    for _, run in groupby(enumerate(places), lambda place: place[1] - place[0]):
        some = [place for _, place in run]
        yield some[0], some[-1] + 1


def _best_to(
    label: int, ways: Iterable[tuple[float, list[int]]], transitions: NDArray[np.floating[Any]], score: float
) -> tuple[float, list[int]]:
    """The best of some ways, each a sum with its labels, that goes on to this label, which has this score."""
    sums = ((sum_ + (transitions.item(way[-1], label) if way else 0.0), way) for sum_, way in ways)
    best, way = max(sums, key=itemgetter(0))
    return best + score, [*way, label]


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


def mean(values: Sequence[float]) -> float:
    """Of so few values that an array's own mean takes several times as long."""
    return sum(values) / len(values)
