"""A question cut into its parts: what is asked for, whose, of when, how far, what it lacks, and the words left over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.asking.phrasings import expression, plain_name
from kg.asking.regions import GOVERNMENT, ways
from kg.register.divisions import geography, provinces
from kg.resources import rows

if TYPE_CHECKING:
    from kg.asking.filling import Names

NAMED = ("programme", "system", "site", "event", "body")
"""Kinds of things whose names a question may have; of one name that two of them bear the first is meant."""
SHORTEST_NAME = 3
"""Characters of a name that is looked for within a question."""
LONG = 5
"""Characters that a title has at the least beyond which it stands for its report."""

WITHIN = ("skip", "told")
"""What may stand within words that are looked for, and before them: it asks nothing, or is told as not answered."""

_YEAR = "((?:19|20)[0-9]{2})"
_DATES = {
    "zh": re.compile(
        rf"{_YEAR}年?(?P<month>1[0-2]|0?[1-9])月[底末]?|{_YEAR}年?度?(?:年?[底末]之?前?|年?[以之]?内)?|[今去明本上]年|(?<![0-9一二三四五六七八九十两几])年底之?前"
    ),
    "en": re.compile(
        rf"(?<![a-z0-9])(?:(?:the )?end of |year-?end )?(?:(?P<month>[a-z]{{3,9}}) )?{_YEAR}(?![0-9])"
        r"|(?<![a-z])(?:this|last|next) year(?![a-z])"
    ),
}
_SHORT_YEAR = re.compile("(?<![0-9])([0-9]{2})年(?![代内期前后来间以]|多(?!少))")
_DAY = re.compile("(?<![0-9年])(?:截至|截止到?|到)?(?:1[0-2]|0?[1-9])月(?:底|末|[0-9]{1,2}[日号])")
_CLAIMS = {
    "zh": re.compile(
        "(?:不|(?<!有)没有?|未)?(?:超过|超|突破|达到|高于|低于|不到|不足|少于|多于|大于|小于)了?[0-9][0-9.,]*[%％万亿千百]*"
        "(?:个百分点|平方米|公里|人次|(?![的了吗和与])[\u4e00-\u9fff])?"
    ),
    "en": re.compile(
        "(?<![a-z])(?:more than|less than|fewer than|over|above|below|under|at least|exceeds?|exceeded|reach(?:ed)?) "
        "[0-9][0-9.,]*(?: ?(?:%|per ?cent|thousand|million|billion|trillion|yuan|tonnes|people|times)(?![a-z]))*"
    ),
}
_ASKS_WHAT = re.compile("哪|什么|谁|多少|几|(?<![a-z])(?:wh|how)")
"""A question with one of these does not ask whether a figure is above or below a number."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBER = re.compile(rf"[\u4e00-\u9fff]{{2,8}}?[\[(〔【]?{_YEAR}?[\])〕】]?第?[0-9]+号")
_GROUP = re.compile(r"([(\[])([^()\[\]]+)([)\]])")
_QUOTED = re.compile("“([^”]{2,})”")
_NAMING = re.compile("[\u4e00-\u9fff]|[a-z]+[0-9.]+|[0-9.]+[a-z]+")
_COUNT = re.compile("[近约超过至少逾达]*[0-9.,]+(?:[%％]|[\u4e00-\u9fff]{0,3})")
"""近300家 counts things and names none."""
_OF_TIME = ("日", "号", "时", "点", "年", "月", "底", "末")
_CHINESE_S = re.compile("(?<=[\u4e00-\u9fff])s(?![a-z])")
_APART = re.compile(r"[ ,;:?!，。；：？！、/]|\.(?![0-9])|(?<= )[-–—]+(?= )")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the normalised question and what it is: kind:measures, region, year, text, unknown …."""

    part: str
    said: str
    start: int
    value: str = ""
    """What fills a parameter: the name of a thing, a year, 2021-12 of a month; else ''."""


def pieces(names: Names, said: str, language: str) -> tuple[Piece, ...]:
    """The parts of a normalised question in order. What asks nothing is left out; Chinese characters that are no part
    of the question are text, other letters that are none are unknown."""
    said = _CHINESE_S.sub("", said)
    found: list[Piece] = []
    taken = [False] * len(said)

    def take(candidates: Iterable[Piece]) -> None:
        for piece in sorted(candidates, key=lambda p: (-len(p.said), p.start, p.part)):
            span = range(piece.start, piece.start + len(piece.said))
            if piece.said and not any(taken[at] for at in span):
                found.append(piece)
                for at in span:
                    taken[at] = True

    take(Piece("report", m[0], m.start(), m[0]) for m in _NUMBER.finditer(said))
    take(_titles(names, said))
    take(_dates(said, language))
    take(Piece("day", m[0], m.start(), m[0].lstrip("截至止到")) for m in _DAY.finditer(said))
    take(Piece("claim", m[0], m.start()) for m in _CLAIMS[language].finditer(said) if not _ASKS_WHAT.search(said))
    regions = list(_regions(names, said))
    take(_names(names, said, [region.value for region in regions]))
    take(regions)
    take(_listed(said, language, "free"))
    for start, end in list(_gaps(said, taken)):
        found += _rest(said[start:end], start, language)
    return tuple(sorted((p for p in found if p.part != "skip"), key=lambda p: p.start))


def _dates(said: str, language: str) -> Iterator[Piece]:
    for m in _DATES[language].finditer(said):
        year = next((g for g in (m[1], m[3]) if g), "") if language == "zh" else m[2] or ""
        month = m["month"] or ""
        if month and not month.isdecimal():
            if month[:3] not in MONTHS:
                at = m.start(2)
                yield Piece("year", said[at : m.end()], at, year)
                continue
            month = str(MONTHS.index(month[:3]) + 1)
        yield Piece("month" if month else "year", m[0], m.start(), f"{year}-{month:0>2}" if month else year or m[0])

    if language == "zh":
        yield from _short_years(said)


def _short_years(said: str) -> Iterator[Piece]:
    """09年, and with it 10年: by itself that may be a time of ten years."""
    found = list(_SHORT_YEAR.finditer(said))
    if any(m[1][0] in "089" for m in found):
        for m in found:
            if m[1][0] in "01289":
                yield Piece("year", m[0], m.start(), ("20" if m[1][0] in "012" else "19") + m[1])


def _titles(names: Names, said: str) -> Iterator[Piece]:
    for title, way in names.of("report"):
        if len(plain := plain_name(way)) > LONG and plain in said:
            yield Piece("report", plain, said.index(plain), title)


def _names(names: Names, said: str, regions: list[str]) -> Iterator[Piece]:
    """The things of the store whose names, or what these have in quotes, stand in the question. Another name of a body
    of a region that the question does not name, where it names one, is none: 税务局 of another city."""
    for kind in NAMED:
        for name, way in names.of(kind):
            for called in (way, *_QUOTED.findall(way)) if "“" in way else (way,):
                if len(opening := called.lstrip("“《").lower()[:2]) > 1 and opening[1] != "”" and opening not in said:
                    continue
                if kind == "body" and called != name and regions and not any(region in name for region in regions):
                    continue
                plain = plain_name(called)
                if plain in regions:
                    continue
                if len(plain) >= SHORTEST_NAME and not plain.isascii() and plain in said and not _is_plain(plain):
                    yield Piece(kind, plain, said.index(plain), name)


def _regions(names: Names, said: str) -> Iterator[Piece]:
    """The regions of which the store has a government or an office, and provinces, however they are called."""
    known = {way for name, _ in names.of("body") if GOVERNMENT in name for way in ways(_government(name))}
    known |= {way for name in names.issuers() if GOVERNMENT in name for way in ways(_government(name), shortest=2)}
    words = known | set(provinces()) | {d.name for d in provinces().values()} | (geography() & _of_reports(names))
    for word in (word for word in words if word in said):
        for m in re.finditer(f"{word}(?:(?:各级|人民)?政府(?!工作报告))?", said):
            yield Piece("region", m[0], m.start(), word)


def _government(name: str) -> str:
    return name[: name.index(GOVERNMENT) + len(GOVERNMENT)]


def _of_reports(names: Names) -> frozenset[str]:
    """What names of reports and their issuers begin with, in the lengths that regions have."""
    titles = [title for title, _ in names.of("report")]
    return frozenset(title[:n] for title in titles for n in range(2, min(12, len(title)) + 1))


def _listed(said: str, language: str, where: str) -> Iterator[Piece]:
    for pattern, part in _parts(language, where):
        for m in pattern.finditer(said):
            yield Piece(part, m[0], m.start())


@cache
def _parts(language: str, where: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    found = []
    for pattern, of, place, part, _ in rows("seeds/lexicon/asking-parts.tsv"):
        if (of, place) == (language, where):
            inner = expression(_longest_first(pattern)).pattern
            apart = rf"(?<![a-z0-9-])(?:{inner})(?![a-z0-9-])" if language == "en" else inner
            found.append((re.compile(apart), part))
    return tuple(found)


def _longest_first(pattern: str) -> str:
    """The pattern with the words of each innermost group in that order, so that 谁家 is not read as 谁."""
    return _GROUP.sub(lambda m: m[1] + "|".join(sorted(m[2].split("|"), key=lambda w: -len(w))) + m[3], pattern)


def _is_plain(word: str) -> bool:
    """True of a name that is a word for its kind alone, such as 服务窗口."""
    return any(p.fullmatch(word) for where in ("free", "edge") for p, _ in _parts("zh", where))


def _gaps(said: str, taken: list[bool]) -> Iterator[tuple[int, int]]:
    """Where nothing is taken yet, between spaces and marks."""
    open_ = [not (one or _APART.match(said, at)) for at, one in enumerate(taken)]
    for m in re.finditer("1+", "".join("01"[o] for o in open_)):
        yield m.span()


def _rest(words: str, start: int, language: str) -> Iterator[Piece]:
    """What a stretch has at its edges, and what remains of it: text or unknown."""
    before = ""
    while words and words != before:
        before = words
        for pattern, part in _edges(language):
            if m := pattern.search(words):
                yield Piece(part, m[0], start + m.start())
                words, start = (words[: m.start()], start) if m.start() else (words[m.end() :], start + m.end())
        if language == "zh":
            particles, words, start = _without_particles(words, start)
            yield from particles
    if words:
        yield _left(words, start)


def _left(words: str, start: int) -> Piece:
    """Words that are no part of a question: looked for, a number that is told as not answered, or unknown."""
    if _COUNT.fullmatch(words):
        return Piece("unknown" if words.endswith(_OF_TIME) else "told", words, start)
    return Piece("text" if _NAMING.search(words) else "unknown", words, start)


@cache
def _edges(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of what stands at the end of a stretch; what asks nothing may open it too."""
    listed = []
    for pattern, of, place, part, _ in rows("seeds/lexicon/asking-parts.tsv"):
        if (of, place) == (language, "edge"):
            inner = expression(_longest_first(pattern)).pattern
            listed.append((re.compile(f"(?:{inner})$|^(?:{inner})" if part == "skip" else f"(?:{inner})$"), part))
        elif (of, place) == (language, "alone"):
            listed.append((re.compile(f"^(?:{expression(pattern).pattern})$"), part))
    return tuple(listed)


@cache
def _particles() -> dict[str, str]:
    listed = (row for row in rows("seeds/lexicon/asking-parts.tsv") if row[2] == "word")
    return {word: part for pattern, _, _, part, _ in listed for word in pattern.strip("()").split("|")}


def _without_particles(words: str, start: int) -> tuple[list[Piece], str, int]:
    """The particles that open and end it, as words of their own, and what is left with its place."""
    from kg.language.tagger import tag

    tokens = [token.text for token in tag(words).tokens]
    found = []
    while tokens and tokens[-1] in _particles():
        word = tokens.pop()
        words = words.removesuffix(word)
        found.append(Piece(_particles()[word], word, start + len(words)))
    while tokens and (part := _particles().get(tokens[0], "")).startswith((*WITHIN, "status:")):
        word = tokens.pop(0)
        found.append(Piece(part, word, start))
        words, start = words.removeprefix(word), start + len(word)
    return found, words, start


def cut(piece: Piece) -> Iterator[Piece]:
    """What a piece of text has between the words in it that ask nothing, each as text of its own: 引进, 银龄人才 of
    引进的银龄人才."""
    from kg.language.tagger import tag

    start, at = piece.start, piece.start
    for token in tag(piece.said).tokens:
        part, end = _particles().get(token.text), at + len(token.text)
        if part in WITHIN:
            if at > start:
                yield _left(piece.said[start - piece.start : at - piece.start], start)
            if part != "skip":
                yield Piece(part or "", token.text, at)
            start = end
        at = end
    if at > start:
        yield _left(piece.said[start - piece.start :], start)
