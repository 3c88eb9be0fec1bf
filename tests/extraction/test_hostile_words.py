"""Patterns of acts and names take no more than linear time on text made of their own characters."""

from __future__ import annotations

import re
from collections.abc import Callable
from time import perf_counter

import pytest

from kg.extraction.acts import described, joining
from kg.extraction.counts import outcomes
from kg.extraction.names import drafted
from kg.extraction.references import THEN
from kg.extraction.responsibility.fields_listed import OPENING, SUMMED_UP
from kg.extraction.responsibility.placed import moves
from kg.extraction.workers import WHERE
from kg.words import pattern

MANY = 20_000
SECONDS = 5
"""Far more than any takes; those that try every way to part a text take years."""


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (outcomes.ONWARDS.match, "和和和和和1个" * MANY),
        (THEN.fullmatch, "前" * MANY + "由"),
        (OPENING.fullmatch, "要" * MANY),
        (SUMMED_UP.search, "等政府相关" * MANY),
        (WHERE.match, "在招商" + "和招商" * MANY),
        (moves().fullmatch, "支持" * MANY + "的"),
        (described.DONE_TO.search, "对" * MANY),
        (pattern("joining-words", joining.MANNER).search, "以为" * MANY),
        (pattern("drafted-words", drafted.AGAIN + drafted.NAMED).fullmatch, "完善" * MANY + "。"),
    ],
)
def test_a_pattern_is_soon_done(read: Callable[[str], re.Match[str] | None], text: str) -> None:
    started = perf_counter()
    assert read(text) is None
    assert perf_counter() - started < SECONDS
