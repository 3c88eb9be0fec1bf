"""The sentence that each row of an answer rests on, by report title and place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.asking.phrasings import plain_name

if TYPE_CHECKING:
    from kg.asking.results import Rows
    from kg.graph.held import StoredReport
    from kg.graph.store import Store

_SPANS = """
SELECT ?start ?end WHERE { GRAPH <%s> { ?s a kg:Sentence ; kg:evidence ?e . ?e oa:start ?start ; oa:end ?end } }"""

_CHINESE = re.compile("[\u4e00-\u9fff]+")
PLACE = ("title", "start", "end")


class _Text:
    """A report's characters and where its sentences stand."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        self.starts: list[int] = []
        self.ends: list[int] = []

    def span(self, start: int) -> tuple[int, int]:
        """Where the sentence at this place begins and ends; outside of sentences (headings, the frame) the line."""
        at = bisect_right(self.starts, start) - 1
        if at >= 0 and start < self.ends[at]:
            return self.starts[at], self.ends[at]
        end = self.characters.find("\n", start)
        return self.characters.rfind("\n", 0, start) + 1, end if end >= 0 else len(self.characters)

    def sentence(self, start: int) -> str:
        """The sentence at this place, or the line."""
        start, end = self.span(start)
        return self.characters[start:end].strip()


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


def span_at(store: Store, report: StoredReport, start: int) -> tuple[int, int]:
    """Where the sentence of a report at this place begins and ends; outside of sentences the line."""
    return _text(store, report).span(start)


def sentences_with(store: Store, words: str) -> tuple[tuple[str, str], ...]:
    """(title of its report, sentence) of every sentence that holds the words, whatever their quotes and spaces, by
    report and place."""
    wanted = plain_name(words)
    found = []
    for report in store.reports():
        characters = store.text(report)
        if _may_hold(characters, wanted) and wanted in plain_name(characters):
            text = _text(store, report)
            spans = zip(text.starts, text.ends, strict=True)
            said = (characters[start:end] for start, end in spans)
            found += [(report.title or report.source, one) for one in said if wanted in plain_name(one)]
    return tuple(found)


def _may_hold(characters: str, wanted: str) -> bool:
    """False where a text can't hold words of Chinese characters, whatever stands between these: to make a whole text
    plain takes ten times as long."""
    return not _CHINESE.fullmatch(wanted) or bool(re.search(r"[\W_]*".join(wanted), characters))


def _sentence(texts: Sequence[_Text], start: int, end: int, row: Sequence[str]) -> str:
    """Of several reports with one title those are meant whose text at this place the row tells."""
    telling = [t for t in texts if t.characters[start:end] in row] if len(texts) > 1 else texts
    said = {t.sentence(start) for t in telling}
    return said.pop() if len(said) == 1 else ""


def _texts(store: Store, titles: set[str]) -> dict[str, list[_Text]]:
    """The texts of the reports of these titles. Each report is asked alone: over all graphs the places of everything
    would be joined."""
    found: dict[str, list[_Text]] = {}
    for report in store.reports():
        title = report.title or report.source
        if title in titles:
            found.setdefault(title, []).append(_text(store, report))
    return found


def _text(store: Store, report: StoredReport) -> _Text:
    rows = store.select(_SPANS % report.graph)
    text = _Text(store.text(report))
    for start, end in sorted((int(row["start"] or 0), int(row["end"] or 0)) for row in rows):
        text.starts.append(start)
        text.ends.append(end)
    return text
