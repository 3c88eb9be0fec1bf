"""The picture as text for other drawing programs: Graphviz DOT and Mermaid."""

from __future__ import annotations

from kg.asking.view import View
from kg.showing.labels import label
from kg.showing.legend import COLOURS

SHAPES = {"body": "box", "measure": "box", "outcome": "ellipse", "target": "ellipse", "document": "note"}


def dot(view: View, language: str) -> str:
    """A directed graph in DOT, left to right."""
    names = {node.id: f"n{i}" for i, node in enumerate(view.nodes)}
    lines = [
        "digraph kg {",
        '  rankdir=LR; node [fontname="Noto Sans CJK SC", style=filled]; edge [fontname="Noto Sans CJK SC"];',
    ]
    for node in view.nodes:
        fill, line = COLOURS[node.kind]
        shape = SHAPES.get(node.kind, "component")
        lines.append(
            f"  {names[node.id]} [label={_quoted(node.label)}, shape={shape}, "
            f"fillcolor={_quoted(fill)}, color={_quoted(line)}];"
        )
    for edge in view.edges:
        style = ", style=dashed" if edge.kind == "partner" else ""
        word = _quoted(label(edge.kind, language))
        lines.append(f"  {names[edge.source]} -> {names[edge.target]} [label={word}{style}];")
    return "\n".join([*lines, "}"]) + "\n"


def mermaid(view: View, language: str) -> str:
    """A Mermaid flowchart, left to right."""
    names = {node.id: f"n{i}" for i, node in enumerate(view.nodes)}
    lines = ["flowchart LR"]
    lines += [f'  {names[n.id]}["{_entities(n.label)}"]:::{n.kind}' for n in view.nodes]
    for edge in view.edges:
        arrow = "-.->" if edge.kind == "partner" else "-->"
        lines.append(f'  {names[edge.source]} {arrow}|"{label(edge.kind, language)}"| {names[edge.target]}')
    lines += [f"  classDef {kind} fill:{fill},stroke:{line},color:#111" for kind, (fill, line) in COLOURS.items()]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def _entities(text: str) -> str:
    """Mermaid reads #quot; and the like in quoted labels."""
    for mark, entity in (("#", "#35;"), ('"', "#quot;"), ("<", "#lt;"), (">", "#gt;"), ("\n", " ")):
        text = text.replace(mark, entity)
    return text
