"""What the reader sees in a sentence, and how chances become names, acts and counts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language import find_quantities, marks, spans, tag
from kg.language.features import FORM, GROUPS, Setting, _begun, _found, _longest, features, width
from kg.language.reader import HEADS, Chances, Unit, inputs_of, load_heads, shipped
from kg.language.spans import Marked

PLAIN = Setting(False, False, False, False, True, 0.5)
TEXT = "区市场监管局制定《优化服务工作方案》,截至10月底,共受理诉求1200余件。"


def read(text: str) -> Chances:
    return shipped()([inputs_of(Unit(0, text, PLAIN))])[0]


def test_chances_of_each_head_add_up_to_one() -> None:
    found = read(TEXT)
    assert set(found) == {*HEADS, "parts", *spans.weights()}
    for name, size in HEADS.items():
        assert found[name].shape == (len(TEXT), size)
        assert np.allclose(found[name].sum(axis=1), 1, atol=1e-5)


def test_sentences_read_together_are_seen_as_each_alone() -> None:
    texts = [TEXT, "区", TEXT[:9], "第一条", TEXT[5:]]
    together = shipped()([inputs_of(Unit(0, text, PLAIN)) for text in texts])
    for text, found in zip(texts, together, strict=True):
        alone = read(text)
        assert all(np.allclose(found[name], alone[name], atol=1e-5) for name in (*HEADS, "parts")), text
    assert shipped()([]) == []


def test_a_body_that_acts_a_document_that_it_issues_and_a_count() -> None:
    found = read(TEXT)
    begins = {t.start for t in tag(TEXT).tokens}
    seen = Marked(TEXT, 0, found, begins, tuple(marks.tagged(marks.paths([found], [begins])[0][0])))
    names = {TEXT[n.start : n.end]: n for n in spans.names([seen])[0]}
    assert names["区市场监管局"].type == "organisation"
    assert names["区市场监管局"].lead > 0.5
    assert names["《优化服务工作方案》"].type == "document"
    assert names["《优化服务工作方案》"].linked > 0.5
    acts = marks.acts(found, 0, marks.paths([found], [set()])[0][1])
    assert [TEXT[a.verb : a.verb_end] for a in acts] == ["制定", "受理"]
    (count,) = marks.counts(found, find_quantities(TEXT), 0)
    assert count.outcome > 0.5


def test_offsets_move_with_the_sentence() -> None:
    found = read(TEXT)
    here, there = (marks.acts(found, offset, marks.paths([found], [set()])[0][1]) for offset in (0, 100))
    assert [(a.start + 100, a.end + 100, a.verb + 100) for a in here] == [(a.start, a.end, a.verb) for a in there]


def test_a_path_that_ends_before_its_predicate_is_no_act() -> None:
    chances = {name: np.full((3, size), 1 / size, np.float32) for name, size in HEADS.items()}
    chances["measure"] = np.full((3, 6), 1e-6, np.float32)
    chances["measure"][:, marks.FRONTED] = 1
    chances["measure"][0, marks.FRONT] = 1
    assert all(
        act.verb < act.verb_end <= act.end for act in marks.acts(chances, 0, marks.paths([chances], [set()])[0][1])
    )


def test_marks_tell_where_words_of_the_lists_stand() -> None:
    text = "(责任单位:市财政局)设立窗口"
    grid = features(text, PLAIN, (), (), [0])
    assert grid.shape == (len(text), width())
    departments = 2 * 4
    assert grid[:, departments].nonzero()[0].tolist() == [text.index("财政局")]
    act = 2 * (5 + GROUPS.index("act"))
    assert grid[:, act].nonzero()[0].tolist() == [text.index("设立")]
    assert grid[text.index("局"), -6 - 5] == 1, "the note is marked"
    assert (grid[:, -2] == 1).all(), "the document is an account"


WORDS = {"区", "区市", "市场", "市场监管", "场监"}


@given(st.text("区市场监管", max_size=12))
def test_words_are_the_longest_at_each_character_or_from_left_to_right(text: str) -> None:
    starts = [(at, text[at : at + 2]) for at in range(len(text))]
    found = list(_found(text, starts, _begun(WORDS)))
    there = [[at + len(word) for word in WORDS if text.startswith(word, at)] for at in range(len(text))]
    assert found == [(at, max(ends)) for at, ends in enumerate(there) if ends]
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if end > start + 1 and (not apart or start >= apart[-1][1]):
            apart.append((start, end))
    assert list(_longest(text, starts, _begun(WORDS))) == apart


def test_heads_of_another_form_are_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "old.npz", form=np.array(FORM - 1))
    with pytest.raises(ValueError, match=r"old\.npz is for features of form"):
        load_heads(tmp_path / "old.npz")
