"""The folder of a store: ``kg.json`` says what it is, ``rdf/`` is Oxigraph's."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from kg.errors import UnreadableInput
from kg.files import write_atomically
from kg.graph.terms import ONTOLOGY_VERSION, base

FORMAT = 3
"""Version of the folder's layout: who writes a store of this one knows of `kg.graph.beside`."""

TOGETHER, APART = 2, 1
"""The layouts before: without what is made of graphs, and with the graphs of the reports alone, not yet together."""

MARKER = "kg.json"

COPY = "reading-"
"""How the name of a folder begins that holds a copy for other processes."""


def make(path: Path) -> None:
    """Makes an empty store beside its place and renames it, so that a half-made one is never seen."""
    path.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent))
    try:
        made.chmod(0o755)
        mark(made, {"format": FORMAT, "ontology": ONTOLOGY_VERSION, "base": base()})
        ox.Store(made / "rdf").flush()
        made.replace(path)
    except RuntimeError as e:
        raise UnreadableInput("store-unwritable", path=path, reason=e) from e
    finally:
        shutil.rmtree(made, ignore_errors=True)


def is_store(path: Path) -> bool:
    """Whether this folder is a store, of whatever layout."""
    return os.path.isfile(path / MARKER) and os.path.isdir(path / "rdf")  # Path's raise where it can't be entered


def mark(path: Path, marker: dict[str, object]) -> None:
    """Writes what the folder is."""
    write_atomically(path / MARKER, (json.dumps(marker, indent=1) + "\n").encode())


def renew(path: Path) -> None:
    """Writes that the folder is of this layout now. Where it can't be written, nothing can be kept in it either."""
    with suppress(UnreadableInput):
        mark(path, json.loads((path / MARKER).read_text("utf-8")) | {"format": FORMAT})


def check(path: Path) -> int:
    """The layout of the folder; raises UnreadableInput where it is no store of a known one."""
    if not path.exists():
        raise UnreadableInput("store-missing", path=path)
    try:
        marker = json.loads((path / MARKER).read_text("utf-8"))
        found = int(marker["format"])
    except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError) as e:
        raise UnreadableInput("store-not-ours", path=path) from e
    if found not in (APART, TOGETHER, FORMAT):
        raise UnreadableInput("store-newer", path=path, found=found, known=FORMAT)
    if not (path / "rdf" / "CURRENT").is_file():
        raise UnreadableInput("store-damaged", path=path, reason=f"{MARKER} ≠ rdf/")
    return found


def about_disk(reason: str) -> bool:
    """True where Oxigraph's message tells of the disk, not of its files."""
    return any(words in reason for words in ("No space left", "Read-only file system", "Permission denied"))


def swept(path: Path) -> None:
    """Takes away what a killed program left: files that Oxigraph was about to take over, which it would keep for ever
    (their names are a random number without an ending), and copies that were read. Only for who has the folder open
    for writing.
    """
    for copy in path.glob(f"{COPY}*"):
        shutil.rmtree(copy, ignore_errors=True)
    for file in (path / "rdf").iterdir():
        if file.name.isdecimal():
            file.unlink(missing_ok=True)
