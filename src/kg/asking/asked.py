"""A question in Chinese or English → the named question that answers it, with its parameters."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.asking.examples import examples
from kg.asking.filling import WHOLE, Fit, Names, day_of, number_of
from kg.asking.phrasings import Phrasing, Reading, readings
from kg.asking.questions import ask
from kg.asking.results import Rows, rows
from kg.asking.sentences import sentences
from kg.errors import KgError, NothingFound, UsageMistake

if TYPE_CHECKING:
    from kg.graph.store import Store

EXACT = ("since",)
"""Parameters that an exact day alone can fill: the last day of a period is not where it begins."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A named question with parameters; ``names`` is what they reach in the store."""

    question: str
    parameters: tuple[tuple[str, str], ...]
    names: tuple[str, ...] = ()

    def command(self) -> str:
        """How the same is asked with ``kg query``, as a shell takes it."""
        given = (f"-p {shlex.quote(f'{name}={value}')}" for name, value in self.parameters)
        return " ".join(("kg query", self.question, *given))


def understood(store: Store, text: str) -> Asked:
    """What the text asks.

    Where a name is of several kinds, those count for which the store has an answer, and of them the one whose name is
    said most fully; only then a heading that the name stands in.
    Raises UsageMistake where no phrasing fits, a day or number can't be read, or a name is of several kinds that
    could be meant; NothingFound where the store has no such name. Each with the nearest questions.
    """
    names = Names(store)
    failure: KgError | None = None
    for group in readings(text):
        found = [(fit, asked) for reading in group if (filled := _filled(names, reading)) for fit, asked in [filled]]
        found = [(how, asked) for how, asked in found if len(found) == 1 or _has_answer(store, asked)] or found
        best = max((how for how, _ in found), default=0)
        meant = tuple(dict.fromkeys(asked for how, asked in found if how == best))
        if len(meant) == 1:
            return meant[0]
        if meant:
            raise UsageMistake("ask-ambiguous", text=text, readings=_lines([_told(asked) for asked in meant]))
        failure = failure or _failure(store, names, group, text)
    raise failure or UsageMistake("ask-unread", text=_cut(text), near=_lines(examples(store, text)))


def answered(store: Store, asked: Asked) -> Rows:
    """The answer of the named question, the sentence of each row as its last column."""
    answer = rows(ask(store, asked.question, dict(asked.parameters)))
    if "sentence" in answer.columns:
        return answer
    said = sentences(store, answer)
    cells = tuple((*row, sentence) for row, sentence in zip(answer.cells, said, strict=True))
    return Rows((*answer.columns, "sentence"), cells)


def _filled(names: Names, reading: Reading) -> tuple[int, Asked] | None:
    """How well the gaps could be filled, and the question asked; None where one can't be."""
    how, values, reached = WHOLE, [], tuple[str, ...]()
    for parameter, value in reading.phrasing.parameters:
        if not value.startswith("{"):
            values.append((parameter, value))
            continue
        fit = _fit(names, parameter, value[1:-1], reading.gaps[value[1:-1]])
        if fit is None:
            return None
        how, reached = min(how, fit.how), fit.names or reached
        values.append((parameter, fit.value))
    return how, Asked(reading.phrasing.question, tuple(values), reached)


def _fit(names: Names, parameter: str, gap: str, text: str) -> Fit | None:
    """The gap {name} takes a name of the kind that the parameter is called after."""
    if gap == "name":
        return names.fit(parameter, text.removeprefix("the "))
    if gap == "unit":
        # Outcomes said in 万元 and 亿元 are kept in 元.
        return next((Fit(WHOLE, u, ()) for u in names.units() if u.lower() in (text, text.lstrip("百千万亿"))), None)
    value = number_of(text) if gap == "number" else day_of(text, parameter in EXACT)
    return None if value is None else Fit(WHOLE, value, ())


def _has_answer(store: Store, asked: Asked) -> bool:
    return bool(rows(ask(store, asked.question, dict(asked.parameters))).cells)


def _failure(store: Store, names: Names, group: Sequence[Reading], text: str) -> KgError:
    """Why no reading of the group could be filled: each has the same gaps."""
    gaps = group[0].gaps
    near = _lines(examples(store, text))
    if "name" in gaps:
        known = names.near(_kinds([r.phrasing for r in group]), gaps["name"])
    elif "unit" in gaps:
        known = names.units()[:20]
    else:
        return UsageMistake("ask-value", value="、".join(gaps.values()), near=near)
    return NothingFound("ask-name", name=next(iter(gaps.values())), known="、".join(known) or "-", near=near)


def _kinds(among: Sequence[Phrasing]) -> list[str]:
    return [parameter for p in among for parameter, value in p.parameters if value == "{name}"]


def _told(asked: Asked) -> str:
    return f"{asked.command()}   # {'、'.join(asked.names[:5])}"


def _lines(lines: Sequence[str]) -> str:
    return "".join(f"\n  {line}" for line in lines)


def _cut(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
