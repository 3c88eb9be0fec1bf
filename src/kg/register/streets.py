"""The streets (街道), towns and townships of a county, by the codes of the Bureau of Statistics.

The table is read when something is first asked of it, and only the lines of the county in question are taken apart.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache

from kg.register.divisions import Division, by_code
from kg.resources import folder
from kg.words import group_of

SHORTEST = 2
"""Characters that must be left without the type word."""


@dataclass(frozen=True, slots=True)
class Street(Division):
    """A street, town, township or what the Bureau counts beside them; ``code`` has nine digits."""

    @property
    def level(self) -> str:
        """Always ``street``."""
        return "street"


@cache
def streets_of(county_code: str) -> tuple[Division, ...]:
    """The streets and towns of the county with this GB/T 2260 code, in the order of their codes."""
    return tuple(Street(line[:9], line[10:]) for line in _lines(county_code).splitlines())


def street_named(name: str, county_code: str) -> Division | None:
    """The street or town of this name: 南京西路街道, or 南京西路 where no other of the county can be meant by it."""
    found = streets_of(county_code)
    alike = [s for s in found if s.name == name] or [s for s in found if _bare(s.name) == name]
    return alike[0] if len(alike) == 1 else None


def count_of(county_code: str) -> int:
    """How many streets and towns the county has."""
    return _lines(county_code).count("\n")


@cache
def _type_words() -> tuple[str, ...]:
    """What a text may leave out at the end of a name, the longest first."""
    return tuple(sorted(group_of("division-words", "street"), key=lambda w: (-len(w), w)))


def _bare(name: str) -> str | None:
    """The name without its type word, None where it has none or too little is left."""
    word = next((w for w in _type_words() if name.endswith(w)), "")
    return name.removesuffix(word) if word and len(name) - len(word) >= SHORTEST else None


def _lines(county_code: str) -> str:
    """The county's lines of the table, which stand together; each ends with a line break."""
    if not (len(county_code) == 6 and county_code.isascii() and county_code.isdigit()):
        return ""
    text, head = _text(), "\n" + _counted_as(county_code)
    start = text.find(head)
    return "" if start < 0 else text[start + 1 : text.index("\n", text.rindex(head) + 1) + 1]


def _counted_as(code: str) -> str:
    """The code that the table has for a county; a city without counties may stand there as its own county: 嘉峪关市."""
    own, again = by_code().get(code), by_code().get(code[:4] + "01")
    return again.code if own and again and own.name == again.name else code


@cache
def _text() -> str:
    return gzip.decompress((folder("seeds") / "gazetteer" / "streets.tsv.gz").read_bytes()).decode("utf-8")
