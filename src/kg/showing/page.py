"""The explorer: one page that works from disk without a network, the report beside its graph."""

from __future__ import annotations

import json
from html import escape
from importlib.resources import files

from kg.asking.gaps import GAPS
from kg.asking.view import View, gaps
from kg.showing.labels import CHINESE, LABELS, label, tag
from kg.showing.layout import ANCHOR, GAP_GROUP, GAP_X, GAP_Y, MARGIN, TOP, Layout
from kg.showing.legend import HEADINGS
from kg.showing.page_outcomes import outcome_rows
from kg.showing.page_parts import (
    Stretch,
    arranged,
    body_options,
    kinds_of_things,
    option,
    section_options,
    signs,
    stretches,
    within,
    word_options,
)
from kg.showing.page_text import article
from kg.showing.panels import is_counted, title_of
from kg.showing.svg import FONTS, drawing
from kg.showing.trunk import CROWD

SCRIPTS = ("page.js", "page_rows.js", "page_find.js", "page_keys.js")
"""Run one after the other as one script; each uses what those before it define."""
HEADROOM = 80
"""Where the page's picture begins: its column headings are the page's own."""


def page(view: View, language: str) -> str:
    """A self-contained HTML document; its policy forbids every request."""
    drawn = arranged(view)
    parts = stretches(view)
    statuses = [s for s in ("done", "ongoing", "planned") if any(n.note == s for n in view.nodes)]
    pieces = {
        "LANGUAGE": tag(language),
        "SEVERAL": f'data-several="{len(view.reports)}"' if is_counted(view) else f'lang="{CHINESE}"',
        "TITLE": escape(title_of(view, language)[:120]),
        "STYLE": _source("page.css"),
        "THEME": _source("page_theme.js"),
        "OPTIONS": "".join(option(i, report.title) for i, report in enumerate(view.reports)),
        "BODIES": body_options(view),
        "SECTIONS": section_options(parts),
        "KINDS": word_options(kinds_of_things(view)),
        "STATUSES": word_options(statuses),
        "GAPS": word_options(gap for gap in GAPS if any(gap in of for of in gaps(view).values())),
        "REPORTS": "".join(article(view, report, index > 0) for index, report in enumerate(view.reports)),
        "COLUMNS": _columns(drawn),
        "PICTURE": _picture(view, drawn, language),
        "OUTCOMES": outcome_rows(view, language),
        "LEGEND": signs(),
        "NOSCRIPT": escape(label("page-no-script", language)),
        "DATA": json.dumps(_data(view, drawn, parts, language), ensure_ascii=False).replace("<", "\\u003c"),
        "SCRIPT": "".join(map(_source, SCRIPTS)),
    }
    head, *rest = _source("page.html").split("{{")
    out = [head]
    for piece in rest:
        name, _, tail = piece.partition("}}")
        out += [pieces[name], tail]
    return "".join(out)


def _picture(view: View, drawn: Layout, language: str) -> str:
    return (
        f'<svg id="graph" role="group" xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 {HEADROOM} {drawn.width:.0f} {drawn.height - HEADROOM:.0f}" '
        f'width="{drawn.width:.0f}" font-family="{FONTS}">'
        f"{drawing(view, drawn, language)}</svg>"
    )


def _columns(drawn: Layout) -> str:
    """The headings of the picture's columns, which stay in sight above it."""
    return "".join(
        f'<span data-word="{name}" style="left:{x / drawn.width:.2%};'
        f'width:{(width + GAP_X - 8) / drawn.width:.2%}"></span>'
        for (x, width), name in zip(drawn.columns, HEADINGS, strict=True)
    )


def _data(view: View, drawn: Layout, parts: tuple[Stretch, ...], language: str) -> dict[str, object]:
    """What the script needs: nodes and edges by number, boxes, rows, sections, gaps and sentences."""
    at = {node.id: i for i, node in enumerate(view.nodes)}
    reports = {report.iri: i for i, report in enumerate(view.reports)}
    open_ = gaps(view)
    nodes = [
        {
            "kind": n.kind,
            "label": n.label,
            "note": n.note,
            "places": [[reports[p.report], p.start, p.end] for p in n.places if p.report in reports],
            **({"due": n.due} if n.due else {}),
            **({"change": n.figure.change} if n.figure and n.figure.change else {}),
            **({"gaps": open_[n.id], "within": within(n, parts)} if n.kind == "measure" else {}),
        }
        for n in view.nodes
    ]
    return {
        "language": language,
        "labels": LABELS,
        "nodes": nodes,
        "edges": [
            [at[e.source], at[e.target], e.kind, e.basis, *([at[e.via]] if e.via in at else [])] for e in view.edges
        ],
        "boxes": [[b.x, b.y, b.width, b.height, b.least] for b in drawn.boxes],
        "rows": [[at[measure], at.get(body, -1)] for measure, body in drawn.rows],
        "sections": [[p.report, p.place.start] for p in parts],
        "sentences": [report.sentences for report in view.reports],
        "shape": {
            "GAP_Y": GAP_Y,
            "GAP_GROUP": GAP_GROUP,
            "ANCHOR": ANCHOR,
            "TOP": TOP,
            "MARGIN": MARGIN,
            "CROWD": CROWD,
            "HEADROOM": HEADROOM,
            "STARTS": [x for x, _ in drawn.columns],
        },
    }


def _source(name: str) -> str:
    return (files("kg.showing") / name).read_text("utf-8")
