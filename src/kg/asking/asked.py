"""A question in Chinese or English → the named question that answers it, with its parameters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, product
from typing import TYPE_CHECKING

from kg.asking.closest import closest
from kg.asking.examples import examples
from kg.asking.filling import AROUND, PART, REGION, WHOLE, Fit, Names, day_of, number_of
from kg.asking.framed import framed, is_of_parts
from kg.asking.matching import loose
from kg.asking.meant import Asked
from kg.asking.mentioned import mentioned
from kg.asking.phrasings import Phrasing, Reading, as_written, readings
from kg.asking.questions import ask
from kg.asking.results import Rows, rows
from kg.asking.rewording import reworded
from kg.asking.sentences import sentences
from kg.errors import KgError, NothingFound, Part, UsageMistake, near_names

if TYPE_CHECKING:
    from kg.graph.store import Store

EXACT = ("since",)
"""Parameters that an exact day alone can fill: the last day of a period is not where it begins."""
DAYS = ("{day}", "{until}", "{date}")
"""Gaps that a day fills."""
MOST = 10
"""Questions that are told of those that could be meant."""


def understood(store: Store, text: str, known: Names | None = None) -> Asked:
    """What the text asks. ``known`` is what was read of the store already.

    Where a name is of several kinds, those count for which the store has an answer, and of them the one whose name is
    said most fully; only then a heading that the name stands in. Words of a measure's wording that have no answer as
    they are read first (湖南 within them) may be read otherwise (湖南 as whose they are).
    Raises UsageMistake where no phrasing fits, a day or number can't be read, or a name is of several kinds that
    could be meant; NothingFound where the store has no such name. Each with the nearest questions.
    """
    names = known or Names(store)
    failure: Callable[[], KgError] | None = None
    first: Asked | None = None
    name = ""
    for group in chain.from_iterable(map(readings, chain((text,), reworded(text)))):
        found = [filled for reading in group for filled in _filled(names, reading)]
        found = [(how, asked) for how, asked in found if len(found) == 1 or names.has_answer(asked)] or found
        best = max((how for how, _ in found), default=0)
        meant = _narrowest(tuple(dict.fromkeys(asked for how, asked in found if how == best)))
        if len(meant) == 1 and (first or "words" in group[0].gaps) and not names.has_answer(meant[0]):
            first = first or meant[0]
            continue
        if len(meant) == 1 and (first is None or meant[0].question == first.question):
            return meant[0]
        if meant and first is None:
            raise UsageMistake("ask-ambiguous", text=text, readings=_lines([_told(asked) for asked in meant[:MOST]]))
        if failure is None:
            failure, name = partial(_failure, store, names, group, text), group[0].gaps.get("name", "")
    by_parts = framed(names, text)
    if by_parts.asked and (first is None or by_parts.answered):
        return by_parts.asked
    if first:
        return first
    rest = Part("ask-rest", {"command": by_parts.rest.command()}) if by_parts.rest else Part()
    left = Part("ask-left", {"words": "、".join(by_parts.unread), "rest": rest}) if by_parts.unread else Part()
    raise (
        failure()
        if failure and not (by_parts.unread and is_of_parts(names, name, text))
        else UsageMistake(
            "ask-unread",
            text=_cut(text),
            left=left,
            closest=closest(store, names, text),
            near=_lines(examples(store, text, names)),
        )
    )


def otherwise(store: Store, text: str, asked: Asked, known: Names | None = None) -> Asked | None:
    """What else the text asks by its parts, where it has no answer as it was understood; None where that has none."""
    names = known or Names(store)
    names.answered[asked.query] = False
    by_parts = framed(names, text)
    return by_parts.asked if by_parts.answered and by_parts.asked != asked else None


def answered(store: Store, asked: Asked) -> Rows:
    """The answer of the named question, the sentence of each row as its last column."""
    store = asked.asked_of(store)
    answer = rows(ask(store, asked.question, dict(asked.parameters)))
    if "sentence" in answer.columns:
        return answer
    said = sentences(store, answer)
    cells = tuple((*row, sentence) for row, sentence in zip(answer.cells, said, strict=True))
    return Rows((*answer.columns, "sentence"), cells)


def other_years(store: Store, asked: Asked) -> tuple[str, ...]:
    """The years for which the same question has an answer, where it asks for one; in order."""
    parameters = dict(asked.parameters)
    if not parameters.pop("year", ""):
        return ()
    answer = rows(ask(asked.asked_of(store), asked.question, parameters))
    at = [i for i, name in enumerate(answer.columns) if name in ("inYear", "targetYear")]
    return tuple(sorted({row[i] for row in answer.cells for i in at if row[i]}))


def _narrowest(meant: Sequence[Asked]) -> Sequence[Asked]:
    """Without those that ask what another asks, but less narrowly, with some of its parameters; and of those that ask
    by several names of one indicator the first."""
    told = {one: set(one.parameters) for one in meant}
    narrow = [one for one in meant if not any(one.question == o.question and told[one] < told[o] for o in meant)]
    apart = {(one.question, *(pair for pair in one.parameters if pair[0] != "text")): one for one in reversed(narrow)}
    return [one for one in narrow if one in apart.values()]


def _filled(names: Names, reading: Reading) -> Iterator[tuple[int, Asked]]:
    """How well the gaps could be filled, and the question asked, in every way that they can."""
    parameters = [name for name, _ in reading.phrasing.parameters]
    said = reading.gaps.get("year", "")
    for fits in product(*(_fits(names, reading, *pair) for pair in reading.phrasing.parameters)):
        values = tuple(zip(parameters, (fit.value for fit in fits), strict=True))
        reached = next((fit.names for fit in reversed(fits) if fit.names), ())
        if said and not said.isdecimal() and "body" in parameters:
            year = names.year(said, reached) or ""
            values = tuple((name, year if name == "year" else value) for name, value in values)
        dayless = _without_year(reading)
        days = {name: names.day(text, name in EXACT, reached) or "" for name, text in dayless.items()}
        values = tuple((name, days.get(name, value)) for name, value in values)
        year = "" if said.isdecimal() else dict(values).get("year", "")
        how = min((fit.how for fit in fits), default=WHOLE)
        said_as = reading.gaps.get("name", "")
        kinds = [name for name, value in reading.phrasing.parameters if value == "{name}"]
        part = (how in (PART, REGION) and len(reached) == 1) or (
            how == AROUND and kinds[:1] in (["section"], ["report"])
        )
        taken = said_as if part and loose(said_as) not in map(loose, reached) else ""
        yield how, Asked(reading.phrasing.question, values, reached, year, taken, "、".join(days.values()))


def _fits(names: Names, reading: Reading, parameter: str, value: str) -> Sequence[Fit]:
    """A value that the phrasing gives, or what its gap may take; {name} takes a name of the parameter's kind."""
    if not value.startswith("{"):
        return (Fit(WHOLE, value, ()),)
    gap = value[1:-1]
    text = reading.gaps[gap]
    if gap == "name":
        return names.fits(parameter, _bare(text))
    if gap == "words":
        return names.worded(text)
    fit = _fit(names, parameter, gap, text)
    return () if fit is None else (fit,)


