"""Time and memory of every stage on the seed report, and each graph stage beside the plain rdflib way.

Run by ``make bench``. Every figure is the median of several runs in one process, or of several processes where it says
so; ratios say how many times longer the plain way takes on the same machine in the same run.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.large import large

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "jingan-2023-18.txt"
RUNS = 5


def median(job: Callable[[], object], runs: int = RUNS) -> float:
    """Seconds, the median of these runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def process(*arguments: str, runs: int = RUNS) -> tuple[float, float]:
    """Median seconds of a whole process, and the most memory that one took, in MB."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    times, peaks = [], []
    for _ in range(runs):
        start = time.perf_counter()
        child = subprocess.Popen([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        times.append(time.perf_counter() - start)
        peaks.append(usage.ru_maxrss / 1024)
    return statistics.median(times), max(peaks)


def line(name: str, seconds: float, note: str = "") -> None:
    """A row: name, milliseconds, note."""
    print(f"  {name:<34}{seconds * 1000:>10.1f} ms  {note}".rstrip(), flush=True)


def beside(name: str, ours: float, plain: float, way: str) -> None:
    """A row: our time, the plain way's and their ratio."""
    line(name, ours, f"{way} {plain * 1000:.1f} ms, ratio {plain / ours:.1f}")


def whole_processes(folder: Path) -> None:
    """What a user waits for."""
    print("Whole processes (median, most memory)")
    store = str(folder / "whole.store")
    build = ("-m", "kg", "build", "-q", "--store", store, str(SEED))
    check = ("-m", "kg", "validate", "-q", "--store", store, "--fail-on", "none")
    times = {}
    for name, arguments in {
        "python, doing nothing": ("-c", ""),
        "kg --help": ("-m", "kg", "--help"),
        "kg build, first time": build,
        "kg build, unchanged": build,
        "kg validate": check,
        "kg trace": ("-m", "kg", "trace", "--store", store, "一业一证"),
        "kg view, page": ("-m", "kg", "view", "-q", "--store", store, "-o", str(folder / "page.html")),
    }.items():
        once = 1 if name == "kg build, first time" else RUNS
        times[name], peak = process(*arguments, runs=once)
        line(name, times[name], f"{peak:.0f} MB")
    line("kg build + kg validate", times["kg build, first time"] + times["kg validate"], "aim: under 2500 ms")


def stages(folder: Path) -> list[str]:
    """The way of the seed, a stage a row; gives its quads."""
    from kg.extraction import extract
    from kg.graph.quads import quads
    from kg.graph.store import Store
    from kg.graph.validation import validate
    from kg.language import parse
    from kg.reading import read
    from kg.structure import structure

    text = read(SEED)
    print(f"\nStages, warm ({len(text.characters)} characters)")
    line("read", median(lambda: read(SEED)))
    line("structure", median(lambda: structure(text)))
    report = structure(text)
    start = time.perf_counter()
    parsed = parse(report)
    line("language, first (loads the model)", time.perf_counter() - start)
    line("language", median(lambda: parse(report)))
    line("extraction", median(lambda: extract(report, parsed)))
    facts = extract(report, parsed)
    line("quads", median(lambda: quads(facts)))
    lines = quads(facts)
    with Store.open(folder / "stage.store", create=True) as store:
        start = time.perf_counter()
        store.put(facts)
        line("store, added", time.perf_counter() - start)
        line("store, unchanged", median(lambda: store.put(facts)))
    validate(lines)
    line("validate", median(lambda: validate(lines), 3))
    print(f"  {len(facts.measures)} measures, {len(lines)} quads")
    return lines


def reading(folder: Path) -> None:
    """How fast text becomes facts in one process on one core, the model loaded and all, and the memory it takes."""
    print("\nReading, with the model")
    seed = SEED.read_text("utf-8")
    first = 0.0
    for times in (1, 20):
        long = folder / f"seed-{times}.txt"
        long.write_text(seed * times, "utf-8")
        seconds, peak = process("-m", "kg", "facts", "-q", str(long), runs=3)
        line(f"kg facts, {len(seed) * times} characters", seconds, f"{peak:.0f} MB; aim: under 300 MB")
        if times > 1:
            rate = len(seed) * (times - 1) / (seconds - first)
            print(f"  {rate:,.0f} characters a second after start-up; aim: at least 10,000")
        first = seconds


