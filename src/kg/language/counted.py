"""What a quantity counts: the noun behind its unit (2048张行业综合许可证), or before it (贷款余额437.59亿元)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kg.facts import Quantity
from kg.language.parsed import Token
from kg.resources import rows
from kg.words import group_of, words_of

NOUNS = frozenset(["n", "nz", "nw", "nt", "nr", "ns", "vn", "an", "s", "f", "PER", "LOC", "ORG"])
"""The tagger's parts of speech that the name of a counted thing is made of."""
WITHIN = NOUNS | {"a", "ad", "b", "xc", "w", "k", "h"}
"""Also these, inside of it."""
BETWEEN = frozenset(["d", "r", "p", "TIME"])
"""What may stand between a noun and the number that counts it: 覆盖率每年提升."""
STOPS = frozenset("，,；;。、：:（）()！？!?\n")
JOINTS = frozenset("和与及")
LINK = "的"
PAUSE = "、"
CLAUSE_ENDS = STOPS - {PAUSE}
RESPECTIVELY = "分别"
COMPARING = frozenset("比较")
REACHES = ("到", "至", "为", "了")
LONGEST = 30
"""Characters of a counted thing; longer ones are no noun."""


def with_things(quantities: Sequence[Quantity], tokens: Sequence[Token]) -> tuple[str, ...]:
    """What each quantity of a sentence counts, '' where it can't be told. All offsets count alike."""
    found: list[str] = []
    for number, q in enumerate(quantities):
        behind, before = _behind(q, tokens), _before(q, tokens)
        last = quantities[number - 1] if number else None
        if not before and last is not None and _only_joins(last, q, tokens):
            before = found[-1]
        first, second = (before, behind) if q.unit in measuring_units() else (behind, before)
        found.append(first or second)
    for first_at, things in _respective(quantities, tokens, found):
        found[first_at : first_at + len(things)] = things
    return tuple(found)


def _respective(
    quantities: Sequence[Quantity], tokens: Sequence[Token], found: Sequence[str]
) -> Iterator[tuple[int, list[str]]]:
    """Of each row of counts told of one by one the place of the first, and as many things in front of 分别: 事故起数、
    死亡人数分别下降|16.8%、15.7%; where it opens its clause, what the counts before it count.
    """
    at = 0
    while at < len(quantities):
        end = at + 1
        while end < len(quantities) and _beside(quantities[end - 1], quantities[end], tokens):
            end += 1
        start = quantities[at - 1].end if at else 0
        words = [t for t in tokens if start <= t.start and t.end <= quantities[at].start]
        opens = next((i for i, t in enumerate(words) if t.text == RESPECTIVELY), None)
        if end - at > 1 and opens is not None and not any(t.text in CLAUSE_ENDS for t in words[opens:]):
            front = _uncompared(words[:opens])
            things = _listed(front, end - at)
            if not front or front[-1].text in CLAUSE_ENDS:
                things = list(found[max(0, at - (end - at)) : at])
            if len(things) == end - at and all(1 < len(thing) <= LONGEST for thing in things):
                yield at, things
        at = end


def _uncompared(words: Sequence[Token]) -> list[Token]:
    """The words without what a change is measured from at their end, and adverbs: 死亡人数|较“十三五”同期均."""
    kept = list(words)
    begin = max((i + 1 for i, t in enumerate(kept) if t.text in CLAUSE_ENDS), default=0)
    compared = next((i for i in range(len(kept) - 1, begin - 1, -1) if kept[i].text in COMPARING), len(kept))
    kept = kept[:compared]
    while len(kept) > begin and kept[-1].pos in BETWEEN:
        kept.pop()
    return kept


