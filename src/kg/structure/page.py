"""What a web page adds to a document: the day of publication above its body, and words beside its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.facts import Field, Quote
from kg.structure.days import NUMERIC_DAY, iso_day
from kg.structure.lines import Line

FRONT = 800
"""Characters of a text in which a line with the day of publication stands."""
_LINE = re.compile(
    r"^[^\S\n]*(?:(?:(?:信息)?来源|发布(?:机构|单位|人)|作者|编辑)\s*[:：][^\n。:：]{0,20}?)?"
    r"(?:(?:发布|发表|更新|公开|成文|发文|印发)?(?:时间|日期)[^\S\n]*[:：][^\S\n]*)?"
    rf"(?P<day>{NUMERIC_DAY})(?:[^\S\n]*\d\d?[:：][^。\n]{{0,60}}|(?:编辑|(?:信息)?来源|[^\S\n])[^。\n]{{0,60}})?$",
    re.MULTILINE,
)
"""Behind the day stand at most its hour and what else such a line tells: 2022-04-10|18:57 来源：新华社."""
_BEFORE_TITLE = re.compile(r"[（(【\[]\s*(?:转载|转发|原创|置顶|最新|公开)\s*[)）】\]]\s*(?=\S)")
"""（转载）|…的通知."""
_FOOTNOTE = re.compile(r"(?<=\S)\s*[\[［]\d{1,2}[\]］]$")
"""…统计公报|[1]."""


def published(characters: str) -> Iterator[Field]:
    """The days of publication that the lines above the body tell, in order."""
    for line in _LINE.finditer(characters[:FRONT]):
        if iso := iso_day(line["day"]):
            yield Field(iso, Quote(*line.span("day"), line["day"]))


def bare(title: Sequence[Line]) -> list[Line]:
    """The lines of a title without what the page adds before it, and without the number of a footnote behind it."""
    lines = list(title)
    if lines and (before := _BEFORE_TITLE.match(lines[0].text)):
        first = lines[0]
        lines[0] = replace(first, start=first.start + before.end(), text=first.text[before.end() :])
    if lines and (note := _FOOTNOTE.search(lines[-1].text)):
        last = lines[-1]
        lines[-1] = replace(last, end=last.start + note.start(), text=last.text[: note.start()])
    return lines
