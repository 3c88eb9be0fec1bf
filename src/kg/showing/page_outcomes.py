"""The page's table of outcomes and targets."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from html import escape

from kg.asking.view import COUNTS, Node, View, gaps
from kg.showing.labels import CHINESE
from kg.showing.panels import listed

MOST_BODIES = 5
"""Names of bodies in a cell; where there are more, the picture has them all."""


def outcome_rows(view: View, language: str) -> str:
    """A row an outcome or target of a measure; bars compare outcomes of one unit, percentages with a hundred."""
    nodes = {node.id: node for node in view.nodes}
    at = {node.id: i for i, node in enumerate(view.nodes)}
    values = {node.id: _value(node) for node in view.nodes if node.kind in COUNTS}
    most = _most(view, values)
    bodies = _bodies(view, language)
    reports = {report.iri: i for i, report in enumerate(view.reports)}
    undated = '<span data-word="undated" class="open"></span>'
    zh = f'lang="{CHINESE}"'
    rows = []
    for edge in view.edges:
        if edge.kind not in ("hasOutcome", "hasTarget"):
            continue
        outcome, measure = nodes[edge.target], nodes[edge.source]
        figure = outcome.figure
        unit = figure.unit if figure else ""
        value = values[outcome.id]
        share = abs(value) / most[unit] * 100 if most.get(unit) else None
        bar = "" if share is None else f'<i class="bar" style="width:{share:.1f}%"></i>'
        written, read = (f"{value:f}", f"{value:,f}") if figure else ("", "")
        change = _word("change", figure.change if figure else "")
        modifier = _word("modifier", figure.modifier if figure else "")
        kind = ' <small data-word="target"></small>' if edge.kind == "hasTarget" else ""
        report = next((reports[place.report] for place in measure.places if place.report in reports), -1)
        title = view.reports[report].title if report >= 0 else ""
        rows.append(
            f'<tr data-n="{at[edge.target]}" data-o="{at[edge.source]}" data-r="{report}">'
            f'<td {zh}><button type="button" class="pick">{escape(outcome.label)}</button>{kind}</td>'
            f'<td class="number" data-v="{written}">{read}{bar}</td>'
            f"{change}<td {zh}>{escape(unit)}</td>{modifier}"
            f'<td class="day">{escape(outcome.note) or undated}</td>'
            f'<td class="measure" {zh}>{escape(measure.label)}</td>'
            f'<td class="body" {zh}>{bodies.get(edge.source, "")}</td>'
            f'<td class="report" {zh}>{escape(title)}</td></tr>'
        )
    return "".join(rows)


def _word(column: str, key: str) -> str:
    said = f' data-word="{escape(key)}"' if key else ""
    return f'<td class="word {column}"{said}></td>'


def _most(view: View, values: dict[str, Decimal]) -> dict[str, Decimal]:
    """The largest outcome of each unit; a bar beside nothing of its kind would say nothing."""
    alike: dict[str, list[Decimal]] = {}
    for node in view.nodes:
        if node.figure is not None:
            alike.setdefault(node.figure.unit, []).append(abs(values[node.id]))
    return {unit: max(of) for unit, of in alike.items() if len(of) > 1} | {
        "%": max([Decimal(100), *alike.get("%", ())])
    }


def _bodies(view: View, language: str) -> dict[str, str]:
    """Who does each measure, leaders first; a partner is told to be one, and that nobody was named."""
    labels = {node.id: escape(node.label) for node in view.nodes}
    leaders: dict[str, dict[str, None]] = {}
    partners: dict[str, dict[str, None]] = {}
    for edge in view.edges:
        if edge.kind in ("lead", "partner"):
            (leaders if edge.kind == "lead" else partners).setdefault(edge.target, {})[labels[edge.source]] = None
    found = {}
    for measure, open_ in gaps(view).items():
        lead = leaders.get(measure, {})
        beside = [
            f'{name} <small data-word="partner"></small>' for name in partners.get(measure, ()) if name not in lead
        ]
        nobody = ' <small data-word="nobody-named" class="open"></small>' if "nobody-named" in open_ else ""
        bodies = [*lead, *beside]
        cut = len(bodies) > MOST_BODIES
        rest = f' <small data-more="{len(bodies)}"></small>' if cut else ""
        found[measure] = listed(bodies[: MOST_BODIES - 1] if cut else bodies, language) + rest + nobody
    return found


def _value(node: Node) -> Decimal:
    try:
        value = Decimal(node.figure.value) if node.figure else Decimal(0)
    except InvalidOperation:
        return Decimal(0)
    return value if value.is_finite() else Decimal(0)
