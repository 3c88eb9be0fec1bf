"""Acts of the public hand: those that a sentence tells, without what enterprises and citizens do."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.responsibility.applicants import by_others, in_clause, owed, theirs
from kg.extraction.responsibility.others import encouraged
from kg.extraction.responsibility.subjects import Subject, governing, private
from kg.language.parsed import Act, Parsed


def public(
    characters: str, parsed: Parsed, acts: Sequence[Act], said: Sequence[Subject], aside: bool = False
) -> tuple[Act, ...]:
    """The acts of a sentence without those of enterprises and citizens. ``said``: its subjects; ``aside``: it addresses
    enterprises or citizens without a name."""
    acts = encouraged(characters, acts, parsed.tokens)
    return tuple(
        act
        for act, claimed in zip(acts, theirs(characters, parsed, acts), strict=True)
        if not by_others(characters, act) and not _private(characters, parsed, act, said, aside or claimed)
    )


def _private(characters: str, parsed: Parsed, act: Act, said: Sequence[Subject], claimed: bool) -> bool:
    who = governing(characters, act, said)
    if in_clause(characters, parsed, act, who.end if who else 0):
        return True
    if who is not None:
        return private(characters, who)
    return claimed or owed(characters, act)
