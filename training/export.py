"""The network as the files that ship: the body as an ONNX graph, the heads as plain arrays."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from kg.language.features import FORM, width
from kg.language.spans import PARTS
from kg.language.tagger import WIDTH
from training.network import Network
from training.spans import HIDDEN

OPSET = 17


def write_body(network: Network, path: Path) -> None:
    """The network as a graph: ``states``, ``marks`` and ``signs`` (a row a character, sentence after sentence),
    ``weights`` and ``biases`` of the heads side by side → ``scores``, and the ``parts`` of spans. The recurrent layer
    reads the sentences side by side: ``places`` says which row each place of it has, ``lengths`` how many places each
    sentence has, and ``back`` which place each row has, sentence by sentence at each place."""
    arrays = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    with torch.no_grad():
        company = network.pairs(network.company).numpy()
    hidden, inner = network.recurrent.hidden_size, network.inner.out_features
    weights = {
        "inner_w": arrays["inner.weight"].T,
        "inner_b": arrays["inner.bias"],
        "w": np.stack([_gates(arrays[f"recurrent.weight_ih_l0{d}"]) for d in ("", "_reverse")]),
        "r": np.stack([_gates(arrays[f"recurrent.weight_hh_l0{d}"]) for d in ("", "_reverse")]),
        "b": np.stack(
            [np.concatenate([_gates(arrays[f"recurrent.bias_{k}h_l0{d}"]) for k in "ih"]) for d in ("", "_reverse")]
        ),
    }
    # kept as halves: as good and half as large
    weights |= {"letters": arrays["letters.weight"], "company": company}
    weights |= {"parts_w": arrays["spans.parts.weight"].T, "parts_b": arrays["spans.parts.bias"]}
    constants = {f"column{i}": np.array(i, np.int64) for i in range(3)} | {
        "rows": np.array([-1, 2 * hidden], np.int64),
    }
    nodes = [
        *(helper.make_node("Cast", [name + "_half"], [name], to=TensorProto.FLOAT) for name in weights),
        *(
            node
            for column, table in enumerate(("letters", "company", "company"))
            for node in (
                helper.make_node("Gather", ["signs", f"column{column}"], [f"sign{column}"], axis=1),
                helper.make_node("Gather", [table, f"sign{column}"], [f"vector{column}"]),
            )
        ),
        helper.make_node("Concat", ["states", "marks", "vector0", "vector1", "vector2"], ["input"], axis=1),
        helper.make_node("MatMul", ["input", "inner_w"], ["product"]),
        helper.make_node("Add", ["product", "inner_b"], ["sum"]),
        helper.make_node("Relu", ["sum"], ["inner"]),
        helper.make_node("Gather", ["inner", "places"], ["sequence"]),
        helper.make_node(
            "GRU",
            ["sequence", "w", "r", "b", "lengths"],
            ["both", ""],
            hidden_size=hidden,
            direction="bidirectional",
            linear_before_reset=1,
        ),
        helper.make_node("Transpose", ["both"], ["ordered"], perm=[0, 2, 1, 3]),
        helper.make_node("Reshape", ["ordered", "rows"], ["placed"]),
        helper.make_node("Gather", ["placed", "back"], ["after"]),
        helper.make_node("Concat", ["after", "inner"], ["seen"], axis=1),
        helper.make_node("MatMul", ["seen", "weights"], ["weighed"]),
        helper.make_node("Add", ["weighed", "biases"], ["scores"]),
        helper.make_node("MatMul", ["seen", "parts_w"], ["parted"]),
        helper.make_node("Add", ["parted", "parts_b"], ["parts"]),
    ]
    graph = helper.make_graph(
        nodes,
        "reader",
        [
            helper.make_tensor_value_info("states", TensorProto.FLOAT, ["characters", WIDTH]),
            helper.make_tensor_value_info("marks", TensorProto.FLOAT, ["characters", width()]),
            helper.make_tensor_value_info("signs", TensorProto.INT64, ["characters", 3]),
            helper.make_tensor_value_info("places", TensorProto.INT64, ["longest", "sentences"]),
            helper.make_tensor_value_info("lengths", TensorProto.INT32, ["sentences"]),
            helper.make_tensor_value_info("back", TensorProto.INT64, ["characters"]),
            helper.make_tensor_value_info("weights", TensorProto.FLOAT, [2 * hidden + inner, "answers"]),
            helper.make_tensor_value_info("biases", TensorProto.FLOAT, ["answers"]),
        ],
        [
            helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["characters", "answers"]),
            helper.make_tensor_value_info("parts", TensorProto.FLOAT, ["characters", len(PARTS) * HIDDEN]),
        ],
        [
            *(
                numpy_helper.from_array(np.ascontiguousarray(v.astype(np.float16)), f"{k}_half")
                for k, v in weights.items()
            ),
            *(numpy_helper.from_array(v, k) for k, v in constants.items()),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="kg")
    model.ir_version = 8
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString())


def _gates(array: NDArray[np.float32]) -> NDArray[np.float32]:
    """PyTorch orders the gates reset, update, new; ONNX update, reset, new."""
    reset, update, new = np.split(array, 3)
    return np.concatenate([update, reset, new])


def heads_of(network: Network, prefix: str = "") -> dict[str, NDArray[np.float16]]:
    """The heads as arrays (`kg.language.reader.load_heads`)."""
    found = {}
    for name, head in network.heads.items():
        found[f"{prefix}{name}.weight"] = head.weight.detach().numpy().T.astype(np.float16)
        found[f"{prefix}{name}.bias"] = head.bias.detach().numpy().astype(np.float16)
    return found


def span_arrays(network: Network) -> dict[str, NDArray[np.float32]]:
    """What turns the parts of a span into its answers (`kg.language.spans.weights`)."""
    head = network.spans
    arrays = {"widths": head.widths.weight, "answers": head.answers.weight.T, "biases": head.answers.bias}
    return {name: array.detach().numpy() for name, array in arrays.items()}


def write_spans(network: Network, path: Path) -> None:
    """These arrays."""
    np.savez_compressed(path, allow_pickle=False, **{k: v.astype(np.float16) for k, v in span_arrays(network).items()})


def write_heads(arrays: Mapping[str, NDArray[np.float16]], path: Path) -> None:
    """The arrays and the form of the features that they are for."""
    np.savez_compressed(path, allow_pickle=False, form=np.array(FORM), **arrays)
