"""The divisions of China by their GB/T 2260 codes, and the jurisdiction that a document speaks from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.register.levels import level_words
from kg.resources import rows
from kg.words import either, group_of

PROVINCE_END = re.compile("省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区")
PROVINCE = re.compile("[^省州]{2,3}省|新疆维吾尔自治区")
"""Those with autonomous prefectures."""
LEVELS = ("province", "city", "county")
TYPE_WORDS = ("市", "区", "县")
"""What a division's name ends with and is called without; longer ones belong to the name (自治县)."""


@dataclass(frozen=True, slots=True, order=True)
class Division:
    """A province, city, county or a zone with an administration of its own; ``code`` has six digits."""

    code: str
    name: str

    @property
    def level(self) -> str:
        """``province``, ``city`` or ``county`` (GB/T 2260: pairs of digits, 00 where a level isn't reached)."""
        return LEVELS[0] if self.code.endswith("0000") else LEVELS[1] if self.code.endswith("00") else LEVELS[2]


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """The issuer's own division and the ones it lies in; a municipality is both province and city of its districts."""

    own: Division
    city: Division | None
    province: Division | None

    @property
    def chain(self) -> tuple[Division, ...]:
        """The own division, its city and its province, as far as there are such."""
        return tuple(d for d in (self.own, self.city, self.province) if d)

    def at(self, level: str) -> Division | None:
        """The division of this level (``own``, ``county``, ``city``, ``province``) as the issuer sees it."""
        if level == "own" or level == ("county" if is_zone(self.own) else self.own.level):
            return self.own
        if level == "county":
            return None
        if level == "city":
            # 市 in a document of a municipality itself means the municipality; a province has no city of its own
            return self.city or next((d for d in (self.province, self.own) if d and d.name.endswith("市")), None)
        return self.province

    def meant_by(self, word: str) -> Division | None:
        """The division that a word for a level (区, 市, 自治区 …) before a name means: the own one where its name ends
        so (a city of the county level calls itself 市), else the one of that level above it."""
        if self.own.name.endswith(word):
            return self.own
        meant = self.at(level_words().get(word, "province"))
        # a city's county, a league's city and the 省 of an autonomous region are others
        return meant if meant is None or meant.name.endswith(word) else None


@cache
def table() -> dict[str, tuple[Division, ...]]:
    """Name → the divisions that bear it, by code; zones stand under the code of the division they lie in."""
    found: dict[str, list[Division]] = {}
    for code, name in rows("seeds/gazetteer/divisions.tsv"):
        found.setdefault(name, []).append(Division(code, name))
    for name, code, *_ in (*rows("seeds/gazetteer/zones.tsv"), *rows("seeds/gazetteer/new-areas.tsv")):
        found.setdefault(name, []).append(Division(code, name))
    return {name: _apart(divisions) for name, divisions in found.items()}


def _apart(divisions: Sequence[Division]) -> tuple[Division, ...]:
    """Divisions of one name by code, without those that lie in another of them: a city without counties stands in the
    tables again as its own county."""
    kept: list[Division] = []
    for division in sorted(set(divisions), key=lambda d: d.code):
        if not any(division.code.startswith(d.code.rstrip("0")) for d in kept):
            kept.append(division)
    return tuple(kept)


@cache
def geography() -> frozenset[str]:
    """Names of divisions, zones and regions, also without the type word where two characters are left."""
    full = set(table()) | {row[0] for row in rows("seeds/gazetteer/regions.tsv")}
    return frozenset(full | {name[:-1] for name in full if len(name) > 2 and name[-1] in "省市区县"})


@cache
def by_code() -> dict[str, Division]:
    """Code → division (zones aside)."""
    return {code: Division(code, name) for code, name in rows("seeds/gazetteer/divisions.tsv")}


LONGEST, SHORTEST = 14, 2
"""Characters of a division's name."""


def leading(text: str, place: Jurisdiction | None = None) -> tuple[Division, ...]:
    """The chain of divisions that ``text`` begins with: 上海市静安区人民政府 → 上海市, 静安区.

    Of several that are called so (鼓楼区) a document of ``place`` means the one in its own city, else in its province.
    """
    chain: list[Division] = []
    at = 0
    while True:
        match = _longest(text[at : at + LONGEST], chain[-1] if chain else None, place)
        if match is None:
            return tuple(chain)
        chain.append(match)
        at += len(match.name)


