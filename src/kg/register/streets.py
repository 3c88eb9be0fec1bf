"""How many streets (街道), towns and townships a county has, by the codes of the Bureau of Statistics.

The table is read when something is first asked of it.
"""

from __future__ import annotations

import gzip
from functools import cache

from kg.register.divisions import by_code
from kg.resources import folder


def count_of(county_code: str) -> int:
    """How many streets and towns the county with this GB/T 2260 code has; 0 for any other text."""
    if not (len(county_code) == 6 and county_code.isascii() and county_code.isdigit()):
        return 0
    return _text().count("\n" + _counted_as(county_code))


def _counted_as(code: str) -> str:
    """The code that the table has for a county; a city without counties may stand there as its own county: 嘉峪关市."""
    own, again = by_code().get(code), by_code().get(code[:4] + "01")
    return again.code if own and again and own.name == again.name else code


@cache
def _text() -> str:
    return gzip.decompress((folder("seeds") / "gazetteer" / "streets.tsv.gz").read_bytes()).decode("utf-8")
