"""Paragraphs as lines: ``\\n`` parts them, nothing else does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

BLANK = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + "\ufeff\u200b"
"""White space (the ideographic space U+3000 too), the byte order mark and the zero-width space."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph without the white space around it. ``index`` counts the paragraphs that are not blank."""

    index: int
    start: int
    end: int
    text: str


def lines_of(characters: str) -> tuple[Line, ...]:
    """The paragraphs that are not blank, in order."""
    found: list[Line] = []
    offset = 0
    for raw in characters.split("\n"):
        text = trim(raw)
        if text:
            start = offset + raw.index(text[0])
            found.append(Line(len(found), start, start + len(text), text))
        offset += len(raw) + 1
    return tuple(found)


def pieces(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    """What a line is parted into at these places of its text, blank pieces left out; all have its index."""
    for start, end in zip([0, *cuts], [*cuts, len(line.text)], strict=True):
        if text := trim(line.text[start:end]):
            at = line.start + line.text.index(text, start)
            yield Line(line.index, at, at + len(text), text)


def numbered(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines with indexes anew."""
    return tuple(replace(line, index=index) for index, line in enumerate(lines))


def trim(text: str) -> str:
    """The text without white space, byte order marks and zero-width spaces at its ends."""
    return text.strip(BLANK)
