"""What a measure leaves open: nobody is named, an outcome has no day, a plan is due on none."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, get_args

Gap = Literal["nobody-named", "outcome-undated", "planned-without-due"]
GAPS: tuple[Gap, ...] = get_args(Gap)


def gaps_of(status: str, bases: Collection[str], days: Collection[str], due: str) -> tuple[Gap, ...]:
    """The gaps of a measure of this status.

    ``bases`` tell how those are known who lead it, or who take part where nobody leads; ``days`` are those of its
    outcomes, '' where one has none; ``due`` is when it is due, '' where that isn't said.
    """
    planned = status == "planned"
    found: dict[Gap, bool] = {
        "nobody-named": all(basis == "issuer" for basis in bases),
        "outcome-undated": not planned and not all(days),
        "planned-without-due": planned and not due and not any(days),
    }
    return tuple(gap for gap, is_open in found.items() if is_open)
