"""What the parts of a question ask together: the rows of ``seeds/lexicon/asking-frames.tsv``.

A question that no pattern reads as a whole is read by its parts (`kg.asking.parts`), in whatever order they stand. Each
part must have its place in what is asked; of a question with a word that has none nothing is answered.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, islice, product
from typing import TYPE_CHECKING

from kg.asking.meant import Asked
from kg.asking.parts import Piece, cut, pieces
from kg.asking.phrasings import language_of, normalised, plain_name
from kg.asking.rewording import in_terms
from kg.asking.scope import of_reports, of_year
from kg.asking.wordings import ways_of, words_in
from kg.resources import rows

if TYPE_CHECKING:
    from kg.asking.filling import Names

MOST_WORDINGS = 6
"""Orders and names of the words left over that are looked for."""
ALWAYS = frozenset({"region", "report", "told"})
TOLD = ("soft", "told", "claim")
"""Parts that are told as not answered."""
UNANSWERED = ("why", "but")
"""Parts that no question has: with them the rest asks another one."""
STATES = {"open": "ongoing,planned"}
JOINED = frozenset(f"kind:{k}" for k in ("sites", "systems", "programmes", "events", "measures", "documents", "plans"))
"""What names of things end with too."""
THINGS = ("programme", "system", "site", "event")
REGION_ENDS = ("", "市", "省", "区", "县")
BODY_ENDS = ("局", "委", "厅", "办", "院", "部", "公司", "海关", "委员会", "办公室", "中心", "银行")


@dataclass(frozen=True, slots=True)
class Frame:
    """Parts that together ask a named question."""

    needs: tuple[str, ...]
    takes: tuple[str, ...]
    question: str
    parameters: tuple[tuple[str, str], ...]

    def slots(self) -> frozenset[str]:
        return frozenset(value[1:-1] for _, value in self.parameters if value.startswith("{"))


@dataclass(frozen=True, slots=True)
class Framed:
    """What was read of a question: all of it, or what was left over."""

    asked: Asked | None
    answered: bool = False
    """Whether the store has an answer."""
    rest: Asked | None = None
    """What the other words ask, where some are left over and these have an answer."""
    unread: tuple[str, ...] = ()
    """Words that have no place in what is asked; none where nothing was read at all."""


@cache
def frames() -> tuple[Frame, ...]:
    """All frames, in the order of the file."""
    found = []
    for needs, takes, question, parameters, _ in rows("seeds/lexicon/asking-frames.tsv"):
        pairs = (p.partition("=") for p in parameters.split())
        found.append(Frame(tuple(needs.split()), tuple(takes.split()), question, tuple((n, v) for n, _, v in pairs)))
    return tuple(found)


def framed(names: Names, text: str) -> Framed:
    """What the text asks by its parts, or which of its words have no place in it."""
    language = language_of(text)
    english = language == "en"
    said = in_terms(normalised(text), language)
    found = _with_bodies(names, pieces(names, said, language))
    if turned := tuple(p.said for p in found if p.part in UNANSWERED):
        return Framed(None, unread=turned)
    unknown = tuple(p.said for p in found if p.part == "unknown")
    if unknown or not found:
        kept = tuple(p for p in found if p.part != "unknown")
        return Framed(None, rest=_rest(names, kept, english), unread=unknown) if kept else Framed(None)
    of, nowhere = of_reports(names.reports, found)
    if nowhere:
        return Framed(None, unread=nowhere)
    first = None
    lost = _lost(names, found, english)
    for meant in dict.fromkeys((found, _as_text(found), _joined(found), _cut(found))):
        if _lost(names, meant, english):
            continue
        for asked in chain.from_iterable(map(_Parts(names, meant, of).fillings, frames())):
            if names.has_answer(asked):
                return Framed(asked, answered=True)
            first = first or (asked if meant is found else None)
    texts = tuple(p.said for p in found if p.part == "text")
    if first and not lost and len(texts) < 2 and all(map(names.worded, texts)):
        return Framed(first)
    kept = tuple(p for p in found if p.said not in lost)
    rest = _rest(names, kept, english) if lost else None
    return Framed(None, rest=rest, unread=lost or (texts if len(texts) < len(found) else ()))


def is_of_parts(names: Names, said: str, text: str) -> bool:
    """Whether words of the text that were taken for a name are no name: they tell one of the store's regions, or have a
    part of the question in them (2009, which was largest)."""
    language = language_of(text)
    found = pieces(names, in_terms(said, language), language)
    others = [p for p in found if p.part not in ("text", "unknown", "region", *THINGS, "body", "report")]
    return bool(others or of_reports(names.reports, [p for p in found if p.part == "region"])[0])


def _rest(names: Names, found: Sequence[Piece], english: bool) -> Asked | None:
    """What these pieces ask where others are left out; None where no report has some of them or there is no answer."""
    of, nowhere = of_reports(names.reports, found)
    if nowhere or len(found) < 2 or _lost(names, found, english):
        return None
    asked = chain.from_iterable(map(_Parts(names, found, of).fillings, frames()))
    return next((one for one in asked if names.has_answer(one)), None)


def _lost(names: Names, found: Sequence[Piece], english: bool) -> tuple[str, ...]:
    """The words left over that no report has, or that are too short to look for: a single character means something
    only beside several others, for an English word (steel)."""
    texts = [p.said for p in found if p.part == "text"]
    shortest = 1 if english and sum(len(text) > 1 for text in texts) > 1 else 2
    return tuple(text for text in texts if len(text) < shortest or not any(map(names.texts.written, ways_of(text))))


def _joined(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with a word for what is asked for taken for the end of the words before it: 设立专门窗口."""
    made: list[Piece] = []
    for piece in found:
        last = made[-1] if made else None
        if last and last.part == "text" and piece.part in JOINED and last.start + len(last.said) == piece.start:
            made[-1] = replace(last, said=last.said + piece.said)
        else:
            made.append(piece)
    return tuple(made)


