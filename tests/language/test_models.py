"""Which sentences are read together, and how a model is made to ask where each ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.language.models import CHARACTERS, LENGTHS, SENTENCES, WHOLE_NUMBERS, side_by_side, together


@given(st.lists(st.integers(0, CHARACTERS + 50), max_size=60))
def test_each_sentence_is_in_one_group_of_few_and_of_about_one_length(sizes: list[int]) -> None:
    groups = list(together(sizes))
    assert sorted(at for group in groups for at in group) == [at for at, size in enumerate(sizes) if size]
    in_order = [sizes[at] for group in groups for at in group]
    assert in_order == sorted(in_order)
    for group in groups:
        assert len(group) <= SENTENCES
        assert len(group) == 1 or len(group) * max(sizes[at] for at in group) <= CHARACTERS


def field(number: int, content: bytes) -> bytes:
    return bytes([number << 3 | 2, len(content)]) + content


def test_recurrent_layers_are_told_the_lengths_and_nothing_else_changes() -> None:
    layer = [b"x", b"w", b"r", b"b", b"", b"h"]
    told = [*layer[:4], LENGTHS.encode(), b"h"]
    version, name, outer = b"\x08\x87\x01", field(2, b"kg"), field(8, b"opset")

    def node(arguments: list[bytes], operator: bytes) -> bytes:
        return field(1, b"".join(field(1, a) for a in arguments) + field(2, b"y") + field(4, operator))

    def model(*graph: bytes) -> bytes:
        return version + field(7, b"".join(graph)) + outer

    before = model(node(layer, b"GRU"), node([b"y"], b"Neg"), name)
    asked = field(11, field(1, LENGTHS.encode()) + field(2, WHOLE_NUMBERS))
    after = model(node(told, b"GRU"), node([b"y"], b"Neg"), name, asked, field(12, field(1, b"y")))
    assert side_by_side(before, ["y"]) == after
