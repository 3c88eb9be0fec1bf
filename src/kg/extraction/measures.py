"""Predicates, mentions and counts → measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from kg.extraction.lexicon import words
from kg.extraction.outcomes import outcomes
from kg.extraction.predicates import PREPOSITIONS, Predicate, predicates, status
from kg.extraction.responsibility import said
from kg.facts import Agent, Entity, Measure, Quote, Reference, Relation, Status
from kg.language.parsed import Parsed
from kg.resources import rows

RELATIONS = {row[0]: cast(Relation, row[1]) for row in rows("seeds/lexicon/relations.tsv")}
ACTS = frozenset({"act", "trend"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for all measures of a sentence."""

    sentence: int
    planned: bool
    place: str | None
    """Register name of the issuer's division."""
    issuers: tuple[Agent, ...]
    noted: tuple[Agent, ...]


def measures(characters: str, parsed: Parsed, entities: Sequence[Entity], setting: Setting) -> tuple[Measure, ...]:
    """The measures of one sentence, in order; a subject governs the clauses after it."""
    found: list[Measure] = []
    governing: tuple[Agent, ...] = ()
    previous = parsed.sentence.start
    for predicate in predicates(characters, parsed, entities):
        subject = said(predicate, entities, setting.place)
        if any(mark in characters[previous : predicate.start] for mark in "；;"):
            governing = ()
        previous = predicate.start
        if subject:
            governing = subject
        if predicate.group == "count" and found:
            found[-1] = _continued(characters, found[-1], predicate, parsed)
            continue
        counts = outcomes(parsed.quantities, parsed.days, predicate.start, predicate.end)
        if not _is_measure(predicate, bool(counts)):
            continue
        agents = setting.noted or governing or setting.issuers
        references = _references(characters, predicate, entities)
        if predicate.verb in words("serving") and not any(r.type == "site" for r in references):
            references = (*_site_before(found), *references)
        found.append(
            Measure(
                predicate.start,
                predicate.end,
                characters[predicate.start : predicate.end],
                predicate.verb,
                predicate.verb_start,
                predicate.object,
                cast(Status, status(predicate, setting.planned)),
                setting.sentence,
                tuple(dict.fromkeys(agents)),
                references,
                counts,
            )
        )
    return tuple(found)


def _site_before(found: Sequence[Measure]) -> tuple[Reference, ...]:
    """The site that an earlier clause of the sentence sets up or names: later acts are done there."""
    sites = [r for measure in found for r in measure.references if r.type == "site" and r.relation == "establishes"]
    return (replace(sites[-1], relation="deliveredAt"),) if sites else ()


def _is_measure(predicate: Predicate, counted: bool) -> bool:
    """Acts with an object of their own; results, indicators and unknown verbs only where they carry a count."""
    if not predicate.verb or (
        predicate.end - predicate.verb_start <= len(predicate.verb) and predicate.start == predicate.verb_start
    ):
        return False
    if predicate.group in ACTS:
        return True
    return counted and predicate.group in ("other", "result", "count")


def _continued(characters: str, measure: Measure, predicate: Predicate, parsed: Parsed) -> Measure:
    """A clause that opens no act of its own (涉及15个业态) belongs to the act before it."""
    more = outcomes(parsed.quantities, parsed.days, predicate.start, predicate.end)
    if not more:
        return measure
    return replace(
        measure,
        end=predicate.end,
        text=characters[measure.start : predicate.end],
        outcomes=(*measure.outcomes, *more),
    )


def _references(characters: str, predicate: Predicate, entities: Sequence[Entity]) -> tuple[Reference, ...]:
    """Things named in the span or in the adverbial phrases before it; a purpose (为落实《…》) is no basis."""
    found: list[Reference] = []
    for entity in entities:
        if entity.type not in ("site", "system", "programme", "document"):
            continue
        inside = predicate.start <= entity.start and entity.end <= predicate.end
        before = predicate.clause_start <= entity.start and entity.end <= predicate.start
        if not inside and not (before and not _is_aim(characters, predicate, entity)):
            continue
        found.append(
            Reference(
                entity.name,
                entity.type,
                _relation(predicate, entity, inside),
                Quote(entity.start, entity.end, entity.text),
            )
        )
    return tuple(found)


def _is_aim(characters: str, predicate: Predicate, entity: Entity) -> bool:
    before = characters[predicate.clause_start : entity.start]
    return "为" in before and not any(p in before for p, kind in PREPOSITIONS.items() if kind == "basis")


def _relation(predicate: Predicate, entity: Entity, inside: bool) -> Relation:
    made = RELATIONS.get(predicate.verb)
    if made == "issues" and entity.type == "document" and inside:
        return "issues"
    if made == "establishes" and entity.type != "document" and inside and entity.end >= predicate.end - 2:
        return "establishes"
    if entity.type == "site":
        return "deliveredAt"
    return "basedOn" if entity.type == "document" else "uses"
