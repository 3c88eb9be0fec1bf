"""Bodies that stand side by side: those of a row of which the reader sees only the last as subject, and two that are
written without a mark between them (各地区|各部门要落实责任, 县残联联合|县人社局)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.language.parsed import Name

TWO = re.compile(r"(各(?!级各|类各|行)[^各、，,]{1,8})(各(?!类|业)[^各、，,]{1,10})")
TOGETHER = re.compile(r"([省市区县州][^联合会]{1,8}?联?)(?:联合|会同)([省市区县州][^联合]{2,12})")
"""A body and the one with which it acts, taken for one name: 县残联|联合|县人社局."""
MARK = re.compile(r"[)）]?[、和及与]|[(（]")
"""What stands between the bodies of a row: 镇政府（街道办事处）、村委会."""


def parted(characters: str, names: Sequence[Name]) -> Iterator[Name]:
    """The names, two in one apart."""
    for name in names:
        own = name.type == "organisation"
        two = TWO.fullmatch(characters, name.start, name.end) if own else None
        joined = TOGETHER.fullmatch(characters, name.start, name.end) if own else None
        if two:
            yield from (replace(name, start=two.start(n), end=two.end(n)) for n in (1, 2))
        elif joined:
            yield replace(name, end=joined.end(1))
            yield replace(name, start=joined.start(2), lead=0.0, partner=max(name.lead, name.partner))
        else:
            yield name


def in_a_row(characters: str, names: Sequence[Name], surely: float, perhaps: float) -> list[Name]:
    """The names; a body that may be the subject, and stands in a row before one that surely is, is one too."""
    found = list(parted(characters, names))
    for at in range(len(found) - 2, -1, -1):
        name, after = found[at], found[at + 1]
        beside = name.type == after.type == "organisation" and MARK.fullmatch(characters, name.end, after.start)
        if beside and after.lead >= surely > name.lead >= max(perhaps, name.partner):
            found[at] = replace(name, lead=surely)
    return found
