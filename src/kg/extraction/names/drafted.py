"""Documents that an act draws up and no title names: 制定治理工作方案. Readers of annotated passages name them in 65 of
66 such acts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial

from kg.extraction.relations import relation_of
from kg.language.parsed import Act, Name, Parsed
from kg.words import pattern

SURE = 0.9
"""The chance that such a name names a document, and that the measure refers to it."""
LEAST = 4
"""Characters of a name: 收费标准; what is shorter is a kind alone."""
ATTRIBUTE = re.compile(r".*的(?![确士])")
"""What describes a document and doesn't name it: 切实可行的|实施方案."""
AGAIN = "(?:[和并、]?(?:进一步)?{besides})*了?"
"""What else is done with it: 制定|和完善|行业准入标准."""
NAMED = "(?!的)[^，,；;。:：《》\n]*?{drafts}"
ALONE = "{plainly}*{drafts}"
"""A kind of which nothing is told that names one: 具体实施方案."""
VAGUE = "{drafts}[、和与及以]|等(?!级)|^本(?![科土地])"
"""Several documents, one told by examples, and the text itself: 管理规定和标准, 交通等规划, 本行动计划."""

_form = partial(pattern, "drafted-words")


def with_drafted(characters: str, parsed: Parsed, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names of a sentence with those of the documents that its acts draw up, in place of names inside them."""
    drafted = [n for act in parsed.acts for n in _drafted(characters, parsed, act, names)]
    others = [n for n in names if not any(d.start <= n.start and n.end <= d.end for d in drafted)]
    return tuple(sorted((*others, *drafted), key=lambda n: n.start))


def _drafted(characters: str, parsed: Parsed, act: Act, names: Sequence[Name]) -> Iterator[Name]:
    if relation_of(characters[act.verb : act.verb_end]) != "issues":
        return
    found = _thing().fullmatch(characters, act.verb_end, act.end)
    if found is None:
        return
    end = found.end("thing")
    counted = (q.end for q in parsed.quantities if act.verb_end <= q.start and q.end < end)
    start = max(found.start("thing"), *counted, act.verb_end)
    if described := ATTRIBUTE.match(characters, start, end):
        start = described.end()
    start = next((n.start for n in names if n.type == "document" and start <= n.start < end == n.end), start)
    name = characters[start:end]
    if len(name) < LEAST or _form(ALONE).fullmatch(name) or _form(VAGUE).search(name):
        return
    if not any(_reaches_over(n, start, end) for n in names):
        yield Name(start, end, "document", SURE, 0.0, 0.0, 0.0, SURE)


@cache
def _thing() -> re.Pattern[str]:
    return _form(f"{AGAIN}(?P<thing>{NAMED})等?")


def _reaches_over(name: Name, start: int, end: int) -> bool:
    """Whether a name begins before what is drafted and ends in it, or begins in it and goes on."""
    return name.start < start < name.end or name.start < end < name.end
