"""Annotated reports → examples: what the reader sees of each sentence, and what it should say.

An annotated report has the form of the gold files. Each layer of labels is one number a character; -1 asks nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.language.context import units_of
from kg.language.features import NOTE, TYPES
from kg.language.reader import HEADS, STATUSES, Unit, inputs_of
from kg.reading import read
from kg.structure import Report, structure

Labels = dict[str, NDArray[np.int8]]
LINKS = ("sites", "programmes", "documents")
FIRST, INSIDE = 1, 2
"""A label's two tags: the character that begins it, and those after."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence or heading: inputs (`kg.language.reader`), labels by head, and what it is."""

    unit: Unit
    states: NDArray[np.float16]
    marks: NDArray[np.float16]
    signs: NDArray[np.int16]
    labels: Labels

    def __len__(self) -> int:
        return len(self.unit.text)


@dataclass(frozen=True, slots=True)
class Document:
    """An annotated report with its examples in order."""

    name: str
    text: Path
    gold: dict[str, Any]
    examples: tuple[Example, ...]


def document(text: Path, gold: dict[str, Any], name: str) -> Document:
    """The examples of a report, within the annotated range."""
    report = structure(read(text))
    start, end = gold.get("range") or (0, len(report.text.characters))
    labels = label(report, gold)
    examples = []
    for unit in units_of(report):
        if not start <= unit.start < end:
            continue
        there = slice(unit.start, unit.start + len(unit.text))
        examples.append(example(unit, {k: v[there] for k, v in labels.items()}))
    return Document(name, text, gold, tuple(examples))


def example(unit: Unit, labels: Labels) -> Example:
    """What the reader sees of a sentence, with its labels."""
    states, marks, signs = inputs_of(unit)
    return Example(unit, states.astype(np.float16), marks.astype(np.float16), signs.astype(np.int16), labels)


def label(report: Report, gold: dict[str, Any]) -> Labels:
    """The labels of every character of the report."""
    size = len(report.text.characters)
    everywhere = ("entity",) if gold.get("names_only") else ("entity", "measure")
    labels = {head: np.full(size, 0 if head in everywhere else -1, np.int8) for head in HEADS}
    for row in _apart(gold["entities"], lambda e: (e["start"] - e["end"], e["start"])):
        tag = TYPES.index(row["type"]) * 4 + (2 if row.get("optional") else 0)
        labels["entity"][row["start"]] = tag + FIRST
        labels["entity"][row["start"] + 1 : row["end"]] = tag + INSIDE
    for row in _apart(gold["measures"], lambda m: (bool(m.get("optional")), m["end"] - m["start"])):
        _measure(labels, report.text.characters, row)
    if gold.get("names_only"):
        return labels
    sentences = [(s.start, s.end, s.paragraph) for s in report.sentences]
    for row in gold["entities"]:
        _role(labels, report.text.characters, row, gold["measures"], sentences)
    for row in gold["quantities"]:
        labels["outcome"][row["start"] : row["end"]] = _outcome(row, gold["measures"], sentences)
    return labels


def _apart(rows: Sequence[dict[str, Any]], order: Any) -> Iterator[dict[str, Any]]:
    """The rows in this order without those that overlap one before."""
    taken: list[tuple[int, int]] = []
    for row in sorted(rows, key=order):
        if all(row["end"] <= a or b <= row["start"] for a, b in taken):
            taken.append((row["start"], row["end"]))
            yield row


def _measure(labels: Labels, text: str, row: dict[str, Any]) -> None:
    """0 nothing, 1 and 2 what is fronted, 3 and 4 the predicate, 5 what follows it."""
    start, end = row["start"], row["end"]
    verb = row.get("verb_start", -1)
    if not start <= verb < end:
        verb = max(text.find(row["verb"], start, end), start)
    stop = min(verb + len(row["verb"]), end)
    tags = labels["measure"]
    tags[start + 1 : verb] = 2
    if start < verb:
        tags[start] = 1
    tags[verb] = 3
    tags[verb + 1 : stop] = 4
    tags[stop:end] = 5
    labels["opt"][verb:stop] = bool(row.get("optional"))
    labels["status"][verb:stop] = STATUSES.index(row["status"])


def _around(row: dict[str, Any], sentences: Sequence[tuple[int, int, int]]) -> tuple[int, int, int] | None:
    return next((s for s in sentences if s[0] <= row["start"] < s[1]), None)


def _role(
    labels: Labels,
    text: str,
    row: dict[str, Any],
    measures: Sequence[dict[str, Any]],
    sentences: Sequence[tuple[int, int, int]],
) -> None:
    """Bodies and places: 0 no agent, 1 lead, 2 partner. Other things: whether a measure refers to them."""
    home = _around(row, sentences)
    if home is None or row["type"] == "event" or not row.get("linked", True):
        return
    start, end, paragraph = home
    there = slice(row["start"], row["end"])
    near = [m for m in measures if start <= m["start"] < end]
    if row["type"] not in ("organisation", "place"):
        labels["link"][there] = any(row["name"] in m[field] for m in near for field in LINKS)
        return
    in_note = any(n.start() <= row["start"] - start < n.end() for n in NOTE.finditer(text[start:end]))
    if in_note:
        homes = [s for s in sentences if s[2] >= paragraph - 6 and s[0] <= start]
        near = [m for m in measures if homes and homes[0][0] <= m["start"] < end]
    roles = [
        a["role"]
        for m in near
        if in_note or row["start"] < m["end"]
        for a in m["agents"]
        if a["name"] == row["name"] and a["basis"] == "explicit"
    ]
    if row["type"] == "organisation":
        labels["role"][there] = 0 if not roles else 1 if roles.count("lead") >= roles.count("partner") else 2
    else:
        government = [
            a["role"]
            for m in near
            if row["start"] < m["end"]
            for a in m["agents"]
            if a["basis"] == "explicit"
            and a["name"] in (row["name"] + "人民政府", row["name"] + "管理委员会", row["name"])
        ]
        labels["role"][there] = (
            0 if not government else 1 if government.count("lead") >= government.count("partner") else 2
        )


def _outcome(row: dict[str, Any], measures: Sequence[dict[str, Any]], sentences: Sequence[tuple[int, int, int]]) -> int:
    """0 no outcome, 1 an outcome, 2 an optional one."""
    home = _around(row, sentences)
    if home is None:
        return 0
    found = [
        o
        for m in measures
        if home[0] <= m["start"] < home[1]
        for o in m["outcomes"]
        if (float(o["value"]), o["unit"]) == (float(row["value"]), row["unit"])
        and ("start" not in o or o["start"] == row["start"])
    ]
    return 0 if not found else 2 if all(o.get("optional") for o in found) else 1


def gold_files(shared: Path) -> list[Path]:
    """The annotated reports beside the project, in order."""
    return sorted((shared / "gold").glob("*.json"))


def load(path: Path) -> dict[str, Any]:
    """An annotated report."""
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded
