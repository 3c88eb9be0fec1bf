"""How people ask what the named questions answer: the patterns of ``seeds/lexicon/questions.tsv``."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from kg.register.divisions import provinces, table
from kg.resources import rows
from kg.words import either, words_of

LONGEST = 200
"""Characters of a question; a longer one is not read."""

_PARTS = re.compile(r"([(|)\[\]]|\{[a-z]+\}| )")
_SYNTAX = {"(": "(?:", "|": "|", ")": ")", "[": "(?:", "]": ")?", " ": " *"}
_QUOTES = str.maketrans("", "", "“”‘’\"'《》")
_APART = "(?<![a-z](?=[a-z]))"
"""A gap begins with no rest of an English word: s of reports mentions."""
_GAPS = {
    "year": "(?:19|20)[0-9]{2}|[今本明来去]|(?:this|the current|next|the coming|last) year",
    "date": "(?:(?:19|20)[0-9]{2}年)?(?:[0-9]{1,2}月(?:[0-9]{1,2}[日号]|底|末|[上中下]旬)?|年底|年末|上半年)|"
    "(?:19|20)[0-9]{2}年|(?:19|20)[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}",
    "noun": "(?!我|你|这|那|有|哪|谁|什么|多少|为什么|怎|如何)(?:(?!哪|什么|谁|多少|怎么|如何|吗|好不好).)+?",
    "np": "(?!(?:which|what|who|whom|whose|how|when|where|why|is|are|was|were|do|does|did|has|have|can|could|will|all|"
    "any|the) ).+?",
}
"""Gaps that take these alone: 今 of 今年, words without a question word. {act} takes a predicate of
``seeds/lexicon/actions.tsv``, {did} such or a verb of everyday, {kind} a word for what is asked for, {region} the
name of a division, {counted} a unit of ``seeds/lexicon/units.tsv``, any other gap any characters."""
_NO_NAME = re.compile("[的了].*|.*(?:最多|最少|多少)|[0-9]+年")
"""What begins or ends so is the question's own, as 最多 in 谁牵头最多, and names nothing, as a year alone does not."""
_ENDS = " ?!.。;,:、"
_MARKED = 20
"""Quotes and spaces that a name has at most as it is written."""
MARKS = " ?!.,;:？！。，；：、"
"""What ends a question and is no part of a name."""


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A pattern and the named question that answers what it asks."""

    pattern: str
    language: str
    question: str
    parameters: tuple[tuple[str, str], ...]
    """Name and value of each parameter; ``{name}`` as a value is the gap of that name."""
    example: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A phrasing that fits a text, and what stands in its gaps, normalised."""

    phrasing: Phrasing
    gaps: dict[str, str]
    words: int
    """Characters of the text that are the pattern's own."""


@cache
def phrasings() -> tuple[Phrasing, ...]:
    """All patterns, in the order of the file."""
    found = []
    for pattern, language, question, parameters, example in rows("seeds/lexicon/questions.tsv"):
        pairs = (p.partition("=") for p in parameters.split())
        found.append(Phrasing(pattern, language, question, tuple((n, value) for n, _, value in pairs), example))
    return tuple(found)


def normalised(text: str) -> str:
    """A question as patterns are matched with it: one width, lower case, single spaces, no quotes, no end mark, none
    of the polite words around it."""
    plain = " ".join(unicodedata.normalize("NFKC", text).translate(_QUOTES).lower().split()).strip(_ENDS)
    before = ""
    while plain != before:
        before = plain
        for word, place, _ in rows("seeds/lexicon/asking-words.tsv"):
            if place in ("start", "end"):
                plain = _without(plain, word, place).strip(_ENDS)
    return plain


def language_of(text: str) -> str:
    """``en`` of a text with more Latin letters than Chinese characters or with two words of the English patterns: names
    in it may be longer than the rest."""
    plain = normalised(text[:LONGEST])
    words = re.findall("[a-z]+", plain)
    many = sum(map(len, words)) > sum("\u4e00" <= c <= "\u9fff" for c in plain)
    return "en" if many or len(_english_words().intersection(words)) > 1 else "zh"


