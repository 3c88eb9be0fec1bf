"""Acts that somebody does with the help of others: 市商务局配合市公安局|开展检查. Whom they help leads, and who helps
is his partner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.responsibility.subjects import HELPING, Subject, governing
from kg.facts import Agent
from kg.language.parsed import Act


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
