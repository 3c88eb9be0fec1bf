"""A text with its structure found: what the structure stage hands on."""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts import Header, Section, Sentence
from kg.reading.text import Text
from kg.structure.task_tables import TaskRow


@dataclass(frozen=True, slots=True)
class Report:
    """The frame, the section tree and the sentences of a text, each in order of appearance."""

    text: Text
    header: Header
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    rows: tuple[TaskRow, ...] = ()
    """The rows of its tables of tasks."""
