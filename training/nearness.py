"""What stands in whose company in government reports: vectors of pairs of characters for ``kg compare``.

``python -m training.nearness SHARED`` reads ``SHARED/corpus`` without the reports of the hand-made lists of pairs
(``tests/asking/compare_pairs*.tsv``), on which the comparison is measured, and writes ``seeds/model/nearness.npz``.
For the most frequent pairs of neighbouring characters it counts which others stand near in the same sentence, takes
positive pointwise mutual information (Levy, Goldberg and Dagan 2015) and the first singular vectors of it. Nothing is
labelled; the same corpus and numpy give the same bytes. The reader knows pairs by their place in the file: where that
is made of another corpus, the reader has to be trained anew.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.asking.nearness import parts
from kg.language.pairs import FILE

LISTS = Path(__file__).parents[1] / "tests" / "asking"
SENTENCE = re.compile(r"[。！？!?\n]")
LISTED = re.compile(r"corpus (\w+/\w+)\.txt")

PAIRS = 10_000
"""Pairs of characters that get a vector: each stands in thirty sentences or more."""
WIDTH = 100
NEAR = 12
"""Places between two pairs that count as company; pairs that share a character are no company."""
SMOOTHED = 0.75
ROUNDS = 4


def main() -> None:
    """Count, factor, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    sentences = list(read(parser.parse_args().shared / "corpus"))
    seen = Counter(pair for placed in sentences for pair in {pair for _, pair in placed})
    pairs = [pair for pair, _ in sorted(seen.items(), key=lambda item: (-item[1], item[0]))[:PAIRS]]
    vectors = factored(information(sentences, pairs))
    scaled = np.round(vectors / np.abs(vectors).max(axis=1, keepdims=True) * 127).astype(np.int8)
    rarity = np.array([math.log((len(sentences) + 1) / seen[pair]) for pair in pairs], np.float16)
    place = {pair: i for i, pair in enumerate(pairs)}
    directions = scaled / np.linalg.norm(scaled.astype(np.float32), axis=1, keepdims=True)
    common = np.mean([_direction(placed, place, directions, rarity) for placed in sentences], axis=0)
    FILE.parent.mkdir(exist_ok=True)
    np.savez_compressed(FILE, pairs=np.array("".join(pairs)), vectors=scaled, rarity=rarity, common=common.astype("f4"))


def read(corpus: Path) -> list[list[tuple[int, str]]]:
    """The sentences of the corpus as (place, pair of characters)."""
    listed = {name for path in LISTS.glob("compare_pairs*.tsv") for name in LISTED.findall(path.read_text("utf-8"))}
    sentences = []
    for path in sorted(corpus.glob("*/*.txt")):
        if f"{path.parent.name}/{path.stem}" not in listed:
            for sentence in SENTENCE.split(path.read_text("utf-8")):
                placed, at = [], 0
                for part in parts(sentence):
                    placed += [(at + i, part[i : i + 2]) for i in range(len(part) - 1)]
                    at += len(part) + 1
                if len(placed) > 3:
                    sentences.append(placed)
    return sentences


def information(sentences: list[list[tuple[int, str]]], pairs: list[str]) -> NDArray[np.float32]:
    """Positive pointwise mutual information of each pair with each in its company."""
    place, size = {pair: i for i, pair in enumerate(pairs)}, len(pairs)
    counts = np.zeros(size * size, np.float32)
    for placed in sentences:
        known = [(at, place[pair]) for at, pair in placed if pair in place]
        if known:
            ats, ids = np.array(known).T
            far = np.abs(ats[:, None] - ats[None])
            ones, others = np.nonzero((far >= 2) & (far <= NEAR))
            np.add.at(counts, ids[ones] * size + ids[others], 1)
    table = counts.reshape(size, size)
    own = table.sum(axis=1, keepdims=True)
    company = own[:, 0] ** SMOOTHED
    with np.errstate(divide="ignore", invalid="ignore"):
        table = np.log(table / (own * (company / company.sum())[None]))
    table[~np.isfinite(table)] = 0
    positive: NDArray[np.float32] = np.maximum(table, 0).astype(np.float32)
    return positive


def factored(table: NDArray[np.float32]) -> NDArray[np.float32]:
    """The first left singular vectors, each times the root of its value (Halko, Martinsson and Tropp 2011)."""
    basis = np.random.default_rng(0).standard_normal((len(table), WIDTH + 20)).astype(np.float32)
    for _ in range(ROUNDS):
        basis, _ = np.linalg.qr(table @ (table.T @ basis))
    left, values, _ = np.linalg.svd(basis.T @ table, full_matrices=False)
    vectors: NDArray[np.float32] = (basis @ left)[:, :WIDTH] * np.sqrt(values[:WIDTH])
    return vectors


def _direction(
    placed: list[tuple[int, str]],
    place: dict[str, int],
    directions: NDArray[np.float32],
    rarity: NDArray[np.float16],
) -> NDArray[np.float32]:
    known = sorted({place[pair] for _, pair in placed if pair in place})
    whole: NDArray[np.float32] = rarity[known].astype(np.float32) @ directions[known]
    return whole / (float(np.linalg.norm(whole)) or 1.0)


if __name__ == "__main__":
    main()