def _beside(one: Quantity, other: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether nothing but a joint parts two counts."""
    between = "".join(t.text for t in tokens if one.end <= t.start and t.end <= other.start)
    return between == PAUSE or between in JOINTS


def _listed(words: Sequence[Token], many: int) -> list[str]:
    """The things at the end of some words, if they are so many: parted by 、, else by 和 too."""
    begin = max((i + 1 for i, t in enumerate(words) if t.text in CLAUSE_ENDS), default=0)
    begin += begin < len(words) and words[begin].text in JOINTS
    for marks in ({PAUSE}, {PAUSE} | JOINTS):
        parts: list[list[Token]] = [[]]
        for token in words[begin:]:
            if token.text in marks:
                parts.append([])
            else:
                parts[-1].append(token)
        if len(parts) == many:
            # Its last word is a noun, whatever the tagger takes it for: 事故|起数.
            first = next((i + 1 for i in range(len(parts[0]) - 2, -1, -1) if not _goes_on(parts[0][i])), 0)
            return ["".join(t.text for t in part) for part in (parts[0][first:], *parts[1:])]
    return []


def _behind(q: Quantity, tokens: Sequence[Token]) -> str:
    """The nouns right behind the unit."""
    taken: list[Token] = []
    following = [token for token in tokens if token.start >= q.end]
    if following and following[0].text == LINK:
        following = following[1:]
    if _is_act_alone(following) and q.unit not in measuring_units():
        return following[0].text
    quoted = False
    for token in following:
        if not (quoted or _goes_on(token)):
            break
        quoted = token.text == "“" or (quoted and token.text != "”")
        taken.append(token)
    return _noun(taken)


def _is_act_alone(tokens: Sequence[Token]) -> bool:
    """True where one verb is all that follows up to the next mark: 受理57件办件."""
    return bool(tokens) and tokens[0].pos == "v" and (len(tokens) == 1 or tokens[1].text in STOPS)


def _before(q: Quantity, tokens: Sequence[Token]) -> str:
    """The nouns before the number, words of counting between them left aside."""
    taken: list[Token] = []
    for token in reversed(tokens):
        if token.end > q.start:
            continue
        if not taken and (token.text in counting() or token.pos in BETWEEN):
            continue
        if not _goes_on(token):
            break
        taken.insert(0, token)
    return _noun(taken)


def _goes_on(token: Token) -> bool:
    return token.text not in STOPS and (token.pos in WITHIN or token.text in JOINTS) and token.text != LINK


def _noun(taken: list[Token]) -> str:
    while taken and taken[-1].pos not in NOUNS and taken[-1].text not in "”）)":
        taken.pop()
    while taken and (taken[0].pos in ("w", "f", "k", "c", "p") or taken[0].text in JOINTS) and taken[0].text not in "“":
        taken.pop(0)
    while taken and taken[0].text in words_of("deictics"):
        taken.pop(0)
    text = "".join(token.text for token in taken)
    return text if 1 < len(text) <= LONGEST and text.count("“") == text.count("”") else ""


def _only_joins(last: Quantity, q: Quantity, tokens: Sequence[Token]) -> bool:
    """True where nothing but marks and words of counting stand between two quantities: …122亿元，同比增长6%."""
    between = [t for t in tokens if last.end <= t.start and t.end <= q.start]
    return all(t.text in STOPS or t.text in _telling() or t.pos in ("w", "TIME") for t in between)


@cache
def _telling() -> frozenset[str]:
    """What may stand between a count and the next of the same thing: 由18℃|提高到|20℃."""
    changes = words_of("changes")
    return frozenset(counting() | changes | {word + to for word in changes for to in REACHES} | set(REACHES))


@cache
def measuring_units() -> frozenset[str]:
    """Units that measure a thing named before them, not classifiers."""
    return frozenset(row[0] for row in rows("ontology/units.tsv")) | {"亩", "百分点", "个百分点"}


@cache
def counting() -> frozenset[str]:
    """Predicates of counting and words that stand with them."""
    return group_of("verbs", "count") | group_of("verbs", "trend") | words_of("counting-words")
