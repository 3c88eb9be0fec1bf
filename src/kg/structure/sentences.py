"""Where sentences end: at 。！？!? and at the end of a paragraph, never inside quotes, titles and brackets. What goes
on longer than any sentence, such as a table read as one line, is cut where a clause ends."""

from __future__ import annotations

from kg.structure.lines import BLANK
from kg.structure.nesting import CLOSING, depths

END_MARKS = frozenset("。！？!?")
LONGEST = 2000
"""Characters of the longest sentence: more than sentences have (some 800 at most in 67,000), and few enough for what
looks at all words of a sentence from each of its acts."""
_CLAUSE_MARKS = frozenset("，,；;：:、\t\u3000 ")

_BEFORE_SPEECH = frozenset("：:")
_GOES_ON = frozenset("，,、；;：:的等")
"""What follows a quote that is part of a sentence although it ends in 。 itself."""


def split_sentences(text: str, offset: int = 0) -> list[tuple[int, int]]:
    """Spans of the sentences of a paragraph, in order, without white space around them.

    Together they hold every character that is not blank. A mark inside a quote ends a sentence only where the whole
    speech or the whole bracket ends with it: 他说：“……。”
    """
    depth = depths(text)
    spans: list[tuple[int, int]] = []
    start = opened = i = 0
    while i < len(text):
        if depth[i] and (i == 0 or not depth[i - 1]):
            opened = i
        end = i + 1
        if text[i] in END_MARKS and _closes(text, depth, i, start, opened):
            while end < len(text) and (text[end] in END_MARKS or (text[end] in CLOSING and not _opens(depth, end))):
                end += 1
            _add(spans, text, start, end, depth, offset)
            start = end
        i = end
    _add(spans, text, start, len(text), depth, offset)
    return spans


def _opens(depth: list[int], at: int) -> bool:
    return depth[at] > depth[at - 1]


def _closes(text: str, depth: list[int], mark: int, start: int, opened: int) -> bool:
    """Whether this mark ends the sentence that began at ``start``."""
    if not depth[mark]:
        return True
    after = mark + 1
    while after < len(text) and text[after] in CLOSING and depth[after]:
        after += 1
    if after == mark + 1 or (after < len(text) and (depth[after] or text[after] in _GOES_ON)):
        return False
    whole = not text[start:opened].strip(BLANK)
    return whole or text[opened - 1] in _BEFORE_SPEECH


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int, depth: list[int], offset: int) -> None:
    while end - start > LONGEST:
        cut = _cut(text, start, depth)
        _add(spans, text, start, cut, depth, offset)
        start = cut
    while start < end and text[start] in BLANK:
        start += 1
    while end > start and text[end - 1] in BLANK:
        end -= 1
    if start < end:
        spans.append((offset + start, offset + end))


def _cut(text: str, start: int, depth: list[int]) -> int:
    """Behind the last mark outside quotes and brackets that leaves a sentence of `LONGEST` at most; where there is
    none, behind the last one, else after `LONGEST` characters. The mark in 1,100 is none."""
    marks = [
        at
        for at in range(start + LONGEST - 1, start, -1)
        if text[at] in _CLAUSE_MARKS and not (text[at - 1].isdigit() and text[at + 1].isdigit())
    ]
    return next((at for at in marks if not depth[at]), marks[0] if marks else start + LONGEST - 1) + 1
