"""Sentences that have most of the words of a question, for one that can't be read: they may hold what was asked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from kg.asking.mentioned import SHOWN, around
from kg.asking.parts import NAMED, pieces
from kg.asking.phrasings import language_of, normalised
from kg.asking.rewording import in_terms
from kg.asking.scope import of_reports
from kg.asking.sentences import sentence_at
from kg.asking.texts import SENTENCE
from kg.asking.wordings import words_in
from kg.errors import KgError, Part
from kg.graph.named import called, those
from kg.register.divisions import geography

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.asking.filling import Names
    from kg.asking.parts import Piece
    from kg.graph.held import StoredReport
    from kg.graph.store import Store

LEAST = 2
"""Words that such a sentence has."""
SHARE = 0.5
"""Of the words that some report must have, and of the weight of those that a sentence must have: a rare word weighs
more (inverse document frequency, Spärck Jones 1972)."""


@dataclass(frozen=True, slots=True)
class _Held:
    """Where a sentence stands that has some of the words, by their numbers."""

    words: tuple[int, ...]
    report: StoredReport
    start: int


def closest(store: Store, names: Names, text: str) -> Part:
    """What tells the sentences, at most `SHOWN`, the one with most of the words first; nothing where none has enough.

    Only reports of a region or of a number that the question names are looked into; none where it names a place that
    they don't.
    """
    language = language_of(text)
    found = pieces(names, in_terms(normalised(text), language), language)
    words = list(dict.fromkeys(_words(found)))
    unknown = sum(piece.part == "unknown" for piece in found)
    try:
        reports = _reports(names, found)
    except KgError:  # words that name no report, or several
        return Part()
    held = list(_held(store, dict.fromkeys(reports), words))
    met = {words[number] for one in held for number in one.words}
    if any(word in geography() for word in words if word not in met):
        return Part()
    titles = called(names.reports)
    best: dict[str, str] = {}
    for one in _ranked(held, len(words) + unknown):
        sentence = sentence_at(store, one.report, one.start)
        best.setdefault(sentence, f"\n  {around(sentence, words[one.words[0]])} [{titles[one.report.iri]}]")
        if len(best) == SHOWN:
            break
    return Part("ask-closest", {"sentences": "".join(best.values())}) if best else Part()


def _reports(names: Names, found: Sequence[Piece]) -> Sequence[StoredReport]:
    of, nowhere = of_reports(names.reports, found)
    options = ({"name" if option == "report" else option: name} for option, name in of)
    chosen = [r for one in options for r in those(names.reports, **one)]
    return chosen or (() if nowhere else names.reports)


def _words(found: Iterable[Piece]) -> Iterator[str]:
    """What of a question may stand in a report as it is."""
    for piece in found:
        if piece.part in NAMED:
            yield piece.said
        elif piece.part == "year" and piece.value.isdecimal():
            yield piece.value
        elif piece.part == "text":
            yield from (word for word in words_in(piece.said) if len(word) > 1)


def _held(store: Store, reports: Iterable[StoredReport], words: Sequence[str]) -> Iterator[_Held]:
    for report in reports:
        lowered = store.text(report).lower()
        here = [number for number, word in enumerate(words) if word in lowered]
        for m in SENTENCE.finditer(lowered) if here else ():
            if has := tuple(number for number in here if words[number] in m[0]):
                yield _Held(has, report, m.start() + m[0].index(words[has[0]]))


def _ranked(held: Sequence[_Held], asked: int) -> Sequence[_Held]:
    """The sentences with enough of the words, the most weight first; ``asked`` is how many words the question has."""
    times = Counter(number for one in held for number in one.words)
    if len(times) < max(LEAST, SHARE * asked):
        return ()
    weights = {number: log((len(held) + 1) / (count + 0.5)) for number, count in times.items()}
    weighed = [(sum(weights[n] for n in one.words), one) for one in held if len(one.words) >= LEAST]
    least = SHARE * sum(weights.values())
    enough = (pair for pair in weighed if pair[0] >= least)
    return [one for _, one in sorted(enough, key=lambda pair: -pair[0])]
