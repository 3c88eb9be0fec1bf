"""Tuning the heads to annotated reports: a little way from what the readings taught, and no further than it pays."""

from __future__ import annotations

import copy
import random
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.language.reader import HEADS
from training.examples import Document, Example
from training.network import WEIGHTS, Network

READINGS = 1200
"""Examples of the readings beside the annotated reports: what they taught is not to be forgotten."""
STEPS, CHARACTERS, RATE, DROP = 150, 4096, 3e-3, 0.2
PULL = 0.01
"""How strongly the weights are held where the readings left them."""
WAY = {"entity": 0.3, "measure": 0.3, "role": 0.2, "link": 0.3, "opt": 0.5, "status": 0.5, "outcome": 0.5}
"""How far each head goes at last from what the readings taught to what fits the annotated reports: few reports are a
narrow guide, and all the way was worse on those left out."""

Seen = tuple[Tensor, dict[str, Tensor]]
"""What the heads see of each character, and its labels."""


@torch.no_grad()
def seen(network: Network, examples: Sequence[Example]) -> Seen:
    """What the heads of a network see of these examples."""
    rows = []
    for e in examples:
        states, marks = (torch.from_numpy(a.astype(np.float32))[None] for a in (e.states, e.marks))
        rows.append(network.body(states, marks, torch.from_numpy(e.signs.astype(np.int64))[None])[0])
    labels = {h: torch.from_numpy(np.concatenate([e.labels[h] for e in examples]).astype(np.int64)) for h in HEADS}
    return torch.cat(rows), labels


def beside_of(examples: Sequence[Example]) -> list[Example]:
    """The examples of the readings that take part."""
    return random.Random(1).sample(list(examples), min(READINGS, len(examples)))


def tuned(network: Network, gold: Sequence[Document], beside: Seen) -> Network:
    """The network with heads tuned to annotated reports, ``beside`` what it sees of some readings."""
    torch.manual_seed(0)
    result = copy.deepcopy(network)
    before = {name: head.weight.detach().clone() for name, head in network.heads.items()}
    sources = (seen(network, [e for document in gold for e in document.examples]), beside)
    optimiser = torch.optim.Adam(result.heads.parameters(), lr=RATE)
    for _ in range(STEPS):
        loss = torch.stack([PULL * ((result.heads[name].weight - before[name]) ** 2).sum() for name in HEADS]).sum()
        for rows, labels in sources:
            chosen = torch.randint(len(rows), (CHARACTERS,))
            loss = loss + _loss(result.heads, functional.dropout(rows[chosen], DROP), labels, chosen)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
    with torch.no_grad():
        for name, way in WAY.items():
            for fitted, first in zip(result.heads[name].parameters(), network.heads[name].parameters(), strict=True):
                fitted.copy_(first + way * (fitted - first))
    return result


def _loss(heads: nn.ModuleDict, rows: Tensor, labels: dict[str, Tensor], chosen: Tensor) -> Tensor:
    parts = [
        WEIGHTS[name] * functional.cross_entropy(head(rows), labels[name][chosen], ignore_index=-1)
        for name, head in heads.items()
        if bool((labels[name][chosen] >= 0).any())
    ]
    return torch.stack(parts).sum()
