"""The same input gives the same bytes, whatever order Python's sets have that day."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

RUNS = """
import sys
from contextlib import redirect_stdout
from pathlib import Path
from kg.cli import main

source, folder = sys.argv[1:]
store = ["--store", f"{folder}/kg.store"]
text = Path(source).read_text("utf-8")
other = Path(folder, "other.txt")
other.write_text("\\n".join(text.replace("18号", "19号").splitlines()[:24]), "utf-8")
demands = Path(folder, "demands.txt")
demands.write_text("一、推进“一业一证”改革。\\n二、加强知识产权保护。", "utf-8")
assert main(["build", "-q", source, str(other), *store]) == 0
assert main(["facts", source, "-o", folder]) == 0
for form in ("ttl", "trig", "nq", "nt", "jsonld", "rdf", "graphml", "gexf", "csv"):
    assert main(["export", "-o", f"{folder}/export.{form}", *store]) == 0
for form in ("html", "pdf", "svg", "dot", "mmd"):
    assert main(["view", "-q", "-o", f"{folder}/view.{form}", *store]) == 0
assert main(["view", "-q", "--focus", "一业一证", "-o", f"{folder}/view.png", *store]) == 0
assert main(["view", "-q", "--outline", "-o", f"{folder}/outlined.svg", *store]) == 0
assert main(["validate", "--fail-on", "none", "-o", f"{folder}/findings.json", *store]) == 0
assert main(["trace", "一业一证", "-o", f"{folder}/trace.json", *store]) == 0
assert main(["query", "who-leads-what", "-o", f"{folder}/answer.csv", *store]) == 0
assert main(["ask", "-q", "哪个单位负责一业一证？", "-o", f"{folder}/asked.json", *store]) == 0
for form in ("xlsx", "csv", "html", "md", "json"):
    linked = ["--by", "body", "--page", "view.html"]
    assert main(["table", "-q", *linked, "-o", f"{folder}/table.{form}", *store]) == 0
for form in ("txt", "json", "html", "xlsx"):
    named = ["--format", "text"] if form == "txt" else []
    assert main(["compare", "-q", "18号", "other", "-o", f"{folder}/compared.{form}", *named, *store]) == 0
    assert main(["answers", "-q", str(demands), "18号", "-o", f"{folder}/answers.{form}", *named, *store]) == 0
for form in ("json", "svg", "png"):
    assert main(["stats", "-q", "-o", f"{folder}/stats.{form}", *store]) == 0
with Path(folder, "tree.txt").open("w", encoding="utf-8") as out, redirect_stdout(out):
    assert main(["view", "-q", "--terminal", *store]) == 0
with Path(folder, "reason.txt").open("w", encoding="utf-8") as out, redirect_stdout(out):
    assert main(["reason", *store]) == 0
assert main(["why", "一业一证", "-o", f"{folder}/why.json", *store]) == 0
assert main(["names", "-q", "-o", f"{folder}/names.json", *store]) == 0
assert main(["names", "-q", "--suggest", "-o", f"{folder}/suggested.json", *store]) in (0, 1)
"""


def test_the_same_bytes_under_three_hash_seeds(seed: Path, tmp_path: Path) -> None:
    written: list[dict[str, bytes]] = []
    running = []
    for number in ("0", "1", "4242"):
        (tmp_path / number).mkdir()
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": number}
        command = [sys.executable, "-c", RUNS, str(seed), str(tmp_path / number)]
        running.append((tmp_path / number, subprocess.Popen(command, env=environment)))
    for folder, process in running:
        assert process.wait() == 0
        written.append({p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file()})
    assert len(written[0]) == 44
    assert [name for name, data in written[0].items() if not data] == []
    for other in written[1:]:
        assert [name for name in written[0] if written[0][name] != other[name]] == []
