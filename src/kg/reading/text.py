"""The text of a document, as stored."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Characters as decoded, line ends as ``\\n`` (universal newlines), nothing stripped or altered.

    All offsets of the program count code points in ``characters``.
    """

    source: str
    """File name without its folder."""
    characters: str

    @property
    def digest(self) -> str:
        """SHA-256 of the characters as UTF-8, hexadecimal: the same for every encoding of one text. A byte order
        mark is a character of it."""
        return hashlib.sha256(self.characters.encode("utf-8", "surrogatepass")).hexdigest()
