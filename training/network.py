"""The network and how it is fitted (PyTorch). What ships is read by `kg.language.reader`, which needs none of this.

Names are learned twice: as a tag a character, and as spans that are a name or none (`training.spans`).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from kg.language import letters, pairs
from kg.language.features import width
from kg.language.reader import HEADS
from kg.language.tagger import WIDTH
from training.examples import Example
from training.spans import SpanHead, Targets, span_loss

WEIGHTS = {"entity": 1.0, "measure": 1.0, "opt": 0.3, "status": 0.5, "role": 0.5, "link": 0.3, "outcome": 0.5}
"""What each head's loss counts for."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Sizes and settings of a training."""

    kind: str = "recurrent"
    """``recurrent``; ``convolution`` and ``none`` are the plainer kinds that it is compared with."""
    inner: int = 192
    hidden: int = 160
    letter: int = 48
    pair: int = 32
    epochs: int = 10
    names: float = 0.6
    """Of the examples that were read for names alone, how many an epoch sees: the others teach everything else."""
    rate: float = 2e-3
    batch: int = 12
    drop: float = 0.4
    drop_states: float = 0.3
    decay: float = 1e-2


class Network(nn.Module):
    """states, marks and vectors of characters and pairs → inner (ReLU) → recurrent layer in both directions → heads,
    which see inner too."""

    def __init__(self, recipe: Recipe) -> None:
        super().__init__()
        self.kind = recipe.kind
        self.drop_states, self.drop = nn.Dropout(recipe.drop_states), nn.Dropout(recipe.drop)
        self.letters = nn.Embedding(letters.size(), recipe.letter)
        self.pairs = nn.Linear(pairs.WIDTH, recipe.pair)
        self.register_buffer("company", torch.from_numpy(pairs.vectors()), persistent=False)
        self.inner = nn.Linear(WIDTH + width() + recipe.letter + 2 * recipe.pair, recipe.inner)
        both = 2 * recipe.hidden
        if self.kind == "recurrent":
            self.recurrent = nn.GRU(recipe.inner, recipe.hidden, bidirectional=True, batch_first=True)
        elif self.kind == "convolution":
            self.near = nn.Conv1d(recipe.inner, both, 5, padding=2)
            self.far = nn.Conv1d(both, both, 5, padding=4, dilation=2)
        else:
            both = 0
        self.heads = nn.ModuleDict({name: nn.Linear(both + recipe.inner, size) for name, size in HEADS.items()})
        self.spans = SpanHead(both + recipe.inner)

    def body(self, states: Tensor, marks: Tensor, signs: Tensor) -> Tensor:
        """What the heads see."""
        vectors = [self.letters(signs[..., 0]), *(self.pairs(self.company[signs[..., i]]) for i in (1, 2))]
        seen = [self.drop_states(states), marks, *map(self.drop_states, vectors)]
        inner = functional.relu(self.inner(torch.cat(seen, -1)))
        if self.kind == "none":
            return self.drop(inner)
        if self.kind == "recurrent":
            after, _ = self.recurrent(self.drop(inner))
        else:
            after = functional.relu(self.near(self.drop(inner).transpose(1, 2)))
            after = functional.relu(self.far(self.drop(after))).transpose(1, 2)
        return torch.cat([self.drop(after), self.drop(inner)], -1)

    def forward(self, states: Tensor, marks: Tensor, signs: Tensor) -> tuple[dict[str, Tensor], Tensor]:
        """Scores of each head's answers, and the parts that spans are judged by."""
        seen = self.body(states, marks, signs)
        return {name: head(seen) for name, head in self.heads.items()}, self.spans.parts(seen)


def batches(examples: Sequence[Example], size: int, chance: random.Random) -> Iterator[list[Example]]:
    """Batches of examples of about the same length, in random order."""
    ordered = sorted(examples, key=lambda e: (len(e), chance.random()))
    groups = [ordered[i : i + size] for i in range(0, len(ordered), size)]
    chance.shuffle(groups)
    return iter(groups)


