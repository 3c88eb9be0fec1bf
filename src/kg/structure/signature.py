"""The signature: the bodies that sign, and the day under them (GB/T 9704-2012, 7.3.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.facts import Field, Quote
from kg.structure.days import DAY, NUMERIC_DAY, iso_day
from kg.structure.lines import Line
from kg.structure.words import alternatives

MOST_SIGNING_LINES = 15
LONGEST_SIGNING_LINE = 80

ATTACHED_LIST = re.compile(r"附件?\s*[:：]")
SIDE_NOTE = re.compile(rf"[（(]\s*(?:{alternatives('side')})[^（()）]{{0,60}}[)）]$|(?:{alternatives('foot')})\s*[:：]")
"""Notes below the signature: (此件公开发布)."""

_SEAL = rf"(?:\s*[（(](?:{alternatives('seal')})[)）])?"
_BODY_LINE = re.compile(
    rf"[^，,。；;：:！!？?、《》“”\d|]{{0,{LONGEST_SIGNING_LINE}}}?(?:{alternatives('body')})(?={_SEAL}$)"
)
_DAY_LINE = re.compile(rf"({DAY}|{NUMERIC_DAY})(印发)?$")
_BOTH = re.compile(rf"(.{{2,60}}?){_SEAL}\s*({DAY})(印发)?$")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, if anyone is named, and when. ``lines`` are the indexes of its lines, in order."""

    issuer: Field | None
    day: Field
    lines: tuple[int, ...]
    printed: bool = False
    """Only the note on printing at the foot (GB/T 9704-2012, 7.4.2): X办公室 2022年8月5日印发."""


def find_signature(characters: str, lines: Sequence[Line], body: int) -> Signature | None:
    """The first signature with a name in the body's lines; else the last day alone in its line or note on printing.

    A letter that hands on another document is signed before that document; so the first one counts. ``body`` is the
    index of the body's first line.
    """
    alone: Signature | None = None
    for line in lines[body:]:
        found = _signature_at(characters, lines, line, body)
        if found and found.issuer and not found.printed:
            return found
        if found and (alone is None or alone.printed or not found.printed):
            alone = found
    return alone


def _signature_at(characters: str, lines: Sequence[Line], line: Line, body: int) -> Signature | None:
    if len(line.text) > LONGEST_SIGNING_LINE:
        return None
    if match := _DAY_LINE.match(line.text):
        iso = iso_day(match[1])
        if iso is None:
            return None
        day = Field(iso, Quote(line.start, line.start + match.end(1), match[1]))
        signing = _signing_lines(lines, line.index, body)
        return Signature(_issuer(characters, lines, signing), day, (*signing, line.index), bool(match[2]))
    match = _BOTH.match(line.text)
    if match and (name := _BODY_LINE.match(match[1])) and name.end() == len(match[1]) and (iso := iso_day(match[2])):
        quote = Quote(line.start, line.start + name.end(), name[0])
        day = Field(iso, Quote(line.start + match.start(2), line.start + match.end(2), match[2]))
        return Signature(Field(name[0], quote), day, (line.index,), bool(match[3]))
    return None


def _signing_lines(lines: Sequence[Line], day: int, body: int) -> tuple[int, ...]:
    """Indexes of the lines above the day that name bodies."""
    first = day
    while first > max(body, day - MOST_SIGNING_LINES) and is_body(lines[first - 1].text):
        first -= 1
    return tuple(range(first, day))


def is_body(text: str) -> bool:
    """Whether a line is the name of a body, or of several side by side, and nothing else."""
    return len(text) <= LONGEST_SIGNING_LINE and bool(_BODY_LINE.match(text))


def _issuer(characters: str, lines: Sequence[Line], signing: Sequence[int]) -> Field | None:
    """The names as signed; those of several lines are joined by a space, the quote runs over all of them."""
    if not signing:
        return None
    names = []
    for index in signing:
        match = _BODY_LINE.match(lines[index].text)
        names.append(match[0] if match else lines[index].text)
    first, last = lines[signing[0]], lines[signing[-1]]
    end = last.start + len(names[-1])
    return Field(" ".join(names), Quote(first.start, end, characters[first.start : end]))
