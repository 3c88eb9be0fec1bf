"""``kg build``: reports into the store."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.help import pick
from kg.cli.options import command_of, sources_argument, store_option
from kg.cli.reading import documents, facts_of_each
from kg.cli.screen import Screen, put
from kg.errors import KgError, UsageMistake
from kg.sharing import processors

if TYPE_CHECKING:
    from kg.facts import Facts
    from kg.graph.store import Store
    from kg.reading.text import Text


def command(language: str) -> click.Command:
    """The command with its help in this language."""
    return command_of(
        language,
        "build",
        run,
        sources_argument(required=False),
        store_option(language),
        click.Option(
            ["--again"],
            is_flag=True,
            help=pick(
                language,
                "用图库中存有的原文重建全部报告，例如本体更新之后。",
                "Make all reports of the store anew from the texts that it holds, as after a new ontology.",
            ),
        ),
        zh="读取报告（文件或文件夹），写入图库。已有的报告会被替换，未变的不再处理。",
        en="Read reports (files or folders) into the store. A report seen before is replaced; an unchanged one costs"
        " nothing.",
    )


def run(sources: tuple[Path, ...], store: Path, again: bool, screen: Screen) -> int:
    """Build each report; one that fails stops none of the others and is told at the end (exit status 3)."""
    if not sources and not again:
        raise UsageMistake("argument-missing", name="SOURCE...")
    if again:
        _again(store, screen)
    return _build(sources, store, screen) if sources else 0


def _again(store: Path, screen: Screen) -> None:
    """Makes every report of the store anew from its own text."""
    from kg.asking.responsibilities import remember
    from kg.graph.decided import decisions_of
    from kg.graph.store import Store
    from kg.reading.text import Text
    from kg.register.decisions import decided

    with Store.open(store) as opened:
        inferred = opened.has_inferences()
        held = opened.reports()
        decisions = decisions_of(opened)
        texts = (Text(report.source, opened.text(report)) for report in screen.steps(held, "building"))
        for facts in facts_of_each(texts):
            opened.put(decided(facts, decisions)[0])
        _tell_dropped(inferred, opened, screen)
        remember(opened, processors(), partial(screen.steps, code="gathering-rows"))
    put(screen.say("build-again", count=len(held), store=store) + "\n", None)


def _tell_dropped(inferred: bool, store: Store, screen: Screen) -> None:
    if inferred and not store.has_inferences():
        screen.tell("inferred-dropped")


def _build(sources: tuple[Path, ...], store: Path, screen: Screen) -> int:
    from kg.asking.responsibilities import remember
    from kg.graph.decided import decisions_of
    from kg.graph.store import Store
    from kg.register.decisions import decided

    failures: list[KgError] = []
    built = measures = 0
    unchanged: list[Path] = []
    with contextlib.ExitStack() as stack:
        opened = stack.enter_context(Store.open(store, create=True)) if store.exists() else None
        inferred = opened is not None and opened.has_inferences()
        texts = _changed(screen.steps(documents(sources), "building"), opened, unchanged, failures, screen)
        for facts in facts_of_each(texts):
            opened = opened or stack.enter_context(Store.open(store, create=True))
            facts = decided(facts, decisions_of(opened))[0]
            opened.put(facts)
            built += 1
            measures += len(facts.measures)
            if screen.loudness >= 0:
                put(describe(facts, screen), None)
        if opened is not None:
            _tell_dropped(inferred, opened, screen)
            remember(opened, processors(), partial(screen.steps, code="gathering-rows"))
    if screen.loudness >= 0 and built + len(unchanged):
        total = screen.say("build-total", built=built, unchanged=len(unchanged), measures=measures, store=store)
        put(total + "\n", None)
    for failure in failures:
        screen.fail(failure.in_language(screen.language))
    return failures[0].exit_status if failures else 0


def _changed(
    paths: Iterable[Path], store: Store | None, unchanged: list[Path], failures: list[KgError], screen: Screen
) -> Iterator[Text]:
    """The texts that the store does not have as this version of the program reads them, each once."""
    from kg.reading import read

    taken: set[str] = set()
    for path in paths:
        try:
            text = read(path)
        except KgError as error:
            failures.append(error)
            continue
        if text.digest in taken or (store is not None and store.is_current(text.digest)):
            unchanged.append(path)
            screen.tell("build-unchanged", source=path.name)
            continue
        taken.add(text.digest)
        yield text


def describe(facts: Facts, screen: Screen) -> str:
    """What was found in a report: its title and number, and a line of counts for each layer."""
    header = facts.header
    title = header.title.value if header.title else facts.source
    heading = f"{title}（{header.number.value}）" if header.number else title
    outcomes = [o for m in facts.measures for o in m.outcomes]
    agents = [a for m in facts.measures for a in m.agents]
    lines = (
        heading,
        screen.say("build-structure", sections=len(facts.sections), sentences=len(facts.sentences)),
        screen.say(
            "build-mentions",
            entities=len(facts.entities),
            names=len({(e.type, e.name) for e in facts.entities if not e.generic}),
            quantities=len(facts.quantities),
            days=len(facts.days),
        ),
        screen.say(
            "build-measures",
            measures=len(facts.measures),
            explicit=sum(a.basis == "explicit" for a in agents),
            agents=len(agents),
            outcomes=len(outcomes),
            dated=sum(o.as_of is not None for o in outcomes),
        ),
    )
    return "\n  ".join(lines) + "\n"
