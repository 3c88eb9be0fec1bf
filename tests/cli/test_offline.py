"""Every command works where no socket can be made."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

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
    ("build", "report.txt"),
    ("facts", "report.txt"),
    ("validate",),
    ("query", "--list"),
    ("trace", "一业一证"),
    *(("export", "--format", form) for form in ("turtle", "trig", "nquads", "jsonld", "rdfxml", "graphml", "csv")),
    *(("view", "-o", f"view.{form}") for form in ("html", "svg", "png", "dot", "mmd")),
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
    for arguments in COMMANDS:
        process = kg_process(*arguments, PYTHONPATH=str(sealed))
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, (arguments, errors)


def test_the_seal_holds(sealed: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import socket; socket.socket()"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(sealed)},
    )
    assert "a socket was asked for" in done.stderr
