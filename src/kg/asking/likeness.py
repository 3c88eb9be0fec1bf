"""How alike two measures are, from what the graph holds of them, and which of two reports' measures belong together.

The score is a weighted mean of up to five parts, each between 0 and 1; a part that neither measure has is left out:

    words    characters and pairs of neighbouring characters that both wordings have, each weighed by how rare it is
             in the two reports
    verb     the same verb, else the same kind of act
    things   sites, systems, programmes and documents that both are linked to
    counts   the same counted thing in the same unit
    heading  characters and pairs that both headings have, weighed in the same way

It is lowered (``status``) where the first was done and the second is only planned: of several measures alike, the one
that was promised has the first claim.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.asking.acts import Act, Count

THRESHOLD = 0.3
"""From this score on two measures are told to be of one matter. Chosen on the odd rows of the hand-made list of pairs
``tests/asking/compare_pairs.tsv`` (F1 .90, of the pairs told .97 right). On two other reports, which nothing was chosen
on, F1 is .81 and .87 of the pairs told are right."""

WEIGHTS = {"words": 0.8, "verb": 0.03, "things": 0.06, "counts": 0.06, "heading": 0.08}
SAME_ACTION = 0.7
BACKWARD = 0.85
LEAST_WORDS = 0.08
"""With fewer words in common no pair reaches the threshold."""
SHOWN = 8
NO_WORDS = re.compile(r"[^\w]|[\d_]")


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score between 0 and 1, the parts that it is the weighted mean of, and the characters that decided most."""

    score: float
    parts: tuple[tuple[str, float], ...]
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Signs:
    """Characters and pairs of them, and what they weigh together."""

    known: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True)
class _Seen:
    act: Act
    words: _Signs
    heading: _Signs


class Scale:
    """Scores measures of two reports. Characters weigh the more the fewer measures of both have them."""

    def __init__(self, first: Sequence[Act], second: Sequence[Act]) -> None:
        everything = [*first, *second]
        words, headings = [_words(a) for a in everything], [_signs(a.heading) for a in everything]
        self.words, self.headings = _rarity(words), _rarity(headings)
        seen = [
            _Seen(act, _weighed(said, self.words), _weighed(heading, self.headings))
            for act, said, heading in zip(everything, words, headings, strict=True)
        ]
        self.first, self.second = seen[: len(first)], seen[len(first) :]

    def likely(self) -> list[tuple[Likeness, int, int]]:
        """All pairs that reach the threshold, the likest first, then by place: score, place in first and second."""
        having: dict[str | frozenset[str], list[int]] = {}
        for j, other in enumerate(self.second):
            for key in _keys(other.words.known):
                having.setdefault(key, []).append(j)
        found = []
        for i, one in enumerate(self.first):
            for j in sorted({j for key in _keys(one.words.known) for j in having.get(key, ())}):
                other = self.second[j]
                if _overlap(one.words, other.words, self.words) < LEAST_WORDS:
                    continue
                likeness = self.likeness(one, other)
                if likeness.score >= THRESHOLD:
                    found.append((likeness, i, j))
        return sorted(found, key=lambda f: (-f[0].score, f[1], f[2]))

    def likeness(self, one: _Seen, other: _Seen) -> Likeness:
        """The score of two measures with its parts."""
        a, b = one.act, other.act
        parts = [("words", _overlap(one.words, other.words, self.words))]
        parts.append(("verb", 1.0 if a.verb == b.verb else SAME_ACTION if a.action and a.action == b.action else 0.0))
        if a.things and b.things:
            parts.append(("things", _share(set(a.things), set(b.things))))
        if a.counts and b.counts:
            parts.append(("counts", len(paired_counts(a.counts, b.counts)) / max(len(a.counts), len(b.counts))))
        if one.heading.known and other.heading.known:
            parts.append(("heading", _overlap(one.heading, other.heading, self.headings)))
        whole = sum(WEIGHTS[name] for name, _ in parts)
        score = sum(WEIGHTS[name] * value for name, value in parts) / whole
        if a.status == "done" and b.status == "planned":
            parts.append(("status", BACKWARD))
            score *= BACKWARD
        shared = sorted(one.words.known & other.words.known, key=lambda sign: (-self.words[sign], sign))
        return Likeness(
            round(score, 3),
            tuple((name, round(value, 3)) for name, value in parts),
            tuple(s for s in shared if len(s) > 1)[:SHOWN],
        )


def assigned(likely: Sequence[tuple[Likeness, int, int]]) -> list[tuple[Likeness, int, int]]:
    """Each measure with at most one other: the likest pairs first, those of one score by place."""
    ones: set[int] = set()
    others: set[int] = set()
    taken = []
    for likeness, i, j in likely:
        if i not in ones and j not in others:
            ones.add(i)
            others.add(j)
            taken.append((likeness, i, j))
    return taken


def paired_counts(first: Sequence[Count], second: Sequence[Count]) -> list[tuple[Count, Count]]:
    """The outcomes of two measures that count the same thing in the same unit, each once, in their order."""
    left = list(second)
    pairs = []
    for count in first:
        other = next((o for o in left if o.unit == count.unit and _same_thing(count.counted, o.counted)), None)
        if other is not None:
            left.remove(other)
            pairs.append((count, other))
    return pairs


def _same_thing(one: str, other: str) -> bool:
    return one == other or bool(one and other and (one.endswith(other) or other.endswith(one)))


def _words(act: Act) -> frozenset[str]:
    """What it says without the verb and what is counted in figures, which have parts of their own.

    Where that is less than two characters its sentence speaks for it.
    """
    for words in (act.text, act.sentence):
        words = words.replace(act.verb, " ", 1) if act.verb else words
        for count in act.counts:
            words = words.replace(count.text, " ")
        signs = _signs(words)
        if any(len(sign) > 1 for sign in signs):
            return signs
    return frozenset((act.text,))


def _signs(text: str) -> frozenset[str]:
    """Letters and neighbouring letters; numbers, marks and spaces are left out, and nothing is joined across them."""
    parts = NO_WORDS.sub(" ", text).lower().split()
    return frozenset(part[i : i + n] for part in parts for n in (1, 2) for i in range(len(part) - n + 1))


def _rarity(texts: Iterable[frozenset[str]]) -> dict[str, float]:
    known = list(texts)
    counts = Counter(sign for signs in known for sign in signs)
    return {sign: math.log((len(known) + 1) / n) for sign, n in counts.items()}


def _keys(signs: frozenset[str]) -> list[str | frozenset[str]]:
    """What two measures must have one of in common to be looked at: a pair of characters, or all that they say."""
    return [signs, *(sign for sign in signs if len(sign) > 1)]


def _weighed(signs: frozenset[str], rarity: Mapping[str, float]) -> _Signs:
    return _Signs(signs, math.fsum(rarity[sign] for sign in signs))


def _overlap(one: _Signs, other: _Signs, rarity: Mapping[str, float]) -> float:
    if one.known == other.known:
        return 1.0
    return 2 * math.fsum(rarity[sign] for sign in one.known & other.known) / (one.weight + other.weight)


def _share(one: set[tuple[str, str]], other: set[tuple[str, str]]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
