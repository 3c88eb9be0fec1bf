"""What each kind of network gives: ``python -m training.compare SHARED KEPT`` writes ``training/networks.json``.

Every kind learns the readings alone and is scored on the annotated reports. ``KEPT`` is what `training.train` kept: its
teachers and its student are not trained again.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from kg.facts import to_gold
from kg.language.reader import Chances, Judge
from kg.language.spans import PARTS
from kg.pipeline import raw_facts_of
from kg.reading import read
from training.examples import gold_files, load
from training.export import span_arrays
from training.network import Network, Recipe, fit
from training.quality import ROOT, rows, scorer
from training.train import STUDENT, of, read_documents


def judge_of(networks: Sequence[Network]) -> Judge:
    """The mean of these networks; of spans the mean of their scores."""
    heads = [span_arrays(network) for network in networks]
    joined = {
        "widths": np.concatenate([head["widths"] for head in heads], axis=1),
        "answers": np.concatenate([head["answers"] for head in heads]) / len(heads),
        "biases": np.mean([head["biases"] for head in heads], axis=0),
    }

    @torch.no_grad()
    def judged(states: NDArray[np.float32], marks: NDArray[np.float32], signs: NDArray[np.int64]) -> Chances:
        given = [torch.from_numpy(array)[None] for array in (states, marks, signs)]
        found = [network(*given) for network in networks]
        chances = {h: torch.stack([s[h][0].softmax(-1) for s, _ in found]).mean(0).numpy() for h in found[0][0]}
        parts = [parts[0].numpy().reshape(len(states), len(PARTS), -1) for _, parts in found]
        return chances | joined | {"parts": np.concatenate(parts, axis=2).reshape(len(states), -1)}

    return lambda sentences: [judged(*one) for one in sentences]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("kept", type=Path)
    options = parser.parse_args()
    kept = torch.load(options.kept)
    torch.set_num_threads(1)
    teachers = []
    for state in kept["teachers"]:
        teacher = Network(Recipe())
        teacher.load_state_dict(state)
        teachers.append(teacher.eval())
    student = Network(STUDENT)
    student.load_state_dict(kept["student"])
    tried = {"recurrent": [teachers[0]], "teachers": teachers, "student": [student.eval()]}
    learned = of(read_documents(options.shared))
    for kind in ("none", "convolution"):
        recipe = replace(Recipe(), kind=kind)
        torch.manual_seed(0)
        tried[kind] = [fit(Network(recipe), learned, recipe)]
    score = scorer(options.shared)
    paths = gold_files(options.shared)
    gold = [load(path) for path in paths]
    table = []
    for name in ("none", "convolution", "recurrent", "teachers", "student"):
        judge = judge_of(tried[name])
        found = [to_gold(raw_facts_of(read(path.with_suffix(".txt")), judge)) for path in paths]
        tallies = rows(score, gold, found)
        table.append({"name": name} | {layer: round(tallies[layer].row()[2], 4) for layer in score.LAYERS})
        print(table[-1], flush=True)
    (ROOT / "training" / "networks.json").write_text(json.dumps(table, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
