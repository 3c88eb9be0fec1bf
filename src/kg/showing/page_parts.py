"""What stands around text and picture in the page: the choices of the filters; and where the picture's boxes stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from kg.asking.view import Location, Node, View
from kg.showing.labels import CHINESE, label
from kg.showing.layout import COLUMNS, Layout, layout
from kg.showing.legend import MARKS, PLANNED
from kg.showing.panels import apart
from kg.showing.trunk import CROWD, is_doing

_LINES = {
    **{"lead": "line", "partner": "line partner", "issuer": "line weak"},
    **{"legend-open": "box", "legend-stub": "line stubs"},
}
"""Label of each line or frame, and how the page draws it."""


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
    names = apart(view)
    called = {i: names[view.nodes[i].id] for i in measures}
    ordered = sorted(measures, key=lambda i: (-len(measures[i]), called[i]))
    return "".join(option(i, f"{called[i]} ({len(measures[i])})") for i in ordered)


def section_options(parts: Sequence[Stretch]) -> str:
    """The sections, indented by level."""
    return "".join(option(i, "\u3000" * max(0, p.level - 1) + p.title) for i, p in enumerate(parts))


def word_options(keys: Iterable[str]) -> str:
    """Options whose words the script puts in, so that they follow the language."""
    return "".join(f'<option value="{key}" data-word="{key}"></option>' for key in keys)


def kinds_of_things(view: View) -> list[str]:
    """The kinds of the third column that the view holds."""
    have = {node.kind for node in view.nodes}
    return [kind for kind, column in COLUMNS.items() if column == 2 and kind in have]


def arranged(view: View) -> Layout:
    """The page's picture; the report of a box is told where it is chosen, not in the box.

    Measures of many bodies say how many. Boxes have room for the English word for rise or fall, which the script puts
    in.
    """
    changes = {n.id: label(n.figure.change, "en") for n in view.nodes if n.figure and n.figure.change}
    bodies = Counter(measure for _, measure in {(edge.source, edge.target) for edge in view.edges if is_doing(edge)})
    crowds = {measure: f"{MARKS['body']} × {count}" for measure, count in bodies.items() if count >= CROWD}
    return layout(view, notes=changes | crowds)


def option(value: int, text: str) -> str:
    """A choice by its words, which are those of a report whatever the page's own language."""
    return f'<option value="{value}" lang="{CHINESE}">{escape(text)}</option>'


def _signs() -> Iterator[tuple[str, str, str]]:
    """Class, label and mark of each kind of box."""
    for kind, mark in MARKS.items():
        yield kind, kind, mark
        if kind == "measure":
            yield kind, "legend-planned", PLANNED


def signs() -> str:
    """What colours, marks and lines mean; the script puts the words in, so that they follow the language."""
    kinds = "".join(
        f'<span class="{kind}"><i aria-hidden="true">{mark}</i> <span data-word="{word}"></span></span>'
        for kind, word, mark in _signs()
    )
    lines = "".join(
        f'<span><i class="{shape}" aria-hidden="true"></i> <span data-word="{word}"></span></span>'
        for word, shape in _LINES.items()
    )
    return f"<p>{kinds}{lines}</p>"
