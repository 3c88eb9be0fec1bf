"""The reader: what each character of a sentence is, as a small learned network judges it.

Its input is a row a character: the tagger's states (`kg.language.tagger`), what the word lists say
(`kg.language.features`) and which character it is in which pairs (`kg.language.letters`, `kg.language.pairs`). A
recurrent layer reads it in both directions, and each head answers one question:

=========  ==========================================================================================
entity     does a name begin or go on here, of which type, and is it a thing or a class (29 tags)
measure    is this fronted, the predicate, or what follows the predicate of a measure (6 tags)
opt        at a predicate: may a careful reader leave this measure out
status     at a predicate: done, ongoing or planned
role       at a body: no agent, the one that leads, a partner
link       at a thing: does a measure refer to it
outcome    at a count: none, the outcome of a measure, one that may be left out
=========  ==========================================================================================

Besides it says the ``parts`` that `kg.language.spans` judges whole names by. ``training/`` makes the weights:
``seeds/model/reader.onnx`` is the network, ``heads.npz`` the weights of its heads, ``spans.npz`` those of the spans.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.facts import Day, Quantity
from kg.language import spans
from kg.language.dates import find_days
from kg.language.features import FORM, Setting, features
from kg.language.letters import letters
from kg.language.models import session
from kg.language.pairs import pairs
from kg.language.quantities import find_quantities
from kg.language.tagger import Tagged, tag
from kg.resources import folder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

HEADS = {"entity": 29, "measure": 6, "opt": 2, "status": 3, "role": 3, "link": 2, "outcome": 3}
"""Head → how many answers it has."""

STATUSES = ("done", "ongoing", "planned")
SOME_YEAR = 2000
"""Where dates stand is the same in every year."""

Inputs = tuple["NDArray[np.float32]", "NDArray[np.float32]", "NDArray[np.int64]"]
"""States, marks and signs (a letter's number, those of the pair it begins and of the pair it ends)."""

Chances = Mapping[str, "NDArray[np.float32]"]
"""Head → a row of chances for each character; what `kg.language.spans` needs besides."""

Judge = Callable[[Sequence[Inputs]], list[Chances]]
"""States, marks and signs of the characters of sentences → for each its chances, and the parts of spans."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or a heading and what the document says around it."""

    start: int
    text: str
    setting: Setting


@dataclass(frozen=True, slots=True)
class Heads:
    """The weights of the heads: a matrix and a row for each."""

    weights: Mapping[str, NDArray[np.float32]]
    biases: Mapping[str, NDArray[np.float32]]


def inputs(text: str, setting: Setting, tagged: Tagged, quantities: Sequence[Quantity], days: Sequence[Day]) -> Inputs:
    """States, marks and signs of the characters of a sentence; all spans count from its start."""
    import numpy as np

    marks = features(text, setting, quantities, days, [t.start for t in tagged.tokens])
    return tagged.states, marks, np.concatenate([letters(text)[:, None], pairs(text)], axis=1)


def inputs_of(unit: Unit) -> Inputs:
    """The same from the text alone."""
    days = find_days(unit.text, None, SOME_YEAR)
    return inputs(unit.text, unit.setting, tag(unit.text), find_quantities(unit.text), days)


def judge_with(heads: Heads) -> Judge:
    """The reader with these heads."""
    import numpy as np

    weights = np.concatenate([heads.weights[name] for name in HEADS], axis=1)
    biases = np.concatenate([heads.biases[name] for name in HEADS])

    def judge(sentences: Sequence[Inputs]) -> list[Chances]:
        if not sentences:
            return []
        states, marks, signs = (np.concatenate(rows) for rows in zip(*sentences, strict=True))
        sizes = [len(signs) for _, _, signs in sentences]
        given = {"states": states, "marks": marks, "signs": signs, "weights": weights, "biases": biases}
        scores, parts = _network().run(None, given | _side_by_side(sizes))
        found, at = {"parts": parts}, 0
        for name, size in HEADS.items():
            own = scores[:, at : at + size]
            raised = np.exp(own - own.max(axis=1, keepdims=True))
            found[name] = raised / raised.sum(axis=1, keepdims=True)
            at += size
        ends = list(accumulate(sizes))
        return [
            {name: rows[end - size : end] for name, rows in found.items()} | spans.weights()
            for size, end in zip(sizes, ends, strict=True)
        ]

    return judge


def _side_by_side(sizes: Sequence[int]) -> dict[str, NDArray[Any]]:
    """Sentences of these sizes, whose rows follow one another, as columns: for each place of a column its row (the last
    one again where a sentence has ended), how long each is, and for each row its place, counted line by line."""
    import numpy as np

    own, lengths = [np.arange(size) for size in sizes], np.array(sizes, np.int32)
    before = np.cumsum(lengths) - lengths
    places = before + np.minimum(np.arange(max(sizes))[:, None], np.maximum(lengths - 1, 0))
    back = np.concatenate([at * len(sizes) + column for column, at in enumerate(own)])
    return {"places": places.astype(np.int64), "lengths": lengths, "back": back}


@cache
def shipped() -> Judge:
    """The reader as it ships."""
    return judge_with(load_heads(folder("seeds") / "model" / "heads.npz"))


@cache
def _network() -> InferenceSession:
    return session((folder("seeds") / "model" / "reader.onnx").read_bytes())


def load_heads(path: Path, prefix: str = "") -> Heads:
    """Heads from a file of arrays, each named ``PREFIX`` + head + ``.weight`` or ``.bias``.

    Raises ValueError where the file was made for features of another form.
    """
    import numpy as np

    with np.load(path, allow_pickle=False) as arrays:
        if int(arrays["form"]) != FORM:
            raise ValueError(f"{path.name} is for features of form {int(arrays['form'])}, not {FORM}: train anew")
        return Heads(
            {name: arrays[f"{prefix}{name}.weight"].astype(np.float32) for name in HEADS},
            {name: arrays[f"{prefix}{name}.bias"].astype(np.float32) for name in HEADS},
        )
