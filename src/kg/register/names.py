"""Names as they stand in a text → names as a register has them, with the division they belong to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from kg.facts import Found
from kg.register.branches import branch_of
from kg.register.divisions import PROVINCE_END, Division, Jurisdiction, called, in_full, leading
from kg.register.fields import department_of, own_names, without_level
from kg.register.levels import division_word, level_words, session, written_out
from kg.register.one_character import of_one_character
from kg.register.things import hotline, is_state_wide, local_groups, national_name, without_levels
from kg.resources import rows
from kg.words import either, group_of

STATE = "100000"
"""Code for bodies of the state as a whole, which GB/T 2260 leaves without a code of their own."""

LEADERS = re.compile(r"(?:主要|分管|有关|相关)?(?:领导|负责同志|负责人)$")
"""A leader means the body (guidelines, *Measures*): 区领导, 市商务局主要负责人."""
OFFICE = re.compile("办公[厅室]$")
LEAGUE, PARTY, COUNCIL = "共青团{}委员会", "中共{}", "中国人民政治协商会议{}委员会"
COUNCIL_WORDS = ("政协", "政协委员会")
COURTS = {"province": "高级人民法院", "city": "中级人民法院", "county": "人民法院"}
"""《中华人民共和国人民法院组织法》 articles 20 and 22: what the court of a division of each level is called."""
SECOND_BOARD = re.compile(r"(?<=[局委办厅会])[（(][^（()）]{2,16}(?:[局委办厅]|办事处)[)）]$")
"""What a body is called besides: 综合行政执法局（市场监督管理局）."""


@dataclass(frozen=True, slots=True)
class Named:
    """A register name and the code of its division, None where it can't be known."""

    name: str
    division: str | None
    found: Found = "none"
    """How: the register has it; the document says so; a rule made it (its division put before it); not at all."""


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
    return found | {row[0]: row[1] for row in rows("seeds/gazetteer/departments.tsv")} | _other_names("local")


@cache
def central() -> dict[str, str]:
    """Name of a body of the state as documents write it → its full name."""
    listed = rows("seeds/gazetteer/central.tsv")
    more = _other_names("state")
    return (
        {full: full for full in more.values()}
        | {row[1]: row[1] for row in listed}
        | more
        | {row[0]: row[1] for row in listed}
    )


@cache
def _other_names(whose: str) -> dict[str, str]:
    return {row[0]: row[1] for row in rows("seeds/gazetteer/other-names.tsv") if row[2] == whose}


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
    return {row[0]: row[2] for file in ("zones", "new-areas") for row in rows(f"seeds/gazetteer/{file}.tsv")}


@cache
def _zone_words() -> tuple[str, ...]:
    """How zones are called for short, the longest first."""
    return tuple(sorted(group_of("division-words", "zone"), key=lambda w: (-len(w), w)))


