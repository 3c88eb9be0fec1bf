"""What was made of a report's graph, kept in a file beside the graphs for as long as that graph stays as it is.

The store forgets it before a graph changes, so that what is kept is never of another one; what was made of all graphs
together is forgotten whenever one changes. It is JSON, since a store may come from somebody else: nothing in it is run.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.errors import UnreadableInput

FOLDER = "made"
REPORTS, NAMES = OF_ALL = ("reports", "names")
"""What is made of all graphs together."""


def kept(store: Path, of: str, form: int) -> Any:
    """What is kept in this form of this graph or of one of `OF_ALL`; None where nothing is, as in a store in memory, or
    it is of another form or broken."""
    try:
        found, made = json.loads(_place(store, of).read_bytes())
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    return made if found == form else None


def is_kept(store: Path, graph: str) -> bool:
    """Whether something is kept of this graph."""
    return os.path.exists(_place(store, graph))  # Path.exists raises where the folder can't be entered


def keep(store: Path, of: str, form: int, made: Any) -> None:
    """Keeps what was made of this graph, or of all. Where it can't be written it is made again each time: nothing is
    lost.

    A link that stands in its place leads nowhere: a store may come from somebody else.
    """
    place = _place(store, of)
    part = place.with_suffix(".part")
    with suppress(OSError):
        place.parent.mkdir(exist_ok=True)
        part.unlink(missing_ok=True)
        with part.open("xb") as out:
            out.write(json.dumps([form, made], ensure_ascii=False, separators=(",", ":")).encode())
        part.replace(place)


def forget(store: Path, graphs: Iterable[str]) -> None:
    """Takes away what is kept of these graphs and of all together, also where there is no such graph: a crash may have
    lost it alone.

    Raises UnreadableInput where it can't be.
    """
    for of in (*graphs, *OF_ALL):
        try:
            _place(store, of).unlink(missing_ok=True)
        except OSError as e:
            raise UnreadableInput("store-unwritable", path=store, reason=e) from e


def _place(store: Path, of: str) -> Path:
    return store / FOLDER / sha256(of.encode()).hexdigest()
