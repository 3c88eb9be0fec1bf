"""Every command works where no socket can be made."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
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


def test_every_command_works_without_a_network(
    kg_process: Callable[..., subprocess.Popen[str]], sealed: Path, tmp_path: Path, report: Path
) -> None:
    (tmp_path / "report.txt").write_bytes(report.read_bytes())
    (tmp_path / "other.txt").write_text(report.read_text("utf-8").replace("7号", "8号"), "utf-8")
    (tmp_path / "demands.txt").write_text("要推进“一业一证”改革。", "utf-8")
    for arguments in COMMANDS:
        process = kg_process(*arguments, PYTHONPATH=str(sealed))
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, (arguments, errors)


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
