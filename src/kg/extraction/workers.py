"""Zones, parks, laboratories and companies right before what they do themselves: 某某示范区新推出创新成果7项,
某某实验室成功研发新药. What only comes about there is not theirs: 某某产业园启动建设, 某某示范区新增企业7家."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from kg.extraction.phrases import ADVERBS, NOUNS
from kg.language.parsed import Act, Name, Parsed, Token
from kg.words import either, group_of

OPENS = "，,；;。：:\n 　“"
GENERAL = re.compile(r"(?:全|我|本|该|各|其他|部分|省级|市级|县级|国家级)|(?:中心)?城区")
"""How words begin that mean no single place or body."""
MUST = re.compile(r"(?:要|将|应|须)?")
WHERE = re.compile(
    r"在[^，,；;。：:、的和及]{1,8}(?:[、和及][^，,；;。：:、的和及]{1,8})*(?:等?领域|方面|中|上)|与[^，,；;。：:的]{2,16}(?:合作|联合|共同|携手)"
)
"""Where or with whom it is done, behind the name: …在招商等领域|建立机制, …与某某公司合作|实施改革."""
_group = partial(group_of, "workers")


def works(characters: str, tokens: Sequence[Token], name: Name, act: Act) -> bool:
    """Whether a name that opens a clause is that of a zone, a laboratory or a company, which does this act itself."""
    if not _worker(characters, name) or characters[act.verb : act.verb_end] not in _group("does"):
        return False
    if name.start and characters[name.start - 1] not in OPENS:
        return False
    if name.end > act.verb:
        return False
    where = WHERE.match(characters, name.end, act.verb)
    between = [t for t in tokens if (where.end() if where else name.end) <= t.start < act.verb]
    if not all(t.pos in (*ADVERBS, "TIME") or MUST.fullmatch(t.text) for t in between):
        return False
    behind = [t for t in tokens if act.verb_end <= t.start < act.end]
    return bool(behind) and behind[0].text not in _group("comes") and any(t.pos in NOUNS for t in behind)


def of_kind(text: str) -> bool:
    """Whether a name is that of a single zone, laboratory or company."""
    return GENERAL.match(text) is None and _kinds().search(text) is not None


def _worker(characters: str, name: Name) -> bool:
    named = name.type in ("organisation", "site", "place") and name.thing >= name.generic
    return named and of_kind(characters[name.start : name.end])


def own_topic(one: Parsed, end: int) -> int:
    """Where the first clause begins behind the one that ``end`` stands in that opens with a name, of which it tells
    something else: …推出成果7项,|某某大桥通车; the end of the sentence if none does."""
    opened = {n.start for n in one.names}
    return next((c.start for c in one.clauses if c.start > end and c.start in opened), one.sentence.end)


@cache
def _kinds() -> re.Pattern[str]:
    """How their names end, perhaps with a place in brackets behind it."""
    return re.compile(rf"(?:{either(_group('kind'))})(?:[（(][^（()）]+[)）])?$")
