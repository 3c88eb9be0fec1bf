"""Spans that may be names: which there are, what is chosen of them, and the numbers of characters and pairs."""

from __future__ import annotations

import hashlib
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language import marks, spans, tag
from kg.language.features import Setting
from kg.language.letters import letters, size
from kg.language.pairs import pairs, places, vectors
from kg.language.reader import Unit, inputs_of, shipped
from kg.language.spans import LONGEST, Marked, candidates

LEARNED_WITH = "01c40748294b361d7e5b19896fa024c60d3d5f2d644fd2cd57d45ce2cd7ad0fa"
"""SHA-256 of the pairs whose places the network holds (``reader.onnx``)."""
PLAIN = Setting(False, False, False, False, True, 0.5)


def test_candidates_go_from_word_to_word() -> None:
    assert candidates(5, {0, 2, 3}).tolist() == [[0, 1], [0, 2], [0, 4], [2, 2], [2, 4], [3, 4]]
    assert candidates(2, set()).tolist() == [[0, 1]]
    assert candidates(5, {0, 2, 3}, np.array([0, 1, 1, 0, 0], bool)).tolist() == [[2, 2], [2, 4]]


@given(st.integers(1, 120), st.sets(st.integers(0, 130), max_size=60))
def test_candidates_lie_within_the_sentence_and_are_not_too_long(length: int, begins: set[int]) -> None:
    found = candidates(length, begins)
    assert ((found[:, 0] >= 0) & (found[:, 1] < length) & (found[:, 0] <= found[:, 1])).all()
    assert (found[:, 1] - found[:, 0] < LONGEST).all()
    assert len({tuple(row) for row in found.tolist()}) == len(found)


@pytest.mark.parametrize(
    ("chances", "chosen"),
    [
        ((0.9, 0.1, 0.1), [0]),
        ((0.9, 0.8, 0.8), [1, 2]),
        ((0.99, 0.6, 0.6), [0]),
        ((0.3, 0.3, 0.9), [2]),
        ((0.2, 0.2, 0.2), []),
    ],
)
def test_the_best_spans_do_not_overlap(chances: tuple[float, ...], chosen: list[int]) -> None:
    rows = np.array([[0, 3], [0, 1], [2, 3]])
    assert spans._best(rows, np.array(chances, np.float32), 4) == chosen


@given(st.text("区市场监管局制定《优化服务方案》,“一网通办”平台在南京西路设立窗口。12", min_size=1, max_size=60))
def test_names_are_in_order_apart_and_sure_between_nothing_and_one(text: str) -> None:
    (found,) = shipped()([inputs_of(Unit(0, text, PLAIN))])
    begins = {t.start for t in tag(text).tokens}
    (names,) = spans.names(
        [Marked(text, 100, found, begins, tuple(marks.tagged(marks.paths([found], [begins])[0][0])))]
    )
    assert all(100 <= n.start < n.end <= 100 + len(text) for n in names)
    assert all(a.end <= b.start for a, b in pairwise(names))
    assert all(0 <= value <= 1 for n in names for value in (n.thing, n.generic, n.lead, n.partner, n.linked))


def test_names_of_sentences_side_by_side_are_those_of_each_alone() -> None:
    texts = ["区市场监管局制定《优化服务方案》。", "12", "在南京西路设立“一网通办”窗口。", "区"]
    found = shipped()([inputs_of(Unit(0, text, PLAIN)) for text in texts])
    begins = [{t.start for t in tag(text).tokens} for text in texts]
    tagged = [list(marks.tagged(path)) for path, _ in marks.paths(found, begins)]
    marked = [Marked(*each) for each in zip(texts, (0, 30, 60, 90), found, begins, tagged, strict=True)]
    together = spans.names(marked)
    assert [[n.type for n in some] for some in together] == [["organisation", "document"], [], ["place", "site"], []]
    for names, one in zip(together, marked, strict=True):
        (alone,) = spans.names([one])
        assert [(n.start, n.end, n.type) for n in names] == [(n.start, n.end, n.type) for n in alone]
        assert [n.thing for n in names] == pytest.approx([n.thing for n in alone], abs=1e-5)


def test_a_character_has_one_number() -> None:
    numbers = letters("区A1Ａ（(②㎡龘").tolist()
    assert numbers == letters("区A1Ａ（(②㎡龘").tolist()
    assert len(set(numbers[:6])) == 6
    assert 0 < min(numbers[:7]) <= max(numbers) < size()
    assert letters("⼀一")[0] == letters("⼀一")[1], "another form of the same character"
    assert numbers[-1] == 0


def test_a_pair_begins_at_one_character_and_ends_at_the_next() -> None:
    numbers = pairs("优化服务")
    assert numbers.shape == (4, 2)
    assert numbers[0].tolist() == [places()["优化"] + 1, 0]
    assert numbers[3].tolist() == [0, places()["服务"] + 1]
    assert (numbers[1:, 1] == numbers[:-1, 0]).all()
    assert pairs("").shape == (0, 2)
    assert pairs("区").tolist() == [[0, 0]]
    assert len(vectors()) == len(places()) + 1
    assert not vectors()[0].any()


def test_the_reader_knows_the_pairs_that_it_learned_with() -> None:
    digest = hashlib.sha256("".join(places()).encode()).hexdigest()
    assert digest == LEARNED_WITH, "other pairs, or in another order: train the reader anew"
