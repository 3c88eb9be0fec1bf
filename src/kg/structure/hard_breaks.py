"""Line ends inside of sentences, as a copy from the pages of a book or a PDF has them: 现役军⏎人在原有标准上再补贴.

Nothing in a text tells them from the ends of paragraphs but where lines end. A text is set in lines of one width where
most of its lines end there; elsewhere a line goes on where it leaves a bracket or a quote open that the next one
closes, or where it ends without a mark behind a sentence that has one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Sequence
from itertools import accumulate

from kg.structure.days import DAY
from kg.structure.lines import BLANK, trim
from kg.structure.nesting import depths
from kg.structure.numbering import number_of
from kg.structure.words import role_words

CELLS = re.compile(r"[|\t]")
"""A row of a table is no line of a page."""
ENDS = re.compile(r"[。；;！？!?：:）)”》】〕\]…—%]$")
STOP = re.compile(r"[。！？!?][)）”]?$")
"""Behind it a line that is not full and has no mark at its end is a heading."""
COMMA = ("，", ",", "、")
CLAUSES = re.compile(r"[。；;，,：:]")
"""A numbered line without one is a heading and the first one a title; they may be as wide as the page by chance."""
INNER = re.compile(r"[。；;]")
INDENT = re.compile(rf"[{re.escape(BLANK)}]*[　 ]{{2}}|[　\t]")
"""What a paragraph begins with."""
LABEL = re.compile(r"([\u4e00-\u9fff]{2,10})[:：]")
"""责任单位： begins a line of its own, and so does any other where lines have no one width."""
SIGNED = re.compile(DAY)
"""What stands alone under a signature."""
PAGE = re.compile(r"[-—–－─·]\s*\d{1,4}\s*[-—–－─·]|第\s*\d{1,4}\s*页(?:\s*共\s*\d{1,4}\s*页)?")
"""The number of a page: －6－, 第6页."""
FIGURE = re.compile(r"\d{1,4}")
"""So is a number alone, in a text that is set in lines of one width."""
REPEATED = 3
"""How often the head of the pages stands in such a text at least."""
TURN = 6
"""Lines between two pages at most: empty ones, the number and the head."""
FARTHEST = 1000
"""Characters of a paragraph that are looked at before a line end: brackets are not longer, and paragraphs may be."""
LEAST = 20
"""Characters of a line that goes on, unless all lines have one width."""
NARROW, WIDE = 30, 120
"""Widths of lines of a page, in halves of a Chinese character."""
RAGGED = 4
"""How much narrower than others a full line may be: marks that begin no line, words and numbers that are not parted."""
SHARE = 0.5
"""Lines of a page that are full, at least."""
FEWEST = 8


def line_ends(characters: str) -> set[int]:
    """Places of the line ends inside of paragraphs, and of the numbers of pages there with what is around them."""
    lines = characters.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    heads = {line for line, times in Counter(map(trim, lines)).items() if times >= REPEATED and line}
    full = _width([line for line in map(trim, lines) if line not in heads and not PAGE.fullmatch(line)])
    gone = set[int]()
    said, first = "", True
    place = 0
    while place + 1 < len(lines):
        line, below = lines[place], _over_page(lines, place + 1, full, heads)
        said = (said + trim(line))[-FARTHEST:]
        if _goes_on(said, trim(line), lines[below], full, first):
            gone.update(range(starts[place] + len(line), starts[below]))
            place = below
        else:
            said, first = "", first and not said
            place += 1
    return gone


def _over_page(lines: Sequence[str], place: int, full: int | None, heads: Container[str]) -> int:
    """The next line that is not empty, where the number of a page stands before it, with its head or not; else
    this one."""
    numbered = False
    for at in range(place, min(place + TURN, len(lines))):
        line = trim(lines[at])
        if PAGE.fullmatch(line) or (full is not None and FIGURE.fullmatch(line)):
            numbered = True
        elif line and not (full is not None and line in heads):
            return at if numbered else place
    return place


def _goes_on(said: str, line: str, below: str, full: int | None, first: bool) -> bool:
    """Whether a sentence goes on from a line to the one below. ``said``: the paragraph so far; ``full``: the width of
    lines that end where the page does; ``first``: whether nothing stands above the paragraph."""
    there = trim(below)
    if (
        not line
        or not there
        or CELLS.search(line)
        or CELLS.search(there)
        or SIGNED.fullmatch(there)
        or PAGE.fullmatch(there)
    ):
        return False
    if INDENT.match(below) or number_of(there):
        return False
    if depths(f"{said}、{there}".replace('"', "、"))[len(said)] > 0:  # which side a straight quote is, can't be told
        return True
    label = LABEL.match(there)
    if label and label[1] in role_words():
        return False
    if full is not None and full - RAGGED <= width(line) <= full + RAGGED:
        wide = width(there) >= full - RAGGED
        heads = (first or number_of(said)) and not CLAUSES.search(said)
        headed = STOP.search(line) and not wide and not ENDS.search(there)
        return not (headed or (heads and wide))
    if label or len(said) < LEAST or ENDS.search(line):
        return False
    return INNER.search(said) is not None or (line.endswith(COMMA) and number_of(said) is None)


def width(text: str) -> int:
    """How wide a line is, in halves of a Chinese character."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def _width(lines: Sequence[str]) -> int | None:
    """The width at which the lines of a page end, where most of them do."""
    widths = [width(line) for line in lines if line and not CELLS.search(line)]
    counted = Counter(widths)
    most = max((sum(counted[w - d] for d in range(RAGGED + 1)), w) for w in (*counted, 0))
    share, full = most
    fits = NARROW <= full <= WIDE and share >= max(FEWEST, SHARE * len(widths))
    return full if fits and sum(w > full + RAGGED for w in widths) <= (1 - SHARE) / 5 * len(widths) else None
