"""What a title that heads its sentence tells or demands: 《纲要》提出发展目标，规划一批项目."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.facts import Entity, Quote, Reference
from kg.language.parsed import Act, Name, Parsed
from kg.words import either, group_of, words_of

LINKED = 0.5
"""The chance that each act of such a sentence refers to the document, at least."""
NUMBERING = re.compile(r"[\s\d０-９一二三四五六七八九十（()）.．、-]*")
"""What may stand before the head of a sentence."""
TELLS_WHICH = re.compile("[\u4e00-\u9fff]{2}的")
"""Behind a title that describes something else: 《计划》|部署的|任务全部完成."""
CLAUSE_ENDS = "，,；;。"


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
    others = [n.start for n in parsed.names if n.start > head.end and n.type in ("organisation", "document")]
    last = next((at for at in others if characters[at - 1] in CLAUSE_ENDS), parsed.sentence.end)
    quote = Quote(head.start, head.end, thing.text)
    for place, act in enumerate(acts):
        if head.end <= act.start < last:
            yield place, Reference(thing.name, "document", "basedOn", quote, round(max(head.linked, LINKED), 2))


def _is_subject(characters: str, parsed: Parsed, name: Name) -> bool:
    """Whether the title of a plan or rule stands at the head of its sentence and something is said of it."""
    return (
        NUMBERING.fullmatch(characters, parsed.sentence.start, name.start) is not None
        and _title().match(characters, name.start, name.end) is not None
        and not characters.startswith(tuple(group_of("phrase-words", "title")), name.end)
        and TELLS_WHICH.match(characters, name.end) is None
    )
