"""Tables: aligned for the terminal by the width that Chinese takes, or csv, tsv and JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from kg.asking.trace import TraceRow
from kg.cells import harmless, tabbed
from kg.showing.codes import in_words
from kg.showing.labels import label
from kg.showing.layout import columns_in

WIDEST = 60
"""Half-width columns of a cell in an aligned table that a person reads in a terminal."""


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    form: str,
    language: str,
    heads: Sequence[str] | None = None,
    widest: int | None = None,
) -> str:
    """Rows under column names as ``table``, ``csv``, ``tsv`` or ``json``.

    In a ``table`` the columns are called by ``heads`` where these are given, with codes in the reader's words, and
    cells are cut to ``widest`` half-width columns.
    """
    cells = [tuple("" if c is None else str(c) for c in row) for row in rows]
    if form == "json":
        return json.dumps([dict(zip(columns, row, strict=True)) for row in cells], ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([tuple(columns), *(map(harmless, row) for row in cells)])
        return out.getvalue()
    if form == "tsv":
        return "".join(tabbed(row) + "\n" for row in (tuple(columns), *cells))
    return "".join(aligned(columns, cells, language, heads, widest))


def aligned(
    columns: Sequence[str],
    cells: Sequence[Sequence[str]],
    language: str,
    heads: Sequence[str] | None = None,
    widest: int | None = None,
) -> Iterator[str]:
    """The lines of a ``table`` of these cells, one at a time: all of them take many times the room of what they say."""
    named = tuple(label(c, language) for c in (columns if heads is None else heads))

    def shown() -> Iterator[tuple[str, ...]]:
        yield _fitting(columns, named, widest=None)
        for row in cells:
            told = row if heads is None else [in_words(*cell, language) for cell in zip(columns, row, strict=True)]
            yield _fitting(columns, told, widest)

    widths = [0] * len(columns)
    for row in shown():
        widths = [max(most, _width(cell)) for most, cell in zip(widths, row, strict=True)]
    for at, row in enumerate(shown()):
        yield _aligned(row, widths) + "\n"
        if not at:
            yield "  ".join("-" * w for w in widths) + "\n"


def trace_table(rows: Sequence[TraceRow], form: str, language: str) -> str:
    """The trace as blocks to read, or as csv and JSON with one row a measure."""
    if form == "json":
        return json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        columns = (
            "body",
            "measure",
            "status",
            "due",
            "things",
            "outcome",
            "sentence",
            "report",
            "section",
            "line",
            "start",
            "end",
        )
        return table(columns, (_flat(row, language) for row in rows), "csv", language)
    return "\n".join(_block(row, language) for row in rows)


def _flat(row: TraceRow, language: str) -> tuple[str, ...]:
    bodies = "; ".join(f"{b.name} ({b.role}, {b.basis})" for b in row.bodies)
    things = "; ".join(f"{label(r, language)} {name}" for r, name in row.things)
    outcomes = "; ".join(f"{o.text} ({o.as_of})" if o.as_of else o.text for o in row.outcomes)
    place = (str(row.line), str(row.start), str(row.end))
    return (bodies, row.measure, row.status, row.due, things, outcomes, row.sentence, row.report, row.section, *place)


def _block(row: TraceRow, language: str) -> str:
    def word(key: str) -> str:
        return label(key, language)

    told = word("target" if row.status == "planned" else "outcome")
    due = f", {word('due').format(day=row.due)}" if row.due else ""
    lines = [f"▶ {row.measure}  [{word(row.status)}{due}]"]
    lines += [f"  {word('body')}: {b.name} ({word(b.role)}, {word(b.basis)})" for b in row.bodies]
    lines += [f"  {word(relation)}: {name}" for relation, name in row.things]
    lines += [
        f"  {told}: {o.text} = {f'{word(o.change)} ' if o.change else ''}{o.value} {o.unit} ({word(o.modifier)}), "
        f"{o.as_of or word('undated')}"
        for o in row.outcomes
    ]
    lines.append(f"  {word('sentence')}: {' '.join(row.sentence.split())}")
    lines.append(f"  {word('place')}: {row.report} · {row.section} · {row.line}: [{row.start}, {row.end})")
    return "\n".join(lines) + "\n"


def _width(text: str) -> int:
    return columns_in(text)


def _fitting(columns: Sequence[str], row: Sequence[str], widest: int | None) -> tuple[str, ...]:
    """The row's cells, a line each; where they are cut, a sentence so that the measure it is cited for is in view."""
    lines = tuple(" ".join(cell.split()) for cell in row)
    if widest is None:
        return lines
    cited = dict(zip(columns, lines, strict=True)).get("measure", "")
    return tuple(_cut(c, widest, cited if n == "sentence" else "") for n, c in zip(columns, lines, strict=True))


def _cut(text: str, widest: int, cited: str) -> str:
    """The text's beginning, or, where that leaves out some of the cited words, what begins with them."""
    if _width(text) <= widest:
        return text
    kept = _within(text, widest - 2)
    at = text.find(cited)
    if at + len(cited) <= len(kept):
        return kept + "…"
    rest = text[at:]
    return "…" + (rest if _width(rest) <= widest - 2 else _within(rest, widest - 4) + "…")


def _within(text: str, widest: int) -> str:
    while _width(text) > widest:
        text = text[:-1]
    return text


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(c + " " * (w - _width(c)) for c, w in zip(row, widths, strict=True)).rstrip()