def as_written(text: str, said: str) -> str:
    """What a normalised part of the text is in the text itself; the part where it can't be found there."""
    shortest, longest = len(said) // 2, len(said) + _MARKED
    spans = ((a, b) for a in range(len(text)) for b in range(a + shortest, min(a + longest, len(text)) + 1))
    fitting = (text[a:b] for a, b in spans if _is_written(text[a:b], said))
    return max(fitting, key=len, default=said)


def plain_name(name: str) -> str:
    """A name as the fillings of gaps are compared with it: as `normalised`, without spaces."""
    return "".join(unicodedata.normalize("NFKC", name).translate(_QUOTES).lower().split())


def readings(text: str) -> tuple[tuple[Reading, ...], ...]:
    """What the text may ask, those that account for most of its words first; equal ones stand together."""
    plain = normalised(text)
    if not plain or len(plain) > LONGEST:
        return ()
    found: dict[int, list[Reading]] = {}
    for phrasing in phrasings():
        said = plain if phrasing.language == "en" else plain.replace(" ", "")
        if match := fitted(phrasing.pattern, said):
            gaps = {name: filling.strip(_ENDS) for name, filling in match.groupdict().items() if filling is not None}
            words = len(plain) - sum(map(len, gaps.values()))
            if all(gaps.values()) and not any(_is_the_questions(gap, gaps.get(gap, "")) for gap in ("name", "words")):
                found.setdefault(words, []).append(Reading(_as_said(phrasing, gaps), gaps, words))
    return tuple(tuple(found[words]) for words in sorted(found, reverse=True))


def nearest(text: str, besides: Iterable[str] = ()) -> tuple[Phrasing, ...]:
    """The phrasings in the text's language whose own words are most like those of the text, the best of each named
    question. ``besides`` are names in the text, which tell nothing of what is asked, as do words of many phrasings."""
    language = language_of(text)
    plain = normalised(text[:LONGEST])
    for name in sorted(map(plain_name, besides), key=lambda name: (-len(name), name)):
        plain = plain.replace(name, " ")
    weights, known = _weights(language), _own_marks(language)
    asked = _marks(plain, language)
    size = sum(weights.get(mark, 0) for mark in sorted(asked)) or 1

    def likeness(marks: frozenset[str]) -> float:
        common = sum(weights[mark] for mark in sorted(marks & asked))
        return common / math.sqrt(size * (sum(weights[mark] for mark in sorted(marks)) or 1))

    ranked = sorted(known, key=lambda pair: -likeness(pair[1]))
    best = {p.question: p for p, _ in reversed(ranked)}
    return tuple(p for p, _ in ranked if best[p.question] is p)


@cache
def in_example(phrasing: Phrasing) -> dict[str, str]:
    """What stands in the gaps of the phrasing's example, as it is written there."""
    plain = normalised(phrasing.example)
    said = plain if phrasing.language == "en" else plain.replace(" ", "")
    match = fitted(phrasing.pattern, said)
    gaps = match.groupdict() if match else {}
    return {gap: as_written(phrasing.example, filling.strip(_ENDS)) for gap, filling in gaps.items() if filling}


def _as_said(phrasing: Phrasing, gaps: Mapping[str, str]) -> Phrasing:
    """The phrasing without the parameters whose gaps the text leaves out: [in {year}]."""
    said = tuple((n, value) for n, value in phrasing.parameters if value[:1] != "{" or value[1:-1] in gaps)
    return phrasing if said == phrasing.parameters else replace(phrasing, parameters=said)


@cache
def _own_marks(language: str) -> tuple[tuple[Phrasing, frozenset[str]], ...]:
    """Each phrasing of a language with the marks of its example outside of the gaps."""
    found = []
    for phrasing in phrasings():
        if phrasing.language == language:
            own = phrasing.example
            for filling in in_example(phrasing).values():
                own = own.replace(filling, " ")
            found.append((phrasing, _marks(normalised(own), language)))
    return tuple(found)


@cache
def _weights(language: str) -> dict[str, float]:
    """How much each mark tells: the more, the fewer phrasings have it."""
    known = _own_marks(language)
    counts = Counter(mark for _, marks in known for mark in marks)
    return {mark: math.log(1 + len(known) / count) for mark, count in counts.items()}


