"""Names as they stand in a text → names as a register has them, with the division they belong to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from kg.facts import Found
from kg.register.branches import branch_of
from kg.register.divisions import PROVINCE_END, Division, Jurisdiction, called, in_full, parted
from kg.register.fields import department_of, field_of, own_names, without_level
from kg.register.groups import is_group
from kg.register.levels import division_word, level_words, session, written_out
from kg.register.one_character import of_one_character
from kg.register.standard import (
    PARTY,
    central,
    deictics,
    departments,
    is_registered,
    not_departments,
    of_the_state,
    party,
    unmistakable,
    zone_words,
    zones,
)
from kg.register.things import hotline, is_state_wide, local_groups, national_name, without_levels
from kg.register.zones import administration, administration_of
from kg.resources import rows
from kg.words import group_of, words_of

STATE = "100000"
"""Code for bodies of the state as a whole, which GB/T 2260 leaves without a code of their own."""

LEADERS = re.compile(r"(?:主要|分管|有关|相关)?(?:领导|负责同志|负责人)$")
"""A leader means the body (guidelines, *Measures*): 区领导, 市商务局主要负责人."""
OFFICE = re.compile("办公[厅室]$")
LEAGUE, COUNCIL = "共青团{}委员会", "中国人民政治协商会议{}委员会"
COUNCIL_WORDS = ("政协", "政协委员会")
COURTS = {"province": "高级人民法院", "city": "中级人民法院", "county": "人民法院"}
"""《中华人民共和国人民法院组织法》 articles 20 and 22: what the court of a division of each level is called."""
OF_TOWN = re.compile("[我本全](?:镇|乡|街道|辖区)")
TOWN_OFFICES = ("镇人民政府", "乡人民政府", "街道办事处")
SECOND_BOARD = re.compile(r"(?<=[局委办厅会])[（(][^（()）]{2,16}(?:[局委办厅]|办事处)[)）]$")
"""What a body is called besides: 综合行政执法局（市场监督管理局）."""


@dataclass(frozen=True, slots=True)
class Named:
    """A register name and the code of its division, None where it can't be known."""

    name: str
    division: str | None
    found: Found = "none"
    """How: the register has it; the document says so; a rule made it (its division put before it); not at all."""


