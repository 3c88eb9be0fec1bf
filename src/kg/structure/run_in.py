"""Front matter that a copy has run together into the first line: title, number, addressee, signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.structure.days import DAY
from kg.structure.frame import CODE, is_recipient
from kg.structure.lines import Line, trim
from kg.structure.signature import is_body
from kg.structure.words import alternatives

_HEAD = re.compile(
    rf"(?P<title>[^。：:]{{4,120}}(?:{alternatives('kind')}))(?P<number>{CODE})(?P<to>[^。：:《》]{{2,400}}[：:])"
)
_SIGNED = re.compile(
    rf"(?:执行|实施|落实|办理)。(?P<body>[^，,。；;：:\d]{{4,60}})(?P<day>{DAY})(?P<note>[（(]此件[^（()）]*[)）])?"
)


def parted(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, the first one parted where it begins with title, number and addressee run together."""
    if not lines or not (head := _HEAD.match(lines[0].text)) or not is_recipient(head["to"]):
        return tuple(lines)
    first = lines[0]
    cuts = [head.start("number"), head.start("to"), head.end()]
    signed = _SIGNED.search(first.text, head.end())
    if signed and is_body(signed["body"]):
        cuts += [signed.start("body"), signed.start("day"), signed.end("day"), signed.end()]
    found = [*_pieces(first, cuts), *lines[1:]]
    return tuple(Line(index, line.start, line.end, line.text) for index, line in enumerate(found))


def _pieces(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    for start, end in zip([0, *cuts], [*cuts, len(line.text)], strict=True):
        if text := trim(line.text[start:end]):
            at = line.start + line.text.index(text, start)
            yield Line(line.index, at, at + len(text), text)
