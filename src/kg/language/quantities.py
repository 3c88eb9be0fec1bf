"""Counts: a number with the unit or classifier after it and its approximation words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from kg.facts import Modifier, Quantity
from kg.language.numerals import value_of
from kg.resources import rows

ARABIC = r"[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?[十百千]?[万亿]*(?:[0-9]+万)?"
CHINESE = r"[一二三四五六七八九十百千两]+[百千万亿]*"
NAMED = re.compile(r"[“\"][^“”\"\n]{0,12}$")
ORDINAL = ("第", "首", "前", "〔", "[", "【", "“", "+", "Ｎｏ", "-", "—", "/", "近期", "十", "双")
VAGUE = re.compile(
    r"^一(?:个|批|项|种|件|条|次|家|场|名|位|类|段|组|套|级|线|体|站|期|天|年|路|点|对|道|代|处|部|成|分|周|方|日|月|层|块|片|间|门|单|起)"
)
NEITHER = re.compile(
    r"(?:[一二三四五六七八九十两]+)(?:级|线|方|点|体|路|层|代|成|站|门|道|分|单|队|对|维|环|日|周|度|期|只|头|方面|年|季|组|支|段|部|片|区)(?![次场])"
)


@cache
def pattern() -> re.Pattern[str]:
    """The grammar: word? number 余? unit word?"""
    units = "|".join(
        re.escape(u) for u in sorted((r[0] for r in rows("seeds/lexicon/units.tsv")), key=lambda u: (-len(u), u))
    )
    words = {"before": [], "inside": [], "after": []}  # type: dict[str, list[str]]
    for word, _, where, *_ in rows("seeds/lexicon/approximators.tsv"):
        words[where].append(word)
    alt = {k: "|".join(sorted(v, key=lambda w: (-len(w), w))) for k, v in words.items()}
    return re.compile(
        rf"(?P<before>(?:{alt['before']})*)(?P<number>{ARABIC}|{CHINESE})(?P<inside>(?:{alt['inside']})?)(?P<scale>[万亿]*)"
        rf"(?P<unit>{units})(?P<after>(?:{alt['after']})?)"
    )


@cache
def modifiers() -> dict[str, Modifier]:
    """Approximation word → modifier."""
    return {row[0]: cast(Modifier, row[1]) for row in rows("seeds/lexicon/approximators.tsv")}


def find_quantities(text: str, offset: int = 0) -> tuple[Quantity, ...]:
    """The counts in ``text``; ``offset`` is where it begins in the whole text."""
    return tuple(_found(text, offset))


def _found(text: str, offset: int) -> Iterator[Quantity]:
    for match in pattern().finditer(text):
        number, unit = match["number"], match["unit"]
        before = text[: match.start()]
        chinese = not any(c.isdigit() and c not in "〇零" and c.isdecimal() for c in number)
        if before.endswith(ORDINAL) or (before and (before[-1].isdecimal() or before[-1] in ".．十百千")):
            continue
        if unit in ("年", "日", "月") and (chinese or len(number) == 4 or unit != "年"):
            continue
        if unit == "条" and before.endswith(("及", "《")):
            continue
        if (
            NAMED.search(before)
            and "”" in text[match.end() : match.end() + 12]
            and not text[match.start() - 1].isspace()
        ):
            continue
        if chinese and (VAGUE.match(match.group("number") + unit) or NEITHER.match(number + unit)):
            continue
        value = value_of(number + match["scale"])
        if value is None:
            continue
        marks = [w for w in (_last(match["before"]), match["inside"], match["after"]) if w]
        modifier: Modifier = "exact"
        if marks:
            nearest = match["inside"] or match["after"] or _last(match["before"])
            modifier = modifiers()[nearest]
        yield Quantity(
            offset + match.start(), offset + match.end(), match.group(), value, "%" if unit == "％" else unit, modifier
        )


def _last(before: str) -> str:
    """The approximation word that stands nearest the number."""
    return max((w for w in modifiers() if before.endswith(w)), key=len, default="")
