"""Names as they stand in a text → names as a register has them, with the division they belong to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.register.divisions import Division, Jurisdiction, around, jurisdiction, leading, table
from kg.resources import rows

LEVEL_WORDS = {"区": "county", "县": "county", "市": "city", "省": "province", "自治区": "province", "州": "city"}
STATE = "100000"
"""Code for bodies of the state as a whole, which GB/T 2260 leaves without a code of their own."""

ISSUES_FOR_THE_STATE = ("国务院", "国家", "中国", "中华", "中共中央", "中央", "最高人民")
BREAK = re.compile(r"[ \u3000、\n]+")
ORGAN_END = re.compile(r"委员会|总局|局|委|厅|部|办公室|政府|银行|协会|署|院")
LEADERS = re.compile(r"(?:主要|分管|有关|相关)?(?:领导|负责同志|负责人)$")
"""A leader means the body (guidelines, *Measures*): 区领导, 市商务局主要负责人."""
LEAGUE, PARTY = "共青团{}委员会", "中共{}"


@dataclass(frozen=True, slots=True)
class Named:
    """A register name and the code of its division, None where it can't be known."""

    name: str
    division: str | None


@cache
def departments() -> dict[str, str]:
    """Short name → full name of the standard bodies, both without a division: those of the list, and each field of
    government with each word for the organ."""
    organs = [(row[0], row[1]) for row in rows("seeds/gazetteer/organs.tsv")]
    found = {
        stem + organ: full + organ_full
        for stem, full, *_ in rows("seeds/gazetteer/stems.tsv")
        for organ, organ_full in organs
    }
    return found | {row[0]: row[1] for row in rows("seeds/gazetteer/departments.tsv")}


@cache
def central() -> dict[str, str]:
    """Name of a body of the state as documents write it → its full name."""
    return {row[0]: row[1] for row in rows("seeds/gazetteer/central.tsv")}


@cache
def unmistakable() -> dict[str, str]:
    """Names of bodies of the state that no local body bears."""
    return {k: v for k, v in central().items() if k not in departments()}


@cache
def party() -> dict[str, str]:
    """What follows the division in the name of a party body: 市委组织部 → 中共X市委组织部."""
    return {row[0]: row[1] for row in rows("seeds/gazetteer/party.tsv")}


@cache
def speakers() -> frozenset[str]:
    """Words by which an issuer speaks of itself."""
    return frozenset(row[0] for row in rows("seeds/lexicon/speakers.tsv"))


@cache
def zones() -> dict[str, str]:
    """Zone → what its administration is called."""
    return {row[0]: row[2] for row in rows("seeds/gazetteer/zones.tsv")}


@cache
def deictics() -> dict[str, str]:
    """Words such as 本区 → the level they point at."""
    return {row[0]: row[1] for row in rows("seeds/lexicon/deictics.tsv")}


@dataclass(frozen=True, slots=True)
class Register:
    """Resolves names as the issuer of one document means them."""

    place: Jurisdiction | None
    issuer: str | None = None
    state: bool = False
    """The issuer is a body of the state as a whole."""

    def place_name(self, text: str) -> Named | None:
        """A division's name or a word that points at one: 本区, 静安, 上海市静安区."""
        if text in deictics():
            if deictics()[text] == "state":
                return Named("中国", STATE)
            division = self.place.at(deictics()[text]) if self.place else None
            return Named(division.name, division.code) if division else None
        for full in (text, text + "市", text + "区", text + "县", text + "省"):
            if self.place and self.place.own.name == full:
                return Named(full, self.place.own.code)
        chain = leading(text)
        if chain and sum(len(d.name) for d in chain) == len(text):
            return Named(chain[-1].name, chain[-1].code)
        return None

    def government_of(self, text: str) -> str | None:
        """The government that a place as subject stands for: 静安区 → 静安区人民政府."""
        named = self.place_name(text)
        if named is None:
            return None
        if named.division == STATE:
            return None
        return named.name + (zones().get(named.name) or "人民政府")

    def body_name(self, text: str) -> Named:
        """A body's register name: 区政府, 上海市静安区人民政府 → 静安区人民政府; 市场监管局 → 静安区市场监督管理局."""
        if (leader := LEADERS.search(text)) and leader.start():
            whom = text[: leader.start()]
            text = whom + "政府" if whom in LEVEL_WORDS else whom
        if text in unmistakable():
            return Named(unmistakable()[text], STATE)
        if self.state and text in central():
            return Named(central()[text], STATE)
        if self.issuer and text in speakers():
            return Named(self.issuer, self.place.own.code if self.place else None)
        chain = leading(text)
        if chain:
            return self._of(chain[-1], text[sum(len(d.name) for d in chain) :])
        if self.state:
            return Named(text, STATE)
        if text in departments() and self.place:
            return Named(self.place.own.name + departments()[text], self.place.own.code)
        for word in ("自治区", text[:1]):
            level, rest = LEVEL_WORDS.get(word), text[len(word) :]
            if level and text.startswith(word) and rest and self.place and (division := self.place.meant_by(word)):
                return self._of(division, rest)
        if (
            text.startswith("团")
            and text[1:2] in LEVEL_WORDS
            and text.endswith("委")
            and self.place
            and (division := self.place.meant_by(text[1]))
        ):
            return Named(LEAGUE.format(division.name), division.code)
        return Named(text, self.place.own.code if self.place else None)

    def _of(self, division: Division, rest: str) -> Named:
        """The body of a division whose name goes on with ``rest``."""
        if not rest:
            return Named(division.name, division.code)
        if rest in party():
            return Named(PARTY.format(division.name) + party()[rest], division.code)
        if rest == "政协":
            return Named(f"中国人民政治协商会议{division.name}委员会", division.code)
        return Named(division.name + departments().get(rest, rest), division.code)

    def thing_name(self, text: str) -> Named:
        """A site's, system's or programme's register name: 区行政服务中心 → 静安区行政服务中心."""
        head, rest = text[:1], text[1:]
        if (
            head in LEVEL_WORDS
            and len(rest) > 1
            and rest[:1] not in "级场民政"
            and self.place
            and (division := self.place.meant_by(head))
        ):
            return Named(division.name + rest, division.code)
        return Named(text, self.place.own.code if self.place else None)


