"""Which sheets a workbook of many bodies has."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kg.asking.responsibilities import Key
from kg.asking.rows import Row
from kg.showing import workbook
from kg.showing.responsibilities import Shown
from tests.showing.tables import opened, responsibility_table


@pytest.mark.parametrize("key", [None, "section", "body"])
def test_other_bodies_have_a_sheet_unless_the_first_one_has_all_by_body(
    rows: Sequence[Row], key: Key | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "BODIES", 1)
    book = opened(responsibility_table(Shown(rows, "zh", key), "xlsx"))
    bodies = {body.name for row in rows for body in row.bodies}
    assert len(bodies) > 2
    if key == "body":
        assert len(book.sheetnames) == 4
        assert {line[0] for line in book.worksheets[0].iter_rows(min_row=2, values_only=True)} >= bodies
    else:
        assert len(book.sheetnames) == 5
        others = {line[0] for line in book["其他单位"].iter_rows(min_row=2, values_only=True)}
        assert others == bodies - {book.sheetnames[3]}
