"""What fills the gap of a question: names of the store, units, days, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING

from kg.asking.indicators import called_otherwise
from kg.asking.listed import Listed
from kg.asking.matching import THINGS, labels_with, loose, worded
from kg.asking.parts import MONTHS
from kg.asking.phrasings import plain_name
from kg.asking.questions import has_answer, is_full_name
from kg.asking.regions import GOVERNMENT, governments, is_government, shared_end, ways
from kg.asking.texts import Texts, texts_of
from kg.asking.told import told
from kg.graph import terms as t
from kg.register.divisions import LONGEST, leading, table

if TYPE_CHECKING:
    from kg.asking.meant import Asked, Query
    from kg.graph.held import StoredReport
    from kg.graph.store import Store

WHOLE, QUOTED, REGION, PART, AROUND = 5, 4, 3, 2, 1
"""How a text fits a name: all of it, all that stands in its quotes (一业一证 of “一业一证”改革), the region of a
government, a part of it; or it stands in a heading or measure, which is no name of it."""
SHORTEST_PART = 2
"""Characters; less is no part of a name that anyone would ask by."""

LEVEL_ENDS = "省市区县州"
SHORTEST_NAMED = 3
"""Characters of a name that is looked for within a longer text."""

_WORDINGS = ("section", "text")
_DAYS = "SELECT DISTINCT (?day AS ?x) ?day WHERE { ?o kg:asOf ?day }"
_UNITS = "SELECT DISTINCT ?unit WHERE { ?figure kg:unit ?unit } ORDER BY ?unit"

_SAID_YEARS = {
    "今": 0,
    "本": 0,
    "this": 0,
    "current": 0,
    "明": 1,
    "来": 1,
    "next": 1,
    "coming": 1,
    "去": -1,
    "last": -1,
}
_IN_QUOTES = re.compile("“([^”]+)”")
_ONLY_QUOTED = re.compile("“[^”]+”")
"""A name that is a catchword alone: what it is the catchword of (“一业一证”改革) is meant with it."""
_DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})[日号]?")
_MONTH_END = re.compile(r"(?:(?:the )?end of )?([a-z]{3,9})(?:,? ([0-9]{4}))?")
_DAY_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? ([0-9]{4})")
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")


@dataclass(frozen=True, slots=True)
class Fit:
    """The names of one kind that a text fits best, and the value that asks for them."""

    how: int
    """`WHOLE`, `QUOTED`, `REGION`, `PART` or `AROUND`."""
    value: str
    names: tuple[str, ...]
    """Every name that a question asked with ``value`` reaches."""


class Names:
    """The names of a store by kind, and what else a question is read by: each looked for when it is first needed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._listed = Listed(store)
        self._worded: dict[str, bool] = {}
        self.answered: dict[Query, bool] = {}
        """Whether the store has an answer, of what was looked up: that takes longest where there is none."""

    @property
    def texts(self) -> Texts:
        """The texts of the store's reports."""
        return texts_of(self._store)

    def of(self, kind: str) -> list[tuple[str, str]]:
        """(name, a way it is written) of everything of this kind, in order."""
        return self._listed.of(kind)

    def fit(self, kind: str, text: str) -> Fit | None:
        """What of this kind the normalised text names best; None where nothing fits.

        One name is asked for by that name, several by what they have in common: the text itself. What is one body's
        short name (民政局) and a part of others' names may mean any of them. One that is only similar is not taken.
        """
        wanted = plain_name(text)
        known = self._holding(kind, wanted)
        found = [(how, name, label) for name, label in known if (how := _how(wanted, label))]
        best = max((how for how, _, _ in found), default=0)
        if best < REGION and kind == "body" and (government := self._government(text)):
            return government
        if not found:
            return None
        fitted = {(name, label) for how, name, label in found if how == best}
        one = best == PART and kind in THINGS and len({name for name, _ in fitted}) == 1
        if one and not any(_is_short_for(wanted, plain_name(label)) for _, label in fitted):
            return None
        called = any(name == label for how, name, label in found if how == best)
        fitting = dict.fromkeys(
            name for how, name, label in found if how == best or (best == WHOLE and not called and name == label)
        )
        value = next(iter(fitting)) if len(fitting) == 1 and not _ONLY_QUOTED.fullmatch(next(iter(fitting))) else text
        reached = dict.fromkeys(name for name, label in known if loose(value) in loose(label))
        if is_full_name(self._store, kind, value):
            reached = dict.fromkeys(name for name, label in known if loose(value) == loose(label))
        return Fit(AROUND if kind in _WORDINGS else best, value, tuple(reached or fitting))

    def _holding(self, kind: str, wanted: str) -> list[tuple[str, str]]:
        """Of this kind at least those whose names hold these words."""
        if kind != "text":
            return self.of(kind)
        if len(wanted) < SHORTEST_PART:
            return []
        return [(label, label) for label in labels_with(self._store, wanted)]

    def _government(self, text: str) -> Fit | None:
        """The government of the region that the text names; of several those that one part of a name reaches."""
        known = [name for name, _ in self.of("body")]
        found = governments(text, known)
        value = shared_end(found)
        if not found or loose(value) == GOVERNMENT:
            return None
        reached = dict.fromkeys(name for name in known if loose(value) in loose(name))
        if is_full_name(self._store, "body", value):
            reached = {value: None}
        return Fit(WHOLE if is_government(text) else REGION, value, tuple(reached))

    def fits(self, kind: str, text: str) -> tuple[Fit, ...]:
        """What of this kind the text may name: one fit, but of reports that only place, issuer, number or year tell,
        one for each title. Their titles are names for longer texts, so that a part of one is no name of the report."""
        fit = self.fit(kind, text)
        if kind != "report" or (fit and fit.how == WHOLE):
            return (fit,) if fit else ()
        if any(plain_name(text) in plain_name(title) for title, _ in self.of(kind)):
            return (Fit(AROUND, fit.value, fit.names),) if fit else ()
        return tuple(Fit(AROUND, title, (title,)) for title in told(self._store, text))

    def worded(self, text: str) -> tuple[Fit, ...]:
        """The words of a text with spaces between them, where a measure's wording has them in this order, and those
        of other names of the indicator (规模以上工业增加值, 规上工业增加值), which fit less well."""
        from kg.language.tagger import tag

        found: list[Fit] = []
        for said in called_otherwise(plain_name(text)):
            words = " ".join(token.text for token in tag(said).tokens)
            if words not in self._worded:
                self._worded[words] = self.texts.in_a_line(words) and bool(
                    worded(self._store, (t.LABEL,), words, t.MEASURE)
                )
            if self._worded[words]:
                found.append(Fit(QUOTED if found or said != plain_name(text) else WHOLE, words, ()))
        return tuple(found[:2])

    def has_answer(self, asked: Asked) -> bool:
        """Whether the store has an answer to this; it has none to words of a measure that stand in no line."""
        if asked.query not in self.answered:
            given = dict(asked.parameters)
            self.answered[asked.query] = self.texts.in_a_line(given.get("text", "")) and has_answer(
                asked.asked_of(self._store), asked.question, given
            )
        return self.answered[asked.query]

    @cached_property
    def reports(self) -> tuple[StoredReport, ...]:
        """The reports of the store."""
        return self._store.reports()

    def year(self, text: str, bodies: Iterable[str] = ()) -> str | None:
        """The year that a text says (2025, 今, next year); this year is that of the newest report that one of these
        bodies issued or that speaks for it, else of the store, None where no report has a day."""
        if text.isdecimal():
            return text
        of = set(bodies)
        dated = [(not of.isdisjoint(report.all_answer), report.date.year) for report in self.reports if report.date]
        newest = max(dated, default=None)
        away = next(years for word, years in _SAID_YEARS.items() if word in text)
        return str(newest[1] + away) if newest else None

    def day(self, text: str, exact: bool, bodies: Iterable[str] = ()) -> str | None:
        """The ISO day of a text that says no year (10月底, the end of October): of those on which figures hold the one
        in the year of the bodies' newest report, else the newest; where no figure holds on one, it is in that year."""
        known = {day for _, day in self._store.tuples(_DAYS)}
        own = self.year("今", bodies)
        years = [*([own] if own else []), *sorted({day[:4] for day in known}, reverse=True)]
        days = [day for year in years if (day := day_of(_with_year(text, year), exact))]
        return next((day for day in days if day in known), days[0] if days else None)

    def near(self, kinds: Iterable[str], text: str) -> tuple[str, ...]:
        """The names of these kinds that look most like the text; a measure's wording is no name."""
        known = list(dict.fromkeys(name for kind in kinds if kind != "text" for name, _ in self.of(kind)))
        wanted = plain_name(text)
        holding = [name for name in known if len(wanted) >= SHORTEST_PART and wanted in plain_name(name)]
        return tuple(dict.fromkeys((*holding, *get_close_matches(text, known, n=5, cutoff=0.4))))[:5]

    def issuers(self) -> tuple[str, ...]:
        """Who issued the reports, or answers for them."""
        return tuple(sorted({name for report in self.reports for name in report.all_answer}))

    def units(self) -> tuple[str, ...]:
        """The units that outcomes are counted in."""
        return tuple(row["unit"] or "" for row in self._store.select(_UNITS))


