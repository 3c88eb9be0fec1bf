"""What the shapes find in a graph, told so that a person can look it up: measure, sentence, place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pyoxigraph as ox

from kg.errors import UnreadableInput
from kg.graph.lines import plain
from kg.graph.shape_files import NAMED, NAMESPACE, shape_named
from kg.graph.store import Steps, Store
from kg.graph.terms import PREFIXES
from kg.sharing import shared

if TYPE_CHECKING:
    from kg.graph.context import Context
    from kg.graph.shacl import ShapeResult

Severity = Literal["violation", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("violation", "warning", "info")
"""From the worst down."""

ENOUGH = 4
"""Reports for each further process, which takes about as long to begin as one report to validate."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding's sentence or quote stands; lines count from 1, offsets are code points."""

    report: str
    """IRI of the report, '' where unknown."""
    section: str
    """Heading with its number, '' where none."""
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a shape."""

    severity: Severity
    shape: str
    """Local name of the shape, as ``measure-evidence``."""
    focus: str
    """IRI of what is wrong."""
    message_zh: str
    message_en: str
    remedy_zh: str
    """What to do about it."""
    remedy_en: str
    measure: str
    """Label of the measure that it is about, else of the focus itself."""
    sentence: str
    """The sentence that holds it, else its quote; '' where it has no place."""
    place: Place | None
    component: str
    """IRI of SHACL's constraint component."""
    path: str
    """IRI of the property, '' where none or a path of several."""
    value: str
    """The offending value as Turtle writes it, '' where none."""

    def message(self, language: str) -> str:
        """The message in ``zh`` or ``en``."""
        return self.message_en if language == "en" else self.message_zh

    def remedy(self, language: str) -> str:
        """What to do about it, in ``zh`` or ``en``."""
        return self.remedy_en if language == "en" else self.remedy_zh


def validate(data: Iterable[str], own: Sequence[Path] = ()) -> tuple[Finding, ...]:
    """The findings in these N-Quads or N-Triples lines, worst first, then in order of place.

    ``own`` are files with shapes of the user's, checked beside the project's. Cost grows faster than the graph: hand
    over one report at a time, as `validate_store` does. Raises UnreadableInput for shapes that don't compile.
    """
    return tuple(sorted(_found(data, own), key=_order))


def _found(data: Iterable[str], own: Sequence[Path], compared: Sequence[ShapeResult] | None = None) -> set[Finding]:
    """The findings in these lines; ``compared`` is what was found of their nodes by holding reports against each other,
    which is then not looked for in these alone."""
    from kg.graph import shacl
    from kg.graph.context import Context

    graph, results = shacl.run(data, across=None if compared is None else False)
    for path in own:
        triples = ox.parse("\n".join(read_rdf(path)), format=ox.RdfFormat.N_QUADS)
        results += shacl.run_own(graph, path, triples)
    context = Context(graph)
    return {_finding(r, context) for r in (*results, *(compared or ()))}


