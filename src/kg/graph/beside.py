"""What was made of a report's graph, kept in a file beside the graphs for as long as that graph stays as it is.

The store forgets it before a graph changes, so that what is kept is never of another one. A file that a crash left
broken must be told by who reads it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from kg.errors import UnreadableInput

FOLDER = "made"


def kept(store: Path, graph: str) -> bytes | None:
    """What is kept of this graph; None where nothing is, as in a store in memory."""
    try:
        return _place(store, graph).read_bytes()
    except OSError:
        return None


def is_kept(store: Path, graph: str) -> bool:
    """Whether something is kept of this graph."""
    return os.path.exists(_place(store, graph))  # Path.exists raises where the folder can't be entered


def keep(store: Path, graph: str, made: bytes) -> None:
    """Keeps what was made of this graph. Where it can't be written it is made again each time: nothing is lost.

    A link that stands in its place leads nowhere: a store may come from somebody else.
    """
    place = _place(store, graph)
    part = place.with_suffix(".part")
    with suppress(OSError):
        place.parent.mkdir(exist_ok=True)
        part.unlink(missing_ok=True)
        with part.open("xb") as out:
            out.write(made)
        part.replace(place)


def forget(store: Path, graphs: Iterable[str]) -> None:
    """Takes away what is kept of these graphs, also where there is no such graph: a crash may have lost it alone.

    Raises UnreadableInput where it can't be.
    """
    for graph in graphs:
        try:
            _place(store, graph).unlink(missing_ok=True)
        except OSError as e:
            raise UnreadableInput("store-unwritable", path=store, reason=e) from e


def _place(store: Path, graph: str) -> Path:
    return store / FOLDER / sha256(graph.encode()).hexdigest()
