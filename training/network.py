"""The network and how it is fitted (PyTorch). What ships is read by `kg.language.reader`, which needs none of this."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from kg.language.features import width
from kg.language.reader import HEADS
from kg.language.tagger import WIDTH
from training.examples import Example

WEIGHTS = {"entity": 1.0, "measure": 1.0, "opt": 0.3, "status": 0.5, "role": 0.5, "link": 0.3, "outcome": 0.5}
"""What each head's loss counts for."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Sizes and settings of a training."""

    kind: str = "recurrent"
    """``recurrent``; ``convolution`` and ``none`` are the plainer kinds that it is compared with."""
    inner: int = 192
    hidden: int = 160
    epochs: int = 10
    rate: float = 2e-3
    batch: int = 12
    drop: float = 0.4
    drop_states: float = 0.3
    decay: float = 1e-2


class Network(nn.Module):
    """states and marks → inner (ReLU) → recurrent layer in both directions → heads, which see inner too."""

    def __init__(self, recipe: Recipe) -> None:
        super().__init__()
        self.kind = recipe.kind
        self.drop_states, self.drop = nn.Dropout(recipe.drop_states), nn.Dropout(recipe.drop)
        self.inner = nn.Linear(WIDTH + width(), recipe.inner)
        both = 2 * recipe.hidden
        if self.kind == "recurrent":
            self.recurrent = nn.GRU(recipe.inner, recipe.hidden, bidirectional=True, batch_first=True)
        elif self.kind == "convolution":
            self.near = nn.Conv1d(recipe.inner, both, 5, padding=2)
            self.far = nn.Conv1d(both, both, 5, padding=4, dilation=2)
        else:
            both = 0
        self.heads = nn.ModuleDict({name: nn.Linear(both + recipe.inner, size) for name, size in HEADS.items()})

    def body(self, states: Tensor, marks: Tensor) -> Tensor:
        """What the heads see."""
        inner = functional.relu(self.inner(torch.cat([self.drop_states(states), marks], -1)))
        if self.kind == "none":
            return self.drop(inner)
        if self.kind == "recurrent":
            after, _ = self.recurrent(self.drop(inner))
        else:
            after = functional.relu(self.near(self.drop(inner).transpose(1, 2)))
            after = functional.relu(self.far(self.drop(after))).transpose(1, 2)
        return torch.cat([self.drop(after), self.drop(inner)], -1)

    def forward(self, states: Tensor, marks: Tensor) -> dict[str, Tensor]:
        """Scores of each head's answers."""
        seen = self.body(states, marks)
        return {name: head(seen) for name, head in self.heads.items()}


def batches(examples: Sequence[Example], size: int, chance: random.Random) -> Iterator[list[Example]]:
    """Batches of examples of about the same length, in random order."""
    ordered = sorted(examples, key=lambda e: (len(e), chance.random()))
    groups = [ordered[i : i + size] for i in range(0, len(ordered), size)]
    chance.shuffle(groups)
    return iter(groups)


def padded(batch: Sequence[Example]) -> tuple[Tensor, Tensor, dict[str, Tensor]]:
    """States, marks and labels of a batch; what lies behind an example's end asks nothing (-1)."""
    longest = max(len(e) for e in batch)
    states = np.zeros((len(batch), longest, WIDTH), np.float32)
    marks = np.zeros((len(batch), longest, width()), np.float32)
    labels = {head: np.full((len(batch), longest), -1, np.int64) for head in HEADS}
    for i, example in enumerate(batch):
        states[i, : len(example)], marks[i, : len(example)] = example.states, example.marks
        for head, tags in example.labels.items():
            labels[head][i, : len(example)] = tags
    return torch.from_numpy(states), torch.from_numpy(marks), {k: torch.from_numpy(v) for k, v in labels.items()}


def loss_of(scores: dict[str, Tensor], labels: dict[str, Tensor]) -> Tensor:
    """The weighted sum of the heads' losses."""
    parts = [
        weight * functional.cross_entropy(scores[head].flatten(0, 1), labels[head].flatten(), ignore_index=-1)
        for head, weight in WEIGHTS.items()
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


def fit(network: Network, examples: Sequence[Example], recipe: Recipe, seed: int = 0) -> Network:
    """Fit the network to the examples."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    optimiser = torch.optim.AdamW(network.parameters(), lr=recipe.rate, weight_decay=recipe.decay)
    steps = recipe.epochs * -(-len(examples) // recipe.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, recipe.rate, total_steps=steps, pct_start=0.1)
    network.train()
    for _ in range(recipe.epochs):
        for batch in batches(examples, recipe.batch, chance):
            states, marks, labels = padded(batch)
            loss = loss_of(network(states, marks), labels)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            schedule.step()
    return network.eval()
