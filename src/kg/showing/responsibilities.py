"""The responsibility table as its readers' forms have it: columns, cells, and csv, JSON and Markdown of them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from textwrap import indent
from urllib.parse import quote

from kg.asking.responsibilities import Group, Key, grouped
from kg.asking.rows import Row
from kg.cells import harmless
from kg.messages import say
from kg.showing.labels import label

COLUMNS = (
    *("report", "section", "measure", "lead", "partners", "basis", "sites", "programmes", "documents"),
    *("outcome", "change", "value", "unit", "modifier", "as_of", "status", "gaps", "sentence", "line", "start", "end"),
)
"""One row a measure. ``sites`` are sites and systems; ``change`` to ``as_of`` take the outcomes apart, in one order."""

PRINTED = tuple(c for c in COLUMNS if c not in ("change", "value", "unit", "modifier", "as_of", "start", "end"))
"""What a page of paper has room for: the outcomes say in words what the others tell a program."""
BOOK_COLUMNS = (*PRINTED, *(column for column in COLUMNS if column not in PRINTED))
"""The order of a workbook, of which the first are printed."""

OUTCOME_COLUMNS = (
    *("told", "outcome", "counted", "change", "value", "unit", "modifier", "as_of", "status", "lead"),
    *("section", "measure", "sentence", "report", "line"),
)
"""One row an outcome."""

Cell = str | int | Decimal | date | tuple[str, ...]
"""A tuple is several values in one cell; '' stands for one that is not said."""

_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~&$]")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a table shows: all rows, and how its reader wants them."""

    rows: Sequence[Row]
    language: str
    key: Key | None = None
    """By what they are sorted and grouped; None for report and place alone."""
    page: str | None = None
    """The path of the explorer page that rows link to, from where the table lies."""

    def groups(self) -> tuple[Group, ...]:
        """The rows by the key, groups without one named so; a single group without name where there is no key."""
        if self.key is None:
            return (Group("", self.rows),)
        nothing = label("none-named", self.language)
        return tuple(Group(group.name or nothing, group.rows) for group in grouped(self.rows, self.key))

    def head(self, column: str) -> str:
        """A column's name in the reader's language."""
        return say(f"column-{column}", self.language)

    def link(self, row: Row, readable: bool = False) -> str:
        """Where the page shows the measure, whichever of its reports it stands in; '' without a page.

        ``readable`` keeps Chinese as it is, which spreadsheet programs want; elsewhere all of it is percent-encoded.
        """
        if not self.page:
            return ""
        return f"{_quoted(self.page, readable)}#{row.start}@{_quoted(row.report_iri, readable)}"


def cells(row: Row, language: str) -> tuple[Cell, ...]:
    """The row under `COLUMNS`: texts, numbers and days in the reader's language."""

    def word(key: str) -> str:
        return label(key, language)

    def who(role: str) -> tuple[str, ...]:
        return tuple(b.name for b in row.bodies if b.role == role)

    def things(*kinds: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(t.name for t in row.things if t.kind in kinds))

    def rise(change: str) -> str:
        """The English word for rise or fall; the Chinese one is among the outcome's own words."""
        return f"{word(change)}, " if change and language == "en" else ""

    outcomes = row.outcomes
    kind = f"{word('target')}: " if row.status == "planned" else ""
    return (
        row.report,
        row.section,
        row.measure,
        who("lead"),
        who("partner"),
        _bases(row, language),
        things("site", "system"),
        things("programme"),
        tuple(f"{t.name} ({word(t.relation)})" for t in row.things if t.kind == "document"),
        tuple(
            kind + o.text + (f" ({o.counted})" if o.counted else "") + f", {rise(o.change)}{o.as_of or word('undated')}"
            for o in outcomes
        ),
        tuple(word(o.change) if o.change else "" for o in outcomes),
        Decimal(outcomes[0].value) if len(outcomes) == 1 else tuple(o.value for o in outcomes),
        tuple(o.unit for o in outcomes),
        tuple(word(o.modifier) for o in outcomes),
        _days(row),
        word(row.status),
        tuple(word(gap) for gap in row.gaps),
        row.sentence,
        row.line,
        row.start,
        row.end,
    )


def _days(row: Row) -> Cell:
    """The days of the outcomes, in their order; of a plan whose targets have none the day that it is due."""
    days = tuple(o.as_of for o in row.outcomes)
    if row.due and not any(days):
        days = (row.due,)
    return date.fromisoformat(days[0]) if len(days) == 1 and days[0] else days


