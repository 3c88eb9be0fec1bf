"""The year that a part of a report speaks of."""

from __future__ import annotations

from kg.language.context import year_of
from kg.reading.text import Text
from kg.structure import structure


def test_the_year_of_a_heading_in_wide_figures() -> None:
    report = structure(Text("a.txt", "1997年政府工作报告\n一、１９９６年国内工作的回顾\n全年增长9%。\n"))
    assert year_of(report, report.sentences[0].section) == 1996
