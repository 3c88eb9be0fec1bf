"""A store of many invented reports: the graph of one over and over, each time of another number and place.

Made from the lines of a report's graph by putting other names of the same form into them, without reading any text, so
that a thousand reports take a minute. Reports of one place share their bodies, sites and programmes, as real ones do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

PLACES = 16
_FIRST, _SECOND = "甲乙丙丁", "东西南北"


def graphs(lines: Sequence[str], number: str, place: str, code: str | None, count: int) -> Iterator[str]:
    """``count`` graphs as N-Quads: the lines of one report's graph with its number, place and code made others."""
    text = "\n".join(lines) + "\n"
    year, _, rest = number.partition("〕")
    for i in range(count):
        p = i % PLACES
        other = _FIRST[p // 4] + _SECOND[p % 4]
        numbered = f"{year}〕{rest.removesuffix('号')}-{i:04}号"
        made = text
        coded = [(code, f"9{p:02}{code[3:]}")] if code else []
        for old, new in ((number, numbered), (place, other), *coded):
            made = made.replace(old, new)
        yield made


def make(path: Path, lines: Sequence[str], number: str, place: str, code: str | None, count: int) -> None:
    """A store of ``count`` reports in this folder."""
    import pyoxigraph as ox

    from kg.graph.place import APART, MARKER
    from kg.graph.store import Store

    with Store.open(path, create=True):
        pass
    inner = ox.Store(path / "rdf")
    for graph in graphs(lines, number, place, code, count):
        inner.bulk_load(graph.encode(), ox.RdfFormat.N_QUADS)
    inner.flush()
    del inner
    marker = json.loads((path / MARKER).read_text("utf-8"))
    (path / MARKER).write_text(json.dumps(marker | {"format": APART}), "utf-8")
    with Store.open(path):
        pass
