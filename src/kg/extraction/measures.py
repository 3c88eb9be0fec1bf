"""Acts, names and counts of a sentence → its measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extraction.counts.changes import change_of
from kg.extraction.counts.indicators import indicator
from kg.extraction.counts.outcomes import dealt, due_in, is_term, measured_by, outcome, outcomes_of, sets_target
from kg.extraction.counts.things import with_things
from kg.extraction.denial import predicate
from kg.extraction.objects.carried import objects
from kg.extraction.references import references
from kg.facts import Agent, Day, Entity, Measure, Outcome, Status
from kg.language.parsed import Act, Parsed
from kg.words import group_of


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
    due: Day | None
    """The day on which targets are due that name none."""
    limits: Sequence[Day | None]
    """Of each act the day by which its words, a note or a table want it done."""
    things: Mapping[tuple[int, int], Entity]
    """The report's entities by their place."""


def measures(characters: str, parsed: Parsed, acts: Sequence[Act], around: Around) -> tuple[Measure, ...]:
    """The measures of a sentence, one an act, in order."""
    due = due_in(parsed, around.due)
    outcomes = _outcomes(characters, parsed, acts, around, due)
    things = tuple(objects(characters, acts, parsed))
    referred = references(characters, parsed, acts, around.things)
    verbs = [predicate(characters, parsed, act) for act in acts]
    return tuple(
        Measure(
            act.start,
            act.end,
            characters[act.start : act.end],
            verbs[place][1],
            verbs[place][0],
            indicator(characters, parsed, act) or things[place],
            around.statuses[place][0],
            around.sentence,
            around.agents[place],
            referred[place],
            with_things(characters, act, indicator(characters, parsed, act) or things[place], outcomes[place]),
            round(act.sure * act.needed, 2),
            round(around.statuses[place][1], 2),
            (around.limits[place] or _listed(characters, act, due)) if around.statuses[place][0] == "planned" else None,
        )
        for place, act in enumerate(acts)
    )


def _listed(characters: str, act: Act, due: Day | None) -> Day | None:
    """The day of the list in which an act stands, where it is one that is due at the end of a period."""
    return due if characters[act.verb : act.verb_end] in group_of("time-words", "reaching") else None


def _outcomes(
    characters: str, parsed: Parsed, acts: Sequence[Act], around: Around, due: Day | None
) -> list[tuple[Outcome, ...]]:
    found: list[tuple[Outcome, ...]] = [() for _ in acts]
    for count in outcomes_of(parsed.counts, acts, characters):
        if (place := measured_by(count, acts, characters)) is not None:
            planned = around.statuses[place][0] == "planned"
            if planned and is_term(characters, acts[place], count.quantity):
                continue
            target = planned and sets_target(characters, acts[place], count.quantity)
            governing = around.day or (due if target else None)
            told = outcome(characters, count, parsed.days, governing)
            change = change_of(characters, parsed, acts[place], count.quantity)
            found[place] = (*found[place], replace(told, change=change))
    return dealt(found, acts, characters)
