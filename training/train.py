"""Make the reader's weights: ``python -m training.train SHARED``.

1. Teachers, networks that differ in their chance numbers only, learn the readings of corpus documents.
2. Their mean judges a share of the whole corpus.
3. A student of the same size learns the readings again and what the teachers think of the corpus: it is about as good
   as all teachers together. Up to here nothing has seen the annotated reports beside the project.
4. It goes over the readings again at a slower rate, twice with other chance numbers, and goes part of the way to their
   mean. So does the network that ships, with readings that came later (``--over``).
5. Its heads alone are tuned to the annotated reports: once to all of them (what ships), and for each report once to
   all others (what the quality table and the gate measure it with).
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from kg.language.context import units_of
from kg.language.reader import HEADS
from kg.reading import read
from kg.structure import structure
from training import examples, readings
from training.examples import Document, Example
from training.export import heads_of, write_body, write_heads, write_spans
from training.network import WEIGHTS, Network, Recipe, batches, fit, padded, soft_loss, some, step, train
from training.restore import restored
from training.spans import Targets, all_spans, likely, span_loss
from training.tuning import beside_of, seen, tuned

ROOT = Path(__file__).resolve().parent.parent
TEACHERS = 2
SHARE = 0.3
"""Of the corpus's sentences, how many the student sees."""
SHORTEST = 7
STUDENT = Recipe(drop=0.2, drop_states=0.2, batch=16)
ROUNDS_HARD, ROUNDS_SOFT = 8, 2


@dataclass(frozen=True, slots=True)
class Passing:
    """How the readings are gone over again."""

    seeds: tuple[int, int]
    rate: float
    rounds: int
    names: float
    """Of the examples that were read for names alone, how many a round sees."""
    way: float
    """How far the network goes at last to the mean of what the passes made of it."""


LAST = Passing((21, 22), 1.2e-3, 6, STUDENT.names, 2 / 3)
"""Measures, bodies and outcomes gain most by it."""
LATER = Passing((31, 32), 1.2e-3, 5, 0.25, 0.3)
"""With readings that came later. All the way gained more on passages of the corpus and lost more on the annotated
reports (`docs/quality.md`)."""
LAST_WEIGHT = 1.5
"""Then every head but that of names counts so much more."""

Judgement = tuple[dict[str, NDArray[np.float16]], Targets]
"""Chances of each head's answers a character, and spans with theirs."""


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
                found.append(examples.example(unit, {}))
    return found


@torch.no_grad()
def judged(teachers: Sequence[Network], batch: Sequence[Example], chance: random.Random) -> list[Judgement]:
    """What the teachers think of each example, on average."""
    inputs, _ = padded(batch)
    found = [teacher(*inputs) for teacher in teachers]
    mean = {h: torch.stack([s[h].softmax(-1) for s, _ in found]).mean(0).numpy().astype(np.float16) for h in HEADS}
    every = [all_spans(example) for example in batch]
    rows = torch.from_numpy(np.repeat(np.arange(len(batch)), [len(spans) for spans in every]))
    spans = torch.from_numpy(np.concatenate(every))
    answers = torch.stack([t.spans(p, rows, spans).softmax(-1) for t, (_, p) in zip(teachers, found, strict=True)])
    apart = np.split(answers.mean(0).numpy(), np.cumsum([len(spans) for spans in every])[:-1])
    return [
        ({h: mean[h][i, : len(example)] for h in HEADS}, likely(every[i], apart[i], chance))
        for i, example in enumerate(batch)
    ]


