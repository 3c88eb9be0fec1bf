"""Which measures of a report answer which demands of a text, such as a congress's review opinions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.asking.acts import Act, acts
from kg.asking.likeness import Likeness, Scale
from kg.errors import NothingFound
from kg.graph.named import named
from kg.graph.store import Store

if TYPE_CHECKING:
    from kg.facts import Facts
    from kg.graph.held import StoredReport

MOST = 5
"""Measures that are listed for a demand, the likest first."""

CLAUSE = re.compile(r"[^,，;；。！？!?\n]+")
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Demand:
    """A wish of the text: its words with the number and heading that they stand under, and place.

    ``line`` counts from 1, ``start`` and ``end`` are code points.
    """

    number: str
    heading: str
    text: str
    line: int
    start: int
    end: int
    answers: tuple[tuple[Likeness, Act], ...]
    """The likest first."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The demands of a text by place, and the report that was asked."""

    source: str
    report: StoredReport
    demands: tuple[Demand, ...]

    def answered(self) -> int:
        """How many demands a measure answers."""
        return sum(bool(demand.answers) for demand in self.demands)


def answers(store: Store, facts: Facts, report: str) -> Answers:
    """The demands of a text that was read, with the measures of the report of this name.

    Raises NothingFound where the text demands nothing or no report has the name, UsageMistake where several have it.
    """
    asked = named(store.reports(), report)
    demands = list(_demands(facts))
    if not demands:
        raise NothingFound("demands-none", source=facts.source)
    wishes = _wishes(facts, demands)
    measures = acts(store, asked)
    found: list[dict[int, Likeness]] = [{} for _ in demands]
    for likeness, i, j in Scale([act for _, act in wishes], measures).likely():
        found[wishes[i][0]].setdefault(j, likeness)
    return Answers(
        facts.source,
        asked,
        tuple(
            replace(demand, answers=tuple((likeness, measures[j]) for j, likeness in list(likely.items())[:MOST]))
            for demand, likely in zip(demands, found, strict=True)
        ),
    )


def _demands(facts: Facts) -> Iterator[Demand]:
    """The sentences under numbered headings, and the headings with none; every sentence where nothing is numbered."""
    filled = {s.section for s in facts.sentences} | {s.parent for s in facts.sections}
    found = []
    for sentence in facts.sentences:
        if sentence.section is not None or not facts.sections:
            found.append((sentence.start, sentence.end, sentence.section))
    found += [(s.start, s.end, i) for i, s in enumerate(facts.sections) if i not in filled]
    for start, end, at in sorted(found):
        section = None if at is None else facts.sections[at]
        yield Demand(
            section.number if section else "",
            section.heading if section else "",
            facts.characters[start:end],
            facts.characters.count("\n", 0, start) + 1,
            start,
            end,
            (),
        )


def _wishes(facts: Facts, demands: list[Demand]) -> list[tuple[int, Act]]:
    """The measures that each demand asks for: those that the reader finds in it, else its clauses.

    None of them is done yet, whatever tense it is said in.
    """
    with Store.in_memory() as read:
        read.put(facts)
        (held,) = read.reports()
        measures = tuple(replace(act, status="planned") for act in acts(read, held))
    found = []
    for i, demand in enumerate(demands):
        own = [act for act in measures if demand.start <= act.start < demand.end]
        found += [(i, act) for act in own or _clauses(demand)]
    return found


def _clauses(demand: Demand) -> Iterator[Act]:
    for clause in CLAUSE.finditer(demand.text):
        words = clause.group().strip()
        if len(words) >= SHORTEST:
            start = demand.start + clause.start()
            end = demand.start + clause.end()
            heading = "" if demand.heading == demand.text else demand.heading
            place = (demand.line, start, end)
            yield Act("", words, "", "", words, "planned", heading, demand.text, *place, (), (), ())
