"""Who issued a document that nobody signed: read from its title, the line under it, or its opening."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.facts import Field, Quote
from kg.structure.lines import Line
from kg.structure.signature import is_body
from kg.structure.words import alternatives

_DIVISION_END = "省市区县州盟旗镇乡"
_BEFORE_ACT = re.compile(rf"(?:\d{{4}}年)?([^《》“”，,。]{{2,80}}?)(?:{alternatives('issuing')}|\d{{4}}年)")
_WORK_REPORT = re.compile(r"(?:\d{4}年)?([^\d《》“”，,。年关于]{2,20}?)((?:人民)?政府)?工作报告")
_OFFICE = rf"(?:代理?)?(?:{alternatives('office')})"
_AUTHOR = re.compile(rf"(?:.*[上—-])?\s*([一-鿿]{{2,20}}?)\s*{_OFFICE}\s*[一-鿿·\s]{{2,20}}$")
_AUTHOR_BEFORE = re.compile(rf"在.{{2,40}}(?:会议|大会)上\s*([一-鿿]{{2,20}}?){_OFFICE}")
_CONGRESS = re.compile(rf"在([一-鿿]{{2,20}}?[{_DIVISION_END}])第.{{1,4}}届人民代表大会")
_SPEAKS_FOR = re.compile(rf"我?代表([一-鿿]{{0,20}}?(?:{alternatives('deputed')}))[，,\s]*(?:向|作|就)")
_STATE_COUNCIL = "国务院"
_GOVERNMENT = "人民政府"
_SEVERAL = re.compile(r"等\d*(?:个|家)?(?:部门|单位)$")


def issuer_of(
    characters: str, title: Sequence[Line], subtitle: Line | None, under_title: Sequence[Line], lines: Sequence[Line]
) -> Field | None:
    """The issuer, from the first of these that names one: title, lines under it, subtitle, the opening's 我代表….

    A government is given its full name (市长 of X市, X市政府工作报告 → X市人民政府); the quote is what the text has.
    """
    named = _before_act(characters, title) or _of_work_report(characters, title)
    if named:
        return named
    for line in under_title:
        if is_body(line.text):
            return Field(line.text, Quote(line.start, line.end, line.text))
        if line.text.endswith("令") and is_body(line.text[:-1]):
            return Field(line.text[:-1], Quote(line.start, line.end - 1, line.text[:-1]))
    for line in (*under_title, *([subtitle] if subtitle else ())):
        if named := _of_author(line):
            return named
    if subtitle and (match := _CONGRESS.search(subtitle.text)):
        return _quoted(subtitle, match, match[1] + _GOVERNMENT)
    for line in lines[:8]:
        if match := _SPEAKS_FOR.search(line.text[:400]):
            return _quoted(line, match, match[1])
    return None


def _before_act(characters: str, title: Sequence[Line]) -> Field | None:
    text, places = _joined(title)
    match = _BEFORE_ACT.match(text)
    if not match or not is_body(_SEVERAL.sub("", match[1])):
        return None
    start, end = places[match.start(1)], places[match.end(1) - 1] + 1
    return Field(match[1], Quote(start, end, characters[start:end]))


def _of_work_report(characters: str, title: Sequence[Line]) -> Field | None:
    text, places = _joined(title)
    match = _WORK_REPORT.match(text)
    if not match:
        return None
    end = match.end(2) if match[2] else match.end(1)
    name = match[1]
    if name.startswith(_STATE_COUNCIL):
        value, end = _STATE_COUNCIL, match.start(1) + len(_STATE_COUNCIL)
    elif match[2] and name[-1] in _DIVISION_END:
        value = name + _GOVERNMENT
    elif is_body(name) and not name.endswith("政府"):
        value = name
    else:
        return None
    start, stop = places[match.start(1)], places[end - 1] + 1
    return Field(value, Quote(start, stop, characters[start:stop]))


def _of_author(line: Line) -> Field | None:
    match = _AUTHOR_BEFORE.search(line.text) or _AUTHOR.match(line.text)
    if not match:
        return None
    name = match[1]
    if is_body(name):
        return _quoted(line, match, name)
    return _quoted(line, match, name + _GOVERNMENT) if name[-1] in _DIVISION_END and len(name) > 1 else None


def _quoted(line: Line, match: re.Match[str], value: str) -> Field:
    start, end = match.span(1)
    return Field(value, Quote(line.start + start, line.start + end, line.text[start:end]))


def _joined(title: Sequence[Line]) -> tuple[str, list[int]]:
    """The title as one string, and where each of its characters stands in the text."""
    text = "".join(line.text for line in title)
    return text, [line.start + i for line in title for i in range(len(line.text))]
