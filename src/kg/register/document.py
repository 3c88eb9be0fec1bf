"""What a document says of its own names: abbreviations it introduces, short mentions of what it named in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kg.register.divisions import leading

INTRODUCED = re.compile(
    r"(?P<full>[^，,。；;：:、（()）\n]{3,40})[（(]\s*(?:以下|下)?(?:统一?)?简称(?:为)?[:：]?\s*[“\"]?(?P<short>[^”\"（()）\n]{2,20})[”\"]?\s*[)）]"
)
"""市“一窗受理”工作领导小组（以下简称“领导小组”）."""

LEVELS = "省市区县州"
SHORTEST = 3
"""Characters of a mention that may stand for a longer name of the document."""

SHARE = 0.5
"""Least part of the longer name's characters that a short mention has."""

LEAST_LEFT_OUT = 3
"""Characters that an abbreviation leaves out at least: 农业银行 is not the 农业发展银行."""


def introduced(characters: str, named: Iterable[tuple[int, int]]) -> dict[str, str]:
    """Abbreviation → the full name that it is introduced for, as they stand.

    ``named`` are spans of names that were read: the full name is the one that ends before the bracket, else none.
    """
    ends = {end: start for start, end in sorted(named, reverse=True)}
    found: dict[str, str] = {}
    for match in INTRODUCED.finditer(characters):
        start = ends.get(match.end("full"))
        if start is not None:
            found.setdefault(match["short"].strip('“”"'), characters[start : match.end("full")])
    return found


def shortened(texts: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Short mention → the one longer mention of the document that it abbreviates; none where several could be meant.

    ``texts`` are mentions of one type in the document's order; ``known`` are those that were resolved otherwise.
    """
    order = list(dict.fromkeys(texts))
    found: dict[str, str] = {}
    for place, short in enumerate(order):
        if short in known or len(short) < SHORTEST:
            continue
        fits = [full for full in order[:place] if abbreviates(short, full)]
        longest = [full for full in fits if not any(abbreviates(full, other) for other in fits if other != full)]
        if len(longest) == 1:
            found[short] = longest[0]
    return found


def levelled(texts: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Mention → the same with the word for the issuer's level before it, where the document has that too: 城发集团 →
    区城发集团. None where it has two such."""
    there = set(texts)
    found: dict[str, str] = {}
    for text in sorted(there - set(known)):
        fuller = [level + text for level in LEVELS if level + text in there]
        if len(text) >= SHORTEST and text[0] not in LEVELS and len(fuller) == 1:
            found[text] = fuller[0]
    return found


def abbreviates(short: str, full: str) -> bool:
    """True where a short name's characters stand in a full one in order, from the start of the full name without its
    division to its very end: 公平竞争委 … 静安区公平竞争委员会 does not end so, 投促集团 … 投资促进集团 does."""
    bare = _bare(full)
    short = _bare(short)
    if not short or len(bare) - len(short) < LEAST_LEFT_OUT or len(short) < SHARE * len(bare):
        return False
    if short[0] != bare[0] or short[-2:] != bare[-2:] or any(mark in full for mark in "()（）、"):
        return False
    rest = iter(bare)
    return all(character in rest for character in short)


def _bare(name: str) -> str:
    """A name without quotes and without the division before it."""
    name = name.translate(str.maketrans("", "", '“”"'))
    chain = leading(name)
    bare = name[sum(len(d.name) for d in chain) :]
    return bare[1:] if not chain and bare[:1] and bare[0] in LEVELS and len(bare) > SHORTEST else bare or name
