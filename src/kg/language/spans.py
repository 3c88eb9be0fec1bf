"""Names as the reader judges whole spans: where each may begin and end, of which type it is, thing or class.

A tag a character says little of a long name's other end. So each span between words is scored by what stands at both
ends, before, behind and between (as Yu, Bohnet and Poesio 2020 score spans), and the best spans that don't overlap are
the names (weighted interval scheduling). The spans that the tags see are candidates too, wherever words end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence, where in the document it begins, and what tagger and tags see in it, counted from there."""

    text: str
    start: int
    chances: Chances
    begins: Set[int]
    """Where words begin."""
    tagged: Sequence[tuple[int, int]]
    """Start and end of the names that the tags see."""


def names(sentences: Sequence[Marked]) -> list[tuple[Name, ...]]:
    """The names in each of some sentences, which are judged side by side, each as if it were alone."""
    import numpy as np

    every = [_worth_judging(one) for one in sentences]
    answers = judged([one.chances for one in sentences], every)
    taken: list[int] = []
    chosen: list[list[tuple[int, int]]] = []
    at = 0
    for one, spans in zip(sentences, every, strict=True):
        best = _best(spans, 1 - answers[at : at + len(spans), 0], len(one.text))
        chosen.append([(start, end + 1) for start, end in spans[best].tolist()])
        taken += [at + row for row in best]
        at += len(spans)
    if not taken:
        return [() for _ in sentences]
    called = [one.text[a:b] for one, spans in zip(sentences, chosen, strict=True) for a, b in spans]
    own = weighed(answers[taken], called)
    things, classes = own[:, 1::2], own[:, 2::2]
    kinds = (things + classes).argmax(axis=1)
    which = np.arange(len(kinds))
    rows = zip(kinds.tolist(), things[which, kinds].tolist(), classes[which, kinds].tolist(), strict=True)
    return [tuple(_named(one, spans, rows)) for one, spans in zip(sentences, chosen, strict=True)]


def _worth_judging(one: Marked) -> NDArray[np.int64]:
    """First and last character of the spans that may be names, those that the tags see among them."""
    import numpy as np

    found = candidates(len(one.text), one.begins, one.chances["entity"][:, 1::2].sum(axis=1) >= LEAST_START)
    seen = set(map(tuple, found.tolist()))
    more = [(start, end - 1) for start, end in one.tagged if (start, end - 1) not in seen]
    return np.concatenate([found, np.array(more, np.int64)]) if more else found


def _named(one: Marked, spans: Sequence[tuple[int, int]], rows: Iterator[tuple[int, float, float]]) -> Iterator[Name]:
    """The names at these places; ``rows`` goes on with type and chances of each."""
    if not spans:
        return
    leads, partners, linked = (one.chances[h][:, i].tolist() for h, i in (("role", 1), ("role", 2), ("link", 1)))
    for start, end in spans:
        kind, thing, generic = next(rows)
        yield Name(
            one.start + start,
            one.start + end,
            cast(EntityType, TYPES[kind]),
            thing,
            generic,
            mean(leads[start:end]),
            mean(partners[start:end]),
            mean(linked[start:end]),
        )


def judged(sentences: Sequence[Chances], spans: Sequence[NDArray[np.int64]]) -> NDArray[np.float32]:
    """A row of chances (`ANSWERS`) for each span of each of some sentences, given as its first and last character; one
    reader saw all of them."""
    import numpy as np

    own = sentences[0]
    hidden = np.concatenate([_hidden(one["parts"], some) for one, some in zip(sentences, spans, strict=True)])
    length = np.concatenate([some[:, 1] - some[:, 0] + 1 for some in spans])
    hidden += own["widths"].take(np.minimum(length, LONGEST + 1), axis=0)
    raised = np.maximum(hidden, 0, out=hidden)
    blocks = [raised[at : at + BLOCK] @ own["answers"] for at in range(0, len(raised), BLOCK)]
    scores = np.concatenate(blocks) + own["biases"] if blocks else np.empty((0, ANSWERS), np.float32)
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    answers: NDArray[np.float32] = raised / raised.sum(axis=1, keepdims=True)
    return answers


def _hidden(parts: NDArray[np.float32], spans: NDArray[np.int64]) -> NDArray[np.float32]:
    """What the parts at both ends of each span, between, before and behind say of it."""
    import numpy as np

    first, last = spans[:, 0], spans[:, 1]
    at_first, at_last, between, before, behind = np.split(parts, len(PARTS), axis=1)
    nothing = np.zeros_like(between[:1])
    summed = np.concatenate([nothing, between.cumsum(axis=0)])
    hidden = (summed[last + 1] - summed[first]) / (last - first + 1)[:, None]
    hidden += at_first[first] + at_last[last]
    hidden += np.concatenate([nothing, before])[first] + np.concatenate([behind, nothing])[last + 1]
    found: NDArray[np.float32] = hidden
    return found


def _best(spans: NDArray[np.int64], chance: NDArray[np.float32], size: int) -> list[int]:
    """The rows of the spans with the highest sum of log odds over `EVEN`, none over another, in order."""
    import numpy as np

    sure = np.clip(chance, 1e-6, 1 - 1e-6)
    gains = np.log(sure / (1 - sure)) - np.log(EVEN / (1 - EVEN))
    rows = np.nonzero(gains > 0)[0]
    ending: dict[int, list[tuple[int, float, int]]] = {}
    for row, first, last, gain in zip(rows.tolist(), *spans[rows].T.tolist(), gains[rows].tolist(), strict=True):
        ending.setdefault(last, []).append((first, gain, row))
    sums, last_taken = [0.0], [(NONE, NONE)]
    for last in range(size):
        most, taken = sums[last], (NONE, NONE)
        for first, gain, row in ending.get(last, ()):
            if sums[first] + gain > most:
                most, taken = sums[first] + gain, (first, row)
        sums.append(most)
        last_taken.append(taken)
    found: list[int] = []
    at = size
    while at:
        first, row = last_taken[at]
        if row == NONE:
            at -= 1
        else:
            found.append(row)
            at = first
    return found[::-1]


@cache
def weights() -> dict[str, NDArray[np.float32]]:
    """What turns the parts of a span into its answers: ``widths`` has a row a length, from 0 to `LONGEST` + 1;
    ``answers`` and ``biases``."""
    import numpy as np

    with np.load(folder("seeds") / "model" / "spans.npz", allow_pickle=False) as held:
        return {name: held[name].astype(np.float32) for name in held.files}
