"""Seconds and memory of each command on a store of a thousand reports as they are written.

Run by ``python -m benchmarks.real ../shared [COUNT]``. The corpus beside the project has 440 documents; the others are
these again with their years moved, so that texts, numbers and titles differ while places and bodies are the same.
Building takes some minutes, the store several gigabytes.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.large import run

COUNT = 1000
AWAY = 7
"""Years between one copy and the next."""
_YEAR = re.compile(r"(20\d\d)(?=[年〕])")
COMMANDS: dict[str, tuple[str, ...]] = {
    "reports": ("reports",),
    "trace": ("trace", "市场监督管理局"),
    "ask, a programme": ("ask", "哪个单位负责一网通办？"),
    "ask, a body": ("ask", "上海市人民政府牵头哪些举措？"),
    "ask, what can't be answered": ("ask", "2023年火星基地完成了哪些举措？"),
    "ask, targets": ("ask", "2025年有哪些目标？"),
    "names": ("names",),
    "stats": ("stats",),
    "query who-leads-what, one body": ("query", "who-leads-what", "-p", "body=上海市人民政府"),
    "query at-site": ("query", "at-site", "--format", "csv"),
    "query report-card": ("query", "report-card", "--format", "csv"),
    "view, one programme": ("view", "--focus", "一网通办", "--format", "html"),
    "view, all of it": ("view", "--format", "html"),
    "table, csv": ("table", "--format", "csv"),
    "table, xlsx by body": ("table", "--format", "xlsx", "--by", "body"),
    "export, nquads": ("export", "--format", "nquads"),
    "export, csv": ("export", "--format", "csv"),
    "export, graphml": ("export", "--format", "graphml"),
    "validate": ("validate", "--fail-on", "none"),
}


def texts(shared: Path, count: int) -> Iterator[tuple[str, str]]:
    """``count`` file names and texts."""
    paths = sorted((shared / "corpus").glob("*/*.txt"))
    for number in range(count):
        turn, place = divmod(number, len(paths))
        path = paths[place]
        moved = _YEAR.sub(lambda year: str(int(year[1]) - AWAY * turn), path.read_text("utf-8"))  # noqa: B023
        yield f"{path.parent.name}-{path.stem}-{turn}.txt", moved


def real(shared: Path, folder: Path, count: int) -> None:
    """A row a command: seconds, MB."""
    sources, store = folder / "sources", folder / "store"
    sources.mkdir()
    for name, text in texts(shared, count):
        (sources / name).write_text(text, "utf-8")
    for name, arguments in {"build": ("build", "-q", str(sources)), **COMMANDS}.items():
        seconds, memory, status = run(store, arguments)
        said = "" if status in (0, 1) else f"  exit status {status}"
        print(f"  {name:<32}{seconds:>8.1f} s {memory:>6.0f} MB{said}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    with tempfile.TemporaryDirectory() as made:
        real(Path(sys.argv[1]), Path(made), int(sys.argv[2]) if len(sys.argv) > 2 else COUNT)
