"""Sentences that come nearest to the words of a question that can't be read: they may hold what was asked."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from kg.asking.mentioned import SHOWN, around
from kg.asking.parts import NAMED, pieces
from kg.asking.phrasings import language_of, normalised
from kg.asking.rewording import in_terms
from kg.asking.scope import of_reports
from kg.asking.sentences import span_at
from kg.asking.texts import SENTENCE
from kg.asking.wordings import plainly, words_in
from kg.errors import KgError, Part
from kg.graph.named import called, those
from kg.graph.within import within
from kg.messages import say
from kg.register.divisions import geography

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.asking.filling import Names
    from kg.asking.parts import Piece
    from kg.graph.held import StoredReport
    from kg.graph.store import Store

SHARE, BESIDE_BEST = 0.25, 0.5
"""Of the weight of a question's terms, and of the best sentence's, which one that is shown has at the least."""
ASKING = 0.3
"""Weight of what a question asks for (measures, 牵头, 已完成) beside that of the words that it is asked about."""

_ABOUT = {*NAMED, "text", "unknown", "year", "month"}
_UNTOLD = ("ask:", "region", "report", "skip", "soft", "but")
"""Parts that no sentence need have: 谁 and 多少, and what chooses the reports."""
_LED = """
  ?m a kg:Measure ; kg:evidence ?e ; kg:responsibility ?r . ?e oa:start ?start ; oa:end ?end .
  ?r prov:hadRole kg:role-lead ; prov:agent ?b . ?b skos:prefLabel ?body .
  FILTER NOT EXISTS { ?r kg:basis kg:basis-issuer }"""
_TERM = re.compile("[\u4e00-\u9fff]+|[a-z0-9.]{2,}")


@dataclass(frozen=True, slots=True)
class _Held:
    """Where a sentence stands that has some of the terms, by their numbers."""

    terms: tuple[int, ...]
    report: StoredReport
    start: int


def closest(store: Store, names: Names, text: str) -> Part:
    """What tells the sentences, at most `SHOWN`, the nearest first; nothing where none has enough of the terms.

    Terms are the pairs of neighbouring Chinese characters, so that 小煤窑 meets 小煤矿 and 土地款分期 a sentence on
    分期缴纳土地款, and other words; each weighs by how few sentences have it (inverse document frequency as in Okapi
    BM25, Robertson and Zaragoza 2009, without its length: a report's long sentences answer as well as short ones).

    Only reports of a region or of a number that the question names are looked into; none where it names a place that
    they don't.
    """
    language = language_of(text)
    found = pieces(names, in_terms(normalised(text), language), language)
    try:
        reports = dict.fromkeys(_reports(names, found))
    except KgError:  # words that name no report, or several
        return Part()
    if _elsewhere(store, reports, found):
        return Part()
    terms = _terms(found)
    count, held = _held(store, reports, list(terms))
    titles = called(names.reports)
    who = any(piece.part == "ask:who" for piece in found)
    best: dict[str, str] = {}
    for term, one in _ranked(held, count, terms):
        span = span_at(store, one.report, one.start)
        sentence = store.text(one.report)[slice(*span)].strip()
        if not any(sentence in other or other in sentence for other in best):
            leads = say("ask-leads", language, bodies=bodies) if who and (bodies := _leads(store, one, span)) else ""
            best[sentence] = f"\n  {around(sentence, term)} [{titles[one.report.iri]}]{leads}"
        if len(best) == SHOWN:
            break
    return Part("ask-closest", {"sentences": "".join(best.values())}) if best else Part()


def _reports(names: Names, found: Sequence[Piece]) -> Sequence[StoredReport]:
    of, nowhere = of_reports(names.reports, found)
    options = ({"name" if option == "report" else option: name} for option, name in of)
    chosen = [r for one in options for r in those(names.reports, **one)]
    return chosen or (() if nowhere else names.reports)


def _elsewhere(store: Store, reports: Iterable[StoredReport], found: Iterable[Piece]) -> bool:
    """True where the question is about a place that none of the reports has."""
    words = (word for piece in found if piece.part == "text" for word in words_in(piece.said))
    places = [word for word in words if len(word) > 1 and word in geography()]
    return bool(places) and not any(all(place in store.text(report) for place in places) for report in reports)


def _terms(found: Iterable[Piece]) -> dict[str, float]:
    """What of a question a report may have, and its weight."""
    weights: dict[str, float] = {}
    for piece in found:
        if piece.part.startswith(_UNTOLD):
            continue
        weight = 1 if piece.part in _ABOUT else ASKING
        said = f"{piece.said} {piece.value}" if piece.part == "year" else piece.said
        for run in _TERM.findall(said):
            for term in [run] if run.isascii() else map("".join, pairwise(run)):
                weights[term] = max(weight, weights.get(term, 0))
    return weights


def _held(store: Store, reports: Iterable[StoredReport], terms: Sequence[str]) -> tuple[int, list[_Held]]:
    """How many sentences there are, and those that have a term."""
    count, held = 0, []
    for report in reports:
        lowered, title = plainly(store.text(report)), plainly(report.title or "")
        here = [number for number, term in enumerate(terms) if term in lowered]
        for m in SENTENCE.finditer(lowered):
            count, said = count + 1, m[0]
            has = tuple(number for number in here if terms[number] in said)
            if has and said.strip() not in title:
                held.append(_Held(has, report, m.start() + said.index(terms[has[0]])))
    return count, held


def _leads(store: Store, held: _Held, span: tuple[int, int]) -> str:
    """Which bodies lead the measures of a sentence, whose note may stand elsewhere; none that is only supposed to."""
    found = within(store, held.report, _LED, "start end body")
    inside = [(int(start), body) for start, end, body in found if span[0] <= int(start) and int(end) <= span[1]]
    return "、".join(dict.fromkeys(body for _, body in sorted(inside)))


def _ranked(held: Sequence[_Held], count: int, terms: Mapping[str, float]) -> Iterator[tuple[str, _Held]]:
    """The sentences with enough of the terms, the most weight first, each with its rarest term."""
    times = Counter(number for one in held for number in one.terms)
    listed = list(terms)
    rare = (log(1 + (count - times[number] + 0.5) / (times[number] + 0.5)) for number in range(len(listed)))
    weights = [terms[term] * rarity for term, rarity in zip(listed, rare, strict=True)]
    weighed = [(sum(weights[n] for n in one.terms), one) for one in held]
    least = max(SHARE * sum(weights), BESIDE_BEST * max((weight for weight, _ in weighed), default=0))
    for weight, one in sorted(weighed, key=lambda pair: -pair[0]):
        if weight < least:
            return
        if said := [n for n in one.terms if not listed[n].isdecimal()]:  # a year alone tells nothing
            yield listed[max(said, key=lambda n: weights[n])], one