def _as_text(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with the words of things' names as words that are looked for, for a thing without measures."""
    return tuple(replace(p, part="text") if p.part in THINGS else p for p in found)


def _cut(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with text cut where it has words that ask nothing, for words that no report has as they stand."""
    return tuple(chain.from_iterable(cut(p) if p.part == "text" else (p,) for p in found))


def _with_bodies(names: Names, found: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with text that calls a body taken for it, with the region before or behind it: 武汉市 … 财政局."""
    regions = [p for p in found if p.part == "region"]
    made: list[Piece] = []
    for piece in found:
        if piece.part == "text" and piece.said.endswith(BODY_ENDS):
            calls = [r.value + end + piece.said for r in regions for end in REGION_ENDS] or [piece.said]
            fits = [fit for called in calls if (fit := names.fit("body", called))]
            piece = Piece("body", piece.said, piece.start, fits[0].value) if fits else piece
        made.append(piece)
    return tuple(made)


class _Parts:
    """The parts of one question, as they fill frames."""

    def __init__(self, names: Names, found: Sequence[Piece], of: tuple[tuple[str, str], ...]) -> None:
        self.names, self.found, self.of = names, found, of
        self.have = {p.part for p in found}
        self.years = list(dict.fromkeys(self._year(p) for p in found if p.part == "year"))
        if len(self.years) > 1:
            self.have = self.have - {"year"} | {"years"}
        if "claim" in self.have:
            self.have = self.have - {"claim"} | {"ask:much"}

    def fillings(self, frame: Frame) -> Iterator[Asked]:
        """What the frame asks with these parts; nothing where it needs another or leaves one over."""
        if not all(self._has(need) for need in frame.needs):
            return
        slots = frame.slots()
        placed = {
            "text": {"text", "words", "heading", "place"},
            "body": {"body"},
            "year": {"year", "since"},
            "month": {"since", "said", "day"},
            "day": {"day"},
        }
        over = {
            part
            for part in self.have - ALWAYS
            if not any(_is(part, one.lstrip("~")) for one in (*frame.needs, *frame.takes))
            and not (slots & placed.get(part, set()))
        }
        if over - {"year"} or "" in self.years:
            return
        of = self.of
        if over:
            of = of_year(self.names.reports, of, self.years[0])
            if not of:
                return
        several = {"year": "years"} if len(self.years) > 1 else {}
        told = (p.said for p in self.found if p.part in TOLD or f"~{several.get(p.part, p.part)}" in frame.takes)
        unread = tuple(dict.fromkeys(told))
        fixed = {**self._period(), "year": self.years[0] if len(self.years) == 1 else ""}
        fixed |= {"body": self._value("body"), "name": next(filter(None, map(self._value, THINGS)), "")}
        fixed |= {
            "state": self._states(),
            "change": self._after("change:"),
            "moved": self._moved(),
            "said": self._said_month(),
        }
        fixed |= {"day": self._day()}
        relative = next((p.said for p in self.found if p.part == "year" and not p.value.isdecimal()), "")
        for text in self._texts(slots):
            given = fixed | {"text": text, "words": text, "heading": text, "place": text}
            pairs = ((name, given[v[1:-1]] if v.startswith("{") else v) for name, v in frame.parameters)
            asked = Asked(frame.question, tuple((n, v) for n, v in pairs if v), of=of, unread=unread)
            if len(self.years) > 1 and frame.question == "figures-about" and not self._of_each_year(asked):
                continue
            year = fixed["year"] if relative else ""
            day = fixed["day"] if self._value("day") and "day" in slots else ""
            yield replace(asked, year=year, day=day, names=tuple(filter(None, [fixed["body"]])))

    def _of_each_year(self, asked: Asked) -> bool:
        """Whether there are figures of each of the years that the question says."""
        of = (replace(asked, parameters=(*asked.parameters, ("year", year))) for year in self.years)
        return all(map(self.names.has_answer, of))

    def _has(self, need: str) -> bool:
        if need == "period":
            return bool(self._period())
        return any(_is(part, need) for part in self.have)

    def _texts(self, slots: frozenset[str]) -> list[str]:
        """What may stand for the words left over: in which order, under which names; '' where there are none."""
        texts = [p.said for p in self.found if p.part == "text"]
        if not texts:
            return [""]
        if "words" in slots and len(texts) + len(words_in(texts[0])) < 3:
            return []
        if "heading" in slots:
            return texts if len(texts) == 1 else []
        if "place" in slots:
            return self._sites(texts)
        ways = product(*map(ways_of, texts))
        orders = chain.from_iterable(self.names.texts.orders(way) for way in ways if len("".join(way)) > 1)
        return list(islice(dict.fromkeys(orders), MOST_WORDINGS))

    def _sites(self, texts: Sequence[str]) -> list[str]:
        """The one site whose name has all these words."""
        wanted = [word for text in texts for word in ([w for w in words_in(text) if len(w) > 1] or [text])]
        fitting = {name for name, way in self.names.of("site") if wanted and all(w in plain_name(way) for w in wanted)}
        return sorted(fitting) if len(fitting) == 1 else wanted if fitting and len(wanted) == 1 else []

    def _year(self, piece: Piece) -> str:
        if piece.value.isdecimal():
            return piece.value
        issuers = [name for option, name in self.of if option == "issuer"]
        said = "今" if piece.said.startswith("年底") else piece.said.replace("上年", "去年")
        return self.names.year(said, issuers) or ""

    def _period(self) -> dict[str, str]:
        month = self._value("month")
        if month:
            last = monthrange(int(month[:4]), int(month[5:]))[1]
            return {"since": f"{month}-01", "until": f"{month}-{last}"}
        year = self.years[0] if len(self.years) == 1 else ""
        return {"since": f"{year}-01-01", "until": f"{year}-12-31"} if year else {}

    def _day(self) -> str:
        """The day on which figures hold: 9月底, of the month that is asked for its last."""
        issuers = [name for option, name in self.of if option == "issuer"]
        said = self._value("day")
        return (
            self.names.day(said, False, issuers) or "" if said else self._period().get("until", "") * self._has_month()
        )

    def _has_month(self) -> bool:
        return "month" in self.have

    def _said_month(self) -> str:
        """The month as reports write it: 2021年12月."""
        year, _, number = self._value("month").partition("-")
        return f"{year}年{int(number)}月" if number else ""

    def _value(self, part: str) -> str:
        return next((p.value for p in self.found if p.part == part), "")

    def _after(self, start: str) -> str:
        return next((p.part.removeprefix(start) for p in self.found if p.part.startswith(start)), "")

    def _moved(self) -> str:
        """The change that is asked for, where no figure is asked for that it led to: 降到多少."""
        to = any(p.part.startswith("change:") and p.said.endswith(("到", "至")) for p in self.found)
        return "" if to else self._after("change:")

    def _states(self) -> str:
        states = [p.part.removeprefix("status:") for p in self.found if p.part.startswith("status:")]
        return ",".join(dict.fromkeys(STATES.get(state, state) for state in states))


def _is(part: str, wanted: str) -> bool:
    return part == wanted or (wanted.endswith(":*") and part.startswith(wanted[:-1]))
