"""Measures as a comparison takes them, made from their words."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from kg.asking.acts import Act, Count


def act(start: int, text: str, verb: str, **more: object) -> Act:
    """A measure that was done."""
    made = Act(f"kg:{start}", text, verb, "support", text, "done", "", text, 1, start, start + len(text), (), (), ())
    return replace(made, **more)  # type: ignore[arg-type]


def figures(start: int, text: str, verb: str, told: str, **more: object) -> Act:
    """A measure with these figures, each as number and unit: 7800个 300家."""
    counts = [(re.sub(r"[^0-9.]", "", one), re.sub(r"[0-9.]", "", one), one) for one in told.split()]
    years = bool(more.get("years"))
    made = tuple(Count(one, Decimal(value), unit, "", "", years=years) for value, unit, one in counts)
    return act(start, text, verb, counts=made, **more)