@cache
def _of_the_state() -> re.Pattern[str]:
    """How a body of the state begins; a place has a 国家安全局 of its own."""
    return re.compile(rf"(?!国家(?:安全局|保密局))(?:全国|{either(group_of('body-words', 'state'))})")


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
    said: Mapping[str, str] = field(default_factory=dict)
    """Names that the document itself explains: as they stand there → the fuller name."""

    def explained(self, said: Mapping[str, str]) -> Register:
        """The register with what a document says of its own names."""
        return replace(self, said=said)

    def place_name(self, text: str) -> Named | None:
        """A division's name or a word that points at one: 本区, 静安, 上海市静安区."""
        if text in deictics():
            if deictics()[text] == "state":
                return Named("中国", STATE, "rule")
            division = self.place.at(deictics()[text]) if self.place else None
            return Named(division.name, division.code, "rule") if division else None
        chain = leading(text := in_full(text))
        if chain and sum(len(d.name) for d in chain) == len(text):
            return Named(chain[-1].name, chain[-1].code, "register")
        division = (of_one_character if len(text) == 1 else called)(text.removesuffix("大地"), self.place)
        return Named(division.name, division.code, "register") if division else None

    def is_near(self, text: str) -> bool:
        """True for a place in the issuer's own province that is called so."""
        division = called(text, self.place)
        return bool(division and self.place and division.code[:2] == self.place.own.code[:2])

    def government_of(self, text: str) -> str | None:
        """The government that a place as subject stands for: 静安区 → 静安区人民政府."""
        named = self.place_name(text)
        if named is None:
            return None
        if named.division == STATE or named.name == "台湾省":
            return None
        return named.name + (zones().get(named.name) or ("政府" if named.name.endswith("特别行政区") else "人民政府"))

    def body_name(self, text: str) -> Named:
        """A body's register name: 区政府, 上海市静安区人民政府 → 静安区人民政府; 市场监管局 → 静安区市场监督管理局."""
        if (leader := LEADERS.search(text)) and leader.start():
            whom = text[: leader.start()]
            text = whom + "政府" if whom in level_words() else whom
        if text in self.said:
            return replace(replace(self, said={}).body_name(self.said[text]), found="document")
        text = without_level(SECOND_BOARD.sub("", text))
        if text.startswith(tuple(group_of("body-words", "unnamed"))):
            return Named(text, self.place.own.code if self.place else None)
        if text in unmistakable():
            return Named(unmistakable()[text], STATE, "register")
        if self.state and text in central():
            return Named(central()[text], STATE, "register")
        if self.issuer and text in speakers():
            return self._self_named(text)
        if (office := branch_of(text, self.place)) is not None:
            return Named(office[0], office[1].code, "register")
        text = in_full(self._without_zone_word(text))
        chain = leading(text)
        if chain:
            return self._of(chain[-1], text[sum(len(d.name) for d in chain) :])
        of_party = next((text[len(word) :] for word in ("中共", "中国共产党") if text.startswith(word)), "")
        if (chain := leading(of_party)) and (rest := of_party[sum(len(d.name) for d in chain) :]) in party():
            return self._of(chain[-1], rest)
        if self.state:
            return Named(COUNCIL.removesuffix("{}委员会") if text in COUNCIL_WORDS else text, STATE)
        if of_council := self._council(text):
            return of_council
        if text in departments() and self.place:
            if text == "人民法院" and self.place.own.level != "county":
                return Named(text, self.place.own.code)
            return self._of(self.place.own, text)
        if (begun := self._begun_shortly(text)) is not None:
            return begun
        if begun_so := self._with_level(text):
            return self._of(*begun_so)
        if (
            text.startswith("团")
            and text[1:2] in level_words()
            and text.endswith("委")
            and self.place
            and (division := self.place.meant_by(text[1]))
        ):
            return Named(LEAGUE.format(division.name), division.code, "register")
        other = text[:1] in level_words() or text.startswith(_zone_words())  # a zone's bureau is not its city's
        if self.place and text.endswith("局") and not other and not _of_the_state().match(text):
            return Named(self.place.own.name + text, self.place.own.code, "rule")
        if self.place and text in local_groups():
            return Named(self.place.own.name + local_groups()[text], self.place.own.code, "rule")
        return Named(text, self.place.own.code if self.place else None)

    def _council(self, text: str) -> Named | None:
        """A consultative conference that is written with its division behind: 政协广州市委员会."""
        rest = next((text[len(w) :] for w in ("中国人民政治协商会议", "政协") if text.startswith(w)), "")
        chain = leading(rest)
        if not chain or rest[sum(len(d.name) for d in chain) :] != "委员会":
            return None
        return self._of(chain[-1], COUNCIL_WORDS[0])

    def _begun_shortly(self, text: str) -> Named | None:
        """A body whose name begins with the short name of the issuer's division or one above it: 郑州财政局 is a
        standard body, any other (兰州海事局) is called so."""
        above = (self.place.own, self.place.city, self.place.province) if self.place else ()
        for division in above:
            short = PROVINCE_END.sub("", division.name) if division else ""
            if division and len(short) > 1 and text.startswith(short):
                rest = text[len(short) :]
                known = rest in departments() and not rest.endswith(_vertical())
                return self._of(division, rest) if known else Named(text, division.code)
        return None

    def _self_named(self, word: str) -> Named:
        """Who says 我局 or 我部: the issuer; an office that says 我部 speaks for its ministry."""
        issuer = self.issuer or ""
        if word[-1] in "部委局署" and (ministry := OFFICE.sub("", issuer)) != issuer and ministry.endswith(word[-1]):
            issuer = central().get(ministry, ministry)
        return Named(issuer, self.place.own.code if self.place else STATE if self.state else None, "document")

    def _without_zone_word(self, text: str) -> str:
        """A zone's body calls its zone by the type word: 实验区党工委 of 平潭综合实验区 is the 区党工委."""
        own = self.place.own.name if self.place else ""
        word = next((w for w in _zone_words() if own.endswith(w) and text.startswith(w) and len(text) > len(w)), None)
        return "区" + text[len(word) :] if word else text

    def _of(self, division: Division, rest: str) -> Named:
        """The body of a division whose name goes on with ``rest``."""
        if not rest:
            return Named(division.name, division.code, "register")
        if (organ := rest.removeprefix("党")) in party():  # 自治区党委
            organ = party()[organ] if organ == "委" else rest.removesuffix(organ) + party()[organ]
            return Named(PARTY.format(division.name) + organ, division.code, "register")
        if rest in COUNCIL_WORDS:
            return Named(COUNCIL.format(division.name), division.code, "register")
        if rest in ("法院", "人民法院") and division.name not in zones():
            return Named(division.name + COURTS[division.level], division.code, "register")
        name = division.name + (
            own_names(division.code).get(rest)
            or departments().get(rest)
            or local_groups().get(rest)
            or department_of(rest, division)
            or written_out(rest)
        )
        return Named(name, division.code, "register" if is_registered(name) else "rule")

    def thing_name(self, text: str) -> Named:
        """A site's, system's or programme's register name: 区行政服务中心 → 静安区行政服务中心."""
        if text in self.said:
            return replace(replace(self, said={}).thing_name(self.said[text]), found="document")
        if (name := national_name(text)) is not None:
            return Named(name, STATE, "register")
        if (line := hotline(text)) is not None:
            return self._hotline(*line)
        if is_state_wide(text):
            return Named(text, STATE)
        text = session(self._without_zone_word(without_levels(text)))
        if (begun_so := self._with_level(text)) and len(begun_so[1]) > 1:
            division, rest = begun_so
            return Named(division.name + written_out(rest), division.code, "rule")
        return Named(text, self.place.own.code if self.place else None)

    def _with_level(self, text: str) -> tuple[Division, str] | None:
        """The division that the level word before a name means, and the rest of the name: 市商务局."""
        word = division_word(text)
        division = self.place.meant_by(word) if self.place and word and len(text) > len(word) else None
        return (division, text[len(word) :]) if division else None

    def _hotline(self, level: str, name: str) -> Named:
        """A hotline is a province's or a city's: a county that names it without a level may mean the city's."""
        division = self.place.meant_by(level) if self.place and level else None
        if division is None and self.place and self.place.own.code.endswith("00"):
            division = self.place.own
        if division is None:
            return Named(name, self.place.own.code if self.place else None, "register")
        return Named(division.name + name, division.code, "register")


@cache
def _vertical() -> tuple[str, ...]:
    """Last words of the names of bodies that are no department of a division's government (``not-departments.tsv``)."""
    return tuple(row[0] for row in rows("seeds/gazetteer/not-departments.tsv"))


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
