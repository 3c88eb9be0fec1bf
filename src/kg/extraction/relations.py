"""What a predicate does to the things of its object: it sets them up, or issues them."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from kg.extraction.phrases import LINK
from kg.facts import Relation
from kg.language.parsed import Act, Name
from kg.resources import rows

BUILDS = re.compile("建(?![议档言])")
"""What verbs of building hold: 建设, 新建, 扩建."""
GOES_ON = "、和及与或（("
NEAR = 3
"""Characters behind the end of an object are fewer: 建成A站|等."""
LENGTH = 2
"""Characters of a predicate in the list; 建立健全 does what 建立 does."""


def relation_of(verb: str) -> Relation | None:
    """The relation that the list tells of a predicate."""
    return _relations().get(verb[:LENGTH])


def sets_up(verb: str) -> bool:
    """Whether a predicate builds or establishes."""
    return BUILDS.search(verb) is not None or relation_of(verb) == "establishes"


def ends_object(characters: str, name: Name, act: Act) -> bool:
    """Whether a name stands at the end of the object of an act, or in the list there: 建设A站、B站."""
    rest = characters[name.end : act.end]
    return len(rest) < NEAR or (rest[0] in GOES_ON and LINK not in rest)


@cache
def _relations() -> dict[str, Relation]:
    return {row[0]: cast(Relation, row[1]) for row in rows("seeds/lexicon/relations.tsv")}
