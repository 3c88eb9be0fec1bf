"""What the scorer counts over several reports, and tables of it."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import Any


def rows(score: ModuleType, gold: Sequence[dict[str, Any]], found: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The scorer's tallies over all these reports."""
    tallies = {layer: score.Tally() for layer in score.LAYERS}
    for one, other in zip(gold, found, strict=True):
        score.score_file(one, other, tallies)
    return tallies


def of_passages(score: ModuleType) -> list[str]:
    """The layers that a part of a document has: all but its header and its headings."""
    return [layer for layer in score.LAYERS if layer not in ("document", "sections")]


def table(head: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    return "\n".join(["| " + " | ".join(r) + " |" for r in (head, ["---"] * len(head), *body)]) + "\n"