def named_in(names: Names, text: str) -> dict[str, str]:
    """By kind, the thing whose name stands in the text or what the name has in quotes, the longest of several; of a
    government the name of its region is enough."""
    said = plain_name(text)
    found = {}
    for kind in THINGS:
        written = ((way, name) for name, label in names.of(kind) for way in (label, *_IN_QUOTES.findall(label)))
        called = ((plain_name(way), name) for way, name in written)
        long = ((way, name) for way, name in called if len(way) >= SHORTEST_NAMED and way in said)
        fitting = [(len(way), name) for way, name in long if not _of_another(said, way, name)]
        if kind == "body":
            fitting += [(len(way), name) for name, _ in names.of(kind) for way in ways(name) if way in said]
        if fitting:
            found[kind] = max(fitting, key=lambda one: (one[0], one[1].endswith(GOVERNMENT), one[1]))[1]
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
    if (match := _MONTH_END.fullmatch(text)) and match[2]:
        text = _with_year(text, match[2])
    from kg.language.dates import find_days

    days = () if exact else find_days(text, None, None)
    return days[0].as_of.isoformat() if days and (days[0].start, days[0].end) == (0, len(text)) else None


def _with_year(text: str, year: str) -> str:
    """A normalised text that says a month or day, in that year, as `day_of` reads it."""
    if match := _MONTH_END.fullmatch(text):
        month = _month(match[1])
        return f"{year}年{month}月底" if month else text
    return f"{text} {year}" if text.isascii() else f"{year}{'' if text.startswith('年') else '年'}{text}"


