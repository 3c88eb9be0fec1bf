"""What the sentence tells of whom it names and what these don't do: punishment, payment, and how something changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from kg.facts import Agent
from kg.language.parsed import Act
from kg.words import either, group_of

CLAUSE = re.compile(r"[，,；;。]")
PUNISHED = re.compile(r"[^；;。]*的[，,][^；;。，,]*$")
"""What stands between somebody who offends and how he is punished: …玩忽职守的,依法."""
PAID = re.compile(r"[^；;。，,对向将把]*(?<!目)的[，,](?!由)[^；;。，,]*$")
"""What stands between somebody who does something and what he is given for it: 学校引进人才的,按标准给予补贴."""
EXPLAINS = re.compile("(?:等(?:部门|单位))?(?:牵头|具体|共同|分别)*负责(?:牵头|具体)*解释")
"""What only closes a text, so that nothing behind it is theirs: 由市住建局|负责解释。如遇政策调整,按新政策执行."""
LEVELS = ("达", "达到", "占")
"""Predicates that tell how much something is, which may be said of what a body does: 总投资额达3亿元."""
PEOPLE = re.compile(
    r"(?![对将把为由从在使让向给])[^，,；;。由将]{1,24}(?:人口|人数|总数|面积)(?:[比较][^，,；;。]{1,6}|同比|[已均约])?"
)
"""How many people or how much land there is, and with what it is compared: 农村贫困人口比上年."""
_group = partial(group_of, "who-words")


def befalls(characters: str, end: int, agents: Sequence[Agent], act: Act) -> bool:
    """Whether an act is not done by the subject that ends at ``end``: it is done to him, or it only happens."""
    return _paid(characters, end, act) or _punished(characters, end, act) or _happens(characters, end, agents, act)


def _paid(characters: str, end: int, act: Act) -> bool:
    verb = characters[act.verb : act.verb_end]
    return verb in _group("paid") and PAID.fullmatch(characters, end, act.start) is not None


def _punished(characters: str, end: int, act: Act) -> bool:
    """Whether an act is done to the subject: 单位违反规定的,责令改正."""
    verb = characters[act.verb : act.verb_end]
    said = characters[act.verb : act.end]
    if not any(
        verb.startswith(word) and (word != "给予" or _penalty().search(said))
        for word in group_of("formula-words", "punish")
    ):
        return False
    return PUNISHED.fullmatch(characters, end, act.start) is not None


def _happens(characters: str, end: int, agents: Sequence[Agent], act: Act) -> bool:
    """Whether an act tells in a clause of its own how something changed, which no body does:
    财政局拨付资金,贫困人口减少3万. What is told behind a place is told of it."""
    verb = characters[act.verb : act.verb_end]
    if act.start == act.verb or verb in LEVELS or verb not in group_of("joining-words", "change"):
        return False
    if CLAUSE.search(characters, end, act.start) is None or any(map(stands_for, agents)):
        return False
    return PEOPLE.fullmatch(characters, act.start, act.verb) is not None


def stands_for(agent: Agent) -> bool:
    """Whether a government is named by its place."""
    return agent.quote is not None and agent.name.endswith("政府") and not agent.quote.text.endswith("政府")


@cache
def _penalty() -> re.Pattern[str]:
    return re.compile(either(_group("penalty")))
