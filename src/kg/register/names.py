"""Names as they stand in a text → names as a register has them, with the division they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.register.divisions import Jurisdiction, jurisdiction, leading
from kg.resources import rows

LEVEL_WORDS = {"区": "county", "县": "county", "市": "city", "省": "province"}
STATE = "100000"
"""Code for bodies of the state as a whole, which GB/T 2260 leaves without a code of their own."""


@dataclass(frozen=True, slots=True)
class Named:
    """A register name and the code of its division, None where it can't be known."""

    name: str
    division: str | None


@cache
def departments() -> dict[str, str]:
    """Short name → full name of the standard bodies, both without a division."""
    return {row[0]: row[1] for row in rows("seeds/gazetteer/departments.tsv")}


@cache
def deictics() -> dict[str, str]:
    """Words such as 本区 → the level they point at."""
    return {row[0]: row[1] for row in rows("seeds/lexicon/deictics.tsv")}


@dataclass(frozen=True, slots=True)
class Register:
    """Resolves names as the issuer of one document means them."""

    place: Jurisdiction | None

    def place_name(self, text: str) -> Named | None:
        """A division's name or a word that points at one: 本区, 静安, 上海市静安区."""
        if text in deictics():
            division = self.place.at(deictics()[text]) if self.place else None
            return Named(division.name, division.code) if division else None
        for full in (text, text + "市", text + "区", text + "县", text + "省"):
            if self.place and self.place.own.name == full:
                return Named(full, self.place.own.code)
        chain = leading(text)
        if chain and sum(len(d.name) for d in chain) == len(text):
            return Named(chain[-1].name, chain[-1].code)
        return None

    def body_name(self, text: str) -> Named:
        """A body's register name: 区政府, 上海市静安区人民政府 → 静安区人民政府; 市场监管局 → 静安区市场监督管理局."""
        chain = leading(text)
        if chain:
            rest = text[sum(len(d.name) for d in chain) :]
            return Named(chain[-1].name + departments().get(rest, rest), chain[-1].code)
        if text in departments() and self.place:
            return Named(self.place.own.name + departments()[text], self.place.own.code)
        head, rest = text[:1], text[1:]
        if head in LEVEL_WORDS and self.place and (division := self.place.at(LEVEL_WORDS[head])):
            return Named(division.name + departments().get(rest, rest), division.code)
        return Named(text, self.place.own.code if self.place else None)

    def thing_name(self, text: str) -> Named:
        """A site's, system's or programme's register name: 区行政服务中心 → 静安区行政服务中心."""
        head, rest = text[:1], text[1:]
        if head in LEVEL_WORDS and len(rest) > 1 and self.place and (division := self.place.at(LEVEL_WORDS[head])):
            return Named(division.name + rest, division.code)
        return Named(text, self.place.own.code if self.place else None)


def register_for(issuer: str | None, title: str | None) -> Register:
    """The register as the issuer of a document sees it."""
    return Register(jurisdiction(issuer, title))
