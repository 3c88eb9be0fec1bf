"""How alike two measures are, from what the graph holds of them, and which of two reports' measures belong together.

The score is a weighted mean of up to four parts, each between 0 and 1; a part that one of the two has not is left out:

    words    characters and pairs of neighbouring characters that both wordings have, each weighed by how rare it is
             in the two reports
    meaning  how near the wordings are by the company that their pairs of characters keep (`kg.asking.nearness`)
    heading  the same of the headings that they stand under
    around   how near the measures that stand beside the one are to those beside the other: two reports of one office
             go through their matters in much the same order

It is lowered (``status``) where the first was done and the second is only planned: of several measures alike, the one
that was promised has the first claim.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.asking.acts import Act
from kg.asking.gauges import told_figures
from kg.asking.nearness import directions, parts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.float64]

THRESHOLD = 0.35
"""From this score on two measures are told to be of one matter.

This, `JOINED` and `WEIGHTS` were chosen on the hand-made lists ``tests/asking/compare_pairs.tsv``, ``_unseen.tsv`` and
``_state.tsv`` (河北, 河南, 国务院: F1 .91, .79 and .93 of the pairs whose measures the reader finds); where two of the
lists choose and the third is scored, F1 is .88 over all. On ``_blind.tsv`` and ``_fourth.tsv`` (陕西, 山西), on which
nothing was chosen, F1 is .84 and .89, together .86, and .91 of the pairs told are right; without ``meaning``,
``around`` and `JOINED` it was .80 and .90, together .83."""

JOINED = 0.45
"""From this score on a measure that is left over is told to share the matter of one that has its pair already."""

UNCERTAIN = 0.5
"""Below this score a pair is told as uncertain: on the five hand-made lists 72 of 102 such pairs are right (.71), and
245 of the 247 from here on (.99)."""

WEIGHTS = {"words": 0.6, "meaning": 0.1, "heading": 0.05, "around": 0.25}
BACKWARD = 0.85
REACH = 2
"""Measures before and behind that count as standing beside one."""
NO_PEER = 0.1
"""A heading of the first that is less near than this to all of the second tells nothing: 一、意见."""
SHOWN = 8
GRAMMAR = re.compile("[的了和与及或并等]")
"""Characters that seldom stand within a word, so that none of those shown is cut out of two."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score between 0 and 1, the parts that it is the weighted mean of, and the words of both that decided most."""

    score: float
    parts: tuple[tuple[str, float], ...]
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A measure of each report by its place there. ``joined``: one of them belongs first to a likelier pair."""

    likeness: Likeness
    first: int
    second: int
    joined: bool


class Scale:
    """Scores the measures of two reports, each list in the order of the text.

    ``ordered`` is False where what stands beside tells nothing: of headings.
    """

    def __init__(self, first: Sequence[Act], second: Sequence[Act], ordered: bool = True) -> None:
        self._said = [_wording(act) for act in first], [_wording(act) for act in second]
        self._signs = [_words(act) for act in first], [_words(act) for act in second]
        self._speaks = [bool(_own_words(act)) for act in first], [bool(_own_words(act)) for act in second]
        self._rarity = _rarity([*self._signs[0], *self._signs[1]])
        self._parts = _tables(first, second, self._signs, self._rarity)
        if not ordered:
            del self._parts["around"]
        self._backward = [act.status == "done" for act in first], [act.status == "planned" for act in second]
        self.scores = self._whole(len(first), len(second))
        self._told = told_figures(first, second)

    def likely(self) -> list[tuple[Likeness, int, int]]:
        """All pairs that reach the threshold, the likest first, then by place: score, place in first and second."""
        found = [(self.likeness(i, j), i, j) for i, j in self._reaching(THRESHOLD)]
        return sorted(found, key=lambda f: (-f[0].score, f[1], f[2]))

    def nearest(self, i: int) -> tuple[Likeness, int] | None:
        """The likest of the second, by place, for one of the first: of several the first; None where there is none."""
        if not self.scores.shape[1]:
            return None
        j = int(self.scores[i].argmax())
        return self.likeness(i, j), j

    def pairs(self) -> list[Pair]:
        """Which measures belong together, the likest first.

        A figure that was planned belongs first to the figure of the same thing that is told as reached, and to that
        which is planned next; one of another thing, or of several years for one, is no pair, however alike the words
        are. A result may go on from last year's too. Then the
        likest of all pairs is taken, then the likest of those whose measures are both free, and so on. A measure that
        is left over joins the likest that has a pair, where the two are more alike than a pair need be and have words
        of their own: a matter that one report tells in one measure the other may tell in two.
        """
        ones: set[int] = set()
        others: set[int] = set()
        taken, left = [], []
        reached, again, apart = self._told
        likely = [pair for pair in self.likely() if pair[1:] not in apart]
        results: set[int] = set()
        for likeness, i, j in likely:
            if (i, j) in reached and i not in ones and j not in results:
                ones.add(i)
                results.add(j)
                taken.append(Pair(likeness, i, j, False))
        met = set(ones)
        for likeness, i, j in likely:
            if (i, j) in reached:
                continue
            if j not in others and (i not in ones or ((i, j) in again and i in met)):
                taken.append(Pair(likeness, i, j, i in ones))
                met.discard(i)
                ones.add(i)
                others.add(j)
            elif likeness.score >= JOINED and self._speaks[0][i] and self._speaks[1][j]:
                left.append((likeness, i, j))
        paired = frozenset(ones), frozenset(others | results)
        others |= results
        for likeness, i, j in left:
            if (i in paired[0] and j not in others) or (j in paired[1] and i not in ones):
                ones.add(i)
                others.add(j)
                taken.append(Pair(likeness, i, j, True))
        return taken

    def likeness(self, i: int, j: int) -> Likeness:
        """The score of a measure of the first and one of the second, by their places, with its parts."""
        told = [(name, float(table[i, j])) for name, table in self._parts.items()]
        told = [(name, value) for name, value in told if not math.isnan(value)]
        if self._backward[0][i] and self._backward[1][j]:
            told.append(("status", BACKWARD))
        return Likeness(
            round(float(self.scores[i, j]), 3),
            tuple((name, round(value, 3)) for name, value in told),
            self._shared(self._said[0][i], self._said[1][j]),
        )

    def _shared(self, one: str, other: str) -> tuple[str, ...]:
        """The stretches that both wordings have, those that weigh most first."""
        weights = {
            stretch: sum(self._rarity.get(stretch[k : k + 2], 0) for k in range(len(stretch) - 1))
            for stretch in _stretches(one, other)
        }
        return tuple(sorted(weights, key=lambda stretch: (-weights[stretch], stretch))[:SHOWN])

    def _whole(self, ones: int, others: int) -> Table:
        import numpy as np

        total, weight = np.zeros((ones, others)), np.zeros((ones, others))
        for name, table in self._parts.items():
            known = ~np.isnan(table)
            total += WEIGHTS[name] * np.where(known, table, 0)
            weight += WEIGHTS[name] * known
        backward = np.outer(np.array(self._backward[0], bool), np.array(self._backward[1], bool))
        return total / weight * np.where(backward, BACKWARD, 1)

    def _reaching(self, least: float) -> list[tuple[int, int]]:
        import numpy as np

        return [(int(i), int(j)) for i, j in np.argwhere(np.round(self.scores, 3) >= least)]


def _stretches(one: str, other: str) -> list[str]:
    """The longest stretches of letters of both, cut at words of grammar: of 大和二十大 二十大 remains."""
    found = []
    for part in parts(GRAMMAR.sub(" ", one)):
        start = 0
        while start < len(part) - 1:
            end = start + 1
            while end < len(part) and part[start : end + 1] in other:
                end += 1
            if end - start > 1:
                found.append(part[start:end])
            start = max(end, start + 1)
    return list(dict.fromkeys(found))


def _own_words(act: Act) -> frozenset[str]:
    """Letters and pairs of them of its own text."""
    return signs_of(_own_text(act))


def _own_text(act: Act) -> str:
    """What it says without its verb and what is counted in figures: nearly all measures have some of these.

    The verb stays where the list of verbs has it not: of 茶叶总产量174吨 the first word is the matter.
    """
    words = act.text
    for count in act.counts:
        words = words.replace(count.text, " ")
    bare = words.replace(act.verb, " ", 1) if act.verb else words
    if not any(len(part) > 1 for part in parts(bare)):
        return ""
    return bare if act.action else words


def _words(act: Act) -> frozenset[str]:
    """Its own words; its sentence speaks for it where it has none."""
    return _own_words(act) or _own_words(replace(act, text=act.sentence)) or frozenset((act.text,))


def _wording(act: Act) -> str:
    """The text that `_words` are of, letters alike."""
    return (_own_text(act) or _own_text(replace(act, text=act.sentence)) or act.text).lower()


def signs_of(text: str) -> frozenset[str]:
    """Letters and neighbouring letters; numbers, marks and spaces are left out, and nothing is joined across them."""
    return frozenset(part[i : i + n] for part in parts(text) for n in (1, 2) for i in range(len(part) - n + 1))


def _rarity(texts: Iterable[frozenset[str]]) -> dict[str, float]:
    known = list(texts)
    counts = Counter(sign for signs in known for sign in signs)
    return {sign: math.log((len(known) + 1) / n) for sign, n in sorted(counts.items())}


def _tables(
    first: Sequence[Act],
    second: Sequence[Act],
    signs: tuple[list[frozenset[str]], list[frozenset[str]]],
    rarity: dict[str, float],
) -> dict[str, Table]:
    """Each part as a table, a row a measure of the first and a column one of the second; nan where it is left out."""
    import numpy as np

    words = _overlap(*signs, rarity)
    meaning = _nearness(*signs)
    heads = [act.heading for act in first], [act.heading for act in second]
    heading = _nearness([signs_of(head) for head in heads[0]], [signs_of(head) for head in heads[1]])
    heading[np.fmax.reduce(heading, axis=1, initial=0) < NO_PEER] = np.nan
    near = np.fmax(words, meaning)
    return {"words": words, "meaning": meaning, "heading": heading, "around": _around(near)}


def _overlap(first: list[frozenset[str]], second: list[frozenset[str]], rarity: dict[str, float]) -> Table:
    import numpy as np

    place = {sign: i for i, sign in enumerate(rarity)}
    weights = np.array(list(rarity.values()))
    held = []
    for wordings in (first, second):
        has = np.zeros((len(wordings), len(place)))
        for row, signs in zip(has, wordings, strict=True):
            row[sorted(place[sign] for sign in signs)] = 1
        held.append(has)
    one, other = held
    both: Table = 2 * (one * weights) @ other.T / ((one @ weights)[:, None] + (other @ weights)[None])
    return both


def _nearness(first: list[frozenset[str]], second: list[frozenset[str]]) -> Table:
    import numpy as np

    one, other = directions(first), directions(second)
    near: Table = np.clip(one @ other.T, 0, 1)
    near[~one.any(axis=1)] = np.nan
    near[:, ~other.any(axis=1)] = np.nan
    return near


def _around(near: Table) -> Table:
    """For each pair the mean, over the neighbours of both, of how near each is to the nearest of the other's."""
    import numpy as np

    ones, others = near.shape
    if min(ones, others) < 2:
        return np.full(near.shape, np.nan)
    return (_beside(near) + _beside(near.T).T) / 2


def _beside(near: Table) -> Table:
    import numpy as np

    steps = [step for step in range(-REACH, REACH + 1) if step]
    padded = np.pad(near, REACH, constant_values=-1)
    ones, others = near.shape
    best = np.max([padded[:, REACH + step : REACH + step + others] for step in steps], axis=0)
    beside = np.stack([best[REACH + step : REACH + step + ones] for step in steps])
    there = beside >= 0
    mean: Table = (beside * there).sum(axis=0) / there.sum(axis=0)
    return mean
