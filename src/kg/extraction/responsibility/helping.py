"""Acts that somebody does with the help of others: 市商务局配合市公安局|开展检查. Whom they help leads, and who helps
is his partner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.responsibility.subjects import HELPING, Subject, governing
from kg.facts import Agent
from kg.language.parsed import Act
from kg.words import group_of

TOGETHER = re.compile(r"职[责能][^；;。]*协同$")
"""The same of several who each have their own task: 各部门按照职责协同|做好工作; those who 协同建立机制 all lead."""
LONGEST = 40


def helps(characters: str, subject: Subject) -> bool:
    """Whether the words before a subject tell that others help it."""
    return characters.endswith(HELPING, 0, subject.start)


def helped_by(characters: str, act: Act, subjects: Sequence[Subject]) -> Subject | None:
    """Who is helped, where that is all that an act tells: |配合市公安局."""
    if characters[act.verb : act.verb_end] not in HELPING:
        return None
    return next((s for s in subjects if s.start == act.verb_end and s.end <= act.end and not s.person), None)


def helpers(
    characters: str,
    act: Act,
    helped: Subject,
    subjects: Sequence[Subject],
    before: Subject | None,
    issuers: Sequence[Agent],
) -> tuple[Agent, ...]:
    """Who helps: the subject before, else who is meant from an earlier sentence, else the issuer."""
    nearest = governing(characters, act, [s for s in subjects if s.end <= helped.start])
    if nearest is not None:
        agents = nearest.agents
    elif before is not None:
        agents = tuple(replace(a, basis="inherited") for a in before.agents)
    else:
        agents = tuple(issuers)
    names = {a.name for a in helped.agents}
    return tuple(replace(a, role="partner") for a in agents if a.name not in names)


def only_help(characters: str, act: Act, agents: Sequence[Agent]) -> bool:
    """Whether those who are said to do an act only help with it, and nobody says whom: 其他部门按职能配合|做好工作,
    村委会|协助做好调查. Who is helped to do something is served (协助企业招聘)."""
    if not agents or any(a.role != "lead" for a in agents):
        return False
    verb = characters[act.verb : act.verb_end]
    if verb in HELPING:
        return characters.startswith(tuple(group_of("verbs", "act")), act.verb_end)
    if TOGETHER.search(characters, max(0, act.start - LONGEST), act.start):
        return all(a.basis == "explicit" for a in agents)
    return act.start == act.verb and characters.endswith(HELPING, 0, act.start)
