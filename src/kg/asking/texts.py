"""The texts of a store's reports, looked into before its graph: what stands in none of them nothing is worded with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph.held import StoredReport
    from kg.graph.store import Store

SENTENCE = re.compile("[^。！？!?\\n]+")


class Texts:
    """The texts of these reports, in small letters."""

    def __init__(self, reports: Sequence[StoredReport], plain: Sequence[str]) -> None:
        self._reports, self._plain = reports, plain
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
        pattern = "[^\n]*?".join(map(re.escape, words.split()))
        return self.written(words) and any(re.search(pattern, text) for text in self._plain)

    def telling(self, words: Iterable[str]) -> tuple[StoredReport, ...]:
        """The reports whose texts have all these words, whatever marks, spaces and line ends stand within them."""
        patterns = [re.compile(r"[\W_]*".join(map(re.escape, word))) for word in words]
        reports = zip(self._reports, self._plain, strict=True)
        return tuple(report for report, text in reports if all(p.search(text) for p in patterns))


def texts_of(store: Store) -> Texts:
    """The texts of a store, read once until it is written to."""
    return store.once("texts", partial(_read, store))


def _read(store: Store) -> Texts:
    return Texts(store.reports(), tuple(store.text(report).lower() for report in store.reports()))


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
