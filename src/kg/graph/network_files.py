"""A store's property graph as GraphML and GEXF, written as it is read: networkx would hold all of it, several times."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from kg.graph.network import Network, Steps, Told
from kg.graph.store import Store

_NODE = {
    **{"label": "string", "kind": "string", "measures": "long", "status": "string", "report": "string"},
    **{"value": "double", "unit": "string", "as_of": "string"},
}
_EDGE = {"kind": "string", "weight": "long", "basis": "string"}
"""What nodes and edges have, and its type: those of both formats have the same names."""


def write_graphml(
    store: Store, out: BinaryIO, measures: Collection[str] | None = None, processes: int = 1, steps: Steps = iter
) -> None:
    """GraphML 1.0 (http://graphml.graphdrawing.org/specification.html) in UTF-8."""
    _write(out, _graphml(Network(store, measures, processes, steps)))


def write_gexf(
    store: Store, out: BinaryIO, measures: Collection[str] | None = None, processes: int = 1, steps: Steps = iter
) -> None:
    """GEXF 1.2 (https://gexf.net/1.2/) in UTF-8, without the day of writing, so that the same store gives the same
    bytes."""
    _write(out, _gexf(Network(store, measures, processes, steps)))


def _write(out: BinaryIO, lines: Iterator[str]) -> None:
    out.writelines(line.encode() + b"\n" for line in lines)


def _graphml(network: Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for of, names in (("node", _NODE), ("edge", _EDGE)):
        for name, type_ in names.items():
            yield f'<key id="{of}-{name}" for="{of}" attr.name="{name}" attr.type="{type_}"/>'
    yield '<graph edgedefault="directed">'
    for node, told in network.nodes():
        yield f"<node id={quoteattr(node)}>{_data('node', told)}</node>"
    for number, (source, target, told) in enumerate(network.edges()):
        ends = f"source={quoteattr(source)} target={quoteattr(target)}"
        yield f'<edge id="e{number}" {ends}>{_data("edge", told)}</edge>'
    yield "</graph>"
    yield "</graphml>"


def _data(of: str, told: Told) -> str:
    return "".join(f'<data key="{of}-{name}">{escape(str(value))}</data>' for name, value in told.items())


def _gexf(network: Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">'
    yield '<graph defaultedgetype="directed" mode="static">'
    for of, names in (("node", _NODE), ("edge", _EDGE)):
        yield f'<attributes class="{of}" mode="static">'
        for name, type_ in names.items():
            yield f'<attribute id="{of}-{name}" title="{name}" type="{type_}"/>'
        yield "</attributes>"
    yield "<nodes>"
    for node, told in network.nodes():
        named = f"id={quoteattr(node)} label={quoteattr(str(told['label']))}"
        yield f"<node {named}>{_values('node', told, 'label')}</node>"
    yield "</nodes>"
    yield "<edges>"
    for number, (source, target, told) in enumerate(network.edges()):
        ends = f'source={quoteattr(source)} target={quoteattr(target)} weight="{told["weight"]}"'
        yield f'<edge id="{number}" {ends}>{_values("edge", told, "weight")}</edge>'
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _values(of: str, told: Told, besides: str) -> str:
    """What a node or an edge has, but what the format has an attribute of its own for."""
    rest = ((name, quoteattr(str(value))) for name, value in told.items() if name != besides)
    listed = (f'<attvalue for="{of}-{name}" value={said}/>' for name, said in rest)
    return f"<attvalues>{''.join(listed)}</attvalues>"


WRITERS: dict[str, Callable[..., None]] = {
    "graphml": write_graphml,
    "gexf": write_gexf,
}
