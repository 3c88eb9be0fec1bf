"""Items that a copy has run on into the line before, behind the note that closes it: （财政局负责）（三）加强采购。"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.structure.lines import Line, numbered, pieces

_HAN = "[一二三四五六七八九十]{1,3}"
_ITEM = re.compile(
    rf"(?<=[^（(〔\[。]{{6}}[)）〕\]】])(?=[（(]{_HAN}[)）](?![（(、和款项条])|{_HAN}、(?!{_HAN}、))"
    rf"|(?<=[^：:]。)(?=[（(]{_HAN}[)）](?![（(、和款项条]))"
)
"""Where an item begins: behind a note's last bracket or a full stop; not 第（一）（二）项, 一、二、三产业."""


def apart(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines, with one of its own for each item."""
    return numbered(piece for line in lines for piece in pieces(line, [m.start() for m in _ITEM.finditer(line.text)]))