def _marks(plain: str, language: str) -> frozenset[str]:
    """What a normalised text is compared by: English words; pairs of Chinese characters, and each of these alone."""
    if language == "en":
        return frozenset(re.findall("[a-z]+", plain))
    parts = re.findall("[\u4e00-\u9fff]+", plain)
    return frozenset(part[at : at + size] for part in parts for size in (1, 2) for at in range(len(part) - size + 1))


def _without(plain: str, word: str, place: str) -> str:
    """The text without a word at its start or end; an English word stands apart from others."""
    if not word.isascii():
        return plain.removeprefix(word) if place == "start" else plain.removesuffix(word)
    if place == "start":
        return plain.removeprefix(f"{word} ")
    return plain.removesuffix(f" {word}") if plain.endswith(f" {word}") else plain.removesuffix(f",{word}")


def _is_the_questions(gap: str, said: str) -> bool:
    """True where the words are the question's own, and no name. A measure's wording is neither what is asked for nor
    more than two English words."""
    english = gap == "words" and said.isascii() and said.count(" ") > 1
    return bool(said) and (english or bool(_NO_NAME.fullmatch(said) or _own_words(gap).fullmatch(said)))


@cache
def _own_words(gap: str) -> re.Pattern[str]:
    kinds = f"|{_words('kind')}" if gap == "words" else ""
    return re.compile(f"(?:(?:{_words('own')}{kinds}) ?)+")


@cache
def _words(where: str) -> str:
    """A pattern of the words of a question that stand there."""
    return either(word for word, place, _ in rows("seeds/lexicon/asking-words.tsv") if place == where)


@cache
def _english_words() -> frozenset[str]:
    own = (re.sub(r"\{[a-z]+\}", "", p.pattern) for p in phrasings() if p.language == "en")
    return frozenset(word for pattern in own for word in re.findall("[a-z]+", pattern))


def _is_written(part: str, said: str) -> bool:
    return part == part.strip(MARKS) and plain_name(part) == plain_name(said)


def fitted(pattern: str, said: str) -> re.Match[str] | None:
    """How a normalised text fits a pattern as a whole. Most patterns have a word that the text has not: to look for
    words takes far less time than to make an expression of every pattern."""
    if not all(any(word in said for word in words) for words in _needed(pattern)):
        return None
    return expression(pattern).fullmatch(said)


@cache
def _needed(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Words of which a text that fits has one of each: what stands alone, and one of each choice."""
    needed: list[tuple[str, ...]] = []
    choice: list[str] = []
    depth = 0
    for part in _PARTS.split(pattern):
        if part in ("(", "["):
            choice = [""] if depth == 0 and part == "(" else []
            depth += 1
        elif part in (")", "]"):
            depth -= 1
            needed += [tuple(choice)] if choice and all(choice) else []
            choice = []
        elif part == "|":
            choice += [""] if choice else []
        elif not part.startswith("{") and depth == 0:
            needed += [(part,)] if part.strip() else []
        elif not part.startswith("{") and choice:
            choice[-1] = max(choice[-1], part.strip(), key=len)
    return tuple(needed)


@cache
def expression(pattern: str) -> re.Pattern[str]:
    parts = (_SYNTAX.get(part) or _gap(part) or re.escape(part) for part in _PARTS.split(pattern))
    return re.compile("".join(parts))


def _gap(part: str) -> str:
    """As few characters as can be, so that a word that may be missing is the pattern's where it is there."""
    name = part[1:-1]
    made: dict[str, Callable[[], str]] = {
        "act": _acts,
        "counted": _units,
        "did": lambda: f"{_acts()}|{_words('did')}",
        "kind": lambda: _words("kind"),
        "region": _regions,
    }
    taken = made[name]() if name in made else _GAPS.get(name, ".+?")
    return f"{_APART}(?P<{name}>{taken})" if part.startswith("{") else ""


@cache
def _regions() -> str:
    return either({*table(), *provinces()})


@cache
def _units() -> str:
    return f"[百千万亿]*(?:{either(map(str.lower, words_of('units')))})|[百千万亿]+"


@cache
def _acts() -> str:
    return "|".join(re.escape(row[0]) for row in rows("seeds/lexicon/actions.tsv"))
