"""A store of many invented reports: the seed's graph over and over, each time of another number and of one of some places.

Made from the lines of the seed's graph by putting other names of the same form into them, without reading any text, so
that a thousand reports take a minute. Reports of one place share their bodies, sites and programmes, as real ones do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

PLACES = 16
_FIRST, _SECOND = "甲乙丙丁", "东西南北"


def graphs(lines: list[str], number: str, place: str, code: str, count: int) -> Iterator[bytes]:
    """``count`` graphs as N-Quads: the lines of one report's graph with its number, place and code made others."""
    text = "\n".join(lines) + "\n"
    year, _, rest = number.partition("〕")
    for i in range(count):
        p = i % PLACES
        other = _FIRST[p // 4] + _SECOND[p % 4]
        numbered = f"{year}〕{rest.removesuffix('号')}-{i:04}号"
        made = text
        for old, new in ((number, numbered), (place, other), (code, f"9{p:02}{code[3:]}")):
            made = made.replace(old, new).replace(quote(old), quote(new))
        yield made.encode()


def make(path: Path, lines: list[str], number: str, place: str, code: str, count: int) -> None:
    """A store of ``count`` reports in this folder."""
    import pyoxigraph as ox

    from kg.graph.store import APART, MARKER, Store

    with Store.open(path, create=True):
        pass
    inner = ox.Store(path / "rdf")
    for graph in graphs(lines, number, place, code, count):
        inner.bulk_load(graph, ox.RdfFormat.N_QUADS)
    inner.flush()
    del inner
    marker = json.loads((path / MARKER).read_text("utf-8"))
    (path / MARKER).write_text(json.dumps(marker | {"format": APART}), "utf-8")
    with Store.open(path):
        pass
