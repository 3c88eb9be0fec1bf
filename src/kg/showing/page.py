"""The explorer: one page that works from disk without a network, the report beside its graph."""

from __future__ import annotations

import json
from html import escape
from importlib.resources import files
from itertools import pairwise

from kg.asking.view import ReportText, View
from kg.showing.labels import LABELS
from kg.showing.layout import layout
from kg.showing.svg import FONTS, drawing


def page(view: View, language: str) -> str:
    """A self-contained HTML document; its policy forbids every request."""
    drawn = layout(view)
    at = {node.id: i for i, node in enumerate(view.nodes)}
    picture = (
        f'<svg id="graph" xmlns="http://www.w3.org/2000/svg" viewBox="0 60 {drawn.width:.0f} {drawn.height:.0f}" '
        f'width="{drawn.width:.0f}" height="{drawn.height:.0f}" font-family="{FONTS}">'
        f"{drawing(view, drawn, language)}</svg>"
    )
    data = {
        "language": language,
        "labels": LABELS,
        "nodes": [
            {"kind": n.kind, "label": n.label, "note": n.note, "places": [[p.report, p.start, p.end] for p in n.places]}
            for n in view.nodes
        ],
        "edges": [[at[e.source], at[e.target], e.kind, e.basis] for e in view.edges],
    }
    texts = "".join(_report(view, report, index) for index, report in enumerate(view.reports))
    options = "".join(f'<option value="{i}">{escape(r.title)}</option>' for i, r in enumerate(view.reports))
    parts = {
        "LANGUAGE": "zh-CN" if language == "zh" else "en",
        "TITLE": escape(view.title[:120]),
        "STYLE": _source("page.css"),
        "OPTIONS": options,
        "REPORTS": texts,
        "PICTURE": picture,
        "DATA": json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"),
        "SCRIPT": _source("page.js"),
    }
    shell = _source("page.html")
    head, *rest = shell.split("{{")
    out = [head]
    for piece in rest:
        name, _, tail = piece.partition("}}")
        out += [parts[name], tail]
    return "".join(out)


def _source(name: str) -> str:
    return (files("kg.showing") / name).read_text("utf-8")


def _report(view: View, report: ReportText, index: int) -> str:
    """The text as published, a paragraph a line; the stretches between evidence marks are spans of their own."""
    marks: dict[int, list[int]] = {}
    cuts = {0, len(report.characters)}
    for node in view.nodes:
        for place in node.places:
            if place.report == report.iri:
                cuts |= {place.start, place.end}
    for heading in report.headings:
        cuts |= {heading.start, heading.end}
    cuts |= {at for i, c in enumerate(report.characters) if c == "\n" for at in (i, i + 1)}
    points = sorted(c for c in cuts if 0 <= c <= len(report.characters))
    spans = list(pairwise(points))
    starts = {start: i for i, (start, _) in enumerate(spans)}
    for number, node in enumerate(view.nodes):
        for place in node.places:
            if place.report == report.iri and place.start in starts:
                at = starts[place.start]
                while at < len(spans) and spans[at][1] <= place.end:
                    marks.setdefault(at, []).append(number)
                    at += 1
    levels = {h.start: h.level for h in report.headings}
    out = []
    for at, (start, end) in enumerate(spans):
        text = report.characters[start:end]
        if text == "\n":
            out.append("</p><p>")
            continue
        numbers = marks.get(at, [])
        kinds = " ".join(sorted({view.nodes[n].kind for n in numbers}))
        styled = f" h h{levels[start]}" if start in levels else ""
        if numbers or styled:
            focus = ' tabindex="0" role="button"' if numbers else ""
            listed = ",".join(map(str, numbers))
            out.append(f'<span class="{kinds}{styled}" data-s="{start}" data-m="{listed}"{focus}>{escape(text)}</span>')
        else:
            out.append(escape(text))
    hidden = "" if index == 0 else " hidden"
    return f'<article data-r="{escape(report.iri)}"{hidden}><p>{"".join(out)}</p></article>'
