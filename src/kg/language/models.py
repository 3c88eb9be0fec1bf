"""Networks ready to run, several sentences at a time: each is read as if it were alone, in half the time.

Sentences side by side are of unlike length, so that a recurrent layer must be told where each ends. LAC's graph does
not ask for that; `side_by_side` makes it ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

SENTENCES, CHARACTERS = 8, 800
"""How many are read together at most: more take no less time a character, and memory grows with them."""

GRAPH, NODE, INPUT, OUTPUT = 7, 1, 11, 12
"""Fields of ModelProto and GraphProto (onnx.proto)."""
ARGUMENT, OPERATOR = 1, 4
"""Fields of NodeProto."""
LENGTHS_AT = 4
"""Which argument of GRU has the lengths of the sequences; '' where it isn't given."""
DELIMITED = 2
"""How a field is written whose length stands before its bytes; the others here are numbers."""
LENGTHS = "lengths"
WHOLE_NUMBERS = bytes((10, 6, 8, 6, 18, 2, 10, 0))
"""The type of these (TypeProto): a row of int32 of any length."""

Bytes = bytes | memoryview


def session(model: bytes) -> InferenceSession:
    """A model ready to run, in one thread: sentences are short, and processes share the work over reports."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def together(sizes: Sequence[int]) -> Iterator[list[int]]:
    """Which sentences of these sizes to read together: those of about one length, the shortest first; none is empty."""
    group: list[int] = []
    for at in sorted((at for at, size in enumerate(sizes) if size), key=lambda at: sizes[at]):
        if group and (len(group) == SENTENCES or (len(group) + 1) * sizes[at] > CHARACTERS):
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def side_by_side(model: bytes, outputs: Iterable[str]) -> bytes:
    """The model with the lengths of the sequences as one more input, `LENGTHS`, of its recurrent layers, and with these
    inner values as outputs too."""
    made: list[Bytes] = []
    for number, content in _fields(memoryview(model)):
        if isinstance(content, int):
            made += [_varint(number << 3), _varint(content)]
        elif number != GRAPH:
            made += _field(number, content)
        else:
            parts = [part for n, c in _fields(content) for part in _field(n, *(_told(c) if n == NODE else (c,)))]
            parts += _field(INPUT, *_field(1, LENGTHS.encode()), *_field(2, WHOLE_NUMBERS))
            for name in outputs:
                parts += _field(OUTPUT, *_field(1, name.encode()))
            made += _field(GRAPH, *parts)
    return b"".join(made)


def _told(node: Bytes) -> list[Bytes]:
    """A node; if it is a recurrent layer, it is told the lengths."""
    fields = list(_fields(node))
    if (OPERATOR, b"GRU") not in fields:
        return [node]
    arguments = [content for number, content in fields if number == ARGUMENT]
    arguments[LENGTHS_AT] = LENGTHS.encode()
    others = [field for field in fields if field[0] != ARGUMENT]
    return [
        part for number, content in [*((ARGUMENT, a) for a in arguments), *others] for part in _field(number, content)
    ]


def _fields(message: Bytes) -> Iterator[tuple[int, Any]]:
    """The numbers of a message's fields with what they hold: a number, or bytes that aren't copied."""
    at = 0
    while at < len(message):
        key, at = _read(message, at)
        value, at = _read(message, at)
        if key & 7 == DELIMITED:
            yield key >> 3, message[at : at + value]
            at += value
        else:
            yield key >> 3, value


def _read(message: Bytes, at: int) -> tuple[int, int]:
    """The number at a place, and where it ends."""
    value = shift = 0
    while True:
        value |= (message[at] & 127) << shift
        shift, at = shift + 7, at + 1
        if not message[at - 1] & 128:
            return value, at


def _field(number: int, *parts: Bytes) -> list[Bytes]:
    """A field of these bytes: its number, how many there are, and they themselves."""
    return [_varint(number << 3 | DELIMITED), _varint(sum(map(len, parts))), *parts]


def _varint(value: int) -> bytes:
    low, rest = value & 127, value >> 7
    return bytes([low | 128]) + _varint(rest) if rest else bytes([low])
