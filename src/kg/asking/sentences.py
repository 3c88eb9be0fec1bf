"""The sentence that each row of an answer rests on, by report title and place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.asking.results import Rows
    from kg.graph.store import Store

_REPORTS = (
    "SELECT ?r ?title ?source WHERE { ?r a kg:Report ; dcterms:source ?source OPTIONAL { ?r dcterms:title ?title } }"
)
_TEXTS = "SELECT ?r ?characters WHERE { VALUES ?r { %s } ?r kg:text ?characters } ORDER BY ?r"
_SPANS = """
SELECT ?r ?start ?end WHERE { VALUES ?r { %s }
  ?e dcterms:source ?r ; oa:start ?start ; oa:end ?end . ?s kg:evidence ?e ; a kg:Sentence } ORDER BY ?r ?start"""

PLACE = ("title", "start", "end")


class _Text:
    """A report's characters and where its sentences stand."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        self.starts: list[int] = []
        self.ends: list[int] = []

    def sentence(self, start: int) -> str:
        """The sentence at this place; outside of sentences (headings, the frame) the line."""
        at = bisect_right(self.starts, start) - 1
        if at >= 0 and start < self.ends[at]:
            return self.characters[self.starts[at] : self.ends[at]]
        end = self.characters.find("\n", start)
        return self.characters[self.characters.rfind("\n", 0, start) + 1 : end if end >= 0 else None].strip()


def sentences(store: Store, answer: Rows) -> tuple[str, ...]:
    """One sentence a row; '' where a row has no place, or several reports of its title fit it."""
    if any(name not in answer.columns for name in PLACE):
        return ("",) * len(answer.cells)
    title, start, end = (answer.columns.index(name) for name in PLACE)
    texts = _texts(store, {row[title] for row in answer.cells})
    found = []
    for row in answer.cells:
        places = (row[start], row[end])
        whole = all(p.isdecimal() for p in places)
        found.append(_sentence(texts.get(row[title], ()), int(row[start]), int(row[end]), row) if whole else "")
    return tuple(found)


def _sentence(texts: Sequence[_Text], start: int, end: int, row: Sequence[str]) -> str:
    """Of several reports with one title those are meant whose text at this place the row tells."""
    telling = [t for t in texts if t.characters[start:end] in row] if len(texts) > 1 else texts
    said = {t.sentence(start) for t in telling}
    return said.pop() if len(said) == 1 else ""


def _texts(store: Store, titles: set[str]) -> dict[str, list[_Text]]:
    wanted = {}
    for row in store.select(_REPORTS):
        title = row["title"] or row["source"] or ""
        if title in titles:
            wanted[row["r"] or ""] = title
    among = " ".join(f"<{iri}>" for iri in sorted(wanted))
    texts = {row["r"] or "": _Text(row["characters"] or "") for row in store.select(_TEXTS % among)}
    for row in store.select(_SPANS % among):
        text = texts[row["r"] or ""]
        text.starts.append(int(row["start"] or 0))
        text.ends.append(int(row["end"] or 0))
    found: dict[str, list[_Text]] = {}
    for iri, text in texts.items():
        found.setdefault(wanted[iri], []).append(text)
    return found
