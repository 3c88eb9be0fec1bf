"""The stages in their order: bytes → text → structure → language → facts with scores."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kg.extraction import extract
from kg.extraction.confidence import scored
from kg.extraction.moved import moved
from kg.facts import Facts
from kg.language import Judge, parse
from kg.reading import read
from kg.reading.text import Text
from kg.structure import structure
from kg.structure.copied import as_read


def facts_of(text: Text, judge: Judge | None = None) -> Facts:
    """The facts of a text that was read. Another ``judge`` than the one that ships is for measuring."""
    return scored(raw_facts_of(text, judge))


def raw_facts_of(text: Text, judge: Judge | None = None) -> Facts:
    """The same with the reader's chances for scores, which `kg.extraction.confidence` is made from."""
    whole = as_read(text.characters)
    report = structure(replace(text, characters=whole.characters) if whole else text)
    facts = extract(report, parse(report, judge), judge)
    return moved(facts, text, whole.places) if whole else facts


def read_facts(path: Path) -> Facts:
    """The facts of the report at ``path``.

    Raises `kg.errors.UnreadableInput` where the file can't be read.
    """
    return facts_of(read(path))
