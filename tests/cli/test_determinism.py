"""The same input gives the same bytes, whatever order Python's sets have that day."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

RUNS = """
import sys
from kg.cli import main

source, folder = sys.argv[1:]
store = ["--store", f"{folder}/kg.store"]
assert main(["build", "-q", source, *store]) == 0
assert main(["facts", source, "-o", folder]) == 0
for form in ("ttl", "trig", "nq", "nt", "jsonld", "rdf", "graphml", "csv"):
    assert main(["export", "-o", f"{folder}/export.{form}", *store]) == 0
for form in ("html", "svg", "dot", "mmd"):
    assert main(["view", "-q", "-o", f"{folder}/view.{form}", *store]) == 0
assert main(["view", "-q", "--focus", "一业一证", "-o", f"{folder}/view.png", *store]) == 0
assert main(["validate", "--fail-on", "none", "-o", f"{folder}/findings.json", *store]) == 0
assert main(["trace", "一业一证", "-o", f"{folder}/trace.json", *store]) == 0
assert main(["query", "who-leads-what", "-o", f"{folder}/answer.csv", *store]) == 0
"""


def test_the_same_bytes_under_three_hash_seeds(seed: Path, tmp_path: Path) -> None:
    written: list[dict[str, bytes]] = []
    for number in ("0", "1", "4242"):
        folder = tmp_path / number
        folder.mkdir()
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": number}
        subprocess.run([sys.executable, "-c", RUNS, str(seed), str(folder)], env=environment, check=True)
        written.append({p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file()})
    assert len(written[0]) == 17
    assert all(written[0].values())
    for other in written[1:]:
        assert [name for name in written[0] if written[0][name] != other[name]] == []