def validate_store(
    store: Store, own: Sequence[Path] = (), processes: int = 1, steps: Steps = iter
) -> tuple[Finding, ...]:
    """The findings in all reports of a store: in each alone, and where one is held against another.

    The reports, a step of ``steps`` each, are shared over ``processes``, each of which begins as the program did that
    calls this: one that is a script needs its ``if __name__ == "__main__"``.
    """
    from kg.graph import shacl

    about: dict[str, list[ShapeResult]] = {}
    for result in shacl.sparql(store.inner, across=True, union=not store.together):
        about.setdefault(f"<{result.focus}>", []).append(result)

    graphs = sorted({report.graph for report in store.reports()})
    work = (_with_compared(store.graph_lines(graph), about) for graph in steps(graphs))
    found: set[Finding] = set()
    for one in shared(partial(_validated, own=tuple(own)), work, min(processes, len(graphs) // ENOUGH)):
        found |= one
    return tuple(sorted(found, key=_order))


def _with_compared(lines: list[str], about: dict[str, list[ShapeResult]]) -> tuple[list[str], list[ShapeResult]]:
    """A report's graph, and what was found of its nodes by holding reports against each other."""
    subjects = {line[: line.index(" ")] for line in lines} if about else set()
    return lines, [result for node in sorted(about.keys() & subjects) for result in about[node]]


def _validated(work: tuple[list[str], list[ShapeResult]], own: tuple[Path, ...]) -> set[Finding]:
    return _found(work[0], own, work[1])


def validate_files(
    paths: Sequence[Path], own: Sequence[Path] = (), empty: Callable[[Path], None] = lambda _: None
) -> tuple[Finding, ...]:
    """The findings in RDF files, all taken together; ``empty`` is told each that has no statement, which conforms.

    Raises UnreadableInput for a file that is not RDF.
    """

    def lines() -> Iterator[str]:
        for path in paths:
            read = read_rdf(path)
            if not read:
                empty(path)
            yield from read

    return validate(lines(), own)


def read_rdf(path: Path) -> list[str]:
    """An RDF file as N-Quads lines; its format is known by its extension, Turtle where that says nothing.

    Raises UnreadableInput, with the line, where the file can't be read or parsed.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError as e:
        raise UnreadableInput("path-missing", path=path) from e
    except OSError as e:
        raise UnreadableInput("file-unreadable", path=path, reason=e) from e
    form = ox.RdfFormat.from_extension(path.suffix.removeprefix(".")) or ox.RdfFormat.TURTLE
    base = path.resolve().as_uri()
    try:
        parsed = list(ox.parse(content, format=form, base_iri=base, rename_blank_nodes=True))
    except SyntaxError as e:
        raise UnreadableInput("rdf-broken", path=path, line=e.lineno or 1, reason=e.msg) from e
    except (ValueError, OSError) as e:
        raise UnreadableInput("rdf-broken", path=path, line=1, reason=e) from e
    written = ox.serialize(parsed, format=ox.RdfFormat.N_QUADS) or b""
    return written.decode("utf-8").split("\n")[:-1]


def by_measure(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """The findings of each measure of each report, in the order of its first."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for f in findings:
        groups.setdefault((f.place.report if f.place else "", f.measure or f.focus, f.sentence), []).append(f)
    yield from groups.values()


def report_turtle(findings: Iterable[Finding]) -> str:
    """The standard validation report (SHACL, section 3.6) in Turtle, results in the findings' order."""
    results = [_result_turtle(f) for f in findings]
    head = "".join(f"@prefix {p}: <{PREFIXES[p]}> .\n" for p in ("sh", "xsd"))
    body = f"[] a sh:ValidationReport ;\n    sh:conforms {str(not results).lower()}"
    if results:
        body += " ;\n    sh:result " + ", ".join(results)
    return f"{head}\n{body} .\n"


def _result_turtle(f: Finding) -> str:
    rows = [
        "a sh:ValidationResult",
        f"sh:focusNode {_node(f.focus)}",
        *([f"sh:resultPath <{f.path}>"] if f.path else []),
        f"sh:resultSeverity sh:{f.severity.capitalize()}",
        f"sh:sourceConstraintComponent <{f.component}>",
        f"sh:sourceShape <{NAMESPACE}{f.shape}>" if ":" not in f.shape else f"sh:sourceShape <{f.shape}>",
        *([f"sh:value {f.value}"] if f.value else []),
        *([f"sh:resultMessage {plain(f.message_zh)}@zh, {plain(f.message_en)}@en"] if f.message_zh else []),
    ]
    return "[\n        " + " ;\n        ".join(rows) + "\n    ]"


REBUILD = (
    "图谱本身有误：请用 kg build 重建；仍有此问题的，请报告给程序的维护者。",
    "The graph is broken: make it again with kg build; where it stays so, tell the program's maintainers.",
)
"""What to do where a shape says nothing of its own."""


def _node(focus: str) -> str:
    return f"<{focus}>" if ":" in focus else f"_:{focus}"


def _finding(r: ShapeResult, context: Context) -> Finding:
    label, sentence, place = context.about(r.focus)
    name = r.shape.removeprefix(NAMESPACE)
    shape = shape_named(name)
    zh, en = (text.replace(NAMED, r.named or label) for text in (shape.message if shape else r.said))
    remedy = ("", "") if shape is None else shape.remedy if any(shape.remedy) else REBUILD
    return Finding(
        severity=next((s for s in SEVERITIES if s == r.severity), "violation"),
        shape=name,
        focus=r.focus,
        message_zh=zh,
        message_en=en,
        remedy_zh=remedy[0],
        remedy_en=remedy[1],
        measure=label,
        sentence=sentence,
        place=place,
        component=r.component,
        path=r.path,
        value=r.value,
    )


def _order(f: Finding) -> tuple[object, ...]:
    place = (f.place.report, f.place.start, f.place.end) if f.place else ("", -1, -1)
    return (SEVERITIES.index(f.severity), *place, f.shape, f.focus, f.value, f.component)
