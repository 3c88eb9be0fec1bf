"""Which characters stand inside quotes, titles and brackets."""

from __future__ import annotations

PAIRS = {
    "》": "《",
    "”": "“",
    "’": "‘",
    "）": "（",
    ")": "(",
    "〕": "〔",
    "】": "【",
    "」": "「",
    "』": "『",
    "〉": "〈",
}
PAIRS |= {"］": "［", "]": "["}
"""Closing mark → opening mark."""

CLOSING = frozenset(PAIRS) | {'"'}
LONGEST_STRAIGHT = 60
"""Straight quotes don't tell which side they are: two farther apart than this are no pair."""

_OPENING = frozenset(PAIRS.values())


def depths(text: str) -> list[int]:
    """For each character how many pairs enclose it, the marks themselves included.

    A bracket may be closed by one of the other width. A mark without its partner encloses nothing.
    """
    change = [0] * (len(text) + 1)
    waiting: dict[str, list[int]] = {}
    straight: int | None = None
    for i, c in enumerate(text):
        if c in _OPENING:
            waiting.setdefault(_one_width(c), []).append(i)
        elif c in PAIRS:
            if opened := waiting.get(_one_width(PAIRS[c])):
                change[opened.pop()] += 1
                change[i + 1] -= 1
        elif c == '"':
            if straight is not None and i - straight <= LONGEST_STRAIGHT:
                change[straight] += 1
                change[i + 1] -= 1
                straight = None
            else:
                straight = i
    depth, result = 0, []
    for step in change[:-1]:
        depth += step
        result.append(depth)
    return result


def _one_width(mark: str) -> str:
    return "(" if mark == "（" else "[" if mark == "［" else mark
