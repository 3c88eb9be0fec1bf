"""Things that are the subject of acts: a title that tells or demands (《纲要》提出目标，规划一批项目), and a site that
shall do something (服务窗口要设置公示牌，明示办事流程)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

from kg.facts import Entity, Quote, Reference
from kg.language.parsed import Act, Name, Parsed
from kg.words import either, group_of, pattern, words_of

NUMBERING = re.compile(r"[\s\d０-９一二三四五六七八九十（()）.．、-]*")
"""What may stand before the head of a sentence."""
TELLS_WHICH = re.compile("[\u4e00-\u9fff]{2}的")
"""Behind a title that describes something else: 《计划》|部署的|任务全部完成."""
CLAUSE_ENDS = "，,；;。"
OPENS = re.compile("[，,；;。：:\\s）)]")
"""In front of the head of a clause."""
BREAKS = re.compile("[；;。]")
SHALL = "(?:每[天日周月年])?(?:{duty}|可以?|负责)"
"""Behind a site that is told what it shall do: 办税服务厅|每天要|公示等候人数."""

_form = partial(pattern, "thing-words")


@cache
def _title() -> re.Pattern[str]:
    """A title whose last word tells which kind of document it is: 《规划纲要（草案）》."""
    return re.compile(f"《.*(?:{either(words_of('document-kinds'))})(?:草案)?(?:[（(][^（）()]*[）)])?》$")


def told_by_title(
    characters: str, parsed: Parsed, acts: Sequence[Act], things: Mapping[tuple[int, int], Entity]
) -> Iterator[tuple[int, Reference]]:
    """The places of the acts whose subject is a title, up to another subject, with what they refer to."""
    head = next((n for n in parsed.names if n.type == "document" and _is_subject(characters, parsed, n)), None)
    thing = things.get((head.start, head.end)) if head else None
    if head is None or thing is None:
        return
    last = _other_subject(characters, parsed, head)
    quote = Quote(head.start, head.end, thing.text)
    for place, act in enumerate(acts):
        if head.end <= act.start < last:
            yield place, Reference(thing.name, "document", "basedOn", quote)


def done_by_site(
    characters: str, parsed: Parsed, acts: Sequence[Act], things: Mapping[tuple[int, int], Entity]
) -> Iterator[tuple[int, Reference, bool]]:
    """The places of the acts that a site at the head of a clause shall do, up to a semicolon or another subject, with
    what they refer to, and whether the act is the first of them."""
    for head in parsed.names:
        thing = things.get((head.start, head.end)) if head.type == "site" else None
        if thing is None or not _shall(characters, parsed, head):
            continue
        end = BREAKS.search(characters, head.end, parsed.sentence.end)
        last = min(_other_subject(characters, parsed, head), end.start() if end else parsed.sentence.end)
        quote = Quote(head.start, head.end, thing.text)
        places = [place for place, act in enumerate(acts) if head.end <= act.verb < last]
        for place in places:
            reference = Reference(thing.name, "site", "deliveredAt", quote)
            yield place, reference, place == places[0]


def _shall(characters: str, parsed: Parsed, name: Name) -> bool:
    """Whether a site heads a clause that tells what it shall do."""
    heads = name.start == parsed.sentence.start or OPENS.match(characters, name.start - 1) is not None
    return heads and _form(SHALL).match(characters, name.end) is not None


def _other_subject(characters: str, parsed: Parsed, head: Name) -> int:
    """Where another body or document stands at the head of a clause behind this one, else the end of the sentence."""
    others = [n.start for n in parsed.names if n.start > head.end and n.type in ("organisation", "document")]
    return next((at for at in others if characters[at - 1] in CLAUSE_ENDS), parsed.sentence.end)


def _is_subject(characters: str, parsed: Parsed, name: Name) -> bool:
    """Whether the title of a plan or rule stands at the head of its sentence and something is said of it."""
    return (
        NUMBERING.fullmatch(characters, parsed.sentence.start, name.start) is not None
        and _title().match(characters, name.start, name.end) is not None
        and not characters.startswith(tuple(group_of("phrase-words", "title")), name.end)
        and TELLS_WHICH.match(characters, name.end) is None
    )
