"""What fills the gap of a question: names of the store, units, days, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING

from kg.asking.phrasings import plain_name
from kg.language.dates import find_days
from kg.language.numerals import value_of

if TYPE_CHECKING:
    from kg.graph.store import Store

WHOLE, QUOTED, PART, AROUND = 4, 3, 2, 1
"""How a text fits a name: all of it, all that stands in its quotes (一业一证 of “一业一证”改革), a part of it; or it
stands in a heading or measure, which is no name of it."""
SHORTEST_PART = 2
"""Characters; less is no part of a name that anyone would ask by."""

_CLASSES = {
    "Body": "body",
    "Site": "site",
    "System": "system",
    "Programme": "programme",
    "PolicyDocument": "document",
    "Event": "event",
    "Place": "place",
}
_THINGS = f"""
SELECT DISTINCT ?class ?name ?label WHERE {{ VALUES ?class {{ {" ".join(f"kg:{c}" for c in _CLASSES)} }}
  ?x a ?class ; skos:prefLabel ?name ; skos:prefLabel|skos:altLabel ?label }} ORDER BY ?class ?name ?label"""
_OTHERS = {
    "report": """SELECT DISTINCT ?name ?label WHERE { ?r a kg:Report ; dcterms:title ?name .
      ?r dcterms:title|dcterms:identifier ?label } ORDER BY ?name ?label""",
    "section": """SELECT DISTINCT ?name (?name AS ?label) WHERE { ?s a kg:Section ; dcterms:title ?name }
      ORDER BY ?name""",
    "text": "SELECT DISTINCT ?name (?name AS ?label) WHERE { ?m a kg:Measure ; rdfs:label ?name } ORDER BY ?name",
}
_WORDINGS = ("section", "text")
_UNITS = "SELECT DISTINCT ?unit WHERE { ?o sosa:hasResult/kg:unit ?unit } ORDER BY ?unit"

_IN_QUOTES = re.compile("“([^”]+)”")
_DROPPED = str.maketrans("", "", '“”‘’"《》 \t\n\r\u3000')
_DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})[日号]?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? ([0-9]{4})")
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")


@dataclass(frozen=True, slots=True)
class Fit:
    """The names of one kind that a text fits best, and the value that asks for them."""

    how: int
    """`WHOLE`, `QUOTED`, `PART` or `AROUND`."""
    value: str
    names: tuple[str, ...]
    """Every name that a question asked with ``value`` reaches."""


class Names:
    """The names of a store by kind, each read when it is first needed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read: dict[str, list[tuple[str, str]]] = {}

    def of(self, kind: str) -> list[tuple[str, str]]:
        """(name, a way it is written) of everything of this kind, in order."""
        if kind in _OTHERS:
            if kind not in self._read:
                found = self._store.select(_OTHERS[kind])
                self._read[kind] = [(row["name"] or "", row["label"] or "") for row in found]
            return self._read[kind]
        return self._things.get(kind, [])

    def fit(self, kind: str, text: str) -> Fit | None:
        """What of this kind the normalised text names best; None where nothing fits.

        One name is asked for by that name, several by what they have in common: the text itself.
        """
        wanted = plain_name(text)
        best, fitting = 0, dict[str, None]()
        for name, label in self.of(kind):
            how = _how(wanted, label)
            if how > best:
                best, fitting = how, {}
            if how and how == best:
                fitting[name] = None
        if not fitting:
            return None
        value = next(iter(fitting)) if len(fitting) == 1 else text
        reached = dict.fromkeys(name for name, label in self.of(kind) if _loose(value) in _loose(label))
        return Fit(AROUND if kind in _WORDINGS else best, value, tuple(reached or fitting))

    def near(self, kinds: Iterable[str], text: str) -> tuple[str, ...]:
        """The names of these kinds that look most like the text."""
        known = list(dict.fromkeys(name for kind in kinds for name, _ in self.of(kind)))
        return tuple(get_close_matches(text, known, n=5, cutoff=0.2))

    def units(self) -> tuple[str, ...]:
        """The units that outcomes are counted in."""
        return tuple(row["unit"] or "" for row in self._store.select(_UNITS))

    @cached_property
    def _things(self) -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for row in self._store.select(_THINGS):
            kind = _CLASSES[(row["class"] or "").rpartition("#")[2]]
            found.setdefault(kind, []).append((row["name"] or "", row["label"] or ""))
        return found


def day_of(text: str, exact: bool = False) -> str | None:
    """The ISO day that a normalised text says: 2023-10-31, 2023年10月底 (the last of the period, unless an exact day is
    wanted), 31 October 2023; None where it says none."""
    if match := _DAY.fullmatch(text):
        return _iso(match[1], match[2], match[3])
    if match := _DAY_MONTH.fullmatch(text):
        return _iso(match[3], _month(match[2]), match[1])
    if match := _MONTH_DAY.fullmatch(text):
        return _iso(match[3], _month(match[1]), match[2])
    days = () if exact else find_days(text, None, None)
    return days[0].as_of.isoformat() if days and (days[0].start, days[0].end) == (0, len(text)) else None


def number_of(text: str) -> str | None:
    """The number that a text writes (10000, 1万) as a decimal; None where it is none."""
    value = value_of(text)
    return None if value is None else format(value, "f")


def _how(wanted: str, label: str) -> int:
    have = plain_name(label)
    if have == wanted:
        return WHOLE
    if len(wanted) < SHORTEST_PART or wanted not in have:
        return 0
    return QUOTED if any(plain_name(q) == wanted for q in _IN_QUOTES.findall(label)) else PART


def _loose(text: str) -> str:
    """As the named questions compare parts of names."""
    return text.translate(_DROPPED).lower()


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _month(name: str) -> str:
    return str(_MONTHS.index(name[:3]) + 1) if name[:3] in _MONTHS else ""