def number_of(text: str) -> str | None:
    """The number that a text writes (10000, 1万) as a decimal; None where it is none."""
    from kg.language.numerals import value_of

    return None if (value := value_of(text)) is None else format(value, "f")


def _how(wanted: str, label: str) -> int:
    have = plain_name(label)
    if have == wanted:
        return WHOLE
    if len(wanted) < SHORTEST_PART or wanted not in have:
        return 0
    return QUOTED if any(plain_name(q) == wanted for q in _IN_QUOTES.findall(label)) else PART


def _of_another(said: str, way: str, name: str) -> bool:
    """True where a text says of a short name whose it is, and that is not the thing's: 市人大常委会 in 上海市人大常委会
    of the congress of another city."""
    end = said.index(way) + 1
    if way[0] not in LEVEL_ENDS:
        return False
    places = (said[start:end] for start in range(max(0, end - LONGEST), end - 1))
    return any(place in table() and place not in name for place in places)


def _is_short_for(wanted: str, have: str) -> bool:
    """True where a name has before the wanted words no more than its division, or goes on from them: a name that has
    other words before them (供应链金融服务平台 for 金融服务) is only a similar one."""
    before = have[: have.index(wanted)]
    return not before or "".join(d.name for d in leading(before)) == before


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _month(name: str) -> str:
    return str(MONTHS.index(name[:3]) + 1) if name[:3] in MONTHS else ""
