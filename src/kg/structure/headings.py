"""Which numbered lines are headings, and where the heading ends when text follows it in its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.structure.lines import BLANK, Line
from kg.structure.nesting import depths
from kg.structure.numbering import Number, counts_in_decimals, number_of
from kg.structure.words import alternatives

LONGEST = 45
"""Characters of a heading. The longest that the annotated reports have is 31; a work report's may have 40."""

LONGEST_LABEL = 20
"""Characters of a heading before a colon: 1.目标任务：到2025年…"""

_END = frozenset("。！？!?")
_LIST_END = frozenset("；;")
_TRAIL = "：:，,、。．.；; —-" + BLANK
_NOTE = re.compile(r"[（(〔\[【]\s*(?:责任|牵头|配合|完成|协办|主办|协同|落实|实施|指导)[^（(]{0,8}(?:单位|部门|处室|时限|[:：])")
_LIST_OPENER = re.compile(r"一是|一要|第一[，,]|其一|[（(]1[)）]|①|1[.．、](?!\d)")
_NO_HEADING = re.compile(r"自[\d本公印发]|对于|凡|本(?:办法|通知|意见|措施|方案|政策)")
_OPENER = re.compile(
    rf"(?:{alternatives('opener')}"
    r"|20\d\d年(?:度|底|末|初|以来|上半年|下半年|前)?[，,]|20\d\d年以来|\d{1,2}[-—至]\d{1,2}月)"
)
_NO_BREAK_AFTER = frozenset("，,、；;：:（(《“要是应须可将并和及与由在以对为不的地得把被从向切入续")
_CONTENTS = re.compile(r"(?:…|\.{3}|·{3})[\s.…·]*\d+$")
_GLOSSARY = re.compile(r"(?:附件|附录|附)?\s*\d*\s*[:：]?\s*(?:相关|有关|部分)?(?:名词|术语)(?:解释|注释|说明)$")
_ATTACHED_LIST = re.compile(r"附件?\s*[:：]")
ATTACHMENT = re.compile(r"附\s*(?:件|录|表)\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*[:：]?$")
"""A line that opens an attachment: 附件1."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in its line. Offsets are those of the whole text; ``rest`` is where the words after it may begin."""

    line: int
    grammar: str
    level: int
    number: str
    number_start: int
    start: int
    end: int
    rest: int


def find_headings(lines: Sequence[Line]) -> tuple[Heading, ...]:
    """The headings among these lines, in order. Numbered paragraphs without a heading of their own are none."""
    decimal = counts_in_decimals([line.text[:24] for line in lines])
    numbers = [number_of(line.text, decimal) for line in lines]
    skipped = _skipped(lines, numbers)
    found: list[Heading] = []
    for i, (line, number) in enumerate(zip(lines, numbers, strict=True)):
        if number is None or i in skipped:
            continue
        span = _span(line.text, number, _goes_deeper(lines, numbers, i))
        if span:
            start, end, rest = (line.start + x for x in span)
            text = number.text
            found.append(Heading(line.index, number.grammar, number.level, text, line.start, start, end, rest))
    return tuple(found)


def _skipped(lines: Sequence[Line], numbers: Sequence[Number | None]) -> frozenset[int]:
    """Lines that look like headings and are the list of attachments, a glossary, or a table's rows."""
    skipped: set[int] = set()
    glossary = attached = False
    for i, (line, number) in enumerate(zip(lines, numbers, strict=True)):
        if number is None:
            glossary = glossary and not ATTACHMENT.match(line.text) or bool(_GLOSSARY.match(line.text))
            attached = bool(_ATTACHED_LIST.match(line.text))
        elif glossary or (attached and number.grammar == "figure"):
            skipped.add(i)
        elif " | " in line.text or _CONTENTS.search(line.text[-40:]):
            skipped.add(i)
        else:
            attached = False
    return frozenset(skipped)


def _goes_deeper(lines: Sequence[Line], numbers: Sequence[Number | None], at: int) -> bool:
    """Whether the next line belongs under this one: body text or a number of a deeper kind."""
    number = numbers[at]
    for i in range(at + 1, min(at + 4, len(lines))):
        if _NOTE.match(lines[i].text):
            continue
        following = numbers[i]
        if following is None:
            return not ATTACHMENT.match(lines[i].text) and not _ATTACHED_LIST.match(lines[i].text)
        return number is not None and following.grammar != number.grammar and following.level > number.level
    return False


def _span(line: str, number: Number, goes_deeper: bool) -> tuple[int, int, int] | None:
    """Start and end of the heading in the line, and where the words after it begin."""
    start = number.end
    window = line[start : start + 2 * LONGEST]
    if not window or _NO_HEADING.match(window) or window[0] in _TRAIL:
        return None
    depth = depths(window)
    end = next((i for i, c in enumerate(window) if not depth[i] and c in _END | _LIST_END), None)
    if end is not None and window[end] in _LIST_END and not _LIST_OPENER.search(window, 2, end):
        return None
    whole = end is None and len(line) <= start + len(window)
    length = _length(window, depth, end)
    if length is None:
        return None
    after = line[start + length :].lstrip(_TRAIL + "！？!?")
    if (not after or _NOTE.match(after)) and not whole and not goes_deeper:
        return None
    if whole and after and _NOTE.match(after):
        return None
    heading = window[:length].rstrip(_TRAIL)
    rest = len(line) - len(after) if after else len(line)
    return (start, start + len(heading), rest) if len(heading) >= 2 or number.level <= 1 and heading else None


def _length(window: str, depth: list[int], end: int | None) -> int | None:
    """How many characters of the window are the heading: to its mark, or to where the next sentence begins."""
    limit = len(window) if end is None else end
    if (colon := _label(window, depth, limit)) is not None:
        return colon
    if opener := _LIST_OPENER.search(window, 2, min(limit, LONGEST)):
        return opener.start()
    if (gap := _gap(window, limit)) is not None:
        return gap
    if limit <= LONGEST:
        return limit
    for match in _OPENER.finditer(window, 4, LONGEST):
        if not depth[match.start()] and window[match.start() - 1] not in _NO_BREAK_AFTER:
            return match.start()
    return None


def _label(window: str, depth: list[int], limit: int) -> int | None:
    """The colon after a short label, before any comma."""
    for i, c in enumerate(window[: min(limit, LONGEST_LABEL)]):
        if not depth[i] and c in "：:":
            return i
        if not depth[i] and c in "，,":
            return None
    return None


def _gap(window: str, limit: int) -> int | None:
    """Wide white space that sets a heading off from the text after it."""
    match = re.search(r"(?<=\S)(?:\u3000+| {2,})(?=\S)", window[: min(limit, LONGEST)])
    return match.start() if match and match.start() >= 4 and limit - match.end() >= 15 else None
