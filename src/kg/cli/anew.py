"""The reports of a store made anew from the texts that it holds: after a new ontology, and after decisions on names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from kg.cli.reading import Alike, facts_of_each
from kg.errors import KgError, UsageMistake
from kg.sharing import processors

if TYPE_CHECKING:
    from kg.cli.screen import Screen
    from kg.graph.store import Store
    from kg.register.decisions import Decision


@dataclass(frozen=True, slots=True)
class Anew:
    """What making all reports anew came to."""

    made: int
    changed: int
    used: frozenset[Decision]
    """The decisions that concern a name of the reports."""
    failures: tuple[KgError, ...]
    """Of reports that would take the place of another: they stay as they were."""


def made_anew(store: Store, decisions: Sequence[Decision], screen: Screen) -> Anew:
    """Makes every report of the store anew from its own text. Tells where what was inferred is dropped with it."""
    from kg.graph.quads import report_iri
    from kg.reading.text import Text
    from kg.register.decisions import decided

    inferred = store.has_inferences()
    held = store.reports()
    alike = Alike(texts_of(store))
    used: set[Decision] = set()
    failures: list[KgError] = []
    changed = 0
    texts = (Text(report.source, store.text(report)) for report in screen.steps(held, "building"))
    for facts in facts_of_each(texts):
        facts, told = decided(facts, decisions)
        used |= told
        try:
            alike.meet(report_iri(facts), facts.digest, facts.source)
        except UsageMistake as error:
            failures.append(error)
            continue
        changed += store.put(facts) != "unchanged"
    finish(store, inferred, screen)
    return Anew(len(held) - len(failures), changed, frozenset(used), tuple(failures))


def finish(store: Store, inferred: bool, screen: Screen) -> None:
    """After a store was written to: tells where what was ``inferred`` is gone, and keeps what questions ask first."""
    from kg.asking.responsibilities import remember

    if inferred and not store.has_inferences():
        screen.tell("inferred-dropped")
    remember(store, processors(), partial(screen.steps, code="gathering-rows"))


def texts_of(store: Store) -> dict[str, tuple[str, str]]:
    """Digest and source of each report's text, by its IRI."""
    query = "SELECT ?report ?digest ?source WHERE { ?report a kg:Report ; kg:digest ?digest ; dcterms:source ?source }"
    return {iri: (digest, source) for iri, digest, source in store.tuples(query)}


def failed(failures: Sequence[KgError], screen: Screen) -> int:
    """Tells what failed; the exit status."""
    for failure in failures:
        screen.fail(failure.in_language(screen.language))
    return failures[0].exit_status if failures else 0