def _bases(row: Row, language: str) -> tuple[str, ...]:
    """How we know the bodies: a word for all of them, or one for each behind its name where they differ."""
    if len({b.basis for b in row.bodies}) < 2:
        return tuple(label(b.basis, language) for b in row.bodies[:1])
    return tuple(f"{b.name}: {label(b.basis, language)}" for b in row.bodies)


def outcome_cells(row: Row, language: str) -> Iterator[tuple[Cell, ...]]:
    """A row an outcome under `OUTCOME_COLUMNS`: one number, day and word a cell, so that they sort and add up."""

    def word(key: str) -> str:
        return label(key, language) if key else ""

    kind = word("target" if row.status == "planned" else "outcome")
    leads = tuple(b.name for b in row.bodies if b.role == "lead")
    for o in row.outcomes:
        figure = (o.counted, word(o.change), Decimal(o.value), o.unit, word(o.modifier))
        day = date.fromisoformat(o.as_of) if o.as_of else ""
        place = (row.section, row.measure, row.sentence, row.report, row.line)
        yield (kind, o.text, *figure, day, word(row.status), leads, *place)


def text(cell: Cell, joint: str) -> str:
    """A cell in characters, several values with ``joint`` between them; '' where none of them is said."""
    if isinstance(cell, tuple):
        return joint.join(cell) if any(cell) else ""
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


def as_csv(shown: Shown) -> Iterator[str]:
    """RFC 4180 with a byte order mark, so that spreadsheet programs read the Chinese right; a line a part.

    Columns have the names that programs know. Several values stand with ``; `` between them. Text that a spreadsheet
    program would take for a formula has an apostrophe before it.
    """
    heads = (*(("group",) if shown.key else ()), *COLUMNS, *(("link",) if shown.page else ()))
    yield "\ufeff" + _csv_line(heads)
    for group in shown.groups():
        before = (_plain(group.name),) if shown.key else ()
        for row in group.rows:
            after = (_plain(shown.link(row)),) if shown.page else ()
            yield _csv_line((*before, *map(_plain, cells(row, shown.language)), *after))


def as_json(shown: Shown) -> Iterator[str]:
    """A list with an object a measure, as `kg.asking.rows.Row` has it; with its group and link."""
    groups = grouped(shown.rows, shown.key) if shown.key else (Group("", shown.rows),)
    before = "[\n"
    for group in groups:
        for row in group.rows:
            first = {"group": group.name or None} if shown.key else {}
            made = first | asdict(row) | ({"link": shown.link(row)} if shown.page else {})
            yield before + indent(json.dumps(made, ensure_ascii=False, indent=1), " ")
            before = ",\n"
    yield "\n]\n"


def as_markdown(shown: Shown) -> Iterator[str]:
    """A table (GitHub Flavored Markdown, 4.10) a report, or one a group, under its name, in lines."""
    return (line + "\n" for line in _markdown(shown))


def _markdown(shown: Shown) -> Iterator[str]:
    yield f"# {say('table-title', shown.language)}"
    columns = COLUMNS if shown.key else tuple(column for column in COLUMNS if column != "report")
    for name, rows in named_groups(shown):
        yield from ("", f"## {_escaped(name)}")
        yield from ("", _line([shown.head(column) for column in columns]), "|" + "---|" * len(columns))
        for row in rows:
            said = dict(zip(COLUMNS, cells(row, shown.language), strict=True))
            made = {column: _escaped(text(said[column], "\n")) for column in columns}
            if link := shown.link(row):
                made["measure"] = f"[{made['measure']}](<{link}>)"
            yield _line(list(made.values()))


def named_groups(shown: Shown) -> Iterator[tuple[str, Iterable[Row]]]:
    """The rows under what they are grouped by, else under their reports."""
    if shown.key:
        yield from ((group.name, group.rows) for group in shown.groups())
        return
    for (_, report), rows in groupby(shown.rows, key=lambda row: (row.report_iri, row.report)):
        yield report, rows


def _line(parts: Sequence[str]) -> str:
    return "| " + " | ".join(parts) + " |"


def _escaped(words: str) -> str:
    """Says nothing but its characters in Markdown; lines within a cell are parted as HTML has it."""
    marked = _MARKDOWN.sub(lambda m: {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(m[0], "\\" + m[0]), words)
    return "<br>".join(marked.splitlines())


def _quoted(words: str, readable: bool) -> str:
    return "".join(quote(c, safe="/:@") if c.isascii() or not readable else c for c in words)


def _csv_line(said: Sequence[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(said)
    return out.getvalue()


def _plain(cell: Cell) -> str:
    said = text(cell, "; ")
    return harmless(said) if isinstance(cell, (str, tuple)) else said
