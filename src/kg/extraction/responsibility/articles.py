"""Articles of a regulation: whom one addresses at its beginning is meant to its end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from kg.facts import Sentence

ARTICLE = re.compile(r"^[ \u3000]*第[一二三四五六七八九十百零〇]{1,6}条(?![第至])", re.M)
PART = re.compile(r"^[ \u3000]*(?:第[一二三四五六七八九十]{1,3}[章节编]|附[件则录表]|[一二三四五六七八九十]+、)", re.M)
UNSAID = re.compile(r"(?:^|[，,；;])(?:并|也|还|同时)?(?:应当?(?!用|急)|不得|必须|须|可以|有权|要(?![求点素件]))")
"""A clause that opens with what must or may be done, by nobody."""
THEREUPON = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])?\s*经(?:审[核查批]|评审|核[实准查]|复核|公示|验收)(?![^，,；;。]*由)[^，,；;。]{0,24}[的后][，,]"
)
"""A sentence that goes on with what comes of an act: 经审核符合条件的,发放批复."""
LEAST = 5
"""Articles that a regulation has at least."""


def articles_of(characters: str) -> tuple[int, ...]:
    """Where the articles of a regulation begin, and what else ends one; nothing where there are none."""
    found = [m.start() for m in ARTICLE.finditer(characters)]
    if len(found) < LEAST:
        return ()
    return tuple(sorted([*found, *(m.start() for m in PART.finditer(characters, found[0]))]))


def goes_on_in(articles: Sequence[int], subject: int, sentence: Sentence) -> bool:
    """Whether a sentence stands in the article in which the subject does, and goes on without one: 必要时,应当…."""
    place = bisect_right(articles, subject)
    if place == 0 or place != bisect_right(articles, sentence.start):
        return False
    return UNSAID.search(sentence.text) is not None or THEREUPON.match(sentence.text.lstrip()) is not None
