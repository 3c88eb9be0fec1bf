"""A view in the parts that a picture shows below each other: one a report, each with the words that its boxes need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass

from kg.asking.view import COUNTS, Node, View
from kg.showing.labels import label
from kg.showing.layout import COLUMNS


@dataclass(frozen=True, slots=True)
class Panel:
    """What one report says; what other reports say of the same thing stands in theirs."""

    title: str
    view: View


def title_of(view: View, language: str) -> str:
    """What was asked for, else the report, or how many there are."""
    titles = [report.title for report in view.reports]
    if is_counted(view):
        return label("several-reports", language).format(count=len(titles))
    return view.title or listed(titles, "zh")


def is_counted(view: View) -> bool:
    """Whether its title is how many reports there are."""
    return not view.title and len(view.reports) > 3


def panels(view: View) -> tuple[Panel, ...]:
    """The reports in their order; one of the whole view where there is one report or none."""
    if len(view.reports) < 2:
        return (Panel("".join(report.title for report in view.reports), view),)
    of: dict[str, set[str]] = {report.iri: set() for report in view.reports}
    for node in view.nodes:
        if node.kind == "measure" and node.places:
            of[node.places[0].report].add(node.id)
    return tuple(Panel(r.title, narrowed(view, of[r.iri])) for r in view.reports if of[r.iri])


def narrowed(view: View, measures: Container[str], among: Container[str] | None = None) -> View:
    """These measures with what they are linked to, or with as much of it as is ``among`` the ids."""
    edges = tuple(
        edge
        for edge in view.edges
        for measure, end in [(edge.target, edge.source) if _is_doing(edge.kind) else (edge.source, edge.target)]
        if measure in measures and (among is None or end in among)
    )
    kept = {end for edge in edges for end in (edge.source, edge.target)}
    nodes = tuple(n for n in view.nodes if n.id in kept or (n.kind == "measure" and n.id in measures))
    return View(view.title, view.reports, nodes, edges, view.meant)


def notes(view: View, language: str) -> dict[str, str]:
    """The small words by id: a measure's `state`, an outcome's `day`, how measures are linked to a thing."""
    linked: dict[str, dict[str, None]] = {}
    for edge in view.edges:
        linked.setdefault(edge.target, {})[label(edge.kind, language)] = None
    found = {}
    for node in view.nodes:
        if node.kind in COUNTS:
            found[node.id] = day(node, language)
        elif node.kind == "measure":
            found[node.id] = listed(state(node, language), language)
        elif COLUMNS[node.kind] == 2:
            found[node.id] = listed(linked.get(node.id, ()), language)
    return found


def state(node: Node, language: str) -> list[str]:
    """The words for a measure's status and, where it is a plan that has one, its due day."""
    due = [label("due", language).format(day=node.due)] if node.due else []
    return [label(node.note, language), *due] if node.note else due


def day(node: Node, language: str) -> str:
    """The day of an outcome or target; in English behind a word for rise or fall, which its own Chinese words have."""
    change = node.figure.change if node.figure and language == "en" else ""
    return listed([label(word, language) for word in (change, node.note or "undated") if word], language)


def apart(view: View) -> dict[str, str]:
    """What each node is called by id: where several of a kind have one name, with the report that it is of."""
    titles = {report.iri: report.title for report in view.reports}
    shared = Counter((node.kind, node.label) for node in view.nodes)
    return {
        node.id: f"{node.label} ({titles[node.places[0].report]})"
        if shared[node.kind, node.label] > 1 and node.places and node.places[0].report in titles
        else node.label
        for node in view.nodes
    }


def listed(words: Iterable[str], language: str) -> str:
    """The words one after the other."""
    return ("、" if language == "zh" else ", ").join(words)


def _is_doing(kind: str) -> bool:
    return kind in ("lead", "partner")