Inputs = tuple[Tensor, Tensor, Tensor]


def padded(batch: Sequence[Example]) -> tuple[Inputs, dict[str, Tensor]]:
    """States, marks, signs and labels of a batch; what lies behind an example's end asks nothing (-1)."""
    longest = max(len(e) for e in batch)
    states = np.zeros((len(batch), longest, WIDTH), np.float32)
    marks = np.zeros((len(batch), longest, width()), np.float32)
    signs = np.zeros((len(batch), longest, 3), np.int64)
    labels = {head: np.full((len(batch), longest), -1, np.int64) for head in HEADS}
    for i, example in enumerate(batch):
        states[i, : len(example)], marks[i, : len(example)] = example.states, example.marks
        signs[i, : len(example)] = example.signs
        for head, tags in example.labels.items():
            labels[head][i, : len(example)] = tags
    inputs = torch.from_numpy(states), torch.from_numpy(marks), torch.from_numpy(signs)
    return inputs, {k: torch.from_numpy(v) for k, v in labels.items()}


def loss_of(scores: dict[str, Tensor], labels: dict[str, Tensor], weights: Mapping[str, float] = WEIGHTS) -> Tensor:
    """The weighted sum of the heads' losses."""
    parts = [
        weight * functional.cross_entropy(scores[head].flatten(0, 1), labels[head].flatten(), ignore_index=-1)
        for head, weight in weights.items()
        if bool((labels[head] >= 0).any())
    ]
    return torch.stack(parts).sum()


def soft_loss(scores: dict[str, Tensor], wanted: Sequence[Mapping[str, NDArray[np.float16]]]) -> Tensor:
    """The weighted sum of the heads' losses against chances (`wanted`, one an example)."""
    longest = next(iter(scores.values())).shape[1]
    there = np.zeros((len(wanted), longest), np.float32)
    for i, chances in enumerate(wanted):
        there[i, : len(chances["entity"])] = 1
    mask = torch.from_numpy(there)
    parts = []
    for head, weight in WEIGHTS.items():
        aim = np.zeros((len(wanted), longest, HEADS[head]), np.float32)
        for i, chances in enumerate(wanted):
            aim[i, : len(chances[head])] = chances[head]
        crossed = -(torch.from_numpy(aim) * scores[head].log_softmax(-1)).sum(-1)
        parts.append(weight * (crossed * mask).sum() / mask.sum())
    return torch.stack(parts).sum()


def some(examples: Sequence[Example], share: float, chance: random.Random) -> list[Example]:
    """The examples of an epoch: of those that were read for names alone only a share."""
    return [e for e in examples if (e.labels["measure"] >= 0).any() or chance.random() < share]


def step(
    network: Network, batch: Sequence[Example], chance: random.Random, weights: Mapping[str, float] = WEIGHTS
) -> Tensor:
    """The loss of a batch with labels."""
    inputs, labels = padded(batch)
    scores, parts = network(*inputs)
    return loss_of(scores, labels, weights) + span_loss(network.spans, parts, [Targets.of(e, chance) for e in batch])


def fit(network: Network, examples: Sequence[Example], recipe: Recipe, seed: int = 0) -> Network:
    """Fit the network to the examples."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    epochs = [some(examples, recipe.names, chance) for _ in range(recipe.epochs)]
    todo = [batch for epoch in epochs for batch in batches(epoch, recipe.batch, chance)]
    train(network, recipe, todo, lambda batch: step(network, batch, chance))
    return network.eval()


def train(network: Network, recipe: Recipe, todo: Sequence[Any], loss: Callable[[Any], Tensor]) -> None:
    """Goes through the batches once."""
    optimiser = torch.optim.AdamW(network.parameters(), lr=recipe.rate, weight_decay=recipe.decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, recipe.rate, total_steps=len(todo), pct_start=0.1)
    network.train()
    for batch in todo:
        lost = loss(batch)
        optimiser.zero_grad()
        lost.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimiser.step()
        schedule.step()
