"""Every command works where no socket can be made."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import pytest

from kg.cli.program import program

NO_SOCKETS = """
import socket

def refuse(*arguments, **named):
    raise RuntimeError("a socket was asked for")

class Refused(socket.socket):
    __init__ = refuse

socket.socket = Refused
socket.create_connection = refuse
socket.getaddrinfo = refuse
"""

EACH = """
import json
import sys
from kg.cli import main

for arguments in json.loads(sys.argv[1]):
    assert main(arguments) == 0, arguments
"""

COMMANDS = (
    ("--help",),
    ("build", "report.txt", "other.txt"),
    ("facts", "report.txt"),
    ("validate",),
    ("query", "--list"),
    ("ask", "哪个单位负责一业一证？"),
    ("trace", "一业一证"),
    ("why", "一业一证"),
    ("reason",),
    ("names",),
    ("names", "--suggest"),
    ("stats",),
    *(("stats", "-o", f"stats.{form}") for form in ("svg", "png")),
    *(("table", "-o", f"table.{form}") for form in ("xlsx", "csv", "html", "md", "json")),
    *(("compare", "7号", "8号", "--format", form) for form in ("text", "json")),
    *(("compare", "7号", "8号", "-o", f"compared.{form}") for form in ("html", "xlsx")),
    ("answers", "demands.txt", "7号"),
    *(
        ("export", "--format", form)
        for form in ("turtle", "trig", "nquads", "jsonld", "rdfxml", "graphml", "gexf", "csv")
    ),
    *(("view", "-o", f"view.{form}") for form in ("html", "pdf", "svg", "png", "dot", "mmd")),
    ("view", "--terminal"),
    ("reports",),
    ("remove", "report.txt"),
)


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """A folder whose ``sitecustomize`` refuses every socket."""
    folder = tmp_path / "sealed"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(NO_SOCKETS, "utf-8")
    return folder


def test_every_command_works_without_a_network(sealed: Path, tmp_path: Path, report: Path) -> None:
    """A process a command, which writes all its forms."""
    (tmp_path / "report.txt").write_bytes(report.read_bytes())
    (tmp_path / "other.txt").write_text(report.read_text("utf-8").replace("7号", "8号"), "utf-8")
    (tmp_path / "demands.txt").write_text("要推进“一业一证”改革。", "utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(sealed), *sys.path))}
    for _, forms in groupby(COMMANDS, key=lambda arguments: arguments[0]):
        command = [sys.executable, "-c", EACH, json.dumps(list(forms))]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=120)
        assert done.returncode == 0, done.stderr


def test_no_command_is_left_out() -> None:
    assert {arguments[0] for arguments in COMMANDS} - {"--help"} == set(program("en").commands)


def test_the_seal_holds(sealed: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import socket; socket.socket()"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(sealed)},
    )
    assert "a socket was asked for" in done.stderr