def parted(text: str, place: Jurisdiction | None = None) -> tuple[Division | None, str]:
    """The last division of those that ``text`` begins with, and what stands behind them: 上海市静安区人民政府 → 静安区,
    人民政府."""
    chain = leading(text, place)
    return chain[-1] if chain else None, text[sum(len(d.name) for d in chain) :]


def _longest(text: str, above: Division | None, place: Jurisdiction | None) -> Division | None:
    for length in range(len(text), SHORTEST - 1, -1):
        candidates = table().get(text[:length], ())
        inside = [d for d in candidates if above is None or d.code.startswith(above.code.rstrip("0").ljust(2, "0"))]
        if len(inside) == 1 or (inside and above is not None):
            return inside[0]
        if inside and place is not None and (near := _nearest(inside, place)):
            return near
    return None


def _nearest(found: Sequence[Division], place: Jurisdiction) -> Division | None:
    """The only one in the city of a place, else in its province; 城区 and 郊区 are words as well."""
    if len(found[0].name) == SHORTEST:
        return None
    for digits in (4, 2) if place.own.level != "province" else (2,):
        near = [d for d in found if d.code[:digits] == place.own.code[:digits]]
        if near:
            return near[0] if len(near) == 1 else None
    return None


def in_full(text: str) -> str:
    """The text with the autonomous prefecture that it begins with, its province aside, written out: 阿坝州 →
    阿坝藏族羌族自治州."""
    at = len(province.group()) if (province := PROVINCE.match(text)) else 0
    end = text.find("州", at + SHORTEST, at + SHORTEST + 4)
    division = _prefectures().get(text[at:end]) if end > 0 else None
    return text[:at] + division.name + text[end + 1 :] if division else text


def jurisdiction(*texts: str | None) -> Jurisdiction | None:
    """Where the issuer sits, from the first text (issuer, title, …) that begins with or holds a division's name."""
    for text in texts:
        if not text:
            continue
        for at in range(len(text)):
            chain = leading(in_full(text[at:]))
            if chain:
                return around(chain[-1])
        found = sorted((text.index(short), division) for short, division in provinces().items() if short in text)
        if found:
            return around(found[0][1])
    return None


@cache
def provinces() -> dict[str, Division]:
    """Short name → province or autonomous region: 广西, 内蒙古."""
    found = (d for divisions in table().values() for d in divisions if d.level == "province")
    return {PROVINCE_END.sub("", d.name): d for d in found}


def called(text: str, place: Jurisdiction | None) -> Division | None:
    """The division that a name without its type word means (合肥, 湖北), as a document of this place reads it.

    One of the place's own, a province, one in its province, a city, else the only one in the country that is called so;
    in a province a city comes before the counties that share its name. A mountain or a river that a county or an
    autonomous prefecture is called after stays what it is.
    """
    chain = place.chain if place else ()
    known = [d for end in TYPE_WORDS for d in table().get(text + end, ())]
    if text in _prefectures():
        known.append(_prefectures()[text])
    if own := next((d for d in chain if d in known), None):
        return own
    if text.endswith(tuple(group_of("division-words", "nature"))):
        known = [d for d in known if d.name == text + "市" and d.level == "city"]
    if text in provinces():
        return provinces()[text]
    if text in group_of("place-homographs", "region"):  # 江南
        return None
    near = [d for d in known if chain and d.code[:2] == chain[0].code[:2]]
    cities = [d for d in known if d.level == "city"]
    for some in ([d for d in near if d.level == "city"], near, cities, known):
        if len(some) == 1:
            return None if text in _prefectures() and len(known) > 1 else some[0]
    return None


@cache
def _prefectures() -> dict[str, Division]:
    """Short name → autonomous prefecture: 延边, 凉山."""
    found = (d for divisions in table().values() for d in divisions if d.name.endswith("自治州"))
    peoples = re.compile(rf"(?:(?:{either(group_of('division-words', 'people'))})族?)+自治州$")
    return {peoples.sub("", d.name): d for d in found}


def around(own: Division) -> Jurisdiction:
    """The jurisdiction of a division."""
    codes = by_code()
    city = codes.get(own.code[:4] + "00") if own.level == "county" or is_zone(own) else None
    province = codes.get(own.code[:2] + "0000") if own.level != "province" or is_zone(own) else None
    return Jurisdiction(own, city if city != province else None, province)


def is_zone(division: Division) -> bool:
    """True for a zone, which stands under the code of the division that it lies in."""
    return division.code in by_code() and by_code()[division.code].name != division.name
