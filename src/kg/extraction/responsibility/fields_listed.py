"""Fields of government in a row that stand for their departments as the subject of a clause, of which the reader sees
only a part or nothing: 发改、安监、交通等部门应当做好监督管理, 财政、税务部门按照职责落实政策."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extraction.responsibility.applicants import ORDINAL
from kg.extraction.responsibility.subjects import HELPING
from kg.language.parsed import Clause, Name, Parsed
from kg.resources import rows
from kg.words import either, group_of

SEEN = 0.9
"""The chance given to such a row that it is the subject."""
LEADS = 0.5
LEVEL = re.compile("各级|各地|各有关|县级以上|国务院|当地|属地|[省市县区州](?:[（(][省市县区州][)）])?(?=.{2})")
"""Whose departments are meant, before the first field."""
OPENING = re.compile(rf"{ORDINAL}(?:由|(?:[要应须并]|积极|主动|密切|及时|全力)*(?:{'|'.join(HELPING)}))?")
"""What may stand before such a row where a clause begins."""
FIELDS = re.compile(r"(?:[省市县区州][（(][省市县区州][)）])?[\u4e00-\u9fff、]+")
SUMMED_UP = re.compile(
    r"(?:等(?:政府|相关|有关|主管|职能|行政|行业|成员|各|多个)*(?:部门|单位)|等?(?:行政主管|行政|主管|管理)?部门)(?:（单位）|\(单位\))?"
)
"""What ends it."""
FAR = 160
"""Characters of the longest row."""
JOINTS = re.compile("[和及与]")
APART = re.compile("[的之、和与及，,；;。]|$")
"""What follows where nobody of them is helped to act: 配合财政、税务等部门的工作."""
LEAST = 2
"""Fields that a row has at least."""


def with_rows(characters: str, one: Parsed, names: Sequence[Name]) -> list[Name]:
    """The names, with the rows of fields that open a clause and then do something in place of what was seen of them."""
    found = list(names)
    for clause in one.clauses:
        span = _row(characters, clause)
        if span is None:
            continue
        start, end = span
        helped = characters.endswith(HELPING, 0, start) and not APART.match(characters, end)
        if not helped and not _acts().match(characters, end):
            continue
        apart = [n for n in found if n.end <= start or end <= n.start]
        leads = [n for n in found if n.lead >= LEADS and start <= n.start < end]
        if any(n.end >= end and (n.start == start or _sums_up(characters, n)) for n in leads):
            continue
        if len(leads) * 2 > characters.count("、", start, end) + 1:
            continue  # each of them is seen
        found = [*apart, Name(start, end, "organisation", 0.0, SEEN, SEEN, 0.0, 0.0)]
    return sorted(found, key=lambda n: n.start)


def _row(characters: str, clause: Clause) -> tuple[int, int] | None:
    """Where the row stands that opens a clause."""
    opening = OPENING.match(characters, clause.start, clause.end)
    start = opening.end() if opening else clause.start
    ending = SUMMED_UP.search(characters, start, min(clause.end, start + FAR))
    if ending is None or not FIELDS.fullmatch(characters, start, ending.start()):
        return None
    return (start, ending.end()) if _all_fields(characters[start : ending.start()]) else None


def _sums_up(characters: str, name: Name) -> bool:
    """Whether a name is only the words that sum up what stands before it: …、残联等|相关单位."""
    return characters.startswith("等", name.start - 1)


def _all_fields(text: str) -> bool:
    """Whether most of what stands side by side are fields of government, the first of them one too."""
    level = LEVEL.match(text)
    parts = text[level.end() if level else 0 :].split("、")
    fields = [p for part in parts for p in ([part] if part in _fields() else JOINTS.split(part))]
    known = [f in _fields() for f in fields]
    return known[0] and len(known) >= LEAST and sum(known) * 2 > len(known)


@cache
def _fields() -> frozenset[str]:
    return frozenset(row[0] for row in rows("seeds/gazetteer/stems.tsv")) | group_of("body-words", "field")


@cache
def _acts() -> re.Pattern[str]:
    """What follows them where they act."""
    return re.compile(rf"[，,：:]?(?:{either(group_of('body-words', 'field-acts'))})")
