"""Seconds and memory of each command on stores of 100 and 1,000 invented reports, and how many times the larger takes.

Run by ``make bench``, or alone with other sizes: ``python -m benchmarks.large 50 200``. Linear is ten times as long and
the same memory; a command whose answer is a row a measure holds that answer.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.synthetic import make

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "jingan-2023-18.txt"
FEW, MANY = 100, 1000
QUESTIONS = ("at-site", "in-section", "systems", "places-named", "sections", "report-card")
COMMANDS: dict[str, tuple[str, ...]] = {
    "reports": ("reports",),
    "trace": ("trace", "甲东区市场监督管理局"),
    "why": ("why", "甲东区市场监督管理局"),
    "ask": ("ask", "甲东区市场监督管理局牵头哪些举措？"),
    "names": ("names",),
    "stats": ("stats",),
    "compare": ("compare", "18-0000号", "18-0016号"),
    **{f"query {name}": ("query", name, "--format", "csv") for name in QUESTIONS},
    "query who-leads-what, one body": ("query", "who-leads-what", "-p", "body=甲东区市场监督管理局"),
    "table, csv": ("table", "--format", "csv"),
    "table, xlsx by body": ("table", "--format", "xlsx", "--by", "body"),
    "view, part": ("view", "--focus", "甲东区市场监督管理局", "--format", "html"),
    "export, nquads": ("export", "--format", "nquads"),
}


def run(store: Path, arguments: Sequence[str]) -> tuple[float, float, int]:
    """Seconds, MB and exit status of one process."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "KG_STORE": str(store)}
    start = time.perf_counter()
    command = [sys.executable, "-m", "kg", *arguments]
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - start, usage.ru_maxrss / 1024, child.returncode


def _made(store: Path, count: int) -> None:
    """A store of ``count`` invented reports with the facts of the seed."""
    from kg.graph.quads import quads
    from kg.pipeline import facts_of
    from kg.reading import read

    facts = facts_of(read(SEED))
    number = facts.header.number
    assert number is not None
    make(store, quads(facts), number.value, "静安", facts.division, count)


def large(folder: Path, few: int = FEW, many: int = MANY) -> None:
    """A row a command: of each store seconds and MB, and how many times the larger takes."""
    stores = []
    for count in (few, many):
        start = time.perf_counter()
        stores.append(folder / f"{count}.store")
        # In a process of its own: the memory of this one counts as that of the commands that it starts.
        making = multiprocessing.get_context("spawn").Process(target=_made, args=(stores[-1], count))
        making.start()
        making.join()
        print(f"\n{count} invented reports were made in {time.perf_counter() - start:.0f} s", end="")
    print(f"\n  {'':<34}{few:>8} reports{many:>10} reports     times")
    for name, arguments in COMMANDS.items():
        (short, small, status), (long, big, _) = (run(store, arguments) for store in stores)
        said = "" if status in (0, 1) else f"  exit status {status}"
        row = f"{short:>8.1f} s {small:>5.0f} MB{long:>8.1f} s {big:>5.0f} MB{long / short:>8.1f} {big / small:>5.1f}"
        print(f"  {name:<32}{row}{said}", flush=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        large(Path(made), *map(int, sys.argv[1:3]))