def is_group(name: str) -> bool:
    """True for a name that means several bodies without naming them: 各县人民政府, 省有关部门."""
    return any(name.startswith(word) if where == "start" else word in name for word, where in _group_words())


@cache
def _group_words() -> tuple[tuple[str, str], ...]:
    return tuple((row[0], row[1]) for row in rows("seeds/lexicon/group-words.tsv"))


@cache
def _standard_names() -> frozenset[str]:
    """What stands behind the division in the names of standard bodies."""
    governments = frozenset(zones().values()) | {"人民政府"}
    return frozenset(departments().values()) | governments


def is_registered(name: str) -> bool:
    """True for the register name of a body of the state, or of a standard body of a division of China."""
    if name in central().values():
        return True
    party_body = name.startswith(PARTY.format("")) and any(name.endswith(full) for full in party().values())
    if party_body or (name.startswith("中国人民政治协商会议") and name.endswith("委员会")):
        return True
    chain = leading(name)
    own = name[sum(len(d.name) for d in chain) :] if chain else ""
    return own in _standard_names() or any(name == zone + body for zone, body in zones().items())


def bodies_in(issuer: str) -> tuple[str, ...]:
    """The bodies that sign side by side, also where nothing parts them: 广州市财政局广州市民政局."""
    return tuple(body for part in BREAK.split(issuer) if part for body in _apart(part))


def _apart(text: str) -> Iterator[str]:
    at = 0
    for match in ORGAN_END.finditer(text):
        rest = text[match.end() :]
        if match.end() - at > 2 and (
            (leading(rest) and leading(rest)[0].name == (leading(text) or leading(rest))[0].name)
            or any(rest.startswith(name) for name in unmistakable() | central())
        ):
            yield text[at : match.end()]
            at = match.end()
    yield text[at:]


def register_for(issuer: str | None, title: str | None, text: str = "") -> Register:
    """The register as the issuer of a document sees it; without an issuer the division that the text names most."""
    bodies = bodies_in(issuer or "")
    if bodies and (bodies[0].startswith(ISSUES_FOR_THE_STATE) or bodies[0] in central()):
        return Register(None, central().get(bodies[0], bodies[0]) if len(bodies) == 1 else None, True)
    place = jurisdiction(issuer, title) or (_most_named(text) if not issuer else None)
    plain = Register(place)
    return Register(place, plain.body_name(bodies[0]).name if len(bodies) == 1 else None)


def _most_named(text: str) -> Jurisdiction | None:
    """The division that a text without an issuer speaks from.

    It is of the level whose departments the text names (市商务局, 市财政局 …), if it does. Its full name stands most
    often, twice or more and more often than any other; else it is named most often without its type word, and at least
    twice as often as the next.
    """
    level = _level_of_departments(text)
    known = [name for name, found in table().items() if len(found) == 1 and (level is None or name.endswith(level))]
    full = _first_of(text, known)
    if full and full[0][0] >= 2 and (len(full) == 1 or full[1][0] < full[0][0]):
        return around(table()[full[0][1]][0])
    if level is None:
        return None
    short = _first_of(text, [name[:-1] for name in known if len(name) > 2])
    if short and short[0][0] >= NAMED and (len(short) == 1 or 2 * short[1][0] <= short[0][0]):
        return around(table()[short[0][1] + level][0])
    return None


def _first_of(text: str, names: Sequence[str]) -> list[tuple[int, str]]:
    """How often each name stands in a text, the most frequent first; 自然资源县 is no 资源县."""
    counted = ((text.count(name) - text.count("自然" + name), name) for name in names if name in text)
    return sorted((row for row in counted if row[0]), key=lambda row: (-row[0], row[1]))[:2]


NAMED = 4
"""Least times that the short name of a division stands in a text that speaks from it."""

BODIES = 3
"""Least times that a text names departments of its own level."""


def _level_of_departments(text: str) -> str | None:
    """省, 市, 区 or 县, as it stands most often before the name of a standard department; None where seldom."""
    counts = Counter(match[1] for match in _with_level().finditer(text))
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] >= BODIES else None


@cache
def _with_level() -> re.Pattern[str]:
    known = sorted((name for name in departments() if len(name) > 2), key=len, reverse=True)
    return re.compile("([省市区县])(?:" + "|".join(map(re.escape, known)) + ")")
