"""The counts of a store as tables and as a chart."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, fields

from kg.asking.stats import ActionCount, BodyCount, PairCount, ReportCount, Stats
from kg.graph.ontology import labels
from kg.graph.terms import ONTOLOGY
from kg.messages import say
from kg.showing.chart import Bar, Panel, chart
from kg.showing.labels import label
from kg.showing.table import table

Count = BodyCount | PairCount | ActionCount | ReportCount

KINDS: dict[str, type[Count]] = {
    "body": BodyCount,
    "pair": PairCount,
    "action": ActionCount,
    "report": ReportCount,
}
"""What can be counted by."""
MANY, FEW = 45, {"body": 10, "pair": 5, "action": 14, "report": 5}
"""Bars of a chart of one kind, and of each kind where all stand on one page of A4."""
_STATES = ("done", "ongoing", "planned")


def counts(stats: Stats, by: str) -> Sequence[Count]:
    """The rows of this kind, one of `KINDS`."""
    found: dict[str, Sequence[Count]] = {
        "body": stats.bodies,
        "pair": stats.pairs,
        "action": stats.actions,
        "report": stats.reports,
    }
    return found[by]


def counts_table(stats: Stats, by: Sequence[str], form: str, language: str, widest: int | None = None) -> str:
    """A table for each kind, under its title where there are several; as JSON an object of lists, as csv one kind.

    Cells of tables to read are cut to ``widest`` half-width columns.
    """
    if form == "json":
        found = {kind: [asdict(row) for row in counts(stats, kind)] for kind in by}
        return json.dumps(found[by[0]] if len(by) == 1 else found, ensure_ascii=False, indent=1) + "\n"
    parts = []
    for kind in by:
        names = [field.name for field in fields(KINDS[kind])]
        rows = [_cells(row, form, language) for row in counts(stats, kind)]
        heads = [say(f"column-{n}", language) for n in names]
        title = f"{say(f'column-by-{kind}', language)}\n" if len(by) > 1 else ""
        parts.append(title + table(names, rows, form, language, heads, widest))
    return "\n".join(parts)


def counts_chart(stats: Stats, by: Sequence[str], language: str) -> tuple[str, float]:
    """An SVG picture with a panel for each kind, and its height in pixels."""
    panels = [_panel(stats, kind, FEW[kind] if len(by) > 1 else MANY, language) for kind in by]
    measures = sum(row.measures for row in stats.reports)
    return chart(say("stats-title", language, reports=len(stats.reports), measures=measures), panels)


def _cells(row: Count, form: str, language: str) -> tuple[object, ...]:
    cells = tuple(asdict(row).values())
    if form == "table" and isinstance(row, ActionCount):
        return (_action(row.action, language), *cells[1:])
    return cells


def _panel(stats: Stats, kind: str, most: int, language: str) -> Panel:
    rows = counts(stats, kind)
    parts: tuple[str, ...]
    if kind == "body":
        codes = ("column-with_outcome", "column-without_outcome", "stats-others")
        parts = tuple(say(code, language) for code in codes)
    elif kind == "pair":
        parts = (say("column-measures", language),)
    else:
        parts = tuple(label(state, language) for state in _STATES)
    bars = tuple(_bar(row, language) for row in rows[:most])
    rest = say("stats-rest", language, count=len(rows) - most) if len(rows) > most else ""
    return Panel(say(f"column-by-{kind}", language), parts, bars, rest)


def _bar(row: Count, language: str) -> Bar:
    if isinstance(row, BodyCount):
        told = row.with_outcome + row.without_outcome
        return Bar((row.body,), (row.with_outcome, row.without_outcome, row.measures - told))
    if isinstance(row, PairCount):
        return Bar((f"{row.one} +", row.other), (row.measures,))
    name = _action(row.action, language) if isinstance(row, ActionCount) else row.report
    return Bar((name,), (row.done, row.ongoing, row.planned))


def _action(code: str, language: str) -> str:
    """What the ontology calls a kind of action."""
    if not code:
        return say("stats-no-kind", language)
    pair = labels().get(f"{ONTOLOGY}#action-{code}")
    return pair[language == "en"] if pair else code
