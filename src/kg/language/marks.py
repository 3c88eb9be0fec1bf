"""From the reader's chances to acts and counts, and to where names may stand: the best sequence of tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import TYPE_CHECKING

from kg.facts import Quantity
from kg.language.features import TYPES
from kg.language.parsed import Act, Count
from kg.language.reader import Chances
from kg.language.sequences import best_paths, mean

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEVER = -1e4
LEAST = 1e-6
FRONT, FRONTED, VERB, VERB_ON, AFTER = 1, 2, 3, 4, 5
"""Tags of the measure head; 0 is nothing."""
FOLLOWS = {
    0: (0, FRONT, VERB),
    FRONT: (FRONTED, VERB),
    FRONTED: (FRONTED, VERB),
    VERB: (VERB_ON, AFTER, 0, FRONT, VERB),
    VERB_ON: (VERB_ON, AFTER, 0, FRONT, VERB),
    AFTER: (AFTER, 0, FRONT, VERB),
}
NAME = range(1 + 2 * len(TYPES))
"""Tags of names: 0 is nothing, then two a type."""
MEASURE = range(NAME.stop, NAME.stop + 1 + AFTER)
"""Where the tags of measures stand behind those of names."""
WITHIN = 5.0
"""What it costs to begin or end inside a word of the tagger, which is right about most words."""


def paths(sentences: Sequence[Chances], begins: Sequence[Set[int]]) -> list[tuple[list[int], list[int]]]:
    """For each sentence the best sequence of tags of names, things and classes of a type together, and that of tags of
    measures; ``begins`` says where words begin in each."""
    found = best_paths([_logarithms(chances) for chances in sentences], _rules(), begins, (NAME, MEASURE))
    return [(names, measures) for names, measures in found]


def _logarithms(chances: Chances) -> NDArray[np.float32]:
    """Those of the chances of each tag, a row a character."""
    import numpy as np

    tags = chances["entity"]
    both = np.empty((len(tags), MEASURE.stop), np.float32)
    both[:, 0] = tags[:, 0]
    both[:, 1 : NAME.stop : 2] = tags[:, 1::4] + tags[:, 3::4]
    both[:, 2 : NAME.stop : 2] = tags[:, 2::4] + tags[:, 4::4]
    both[:, NAME.stop :] = chances["measure"]
    logarithms: NDArray[np.float32] = np.log(np.maximum(both, LEAST))
    return logarithms


def tagged(path: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Start and end of the spans that the tags see as names: an odd tag begins one, the even tag after it goes on."""
    at = 0
    while at < len(path):
        start = at
        at += 1
        if path[start]:
            while at < len(path) and path[at] == path[start] + 1 and path[at] % 2 == 0:
                at += 1
            yield start, at


def acts(chances: Chances, offset: int, path: Sequence[int]) -> tuple[Act, ...]:
    """The measures that the tags see in a sentence that begins at ``offset``."""
    if not any(path):
        return ()
    status, opt = chances["status"].tolist(), chances["opt"][:, 0].tolist()
    verbs = chances["measure"][:, VERB : VERB_ON + 1].sum(axis=1).tolist()
    found = []
    at = 0
    while at < len(path):
        if not path[at]:
            at += 1
            continue
        start = at
        while at < len(path) and path[at] in (FRONT, FRONTED):
            at += 1
        if at == len(path):
            break
        verb = at
        at += 1
        while at < len(path) and path[at] == VERB_ON:
            at += 1
        verb_end = at
        while at < len(path) and path[at] == AFTER:
            at += 1
        done, ongoing, planned = map(mean, zip(*status[verb:verb_end], strict=True))
        found.append(
            Act(
                offset + start,
                offset + at,
                offset + verb,
                offset + verb_end,
                mean(verbs[verb:verb_end]),
                mean(opt[verb:verb_end]),
                (done, ongoing, planned),
            )
        )
    return tuple(found)


def counts(chances: Chances, quantities: Sequence[Quantity], offset: int) -> tuple[Count, ...]:
    """Each quantity with its chances of being an outcome."""
    return tuple(
        Count(q, mean(outcome), mean(optional))
        for q in quantities
        for _, outcome, optional in (chances["outcome"][q.start - offset : q.end - offset].T.tolist(),)
    )


Rules = tuple["NDArray[np.float32]", "NDArray[np.float32]", "NDArray[np.float32]"]
"""Scores of a tag after another, of a tag at the start, and of a tag after another inside a word."""


@cache
def _rules() -> Rules:
    """Those of names and of measures side by side: no tag of one follows a tag of the other."""
    import numpy as np

    def beside(one: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float32]:
        table = np.full((MEASURE.stop, MEASURE.stop), -np.inf, np.float32)
        table[: NAME.stop, : NAME.stop] = one
        table[NAME.stop :, NAME.stop :] = other
        return table

    (after, first, inside), (act_after, act_first, act_inside) = _name_rules(), _act_rules()
    return beside(after, act_after), np.concatenate([first, act_first]), beside(inside, act_inside)


def _name_rules() -> Rules:
    """A name goes on only after its own beginning; it seldom begins or ends inside a word."""
    import numpy as np

    size = 1 + 2 * len(TYPES)
    after, first = np.zeros((size, size), np.float32), np.zeros(size, np.float32)
    for tag in range(2, size, 2):
        first[tag] = NEVER
        after[:, tag] = NEVER
        after[[tag - 1, tag], tag] = 0
    inside = after - WITHIN
    inside[0, 0] = 0
    for tag in range(2, size, 2):
        inside[[tag - 1, tag], tag] = 0
    return after, first, inside


def _act_rules() -> Rules:
    import numpy as np

    after = np.full((6, 6), NEVER, np.float32)
    for tag, following in FOLLOWS.items():
        after[tag, list(following)] = 0
    inside = after - WITHIN
    for tag, on in ((0, 0), (FRONT, FRONTED), (FRONTED, FRONTED), (VERB, VERB_ON), (VERB_ON, VERB_ON), (AFTER, AFTER)):
        inside[tag, on] = 0
    return after, np.array([0, 0, NEVER, 0, NEVER, NEVER], np.float32), inside
