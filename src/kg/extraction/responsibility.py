"""Who did it: notes of responsible units, subjects that stand in the sentence, and the issuer otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extraction.predicates import Predicate
from kg.facts import Agent, Entity, Quote, Role, Sentence

NOTE = re.compile(
    r"[(（【]?\s*(?P<kind>责任单位|责任部门|牵头单位|牵头部门|主责单位|配合单位|配合部门|协办单位|参加单位)\s*[:：]\s*(?P<bodies>[^:：;；。()（）\n]+)"
)
BRACKET = re.compile(r"[(（](?P<inside>[^()（）\n]*?(?:牵头|配合|负责|按职责分工)[^()（）\n]*)[)）]")
PARTNER_KINDS = ("配合", "协办", "参加")
BETWEEN = re.compile(r"[、,，和及与]")
WITH = ("会同", "联合", "协同", "配合")


@dataclass(frozen=True, slots=True)
class Note:
    """A note of responsible units: where it stands and whom it names."""

    start: int
    end: int
    agents: tuple[Agent, ...]


def notes(characters: str, entities: Sequence[Entity]) -> tuple[Note, ...]:
    """(责任单位:A、B), 牵头单位:A;配合单位:B and (A牵头,B配合) with the bodies they name."""
    found: list[Note] = []
    for match in NOTE.finditer(characters):
        role: Role = "partner" if match["kind"].startswith(PARTNER_KINDS) else "lead"
        agents = _bodies(entities, match.start("bodies"), match.end("bodies"), role)
        found.append(Note(match.start(), match.end(), agents))
    for match in BRACKET.finditer(characters):
        if any(n.start < match.end() and match.start() < n.end for n in found):
            continue
        at, agents = match.start("inside"), ()
        for part in re.finditer(r"[^;；,，]+", match["inside"]):
            role = "partner" if "配合" in part.group() or "参与" in part.group() else "lead"
            agents += _bodies(entities, at + part.start(), at + part.end(), role)
        if agents:
            found.append(Note(match.start(), match.end(), agents))
    return tuple(sorted(found, key=lambda n: n.start))


def _bodies(entities: Sequence[Entity], start: int, end: int, role: Role) -> tuple[Agent, ...]:
    inside = [e for e in entities if e.type == "organisation" and start <= e.start and e.end <= end]
    return tuple(Agent(e.name, role, "explicit", Quote(e.start, e.end, e.text)) for e in inside)


def noted(found: Sequence[Note], sentences: Sequence[Sentence]) -> dict[int, tuple[Agent, ...]]:
    """Sentence → the agents of the note that closes its item.

    A note governs the sentences of its paragraph since the note before it; where it stands in a paragraph of its own,
    those of the section since then.
    """
    governed: dict[int, tuple[Agent, ...]] = {}
    previous = 0
    for note in found:
        home = next((s for s in sentences if s.start <= note.start < s.end), None)
        if home is None:
            home = next((s for s in reversed(sentences) if s.end <= note.start), None)
        if home is None or not note.agents:
            continue
        for at, sentence in enumerate(sentences):
            same = sentence.paragraph == home.paragraph or (
                sentence.section is not None and sentence.section == home.section
            )
            if same and previous <= sentence.start <= note.start:
                governed[at] = governed.get(at, ()) + note.agents
            if at in governed and sentence.start > note.start:
                continue
        following = next((n for n in found if n.start >= note.end), None)
        if following is None or following.start - note.end > 3:
            previous = note.end
    return governed


def said(predicate: Predicate, entities: Sequence[Entity], register_place: str | None) -> tuple[Agent, ...]:
    """The subject before the predicate and whoever it is done with."""
    if predicate.subject is None:
        return ()
    start, end = predicate.subject
    agents: list[Agent] = []
    role: Role = "lead"
    inside = [e for e in entities if start <= e.start and e.end <= end and e.type in ("organisation", "place")]
    for entity in inside:
        quote = Quote(entity.start, entity.end, entity.text)
        if entity.type == "organisation":
            agents.append(Agent(entity.name, role, "explicit", quote))
        elif not entity.generic and len(inside) == 1 and entity.end == end and entity.name == register_place:
            agents.append(Agent(f"{entity.name}人民政府", role, "explicit", quote))
    return tuple(agents)


def unsaid(issuers: Sequence[str]) -> tuple[Agent, ...]:
    """Nobody is said: whoever signed answers for it."""
    return tuple(Agent(name, "lead", "issuer") for name in issuers)
