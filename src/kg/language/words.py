"""Word lists of ``seeds/lexicon``, read once."""

from __future__ import annotations

from kg.resources import either, group_of, words_of

__all__ = ["either", "group_of", "words_of"]
