"""What a predicate does to the things of its object: it sets them up, or issues them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import cast, get_args

from kg.extraction.phrases import LINK
from kg.facts import Quantity, Relation
from kg.language.parsed import Act, Name
from kg.resources import rows

BUILDS = re.compile("建(?![议档言])")
"""What verbs of building hold: 建设, 新建, 扩建."""
GOES_ON = "、和及与或（("
RELATIONS = frozenset(get_args(Relation))
NEAR = 3
"""Characters behind the end of an object are fewer: 建成A站|等."""
SUMMED_UP = re.compile("等[^，,；;。的]{0,8}$")
"""Behind the last of several that are told as examples: 建成A馆|等项目."""
LENGTH = 2
"""Characters of a predicate in the list; 建立健全 does what 建立 does."""
ADDS = "adds"
"""What the list tells of a predicate that establishes a thing without telling that it is a definite one: 新增床位."""
REVISES = "revises"
"""What the list tells of a predicate by which only a document comes out anew: 完善办法, but 完善服务站."""
FRONTED = re.compile("[在于到经通依对将把为向由]|利用")
"""Before a thing that is no subject: 在平台|上线."""
COMES = re.compile(
    "(?:[、和及与](?!.*(?:[改扩]建|改造|修缮|提升))[^，,；;。]*|等[^，,；;。的]{0,10})?"
    "(?:已|将|均|正式|基本|初步|全[面部]|顺利|如期|[相陆]续|先后|率先|提前|成功|同步|在.)*"
)
"""Between a thing and the predicate by which it comes to be: 馆站等设施|陆续|建成."""
BARE = 4
"""Characters that stand at most behind such a predicate: 建成|投入使用."""
LEADS_ON = "leadsOn"
"""What the list tells of a predicate that only leads on to one that does something: 推动|出台办法, 启动|建设车站."""


def relation_of(verb: str) -> Relation | None:
    """The relation that the list tells of a predicate."""
    return _relations().get(verb[:LENGTH])


def predicates(relation: Relation) -> tuple[str, ...]:
    """The predicates of which the list tells this relation."""
    return tuple(verb for verb, told in _relations().items() if told == relation)


def relation_in(characters: str, act: Act) -> str | None:
    """What an act does to the things of its object, by its predicate or by the one to which that leads on: as the list
    tells."""
    verb = characters[act.verb : act.verb_end][:LENGTH]
    told = _listed().get(verb)
    return _listed().get(characters[act.verb_end : act.verb_end + LENGTH]) if told == LEADS_ON else told


def sets_up(verb: str) -> bool:
    """Whether a predicate builds or establishes."""
    return BUILDS.search(verb) is not None or relation_of(verb) == "establishes"


def ends_object(characters: str, name: Name, act: Act) -> bool:
    """Whether a name stands at the end of the object of an act, or in the list there: 建设A站、B站."""
    return _ends(characters, name.end, act)


def is_object(characters: str, name: Name, act: Act, quantities: Sequence[Quantity]) -> bool:
    """The same but for its count and what tells that there are others: 建设A站3座, 建设A站等项目, 建设“A站”“B站”."""
    end = next((q.end for q in quantities if q.start == name.end and q.end <= act.end), name.end)
    quoted = characters.startswith("”“", end - 1)
    return quoted or SUMMED_UP.match(characters, end, act.end) is not None or _ends(characters, end, act)


def comes_about(characters: str, name: Name, act: Act) -> bool:
    """Whether a name is the subject of a predicate that has no object: A馆、B馆|建成投用."""
    inside = act.start <= name.start and name.end <= act.verb and act.end - act.verb_end <= BARE
    fronted = FRONTED.search(characters, act.start, name.start)
    return inside and fronted is None and COMES.fullmatch(characters, name.end, act.verb) is not None


def _ends(characters: str, end: int, act: Act) -> bool:
    rest = characters[end : act.end]
    return len(rest) < NEAR or (rest[0] in GOES_ON and LINK not in rest)


@cache
def _relations() -> dict[str, Relation]:
    return {verb: cast(Relation, told) for verb, told in _listed().items() if told in RELATIONS}


@cache
def _listed() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("seeds/lexicon/relations.tsv")}
