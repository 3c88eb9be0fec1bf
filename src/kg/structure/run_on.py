"""Items that a copy has run on into the line before, behind the note that closes it: （财政局负责）（三）加强采购。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.structure.lines import Line, trim

_HAN = "[一二三四五六七八九十]{1,3}"
_ITEM = re.compile(
    rf"(?<=[^（(〔\[。]{{6}}[)）〕\]】])(?=[（(]{_HAN}[)）](?![（(、和款项条])|{_HAN}、(?!{_HAN}、))"
    rf"|(?<=[^：:]。)(?=[（(]{_HAN}[)）](?![（(、和款项条]))"
)
"""Where an item begins: behind a note's last bracket or a full stop; not 第（一）（二）项, 一、二、三产业."""


def apart(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, with one of its own for each item."""
    pieces = [piece for line in lines for piece in _pieces(line)]
    return tuple(Line(index, start, start + len(text), text) for index, (start, text) in enumerate(pieces))


def _pieces(line: Line) -> Iterator[tuple[int, str]]:
    cuts = [m.start() for m in _ITEM.finditer(line.text)]
    for start, end in zip([0, *cuts], [*cuts, len(line.text)], strict=True):
        if text := trim(line.text[start:end]):
            yield line.start + line.text.index(text, start), text
