"""Mentions of things: where a name begins and ends, and of what type it is.

Four ways, the longest span wins: titles in 《》; quoted names with the nouns around them; noun phrases that end in a
type word (``seeds/lexicon/suffixes.tsv``); places, and words that point at one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.lexicon import suffix_of, suffixes, verb_group
from kg.facts import Entity, EntityType
from kg.language.parsed import Token
from kg.register import Register
from kg.register.names import deictics, departments

TITLE = re.compile(r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》")
QUOTED = re.compile(r"“[^“”\n]{1,24}”")
SLOGAN = re.compile(r"[,，;；。]")
NOUN = frozenset({"n", "nz", "nw", "nr", "vn", "an", "LOC", "ORG", "PER", "s", "xc", "nt"})
INSIDE = NOUN | {"a", "v", "ad", "f", "vd", "m", "q", "TIME", "d"}
NOT_A_START = frozenset({"f", "d", "ad", "vd", "m", "q", "TIME", "u", "p", "c"})
JOINTS = frozenset("、和及与")
GROUP_HEADS = ("各", "有关", "相关", "其他", "所有", "多", "每")
LONGEST_NAME = 30


@dataclass(frozen=True, slots=True)
class Found:
    """A mention before it is named."""

    start: int
    end: int
    type: EntityType
    generic: bool = False


def mentions(characters: str, tokens: Sequence[Token], start: int, end: int, register: Register) -> tuple[Entity, ...]:
    """The mentions in ``characters[start:end]``, whose words are ``tokens``; longest first where they overlap."""
    found = [*_titles(characters, start, end), *_quoted(characters, tokens, start, end)]
    found += [*_phrases(characters, tokens), *_places(characters, tokens, start, end, register)]
    taken: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if all(one.end <= other.start or other.end <= one.start for other in taken):
            taken.append(one)
    return tuple(_named(characters, one, register) for one in sorted(taken, key=lambda f: f.start))


def _titles(characters: str, start: int, end: int) -> Iterator[Found]:
    for match in TITLE.finditer(characters, start, end):
        yield Found(match.start(), match.end(), "document")


def _quoted(characters: str, tokens: Sequence[Token], start: int, end: int) -> Iterator[Found]:
    """“一业一证”改革, “办不成事”反映窗口; alone where the quote is short and no sentence."""
    starts = [t.start for t in tokens]
    for match in QUOTED.finditer(characters, start, end):
        right = bisect_left(starts, match.end())
        stop, kind = match.end(), None
        for token in tokens[right : right + 8]:
            if token.pos not in INSIDE or token.text in JOINTS or token.pos in ("m", "q", "d", "f"):
                break
            if token.pos == "v" and verb_group(token.text) in ("act", "trend", "relation"):
                break
            if suffix := suffix_of(characters[match.end() : token.end]):
                stop, kind = token.end, suffixes()[suffix][0]
        left = _left_edge(tokens, bisect_left(starts, match.start()), match.start())
        if kind is not None:
            yield Found(left, stop, kind)
        elif not SLOGAN.search(match.group()) and match.group()[1:-1].strip() and len(match.group()) <= 14:
            yield Found(match.start(), stop, "programme")


def _phrases(characters: str, tokens: Sequence[Token]) -> Iterator[Found]:
    """Noun phrases whose last word tells a type."""
    for at, token in enumerate(tokens):
        if token.pos not in NOUN and token.pos != "v":
            continue
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following and following.start == token.end and following.pos in NOUN and suffix_of(following.text):
            continue
        left = _left_edge(tokens, at, token.start)
        suffix = suffix_of(characters[left : token.end])
        if suffix is None or (len(suffix) < len(token.text) and suffix_of(token.text) is None):
            continue
        if token.end - left < 2 or token.end - left > LONGEST_NAME:
            continue
        if len(suffix) == 1 and token.pos not in ("ORG", "n", "nz"):
            continue
        kind, generic = suffixes()[suffix]
        if kind == "event":
            left = _year_before(tokens, at, left)
        name = characters[left : token.end]
        if generic and name not in departments():
            if name != suffix or kind == "organisation":
                yield Found(left, token.end, kind, generic=True)
        elif name != suffix or kind == "organisation":
            yield Found(left, token.end, kind, generic=name == suffix and name not in departments())


def _year_before(tokens: Sequence[Token], at: int, edge: int) -> int:
    """A meeting's name may begin with its year and place: 2023年全市优化…大会."""
    for index in range(at - 1, max(-1, at - 9), -1):
        token = tokens[index]
        if token.pos == "TIME" and token.text.endswith("年"):
            return min(edge, token.start)
        if token.pos in ("w", "p", "u", "c") or (token.pos == "v" and verb_group(token.text) == "act"):
            break
    return edge


def _left_edge(tokens: Sequence[Token], at: int, edge: int) -> int:
    """Where the noun phrase that has token ``at`` in it begins."""
    best = edge
    for index in range(at - 1, max(-1, at - 9), -1):
        token = tokens[index]
        if token.end != (tokens[index + 1].start if index + 1 < len(tokens) else token.end):
            break
        if token.text in deictics() or token.text.startswith(GROUP_HEADS):
            break
        if token.pos == "v":
            if verb_group(token.text) == "act" or index == 0 or tokens[index - 1].pos not in ("n", "vn"):
                break
            continue
        if verb_group(token.text) == "act" and (index == 0 or tokens[index - 1].pos == "w"):
            break
        if token.pos == "TIME" and token.text.endswith("年") and index + 1 < len(tokens):
            best = token.start
            break
        if token.pos not in NOUN and token.pos != "a":
            break
        if token.pos == "a" and not token.text.endswith("级") and (index == 0 or tokens[index - 1].pos not in NOUN):
            break
        best = token.start
    return best


def _places(characters: str, tokens: Sequence[Token], start: int, end: int, register: Register) -> Iterator[Found]:
    for token in tokens:
        if token.text in deictics():
            yield Found(token.start, token.end, "place", generic=True)
        elif token.pos == "LOC":
            suffix = suffix_of(token.text)
            kind: EntityType = suffixes()[suffix][0] if suffix and len(suffix) > 1 else "place"
            yield Found(token.start, token.end, kind)
        elif token.pos == "ORG" and len(token.text) > 2:
            suffix = suffix_of(token.text)
            yield Found(token.start, token.end, suffixes()[suffix][0] if suffix else "organisation")
        elif token.text[:2] in deictics() and token.start + 2 <= end:
            yield Found(token.start, token.start + 2, "place", generic=True)


def _named(characters: str, found: Found, register: Register) -> Entity:
    text = characters[found.start : found.end]
    if found.type == "place":
        named = register.place_name(text) or register.thing_name(text)
    elif found.type == "organisation":
        named = register.body_name(text)
    else:
        named = register.thing_name(text)
    name = text if found.generic and found.type != "place" else named.name
    return Entity(found.type, name, found.start, found.end, text, named.division, found.generic)
