"""Which counts are results, and the days they hold on."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction.outcomes import measured_by, outcome
from kg.language import find_days, find_quantities
from kg.language.parsed import Act, Count


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("组成部门从40个减少到29个", ["29个"]),
        ("比重由2002年的1.07%提高到2007年的1.49%", ["1.49%"]),
        ("从40个部门选出代表,共29个", ["40个", "29个"]),
    ],
)
def test_where_a_change_starts_is_no_result(text: str, results: list[str]) -> None:
    act = Act(0, len(text), 0, 2, 0.9, 0.9, (0.8, 0.1, 0.1))
    counts = [Count(q, 0.9, 0.0) for q in find_quantities(text)]
    assert [c.quantity.text for c in counts if measured_by(c, [act], text) is not None] == results


@pytest.mark.parametrize(("text", "as_of"), [("从2024年起每年减少5%", None), ("2024年减少5%", date(2024, 12, 31))])
def test_a_day_from_which_on_something_holds_dates_no_result(text: str, as_of: date | None) -> None:
    (quantity,) = find_quantities(text)
    found = outcome(Count(quantity, 0.9, 0.0), find_days(text, date(2024, 3, 1), 2024), None)
    assert found.as_of == as_of
