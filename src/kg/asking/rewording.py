"""The same question in other words: how people open and turn what they ask (``seeds/lexicon/asking-forms.tsv``).

“Show me targets for 2027” asks what “what are the targets for 2027” asks, and 没有责任单位的举措有哪些 asks
哪些举措没有责任单位. A turn knows nothing of what is asked; whether its result asks something, the patterns say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.asking.phrasings import LONGEST, fitted, language_of, normalised
from kg.resources import rows
from kg.words import either

TURNS = 3
"""Forms that are applied one after the other: an opening, a word for all, what the rest asks."""
_GLOSS = re.compile(r"(?<![a-z])the [^()]*? ?\(([^()a-z]+)\)")
MOST = 60
"""Wordings of one question that are tried."""


def reworded(text: str) -> Iterator[str]:
    """Other wordings of the text, those of fewer turns first; none of a text that is too long to be read."""
    plain = normalised(text)
    if len(plain) > LONGEST:
        return
    language = language_of(text)
    known = {plain: None, in_terms(plain, language): None}
    last = list(known)
    yield from last[1:]
    for _ in range(TURNS):
        turned = [other for said in last for other in _turned(said, language)]
        last = [said for said in dict.fromkeys(turned) if said not in known][: MOST - len(known)]
        known |= dict.fromkeys(last)
        yield from last


def in_terms(said: str, language: str) -> str:
    """The normalised text with what reports write in place of English and everyday words for it: gdp, anhuis, 经济总量
    by ``seeds/lexicon/asking-terms.tsv``, the jobs (城镇新增就业) as the question itself has it."""
    said = _GLOSS.sub(r"\1", said)
    listed = _terms(language)
    meant = {word: word for word in listed.values() if word in said} | {w: m for w, m in listed.items() if w in said}
    if not meant:
        return said
    apart = rf"(?<![a-z])(?:the )?({either(meant)})(?=s?(?![a-z]))" if language == "en" else f"({either(meant)})"
    return re.sub(apart, lambda m: meant[m[1]], said)


@cache
def _terms(language: str) -> dict[str, str]:
    return {word: meant for word, of, meant, _ in rows("seeds/lexicon/asking-terms.tsv") if of == language}


def _turned(said: str, language: str) -> Iterator[str]:
    plain = said if language == "en" else said.replace(" ", "")
    for pattern, of, form in _forms():
        if of == language and (match := fitted(pattern, plain)):
            yield normalised(form.format(**{name: (gap or "").strip() for name, gap in match.groupdict().items()}))


@cache
def _forms() -> tuple[tuple[str, str, str], ...]:
    return tuple((pattern, language, form) for pattern, language, form, _ in rows("seeds/lexicon/asking-forms.tsv"))
