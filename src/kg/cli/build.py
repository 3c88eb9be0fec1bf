"""``kg build``: reports into the store."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.anew import failed, finish, made_anew, texts_of
from kg.cli.help import pick
from kg.cli.options import command_of, sources_argument, store_option
from kg.cli.reading import Alike, documents, facts_of_each
from kg.cli.screen import Screen, put
from kg.errors import KgError, UnreadableInput, UsageMistake

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
    status = _again(store, screen) if again else 0
    return (_build(sources, store, screen) if sources else 0) or status


def _again(store: Path, screen: Screen) -> int:
    """Makes every report of the store anew from its own text; one that now has the name of another stays as it was."""
    from kg.graph.decided import decisions_of
    from kg.graph.store import Store

    with Store.open(store) as opened:
        anew = made_anew(opened, decisions_of(opened), screen)
    put(screen.say("build-again", count=anew.made, store=store) + "\n", None)
    return failed(anew.failures, screen)


def _build(sources: tuple[Path, ...], store: Path, screen: Screen) -> int:
    from kg.graph.decided import decisions_of
    from kg.graph.store import Store
    from kg.register.decisions import decided

    built = measures = 0
    with contextlib.ExitStack() as stack:
        opened = stack.enter_context(Store.open(store, create=True)) if store.exists() else None
        inferred = opened is not None and opened.has_inferences()
        decisions = decisions_of(opened) if opened else ()
        texts = _Texts(opened, screen)
        paths = texts.readable(sources)
        for facts in facts_of_each(texts.changed(screen.steps(paths, "building"))):
            opened = opened or stack.enter_context(Store.open(store, create=True))
            facts = decided(facts, decisions)[0]
            if not texts.is_taken(facts):
                continue
            opened.put(facts)
            built += 1
            measures += len(facts.measures)
            if screen.loudness >= 0:
                put(describe(facts, screen), None)
            if not facts.measures:
                screen.tell("build-nothing", source=facts.source)
        if opened is not None:
            finish(opened, inferred, screen)
    if screen.loudness >= 0 and built + texts.unchanged:
        total = screen.say("build-total", built=built, unchanged=texts.unchanged, measures=measures, store=store)
        put(total + "\n", None)
    return failed(texts.failures, screen)


class _Texts:
    """The texts that a run is to build: those that it takes, those that the store has, and what fails."""

    def __init__(self, store: Store | None, screen: Screen) -> None:
        self.unchanged = 0
        self.failures: list[KgError] = []
        self._store, self._screen = store, screen
        self._paths: dict[str, Path] = {}
        self._held = texts_of(store) if store else {}
        self._alike = Alike()

    def readable(self, sources: Sequence[Path]) -> tuple[Path, ...]:
        """The files of these sources; a source that has none fails and stops none of the others."""
        good = []
        for source in sources:
            try:
                documents([source])
                good.append(source)
            except UnreadableInput as error:
                self.failures.append(error)
        return documents(good)

    def changed(self, paths: Iterable[Path]) -> Iterator[Text]:
        """The texts that the store does not have as this version of the program reads them, each once."""
        from kg.reading import read

        reports = {digest: iri for iri, (digest, _) in self._held.items()}
        for path in paths:
            try:
                text = read(path)
            except KgError as error:
                self.failures.append(error)
                continue
            first = self._paths.setdefault(text.digest, path)
            if first is path and not (self._store is not None and self._store.is_current(text.digest)):
                yield text
                continue
            self.unchanged += 1
            self._screen.tell("build-unchanged", source=path.name)
            if text.digest in reports:
                self._is_alone(reports[text.digest], text.digest)

    def is_taken(self, facts: Facts) -> bool:
        """Whether the report may be put into the store. Tells where it takes the place of another text."""
        from kg.graph.quads import report_iri

        iri = report_iri(facts)
        if not self._is_alone(iri, facts.digest):
            return False
        digest, former = self._held.get(iri, (facts.digest, ""))
        if digest != facts.digest:
            self._screen.tell("build-replaced", source=facts.source, former=former)
        return True

    def _is_alone(self, iri: str, digest: str) -> bool:
        """Whether no other text of this report was met in this run, which fails."""
        try:
            self._alike.meet(iri, digest, str(self._paths[digest]))
        except UsageMistake as error:
            self.failures.append(error)
            return False
        return True


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