def _bare(name: str) -> str:
    """A Chinese name without the English words around it: the 一业一证 reform."""
    bare = re.sub("^the |(?<![a-z ]) (?:reform|programme|program|scheme|system|platform|window|project)s?$", "", name)
    return bare if bare and not bare.isascii() else name.removeprefix("the ")


def _fit(names: Names, parameter: str, gap: str, text: str) -> Fit | None:
    if gap == "unit":
        # Outcomes said in 万元 and 亿元 are kept in 元.
        return next((Fit(WHOLE, u, ()) for u in names.units() if u.lower() in (text, text.lstrip("百千万亿"))), None)
    if gap == "act":
        return Fit(WHOLE, text, ())
    if gap == "year":
        value = names.year(text)
    else:
        exact = parameter in EXACT
        value = number_of(text) if gap == "number" else day_of(text, exact) or names.day(text, exact)
    return None if value is None else Fit(WHOLE, value, ())


def _without_year(reading: Reading) -> dict[str, str]:
    """The parameters that a day without a year fills, with its words."""
    gaps = ((parameter, value[1:-1]) for parameter, value in reading.phrasing.parameters if value in DAYS)
    said = ((parameter, reading.gaps[gap]) for parameter, gap in gaps)
    return {parameter: text for parameter, text in said if not day_of(text, parameter in EXACT)}


def _failure(store: Store, names: Names, group: Sequence[Reading], text: str) -> KgError:
    """Why no reading of the group could be filled: each has the same gaps."""
    gaps = {name: as_written(text, said) for name, said in group[0].gaps.items()}
    kinds = _kinds([r.phrasing for r in group])
    if "words" in gaps and "name" in gaps and any(names.fits(k, gaps["name"]) for k in kinds):
        gaps.pop("name")
    if "name" in gaps and not ("year" in gaps and names.year(gaps["year"]) is None):
        return _no_name(names, store, gaps["name"], names.near(kinds, gaps["name"]), text)
    if "words" in gaps and not names.worded(gaps["words"]):
        return _no_name(names, store, gaps["words"], (), text)
    near = _lines(examples(store, text, names))
    if "unit" in gaps:
        return NothingFound(
            "ask-name", name=gaps["unit"], known=near_names(names.units()[:20]), closest=Part(), near=near
        )
    return UsageMistake("ask-value", value="、".join(gaps.values()), near=near)


def _no_name(names: Names, store: Store, said: str, known: Sequence[str], text: str) -> KgError:
    """What is told of words that are no name: where they stand in the texts, or else what is called like it."""
    found = mentioned(store, said, text)
    near = _lines(list(dict.fromkeys((*found.question, *examples(store, text, names)))))
    if not found.count:
        return NothingFound(
            "ask-name", name=said, known=near_names(known), closest=closest(store, names, text), near=near
        )
    return NothingFound("ask-in-text", name=said, mentioned=found.told, known=near_names(known), near=near)


def _kinds(among: Sequence[Phrasing]) -> list[str]:
    return [parameter for p in among for parameter, value in p.parameters if value == "{name}"]


def _told(asked: Asked) -> str:
    return f"{asked.command()}   # {'、'.join(asked.names[:5])}"


def _lines(lines: Sequence[str]) -> str:
    return "".join(f"\n  {line}" for line in lines)


def _cut(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
