"""The texts of a store's reports, looked into before its graph: what stands in none of them nothing is worded with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph.store import Store

SENTENCE = re.compile("[^。！？!?\\n]+")


class Texts:
    """The texts of a store, each read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._found: dict[str, bool] = {}

    def written(self, words: str) -> bool:
        """Whether one of the reports has all these words: what none of them has no measure has."""
        if words not in self._found:
            self._found[words] = any(all(word in text for word in words.split()) for text in self._plain)
        return self._found[words]

    def orders(self, texts: Sequence[str]) -> tuple[str, ...]:
        """The orders in which sentences of the reports have the words of these texts, each text's as they follow in it;
        first the order that they are given in. One text is looked for as it is."""
        if len(texts) == 1:
            return tuple(texts) if self.written(texts[0]) else ()
        found = {" ".join(texts): None} if self.written(" ".join(texts)) else {}
        for sentence in self._sentences_with(texts) if found else ():
            places = [_places(text, sentence) for text in texts]
            if all(places):
                found |= {" ".join(word for _, word in sorted(chain.from_iterable(places))): None}
        return tuple(found)

    def _sentences_with(self, texts: Sequence[str]) -> Iterator[str]:
        """The sentences of the reports that have all words of these texts."""
        words = " ".join(texts).split()
        for text in self._plain:
            if all(word in text for word in words):
                yield from (said for said in SENTENCE.findall(text) if all(word in said for word in words))

    def in_a_line(self, words: str) -> bool:
        """Whether a line of a report has these words in their order, as a measure's wording may have them."""
        return self.written(words) and self.stand("[^\n]*?".join(map(re.escape, words.split())))

    def stand(self, pattern: str) -> bool:
        """Whether one of the reports has what the pattern fits."""
        return any(re.search(pattern, text) for text in self._plain)

    @cached_property
    def _plain(self) -> tuple[str, ...]:
        return tuple(self._store.text(report).lower() for report in self._store.reports())


def _places(text: str, sentence: str) -> list[tuple[int, str]]:
    """Where the words of a text stand in a sentence, in their order; none where it has not all of them so."""
    found, at = [], 0
    for word in text.split():
        at = sentence.find(word, at)
        if at < 0:
            return []
        found.append((at, word))
        at += len(word)
    return found
