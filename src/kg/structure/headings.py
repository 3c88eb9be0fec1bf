"""Which numbered lines are headings, and where the heading ends when text follows it in its line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.structure.lines import BLANK, Line, trim
from kg.structure.nesting import depths
from kg.structure.numbering import Number, counts_in_decimals, number_of
from kg.structure.signature import ATTACHED_LIST
from kg.structure.words import alternatives, answering_words
from kg.words import either

LONGEST = 45
"""Characters of a heading. The longest that the annotated reports have is 31; a work report's may have 40."""

LONGEST_BARE = 30
"""The same without what stands in titles and brackets."""

LONGEST_LABEL = 20
"""Characters of a heading before a colon: 1.目标任务：到2025年…"""

LEAST_SHARE = 0.75
"""Of the paragraphs with one kind of number, the share that has headings where headings are the rule."""

LEAST_CONTENTS = 4
"""Headings that a table of contents has at least."""

_END = frozenset("。！？!?")
_LIST_END = frozenset("；;")
_TRAIL = "：:，,、。．.；; —-" + BLANK
_DUTY = rf"(?:{alternatives('duty')})[^（(]{{0,8}}(?:单位|部门|处室|时限|[:：])"
_NOTE = re.compile(rf"[（(〔\[【]\s*{_DUTY}")
_NOTE_AT_END = re.compile(_NOTE.pattern + r"[^。]*[)）〕\]】][。；;]?$")
"""A note that closes a heading's line (一、发放补贴(责任单位:…)) speaks for what follows and is no part of it."""
_ONLY_NOTES = re.compile(
    rf"(?:[（(〔\[【][^()（）]*[)）〕\]】]\s*)*[（(〔\[【](?:[^()（）]*[，,；;])?\s*"
    rf"(?:{_DUTY}[^。]*|[^()（）。]*(?:{either(answering_words())}))[)）〕\]】][。；;]?$"
)
"""The rest of a line that only tells who answers: (1分)(持续推进,牵头单位:…), (市商务局、市财政局负责)."""
_LIST_OPENER = re.compile(r"(?<![统唯之第专])一[是要]|第一[，,]|其一[，,是]|[（(][1一][)）]|①|1[.．、](?!\d)")
_LIST_INTRODUCED = re.compile(rf"(?:下列|以下)(?:{alternatives('enumerated')})[^。]{{0,20}}[：:]$|之一的?[，,：:]")
_COMMA = re.compile(r"[，,]")
_NUMBER_AHEAD = re.compile(r"[（(][一1][)）]|①|1[.．、](?!\d)")
_NO_HEADING = re.compile(rf"自[\d本公印发]|对于|凡|本(?:{alternatives('this-document')})")
_OPENER = re.compile(
    rf"(?:{alternatives('opener')}"
    rf"|20\d\d年(?:{alternatives('of-year')})?[，,]|20\d\d年以来|\d{{1,2}}[-—至]\d{{1,2}}月)"
)
_NO_BREAK_AFTER = frozenset("，,、；;：:（(《“要是应须可将并和及与由在以对为不的地得把被从向切入续")
_TOLD = re.compile(r"\d日[^，,。]*[了已]")
"""A sentence that tells on which day something was done is no heading: 二、市政府于5月10日下达了批复。"""
_CONTENTS = re.compile(r"(?:…|\.{3}|·{3})[\s.…·]*\d+$")
GLOSSARY = re.compile(r"(?:附件|附录|附)?\s*\d*\s*[:：]?\s*(?:相关|有关|部分)?(?:名词|术语)(?:解释|注释|说明)$")
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
    totals: Counter[str] = Counter()
    for i, (line, number) in enumerate(zip(lines, numbers, strict=True)):
        if number is None or i in skipped:
            continue
        totals[number.grammar] += 1
        if not _in_list(lines, i):
            found += _headings_of(line, number, _goes_deeper(lines, numbers, i))
    return _consistent(found, totals, lines)


def contents_of(headings: Sequence[Heading], characters: str) -> frozenset[int]:
    """The lines of a table of contents: headings one under another with nothing behind them in their line, each of
    which comes again further down."""
    names = [(h.number, characters[h.start : h.end]) for h in headings]
    last = {name: i for i, name in enumerate(names)}
    lines: set[int] = set()
    run: list[int] = []
    for i, (heading, name) in enumerate(zip(headings, names, strict=True)):
        adjoining = not run or heading.line == headings[run[-1]].line + 1
        again = last[name] > i and _alone(heading, characters)
        if again and adjoining:
            run.append(i)
            continue
        if len(run) >= LEAST_CONTENTS:
            lines.update(headings[j].line for j in run)
        run = [i] if again else []
    return frozenset(lines)