def graph_stages(folder: Path, lines: list[str]) -> None:
    """Each graph stage beside rdflib and pyshacl as they come."""
    import io

    import pyoxigraph
    from rdflib import Dataset, Graph

    from kg.graph.export import export
    from kg.graph.store import Store
    from kg.graph.validation import validate

    print(f"\nGraph ({len(lines)} quads), ours and the plain way")
    text = "\n".join(lines) + "\n"
    plain = Dataset()
    plain.parse(data=text, format="nquads")
    rows = list(plain.quads())

    def rdflib_build() -> Graph:
        graph = Graph()
        for subject, predicate, value, _ in rows:
            graph.add((subject, predicate, value))
        return graph

    def load() -> pyoxigraph.Store:
        memory = pyoxigraph.Store()
        memory.bulk_load(text.encode(), pyoxigraph.RdfFormat.N_QUADS)
        return memory

    union = rdflib_build()
    beside("load quads", median(load), median(lambda: Dataset().parse(data=text, format="nquads")), "rdflib parse")
    beside("build in memory", median(load), median(rdflib_build), "rdflib add")
    with Store.open(folder / "stage.store") as store:
        for name, plain_name in (("turtle", "turtle"), ("jsonld", "json-ld"), ("rdfxml", "xml"), ("ntriples", "nt")):
            ours = median(lambda form=name: export(store, form, io.BytesIO()), 3)  # type: ignore[misc]
            theirs = median(lambda form=plain_name: union.serialize(format=form), 3)  # type: ignore[misc]
            beside(f"write {name}", ours, theirs, "rdflib")
    queries(load(), union)
    questions_and_reasons()
    beside("validate", median(lambda: validate(lines), 3), median(lambda: plain_pyshacl(union), 1), "pyshacl")


def questions_and_reasons() -> None:
    """The named questions on the seed's store, and what follows from it."""
    from kg.asking.questions import ask, questions
    from kg.asking.results import rows
    from kg.asking.why import why
    from kg.graph.reasoning import infer, reason
    from kg.graph.store import Store
    from kg.pipeline import facts_of
    from kg.reading import read

    with Store.in_memory() as store:
        store.put(facts_of(read(SEED)))
        times = {q.name: median(lambda n=q.name: rows(ask(store, n, {})), 3) for q in questions()}  # type: ignore[misc]
        slowest = max(times, key=lambda name: times[name])
        line(f"named questions ({len(times)}), median", statistics.median(times.values()))
        line("the slowest of them", times[slowest], f"{slowest}; promised: 100 ms")
        line("reasoning", median(lambda: infer(store.quads())))
        reason(store)
        line("why, of one body", median(lambda: why(store, "静安区人民政府"), 1))


def queries(memory: Any, union: Any) -> None:
    """A lookup, a path and a count on both engines."""
    prefix = (
        "PREFIX kg: <https://w3id.org/reformkg/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
        " PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
    )
    asked = {
        "who leads what": "SELECT ?b ?m { ?measure kg:leadBody ?body ; rdfs:label ?m . ?body skos:prefLabel ?b }",
        "outcomes with their evidence": "SELECT ?m ?e { ?m kg:hasOutcome ?o . ?o kg:evidence ?e }",
        "measures of each body": "SELECT ?b (COUNT(?m) AS ?n) { ?m kg:leadBody ?b } GROUP BY ?b",
    }
    for name, query in asked.items():
        text = f"{prefix} {query}"
        ours = median(lambda q=text: list(memory.query(q, use_default_graph_as_union=True)))  # type: ignore[misc]
        theirs = median(lambda q=text: list(union.query(q)))  # type: ignore[misc]
        beside(f"query: {name}", ours, theirs, "rdflib")


def plain_pyshacl(data: Any) -> None:
    """pyshacl as its documentation shows it, with our shapes."""
    import pyshacl
    from rdflib import Graph

    shapes = Graph()
    for path in sorted((ROOT / "shapes").rglob("*.ttl")):
        shapes.parse(path)
    pyshacl.validate(data, shacl_graph=shapes, advanced=True)


def main() -> None:
    """Print all of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reading(folder)
        whole_processes(folder)
        lines = stages(folder)
        graph_stages(folder, lines)
        large(folder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nMost memory of this process, rdflib and pyshacl included: {peak:.0f} MB")


if __name__ == "__main__":
    main()