@dataclass(frozen=True, slots=True)
class Register:
    """Resolves names as the issuer of one document means them."""

    place: Jurisdiction | None
    issuer: str | None = None
    state: bool = False
    """The issuer is a body of the state as a whole."""
    said: Mapping[str, str] = field(default_factory=dict)
    """Names that the document itself explains: as they stand there → the fuller name."""

    @property
    def code(self) -> str | None:
        """Code of the issuer's own division, None where it isn't known."""
        return self.place.own.code if self.place else None

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
        division, rest = parted(text := in_full(text), self.place)
        if division and not rest:
            return Named(division.name, division.code, "register")
        division = (of_one_character if len(text) == 1 else called)(text.removesuffix("大地"), self.place)
        return Named(division.name, division.code, "register") if division else None

    def is_near(self, text: str) -> bool:
        """True for a place in the issuer's own province that is called so."""
        division = called(text, self.place)
        return bool(division and self.place and division.code[:2] == self.place.own.code[:2])

    def government_of(self, text: str) -> str | None:
        """The government that a place as subject stands for: 静安区 → 静安区人民政府, 你省 → whom a letter means."""
        if self.said.get(text, "").endswith("政府"):
            return self.body_name(text).name
        if self.issuer and OF_TOWN.fullmatch(text) and self.issuer.endswith(TOWN_OFFICES):
            return self.issuer  # 我镇
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
        if text.startswith(tuple(group_of("body-words", "unnamed"))) or is_group(text):
            meant = self._with_level(text)
            return Named(text, meant[0].code if meant else self.code)
        if text in unmistakable():
            return Named(unmistakable()[text], STATE, "register")
        if self.state and text in central():
            return Named(central()[text], STATE, "register")
        if self.issuer and text in words_of("speakers"):
            return self._self_named(text)
        if self.issuer and self.issuer.endswith(_own_offices().get(text, ())):
            return Named(self.issuer, self.code, "document")
        if (office := branch_of(text, self.place)) is not None:
            return Named(office[0], office[1].code, "register")
        text = in_full(self._without_zone_word(text))
        division, rest = parted(text, self.place)
        if division:
            return self._of(division, rest)
        division, rest = parted(text.removeprefix("中共").removeprefix("中国共产党"), self.place)
        if division and rest in party():
            return self._of(division, rest)
        if self.state:
            return Named(COUNCIL.removesuffix("{}委员会") if text in COUNCIL_WORDS else text, STATE)
        if of_council := self._council(text):
            return of_council
        if text in departments() and self.place:
            if text == "人民法院" and self.place.own.level != "county":
                return Named(text, self.place.own.code)
            return self._of(self.place.own, text)
        if (zone := administration(text) or self._own_zone(text)) is not None:
            return Named(zone, self.code, "rule")
        if (begun := self._begun_shortly(text)) is not None:
            return begun
        if begun_so := self._with_level(text):
            return self._of(*begun_so)
        return self._league(text) or self._unlisted(text)

    def _league(self, text: str) -> Named | None:
        """The Youth League of a division: 团市委."""
        named = text.startswith("团") and text[1:2] in level_words() and text.endswith("委")
        division = self.place.meant_by(text[1]) if named and self.place else None
        return Named(LEAGUE.format(division.name), division.code, "register") if division else None

    def _unlisted(self, text: str) -> Named:
        """A body that stands in no list: a bureau or a state-owned group is the place's own."""
        other = text[:1] in level_words() or text.startswith(zone_words())  # a zone's bureau is not its city's
        if self.place and text.endswith("局") and not other and not of_the_state().match(text):
            return Named(self.place.own.name + text, self.place.own.code, "rule")
        if self.place and text in local_groups():
            return Named(self.place.own.name + local_groups()[text], self.place.own.code, "rule")
        return Named(text, self.code)

    def _own_zone(self, text: str) -> str | None:
        """The administration of the city's one zone of a kind; a county that names one may mean its city's."""
        own = self.place.own if self.place else None
        return administration_of(own, text) if own and own.level == "city" and own.code.endswith("00") else None

    def _council(self, text: str) -> Named | None:
        """A consultative conference that is written with its division behind: 政协广州市委员会."""
        division, rest = parted(text.removeprefix("中国人民政治协商会议").removeprefix("政协"), self.place)
        return self._of(division, COUNCIL_WORDS[0]) if division and rest == "委员会" else None

    def _begun_shortly(self, text: str) -> Named | None:
        """A body whose name begins with the short name of the issuer's division or one above it: 郑州财政局 is a
        standard body, any other (兰州海事局) is called so."""
        for division in self.place.chain if self.place else ():
            short = PROVINCE_END.sub("", division.name)
            if len(short) > 1 and text.startswith(short):
                rest = text[len(short) :]
                known = rest in departments() and not rest.endswith(not_departments())
                return self._of(division, rest) if known else Named(text, division.code)
        return None

    def _self_named(self, word: str) -> Named:
        """Who says 我局 or 我部: the issuer; an office that says 我部 speaks for its ministry."""
        issuer = self.issuer or ""
        if word[-1] in "部委局署" and (ministry := OFFICE.sub("", issuer)) != issuer and ministry.endswith(word[-1]):
            issuer = central().get(ministry, ministry)
        return Named(issuer, self.code or (STATE if self.state else None), "document")

    def _without_zone_word(self, text: str) -> str:
        """A zone's body calls its zone by the type word: 实验区党工委 of 平潭综合实验区 is the 区党工委."""
        own = self.place.own.name if self.place else ""
        word = next((w for w in zone_words() if own.endswith(w) and text.startswith(w) and len(text) > len(w)), None)
        return "区" + text[len(word) :] if word else text

    def _of(self, division: Division, rest: str) -> Named:
        """The body of a division whose name goes on with ``rest``."""
        if not rest:
            return Named(division.name, division.code, "register")
        if (organ := rest.removeprefix("党")) in party():  # 自治区党委
            organ = party()[organ] if organ == "委" else rest.removesuffix(organ) + party()[organ]
            return Named(PARTY.format(division.name) + organ, division.code, "register")
        if self._issues(division, rest):
            return Named(self.issuer or "", division.code, "document")
        if rest in COUNCIL_WORDS:
            return Named(COUNCIL.format(division.name), division.code, "register")
        if rest in ("法院", "人民法院") and division.name not in zones():
            return Named(division.name + COURTS[division.level], division.code, "register")
        if zone := administration_of(division, rest):
            return Named(zone, division.code, "rule")
        name = division.name + (
            own_names(division.code).get(rest)
            or departments().get(rest)
            or local_groups().get(rest)
            or department_of(rest, division)
            or administration(rest)
            or written_out(rest)
        )
        return Named(name, division.code, "register" if is_registered(name) else "rule")

    def _issues(self, division: Division, rest: str) -> bool:
        """Whether the division's department of a field is who issued the document, whatever departments of this field
        are called elsewhere: 科技主管部门 where 某市科技创新局 signs."""
        field = field_of(rest)
        return bool(field and self.issuer and self.issuer.startswith(division.name + field))

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
        return Named(text, self.code)

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
            return Named(name, self.code, "register")
        return Named(division.name + name, division.code, "register")


@cache
def _own_offices() -> dict[str, tuple[str, ...]]:
    """Word by which an office of the lowest level calls itself → how the names of such issuers end."""
    listed = rows("seeds/lexicon/own-office.tsv")
    return {row[0]: tuple(other[1] for other in listed if other[0] == row[0]) for row in listed}
