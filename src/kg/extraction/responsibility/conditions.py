"""Lists of conditions and cases, in which nothing is done: 应符合以下条件:(一)…; 有下列情形之一的,不予受理:(一)…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.facts import Sentence

LEAD = re.compile(
    r"(?:(?:符合|满足|具备|具有|达到)(?:以下|下列|如下|其中)[^，,；;。：:]{0,8}(?:条件|要求|标准|情形)"
    r"|(?:有|属于|存在|符合|具有)?(?:以下|下列|如下)[^，,；;。：:]{0,8}之一)[^；;。：:]*[：:]"
)
"""What opens such a list, up to its colon."""
ITEM = re.compile(
    r"[-—·\s\u3000]*(?P<open>[（(]?)(?P<number>[一二三四五六七八九十]{1,3}|\d{1,2})(?P<close>[)）、.．])(?!\d)"
)
FIRST = frozenset(("一", "1"))
NOWHERE = -1


def conditions(sentences: Sequence[Sentence]) -> Iterator[int]:
    """For each sentence where the conditions begin that it holds, in code points of the document; its end where it
    holds none."""
    kind: tuple[bool, bool] | None = None  # of the items below the lead; None before the first
    listed, paragraph = False, NOWHERE
    for one in sentences:
        opens = one.paragraph != paragraph
        paragraph = one.paragraph
        item = ITEM.match(one.text)
        if listed and opens:
            own = _kind(item) if item else None
            first = item is not None and item["number"] in FIRST
            listed = item is not None and ((kind is None and first) or (own == kind and not first))
            kind = own
        lead = LEAD.search(one.text)
        if listed:
            yield one.start
            continue
        yield one.start + lead.end() if lead else one.end
        # a list that goes on in the paragraphs below begins right behind the colon
        listed, kind = lead is not None and lead.end() == len(one.text), None


def _kind(item: re.Match[str]) -> tuple[bool, bool]:
    return item["number"].isdecimal(), bool(item["open"] or item["close"] in ")）")
