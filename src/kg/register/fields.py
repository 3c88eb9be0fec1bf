"""Departments that a document calls by their field of government alone (市民政部门, 市财政), and those of one division
that are called otherwise than elsewhere."""

from __future__ import annotations

import re
from functools import cache

from kg.register.divisions import Division
from kg.resources import rows

FIELD = re.compile(r"(?P<field>[一-鿿]{2,12}?)(?:行政主管部门|行政管理部门|行政部门|主管部门|部门)")
PAYS = "财政"
"""Whose money is spent, the treasury's department spends: 市财政给予补助."""
LEVEL = re.compile(rf"(?<=[省市区县州旗])本?级(?={PAYS}$)")
"""省级财政, 市本级财政."""


@cache
def _full() -> dict[str, str]:
    """Short name of a field → its full name."""
    return {row[0]: row[1] for row in rows("seeds/gazetteer/stems.tsv")}


@cache
def _organs() -> dict[str, tuple[str, str, str]]:
    """Field in full → what its department ends with in a province, in a municipality and in a city or county."""
    return {row[0]: (row[1], row[2], row[3]) for row in rows("seeds/gazetteer/fields.tsv")}


def without_level(text: str) -> str:
    """省级财政 → 省财政, any other name as it is."""
    return LEVEL.sub("", text)


def field_of(rest: str) -> str | None:
    """The field by which alone a department is called behind its division: 民政部门 → 民政."""
    found = FIELD.fullmatch(rest)
    return found["field"] if found else None


def department_of(rest: str, division: Division) -> str | None:
    """The department that is called so behind its division, without it (民政部门 → 民政局); None where departments of
    this field have different names."""
    if rest == PAYS:
        field = PAYS
    elif (said := field_of(rest)) is not None:
        field = _full().get(said, said)
    else:
        return None
    organs = _organs().get(field)
    if organs is None:
        return None
    organ = organs[2 if division.level != "province" else 1 if division.name.endswith("市") else 0]
    return field + organ if organ != "-" else None


@cache
def own_names(code: str) -> dict[str, str]:
    """What the bodies of this division are called in full that other divisions call otherwise."""
    return {short: full for short, full, where, *_ in rows("seeds/gazetteer/own-names.tsv") if where == code}
