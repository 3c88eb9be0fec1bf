"""The network from the files that ship, to go over readings that came later (``python -m training.train --over``)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from kg.language import pairs
from training.network import Network, Recipe

Arrays = dict[str, NDArray[np.float32]]


def restored(model: Path, untuned: Path, recipe: Recipe) -> Network:
    """The network with the body and spans in the folder ``model`` and the heads in the file ``untuned``.

    The layer that reads pairs ships only as what it makes of them; it is found again by least squares, which is exact
    but for the halves that the file holds.
    """
    body, spans = _initializers(model / "reader.onnx"), _arrays(model / "spans.npz")
    layer = _solved(pairs.vectors(), body["company"])
    state = {
        "inner.weight": body["inner_w"].T,
        "inner.bias": body["inner_b"],
        "letters.weight": body["letters"],
        "pairs.weight": layer[:-1].T,
        "pairs.bias": layer[-1],
        "spans.parts.weight": body["parts_w"].T,
        "spans.parts.bias": body["parts_b"],
        "spans.widths.weight": spans["widths"],
        "spans.answers.weight": spans["answers"].T,
        "spans.answers.bias": spans["biases"],
    }
    for direction, end in enumerate(("", "_reverse")):
        of_input, of_hidden = np.split(body["b"][direction], 2)
        state[f"recurrent.weight_ih_l0{end}"] = _gates(body["w"][direction])
        state[f"recurrent.weight_hh_l0{end}"] = _gates(body["r"][direction])
        state[f"recurrent.bias_ih_l0{end}"] = _gates(of_input)
        state[f"recurrent.bias_hh_l0{end}"] = _gates(of_hidden)
    for name, values in _arrays(untuned).items():
        if name != "form":
            state[f"heads.{name}"] = values.T
    network = Network(recipe)
    network.load_state_dict({name: torch.from_numpy(np.ascontiguousarray(values)) for name, values in state.items()})
    return network.eval()


def _initializers(path: Path) -> Arrays:
    held = onnx.load(path).graph.initializer
    return {
        one.name.removesuffix("_half"): numpy_helper.to_array(one).astype(np.float32)
        for one in held
        if one.name.endswith("_half")
    }


def _arrays(path: Path) -> Arrays:
    with np.load(path, allow_pickle=False) as held:
        return {name: held[name].astype(np.float32) for name in held.files}


def _solved(vectors: NDArray[np.float32], made: NDArray[np.float32]) -> NDArray[np.float32]:
    """Weights of a linear layer, and its bias as the last row, that makes ``made`` of ``vectors``."""
    with_one = np.concatenate([vectors, np.ones((len(vectors), 1))], axis=1).astype(np.float64)
    layer: NDArray[np.float32] = np.linalg.lstsq(with_one, made.astype(np.float64), rcond=None)[0].astype(np.float32)
    return layer


def _gates(array: NDArray[np.float32]) -> NDArray[np.float32]:
    """ONNX orders the gates update, reset, new; PyTorch reset, update, new."""
    update, reset, new = np.split(array, 3)
    return np.concatenate([reset, update, new])
