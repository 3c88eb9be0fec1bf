"""What the codes that stand in columns of tables are called, by the column they stand in."""

from __future__ import annotations

from kg.graph.ontology import labels
from kg.graph.terms import ONTOLOGY
from kg.showing.labels import LABELS, label

CODED: dict[str, tuple[str, ...]] = {
    "status": ("", "status-"),
    "basis": ("", "basis-"),
    "role": ("",),
    "modifier": ("", "modifier-"),
    "relation": ("",),
    "change": ("",),
    "yearFrom": ("year-",),
    "action": ("action-",),
    "kind": ("action-", "document-kind-", "kind-"),
    "bases": ("name-basis-",),
    "verdict": ("verdict-",),
    "reason": ("reason-",),
}
"""Column → what stands before its codes in the names of labels (`kg.showing.labels`) and of concepts."""


def in_words(column: str, cell: str, language: str) -> str:
    """The cell's code in the reader's words, in ``bases`` each of several; the cell itself where it holds none."""
    if column not in CODED:
        return cell
    codes = cell.split(" ") if column == "bases" else [cell]
    return ("、" if language == "zh" else ", ").join(_word(column, code, language) for code in codes)


def _word(column: str, code: str, language: str) -> str:
    for before in CODED[column]:
        if before + code in LABELS:
            return label(before + code, language)
        if pair := labels().get(f"{ONTOLOGY}#{before}{code}"):
            return pair[language == "en"]
    return code
