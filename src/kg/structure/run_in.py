"""Front matter that a copy has run together into the first line: title, number, addressee, signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.structure.days import DAY
from kg.structure.frame import CODE, is_recipient
from kg.structure.lines import Line, numbered, pieces
from kg.structure.signature import is_body
from kg.structure.words import alternatives

DASHES = "—－─―-"
FRONT = 2
"""Lines in which that is looked for."""
_HEAD = re.compile(
    rf"(?P<title>[^。：:]{{4,120}}(?:{alternatives('kind')}))(?P<number>{CODE})(?P<to>[^。：:《》]{{2,400}}[：:])"
)
_SIGNED = re.compile(
    rf"(?:执行|实施|落实|办理)。(?P<body>[^，,。；;：:\d]{{4,60}})(?P<day>{DAY})(?P<note>[（(]此件[^（()）]*[)）])?"
)

_FOOT = re.compile(rf"。(?P<body>[^，,。；;：:\d]{{4,60}})(?P<day>{DAY})\s*(?P<note>[（(]此件[^（()）]*[)）])?$")
"""A signature at the end of the last line."""

_NUMBERED = re.compile(
    rf"(?P<before>{CODE})(?P<of>[^。：:]{{4,120}}(?:{alternatives('kind')})》?)$"
    rf"|(?P<title>[^。：:]{{4,120}}(?:{alternatives('kind')}))(?P<dash>[{DASHES}]*)(?P<number>{CODE}|[（(]{CODE}[)）])$"
)
"""A title with its document number before or behind it."""
_ADDRESSED = re.compile(r"(?P<to>[^。：:]{4,120}[：:])(?=为|根据|按照|经|现)")
"""An addressee before the first words of the text."""
_PORTAL = re.compile(r"\d{9,}[^。]{0,60}(?:19|20)\d\d-\d\d-\d\d\D")
"""What a portal's list of documents has before a title: 索引号, 发布机构, 发文日期."""
_ISO_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")


def parted(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, one of the first parted where title, number, addressee or a portal's index have run together, the last
    where it ends in the signature."""
    foot = _FOOT.search(lines[-1].text) if lines else None
    if foot and is_body(foot["body"]):
        cuts = [foot.start("body"), foot.start("day"), foot.end("day")]
        lines = numbered([*lines[:-1], *_pieces(lines[-1], cuts)])
    for line in lines[:FRONT]:
        if cuts := _cuts(line.text):
            return numbered([*lines[: line.index], *_pieces(line, cuts), *lines[line.index + 1 :]])
    return tuple(lines)


def _cuts(text: str) -> list[int]:
    if (head := _HEAD.match(text)) and is_recipient(head["to"]):
        cuts = [head.start("number"), head.start("to"), head.end()]
        signed = _SIGNED.search(text, head.end())
        if signed and is_body(signed["body"]):
            cuts += [signed.start("body"), signed.start("day"), signed.end("day"), signed.end()]
        return cuts
    if (addressed := _ADDRESSED.match(text)) and is_recipient(addressed["to"]):
        return [addressed.end()]
    if titled := _NUMBERED.match(text):
        return [titled.end("before")] if titled["before"] else [titled.end("title"), titled.start("number")]
    if _PORTAL.match(text):
        return [cut for day in _ISO_DAY.finditer(text) for cut in day.span()][1:]
    return []


def _pieces(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    return (piece for piece in pieces(line, cuts) if piece.text.strip(DASHES))
