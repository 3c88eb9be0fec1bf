"""Make the reader's weights: ``python -m training.train SHARED``.

1. Teachers, networks that differ in their chance numbers only, learn the readings of corpus documents.
2. Their mean judges a share of the whole corpus.
3. A student of the same size learns the readings again and what the teachers think of the corpus: it is about as good
   as all teachers together. Up to here nothing has seen the annotated reports beside the project.
4. Its heads alone are tuned to the annotated reports: once to all of them (what ships), and for each report once to
   all others (what the quality table and the gate measure it with).
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from kg.language.context import units_of
from kg.language.reader import HEADS, inputs_of
from kg.reading import read
from kg.structure import structure
from training import examples, readings
from training.examples import Document, Example
from training.export import heads_of, write_body, write_heads
from training.network import Network, Recipe, batches, fit, loss_of, padded, soft_loss
from training.tuning import seen, some, tuned

ROOT = Path(__file__).resolve().parent.parent
TEACHERS = 3
SHARE = 0.35
"""Of the corpus's sentences, how many the student sees."""
SHORTEST = 7
STUDENT = Recipe(drop=0.2, drop_states=0.2, batch=16)
ROUNDS_HARD, ROUNDS_SOFT = 8, 3

Soft = dict[str, NDArray[np.float16]]


def annotated(shared: Path) -> list[Document]:
    """The annotated reports beside the project."""
    return [examples.document(p.with_suffix(".txt"), examples.load(p), p.stem) for p in examples.gold_files(shared)]


def read_documents(shared: Path) -> list[Document]:
    """The corpus documents that were read for this project."""
    return [examples.document(t, readings.load(r, t), name) for name, t, r in readings.sources(shared)]


def of(documents: Sequence[Document]) -> list[Example]:
    """Their examples."""
    return [example for document in documents for example in document.examples]


def teach(job: tuple[list[Example], int]) -> dict[str, torch.Tensor]:
    """One teacher."""
    torch.set_num_threads(1)
    learned, seed = job
    torch.manual_seed(seed)
    return fit(Network(Recipe()), learned, Recipe(), seed=seed).state_dict()


def sampled(shared: Path) -> list[Example]:
    """Sentences of the corpus, without labels."""
    chance = random.Random(0)
    found = []
    for path in sorted((shared / "corpus").glob("*/*.txt")):
        for unit in units_of(structure(read(path))):
            if len(unit.text) >= SHORTEST and chance.random() < SHARE:
                states, marks = inputs_of(unit)
                found.append(Example(unit, states.astype(np.float16), marks.astype(np.float16), {}))
    return found


@torch.no_grad()
def judged(teachers: Sequence[Network], batch: Sequence[Example]) -> list[Soft]:
    """What the teachers think of each example, on average."""
    states, marks, _ = padded(batch)
    scores = [teacher(states, marks) for teacher in teachers]
    mean = {h: torch.stack([s[h].softmax(-1) for s in scores]).mean(0).numpy().astype(np.float16) for h in HEADS}
    return [{h: mean[h][i, : len(example)] for h in HEADS} for i, example in enumerate(batch)]


def study(learned: Sequence[Example], corpus: Sequence[Example], teachers: Sequence[Network], seed: int) -> Network:
    """The student."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    network = Network(STUDENT)
    soft = {}
    for batch in batches(corpus, 64, chance):
        for example, judgement in zip(batch, judged(teachers, batch), strict=True):
            soft[id(example)] = judgement
    todo = [(batch, False) for _ in range(ROUNDS_HARD) for batch in batches(learned, STUDENT.batch, chance)]
    todo += [(batch, True) for _ in range(ROUNDS_SOFT) for batch in batches(corpus, STUDENT.batch, chance)]
    chance.shuffle(todo)
    optimiser = torch.optim.AdamW(network.parameters(), lr=STUDENT.rate, weight_decay=STUDENT.decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, STUDENT.rate, total_steps=len(todo), pct_start=0.1)
    network.train()
    for batch, is_soft in todo:
        states, marks, labels = padded(batch)
        scores = network(states, marks)
        loss = soft_loss(scores, [soft[id(e)] for e in batch]) if is_soft else loss_of(scores, labels)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimiser.step()
        schedule.step()
    return network.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--body", type=Path, help="a network that was kept: tune its heads only")
    parser.add_argument("--keep", type=Path, help="keep the network here")
    options = parser.parse_args()
    gold, learned = annotated(options.shared), of(read_documents(options.shared))
    if options.body:
        network = Network(STUDENT)
        network.load_state_dict(torch.load(options.body)["student"])
        network.eval()
    else:
        with multiprocessing.get_context("spawn").Pool(2) as pool:
            weights = pool.map(teach, [(learned, seed) for seed in range(TEACHERS)], chunksize=1)
        print("teachers: done", flush=True)
        teachers = []
        for state in weights:
            teacher = Network(Recipe())
            teacher.load_state_dict(state)
            teachers.append(teacher.eval())
        torch.set_num_threads(2)
        network = study(learned, sampled(options.shared), teachers, seed=11)
        print("student: done", flush=True)
        if options.keep:
            torch.save({"student": network.state_dict(), "teachers": weights}, options.keep)
    torch.set_num_threads(2)
    write_body(network, ROOT / "seeds" / "model" / "reader.onnx")
    beside = seen(network, some(learned))
    write_heads(heads_of(tuned(network, gold, beside)), ROOT / "seeds" / "model" / "heads.npz")
    folds: dict[str, NDArray[np.float16]] = {}
    for left_out in gold:
        others = [d for d in gold if d is not left_out]
        folds |= heads_of(tuned(network, others, beside), f"{left_out.name}/")
    write_heads(folds, ROOT / "tests" / "gold" / "folds.npz")
    write_heads(heads_of(network), ROOT / "tests" / "gold" / "untuned.npz")


if __name__ == "__main__":
    main()
