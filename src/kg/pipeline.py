"""The stages in their order: bytes → text → structure → language → facts."""

from __future__ import annotations

from pathlib import Path

from kg.extraction import extract
from kg.facts import Facts
from kg.language import parse
from kg.reading import read
from kg.reading.text import Text
from kg.structure import structure


def facts_of(text: Text) -> Facts:
    """The facts of a text that was read."""
    report = structure(text)
    return extract(report, parse(report))


def read_facts(path: Path) -> Facts:
    """The facts of the report at ``path``.

    Raises `kg.errors.UnreadableInput` where the file can't be read.
    """
    return facts_of(read(path))
