"""Words for a class of bodies or people, as 金融机构 and 政协委员: a report means some and doesn't tell which."""

from __future__ import annotations

import re
from functools import cache

from kg.register.divisions import LONGEST, SHORTEST, table
from kg.resources import rows

WHOSE = re.compile("(?!区域|区块|县域|乡镇|市场|街道)[省市区县州镇乡街]")
"""What a name begins with that says whose the body is, seen from its report: 市财政部门; not 区域金融机构."""


def is_class(name: str, division: str) -> bool:
    """Whether the name of a body of this division ('' where unknown) tells no single body."""
    if division or WHOSE.match(name) or not name.endswith(_endings()):
        return False
    return not any(name[:end] in table() for end in range(SHORTEST, min(len(name), LONGEST) + 1))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(ending for ending, _ in rows("seeds/lexicon/class-endings.tsv"))
