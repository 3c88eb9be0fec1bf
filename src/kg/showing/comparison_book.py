"""A comparison as a workbook (Office Open XML): a sheet of measures, a sheet of programmes and sites."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from kg.asking.acts import Act
from kg.asking.answers import Answers
from kg.asking.compare import Comparison
from kg.showing.comparison import (
    answered,
    change_lines,
    headed_line,
    moved_word,
    reason_line,
    stands_under,
    things_of,
    uncertain_mark,
)
from kg.showing.labels import label
from kg.showing.panels import listed
from kg.showing.sheet_sizes import height, lines_of

_CREATED = datetime(2000, 1, 1)
"""The file says when it was made: always the same, so that the same store gives the same bytes."""
_LONGEST = 16_000
"""Characters of a cell: Excel takes 32,767 UTF-16 units."""
_SIDE = ("measure", "status", "sentence")
_BEHIND = ("section", "place", "lead")
"""What a page of paper has no room for."""
_WIDTHS = {
    "measure": 26,
    "demand": 42,
    "name": 36,
    "sentence": 38,
    "section": 16,
    "lead": 14,
    "hasOutcome": 22,
    "score-why": 26,
    "score": 8,
    "uncertain": 8,
}
"""Half-width characters, as narrow as those of the responsibility table (`kg.showing.sheet_sizes`)."""
_WIDTH_OF_OTHERS = 10
_FILTER_BUTTON = 3

Cells = Sequence[str | float]
Head = tuple[str, str]
"""What stands before a column's label, and its key."""


def comparison_book(comparison: Comparison, language: str) -> bytes:
    """The file's bytes, the same for the same comparison."""

    def rows() -> Iterator[Cells]:
        for row in comparison.rows:
            score = row.likeness.score if row.likeness else ""
            changes = "\n".join(change_lines(row, language))
            why = reason_line(row.likeness, language) if row.likeness else ""
            why += f" ({label('joined', language)})" if row.joined else ""
            moved = moved_word(row, language) if row.moved else ""
            yield (
                label(row.kind, language),
                score,
                uncertain_mark(row, language),
                *_side(row.first, language),
                *_side(row.second, language),
                changes,
                moved,
                *_behind(row.first, language),
                *_behind(row.second, language),
                why,
            )

    def things() -> Iterator[Cells]:
        for key, found in things_of(comparison):
            for thing in found:
                yield label(key, language), label(thing.kind.lower(), language), thing.name, thing.line

    def sides(keys: Sequence[str]) -> list[Head]:
        return [(side, key) for side in ("A ", "B ") for key in keys]

    printed: list[Head] = [
        ("", "status"),
        ("", "score"),
        ("", "uncertain"),
        *sides(_SIDE),
        ("", "hasOutcome"),
        ("", "moved-apart" if comparison.apart else "moved"),
    ]
    things_heads: list[Head] = [("", "status"), ("", "things"), ("", "name"), ("", "place")]
    return _book(
        language,
        (label("comparison", language), printed, [*sides(_BEHIND), ("", "score-why")], rows()),
        (label("thing-names", language), things_heads, [], things()),
    )


def answers_book(answers: Answers, language: str) -> bytes:
    """The file's bytes: a row a demand and measure that answers it, itself or by its heading.

    A demand that none does has a row, with the nearest measure where one is named.
    """

    def rows() -> Iterator[Cells]:
        for demand in answers.demands:
            own = (stands_under(demand).rstrip(" ："), demand.text, f"{demand.line}: [{demand.start}, {demand.end})")
            for found, act in demand.answers:
                yield (
                    *own,
                    label("answered", language),
                    found.score,
                    *_side(act, language),
                    *_behind(act, language),
                    reason_line(found, language),
                )
            if headed := demand.headed:
                state = label("by-heading" if headed.said else "by-matter", language), headed.likeness.score
                for act in headed.measures:
                    yield *own, *state, *_side(act, language), *_behind(act, language), headed_line(headed, language)
            if demand.nearest:
                found, act = demand.nearest
                state = label("unanswered", language), found.score
                why = f"{label('nearest', language)}; {reason_line(found, language)}"
                yield *own, *state, *_side(act, language), *_behind(act, language), why
            elif not answered(demand):
                yield *own, label("unanswered", language)

    printed: list[Head] = [
        ("", "section"),
        ("", "demand"),
        ("", "place"),
        ("", "status"),
        ("", "score"),
        *(("B ", key) for key in _SIDE),
    ]
    behind: list[Head] = [*(("B ", key) for key in _BEHIND), ("", "score-why")]
    return _book(language, (label("answers", language), printed, behind, rows()))


def _side(act: Act | None, language: str) -> tuple[str, ...]:
    return ("",) * len(_SIDE) if act is None else (act.text, label(act.status, language), act.sentence)


def _behind(act: Act | None, language: str) -> tuple[str, ...]:
    if act is None:
        return ("",) * len(_BEHIND)
    return act.heading, f"{act.line}: [{act.start}, {act.end})", listed(act.leads, language)


def _book(language: str, *sheets: tuple[str, list[Head], list[Head], Iterator[Cells]]) -> bytes:
    """Sheets with their columns, those that are printed and those behind."""
    import xlsxwriter

    from kg.showing.workbook import for_print

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"title": sheets[0][0], "created": _CREATED})
    plain = book.add_format({"valign": "top", "text_wrap": True, "font_size": 10})
    bold = book.add_format(
        {"valign": "top", "text_wrap": True, "font_size": 10, "bold": True, "bg_color": "#E7ECF3", "bottom": 1}
    )
    for name, printed, behind, rows in sheets:
        heads = printed + behind
        sheet = book.add_worksheet(name[:31])
        wide = [_WIDTHS.get(key, _WIDTH_OF_OTHERS) for _, key in heads]
        words = [side + label(key, language) for side, key in heads]
        sheet.set_row(0, height(words, [width - _FILTER_BUTTON for width in wide], [lines_of(word) for word in words]))
        for column, word in enumerate(words):
            sheet.set_column(column, column, wide[column], plain)
            sheet.write_string(0, column, word, bold)
        sheet.freeze_panes(1, 0)
        for_print(sheet, name)
        number = _write(sheet, rows, wide, plain)
        sheet.autofilter(0, 0, number, len(heads) - 1)
        sheet.print_area(0, 0, number, len(printed) - 1)
    book.close()
    return out.getvalue()


def _write(sheet: Any, rows: Iterator[Cells], wide: Sequence[int], plain: Any) -> int:
    """Each row as high as its text needs in columns so wide. Text is written as text, so that none of it is ever a
    formula. Gives the number of rows."""
    columns = [""] * len(wide)
    number = 0
    for number, cells in enumerate(rows, 1):
        lines = [lines_of(cell) if isinstance(cell, str) else () for cell in cells]
        sheet.set_row(number, height(columns, wide, lines))
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell[:_LONGEST], plain)
            else:
                sheet.write_number(number, column, cell, plain)
    return number
