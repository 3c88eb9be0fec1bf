"""Texts that a copy holds twice: what stands once more at the end is left out."""

from __future__ import annotations

from collections.abc import Sequence

from kg.structure.lines import Line

LEAST = 4
"""Different lines that a second printing has at least."""


def once(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines without a second printing: the last of them repeat those right before them, one by one."""
    kept = tuple(lines)
    while again := _printed_again([line.text for line in kept]):
        kept = kept[:-again]
    return kept


def _printed_again(texts: list[str]) -> int:
    """How many of the last lines repeat as many right before them, the most that do; 0 where none do."""
    back = texts[::-1]
    alike = _alike(back)
    longest = next((n for n in range(len(back) // 2, LEAST - 1, -1) if alike[n] >= n), 0)
    return longest if len(set(back[:longest])) >= LEAST else 0


def _alike(items: Sequence[str]) -> list[int]:
    """For each place how many items from there on are those at the beginning, in one pass (Z algorithm)."""
    found = [0] * len(items)
    left = right = 0
    for i in range(1, len(items)):
        n = min(found[i - left], right - i) if i < right else 0
        while i + n < len(items) and items[n] == items[i + n]:
            n += 1
        found[i] = n
        if i + n > right:
            left, right = i, i + n
    return found
