"""A text as it is read: without what a copy from pages or an editor has put into it, and with the quotes of the
standard (GB/T 15834-2011, 4.8). The text itself stays as it is; facts are moved back to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.structure.blanks import blanks
from kg.structure.hard_breaks import line_ends
from kg.structure.nesting import LONGEST_STRAIGHT

HAN = "\u4e00-\u9fff"
BESIDE = re.compile(rf"(?<=[{HAN}]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%℃]) (?=[{HAN}])")
"""A blank between a figure or a foreign word and the Chinese beside it: 2024 年."""
CLOSE = re.compile(rf"(?<=[{HAN}])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%℃])(?=[{HAN}])")
"""Where one might stand."""
NUMBER = re.compile(r"^[ \t\u3000]*\d{1,3}(?:[.．]\d{1,2})* ", re.M)
"""The blank behind the number of a heading parts it from its words."""
SHARE, FEWEST = 0.4, 10
"""An editor that puts blanks beside figures puts them beside most."""
INSIDE = re.compile("(?<=[“《]) | (?=[”》])")
"""So is a blank within quotes beside them: “ 一事一议 ”."""
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
CORNERS = str.maketrans("「」", "“”")
QUOTES = re.compile('[“”"]')


@dataclass(frozen=True, slots=True)
class AsRead:
    """The characters that are read. ``places``: of each of them, and of the end, where it stands in the text."""

    characters: str
    places: tuple[int, ...]


def as_read(characters: str) -> AsRead | None:
    """What is read of a text; None where that is the text itself."""
    quoted = _quotes(characters.translate(CORNERS))
    gone = (
        line_ends(quoted)
        | blanks(quoted)
        | _beside_figures(quoted)
        | {m.start() for p in (INSIDE, INVISIBLE) for m in p.finditer(quoted)}
    )
    if not gone and quoted == characters:
        return None
    places = [at for at in range(len(characters)) if at not in gone]
    return AsRead("".join(quoted[at] for at in places), (*places, len(characters)))


def _beside_figures(characters: str) -> set[int]:
    """The blanks beside figures, in a text that has them throughout."""
    found = {m.start() for m in BESIDE.finditer(characters)}
    if len(found) < FEWEST or len(found) < SHARE * (len(found) + len(CLOSE.findall(characters))):
        return set()
    return found - {m.end() - 1 for m in NUMBER.finditer(characters)}


def _quotes(characters: str) -> str:
    """The text with the quotes of a line that don't tell their sides as what they are by those before them: the first
    opens, the next one closes."""
    if '"' not in characters:
        return characters
    found = list(characters)
    opened: re.Match[str] | None = None
    for m in QUOTES.finditer(characters):
        near = opened is not None and _near(characters, opened.end(), m.start())
        if m[0] == "“" or not (near and opened):
            opened = m if m[0] != "”" else None
            continue
        found[opened.start()], found[m.start()] = "“", "”"
        opened = None
    return "".join(found)


def _near(characters: str, start: int, end: int) -> bool:
    return end - start <= LONGEST_STRAIGHT and "\n" not in characters[start:end]
