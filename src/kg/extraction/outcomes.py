"""Which counts tell how much of a measure was done, and the day they hold on."""

from __future__ import annotations

from collections.abc import Sequence

from kg.facts import Day, Outcome, Quantity, Quote
from kg.resources import rows

SPANS_OF_TIME = frozenset(row[0] for row in rows("seeds/lexicon/durations.tsv"))


def outcomes(quantities: Sequence[Quantity], days: Sequence[Day], start: int, end: int) -> tuple[Outcome, ...]:
    """The counts inside a measure's span, durations left out, each with the last day said before it in its sentence."""
    return tuple(
        _outcome(q, days) for q in quantities if start <= q.start and q.end <= end and q.unit not in SPANS_OF_TIME
    )


def _outcome(q: Quantity, days: Sequence[Day]) -> Outcome:
    day = next((d for d in reversed(days) if d.end <= q.start), None)
    quote = Quote(day.start, day.end, day.text) if day else None
    return Outcome(q.start, q.end, q.text, q.value, q.unit, q.modifier, q.counted, day.as_of if day else None, quote)
