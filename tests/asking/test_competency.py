"""The questions' expected answers on the seed report, worked out from its text by hand (``answers/*.tsv``).

Each is asked of the graph of the settled annotation, where the answer must be exact, and of the graph as the program
reads the seed, where it may miss or add rows; how many is pinned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.asking.questions import Question, ask, question, questions
from kg.asking.results import rows
from kg.graph.store import Store
from kg.pipeline import facts_of
from kg.reading import read
from tests.support import facts_from_gold

ANSWERS = Path(__file__).parent / "answers"
AT_LEAST = 40
"""Questions that the project promises."""

RECALL, PRECISION = 0.43, 0.52
"""Of the answers' rows, from the program's own reading: a row is right where all its cells are. They may only rise."""


def expected(name: str) -> tuple[dict[str, str], tuple[str, ...], Counter[tuple[str, ...]]]:
    """Parameters, columns and rows of an answer file."""
    lines = (ANSWERS / f"{name}.tsv").read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    parameters = dict(line[2:].strip().split("=", 1) for line in lines if line.startswith("#+"))
    columns, *cells = [tuple(line.split("\t")) for line in lines if not line.startswith("#")]
    return parameters, columns, Counter(cells)


def answered(store: Store, name: str) -> Counter[tuple[str, ...]]:
    """The answer's rows in the columns that are expected, a row with the same cells counted once."""
    parameters, columns, _ = expected(name)
    found = rows(ask(store, name, parameters))
    at = [found.columns.index(column) for column in columns]
    return Counter({tuple(cells[i] for i in at): 1 for cells in found.cells})


@pytest.fixture(scope="module")
def annotated(shared: Path) -> Iterator[Store]:
    gold = shared / "gold" / "jingan-2023-18.json"
    with Store.in_memory() as made:
        made.put(facts_from_gold(gold, gold.with_suffix(".txt")))
        yield made


@pytest.fixture(scope="module")
def as_read(root: Path) -> Iterator[Store]:
    with Store.in_memory() as made:
        made.put(facts_of(read(root / "seeds" / "jingan-2023-18.txt")))
        yield made


def test_each_question_has_its_answer() -> None:
    assert {q.name for q in questions()} == {path.stem for path in ANSWERS.glob("*.tsv")}
    assert len(questions()) >= AT_LEAST


@pytest.mark.parametrize("asked", questions(), ids=[q.name for q in questions()])
def test_the_header_tells_the_columns(asked: Question, annotated: Store) -> None:
    parameters = expected(asked.name)[0]
    assert rows(ask(annotated, asked.name, parameters)).columns == tuple(asked.columns)
    assert all(zh and en and zh != en for zh, en in asked.columns.values())


@pytest.mark.parametrize("name", [q.name for q in questions()])
def test_the_answer_is_the_one_that_reading_gives(name: str, annotated: Store) -> None:
    assert answered(annotated, name) == expected(name)[2]


def test_the_program_finds_most_of_the_answers_by_itself(as_read: Store) -> None:
    """The readers of the annotation wrote that a body is inherited where the program says that nobody is named: that
    question is left out."""
    hit = missed = added = 0
    for q in (q for q in questions() if q.name != "no-named-body"):
        want, have = expected(q.name)[2], answered(as_read, q.name)
        hit += (want & have).total()
        missed += (want - have).total()
        added += (have - want).total()
    recall, precision = hit / (hit + missed), hit / (hit + added)
    assert recall >= RECALL, f"recall {recall:.3f}, precision {precision:.3f}"
    assert precision >= PRECISION, f"recall {recall:.3f}, precision {precision:.3f}"


def test_a_question_is_known_by_its_name() -> None:
    assert question(questions()[0].name) is questions()[0]
