"""What stands around text and picture in the page: the choices of the filters and the table of outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from html import escape

from kg.asking.view import Location, Node, View
from kg.showing.layout import COLUMNS


@dataclass(frozen=True, slots=True)
class Stretch:
    """A report (level 0) or a section: where what stands under its heading begins and ends."""

    report: int
    level: int
    title: str
    place: Location


def stretches(view: View) -> tuple[Stretch, ...]:
    """The reports where there are several, and their sections, in order of the text."""
    found = []
    for number, report in enumerate(view.reports):
        length = len(report.characters)
        if len(view.reports) > 1:
            found.append(Stretch(number, 0, report.title, Location(report.iri, 0, length)))
        for i, heading in enumerate(report.headings):
            end = next((h.start for h in report.headings[i + 1 :] if h.level <= heading.level), length)
            title = report.characters[heading.start : heading.end]
            found.append(Stretch(number, heading.level, title, Location(report.iri, heading.start, end)))
    return tuple(found)


def within(node: Node, parts: Sequence[Stretch]) -> list[int]:
    """Which of ``parts`` the node's first words stand in."""
    if not node.places:
        return []
    here = node.places[0]
    return [
        i for i, p in enumerate(parts) if p.place.report == here.report and p.place.start <= here.start < p.place.end
    ]


def body_options(view: View) -> str:
    """The bodies, who answers for most first."""
    at = {node.id: i for i, node in enumerate(view.nodes)}
    measures: dict[int, set[str]] = {i: set() for i, node in enumerate(view.nodes) if node.kind == "body"}
    for edge in view.edges:
        if at[edge.source] in measures:
            measures[at[edge.source]].add(edge.target)
    ordered = sorted(measures.items(), key=lambda item: (-len(item[1]), view.nodes[item[0]].label))
    return "".join(_option(i, f"{view.nodes[i].label} ({len(of)})") for i, of in ordered)


def section_options(parts: Sequence[Stretch]) -> str:
    """The sections, indented by level."""
    return "".join(_option(i, "\u3000" * max(0, p.level - 1) + p.title) for i, p in enumerate(parts))


def word_options(keys: Iterable[str]) -> str:
    """Options whose words the script puts in, so that they follow the language."""
    return "".join(f'<option value="{key}" data-word="{key}"></option>' for key in keys)


def kinds_of_things(view: View) -> list[str]:
    """The kinds of the third column that the view holds."""
    have = {node.kind for node in view.nodes}
    return [kind for kind, column in COLUMNS.items() if column == 2 and kind in have]


def outcome_rows(view: View) -> str:
    """A row an outcome of a measure; bars compare outcomes of one unit, percentages with a hundred."""
    at = {node.id: i for i, node in enumerate(view.nodes)}
    values = {node.id: _value(node) for node in view.nodes if node.kind == "outcome"}
    alike: dict[str, list[Decimal]] = {}
    for node in view.nodes:
        if node.figure is not None:
            alike.setdefault(node.figure.unit, []).append(abs(values[node.id]))
    # A bar beside nothing of its kind would say nothing.
    most = {unit: max(of) for unit, of in alike.items() if len(of) > 1} | {
        "%": max([Decimal(100), *alike.get("%", ())])
    }
    undated = '<span data-word="undated" class="open"></span>'
    rows = []
    for edge in view.edges:
        if edge.kind != "hasOutcome":
            continue
        outcome, measure = view.nodes[at[edge.target]], view.nodes[at[edge.source]]
        unit = outcome.figure.unit if outcome.figure else ""
        value = values[outcome.id]
        share = abs(value) / most[unit] * 100 if most.get(unit) else None
        bar = "" if share is None else f'<i class="bar" style="width:{share:.1f}%"></i>'
        written, read = (f"{value:f}", f"{value:,f}") if outcome.figure else ("", "")
        rows.append(
            f'<tr data-n="{at[edge.target]}" data-o="{at[edge.source]}">'
            f'<td><button type="button" class="pick">{escape(outcome.label)}</button></td>'
            f'<td class="number" data-v="{written}">{read}{bar}</td>'
            f"<td>{escape(unit)}</td>"
            f"<td>{escape(outcome.note) or undated}</td>"
            f"<td>{escape(measure.label)}</td></tr>"
        )
    return "".join(rows)


def _value(node: Node) -> Decimal:
    try:
        value = Decimal(node.figure.value) if node.figure else Decimal(0)
    except InvalidOperation:
        return Decimal(0)
    return value if value.is_finite() else Decimal(0)


def _option(value: int, text: str) -> str:
    return f'<option value="{value}">{escape(text)}</option>'
