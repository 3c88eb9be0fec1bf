"""Names as the reader judges whole spans: where each may begin and end, of which type it is, thing or class.

A tag a character says little of a long name's other end. So each span between words is scored by what stands at both
ends, before, behind and between (as Yu, Bohnet and Poesio 2020 score spans), and the best spans that don't overlap are
the names (weighted interval scheduling). The spans that the tags see are candidates too, wherever words end.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import cache
from typing import TYPE_CHECKING, cast

from kg.facts import EntityType
from kg.language.endings import weighed
from kg.language.features import TYPES
from kg.language.parsed import Name
from kg.language.sequences import mean
from kg.resources import folder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.language.reader import Chances

LONGEST = 40
"""Characters that a candidate has at most."""
PARTS = ("first", "last", "between", "before", "behind")
"""What of a span each fifth of the columns of ``parts`` is for."""
ANSWERS = 1 + 2 * len(TYPES)
"""No name; then each type, as a thing and as a class."""
LEAST_START = 0.01
"""Chance of a name's first character below which no candidate begins there."""
BLOCK = 128
"""Spans whose answers are reckoned at a time: so few that numpy's library does not share them over threads, which would
take turns with the other processes and may round otherwise."""
NONE = -1
EVEN = 0.6
"""A span is taken where the chance that it is a name is above this."""


def candidates(size: int, begins: Set[int], likely: NDArray[np.bool_] | None = None) -> NDArray[np.int64]:
    """First and last character of each span from the beginning of a word to the end of one, at most `LONGEST` long;
    only of those that begin at a ``likely`` character, if that is given."""
    import numpy as np

    starts = np.array(sorted({0, *(b for b in begins if 0 < b < size)}), np.int64)
    ends = np.append(starts[1:], size) - 1
    if likely is not None:
        starts = starts[likely[starts]]
    first, last = np.nonzero((ends >= starts[:, None]) & (ends - starts[:, None] < LONGEST))
    return np.stack([starts[first], ends[last]], axis=1)


def names(
    text: str, chances: Chances, offset: int, begins: Set[int], tagged: Iterable[tuple[int, int]]
) -> tuple[Name, ...]:
    """The names in a sentence that begins at ``offset``; words begin at ``begins``, the tags see spans ``tagged``."""
    import numpy as np

    size = len(text)
    found = candidates(size, begins, chances["entity"][:, 1::2].sum(axis=1) >= LEAST_START)
    seen = set(map(tuple, found.tolist()))
    more = [(start, end - 1) for start, end in tagged if (start, end - 1) not in seen]
    found = np.concatenate([found, np.array(more, np.int64).reshape(-1, 2)])
    if not len(found):
        return ()
    answers = judged(chances, found)
    best = _best(found, 1 - answers[:, 0], size)
    spans = [(int(found[i, 0]), int(found[i, 1]) + 1) for i in best]
    return tuple(
        _name(chances, offset, start, end, weighed(answers[i], text[start:end]))
        for i, (start, end) in zip(best, spans, strict=True)
    )


def judged(chances: Chances, spans: NDArray[np.int64]) -> NDArray[np.float32]:
    """A row of chances (`ANSWERS`) for each span, given as its first and last character."""
    import numpy as np

    first, last = spans[:, 0], spans[:, 1]
    at_first, at_last, between, before, behind = np.split(chances["parts"], len(PARTS), axis=1)
    nothing = np.zeros_like(between[:1])
    summed = np.concatenate([nothing, between.cumsum(axis=0)])
    length = last - first + 1
    hidden = at_first[first] + at_last[last] + (summed[last + 1] - summed[first]) / length[:, None]
    hidden += np.concatenate([nothing, before])[first] + np.concatenate([behind, nothing])[last + 1]
    hidden += chances["widths"][np.minimum(length, LONGEST + 1)]
    raised = np.maximum(hidden, 0)
    blocks = [raised[at : at + BLOCK] @ chances["answers"] for at in range(0, len(raised), BLOCK)]
    scores = np.concatenate(blocks) + chances["biases"]
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    answers: NDArray[np.float32] = raised / raised.sum(axis=1, keepdims=True)
    return answers


def _best(spans: NDArray[np.int64], chance: NDArray[np.float32], size: int) -> list[int]:
    """The rows of the spans with the highest sum of log odds over `EVEN`, none over another, in order."""
    import numpy as np

    sure = np.clip(chance, 1e-6, 1 - 1e-6)
    gains = np.log(sure / (1 - sure)) - np.log(EVEN / (1 - EVEN))
    firsts, lasts, worth = spans[:, 0].tolist(), spans[:, 1].tolist(), gains.tolist()
    ending: dict[int, list[int]] = {}
    for row in np.nonzero(gains > 0)[0].tolist():
        ending.setdefault(lasts[row], []).append(row)
    best: list[tuple[float, int]] = [(0.0, NONE)]
    for last in range(size):
        rows = [(best[firsts[row]][0] + worth[row], row) for row in ending.get(last, ())]
        before = (best[last][0], NONE)
        best.append(max([before, *rows], key=lambda x: x[0]) if rows else before)
    taken: list[int] = []
    at = size
    while at:
        row = best[at][1]
        if row == NONE:
            at -= 1
        else:
            taken.append(row)
            at = firsts[row]
    return taken[::-1]


def _name(chances: Chances, offset: int, start: int, end: int, answers: NDArray[np.float32]) -> Name:
    things, classes = answers[1::2], answers[2::2]
    kind = int((things + classes).argmax())
    role, link = chances["role"][start:end], chances["link"][start:end]
    return Name(
        offset + start,
        offset + end,
        cast(EntityType, TYPES[kind]),
        float(things[kind]),
        float(classes[kind]),
        mean(role[:, 1]),
        mean(role[:, 2]),
        mean(link[:, 1]),
    )


@cache
def weights() -> dict[str, NDArray[np.float32]]:
    """What turns the parts of a span into its answers: ``widths`` has a row a length, from 0 to `LONGEST` + 1;
    ``answers`` and ``biases``."""
    import numpy as np

    with np.load(folder("seeds") / "model" / "spans.npz", allow_pickle=False) as held:
        return {name: held[name].astype(np.float32) for name in held.files}
