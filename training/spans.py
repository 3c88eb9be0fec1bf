"""Learning which spans are names: the candidates that `kg.language.spans` judges, with their answers."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from kg.language.features import word_column
from kg.language.spans import ANSWERS, LONGEST, PARTS, candidates
from training.examples import Example

HIDDEN, DROP = 128, 0.2
NEAR = 6
"""How far both ends together are from a name's where a span nearly is one: those teach most."""
NEAR_A_NAME, OTHERS_A_NAME, OTHERS = 8, 6, 60
"""Spans that are no name: so many near ones and others for each name, and so many at any rate."""
MAYBE = 0.9
"""The teachers' chance of no name below which a span teaches the student in any case."""
WEIGHT = 0.3
"""What their loss counts for beside that of the heads."""


class SpanHead(nn.Module):
    """parts of first, last, between, before and behind, and the length → hidden (ReLU) → answers."""

    def __init__(self, seen: int) -> None:
        super().__init__()
        self.parts = nn.Linear(seen, len(PARTS) * HIDDEN)
        self.widths = nn.Embedding(LONGEST + 2, HIDDEN)
        self.drop = nn.Dropout(DROP)
        self.answers = nn.Linear(HIDDEN, ANSWERS)

    def forward(self, parts: Tensor, rows: Tensor, spans: Tensor) -> Tensor:
        """Scores of spans (first and last character) of the ``rows`` of a batch's parts."""
        first, last, between, before, behind = parts.split(HIDDEN, -1)
        nothing = torch.zeros_like(between[:, :1])
        summed = torch.cat([nothing, between.cumsum(1)], 1)
        before, behind = torch.cat([nothing, before], 1), torch.cat([behind, nothing], 1)
        start, end = spans[:, 0], spans[:, 1]
        length = end - start + 1
        hidden = first[rows, start] + last[rows, end] + before[rows, start] + behind[rows, end + 1]
        hidden = hidden + (summed[rows, end + 1] - summed[rows, start]) / length[:, None]
        hidden = hidden + self.widths(length.clamp(max=LONGEST + 1))
        return self.answers(self.drop(functional.relu(hidden)))  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class Targets:
    """Spans of an example and how likely each answer is for each; ``names`` of them are names."""

    spans: NDArray[np.int64]
    answers: NDArray[np.float32]
    names: int

    @classmethod
    def of(cls, example: Example, chance: random.Random) -> Self:
        """The names of an example and some spans that are none."""
        names = dict(named(example.labels["entity"]))
        open_spans = [(s, e) for s, e in map(tuple, all_spans(example).tolist()) if (s, e) not in names]
        near = [span for span in open_spans if any(_is_near(span, name) for name in names)]
        chosen = chance.sample(near, min(len(near), NEAR_A_NAME * len(names)))
        chosen += chance.sample(open_spans, min(len(open_spans), OTHERS + OTHERS_A_NAME * len(names)))
        answers = np.zeros((len(names) + len(chosen), ANSWERS), np.float32)
        answers[np.arange(len(answers)), [*names.values(), *[0] * len(chosen)]] = 1
        return cls(np.array([*names, *chosen], np.int64).reshape(-1, 2), answers, len(names))


def likely(spans: NDArray[np.int64], answers: NDArray[np.float32], chance: random.Random) -> Targets:
    """Of all spans of an example, with their answers, those that may be names and some that are none."""
    names = np.nonzero(answers[:, 0] < MAYBE)[0].tolist()
    rest = np.nonzero(answers[:, 0] >= MAYBE)[0].tolist()
    chosen = [*names, *chance.sample(rest, min(len(rest), OTHERS))]
    return Targets(spans[chosen], answers[chosen], len(names))


def all_spans(example: Example) -> NDArray[np.int64]:
    """The candidates of an example."""
    begins = np.nonzero(example.marks[:, word_column()])[0].tolist()
    return candidates(len(example), set(begins))


def named(tags: NDArray[np.int8]) -> Iterator[tuple[tuple[int, int], int]]:
    """First and last character of each name that the tags of a sentence tell, and its answer."""
    at = 0
    while at < len(tags):
        tag, start = int(tags[at]), at
        at += 1
        if tag % 2 == 1:
            while at < len(tags) and tags[at] == tag + 1:
                at += 1
            yield (start, at - 1), 1 + (tag - 1) // 2


def _is_near(span: tuple[int, int], name: tuple[int, int]) -> bool:
    off = abs(span[0] - name[0]), abs(span[1] - name[1])
    return 0 in off or sum(off) <= NEAR


def span_loss(head: SpanHead, parts: Tensor, targets: Sequence[Targets]) -> Tensor:
    """The loss of spans of a batch, a name's worth."""
    rows = torch.from_numpy(np.repeat(np.arange(len(targets)), [len(t.spans) for t in targets]))
    if not len(rows):
        return parts.sum() * 0
    spans = torch.from_numpy(np.concatenate([t.spans for t in targets]))
    wanted = torch.from_numpy(np.concatenate([t.answers for t in targets]))
    crossed = -(wanted * head(parts, rows, spans).log_softmax(-1)).sum()
    return WEIGHT * crossed / max(1, sum(t.names for t in targets))