def study(learned: Sequence[Example], corpus: Sequence[Example], teachers: Sequence[Network], seed: int) -> Network:
    """The student."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    network = Network(STUDENT)
    thought = {}
    for batch in batches(corpus, 64, chance):
        for example, judgement in zip(batch, judged(teachers, batch, chance), strict=True):
            thought[id(example)] = judgement
    hard = [some(learned, STUDENT.names, chance) for _ in range(ROUNDS_HARD)]
    todo = [(batch, False) for epoch in hard for batch in batches(epoch, STUDENT.batch, chance)]
    todo += [(batch, True) for _ in range(ROUNDS_SOFT) for batch in batches(corpus, STUDENT.batch, chance)]
    chance.shuffle(todo)

    def loss(job: tuple[list[Example], bool]) -> torch.Tensor:
        batch, is_soft = job
        if not is_soft:
            return step(network, batch, chance)
        scores, parts = network(*padded(batch)[0])
        heads, spans = zip(*(thought[id(e)] for e in batch), strict=True)
        return soft_loss(scores, heads) + span_loss(network.spans, parts, spans)

    train(network, STUDENT, todo, loss)
    return network.eval()


def passed(job: tuple[dict[str, torch.Tensor], list[Example], Passing, int]) -> dict[str, torch.Tensor]:
    """The network after it went over the readings again."""
    torch.set_num_threads(1)
    state, learned, passing, seed = job
    network = Network(STUDENT)
    network.load_state_dict(state)
    torch.manual_seed(seed)
    chance = random.Random(seed)
    epochs = [some(learned, passing.names, chance) for _ in range(passing.rounds)]
    todo = [batch for epoch in epochs for batch in batches(epoch, STUDENT.batch, chance)]
    weights = {head: weight * (1 if head == "entity" else LAST_WEIGHT) for head, weight in WEIGHTS.items()}
    train(network, replace(STUDENT, rate=passing.rate), todo, lambda batch: step(network, batch, chance, weights))
    return network.state_dict()


def go_over(network: Network, learned: list[Example], passing: Passing) -> Network:
    """The network on its way to the mean of two that begin as it and go over the readings in another order (Wortsman et
    al. 2022): about what all together say, at the price of one."""
    jobs = [(network.state_dict(), learned, passing, seed) for seed in passing.seeds]
    with multiprocessing.get_context("spawn").Pool(len(jobs)) as pool:
        states = pool.map(passed, jobs, chunksize=1)
    mean = {name: torch.stack([s[name] for s in states]).mean(0) for name in states[0]}
    network.load_state_dict(
        {name: old + passing.way * (mean[name] - old) for name, old in network.state_dict().items()}
    )
    return network.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--body", type=Path, help="a network that was kept: tune its heads only")
    parser.add_argument("--over", action="store_true", help="let the network that ships go over all readings again")
    parser.add_argument("--keep", type=Path, help="keep the network here")
    options = parser.parse_args()
    gold, learned = annotated(options.shared), of(read_documents(options.shared))
    weights = []
    if options.over:
        shipped = restored(ROOT / "seeds" / "model", ROOT / "tests" / "gold" / "untuned.npz", STUDENT)
        network = go_over(shipped, learned, LATER)
    elif options.body:
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
        network = go_over(study(learned, sampled(options.shared), teachers, seed=11), learned, LAST)
        print("student: done", flush=True)
    if options.keep:
        torch.save({"student": network.state_dict(), "teachers": weights}, options.keep)
    torch.set_num_threads(2)
    write_body(network, ROOT / "seeds" / "model" / "reader.onnx")
    write_spans(network, ROOT / "seeds" / "model" / "spans.npz")
    beside = seen(network, beside_of(learned))
    write_heads(heads_of(tuned(network, gold, beside)), ROOT / "seeds" / "model" / "heads.npz")
    folds: dict[str, NDArray[np.float16]] = {}
    for left_out in gold:
        others = [d for d in gold if d is not left_out]
        folds |= heads_of(tuned(network, others, beside), f"{left_out.name}/")
    write_heads(folds, ROOT / "tests" / "gold" / "folds.npz")
    write_heads(heads_of(network), ROOT / "tests" / "gold" / "untuned.npz")


if __name__ == "__main__":
    main()
