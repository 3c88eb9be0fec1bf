"""What a quantity counts: the noun behind its unit (2048张行业综合许可证), or before it (贷款余额437.59亿元)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.facts import Quantity
from kg.language.parsed import Token
from kg.resources import rows
from kg.words import words_of

NOUNS = frozenset(["n", "nz", "nw", "nt", "nr", "ns", "vn", "an", "s", "f", "PER", "LOC", "ORG"])
"""The tagger's parts of speech that the name of a counted thing is made of."""
WITHIN = NOUNS | {"a", "ad", "b", "xc", "w", "k", "h"}
"""Also these, inside of it."""
BETWEEN = frozenset(["d", "r", "p", "TIME"])
"""What may stand between a noun and the number that counts it: 覆盖率每年提升."""
STOPS = frozenset("，,；;。、：:（）()！？!?\n")
JOINTS = frozenset("和与及")
LINK = "的"
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
    return tuple(found)


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
        if not taken and (token.text in _counting() or token.pos in BETWEEN):
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
    return all(t.text in STOPS or t.text in _counting() or t.pos == "w" for t in between)


@cache
def measuring_units() -> frozenset[str]:
    """Units that measure a thing named before them, not classifiers."""
    return frozenset(row[0] for row in rows("ontology/units.tsv")) | {"亩", "百分点", "个百分点"}


@cache
def _counting() -> frozenset[str]:
    """Predicates of counting and words that stand with them."""
    counts = (row[0] for row in rows("seeds/lexicon/verbs.tsv") if row[1] in ("count", "trend"))
    return frozenset(counts) | frozenset(words_of("counting-words"))
