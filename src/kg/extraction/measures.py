"""Acts, names and counts of a sentence → its measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from kg.extraction.outcomes import is_outcome, measured_by, outcome
from kg.facts import Agent, Day, Entity, Measure, Outcome, Quote, Reference, Relation, Status
from kg.language.parsed import Act, Name, Parsed
from kg.language.words import words_of
from kg.resources import rows

LINKED = 0.5
"""Least chance that a measure refers to a thing."""

BREAKS = "；;。"


@dataclass(frozen=True, slots=True)
class Around:
    """What holds for the measures of a sentence."""

    sentence: int
    """Place of the sentence in the report."""
    agents: Sequence[tuple[Agent, ...]]
    """Of each act."""
    statuses: Sequence[tuple[Status, float]]
    day: Day | None
    """The day that governs counts without one in the sentence."""
    things: Mapping[tuple[int, int], Entity]
    """The report's entities by their place."""


@cache
def _relations() -> dict[str, Relation]:
    return {row[0]: cast(Relation, row[1]) for row in rows("seeds/lexicon/relations.tsv")}


def measures(characters: str, parsed: Parsed, acts: Sequence[Act], around: Around) -> tuple[Measure, ...]:
    """The measures of a sentence, one an act, in order."""
    outcomes = _outcomes(characters, parsed, acts, around.day)
    references = _references(characters, parsed, acts, around.things)
    return tuple(
        Measure(
            act.start,
            act.end,
            characters[act.start : act.end],
            characters[act.verb : act.verb_end],
            act.verb,
            _object(characters, act),
            around.statuses[place][0],
            around.sentence,
            around.agents[place],
            references[place],
            outcomes[place],
            round(act.sure * act.needed, 2),
            round(around.statuses[place][1], 2),
        )
        for place, act in enumerate(acts)
    )


def _object(characters: str, act: Act) -> str:
    """What follows the predicate, else what stands in front of it."""
    after = characters[act.verb_end : act.end].lstrip("了")
    if after.strip():
        return after
    front = characters[act.start : act.verb]
    return front[1:] if front[:1] in ("将", "把", "对") else front


def _outcomes(characters: str, parsed: Parsed, acts: Sequence[Act], day: Day | None) -> list[tuple[Outcome, ...]]:
    found: list[tuple[Outcome, ...]] = [() for _ in acts]
    for count in parsed.counts:
        if is_outcome(count) and (place := measured_by(count, acts, characters)) is not None:
            found[place] = (*found[place], outcome(count, parsed.days, day))
    return found


def _references(
    characters: str, parsed: Parsed, acts: Sequence[Act], things: Mapping[tuple[int, int], Entity]
) -> list[tuple[Reference, ...]]:
    """Things named in an act's span or in the phrases before it; a site that an act sets up serves the later ones."""
    found: list[tuple[Reference, ...]] = [() for _ in acts]
    for name in parsed.names:
        thing = things.get((name.start, name.end))
        if thing is None or name.type not in ("site", "system", "programme", "document") or name.linked < LINKED:
            continue
        place = _act_of(characters, name, acts)
        if place is not None:
            relation = _relation(characters, name, acts[place])
            quote = Quote(name.start, name.end, thing.text)
            reference = Reference(thing.name, name.type, relation, quote, round(name.linked, 2))
            found[place] = (*found[place], reference)
    site: Reference | None = None
    for place, act in enumerate(acts):
        own = [r for r in found[place] if r.type == "site"]
        if own:
            site = own[-1]
        elif site is not None and characters[act.verb : act.verb_end] in words_of("serving"):
            found[place] = (Reference(site.name, "site", "deliveredAt", site.quote, site.score), *found[place])
    return found


def _act_of(characters: str, name: Name, acts: Sequence[Act]) -> int | None:
    """The act around a name, else the next one before a semicolon, else the last one before it."""
    for place, act in enumerate(acts):
        if act.start <= name.start < act.end:
            return place
    for place, act in enumerate(acts):
        if act.start >= name.end:
            return place if not any(c in BREAKS for c in characters[name.end : act.start]) else None
    return len(acts) - 1 if acts and not any(c in BREAKS for c in characters[acts[-1].end : name.start]) else None


def _relation(characters: str, name: Name, act: Act) -> Relation:
    made = _relations().get(characters[act.verb : act.verb_end][:2])
    inside = act.verb_end <= name.start < act.end
    if made == "issues" and name.type == "document" and inside:
        return "issues"
    if made == "establishes" and name.type != "document" and inside and name.end >= act.end - 2:
        return "establishes"
    if name.type == "site":
        return "deliveredAt"
    return "basedOn" if name.type == "document" else "uses"
