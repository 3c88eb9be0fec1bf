"""The report in the page: as published, a paragraph a line, with headings that fold and marks for evidence."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from kg.asking.published import ReportText
from kg.asking.view import View
from kg.showing.labels import CHINESE


def article(view: View, report: ReportText, hidden: bool) -> str:
    """The whole text in spans that know their place: ``data-s`` the offset, ``data-m`` the nodes said there."""
    paragraphs = []
    spans = _spans(view, report)
    marks = _marks(view, report, spans)
    levels = {h.start: h.level for h in report.headings}
    ends = {h.start: h.end for h in report.headings}
    at = 0
    while at < len(spans):
        line = at
        while at < len(spans) and report.characters[spans[at][0]] != "\n":
            at += 1
        heading = next((s for s, _ in spans[line:at] if s in levels), None)
        cut = line if heading is None else next(i for i in range(line, at) if spans[i][1] >= ends[heading]) + 1
        named = "".join(_span(report, spans[i], marks.get(i, ())) for i in range(line, cut))
        rest = "".join(_span(report, spans[i], marks.get(i, ())) for i in range(cut, at))
        if heading is None:
            paragraphs.append(f"<p>{rest}</p>")
        else:
            level = levels[heading]
            paragraphs.append(
                f'<p class="h h{level}" data-l="{level}"><button type="button" class="fold" aria-expanded="true">'
                f'</button><b role="heading" aria-level="{min(level + 1, 6)}">{named}</b>'
                f'<span class="rest">{rest}</span></p>'
            )
        at += 1
    off = " hidden" if hidden else ""
    return f'<article lang="{CHINESE}" data-r="{escape(report.iri)}"{off}>{"".join(paragraphs)}</article>'


def _spans(view: View, report: ReportText) -> list[tuple[int, int]]:
    """The text cut wherever evidence, a sentence, a heading or a line begins or ends."""
    cuts = {0, len(report.characters)}
    for node in view.nodes:
        for place in node.places:
            if place.report == report.iri:
                cuts |= {place.start, place.end}
    for heading in report.headings:
        cuts |= {heading.start, heading.end}
    for start, end in report.sentences:
        cuts |= {start, end}
    cuts |= {at for i, c in enumerate(report.characters) if c == "\n" for at in (i, i + 1)}
    return list(pairwise(sorted(c for c in cuts if 0 <= c <= len(report.characters))))


def _marks(view: View, report: ReportText, spans: Sequence[tuple[int, int]]) -> dict[int, list[tuple[int, str]]]:
    """The nodes said in each span, with the kind that their words are shown as: '' for a body that nothing names, whose
    evidence is the measure that it is taken to have done."""
    starts = {start: i for i, (start, _) in enumerate(spans)}
    measures = {place for node in view.nodes if node.kind == "measure" for place in node.places}
    marks: dict[int, list[tuple[int, str]]] = {}
    for number, node in enumerate(view.nodes):
        for place in node.places:
            if place.report == report.iri and place.start in starts:
                at = starts[place.start]
                kind = "" if node.kind == "body" and place in measures else node.kind
                while at < len(spans) and spans[at][1] <= place.end:
                    marks.setdefault(at, []).append((number, kind))
                    at += 1
    return marks


def _span(report: ReportText, span: tuple[int, int], said: Sequence[tuple[int, str]]) -> str:
    start, end = span
    text = escape(report.characters[start:end])
    if not said:
        return f'<span data-s="{start}">{text}</span>'
    kinds = " ".join(sorted({kind for _, kind in said if kind}))
    listed = ",".join(str(number) for number, _ in said)
    return f'<span class="{kinds}" data-s="{start}" data-m="{listed}" tabindex="0" role="button">{text}</span>'