def _alone(heading: Heading, characters: str) -> bool:
    """Whether nothing stands behind the heading in its line."""
    end = characters.find("\n", heading.rest)
    return not trim(characters[heading.rest : end if end >= 0 else None])


def _headings_of(line: Line, number: Number, goes_deeper: bool) -> list[Heading]:
    """The heading of the line, and those of deeper numbers that follow at once: 一、总体要求（一）指导思想。…"""
    found: list[Heading] = []
    at = 0
    following: Number | None = number
    while following and (span := _span(line.text[at:], following, goes_deeper)):
        start, end, rest = (line.start + at + x for x in span)
        found.append(
            Heading(line.index, following.grammar, following.level, following.text, line.start + at, start, end, rest)
        )
        at = rest - line.start
        level = following.level
        following = number_of(line.text[at : at + 24]) if _NUMBER_AHEAD.match(line.text, at) else None
        if following and following.level <= level:
            break
    return found


def _in_list(lines: Sequence[Line], at: int) -> bool:
    """Whether the line is an item of an enumeration: the item before it ends in ；, or conditions are announced."""
    before = lines[at - 1].text if at else ""
    return before.endswith(("；", ";", "；或", "；和")) or bool(_LIST_INTRODUCED.search(before[-40:]))


def _consistent(found: Sequence[Heading], totals: Counter[str], lines: Sequence[Line]) -> tuple[Heading, ...]:
    """Without the run-in sentences with commas of a kind of number whose other paragraphs have no heading either."""
    texts = {line.index: line for line in lines}
    counts = Counter(h.grammar for h in found)
    kept = []
    for h in found:
        line = texts[h.line]
        words = line.text[h.start - line.start : h.end - line.start]
        rare = counts[h.grammar] < LEAST_SHARE * totals[h.grammar]
        if rare and h.rest < line.end and len(words) > LONGEST_LABEL and _COMMA.search(words):
            continue
        kept.append(h)
    return tuple(kept)


def _skipped(lines: Sequence[Line], numbers: Sequence[Number | None]) -> frozenset[int]:
    """Lines that look like headings and are a glossary, a table's rows or a table of contents."""
    skipped: set[int] = set()
    glossary = False
    for i, (line, number) in enumerate(zip(lines, numbers, strict=True)):
        if number is None:
            glossary = (glossary and not ATTACHMENT.match(line.text)) or bool(GLOSSARY.match(line.text))
            continue
        if glossary or " | " in line.text or _CONTENTS.search(line.text[-40:]):
            skipped.add(i)
    return frozenset(skipped)


def _goes_deeper(lines: Sequence[Line], numbers: Sequence[Number | None], at: int) -> bool:
    """Whether the next line belongs under this one: body text or a number of a deeper kind."""
    number = numbers[at]
    for i in range(at + 1, min(at + 4, len(lines))):
        if _NOTE.match(lines[i].text):
            continue
        following = numbers[i]
        if following is None:
            return not ATTACHMENT.match(lines[i].text) and not ATTACHED_LIST.match(lines[i].text)
        return number is not None and following.grammar != number.grammar and following.level > number.level
    return False


def _span(line: str, number: Number, goes_deeper: bool) -> tuple[int, int, int] | None:
    """Start and end of the heading in the line, and where the words after it begin."""
    start = number.end
    note = _NOTE_AT_END.search(line, start) if goes_deeper else None
    line = line[: note.start()] if note else line
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
    if (not after or _NOTE.match(after) or _ONLY_NOTES.match(after)) and not whole and not goes_deeper:
        return None
    if not goes_deeper and _NOTE.search(window, 0, length):
        return None
    if after and _TOLD.search(window, 0, length):
        return None
    heading = window[:length].rstrip(_TRAIL)
    rest = len(line) - len(after) if after else len(line)
    return (start, start + len(heading), rest) if len(heading) >= 2 or (number.level <= 1 and heading) else None


def _length(window: str, depth: list[int], end: int | None) -> int | None:
    """How many characters of the window are the heading: to its mark, or to where the next sentence begins."""
    limit = len(window) if end is None else end
    if (colon := _label(window, depth, limit)) is not None:
        return colon
    if opener := _LIST_OPENER.search(window, 2, min(limit, LONGEST)):
        return opener.start()
    if end is not None and (gap := _gap(window, limit)) is not None:
        return gap
    if limit <= LONGEST:
        return limit
    for match in _OPENER.finditer(window, 4, LONGEST):
        commas = len(_COMMA.findall(window, 0, match.start()))
        possible = commas <= (0 if match[0].startswith("我") else 1)  # after a comma 我市… is rather an object
        if possible and not depth[match.start()] and window[match.start() - 1] not in _NO_BREAK_AFTER:
            return match.start()
    return limit if end is not None and sum(not d for d in depth[:limit]) <= LONGEST_BARE else None


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
